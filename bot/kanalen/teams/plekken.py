"""Which card answers which question, so that an edited question changes it and a deleted one removes it.

In memory only, under keyed hashes; after a restart an edited question gets a new card.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

HOUDBAAR = 24 * 3600.0
"""Seconds; few people change a message a day later."""
MEESTE = 20_000
"""Cards remembered, some 10 MB."""


@dataclass(frozen=True)
class _Plek:
    bericht: str
    sinds: float


class Plekken:
    """Finds the id of our card by the mark of a question."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self._klok = klok
        self._plekken: OrderedDict[bytes, _Plek] = OrderedDict()

    def zet(self, merk: bytes, bericht: str) -> None:
        """Remember where the answer stands."""
        self._plekken.pop(merk, None)
        self._plekken[merk] = _Plek(bericht, self._klok())
        self._ruim_op()

    def zoek(self, merk: bytes) -> str | None:
        """Id of our card, if it is still known."""
        self._ruim_op()
        plek = self._plekken.get(merk)
        return plek.bericht if plek else None

    def vergeet(self, merk: bytes) -> str | None:
        """Id of our card, for the last time."""
        plek = self._plekken.pop(merk, None)
        return plek.bericht if plek else None

    def _ruim_op(self) -> None:
        grens = self._klok() - HOUDBAAR
        while self._plekken and (len(self._plekken) > MEESTE or next(iter(self._plekken.values())).sinds <= grens):
            self._plekken.popitem(last=False)
