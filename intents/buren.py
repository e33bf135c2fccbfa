"""How likely a word is between two others: counted in the examples, which the trained model holds anyway."""

import math

import numpy as np

from intents.ngrammen import WOORDEN, Ngrammen

GELOOF = 5.0
"""Sentences that what is known of a single word counts for, beside those in which it stands next to its neighbour."""
ONGEZIEN = 0.3
"""Times a word is taken to occur that is in no example."""
PER_ZIN = 9
"""Words of an example, about."""


class Buren:
    """Counts of words and of pairs of neighbours."""

    def __init__(self, ngrammen: Ngrammen) -> None:
        self._ngrammen = ngrammen
        self._zeldzaamst = float(np.max(ngrammen.zeldzaamheid))
        self._alle = PER_ZIN * 2 * math.exp(self._zeldzaamst - 1)

    def keren(self, *woorden: str) -> float:
        """Examples that hold a word, or words next to each other."""
        plaats = self._ngrammen.plaats.get(WOORDEN + " ".join(woorden))
        return 0.0 if plaats is None else self._aantal(float(self._ngrammen.zeldzaamheid[plaats]))

    def kans(self, woord: str, voor: str | None, na: str | None) -> float:
        """Log of the chance of a word after one word and before another; a neighbour that is not known says nothing."""
        keren = self.keren(woord)
        los = max(keren, ONGEZIEN) / self._alle
        kans = math.log(los)
        if voor is not None and (ervoor := self.keren(voor)):
            kans = math.log((self.keren(voor, woord) + GELOOF * los) / (ervoor + GELOOF))
        if na is not None and (erna := self.keren(na)):
            kans += math.log((self.keren(woord, na) + GELOOF * erna / self._alle) / (keren + GELOOF))
        return kans

    def kans_na(self, na: str | None) -> float:
        """Log of the chance of the next word after one of which nothing is known."""
        erna = 0.0 if na is None else self.keren(na)
        return math.log(erna / self._alle) if erna else 0.0

    def gezien(self, woord: str, voor: str | None, na: str | None) -> bool:
        """Whether a word stands beside one of these in an example."""
        return bool((voor and self.keren(voor, woord)) or (na and self.keren(woord, na)))

    def _aantal(self, zeldzaamheid: float) -> float:
        """Examples with a feature: the rarest ones stand in one."""
        return 2 * math.exp(self._zeldzaamst - zeldzaamheid) - 1
