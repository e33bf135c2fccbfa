"""The one interface to what processes share.

Threat: whoever reads the store must not learn who asked what. A key is a keyed hash of ids, whose key is not in the
store; a value holds recognised ids only, or is encrypted with a key that is not in the store; everything expires.
"""

from typing import Protocol


class Opslag(Protocol):
    """Values with an expiry, claims, signals and leases. No method raises when the store is away; it says so."""

    @property
    def gestoord(self) -> bool:
        """Whether the store could not be reached at the last try, so that processes do not know of each other."""

    async def haal(self, soort: str, merk: bytes) -> bytes | None:
        """A value; None when there is none or the store is away."""

    async def zet(self, soort: str, merk: bytes, waarde: bytes, houdbaar_s: float) -> bool:
        """Keep a value for so many seconds; False when other processes cannot see it."""

    async def claim(self, merk: bytes, houdbaar_s: float) -> bool:
        """Take something on for so many seconds; False when that was done before."""

    async def geef_vrij(self, merk: bytes) -> None:
        """Let it be taken on again."""

    async def meld(self, sein: str) -> None:
        """Tell all processes that something changed: they see another value at `sein`."""

    async def sein(self, sein: str) -> str | None:
        """A value that differs after each `meld`; None when it was never told or the store is away."""

    async def huur(self, naam: str, wie: str, houdbaar_s: float) -> bool | None:
        """Take or prolong a lease; False when someone else has it, None when the store is away."""

    async def zeg_op(self, naam: str, wie: str) -> None:
        """End a lease of one's own."""

    async def sluit(self) -> None:
        """Close connections."""
