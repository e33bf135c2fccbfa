"""Measures that need no scoring program: refusing what is out of scope, and honest confidence."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from stof import Object

VAKKEN = 10
"""Bins of the calibration error."""
BUITEN_BEREIK = "buiten_bereik"
ONZEKER = "onzeker"
"""Intent of an answer that only asks what was meant."""
INHOUD = frozenset({"antwoord", "wedervraag"})
"""Kinds of answer that treat a question as the bot's own subject."""


def lees_buiten(pad: Path) -> list[Object]:
    """Questions out of scope, one a line; empty lines and lines with # are skipped."""
    regels = (regel.strip() for regel in pad.read_text(encoding="utf-8").splitlines())
    return [{"vraag": regel} for regel in regels if regel and not regel.startswith("#")]


def aangenomen(antwoord: Object) -> bool:
    """Whether a question was answered with content: not refused, not referred on, not merely asked back."""
    return antwoord["soort"] in INHOUD and antwoord.get("intent") != ONZEKER


def teruggevraagd(antwoord: Object) -> bool:
    """Whether the answer only asks what was meant."""
    return bool(antwoord["intent"] == ONZEKER)


def hoort_erbij(vraag: Object) -> bool:
    """Whether a scored question is in scope: the gold does not allow that it is refused."""
    return BUITEN_BEREIK not in vraag["soort"]


def geweigerd(antwoord: Object) -> bool:
    """Whether a question was refused as out of scope."""
    return bool(antwoord["soort"] == BUITEN_BEREIK)


def procent(treffers: Iterable[bool]) -> float:
    """Share of what is true, in per cent."""
    lijst = list(treffers)
    return round(100 * sum(lijst) / len(lijst), 1) if lijst else 0.0


def ece(vertrouwen: Sequence[float], goed: Sequence[bool]) -> float:
    """Expected calibration error: mean gap between confidence and share right, weighted by the size of each bin."""
    som = 0.0
    for vak in range(VAKKEN):
        leden = [i for i, v in enumerate(vertrouwen) if min(int(v * VAKKEN), VAKKEN - 1) == vak]
        som += abs(sum(vertrouwen[i] - goed[i] for i in leden))
    return round(som / len(vertrouwen), 3)
