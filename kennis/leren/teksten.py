"""The fixed sentences of the lessons, from `teksten.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kennis.model import Model, Oordeel
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")


class Wieteksten(Model):
    """Who may consent, as options."""

    ouders: str
    samen: str
    jongere: str


class Leerwoorden(Model):
    """What may be typed instead of a number, in small letters."""

    oordelen: Mapping[Oordeel, tuple[str, ...]]
    wie: Mapping[str, tuple[str, ...]]
    weet_niet: tuple[str, ...]
    knoppen: Mapping[str, tuple[str, ...]]
    """By the id of the button."""


class Leerteksten(Model):
    """All fixed sentences; see the YAML for what each is for."""

    oordelen: Mapping[Oordeel, str]
    wie: Wieteksten
    documenten: Mapping[str, str]
    welkom: str
    menu_begin: str
    menu: str
    menu_klaar: str
    les: str
    goed: str
    fout: str
    terug_komt: str
    casus_terug: str
    toestemming_van: str
    let_op: str
    bron: str
    casus: str
    casus_titel: str
    niveau_op: str
    toets: str
    uitslag: str
    uitslag_goed: str
    uitslag_lees: str
    uitslag_alles: str
    bewijs: str
    nog_niet: str
    code: str
    code_goed: str
    code_fout: str
    tot_ziens: str
    tot_ziens_code: str
    geen_casus: str
    niet_hier: str
    week: str
    week_uitnodiging: str
    keuzes: Mapping[str, str]
    """Words on a button, by what it does."""
    woorden: Leerwoorden

    def bronnen(self, verwijzingen: tuple[str, ...]) -> str:
        """Some references in short words: 'convenant artikel 4.3, noot 53'."""
        per: dict[str, list[str]] = {}
        for document, _, plek in (v.partition(" ") for v in dict.fromkeys(verwijzingen)):
            per.setdefault(self.documenten.get(document, document), []).append(plek)
        return "; ".join(f"{naam} {', '.join(plekken)}" for naam, plekken in per.items())


@cache
def laad_leerteksten() -> Leerteksten:
    """Read the sentences once."""
    return Leerteksten.model_validate(lees_yaml(BESTAND).inhoud)
