"""How hard a text is to read, told as it is typed."""

from dataclasses import dataclass
from functools import lru_cache

from bot.beheer.web.houder import Houder, houd
from kennis.controle.leesbaarheid import LAAGSTE_SCORE, LANGSTE_ZIN, MINSTE_WOORDEN, meet, vakwoorden, woorden, zinnen
from kennis.controle.teksten import Blok, zinnen_van
from kennis.laden import Kennis
from kennis.model import Inhoud

MAKKELIJK = 60.0
"""Flesch-Douma from which a text is B1."""


@dataclass(frozen=True)
class Leesbaarheid:
    """Figures of one text."""

    score: float | None
    """Flesch-Douma; None for a text too short to tell."""
    woorden: int
    langste_zin: int

    @property
    def oordeel(self) -> str:
        """In words."""
        if self.langste_zin > LANGSTE_ZIN:
            return f"Er is een zin van {self.langste_zin} woorden. Splits hem: hooguit {LANGSTE_ZIN}."
        if self.score is None:
            return "Kort en goed te lezen."
        if self.score < LAAGSTE_SCORE:
            return "Te moeilijk. Schrijf korter, met gewone woorden en werkwoorden."
        return "Makkelijk te lezen (B1)." if self.score >= MAKKELIJK else "Goed te volgen, het kan makkelijker."

    @property
    def in_orde(self) -> bool:
        """Whether the checks take it."""
        return self.langste_zin <= LANGSTE_ZIN and (self.score is None or self.score >= LAAGSTE_SCORE)


@lru_cache(maxsize=2)
def _vakwoorden(houder: Houder) -> frozenset[str]:
    return vakwoorden(houder.kennis)


def lees_inhoud(kennis: Kennis, inhoud: Inhoud) -> Leesbaarheid:
    """How the content of an entry reads."""
    teksten = [t.tekst for t in zinnen_van(Blok("", "", (), inhoud, ()))]
    maat = meet(teksten, _vakwoorden(houd(kennis)))
    langste = max((len(woorden(zin)) for tekst in teksten for zin in zinnen(tekst)), default=0)
    return Leesbaarheid(maat.score if maat.woorden >= MINSTE_WOORDEN else None, maat.woorden, langste)
