"""Which known word was meant by one with a slip: by sound, or by letters left out, added, changed or swapped."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

KLANKEN = (("ij", "ei"), ("au", "ou"), ("ch", "g"), ("ie", "i"), ("dt", "t"), ("d", "t"), ("c", "k"), ("qu", "kw"))
"""Spellings that sound alike, in the order they are made the same."""
_DUBBEL = re.compile(r"(.)\1+")
_TOETSEN = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BUURTOETSEN = frozenset(paar for rij in _TOETSEN for een, twee in pairwise(rij) for paar in (een + twee, twee + een))
"""Letters next to each other on the keyboard, either way."""


def klanken(woord: str) -> tuple[str, str]:
    """How a word sounds: closely, and with long and short vowels and doubled letters made the same."""
    for oud, nieuw in KLANKEN:
        woord = woord.replace(oud, nieuw)
    return woord, _DUBBEL.sub(r"\1", woord)


class Spelling:
    """The words that typing errors are repaired towards."""

    def __init__(self, woorden: Iterable[str]) -> None:
        self._per_lengte: dict[int, list[str]] = defaultdict(list)
        self._per_klank: dict[str, list[str]] = defaultdict(list)
        self._per_rest: dict[str, list[str]] = defaultdict(list)
        for woord in dict.fromkeys(woorden):
            self._per_lengte[len(woord)].append(woord)
            for klank in dict.fromkeys(klanken(woord)):
                self._per_klank[klank].append(woord)
            for rest in _resten(woord):
                self._per_rest[rest].append(woord)

    def dichtst(self, vorm: str, hoogstens: int) -> list[tuple[str, int]]:
        """The nearest words, all at the same distance, with that distance; the likeliest slip first.

        Words that sound the same come first of all and count as one error away, whatever their spelling.
        """
        klinkt = self._klinkt(vorm)
        alsof = [(w, 1) for w in sorted(klinkt, key=lambda w: OSA.distance(vorm, w))]
        gevonden = [(w, 1) for w in self._op_een(vorm) if w not in klinkt]
        if not klinkt and not gevonden and hoogstens > 1:
            gevonden = self._binnen(vorm, hoogstens)
        beste = min((afstand for _, afstand in (*alsof, *gevonden)), default=0)
        return [*alsof, *sorted((g for g in gevonden if g[1] == beste), key=lambda g: _soort(vorm, g[0]))]

    def _klinkt(self, vorm: str) -> list[str]:
        return next((woorden for k in klanken(vorm) if (woorden := self._per_klank.get(k))), [])

    def _op_een(self, vorm: str) -> list[str]:
        """All words at most one error away: they share what is left when a letter is taken out of either or both."""
        lijkt = dict.fromkeys(woord for rest in _resten(vorm) for woord in self._per_rest.get(rest, ()))
        return [woord for woord in lijkt if OSA.distance(vorm, woord, score_cutoff=1) <= 1]

    def _binnen(self, vorm: str, hoogstens: int) -> list[tuple[str, int]]:
        """All words at most so many errors away."""
        return [
            (woord, int(afstand))
            for lengte in range(len(vorm) - hoogstens, len(vorm) + hoogstens + 1)
            for woord, afstand, _ in process.extract(
                vorm, self._per_lengte.get(lengte, ()), scorer=OSA.distance, score_cutoff=hoogstens, limit=None
            )
        ]


def _resten(woord: str) -> Iterator[str]:
    """The word, and the word without each of its letters."""
    yield woord
    for plek in range(len(woord)):
        yield woord[:plek] + woord[plek + 1 :]


def _soort(vorm: str, woord: str) -> int:
    """People leave letters out most, then swap or double them; another letter in its place is rarest."""
    if len(woord) != len(vorm):
        return 0 if len(woord) > len(vorm) else 2
    return 1 if sorted(woord) == sorted(vorm) else 3


KLANK, HALVE_KLANK, GEWOON, VREEMDE_LETTER, MEER_FOUTEN, ANDERE_EERSTE = 0.5, 1.2, 1.5, 4.5, 4.0, 3.0
"""Slips from likely to unlikely: another spelling of a sound, a long vowel for a short one, a letter left out, doubled,
swapped or a key beside it, a letter from elsewhere on the keyboard, every further slip, and one in the first letter."""


def moeite(vorm: str, woord: str) -> float:
    """How unlikely a slip is, 0 for none: as the log of its chance among all slips, with the sign turned."""
    afstand = OSA.distance(vorm, woord)
    eerste = 0.0 if vorm[0] == woord[0] else ANDERE_EERSTE
    klank, bedoeld = klanken(vorm), klanken(woord)
    if klank[0] == bedoeld[0]:
        return KLANK if afstand else 0.0
    if klank[1] == bedoeld[1]:
        return HALVE_KLANK
    if afstand > 1:
        return MEER_FOUTEN * (afstand - 1) + GEWOON + eerste
    if len(vorm) != len(woord) or sorted(vorm) == sorted(woord):
        return GEWOON + eerste
    oud, nieuw = next((a, b) for a, b in zip(vorm, woord, strict=True) if a != b)
    return (GEWOON if oud + nieuw in BUURTOETSEN else VREEMDE_LETTER) + eerste
