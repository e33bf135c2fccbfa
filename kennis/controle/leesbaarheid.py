"""Readability: no sentence over 25 words, and no entry harder than a B1 reader can take.

The score is Flesch-Douma, the Dutch form of Flesch Reading Ease: 206,835 - 0,93 x words per sentence - 77 x syllables
per word. Syllables come from pyphen, the hyphenation library with the Dutch dictionary of LibreOffice; textstat uses
the same library and formula but takes seconds to start, because it loads a corpus for English.

Names cannot be replaced by easier words: those of the field (samenwerkingsverband, leerplichtambtenaar), of
organisations and of websites. They are counted as a word of average length, so that the score is about the writing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyphen

from kennis.controle.plekken import plek
from kennis.controle.rapport import Lezing, Soort, Vondst
from kennis.controle.teksten import Tekst, blokken, losse_teksten, zinnen_van
from kennis.fouten import Bevinding
from kennis.laden import Kennis

LANGSTE_ZIN = 25
"""Words; the limit of the house style."""
LAAGSTE_SCORE = 40.0
"""Flesch-Douma of a whole entry. Measured on our own texts: the middle one scores over 70 (B1 is around 60 to 70) and
one in a hundred under 40; there every text turned out to have long nouns where verbs could stand."""
MINSTE_WOORDEN = 20
"""A score over fewer words says nothing."""
VAKWOORD = 5
"""Syllables from which a word that names a concept counts as `GEWOON_WOORD`."""
GEWOON_WOORD = 2

_ZIN = re.compile(r"(?<=[.!?:;])\s+")
_WOORD = re.compile(r"[0-9A-Za-zÀ-ÿ]+(?:['’.\-/][0-9A-Za-zÀ-ÿ]+)*")
_LOSSE_KLINKER = re.compile(r"[aeiou][bcdfghjklmnpqrstvwxz][aeiouy]")
_LETTERGREPEN: Any = pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@dataclass(frozen=True)
class Maat:
    """Counts of one entry."""

    zinnen: int
    woorden: int
    lettergrepen: int

    @property
    def score(self) -> float:
        """Flesch-Douma."""
        return 206.835 - 0.93 * self.woorden / self.zinnen - 77 * self.lettergrepen / self.woorden


def zinnen(tekst: str) -> list[str]:
    """A text split into sentences."""
    return [zin for zin in _ZIN.split(tekst.strip()) if _WOORD.search(zin)]


def woorden(tekst: str) -> list[str]:
    """The words of a text; 'artikel 4.3' counts as two."""
    return _WOORD.findall(tekst)


@lru_cache(maxsize=20_000)
def lettergrepen(woord: str) -> int:
    """Syllables, by the hyphenation dictionary, which never cuts off a single first letter ('o-ver')."""
    klein = woord.lower()
    return len(_LETTERGREPEN.positions(klein)) + 1 + bool(_LOSSE_KLINKER.match(klein))


def meet(teksten: Iterable[str], vakwoorden: frozenset[str] = frozenset()) -> Maat:
    """The counts of some texts together."""
    alle = [zin for tekst in teksten for zin in zinnen(tekst)]
    los = [(woord, nr == 0) for zin in alle for nr, woord in enumerate(woorden(zin))]
    return Maat(max(len(alle), 1), max(len(los), 1), sum(_lengte(w, eerste, vakwoorden) for w, eerste in los))


def _lengte(woord: str, eerste: bool, vakwoorden: frozenset[str]) -> int:
    """Syllables of a word; a name counts as an ordinary word."""
    aantal = lettergrepen(woord)
    eigennaam = (woord[0].isupper() and not eerste) or "." in woord
    vakwoord = aantal >= VAKWOORD and woord.lower() in vakwoorden
    return min(aantal, GEWOON_WOORD) if eigennaam or vakwoord else aantal


def vakwoorden(kennis: Kennis) -> frozenset[str]:
    """Words that name a concept: they cannot be replaced by easier ones."""
    namen = (naam for t in kennis.taxonomieen.values() for b in t for naam in (b.naam, *b.ook))
    titels = (a.titel for a in kennis.antwoorden.values())
    return frozenset(w.lower() for tekst in (*namen, *titels) for w in woorden(tekst))


def lange_zinnen(kennis: Kennis) -> Iterator[Vondst]:
    """Every sentence over the limit."""
    in_blokken = (t for blok in blokken(kennis) for t in zinnen_van(blok))
    for tekst in (*in_blokken, *losse_teksten(kennis)):
        for zin in zinnen(tekst.tekst):
            if (aantal := len(woorden(zin))) > LANGSTE_ZIN:
                yield _vondst(kennis, tekst, f"Deze zin heeft {aantal} woorden: '{_kort(zin)}'.")


def _vondst(kennis: Kennis, tekst: Tekst, wat: str) -> Vondst:
    waar = plek(kennis, tekst.soort, tekst.id, *tekst.veld)
    return Vondst(Soort.LEESBAARHEID, Bevinding(waar, wat, f"Splits hem: hooguit {LANGSTE_ZIN} woorden per zin."))


def _kort(zin: str) -> str:
    return " ".join(zin.split()[:8]) + " ..."


def scores(kennis: Kennis) -> dict[Tekst, Maat]:
    """The counts of every block of content, keyed by its first text."""
    vak = vakwoorden(kennis)
    uit = {}
    for blok in blokken(kennis):
        delen = list(zinnen_van(blok))
        uit[delen[0]] = meet((d.tekst for d in delen), vak)
    return uit


def moeilijke_teksten(kennis: Kennis, gemeten: dict[Tekst, Maat]) -> Iterator[Vondst]:
    """Every block of content under the lowest score."""
    for tekst, maat in gemeten.items():
        if maat.woorden >= MINSTE_WOORDEN and maat.score < LAAGSTE_SCORE:
            waar = plek(kennis, tekst.soort, tekst.id, *tekst.veld[:-1])
            wat = f"Deze tekst is te moeilijk: leesscore {maat.score:.0f}, nodig is {LAAGSTE_SCORE:.0f}."
            herstel = "Schrijf korter, met gewone woorden en werkwoorden."
            yield Vondst(Soort.LEESBAARHEID, Bevinding(waar, wat, herstel))


def lezing(gemeten: dict[Tekst, Maat]) -> Lezing:
    """The figures over all texts."""
    maten = [m for m in gemeten.values() if m.woorden >= MINSTE_WOORDEN]
    if not maten:
        return Lezing(len(gemeten), 0.0, 0.0, 0.0)
    per_zin = sum(m.woorden for m in maten) / sum(m.zinnen for m in maten)
    gemiddeld = sum(m.score for m in maten) / len(maten)
    return Lezing(len(gemeten), round(per_zin, 1), round(gemiddeld, 1), round(min(m.score for m in maten), 1))
