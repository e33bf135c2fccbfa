"""A proxy on loopback that can break a connection after the server has handled a request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from yarl import URL


class Doorgeefluik:
    """Passes all on; breaks once, at the next request whose path holds a text."""

    def __init__(self, doel: str, sessie: aiohttp.ClientSession) -> None:
        self._doel = doel
        self._sessie = sessie
        self._breek: str | None = None
        self.gebroken = 0
        self.adres = ""

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


@asynccontextmanager
async def doorgeefluik(doel: str) -> AsyncIterator[Doorgeefluik]:
    """Listen on a free port until the end."""
    async with aiohttp.ClientSession() as sessie:
        luik = Doorgeefluik(doel, sessie)
        app = web.Application(client_max_size=1_000_000)
        app.router.add_route("*", "/{pad:.*}", luik.geef_door)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        luik.adres = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield luik
        finally:
            await runner.cleanup()
