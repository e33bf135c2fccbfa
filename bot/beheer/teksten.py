"""What is said to officers in a conversation, from `teksten.yaml`."""

from functools import cache
from pathlib import Path

from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")


class Beheerteksten(Model):
    """Fixed texts; see the YAML for what each is for."""

    niet_voor_u: str
    hulp: str
    niets_gevonden: str
    meer_gevonden: str
    bestaat_niet: str
    welk_begrip: str
    woord_bestaat: str
    woord_titel: str
    woord_reden: str
    woord_gemaakt: str
    wordt_gekeurd: str
    afgekeurd: str
    concept: str
    mislukt: str


@cache
def laad_beheerteksten() -> Beheerteksten:
    """Read the texts once."""
    return Beheerteksten.model_validate(lees_yaml(BESTAND).inhoud)
