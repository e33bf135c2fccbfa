"""The store in Redis or Valkey. While it is away the program goes on alone, says so, and looks again every second."""

import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.opslag.geheugen import SEINLENGTE, Geheugenopslag

GEDULD_S = 3.0
"""Seconds to wait for one call: a busy machine is no reason to go on alone, for then answers can come twice."""
ADEM_S = 1.0
"""Seconds after a failure in which the store is left alone, so that not each question waits for it."""
HUUR = """
local houder = redis.call('get', KEYS[1])
if houder and houder ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
return 1
"""
OPZEG = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
LOG = logging.getLogger(__name__)
T = TypeVar("T")


class Gedeeldeopslag:
    """Keeps all where every process with the same prefix sees it."""

    def __init__(self, adres: str, wachtwoord: str | None, voorvoegsel: str) -> None:
        self._redis = Redis.from_url(
            adres,
            password=wachtwoord,
            socket_timeout=GEDULD_S,
            socket_connect_timeout=GEDULD_S,
            retry=Retry(NoBackoff(), 0),
        )
        self._voor = voorvoegsel
        self._alleen = Geheugenopslag()
        self._weg_sinds: float | None = None
        self._weer = 0.0

    @property
    def gestoord(self) -> bool:
        """Whether the last call failed."""
        return self._weg_sinds is not None

    async def haal(self, soort: str, merk: bytes) -> bytes | None:
        """A value that is still good."""
        waarde = await self._probeer(lambda: self._redis.get(self._plek(soort, merk)))
        return waarde if isinstance(waarde, bytes) else None

    async def zet(self, soort: str, merk: bytes, waarde: bytes, houdbaar_s: float) -> bool:
        """Keep a value."""
        gelukt = await self._probeer(lambda: self._redis.set(self._plek(soort, merk), waarde, px=_ms(houdbaar_s)))
        return bool(gelukt)

    async def claim(self, merk: bytes, houdbaar_s: float) -> bool:
        """Take on, once; while the store is away only this process is looked at."""
        plek = self._plek("claim", merk)
        # A missing reply means both 'was there' and 'away': the second is told apart by `gestoord`.
        gelukt = await self._probeer(lambda: self._redis.set(plek, b"", nx=True, px=_ms(houdbaar_s)))
        return await self._alleen.claim(merk, houdbaar_s) if self.gestoord else bool(gelukt)

    async def geef_vrij(self, merk: bytes) -> None:
        """Let it be taken on again."""
        await self._alleen.geef_vrij(merk)
        await self._probeer(lambda: self._redis.delete(self._plek("claim", merk)))

    async def meld(self, sein: str) -> None:
        """Change a signal."""
        await self._probeer(lambda: self._redis.set(f"{self._voor}:sein:{sein}", secrets.token_hex(SEINLENGTE)))

    async def sein(self, sein: str) -> str | None:
        """The signal now."""
        waarde = await self._probeer(lambda: self._redis.get(f"{self._voor}:sein:{sein}"))
        return waarde.decode() if isinstance(waarde, bytes) else None

    async def huur(self, naam: str, wie: str, houdbaar_s: float) -> bool | None:
        """Take or prolong a lease."""
        plek = f"{self._voor}:huur:{naam}"
        gelukt = await self._probeer(
            lambda: cast("Awaitable[object]", self._redis.eval(HUUR, 1, plek, wie, str(_ms(houdbaar_s))))
        )
        return None if self.gestoord else bool(gelukt)

    async def zeg_op(self, naam: str, wie: str) -> None:
        """End a lease of one's own."""
        plek = f"{self._voor}:huur:{naam}"
        await self._probeer(lambda: cast("Awaitable[object]", self._redis.eval(OPZEG, 1, plek, wie)))

    async def sluit(self) -> None:
        """Close connections."""
        await self._redis.aclose()

    async def _probeer(self, doe: Callable[[], Awaitable[T]]) -> T | None:
        """The reply; None when the store is away, which is then remembered for a while."""
        if self.gestoord and time.monotonic() < self._weer:
            return None
        try:
            uit = await doe()
        except (RedisError, OSError, TimeoutError) as fout:
            self._is_weg(fout)
            return None
        self._is_er()
        return uit

    def _is_weg(self, fout: BaseException) -> None:
        nu = time.monotonic()
        self._weer = nu + ADEM_S
        if self._weg_sinds is None:
            self._weg_sinds = nu
            LOG.error("de gedeelde opslag is weg (%s): dit programma gaat alleen verder", type(fout).__name__)

    def _is_er(self) -> None:
        if self._weg_sinds is not None:
            LOG.warning("de gedeelde opslag is er weer, na %.0f seconden", time.monotonic() - self._weg_sinds)
            self._weg_sinds = None

    def _plek(self, soort: str, merk: bytes) -> str:
        return f"{self._voor}:{soort}:{merk.hex()}"


def _ms(seconden: float) -> int:
    return max(1, int(1000 * seconden))
