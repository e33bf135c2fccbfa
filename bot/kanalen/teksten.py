"""What channels say of their own accord, from `teksten.yaml`."""

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


class Kanaalteksten(Model):
    """Fixed texts of the channels; see the YAML for what each is for."""

    opening: tuple[str, ...]
    afscheid: str
    hulp: str
    opdrachten: Mapping[str, tuple[str, ...]]
    vraagwoorden: tuple[str, ...]
    kort: Korttekst
    kort_los: Korttekst
    oordeel: str
    kies: str
    kies_uit: str
    geen_keuze: str
    geen_antwoord: str
    geen_bron: str
    bronregel: str
    bronregel_zonder_titel: str
    gewist: str
    onbekende_opdracht: str
    regio_nu: str
    regio_gezet: str
    regio_onbekend: str
    rol_nu: str
    rol_leeg: str
    rol_gezet: str
    rol_onbekend: str
    werkbalk: str
    werkbalk_rol: str
    prompt: str
    kleuren: Mapping[str, str]
    kleur_zonder_oordeel: str


@cache
def laad_teksten() -> Kanaalteksten:
    """Read the texts once."""
    return Kanaalteksten.model_validate(lees_yaml(BESTAND).inhoud)
