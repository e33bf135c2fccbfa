"""A proxy on loopback that can break a connection after the server has handled a request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

import aiohttp
from aiohttp import web
from yarl import URL

from tests.draaien import luister

GROOTST = 1_000_000
"""Bytes of a request."""


class Doorgeefluik:
    """Passes all on; breaks once, at the next request whose path holds a text."""

    def __init__(self, doel: str) -> None:
        self._doel = doel
        self._breek: str | None = None
        self.gebroken = 0
        self.adres = ""

    @asynccontextmanager
    async def draaiend(self) -> AsyncIterator[Self]:
        """Listen on a free port until the end."""
        app = web.Application(client_max_size=GROOTST)
        app.router.add_route("*", "/{pad:.*}", self.geef_door)
        async with aiohttp.ClientSession() as self._sessie, luister(app) as self.adres:
            yield self

    def breek_na(self, deel: str) -> None:
        """Close the socket instead of passing the next such reply on."""
        self._breek = deel

    async def geef_door(self, verzoek: web.Request) -> web.StreamResponse:
        """One request."""
        koppen = {n: w for n, w in verzoek.headers.items() if n.lower() in ("authorization", "content-type")}
        adres = self._doel + verzoek.raw_path
        async with self._sessie.request(
            verzoek.method, URL(adres, encoded=True), data=await verzoek.read(), headers=koppen
        ) as antwoord:
            inhoud = await antwoord.read()
        if self._breek is not None and self._breek in verzoek.path and verzoek.method == "PUT":
            self._breek = None
            self.gebroken += 1
            assert verzoek.transport is not None
            verzoek.transport.abort()
        return web.Response(status=antwoord.status, body=inhoud, content_type="application/json")
