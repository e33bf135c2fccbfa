"""A form shows an entry and gives it back: what nobody touched stays, and what is wrong is told at its field."""

from typing import Any

import pytest
from multidict import MultiDict
from wtforms import Form
from wtforms.form import BaseForm

from bot.beheer.web.bewerking import bovenop, fouten
from bot.beheer.web.formulieren import maak_antwoordform, maak_regelform
from bot.beheer.web.omzetten import naar_velden, uit_form
from bot.beheer.web.velden import HTML_FOUT
from kennis.bewerken import Bundel
from kennis.bewerken.gelijk import gelijk
from kennis.laden import laad_kennis

KENNIS = laad_kennis()
FORMULIEREN = {"antwoorden": maak_antwoordform(KENNIS), "regels": maak_regelform(KENNIS)}
ITEMS = [item for soort in FORMULIEREN for item in Bundel.meegeleverd().items(soort).values()]


def als_browser(form: BaseForm) -> MultiDict[str]:
    """What a browser sends when somebody opens a form and presses the button."""
    uit: MultiDict[str] = MultiDict()
    for veld in form:
        if veld.type == "FormField":
            uit.extend(als_browser(_binnen(veld)))
        elif veld.type == "FieldList":
            for deel in _delen(veld):
                uit.extend(als_browser(_binnen(deel)))
        elif veld.type == "Keuzes":
            uit.extend([(veld.name, waarde) for waarde in [*(veld.data or []), ""]])
        elif veld.type == "BooleanField":
            uit.extend([(veld.name, "y")] if veld.data else [])
        elif veld.type == "Keuze":
            uit.add(veld.name, str(veld.data if veld.data is not None else ""))
        else:
            uit.add(veld.name, str(veld._value() if hasattr(veld, "_value") else veld.data or ""))
    return uit


def _delen(veld: Any) -> list[Any]:
    return list(veld.entries)


def _binnen(veld: Any) -> BaseForm:
    form: BaseForm = veld.form
    return form


def rond(soort: str, volledig: dict[str, Any]) -> tuple[Form, dict[str, Any]]:
    """An entry through the form and back."""
    form = FORMULIEREN[soort](data=naar_velden(volledig))
    terug = FORMULIEREN[soort](als_browser(form))
    return terug, {"id": volledig["id"], **uit_form(terug, volledig)}


@pytest.mark.parametrize("soort", FORMULIEREN)
def test_wie_niets_aanraakt_verandert_niets(soort: str) -> None:
    for item in (i for i in ITEMS if i.sleutel.soort == soort):
        form, terug = rond(soort, item.volledig)
        assert form.validate(), (item.sleutel, fouten(form))
        assert gelijk(terug, item.volledig), item.sleutel
        assert {n: w for n, w in item.volledig.items() if n in terug and terug[n] != w} == {}, item.sleutel


@pytest.mark.parametrize(
    "gif", ["<script>alert(1)</script>", "</p><img src=x onerror=alert(1)>", "a\x00b", "{van.__class__}"]
)
@pytest.mark.parametrize("soort", FORMULIEREN)
def test_elk_veld_weigert_wat_elders_iets_zou_doen(soort: str, gif: str) -> None:
    item = next(i for i in ITEMS if i.sleutel.soort == soort)
    schoon = als_browser(FORMULIEREN[soort](data=naar_velden(item.volledig) | {"id": "proef", "vragen": ["Mag dit?"]}))
    for naam in set(schoon):
        form = FORMULIEREN[soort](MultiDict([(n, w) for n, w in schoon.items() if n != naam] + [(naam, gif)]))
        if "kale_voorwaarden" in naam or "niet_geregeld" in naam:
            continue  # a tick: whatever is sent, it is ticked
        assert not form.validate(), naam
        assert fouten(form), naam


def test_de_fout_staat_bij_het_veld_in_gewone_taal() -> None:
    item = next(i for i in ITEMS if i.sleutel.soort == "antwoorden")
    ruw = als_browser(FORMULIEREN["antwoorden"](data=naar_velden(item.volledig)))
    ruw["dan-kort"], ruw["geldig_van"] = "Dit <b>mag</b>.", "morgen"
    form = FORMULIEREN["antwoorden"](ruw)
    form.validate()
    gevonden = {id_: fout for id_, _, fout in fouten(form)}
    assert gevonden["dan-kort"] == HTML_FOUT
    assert gevonden["geldig_van"].startswith("Dit is geen datum.")
    assert form["dan"].data["kort"] == "Dit <b>mag</b>."


YAML_GIF = (
    "a: b",
    "- x",
    "!!python/object:os.system",
    "*anker",
    "&a x",
    "# weg",
    "'",
    '"',
    "a\n---\nb",
    "%YAML 2.0",
    "? x",
    "|",
    ">",
)


@pytest.mark.parametrize("gif", YAML_GIF)
def test_yaml_in_een_tekst_blijft_tekst(gif: str) -> None:
    bundel = Bundel.meegeleverd()
    item = next(i for i in ITEMS if i.sleutel.soort == "antwoorden")
    ruw = als_browser(FORMULIEREN["antwoorden"](data=naar_velden(item.volledig)))
    for naam in ("titel", "dan-kort", "dan-punten", "dan-wijs_door"):
        ruw[naam] = gif
    form = FORMULIEREN["antwoorden"](ruw)
    assert form.validate(), fouten(form)
    na = {"id": item.volledig["id"], **uit_form(form, item.volledig)}
    terug = bundel.zet(item.sleutel, na)
    gelezen = terug.item(item.sleutel)
    assert gelezen is not None
    assert gelezen.volledig["dan"]["kort"] == " ".join(gif.split())
    anders = {n for n, ruw_ in terug.bestanden.items() if bundel.bestanden[n] != ruw_}
    assert anders == {item.bestand}


def test_opnieuw_beginnen_neemt_niets_van_een_ander_terug() -> None:
    voor = {"id": "x", "dan": {"kort": "oud", "punten": ["een"]}, "termen": ["a"]}
    van_u = {"id": "x", "dan": {"kort": "van u", "punten": ["een"]}, "termen": ["a"]}
    live = {
        "id": "x",
        "dan": {"kort": "van een ander", "stappen": ["bel"]},
        "termen": ["a", "b"],
        "regio": "amersfoort",
    }
    assert bovenop(voor, van_u, live) == {**live, "dan": {"kort": "van u", "stappen": ["bel"]}}
