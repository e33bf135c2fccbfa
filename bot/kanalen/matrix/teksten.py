"""Words of the Matrix channel, from `teksten.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("teksten.yaml")


class Matrixteksten(Model):
    """See the YAML for what each is for."""

    welkom_kamer: str
    welkom_samen: str
    kies: str
    keuze_vergeten: str
    alleen_tekst: str
    onleesbaar: str
    verwijderd: str
    reden_verwijderd: str
    vraag_weg: str
    opruimen_aan: str
    opruimen_uit: str
    opruimen_mag_niet: str
    opruimen_kan_niet: str
    opruimen_woorden: Mapping[str, bool]
    weekcasus_aan: str
    weekcasus_uit: str
    weekcasus_woorden: Mapping[str, bool]
    te_vaak: str
    storing: str
    te_groot: str
    cijfers: tuple[str, ...]
    duim_omhoog: str
    duim_omlaag: str


@cache
def laad_matrixteksten() -> Matrixteksten:
    """Read the texts once."""
    return Matrixteksten.model_validate(lees_yaml(BESTAND).inhoud)
