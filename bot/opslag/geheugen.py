"""The store of a program that runs alone: a dictionary in which everything expires."""

import secrets
import time
from collections.abc import Callable

OPRUIMEN_S = 60.0
"""Seconds between two rounds of dropping what expired."""
SEINLENGTE = 8
"""Bytes of a signal: no two are the same."""


class Geheugenopslag:
    """Keeps all in this process."""

    gestoord = False

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self._klok = klok
        self._vakken: dict[tuple[str, bytes], tuple[bytes, float]] = {}
        self._seinen: dict[str, str] = {}
        self._opgeruimd = klok()

    async def haal(self, soort: str, merk: bytes) -> bytes | None:
        """A value that is still good."""
        waarde, tot = self._vakken.get((soort, merk), (b"", 0.0))
        return waarde if tot > self._klok() else None

    async def zet(self, soort: str, merk: bytes, waarde: bytes, houdbaar_s: float) -> bool:
        """Keep a value; there are no other processes to see it."""
        self._ruim_op()
        self._vakken[soort, merk] = waarde, self._klok() + houdbaar_s
        return True

    async def claim(self, merk: bytes, houdbaar_s: float) -> bool:
        """Take on, once."""
        return await self._neem("claim", merk, b"", houdbaar_s)

    async def geef_vrij(self, merk: bytes) -> None:
        """Let it be taken on again."""
        self._vakken.pop(("claim", merk), None)

    async def meld(self, sein: str) -> None:
        """Change a signal."""
        self._seinen[sein] = secrets.token_hex(SEINLENGTE)

    async def sein(self, sein: str) -> str | None:
        """The signal now."""
        return self._seinen.get(sein)

    async def huur(self, naam: str, wie: str, houdbaar_s: float) -> bool:
        """Take or prolong a lease."""
        merk = naam.encode()
        if await self.haal("huur", merk) == wie.encode():
            return await self.zet("huur", merk, wie.encode(), houdbaar_s)
        return await self._neem("huur", merk, wie.encode(), houdbaar_s)

    async def zeg_op(self, naam: str, wie: str) -> None:
        """End a lease of one's own."""
        if await self.haal("huur", naam.encode()) == wie.encode():
            del self._vakken["huur", naam.encode()]

    async def sluit(self) -> None:
        """Nothing to close."""

    async def _neem(self, soort: str, merk: bytes, waarde: bytes, houdbaar_s: float) -> bool:
        if await self.haal(soort, merk) is not None:
            return False
        return await self.zet(soort, merk, waarde, houdbaar_s)

    def _ruim_op(self) -> None:
        nu = self._klok()
        if nu - self._opgeruimd > OPRUIMEN_S:
            self._opgeruimd = nu
            self._vakken = {vak: inhoud for vak, inhoud in self._vakken.items() if inhoud[1] > nu}
