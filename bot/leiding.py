"""One process leads a channel, others stand in: whoever has the lease runs it, and the next takes over when it ends.

The lock on the channel's folder stays the fence: a process that was only slow, and does not know yet that its lease
ended, still holds it. So the folder must be on a disk whose locks reach all machines, such as NFSv4.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from aiohttp import web

from bot.dienst import Kanaal
from bot.opslag.vorm import Opslag

DEEL = 4
"""Tries per length of a lease: three may fail before it is lost."""
AFRONDTIJD_S = 5.0
"""Seconds to finish work once the lease is lost; the next leader does what is left."""
NAAMBYTES = 8
LOG = logging.getLogger(__name__)


class Leiding:
    """A channel that runs in one process at a time.

    `maak` makes it and raises `bezet` while another process holds its folder. Without the store a leader goes on, and
    nobody new takes the lead: two would be worse than none.
    """

    def __init__(
        self, naam: str, maak: Callable[[], Kanaal], bezet: type[Exception], opslag: Opslag, sleutel: str, huur_s: float
    ) -> None:
        self.naam = naam
        self._maak = maak
        self._bezet = bezet
        self._opslag = opslag
        self._sleutel = sleutel
        self._huur_s = huur_s
        self._ik = secrets.token_hex(NAAMBYTES)
        self._rust_tot = 0.0
        self._kanaal: Kanaal | None = None

    @property
    def leidt(self) -> bool:
        """Whether this process leads."""
        return self._kanaal is not None

    async def draai(self) -> None:
        """Lead or wait, until cancelled."""
        while True:
            self._kanaal = await self._aan_de_beurt()
            LOG.info("dit programma leidt nu het kanaal %s", self.naam)
            try:
                await self._leid(self._kanaal)
            finally:
                self._kanaal = None
                await self._opslag.zeg_op(self._sleutel, self._ik)

    def routes(self) -> Iterable[web.RouteDef]:
        """None: a channel that is called needs no leader."""
        return ()

    def laatste_goed(self) -> float | None:
        """That of the channel; None for a stand-in, which only waits."""
        return self._kanaal.laatste_goed() if self._kanaal else None

    def verbonden(self) -> bool:
        """Whether the channel is, or this process stands in."""
        return self._kanaal.verbonden() if self._kanaal else not self._opslag.gestoord

    async def _aan_de_beurt(self) -> Kanaal:
        """Wait for the lease and the folder."""
        while True:
            if await self._mag_vragen() and await self._huur():
                with suppress(self._bezet):
                    return self._maak()
            await asyncio.sleep(self._huur_s / DEEL)

    async def _mag_vragen(self) -> bool:
        """Not until the store is back as long as a lease lasts: it may have lost the one of the leader."""
        await self._opslag.sein(self._sleutel)
        nu = time.monotonic()
        if self._opslag.gestoord:
            self._rust_tot = nu + self._huur_s
        return nu >= self._rust_tot

    async def _huur(self) -> bool | None:
        return await self._opslag.huur(self._sleutel, self._ik, self._huur_s)

    async def _leid(self, kanaal: Kanaal) -> None:
        """Until the lease is lost or the channel fails for good."""
        werk, hoeder = asyncio.create_task(kanaal.draai()), asyncio.create_task(self._houd_vast())
        try:
            await asyncio.wait([werk, hoeder], return_when=asyncio.FIRST_COMPLETED)
        finally:
            hoeder.cancel()
            klaar = werk.done()
            werk.cancel()
            await _rond_af(werk)
        if klaar:
            await werk

    async def _houd_vast(self) -> None:
        while True:
            await asyncio.sleep(self._huur_s / DEEL)
            if await self._huur() is False:
                LOG.warning("een ander programma leidt nu het kanaal %s", self.naam)
                return


async def _rond_af(werk: asyncio.Task[None]) -> None:
    """Wait for what was begun, but not for long."""
    await asyncio.wait([werk], timeout=AFRONDTIJD_S)
    if not werk.done():
        werk.cancel()
        await asyncio.wait([werk])
