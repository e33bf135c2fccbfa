"""A connector and key server on loopback that record what they get, and misbehave when told."""

import asyncio
import itertools
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.draaien import luister

GEDULD = 15.0
"""Seconds to wait for a call before a test fails."""


@dataclass(frozen=True)
class Aanroep:
    """One call of the bot."""

    methode: str
    gesprek: str
    bericht: str | None
    kop: str | None
    lichaam: dict[str, Any] = field(default_factory=dict)

    @property
    def kaart(self) -> dict[str, Any]:
        """The card in it."""
        inhoud: dict[str, Any] = self.lichaam["attachments"][0]["content"]
        return inhoud

    @property
    def tekst(self) -> str:
        """The card as text."""
        return str(self.kaart["fallbackText"])


@dataclass(frozen=True)
class Gedrag:
    """How to answer one call."""

    status: int = 200
    wacht: str | None = None
    verbreek: bool = False
    half: bool = False
    """Close in the middle of the reply."""
    duur: float = 0.0
    sein: asyncio.Event | None = None
    """Reply only once this is set."""


class Connector:
    """Records calls in order."""

    def __init__(self) -> None:
        self.aanroepen: list[Aanroep] = []
        self.bestanden: dict[str, tuple[dict[str, str], bytes]] = {}
        """What was put in the OneDrive, with the headers."""
        self.opslagstatus = 201
        self.gedrag: deque[Gedrag] = deque()
        self.sleutels: list[dict[str, Any]] = []
        self.sleutelvragen = 0
        self.sleutelsein: asyncio.Event | None = None
        """Give keys only once this is set."""
        self.sleutelstatus = 200
        self.adres = ""
        self._nummer = itertools.count(1)
        self._nieuw = asyncio.Condition()

    async def wacht_op(self, aantal: int) -> list[Aanroep]:
        """Until so many calls came in."""
        async with asyncio.timeout(GEDULD), self._nieuw:
            await self._nieuw.wait_for(lambda: len(self.aanroepen) >= aantal)
        return self.aanroepen

    async def activiteit(self, verzoek: web.Request) -> web.StreamResponse:
        """Post, replace or delete."""
        gedrag = self.gedrag.popleft() if self.gedrag else Gedrag()
        ruw = await verzoek.read()
        deel = verzoek.match_info
        aanroep = Aanroep(
            verzoek.method, deel["g"], deel.get("b"), verzoek.headers.get("Authorization"), json.loads(ruw or b"{}")
        )
        self.aanroepen.append(aanroep)
        async with self._nieuw:
            self._nieuw.notify_all()
        await asyncio.sleep(gedrag.duur)
        if gedrag.sein is not None:
            await gedrag.sein.wait()
        if gedrag.half:
            return await _half(verzoek)
        if gedrag.verbreek and verzoek.transport is not None:
            verzoek.transport.close()
        kop = {"Retry-After": gedrag.wacht} if gedrag.wacht is not None else {}
        return web.json_response({"id": f"kaart-{next(self._nummer)}"}, status=gedrag.status, headers=kop)

    async def leg_neer(self, verzoek: web.Request) -> web.StreamResponse:
        """Take a file, as OneDrive does."""
        self.bestanden[verzoek.match_info["naam"]] = dict(verzoek.headers), await verzoek.read()
        return web.json_response({}, status=self.opslagstatus)

    async def openid(self, _: web.Request) -> web.StreamResponse:
        """Where the keys are."""
        return web.json_response({"jwks_uri": f"{self.adres}/sleutels"})

    async def geef_sleutels(self, _: web.Request) -> web.StreamResponse:
        """The keys."""
        self.sleutelvragen += 1
        if self.sleutelsein is not None:
            await self.sleutelsein.wait()
        return web.json_response({"keys": self.sleutels}, status=self.sleutelstatus)


async def _half(verzoek: web.Request) -> web.StreamResponse:
    """Promise a hundred bytes, give five and close."""
    antwoord = web.StreamResponse(headers={"Content-Length": "100", "Content-Type": "application/json"})
    await antwoord.prepare(verzoek)
    await antwoord.write(b'{"id"')
    assert verzoek.transport is not None
    verzoek.transport.close()
    return antwoord


@asynccontextmanager
async def connector() -> AsyncIterator[Connector]:
    """A connector that listens on a free port."""
    nep = Connector()
    app = web.Application()
    plek = "/v3/conversations/{g}/activities"
    app.router.add_post(plek, nep.activiteit)
    app.router.add_put(plek + "/{b}", nep.activiteit)
    app.router.add_delete(plek + "/{b}", nep.activiteit)
    app.router.add_put("/onedrive/{naam}", nep.leg_neer)
    app.router.add_get("/openid", nep.openid)
    app.router.add_get("/sleutels", nep.geef_sleutels)
    async with luister(app) as nep.adres:
        yield nep
