"""The officers' own test questions: what Deelwijzer is expected to answer."""

from pathlib import Path

from kennis.fouten import Bevinding, KennisFout
from kennis.laden import KENNISMAP
from kennis.model import Id, Model, Oordeel
from kennis.pydantic_nl import getypt
from kennis.yaml_lezen import lees_yaml

BESTAND = "toetsvragen.yaml"


class Toetsvraag(Model):
    """One question and what it should get. Holds no personal data: the questions are made up."""

    id: Id
    vraag: str
    regio: str | None = None
    rol: str | None = None
    """Who asks, in words or as the id of a party."""
    oordeel: Oordeel | None = None
    """Verdict; None: any, or none."""
    antwoord: str | None = None
    """Id of the answer, or 'delen.' with the id of the rule; None: any."""


def laad_toetsvragen(map_: Path = KENNISMAP) -> tuple[Toetsvraag, ...]:
    """Read the questions; none when there is no file. Raises KennisFout."""
    if not (map_ / BESTAND).exists():
        return ()
    bestand = lees_yaml(map_ / BESTAND)
    lijst = bestand.inhoud.get("toetsvragen") if isinstance(bestand.inhoud, dict) else None
    if not isinstance(lijst, list):
        wat = "Hier hoort een lijst 'toetsvragen' te staan."
        raise KennisFout([Bevinding(bestand.plek(()), wat, "Begin het bestand met 'toetsvragen:'.")])
    return tuple(getypt(Toetsvraag, bestand, deel, ("toetsvragen", nr)) for nr, deel in enumerate(lijst))
