"""Who leads, and who does not: when a lease is lost, when Redis is away, and when a leader stops in peace."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.leiding import Leiding
from bot.opslag.gedeeld import Gedeeldeopslag
from tests.draaien import naast, stop
from tests.productie.redis import Redisserver

HUUR_S = 1.0
GEDULD_S = 10.0


class Bezet(Exception):
    """The folder is someone else's."""


class Folder:
    """What a channel holds while it runs, and how often it was taken."""

    def __init__(self) -> None:
        self.van: Proefkanaal | None = None
        self.keren = 0
        self._anders = asyncio.Condition()

    async def meld(self) -> None:
        """Somebody began or ended."""
        async with self._anders:
            self._anders.notify_all()

    async def tot(self, keren: int, bezet: bool = True) -> None:
        """Until it was taken so often, and is held or let go of."""
        async with asyncio.timeout(GEDULD_S), self._anders:
            await self._anders.wait_for(lambda: (self.keren, self.van is not None) == (keren, bezet))


class Proefkanaal:
    """Runs until cancelled."""

    naam = "proef"

    def __init__(self, folder: Folder) -> None:
        if folder.van is not None:
            raise Bezet
        folder.van = self
        folder.keren += 1
        self._folder = folder

    async def draai(self) -> None:
        """Hold the folder."""
        try:
            await self._folder.meld()
            await asyncio.Event().wait()
        finally:
            self._folder.van = None
            await self._folder.meld()

    def routes(self) -> Iterable[web.RouteDef]:
        """None."""
        return ()

    def laatste_goed(self) -> float | None:
        """Not of interest here."""
        return 1.0

    def verbonden(self) -> bool:
        """Always."""
        return True


@asynccontextmanager
async def proces(folder: Folder, redis: Redisserver) -> AsyncIterator[tuple[Leiding, "asyncio.Task[None]"]]:
    """One process that wants to lead."""
    opslag = Gedeeldeopslag(redis.adres, None, "proef")
    leiding = Leiding("proef", lambda: Proefkanaal(folder), Bezet, opslag, "proef", HUUR_S)
    try:
        async with naast(leiding.draai()) as taak:
            yield leiding, taak
    finally:
        await opslag.sluit()


def test_wie_netjes_stopt_geeft_de_leiding_meteen_door(redis: Redisserver) -> None:
    async def verloop() -> None:
        folder = Folder()
        async with proces(folder, redis) as (een, taak):
            await folder.tot(1)
            async with proces(folder, redis) as (twee, _):
                await asyncio.sleep(2 * HUUR_S)  # longer than a lease: it is prolonged
                assert (een.leidt, twee.leidt, folder.keren) == (True, False, 1)
                assert twee.verbonden()
                assert twee.laatste_goed() is None
                await stop(taak)
                await folder.tot(2)
                assert (een.leidt, twee.leidt) == (False, True)

    asyncio.run(verloop())


def test_wie_de_huur_kwijt_is_stopt(redis: Redisserver) -> None:
    async def verloop() -> None:
        folder = Folder()
        async with proces(folder, redis) as (een, _):
            await folder.tot(1)
            with redis.klant() as klant:
                klant.set("proef:huur:proef", "iemand anders", px=int(2000 * HUUR_S))
            await folder.tot(1, bezet=False)
            await folder.tot(2)
            assert een.leidt

    asyncio.run(verloop())


def test_zonder_redis_blijft_de_leider_en_komt_er_geen_bij(redis: Redisserver) -> None:
    async def verloop() -> None:
        folder = Folder()
        async with proces(folder, redis) as (een, _), proces(folder, redis) as (twee, _):
            await folder.tot(1)
            leider, reserve = (een, twee) if een.leidt else (twee, een)
            redis.stop()
            await asyncio.sleep(2 * HUUR_S)
            assert (leider.leidt, reserve.leidt, reserve.verbonden()) == (True, False, False)
            redis.start()  # empty: the lease is gone, and still the leader stays
            await asyncio.sleep(2 * HUUR_S)
            assert (leider.leidt, reserve.leidt, folder.keren) == (True, False, 1)

    asyncio.run(verloop())
