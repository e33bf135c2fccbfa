"""Make a question look as it is typed in a hurry, the same way every time: typing errors, clipped and joined words.

Two strengths. Every slip is chosen so that a careful reader would still understand the question: at most one error a
word, short words are not garbled, and a word with a digit is never touched, because a changed number changes the case.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

KORTSTE = 4
"""Letters of a word before an error is made in it."""
KLANKEN = (
    ("ei", "ij"),
    ("ij", "ei"),
    ("au", "ou"),
    ("ou", "au"),
    ("ch", "g"),
    ("g", "ch"),
    ("d", "t"),
    ("t", "d"),
    ("ie", "i"),
    ("i", "ie"),
)
"""Spellings that sound alike: longer ones first, so that 'ei' is not read as an 'i'."""
WEGLAATBAAR = frozenset("de het een er wel ook nog dan even eens al maar dat die dit om te".split())
"""Small words a hurried writer leaves out; never a negation, and never who asks, gives or receives."""
NOOIT_WEG = frozenset({"niet", "geen", "zonder", "nooit", "niemand"})
"""Words that turn the question around: they stay as they are."""
TOETSEN = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LEESTEKEN = re.compile(r"""[.,;:!?"'()]+""")


@dataclass(frozen=True)
class Sterkte:
    """How often each slip is made."""

    fout: float
    """Errors a word."""
    klank: float = 0.0
    """Share of the errors that are spellings by sound."""
    samen: float = 0.0
    """Chance that a word is written on to the next."""
    weg: float = 0.0
    """Chance that a small word is left out."""


STERKTEN = {
    "licht": Sterkte(fout=1 / 8),
    "zwaar": Sterkte(fout=1 / 4, klank=0.35, samen=0.04, weg=0.5),
}
"""The strengths by name, weakest first."""


def verruis(vraag: str, sterkte: str, zaad: int = 1) -> str:
    """The question with noise; the same question, strength and seed give the same text."""
    kans = random.Random(f"{zaad}|{sterkte}|{vraag}")
    maat = STERKTEN[sterkte]
    woorden = [w for w in (_kaal(deel) for deel in vraag.lower().split()) if w]
    woorden = _telegram(woorden, maat, kans)
    aantal = _aantal_fouten(len(woorden), maat, kans)
    for plek in _plekken(woorden, aantal, kans):
        woorden[plek] = _met_fout(woorden[plek], maat, kans)
    return _aaneen(woorden, maat, kans)


def _kaal(woord: str) -> str:
    """Without punctuation; a word with a digit stays whole."""
    return woord if _heeft_cijfer(woord) else _LEESTEKEN.sub("", woord)


def _heeft_cijfer(woord: str) -> bool:
    return any(teken.isdigit() for teken in woord)


def _telegram(woorden: list[str], maat: Sterkte, kans: random.Random) -> list[str]:
    return [w for w in woorden if w not in WEGLAATBAAR or kans.random() >= maat.weg] or woorden


def _aantal_fouten(aantal_woorden: int, maat: Sterkte, kans: random.Random) -> int:
    """The expected number, with chance settling the part of an error that is left."""
    verwacht = aantal_woorden * maat.fout
    return int(verwacht) + (kans.random() < verwacht % 1)


def _plekken(woorden: list[str], aantal: int, kans: random.Random) -> list[int]:
    """Which words get an error: long enough, without digits, and not a word the question turns on."""
    kan = [i for i, w in enumerate(woorden) if len(w) >= KORTSTE and w.isalpha() and w not in NOOIT_WEG]
    return kans.sample(kan, min(aantal, len(kan)))


def _met_fout(woord: str, maat: Sterkte, kans: random.Random) -> str:
    """One error in a word; by sound when that was drawn and the word has such a sound."""
    if kans.random() < maat.klank:
        klanken = [(oud, nieuw) for oud, nieuw in KLANKEN if oud in woord]
        if klanken:
            oud, nieuw = kans.choice(klanken)
            return woord.replace(oud, nieuw, 1)
    return kans.choice(FOUTEN)(woord, kans.randrange(1, len(woord)), kans)


def _vergeet(woord: str, plek: int, _kans: random.Random) -> str:
    return woord[:plek] + woord[plek + 1 :]


def _verdubbel(woord: str, plek: int, _kans: random.Random) -> str:
    return woord[:plek] + woord[plek] + woord[plek:]


def _verwissel(woord: str, plek: int, _kans: random.Random) -> str:
    """Two letters change places; the first letter of a word is seldom wrong, so it stays."""
    plek = min(max(plek, 1), len(woord) - 2)
    return woord[:plek] + woord[plek + 1] + woord[plek] + woord[plek + 2 :]


def _sla_mis(woord: str, plek: int, kans: random.Random) -> str:
    """A key beside the right one."""
    buren = _buren(woord[plek])
    return woord[:plek] + kans.choice(buren) + woord[plek + 1 :] if buren else _vergeet(woord, plek, kans)


def _buren(letter: str) -> str:
    """Keys left and right of a letter."""
    for rij in TOETSEN:
        if letter in rij:
            plek = rij.index(letter)
            return rij[max(0, plek - 1) : plek] + rij[plek + 1 : plek + 2]
    return ""


FOUTEN: tuple[Callable[[str, int, random.Random], str], ...] = (_vergeet, _verdubbel, _verwissel, _sla_mis)
"""What fingers do wrong, each as often."""


def _aaneen(woorden: list[str], maat: Sterkte, kans: random.Random) -> str:
    """The words as one text, with now and then a space forgotten between two plain words."""
    uit = ""
    for nr, woord in enumerate(woorden):
        vorige = woorden[nr - 1] if nr else ""
        los = not (woord.isalpha() and vorige.isalpha()) or kans.random() >= maat.samen
        uit += (" " if nr and los else "") + woord
    return uit
