"""Words on a Teams card, from `teksten.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")

Stijl = Literal["default", "emphasis", "good", "attention", "warning", "accent"]
"""Styles of a container that Teams colours, in light and in dark."""


class Welkom(Model):
    """The first card in a conversation."""

    titel: str
    tekst: str
    privacy: str
    groep: str
    probeer: str
    voorbeelden: tuple[str, ...]


class Zoeken(Model):
    """Looking up an answer while composing a message."""

    hint: str
    niets: str


class Bestandsteksten(Model):
    """Around files of a guided flow."""

    aanbod: str
    groep: str
    mislukt: str
    weg: str


class Teamsteksten(Model):
    """Words around an answer; see the YAML for what each is for."""

    knoppen: Mapping[str, str]
    titels: Mapping[str, str]
    gekozen: str
    bedankt: str
    waarom: str
    waarom_leeg: str
    feiten: Mapping[str, str]
    ingekort: str
    oude_kaart: str
    alleen_tekst: str
    leeg_genoemd: str
    storing: str
    welkom: Welkom
    zoeken: Zoeken
    bestanden: Bestandsteksten
    stijlen: Mapping[str, Stijl]
    stijl_zonder_oordeel: Stijl


@cache
def laad_teamsteksten() -> Teamsteksten:
    """Read the texts once."""
    return Teamsteksten.model_validate(lees_yaml(BESTAND).inhoud)
