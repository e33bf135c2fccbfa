"""A dictionary that forgets what was put in longest ago."""

from collections import OrderedDict
from typing import Generic, TypeVar

S = TypeVar("S")
W = TypeVar("W")


class Begrensd(Generic[S, W]):
    """Holds the newest `meeste` entries."""

    def __init__(self, meeste: int) -> None:
        self._meeste = meeste
        self._vakken: OrderedDict[S, W] = OrderedDict()

    def zet(self, sleutel: S, waarde: W) -> None:
        """Put in, as the newest."""
        self._vakken[sleutel] = waarde
        self._vakken.move_to_end(sleutel)
        if len(self._vakken) > self._meeste:
            self._vakken.popitem(last=False)

    def haal(self, sleutel: S) -> W | None:
        """Look up; None when it is not there any more."""
        return self._vakken.get(sleutel)

    def weg(self, sleutel: S) -> None:
        """Forget now."""
        self._vakken.pop(sleutel, None)

    def alle(self) -> list[W]:
        """What is in it now, oldest first."""
        return list(self._vakken.values())

    def __len__(self) -> int:
        return len(self._vakken)
