"""Messages that may hold two questions: whether each gets its own answer, and the right verdict."""

import json
from itertools import permutations
from pathlib import Path

from maten import procent
from stof import Object


def lees_dubbel(pad: Path) -> list[Object]:
    """Messages with their halves under `delen`, each with the verdicts that are right; null leaves them open."""
    return [json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines() if regel.strip()]


def meet_dubbel(berichten: list[Object], antwoorden: list[Object]) -> dict[str, float | None]:
    """Share split right, and share of the halves with a verdict that got it; halves may be answered in any order."""
    gesplitst = [
        len(_oordelen(antwoord)) == len(bericht["delen"])
        for bericht, antwoord in zip(berichten, antwoorden, strict=True)
    ]
    helften = [
        goed for bericht, antwoord in zip(berichten, antwoorden, strict=True) for goed in _helften(bericht, antwoord)
    ]
    return {"goed_gesplitst_pct": procent(gesplitst), "helften_goed_pct": procent(helften)}


def _oordelen(antwoord: Object) -> list[str | None]:
    """The verdict of each answer in a message."""
    return [antwoord["oordeel"], *(ook["oordeel"] for ook in antwoord["ook"])]


def _helften(bericht: Object, antwoord: Object) -> list[bool]:
    """Whether each half with a verdict got it, in the order of answers that fits best; a missing answer is wrong."""
    delen = [deel["oordeel"] for deel in bericht["delen"]]
    gegeven: list[str | None] = _oordelen(antwoord)
    leeg = [GEEN] * max(0, len(delen) - len(gegeven))
    mogelijk = (
        [oordeel in deel for deel, oordeel in zip(delen, volgorde, strict=False) if deel is not None]
        for volgorde in permutations([*gegeven, *leeg])
    )
    return max(mogelijk, key=sum)


GEEN = "geen antwoord"
"""Stands for an answer that was not given; no verdict is called so."""
