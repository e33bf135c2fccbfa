"""How often an answer turns out right: the chance that goes with it, as measured on wording it had not seen."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from intents.kiezer import BUITEN, MENU
from intents.laden import DELEN
from kennis.model import Model
from kennis.yaml_lezen import lees_yaml

BESTAND = Path(__file__).with_name("ijking.yaml")
Weg = Literal["delen", "antwoord", "buiten"]
"""Ways to an answer: by the rules, a plain one, and a refusal or the menu. Asking what was meant claims nothing."""
Kans = Annotated[float, Field(ge=0, le=1)]
DECIMALEN = 5
"""Of a chance that count: as many as a conversation remembers, so that an answer stays the same when taken up again."""


class Ijking(Model):
    """For each way, points of the chance that understanding gives and the share of verdicts right, both rising."""

    wegen: Mapping[Weg, tuple[tuple[Kans, Kans], ...]]

    def goed(self, weg: Weg, kans: float) -> float:
        """Share of answers that is right at this chance, 0-1; a straight line between two points."""
        punten, kans = self.wegen[weg], round(kans, DECIMALEN)
        plek = bisect_right(punten, (kans, 1.0))
        if plek in (0, len(punten)):
            return punten[min(plek, len(punten) - 1)][1]
        (x0, y0), (x1, y1) = punten[plek - 1 : plek + 1]
        return round(y0 + (y1 - y0) * (kans - x0) / (x1 - x0), 3)


@cache
def laad_ijking() -> Ijking:
    """What `make kruis` measured."""
    return Ijking.model_validate({"wegen": lees_yaml(BESTAND).inhoud["wegen"]})


def weg_van(intent: str) -> Weg:
    """The way an intent is answered."""
    if intent == DELEN:
        return "delen"
    return "buiten" if intent.startswith((BUITEN, MENU)) else "antwoord"
