"""Two Teams replicas behind a load balancer that takes them in turn."""

import itertools
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
from aiohttp import web

from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Webinstellingen
from bot.kanalen.teams.kanaal import PAD, Teamskanaal
from bot.kern import Kern
from bot.opslag import Geheugenopslag, Opslag
from bot.opslag.gedeeld import Gedeeldeopslag
from bot.organisaties import Organisaties
from tests.draaien import luister, naast
from tests.productie.redis import Redisserver
from tests.teams.connector import Connector, connector
from tests.teams.opstelling import Json, activiteit, proefinstelling

SLEUTEL = b"proef" * 6


class Replica:
    """One process's worth of the channel."""

    def __init__(self, kern: Kern, redis: Redisserver | None, organisaties: Organisaties | None = None) -> None:
        self.opslag: Opslag = Gedeeldeopslag(redis.adres, None, "proef") if redis else Geheugenopslag()
        self.geheugen = Geheugen(kern, opslag=self.opslag, sleutel=SLEUTEL)
        self.adres = ""
        self._kanaal = Teamskanaal(
            proefinstelling(),
            self.geheugen,
            Webinstellingen(poort=0),
            "goeree-overflakkee",
            organisaties=organisaties,
            opslag=self.opslag,
        )

    @asynccontextmanager
    async def draaiend(self) -> AsyncIterator["Replica"]:
        """Listen on a free port until the end."""
        app = web.Application()
        app.router.add_routes(self._kanaal.routes())
        try:
            async with luister(app) as adres, naast(self._kanaal.draai()):
                self.adres = f"{adres}{PAD}"
                yield self
        finally:
            await self.opslag.sluit()


class Verdeler:
    """Hands activities to the replicas in turn."""

    def __init__(self, nep: Connector, replicas: list[Replica], sessie: aiohttp.ClientSession) -> None:
        self.nep = nep
        self.replicas = replicas
        self._sessie = sessie
        self._beurt = itertools.cycle(replicas)

    async def stuur(self, lichaam: Json) -> int:
        """To whoever's turn it is; the status."""
        async with self._sessie.post(next(self._beurt).adres, json=lichaam) as antwoord:
            return antwoord.status

    def bericht(self, tekst: str, **anders: object) -> Json:
        """A message in a personal chat."""
        return activiteit(self.nep.adres, text=tekst) | anders

    def in_gesprek(self, nr: int, tekst: str) -> Json:
        """A message in a chat of its own."""
        chat = self.bericht(tekst)["conversation"] | {"id": f"a:gesprek-{nr}"}
        return self.bericht(tekst, conversation=chat)


@asynccontextmanager
async def verdeler(kern: Kern, redis: Redisserver, aantal: int = 2) -> AsyncIterator[Verdeler]:
    """So many replicas, a connector and the balancer."""
    async with AsyncExitStack() as stapel:
        nep = await stapel.enter_async_context(connector())
        replicas = [await stapel.enter_async_context(Replica(kern, redis).draaiend()) for _ in range(aantal)]
        sessie = await stapel.enter_async_context(aiohttp.ClientSession())
        yield Verdeler(nep, replicas, sessie)
