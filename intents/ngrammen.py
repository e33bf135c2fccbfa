"""From a sentence to a sparse row of letter groups and words: the same in training and when answering.

Letter groups run within words, with a space on both sides, so that 'verzuim' and 'verzuimdata' share most of theirs.
scikit-learn has this too, but only in a shape that costs seconds to import and five times as long for one sentence.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Plaatsen = npt.NDArray[np.int32]
Gewichten = npt.NDArray[np.float32]

KORTSTE_GROEP, LANGSTE_GROEP = 2, 5
"""Letters of a group."""
MINSTE_ZINNEN = 2
"""Sentences a feature must occur in, words aside; one that stands in a single sentence teaches nothing general."""
GELEZEN, LETTERS, WOORDEN = "g:", "l:", "w:"
"""What a feature starts with, in order: what reading found, letter groups, and words. Each kind is weighed apart."""
_WOORD = re.compile(r"\w+")


def kenmerken(tekst: str) -> Iterator[str]:
    """The features of a text in its plain form, each as often as it occurs."""
    for woord in tekst.split():
        kader = f" {woord} "
        for lengte in range(KORTSTE_GROEP, min(LANGSTE_GROEP, len(kader)) + 1):
            for begin in range(len(kader) - lengte + 1):
                yield LETTERS + kader[begin : begin + lengte]
    losse = _WOORD.findall(tekst)
    for woord in losse:
        yield WOORDEN + woord
    for eerste, tweede in pairwise(losse):
        yield f"{WOORDEN}{eerste} {tweede}"


@dataclass(frozen=True)
class Ngrammen:
    """The features that were seen in training, and how telling each is."""

    plaats: Mapping[str, int]
    """Column of each feature; those of one kind stand together."""
    grenzen: tuple[int, ...]
    """Column where each kind but the first begins."""
    zeldzaamheid: Gewichten
    """Inverse document frequency per column."""

    @classmethod
    def leer(cls, zinnen: Sequence[Collection[str]]) -> "Ngrammen":
        """The features that sentences have, each given as its features."""
        telling = Counter(kenmerk for zin in zinnen for kenmerk in set(zin))
        namen = sorted(k for k, n in telling.items() if n >= MINSTE_ZINNEN or k.startswith(WOORDEN))
        aantal = np.array([telling[naam] for naam in namen], dtype=np.float32)
        zeldzaam = np.log((1 + len(zinnen)) / (1 + aantal)) + 1
        grenzen = tuple(bisect_left(namen, soort) for soort in (LETTERS, WOORDEN))
        return cls({naam: nr for nr, naam in enumerate(namen)}, grenzen, zeldzaam.astype(np.float32))

    def rij(self, zin: Iterable[str]) -> tuple[Plaatsen, Gewichten]:
        """Columns in order and their weights; each kind has length 1, and unknown features are left out."""
        bekend = [plaats for k in zin if (plaats := self.plaats.get(k)) is not None]
        plaatsen, aantal = np.unique(np.array(bekend, dtype=np.int32), return_counts=True)
        gewichten = (1 + np.log(aantal.astype(np.float32))) * self.zeldzaamheid[plaatsen]
        for deel in np.split(gewichten, np.searchsorted(plaatsen, self.grenzen)):
            deel /= np.linalg.norm(deel) or 1.0
        return plaatsen, gewichten

    def rijen(self, zinnen: Iterable[Iterable[str]]) -> tuple[Plaatsen, Plaatsen, Gewichten]:
        """Many sentences as the three arrays of a sparse matrix: row starts, columns, weights."""
        losse = [self.rij(zin) for zin in zinnen]
        begin = np.cumsum([0, *(len(p) for p, _ in losse)]).astype(np.int32)
        return begin, np.concatenate([p for p, _ in losse]), np.concatenate([g for _, g in losse])
