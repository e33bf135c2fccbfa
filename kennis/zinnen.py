"""The fixed sentences around every answer, from `zinnen.yaml`."""

from collections.abc import Mapping
from pathlib import Path

from kennis.laden import KENNISMAP
from kennis.model import Ids, Model, Oordeel
from kennis.pydantic_nl import getypt
from kennis.yaml_lezen import lees_yaml


class Oordeelzin(Model):
    """How a verdict is shown."""

    opening: str
    woord: str
    teken: str


class Leeftijdszin(Model):
    """Whose consent counts at an age."""

    van: Ids
    tekst: str


class NietGevonden(Model):
    """What is said when a question is not understood well enough."""

    kort: str
    bedoel: str
    geen: str
    delen: str
    overleg: str


class WeetNiet(Model):
    """When the asker cannot answer a counter-question."""

    optie: str
    woorden: tuple[str, ...]
    """Other ways to say it."""
    dan: str
    alle_open: str
    zoek_uit: str
    let_op_plicht: str


class Keuzewoorden(Model):
    """Ways to name an option in words."""

    nee: tuple[str, ...]
    """Stand for an option that opens with one of them."""
    rang: Mapping[int, tuple[str, ...]]
    """Place of an option to its words."""
    vulsel: frozenset[str]


class Zinnen(Model):
    """All fixed sentences; see the YAML for what each is for."""

    oordelen: Mapping[Oordeel, Oordeelzin]
    zegt_het_al: tuple[str, ...]
    """Openings of a reason that give the verdict themselves."""
    kopjes: Mapping[str, str]
    toestemming: Mapping[str, str]
    leeftijdsregel: Mapping[str, Leeftijdszin]
    leeftijdsregel_mbo: Mapping[str, Leeftijdszin]
    let_op_12_15: str
    wie: Mapping[str, str]
    wijs_door: str
    wijs_door_standaard: str
    beoordeeld: str
    persoonsgegevens: str
    niet_gevonden: NietGevonden
    overleg_onbekend: str
    overleg_niet_hier: str
    overleg_wel_hier: str
    welk_overleg: str
    weet_niet: WeetNiet
    keuze: Keuzewoorden
    leeg: str
    te_lang: str
    tweede_vraag: str
    hoort_hierbij: str


def laad_zinnen(map_: Path = KENNISMAP) -> Zinnen:
    """Read the fixed sentences. Raises KennisFout."""
    bestand = lees_yaml(map_ / "zinnen.yaml")
    return getypt(Zinnen, bestand, bestand.inhoud)
