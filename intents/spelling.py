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

        Words that sound the same count as one error away, whatever their spelling.
        """
        for klank in klanken(vorm):
            if klinkt := self._per_klank.get(klank):
                return [(woord, 1) for woord in sorted(klinkt, key=lambda w: OSA.distance(vorm, w))]
        gevonden = [
            (woord, int(afstand))
            for lengte in range(len(vorm) - hoogstens, len(vorm) + hoogstens + 1)
            for woord, afstand, _ in process.extract(
                vorm, self._per_lengte.get(lengte, ()), scorer=OSA.distance, score_cutoff=hoogstens, limit=None
            )
        ]
        beste = min((afstand for _, afstand in gevonden), default=0)
        return sorted(((w, afstand) for w, afstand in gevonden if afstand == beste), key=lambda g: _soort(vorm, g[0]))


def _soort(vorm: str, woord: str) -> int:
    """People leave letters out most, then swap or double them; another letter in its place is rarest."""
    if len(woord) != len(vorm):
        return 0 if len(woord) > len(vorm) else 2
    return 1 if sorted(woord) == sorted(vorm) else 3
