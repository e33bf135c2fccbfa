"""Turns the type checker's findings into Dutch sentences with a remedy."""

from typing import Any, TypeVar

from pydantic import ValidationError

from kennis.fouten import Bevinding, KennisFout
from kennis.model import Model
from kennis.yaml_lezen import Pad, YamlBestand

M = TypeVar("M", bound=Model)

_UITLEG: dict[str, tuple[str, str]] = {
    "missing": ("Dit veld ontbreekt.", "Vul het in."),
    "extra_forbidden": ("Dit veld bestaat niet.", "Controleer de spelling of haal het weg."),
    "string_type": ("Hier hoort tekst te staan.", "Zet de waarde tussen aanhalingstekens."),
    "tuple_type": ("Hier hoort een lijst te staan.", "Zet elke regel achter een streepje."),
    "enum": ("Deze waarde is niet toegestaan.", "Kies een waarde uit de vaste lijst."),
    "literal_error": ("Deze waarde is niet toegestaan.", "Kies een waarde uit de vaste lijst."),
    "string_pattern_mismatch": ("Dit id heeft verkeerde tekens.", "Gebruik kleine letters, cijfers, punt en _."),
    "date_from_datetime_parsing": ("Dit is geen datum.", "Schrijf JJJJ-MM-DD."),
    "model_type": ("Hier horen velden te staan.", "Schrijf 'veld: waarde' op ingesprongen regels."),
}
_ANDERS = ("Deze waarde klopt niet.", "Kijk in kennis/README.md hoe dit veld eruitziet.")


def getypt(soort: type[M], bestand: YamlBestand, inhoud: Any, pad: Pad = ()) -> M:
    """A part of a file as the type it must be. Raises KennisFout with every finding."""
    try:
        return soort.model_validate(inhoud)
    except ValidationError as fout:
        raise KennisFout(bevindingen_van(fout, bestand, pad)) from None


def bevindingen_van(fout: ValidationError, bestand: YamlBestand, pad: Pad) -> list[Bevinding]:
    """One finding per failed field, on the line of that field."""
    uit = []
    for deel in fout.errors(include_url=False, include_input=False):
        wat, herstel = _UITLEG.get(deel["type"], _ANDERS)
        verwacht = deel.get("ctx", {}).get("expected")
        keuzes = f" Toegestaan: {verwacht}." if verwacht else ""
        uit.append(Bevinding(bestand.plek((*pad, *deel["loc"])), wat, herstel + keuzes))
    return uit
