"""What is wrong with an edit, every error at its field."""

from typing import Any

from pydantic import ValidationError
from wtforms import FieldList, Form, FormField
from wtforms.form import BaseForm

from bot.beheer.web.bewerking import MODELLEN, NIEUW_DEEL, Bewerking, lees
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.regioformulieren import lokaal_in
from bot.privacy import RuweTekst
from kennis.bewerken import Sleutel
from kennis.model import Model

GEVOELIG = "Hier staan persoonsgegevens in: '{vraag}'. Haal die weg."
BESTAAT_AL = "Dit id bestaat al. Kies een ander."


def controleer(bezoek: Bezoek, bewerking: Bewerking, form: Form) -> Model | None:
    """Every error at its field; the typed entry when there is none."""
    if "id" in form and not bewerking.is_nieuw:
        form["id"].data = bewerking.id
    if bewerking.deel not in (None, NIEUW_DEEL):
        form["overleg"].data, form["aspect"].data = bewerking.deel
    goed = form.validate()
    goed &= _nieuw(bewerking, form) & _datums(form) & _geen_persoonsgegevens(bezoek, bewerking, form)
    if not goed:
        return None
    try:
        return MODELLEN[bewerking.soort].model_validate(lees(bewerking, form))
    except ValidationError as fout:
        for deel in fout.errors(include_input=False, include_url=False):
            _bij_veld(form, [str(d) for d in deel["loc"]])
        return None


def _nieuw(bewerking: Bewerking, form: Form) -> bool:
    """A new entry has a place of its own."""
    if bewerking.deel is not None:
        return bewerking.deel != NIEUW_DEEL or _nieuw_deel(bewerking, form)
    if bewerking.is_nieuw and bewerking.bundel.item(Sleutel(bewerking.soort, form["id"].data)) is not None:
        form["id"].errors = [*form["id"].errors, BESTAAT_AL]
        return False
    return True


def _nieuw_deel(bewerking: Bewerking, form: Form) -> bool:
    er_is = lokaal_in(bewerking.wordt, form["overleg"].data, form["aspect"].data)
    if er_is["dan"]:
        form["aspect"].errors = [*form["aspect"].errors, "Dit staat er al. Wijzig dat, of kies iets anders."]
    if not er_is["naam"] and not form["naam"].data:
        form["naam"].errors = [*form["naam"].errors, "Schrijf hoe dit overleg hier heet."]
    return not (form["aspect"].errors or form["naam"].errors)


def _datums(form: Form) -> bool:
    if "geldig_van" not in form:
        return True
    van, tot = form["geldig_van"].data, form["geldig_tot"].data
    if van and tot and not form["geldig_tot"].errors and tot < van:
        form["geldig_tot"].errors = [*form["geldig_tot"].errors, "Deze dag ligt voor 'Geldig vanaf'."]
        return False
    return True


def _geen_persoonsgegevens(bezoek: Bezoek, bewerking: Bewerking, form: Form) -> bool:
    """Example questions that are new go past the guard: what people type does not belong in the knowledge."""
    oud = {v for lijst in bewerking.vragen.values() for v in lijst}
    nieuw = [v for v in form["vragen"].data if v not in oud] if "vragen" in form else []
    fout = [v for v in nieuw if bezoek.beheer.kern().zuiver(RuweTekst(v)).gevonden]
    if fout:
        form["vragen"].errors = [*form["vragen"].errors, *(GEVOELIG.format(vraag=v) for v in fout)]
    return not fout


def _bij_veld(form: BaseForm, loc: list[str]) -> None:
    """Put an error of the type checker at the nearest field."""
    veld: Any = form
    for deel in loc:
        naam = "als_" if deel == "als" else deel
        binnen = veld.form if isinstance(veld, FormField) else veld
        if isinstance(binnen, FieldList):
            veld = binnen.entries[int(deel)] if deel.isdecimal() and int(deel) < len(binnen.entries) else binnen
        elif isinstance(binnen, BaseForm) and naam in binnen:
            veld = binnen[naam]
    if isinstance(veld, FormField):
        veld = next(iter(veld.form))
    if not isinstance(veld, BaseForm) and isinstance(getattr(veld, "errors", None), list | tuple):
        veld.errors = [*veld.errors, "Deze waarde klopt niet. Kijk of er iets ontbreekt of te veel staat."]


def fouten(form: BaseForm) -> list[tuple[str, str, str]]:
    """Id, label and error of every field that has one, for the list above the form."""
    uit: list[tuple[str, str, str]] = []
    for veld in form:
        if isinstance(veld, FormField):
            uit += fouten(veld.form)
        elif isinstance(veld, FieldList):
            uit += [f for deel in veld.entries for f in fouten(deel.form)]
        else:
            uit += [(veld.id, veld.label.text, str(fout)) for fout in veld.errors]
    return uit
