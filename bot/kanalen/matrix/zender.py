"""Sending: waits as long as the server asks, tries again until it has lost its use, and never sends a thing twice.

A transaction id follows from the question's id. The server knows it again, so sending once more after a crash or a
broken connection gives the event that is there already.
"""

import asyncio
import hashlib
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from aiohttp import ClientError

from bot.gesprek.gids import Bestand
from bot.kanalen.matrix.bestanden import laad_op
from bot.kanalen.matrix.client import ONGELDIG, Client, gecontroleerd, pad
from bot.kanalen.matrix.fouten import Weigering

T = TypeVar("T")
EERSTE_WACHT_S, LANGSTE_WACHT_S = 0.5, 60.0
"""Seconds between tries when the server does not say how long."""
VOORGOED = frozenset(
    {
        "M_FORBIDDEN",
        "M_NOT_FOUND",
        "M_TOO_LARGE",
        ONGELDIG,
        "M_BAD_JSON",
        "M_INVALID_PARAM",
        "M_UNRECOGNIZED",
        "M_GUEST_ACCESS_FORBIDDEN",
    }
)
"""Refusals that trying again does not change."""
STORINGEN = (ClientError, ConnectionError, TimeoutError, asyncio.TimeoutError)
"""What a broken connection raises."""


class Verlopen(Weigering):
    """It took too long to be of use."""

    def __init__(self) -> None:
        super().__init__("te lang geprobeerd")


def tx(*delen: str) -> str:
    """The transaction id that belongs to an event."""
    return "dw" + hashlib.blake2b("\x1f".join(delen).encode(errors="surrogatepass"), digest_size=20).hexdigest()


class Zender:
    """Sends for all rooms; each call waits on its own, so a slow room holds up nobody else."""

    def __init__(self, client: Client, langst_s: float) -> None:
        self._client = client
        self._langst_s = langst_s
        """Seconds after which an answer is of no use any more."""

    async def bericht(self, kamer: str, inhoud: Mapping[str, Any], tx_id: str) -> str:
        """Send a message; gives its event id. Raises Weigering when that can never work."""
        try:
            return await self._stuur(kamer, "m.room.message", inhoud, tx_id)
        except Weigering as fout:
            if fout.code != ONGELDIG or "m.relates_to" not in inhoud:
                raise
        los = {veld: waarde for veld, waarde in inhoud.items() if veld != "m.relates_to"}
        return await self._stuur(kamer, "m.room.message", los, tx("los", tx_id))  # its thread is not known here

    async def reactie(self, kamer: str, op: str, teken: str, tx_id: str) -> None:
        """Put an emoji under an event."""
        relatie = {"rel_type": "m.annotation", "event_id": op, "key": teken}
        await self._stuur(kamer, "m.reaction", {"m.relates_to": relatie}, tx_id)

    async def bestand(self, kamer: str, bestand: Bestand, relatie: Mapping[str, Any] | None, tx_id: str) -> None:
        """Hand over a file."""
        inhoud = await volhouden(lambda: laad_op(self._client, kamer, bestand), self._langst_s)
        await self.bericht(kamer, {**inhoud, "m.relates_to": relatie} if relatie else inhoud, tx_id)

    async def verwijder(self, kamer: str, id_: str, reden: str, tx_id: str) -> None:
        """Redact an event."""
        weg = pad("rooms", kamer, "redact", id_, tx_id)
        await volhouden(lambda: self._client.roep("PUT", f"/v3{weg}", {"reason": reden}), self._langst_s)

    async def typt(self, kamer: str, typt: bool) -> None:
        """Show or hide that the bot is at work; of no importance, so never tried again."""
        try:
            await self._client.room_typing(kamer, typt)
        except STORINGEN:
            return

    async def _stuur(self, kamer: str, soort: str, inhoud: Mapping[str, Any], tx_id: str) -> str:
        async def eens() -> str:
            await self._client.deel_sleutel(kamer)
            antwoord = await self._client.room_send(kamer, soort, dict(inhoud), tx_id, ignore_unverified_devices=True)
            return str(gecontroleerd(antwoord).event_id)

        return await volhouden(eens, self._langst_s)


async def volhouden(doe: Callable[[], Awaitable[T]], langst_s: float) -> T:
    """Try until it works, is refused for good, or has lost its use."""
    einde = time.monotonic() + langst_s
    wacht = EERSTE_WACHT_S
    while True:
        try:
            return await doe()
        except Weigering as fout:
            if fout.code in VOORGOED:
                raise
            rust = fout.wacht_s if fout.wacht_s is not None else _gespreid(wacht)
        except STORINGEN:
            rust = _gespreid(wacht)
        if time.monotonic() + rust > einde:
            raise Verlopen
        await asyncio.sleep(rust)
        wacht = min(2 * wacht, LANGSTE_WACHT_S)


def _gespreid(wacht: float) -> float:
    """A wait that differs from room to room, so that not all come back at once."""
    return wacht * random.uniform(0.8, 1.2)
