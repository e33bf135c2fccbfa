"""Take a new version live in a running process, without a restart: built beside the old one, then swapped."""

from collections.abc import Callable
from pathlib import Path

from bot.kern import Kern

OM_DE = 1.0
"""Seconds between two looks at the pointer."""


class Levend:
    """Follows the pointer of a knowledge repository."""

    def __init__(self, map_: Path, kern: Kern, versie: str, neem: Callable[[Kern], None]) -> None:
        """`neem` gets every new core, in the event loop."""
        raise NotImplementedError

    @property
    def versie(self) -> str:
        """The version that answers now."""
        raise NotImplementedError

    @property
    def geweigerd(self) -> str | None:
        """A newer version that could not be used; None when all is well. For /gezond and a metric."""
        raise NotImplementedError

    async def draai(self) -> None:
        """Follow until cancelled."""
        raise NotImplementedError
