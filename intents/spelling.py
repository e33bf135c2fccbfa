"""Which known word was meant by one with a typing error: by letters left out, added, changed or swapped."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Spelling:
    """The words that typing errors are repaired towards."""

    def __init__(self, woorden: Iterable[str]) -> None:
        self._per_lengte: dict[int, list[str]] = defaultdict(list)
        for woord in dict.fromkeys(woorden):
            self._per_lengte[len(woord)].append(woord)

    def dichtst(self, vorm: str, hoogstens: int) -> list[tuple[str, int]]:
        """The nearest words, all at the same distance, with that distance; the likeliest slip of the keys first."""
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
