"""Between an entry as plain data and the fields of a form. What the form does not show stays as it was."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, FieldList
from wtforms.form import BaseForm

from kennis.bewerken.gelijk import gelijk, is_leeg

Data = dict[str, Any]
APART = frozenset({"id", "vragen", "weg", "varianten", "wedervraag", "als_", "dan", "toestemming"})
"""Fields with a way of their own."""
LIJSTEN = frozenset(
    {"punten", "voorwaarden", "stappen", "let_op", "grondslagen", "bronnen", "termen", "van", "tegenstrijdigheden"}
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
    if was.get("wedervraag"):
        uit["wedervraag"] = _wedervraag(onder(form, "wedervraag"), was["wedervraag"])
    return uit


def _wedervraag(form: BaseForm, was: Mapping[str, Any]) -> Data:
    teksten = {e.form["id"].data: e.form["tekst"].data for e in lijst(form, "opties").entries}
    opties = [{**o, "tekst": teksten.get(str(o["id"]), o["tekst"])} for o in was["opties"]]
    return {**was, "tekst": form["tekst"].data or was["tekst"], "opties": opties}


def _varianten(veld: "FieldList[Any]", was: list[Data]) -> list[Data]:
    return [
        uit_form(deel.form, was[nr] if nr < len(was) else {})
        for nr, deel in enumerate(veld.entries)
        if not deel.form["weg"].data
    ]
