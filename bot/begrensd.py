"""A dictionary that forgets what was put in longest ago, and what is over time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

S = TypeVar("S")
W = TypeVar("W")


class Begrensd(Generic[S, W]):
    """Holds the newest `meeste` entries, each for `houdbaar_s` seconds."""

    def __init__(
        self, meeste: int, houdbaar_s: float = float("inf"), klok: Callable[[], float] = time.monotonic
    ) -> None:
        self._meeste = meeste
        self._houdbaar_s = houdbaar_s
        self._klok = klok
        self._vakken: OrderedDict[S, tuple[W, float]] = OrderedDict()

    def zet(self, sleutel: S, waarde: W) -> None:
        """Put in, as the newest."""
        self._vakken[sleutel] = waarde, self._klok() + self._houdbaar_s
        self._vakken.move_to_end(sleutel)
        if len(self._vakken) > self._meeste:
            self._vakken.popitem(last=False)
        self._ruim_op()

    def haal(self, sleutel: S) -> W | None:
        """Look up; None when it is not there any more."""
        self._ruim_op()
        return self._vakken.get(sleutel, (None,))[0]

    def weg(self, sleutel: S) -> W | None:
        """Look up for the last time, and forget."""
        self._ruim_op()
        return self._vakken.pop(sleutel, (None,))[0]

    def alle(self) -> list[W]:
        """What is in it now, oldest first."""
        self._ruim_op()
        return [waarde for waarde, _ in self._vakken.values()]

    def __len__(self) -> int:
        """Entries that take up room now."""
        return len(self._vakken)

    def _ruim_op(self) -> None:
        nu = self._klok()
        while self._vakken and next(iter(self._vakken.values()))[1] <= nu:
            self._vakken.popitem(last=False)
