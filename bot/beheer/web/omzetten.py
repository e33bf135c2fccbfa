"""Between an entry as plain data and the fields of a form. What the form does not show stays as it was."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from wtforms import BooleanField, FieldList
from wtforms.form import BaseForm

from kennis.bewerken.gelijk import gelijk, is_leeg

Data = dict[str, Any]
APART = frozenset(
    {"id", "vragen", "weg", "varianten", "wedervraag", "als_", "dan", "toestemming", "partijen", "vergaderingen"}
)
"""Fields with a way of their own."""
LIJSTEN = frozenset(
    {
        "punten",
        "voorwaarden",
        "stappen",
        "let_op",
        "grondslagen",
        "bronnen",
        "termen",
        "van",
        "tegenstrijdigheden",
        "plaatsen",
        "geen_partij",
    }
)
"""Fields of which one value may be written without brackets."""


def onder(form: BaseForm, naam: str) -> BaseForm:
    """The form inside a form."""
    veld: Any = form[naam]
    deel: BaseForm = veld.form
    return deel


def lijst(form: BaseForm, naam: str) -> "FieldList[Any]":
    """A field that repeats."""
    veld = form[naam]
    assert isinstance(veld, FieldList)
    return veld


def naar_velden(data: Mapping[str, Any]) -> Data:
    """What the form shows of an entry."""
    uit: Data = {naam: "" if waarde is None else waarde for naam, waarde in data.items() if naam != "als"}
    if "als" in data:
        uit["als_"] = {dim: _lijst(waarde) for dim, waarde in (data["als"] or {}).items()}
    uit |= {naam: _lijst(uit[naam]) for naam in LIJSTEN & uit.keys()}
    uit |= {naam: naar_velden(uit[naam]) for naam in ("dan", "toestemming") if isinstance(uit.get(naam), dict)}
    if isinstance(vraag := uit.get("wedervraag"), dict):
        opties = [{**o, "feiten": [f"{d}/{w}" for d, w in (o.get("feiten") or {}).items()]} for o in vraag["opties"]]
        uit["wedervraag"] = {**vraag, "opties": opties}
    if "varianten" in uit:
        uit["varianten"] = [naar_velden(v) for v in uit["varianten"] or []]
    return uit


def _lijst(waarde: Any) -> list[str]:
    if is_leeg(waarde):
        return []
    return [str(w) for w in waarde] if isinstance(waarde, list) else [str(waarde)]


def uit_form(form: BaseForm, was: Mapping[str, Any]) -> Data:
    """The entry as the form says it; fields that say the same keep the very shape they had."""
    uit: Data = dict(was)
    for naam, veld in form._fields.items():
        if naam not in APART:
            _zet(uit, naam, veld.data if isinstance(veld, BooleanField) or veld.data != 0 else None)
    if "als_" in form:
        als = uit_form(onder(form, "als_"), was.get("als") or {})
        uit["als"] = was["als"] if gelijk(was.get("als"), als) and "als" in was else als
    if "dan" in form:
        uit["dan"] = _inhoud(onder(form, "dan"), was.get("dan") or {})
    if "wedervraag" in form and "oordeel" not in form:
        _zet_wedervraag(uit, onder(form, "wedervraag"), was.get("wedervraag") or {})
    if "varianten" in form:
        _zet(uit, "varianten", _varianten(lijst(form, "varianten"), was.get("varianten") or []))
    return uit


def _zet(uit: Data, naam: str, nieuw: Any) -> None:
    if gelijk(uit.get(naam), nieuw):
        return
    if is_leeg(nieuw):
        uit.pop(naam, None)
    else:
        uit[naam] = nieuw


def _inhoud(form: BaseForm, was: Mapping[str, Any]) -> Data:
    uit = uit_form(form, was)
    toestemming = onder(form, "toestemming")
    if toestemming["nodig"].data:
        uit["toestemming"] = uit_form(toestemming, was.get("toestemming") or {})
    else:
        uit.pop("toestemming", None)
    _zet_wedervraag(uit, onder(form, "wedervraag"), was.get("wedervraag") or {})
    return uit


def _zet_wedervraag(uit: Data, form: BaseForm, was: Mapping[str, Any]) -> None:
    """The question back; without a text there is none."""
    oud = {str(o["id"]): o for o in was.get("opties") or []}
    opties: list[Data] = []
    for rij in lijst(form, "opties").data:
        if rij["tekst"]:
            feiten = dict(feit.split("/", 1) for feit in rij["feiten"] or [])
            naam = rij["id"] or _vrij_id(next(iter(feiten.values()), "keuze"), {*oud, *(o["id"] for o in opties)})
            opties.append({**oud.get(naam, {}), "id": naam, "tekst": rij["tekst"], "feiten": feiten})
    tekst = form["tekst"].data
    if not tekst and not opties:
        uit.pop("wedervraag", None)
    elif not gelijk(was, nieuw := {**was, "tekst": tekst, "opties": opties}):
        uit["wedervraag"] = nieuw


def _vrij_id(naam: str, bezet: set[str]) -> str:
    """An id for a new reply: what it says one then knows."""
    return next(kans for nr in count(1) if (kans := naam if nr == 1 else f"{naam}-{nr}") not in bezet)


def _varianten(veld: "FieldList[Any]", was: list[Data]) -> list[Data]:
    return [
        uit_form(deel.form, was[nr] if nr < len(was) else {})
        for nr, deel in enumerate(veld.entries)
        if not deel.form["weg"].data
    ]
