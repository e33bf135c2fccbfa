"""Texts for the privacy officer, from `teksten.yaml`, typed and checked on load."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")


class Verwerking(Model):
    """One kind of processing, as it stands in the overview and in the register."""

    wat: str
    waarom: str
    waar: str
    hoe_lang: str
    grondslag: str
    als: str | None = None
    """Dotted name of the setting that must be there; without it the processing always happens."""


class Bestandsoort(Model):
    """A file that the program makes or reads, and all it can hold."""

    instelling: str
    """Dotted name of the setting that names it, or the folder it is in."""
    bestand: str
    """Its name, with `*` for any part."""
    inhoud: str
    tabellen: Mapping[str, tuple[str, ...]] = {}
    """Tables of a database, each with all its columns."""


class Kopje(Model):
    """A heading with its text; placeholders between braces are filled from the settings."""

    kop: str
    tekst: str


class Verantwoordingsteksten(Model):
    """Everything that is said to the privacy officer; see the YAML for what each is for."""

    titels: Mapping[str, str]
    inleiding: str
    verwerkingen: tuple[Verwerking, ...]
    kolommen: tuple[str, str, str, str, str]
    niet: tuple[str, ...]
    beheer: Mapping[str, str]
    """What the register and the outline say more when officers manage the knowledge, by the name of its place."""
    kanalen: Mapping[str, str]
    schijf: Mapping[str, str]
    bestanden: tuple[Bestandsoort, ...]
    registertekst: tuple[Kopje, ...]
    dpia: tuple[Kopje, ...]


@cache
def laad_teksten() -> Verantwoordingsteksten:
    """Read the texts once."""
    return Verantwoordingsteksten.model_validate(lees_yaml(BESTAND).inhoud)
