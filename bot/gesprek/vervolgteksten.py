"""Wording of follow-ups, from `vervolg.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kennis.model import Model, Oordeel
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("vervolg.yaml")


class Waaromteksten(Model):
    """Parts of why an answer is what it is."""

    kop: str
    begrepen: str
    grondslag: str
    zonder: str
    bron: str
    meer: str


class Ouderteksten(Model):
    """Parts of what can be said to a parent."""

    kop: str
    gaat_om: str
    gegevens: Mapping[str, str]
    """Kinds of data whose name is no word for a parent."""
    aan_wie: str
    oordeel: Mapping[Oordeel, str]
    toestemming: Mapping[str, str]
    vooraf: str
    niet_vooraf: tuple[str, ...]
    """Receivers about whom parents are not told beforehand as a matter of course."""
    van_ouders: str
    aan_ouders: str
    slot: str
    geen_antwoord: str


class Bevestiging(Model):
    """Words of a line that asks whether the answer was understood well."""

    moet: frozenset[str]
    mag: frozenset[str]
    ontkent: frozenset[str]
    klopt: str
    klopt_niet: str


class OverToestemming(Model):
    """A question on the consent of the question before: words that show it, and the answer that explains it."""

    woorden: frozenset[str]
    antwoord: str | None = None
    alleen_nodig: bool = False
    """It asks nothing where no consent is needed."""


class Toestemmingvragen(Model):
    """Questions on consent that lean on the question before."""

    mag: frozenset[str]
    soorten: Mapping[str, OverToestemming]
    niet_nodig: str


class Vervolgteksten(Model):
    """How follow-ups are recognised and what is said about them; see the YAML for what each is for."""

    openingen: tuple[str, ...]
    knikken: frozenset[str]
    tussenwerpsels: frozenset[str]
    ontvangen: frozenset[str]
    ouders: frozenset[str]
    een_ouder: frozenset[str]
    vulwoorden: frozenset[str]
    vraagt: frozenset[str]
    vast: Mapping[str, tuple[str, ...]]
    bevestiging: Bevestiging
    over_toestemming: Toestemmingvragen
    moet: Mapping[Oordeel, str]
    aanloop: Mapping[str, str]
    zinsdeel: Mapping[str, str]
    """Concepts that need another opening than 'Bij ...'."""
    verschil: Mapping[str, str]
    andersom_niet: str
    eigen_vraag: str
    onduidelijk: str
    kies_past: str
    goed: str
    begin: str
    weet_niet: str
    engels: str
    waarom: Waaromteksten
    feit: Mapping[str, str]
    formulier: Mapping[str, str]
    ouder: Ouderteksten


@cache
def laad_vervolgteksten() -> Vervolgteksten:
    """Read the texts once."""
    return Vervolgteksten.model_validate(lees_yaml(BESTAND).inhoud)
