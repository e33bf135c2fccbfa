"""The web address Teams calls: checks, claims, answers 200 at once, and lets the work go on in a task.

A 401, 403 or 413 tells Teams to stop; a 503 to come back. Nothing a caller sends leads to a 500, which Teams would
answer with the same activity again and again.
"""

import asyncio
import json
import logging
import sqlite3

from aiohttp import web

from bot.gesprek.geheugen import Geheugen
from bot.kanalen.teams.activiteit import Activiteit, Onleesbaar, lees_activiteit
from bot.kanalen.teams.beantwoord import KANAAL
from bot.kanalen.teams.behandel import Behandelaar
from bot.kanalen.teams.claims import Claims
from bot.kanalen.teams.gebeurtenis import Gebeurtenis, claimnamen, duid
from bot.kanalen.teams.taken import Taken
from bot.kanalen.teams.toegang import Geweigerd, Toegang
from bot.kanalen.teams.zoeken import Zoeker

GROOTSTE_LICHAAM = 256 * 1024
"""Bytes of one request; an activity of Teams is under 100 kB."""
GEDULD = 10.0
"""Seconds in which a body must be in; Teams itself sends it at once."""
LATER = {"Retry-After": "5"}
_log = logging.getLogger(__name__)


class Ingang:
    """Takes activities in."""

    def __init__(
        self,
        toegang: Toegang,
        claims: Claims,
        taken: Taken,
        behandelaar: Behandelaar,
        zoeker: Zoeker,
        geheugen: Geheugen,
    ) -> None:
        self._toegang = toegang
        self._claims = claims
        self._taken = taken
        self._behandelaar = behandelaar
        self._zoeker = zoeker
        self._geheugen = geheugen
        self.open = True
        """Whether new work is taken on."""

    async def neem_aan(self, verzoek: web.Request) -> web.Response:
        """Handle one request."""
        try:
            claims = await self._toegang.token(verzoek.headers.get("Authorization"))
            activiteit = lees_activiteit(json.loads(await _lichaam(verzoek)))
            self._toegang.adres(activiteit, claims)
        except Geweigerd as fout:
            _log.warning("een verzoek is geweigerd: %s", fout.reden)
            return web.Response(status=fout.status)
        except (Onleesbaar, ValueError, RecursionError):
            return web.Response(status=400)
        except TimeoutError:
            return web.Response(status=408)
        return await self._verwerk(activiteit)

    async def _verwerk(self, a: Activiteit) -> web.Response:
        wat = duid(a)
        if wat is Gebeurtenis.ZOEKEN:
            return await self._zoek(a)
        if wat is Gebeurtenis.ONBEKENDE_INVOKE:
            return web.Response(status=501)
        if wat is Gebeurtenis.NIETS:
            return web.Response()
        if self._taken.vol or not self.open:
            return web.Response(status=503, headers=LATER)
        try:
            nieuw = await self._is_nieuw(a, wat)
        except sqlite3.OperationalError as fout:
            _log.error("de schijf neemt geen claim aan (%s): Teams mag terugkomen", type(fout).__name__)
            return web.Response(status=503, headers=LATER)
        if nieuw:
            self._taken.start(self._geheugen.merk(KANAAL, a.gesprek), self._behandelaar.behandel(a, wat))
        return web.Response()

    async def _is_nieuw(self, a: Activiteit, wat: Gebeurtenis) -> bool:
        genomen = [await self._claims.neem_samen(*naam) for naam in claimnamen(a, wat)]
        return not genomen or genomen[0]

    async def _zoek(self, a: Activiteit) -> web.Response:
        try:
            return web.json_response(await self._geheugen.werk(lambda: self._zoeker.zoek(a.tekst, a.tenant)))
        except Exception as fout:
            _log.error("een zoekvraag is niet gelukt: %s", type(fout).__name__)
            return web.Response(status=503, headers=LATER)


async def _lichaam(verzoek: web.Request) -> bytes:
    """The body, up to the limit. Raises Geweigerd when it is larger and TimeoutError when it does not come."""
    if (verzoek.content_length or 0) > GROOTSTE_LICHAAM:
        raise Geweigerd("te groot", 413)
    uit = bytearray()
    async with asyncio.timeout(GEDULD):
        async for deel in verzoek.content.iter_any():
            uit += deel
            if len(uit) > GROOTSTE_LICHAAM:
                raise Geweigerd("te groot", 413)
    return bytes(uit)
