"""A form shows an entry and gives it back: what nobody touched stays, and what is wrong is told at its field."""

from typing import Any

import pytest
from multidict import MultiDict
from wtforms import Form
from wtforms.form import BaseForm

from bot.beheer.web.bewerking import bovenop
from bot.beheer.web.formulieren import maak_antwoordform, maak_lesform, maak_regelform, maak_vraagpuntform
from bot.beheer.web.nakijken import fouten
from bot.beheer.web.omzetten import naar_velden, uit_form
from bot.beheer.web.regioformulieren import lokaal_in, lokaal_uit, maak_lokaalform, maak_regioform, regio_uit
from bot.beheer.web.velden import HTML_FOUT
from kennis.bewerken import Botsingfout, Bundel, Wijziging
from kennis.bewerken.gelijk import gelijk
from kennis.laden import laad_kennis

KENNIS = laad_kennis()
FORMULIEREN = {
    "antwoorden": maak_antwoordform(KENNIS),
    "regels": maak_regelform(KENNIS),
    "wedervragen": maak_vraagpuntform(KENNIS),
    "regios": maak_regioform(KENNIS),
    "lessen": maak_lesform(KENNIS),
}
LOKAAL = maak_lokaalform(KENNIS)
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
    lezer = regio_uit if soort == "regios" else uit_form
    return terug, {"id": volledig["id"], **lezer(terug, volledig)}


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
        if naam.endswith(("kale_voorwaarden", "niet_geregeld", "-weg")):
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


def test_wat_een_regio_vastlegt_gaat_heen_en_terug() -> None:
    for regio in (i.volledig for i in ITEMS if i.sleutel.soort == "regios"):
        for vergadering in regio["vergaderingen"]:
            for aspect in vergadering["aspecten"]:
                form = LOKAAL(data=naar_velden(lokaal_in(regio, vergadering["overleg"], aspect)))
                terug = LOKAAL(als_browser(form))
                assert terug.validate(), (regio["id"], aspect, fouten(terug))
                assert lokaal_uit(terug, regio) == regio, (regio["id"], aspect)


def test_van_een_regio_verandert_alleen_de_regel_die_iemand_schrijft() -> None:
    bundel = Bundel.meegeleverd()
    item = bundel.items("regios")["amersfoort"]
    ruw = als_browser(LOKAAL(data=naar_velden(lokaal_in(item.volledig, "tom_tafel", "doel"))))
    ruw["dan-kort"] = "De TOM-tafel kijkt of een vrijstelling nodig is."
    na = bundel.zet(item.sleutel, lokaal_uit(LOKAAL(ruw), item.volledig))
    oud, nieuw = (b.bestanden[item.bestand].decode().splitlines() for b in (bundel, na))
    assert [(o.strip(), n.strip()) for o, n in zip(oud, nieuw, strict=True) if o != n] == [
        (
            "kort: De TOM-tafel onderzoekt of een vrijstelling van de leerplicht echt nodig is.",
            "kort: De TOM-tafel kijkt of een vrijstelling nodig is.",
        )
    ]


def test_een_organisatie_komt_erbij_en_een_gaat_weg() -> None:
    bundel = Bundel.meegeleverd()
    item = bundel.items("regios")["amersfoort"]
    ruw = als_browser(FORMULIEREN["regios"](data=naar_velden(item.volledig)))
    laatste = len(item.volledig["partijen"])
    ruw["partijen-0-naam"] = ""
    ruw.extend([(f"partijen-{laatste}-naam", "GGD Eemland"), (f"partijen-{laatste}-partij", "jgz")])
    form = FORMULIEREN["regios"](ruw)
    assert form.validate(), fouten(form)
    na = bundel.zet(item.sleutel, {"id": "amersfoort", **regio_uit(form, item.volledig)}).bestanden[item.bestand]
    oud = bundel.bestanden[item.bestand].decode().splitlines()
    assert [r for r in oud if r not in na.decode().splitlines()] == ["- {naam: Gemeente Amersfoort, partij: gemeente}"]
    assert [r for r in na.decode().splitlines() if r not in oud] == ["- {naam: GGD Eemland, partij: jgz}"]


def test_een_keuze_van_een_wedervraag_komt_erbij() -> None:
    bundel = Bundel.meegeleverd()
    item = bundel.items("wedervragen")["verzuim"]
    ruw = als_browser(FORMULIEREN["wedervragen"](data=naar_velden(item.volledig)))
    ruw.add("wedervraag-opties-3-tekst", "Te laat gekomen")
    form = FORMULIEREN["wedervragen"](ruw)
    assert not form.validate()
    assert [f for _, _, f in fouten(form)] == ["Kies wat u weet als iemand dit kiest."]
    ruw.add("wedervraag-opties-3-feiten", "gegevens/verzuim.luxe")
    ruw["wedervraag-opties-1-tekst"] = ""
    form = FORMULIEREN["wedervragen"](ruw)
    assert form.validate(), fouten(form)
    na = bundel.zet(item.sleutel, {"id": "verzuim", **uit_form(form, item.volledig)})
    gelezen = na.item(item.sleutel)
    assert gelezen is not None
    assert [o["id"] for o in gelezen.volledig["wedervraag"]["opties"]] == ["16uur", "ziek", "verzuim.luxe"]
    nieuw = na.bestanden[item.bestand].decode()
    assert "    - {id: verzuim.luxe, tekst: Te laat gekomen, feiten: {gegevens: verzuim.luxe}}" in nieuw.splitlines()


def test_een_wedervraag_vraagt_om_twee_keuzes() -> None:
    ruw = MultiDict([("id", "proef"), ("wedervraag-tekst", "Welke?"), ("wedervraag-opties-0-tekst", "Deze")])
    ruw.add("wedervraag-opties-0-feiten", "van/school")
    form = FORMULIEREN["wedervragen"](ruw)
    assert not form.validate()
    assert [f for _, _, f in fouten(form)] == ["Geef ten minste twee keuzes."]


def test_twee_redacteuren_van_een_regio_verliezen_niets() -> None:
    bundel = Bundel.meegeleverd()
    item = bundel.items("regios")["amersfoort"]

    def met(aspect: str, kort: str) -> dict[str, Any]:
        ruw = als_browser(LOKAAL(data=naar_velden(lokaal_in(item.volledig, "tom_tafel", aspect))))
        ruw["dan-kort"] = kort
        return lokaal_uit(LOKAAL(ruw), item.volledig)

    een, ander = met("doel", "Van Robin."), met("wanneer", "Van Bea.")
    samen = bundel.zet(item.sleutel, een).met([Wijziging(sleutel=str(item.sleutel), voor=item.volledig, na=ander)])
    gelezen = samen.item(item.sleutel)
    assert gelezen is not None
    tafel = next(v for v in gelezen.volledig["vergaderingen"] if v["overleg"] == "tom_tafel")
    assert [tafel["aspecten"][a]["dan"]["kort"] for a in ("doel", "wanneer")] == ["Van Robin.", "Van Bea."]
    with pytest.raises(Botsingfout, match="Van Robin"):
        bundel.zet(item.sleutel, een).met(
            [Wijziging(sleutel=str(item.sleutel), voor=item.volledig, na=met("doel", "Van Bea."))]
        )
