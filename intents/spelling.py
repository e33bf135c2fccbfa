"""Which known word was meant by one with a slip: by sound, or by letters left out, added, changed or swapped."""

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

KLANKEN = (("ij", "ei"), ("au", "ou"), ("ch", "g"), ("ie", "i"), ("dt", "t"), ("d", "t"), ("c", "k"), ("qu", "kw"))
"""Spellings that sound alike, in the order they are made the same."""
_DUBBEL = re.compile(r"(.)\1+")


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
        for woord in dict.fromkeys(woorden):
            self._per_lengte[len(woord)].append(woord)
            for klank in dict.fromkeys(klanken(woord)):
                self._per_klank[klank].append(woord)

    def dichtst(self, vorm: str, hoogstens: int) -> list[tuple[str, int]]:
        """The nearest words, all at the same distance, with that distance; the likeliest slip first.

        Words that sound the same come first of all and count as one error away, whatever their spelling.
        """
        klinkt = next((woorden for k in klanken(vorm) if (woorden := self._per_klank.get(k))), [])
        alsof = [(w, 1) for w in sorted(klinkt, key=lambda w: OSA.distance(vorm, w))]
        gevonden = [g for g in self._binnen(vorm, 1 if klinkt else hoogstens) if g[0] not in klinkt]
        beste = min((afstand for _, afstand in (*alsof, *gevonden)), default=0)
        return [*alsof, *sorted((g for g in gevonden if g[1] == beste), key=lambda g: _soort(vorm, g[0]))]

    def _binnen(self, vorm: str, hoogstens: int) -> list[tuple[str, int]]:
        """All words at most so many errors away."""
        return [
            (woord, int(afstand))
            for lengte in range(len(vorm) - hoogstens, len(vorm) + hoogstens + 1)
            for woord, afstand, _ in process.extract(
                vorm, self._per_lengte.get(lengte, ()), scorer=OSA.distance, score_cutoff=hoogstens, limit=None
            )
        ]


def _soort(vorm: str, woord: str) -> int:
    """People leave letters out most, then swap or double them; another letter in its place is rarest."""
    if len(woord) != len(vorm):
        return 0 if len(woord) > len(vorm) else 2
    return 1 if sorted(woord) == sorted(vorm) else 3
