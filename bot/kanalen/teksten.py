"""How channels show an answer, from `teksten.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")


class Korttekst(Model):
    """How an answer is shortened."""

    verberg: tuple[str, ...]
    """Headings (keys of `kopjes`) that only show on request."""
    er_is_meer: str


class Bewaarteksten(Model):
    """Words around files in the terminal."""

    aanbod: str
    bewaard: str
    mislukt: str


class Kanaalteksten(Model):
    """Words around an answer; see the YAML for what each is for."""

    kort: Korttekst
    kort_los: Korttekst
    oordeel: str
    kies: str
    werkbalk: str
    werkbalk_rol: str
    prompt: str
    kleuren: Mapping[str, str]
    kleur_zonder_oordeel: str
    bewaren: Bewaarteksten
    verwijderen: Mapping[str, str]
    """Channel to the sentence that tells how to remove a message there; shown when it held personal data."""


@cache
def laad_teksten() -> Kanaalteksten:
    """Read the texts once."""
    return Kanaalteksten.model_validate(lees_yaml(BESTAND).inhoud)
