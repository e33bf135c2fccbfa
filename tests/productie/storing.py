"""A proxy between bot and homeserver that refuses for haste or cuts connections when told."""

import time

import aiohttp
from aiohttp import web

from tests.matrix.doorgeef import Doorgeefluik


class Storing(Doorgeefluik):
    """Passes all on, but for a while."""

    def __init__(self, doel: str) -> None:
        super().__init__(doel)
        self._te_snel_tot = 0.0
        self._knip_tot = 0.0
        self.geweigerd = 0
        self.geknipt = 0

    def te_snel(self, duur_s: float) -> None:
        """Answer every write with 429 for so many seconds."""
        self._te_snel_tot = time.monotonic() + duur_s

    def knip(self, duur_s: float) -> None:
        """Close every connection after the server handled the request, for so many seconds."""
        self._knip_tot = time.monotonic() + duur_s

    async def geef_door(self, verzoek: web.Request) -> web.StreamResponse:
        """One request."""
        nu = time.monotonic()
        if nu < self._te_snel_tot and verzoek.method == "PUT":
            self.geweigerd += 1
            inhoud = {"errcode": "M_LIMIT_EXCEEDED", "error": "te snel", "retry_after_ms": 500}
            return web.json_response(inhoud, status=429)
        try:
            antwoord = await super().geef_door(verzoek)
        except aiohttp.ClientError:
            return web.json_response({"errcode": "M_UNKNOWN"}, status=502)
        if time.monotonic() < self._knip_tot and verzoek.transport is not None:
            self.geknipt += 1
            verzoek.transport.abort()
        return antwoord
