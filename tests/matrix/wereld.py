"""The bot and people around it on one homeserver."""

import asyncio
import itertools
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import Tellers
from bot.kanalen.matrix.aanmelden import meld_aan
from bot.kanalen.matrix.client import pad
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kanaal import MatrixKanaal
from bot.kanalen.matrix.toestand import bewaard
from bot.kern import Kern
from tests.draaien import naast, stop
from tests.matrix.gebruiker import Gebruiker, gebruiker
from tests.matrix.synapse import NAAM, Synapse

_NUMMER = itertools.count()
WACHTWOORD = "proef-wachtwoord"
SYNC_S = 60.0
"""Seconds to wait for a sync, which comes at once when there is news."""


class Volgbaar(MatrixKanaal):
    """Tells of each sync that went well."""

    def __init__(self, *delen: Any) -> None:
        super().__init__(*delen)
        self._sync = asyncio.Condition()

    async def voorrang(self) -> None:
        """Comes at the end of a sync."""
        async with self._sync:
            self._sync.notify_all()
        await super().voorrang()

    async def wacht_op_sync(self) -> None:
        """Until the next one."""
        async with asyncio.timeout(SYNC_S), self._sync:
            await self._sync.wait()


class Wereld:
    """A bot account of its own, and people made on demand."""

    def __init__(self, synapse: Synapse, kern: Kern, map_: Path, **velden: Any) -> None:
        self.synapse = synapse
        self.kern = kern
        self._map = map_
        self._stapel = AsyncExitStack()
        self._nr = f"{os.getpid()}-{next(_NUMMER)}"
        self.bot = synapse.maak_gebruiker(f"deelwijzer-{self._nr}", WACHTWOORD)
        geheim = map_ / "wachtwoord"
        geheim.write_text(WACHTWOORD, encoding="utf-8")
        basis = {"server": synapse.adres, "gebruiker": self.bot, "map": map_ / "bot", "servers": (NAAM,)}
        self.instelling = MatrixInstellingen(**{**basis, "wachtwoord_bestand": geheim, **velden})
        self.geheugen = Geheugen(kern)
        self.kanaal: Volgbaar | None = None
        self.taak: asyncio.Task[None] | None = None

    async def meld_aan(self) -> None:
        """Log the bot in."""
        await meld_aan(self.instelling, lambda: None)

    async def start(self, tellers: Tellers | None = None, **velden: Any) -> MatrixKanaal:
        """Start the bot and wait for its first good sync."""
        instelling = self.instelling.model_copy(update=velden)
        self.kanaal = Volgbaar(instelling, self.geheugen, tellers)
        self.taak = asyncio.create_task(self.kanaal.draai())
        async with naast(self.kanaal.wacht_op_sync()) as gelukt:
            await asyncio.wait([self.taak, gelukt], return_when=asyncio.FIRST_COMPLETED)
            await (self.taak if self.taak.done() else gelukt)
        return self.kanaal

    async def wacht_op_sync(self) -> None:
        """Wait until the bot has seen something new."""
        assert self.kanaal is not None
        await self.kanaal.wacht_op_sync()

    async def stop(self) -> None:
        """Stop the bot as a signal would."""
        if self.taak is not None:
            await stop(self.taak)
            self.taak = None

    async def kanaal_naam(self, naam: str) -> None:
        """Give the bot a display name."""
        async with bewaard(self.instelling.map) as (client, _):
            await client.roep("PUT", f"/v3{pad('profile', self.bot, 'displayname')}", {"displayname": naam})

    async def mens(self, naam: str = "anna") -> Gebruiker:
        """Someone with an account."""
        volledig = f"{naam}-{self._nr}"
        self.synapse.maak_gebruiker(volledig, WACHTWOORD)
        map_ = self._map / naam
        return await self._stapel.enter_async_context(
            gebruiker(self.synapse.adres, f"@{volledig}:{NAAM}", WACHTWOORD, map_)
        )

    async def sluit(self) -> None:
        """Stop everyone."""
        await self.stop()
        await self._stapel.aclose()


@asynccontextmanager
async def wereld(synapse: Synapse, kern: Kern, map_: Path, start: bool = True, **velden: Any) -> AsyncIterator[Wereld]:
    """A world with a bot that runs, unless told otherwise."""
    w = Wereld(synapse, kern, map_, **velden)
    try:
        await w.meld_aan()
        if start:
            await w.start()
        yield w
    finally:
        await w.sluit()
