"""Keys that sign activities: fetched without blocking, kept for a day, asked for again at most once in five minutes.

Threat: a stranger who sends tokens with made-up key ids must not make us ask Microsoft for keys each time, nor hold up
others while we ask.
"""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

HOUDBAAR = 24 * 3600.0
"""Seconds that keys are used; Microsoft publishes new keys at least a day ahead."""
TUSSENPOOS = 300.0
"""Seconds between two requests for keys, whatever key ids come by."""
HERKANSING = 5.0
"""Seconds before a failed first request is tried again."""
GEDULD = 10.0
"""Seconds to wait for the key server."""
GROOTSTE = 1_000_000
"""Bytes of an answer of the key server; it sends some 20 kB."""


class SleutelsOnbereikbaar(Exception):
    """The key server did not give keys; nothing of what it said is in here."""


@dataclass(frozen=True)
class Sleutel:
    """One public key."""

    waarde: jwt.PyJWK
    kanalen: tuple[str, ...] | None
    """Channels this key may sign for; None when the server does not say."""


class Sleutelbos:
    """The keys of one issuer."""

    def __init__(self, openid: str, klok: Callable[[], float] = time.monotonic) -> None:
        self._openid = openid
        self._klok = klok
        self._sleutels: dict[str, Sleutel] = {}
        self._gehaald: float | None = None
        self._gevraagd: float | None = None
        self._bezig = asyncio.Lock()

    async def zoek(self, kid: str) -> Sleutel | None:
        """The key with this id; None when there is no such key. Raises SleutelsOnbereikbaar without any keys."""
        sleutel = self._sleutels.get(kid)
        if sleutel is None or self._verouderd():
            async with self._bezig:
                if (kid not in self._sleutels or self._verouderd()) and self._mag_vragen():
                    await self._haal()
            sleutel = self._sleutels.get(kid)
        if not self._sleutels:
            raise SleutelsOnbereikbaar
        return sleutel

    def _verouderd(self) -> bool:
        return self._gehaald is None or self._klok() - self._gehaald > HOUDBAAR

    def _mag_vragen(self) -> bool:
        return self._gevraagd is None or self._klok() - self._gevraagd >= TUSSENPOOS

    async def _haal(self) -> None:
        """Ask for keys; the old ones stay in use when that fails."""
        self._gevraagd = self._klok()
        try:
            self._sleutels = await self._lees()
            self._gehaald = self._klok()
        except (aiohttp.ClientError, TimeoutError, ValueError, TypeError, KeyError, AttributeError, jwt.PyJWTError):
            if not self._sleutels:
                self._gevraagd -= TUSSENPOOS - HERKANSING

    async def _lees(self) -> dict[str, Sleutel]:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=GEDULD)) as sessie:
            plek = (await _json(sessie, self._openid))["jwks_uri"]
            if not str(plek).startswith(self._openid.split("://")[0] + "://"):
                raise ValueError("jwks_uri")
            rijen = (await _json(sessie, plek))["keys"]
        return {str(rij["kid"]): _sleutel(rij) for rij in rijen if rij.get("kty") == "RSA"}


async def _json(sessie: aiohttp.ClientSession, adres: str) -> Any:
    async with sessie.get(adres, allow_redirects=False) as antwoord:
        antwoord.raise_for_status()
        ruw = await antwoord.content.read(GROOTSTE)
        return json.loads(ruw)


def _sleutel(rij: dict[str, Any]) -> Sleutel:
    kanalen = rij.get("endorsements")
    return Sleutel(jwt.PyJWK(rij, algorithm="RS256"), tuple(map(str, kanalen)) if kanalen is not None else None)
