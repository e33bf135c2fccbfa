"""Takes in what the server sends: one supervised loop of syncs that ends only when the login is dead.

nio's own loop is not used: it keeps the token before the work is done, stops at a fault, and spins on a dead login.
"""

import asyncio
import logging
import time
from collections.abc import Iterable
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

from nio import InviteMemberEvent, MegolmEvent, MessageDirection

from bot.kanalen.matrix.bericht import Bericht, Soort, lees_bericht
from bot.kanalen.matrix.client import Client, gecontroleerd, leden_bekend, ontsleutel
from bot.kanalen.matrix.fouten import NietAangemeld, Weigering
from bot.kanalen.matrix.onleesbaar import is_vervalst
from bot.kanalen.matrix.zender import STORINGEN
from bot.kanalen.velden import velden, woorden
from bot.logboek import plaats

LOG = logging.getLogger(__name__)
POLL_MS = 30_000
"""Milliseconds the server holds a sync when nothing happens."""
LADING = 50
"""Events per room in one sync; more are fetched when there were more."""
PAGINAS, PAGINA = 20, 100
"""Pages, and events on each, that are fetched at most for a gap."""
EERSTE_WACHT_S, LANGSTE_WACHT_S = 1.0, 60.0
"""Seconds between tries when the server is away."""
FILTER = {
    "presence": {"types": []},
    "account_data": {"types": []},
    "room": {
        "state": {"lazy_load_members": True},
        "timeline": {"limit": LADING, "lazy_load_members": True},
        "account_data": {"types": []},
        "ephemeral": {"types": []},
    },
}
ALLEEN_UITNODIGINGEN = (
    '{"room":{"timeline":{"limit":0},"state":{"types":[]},"ephemeral":{"types":[]}},"presence":{"types":[]}}'
)
"""Filter for the one request that lists invitations from before the start: a sync tells them only once."""


class Ontvanger(Protocol):
    """Who gets what came in."""

    def lading(self, token: str, berichten: list[Bericht], onleesbaar: list[tuple[str, Any]]) -> None:
        """A batch: what can be read, and room and event of what cannot."""

    def uitnodiging(self, kamer: str, van: str) -> None:
        """Someone invited the bot."""

    def gesynchroniseerd(self) -> None:
        """A sync went well and keys are up to date."""

    async def voorrang(self) -> None:
        """Wait a moment for answers that are under way."""


class Inname:
    """The loop. `laatste_goed` is the clock of the last good sync."""

    def __init__(self, client: Client, ontvanger: Ontvanger, token: str | None, oudste_s: float) -> None:
        self._client = client
        self._ontvanger = ontvanger
        self._token = token
        self._eerste_ooit = token is None
        self._oudste_s = oudste_s
        self._vers = True
        self.laatste_goed: float | None = None
        self._klokverschil_s = 0.0

    def servertijd(self) -> float:
        """Seconds since 1970 by the server's clock: ours may be set wrong, and then no question would be young."""
        return time.time() + self._klokverschil_s

    async def draai(self) -> None:
        """Sync until cancelled. Raises NietAangemeld when the server does not know the login any more."""
        wacht = EERSTE_WACHT_S
        while True:
            try:
                await self._ronde()
                wacht = EERSTE_WACHT_S
            except NietAangemeld:
                raise
            except Weigering as fout:
                await asyncio.sleep(fout.wacht_s or wacht)
                wacht = min(2 * wacht, LANGSTE_WACHT_S)
            except Exception as fout:
                if not isinstance(fout, STORINGEN):
                    LOG.error("Fout bij het ophalen: %s", plaats(type(fout), fout.__traceback__))
                await asyncio.sleep(wacht)
                wacht = min(2 * wacht, LANGSTE_WACHT_S)

    async def _ronde(self) -> None:
        vorige = self._token
        self._client.next_batch = ""  # else nio skips what it saw before a fault, half handled
        antwoord = gecontroleerd(
            await self._client.sync(
                timeout=0 if self._vers else POLL_MS,
                sync_filter=FILTER,
                since=vorige,
                full_state=self._vers,
                set_presence="offline",
            )
        )
        self._zet_klok(antwoord)
        await self._sleutelbeheer(antwoord)
        self._ontvanger.gesynchroniseerd()
        await self._tel_leden(antwoord)
        await self._verdeel(antwoord, vorige)
        if self._vers:
            await self._wachtende_uitnodigingen()
        self._token = antwoord.next_batch
        self._vers = False
        self.laatste_goed = time.monotonic()
        await self._ontvanger.voorrang()

    async def _tel_leden(self, antwoord: Any) -> None:
        """Know who is in a room that something was said in: after a restart the server counts its members no more."""
        for kamer, info in antwoord.rooms.join.items():
            hier = self._client.rooms.get(kamer)
            if info.timeline.events and hier is not None and not leden_bekend(hier):
                with suppress(Weigering):  # then it is taken for a group, and asked again at the next event
                    gecontroleerd(await self._client.joined_members(kamer))

    def _zet_klok(self, antwoord: Any) -> None:
        """See how far our clock is off, by the date that comes with each reply."""
        with suppress(AttributeError, TypeError, ValueError, KeyError):
            datum = parsedate_to_datetime(antwoord.transport_response.headers["Date"])
            self._klokverschil_s = datum.timestamp() - time.time()

    async def _sleutelbeheer(self, antwoord: Any) -> None:
        """Keep one-time keys in stock and device lists known."""
        client = self._client
        if not client.olm:
            return
        if antwoord.device_key_count.signed_curve25519 == 0:
            client.olm.uploaded_key_count = 0  # nio takes 0 for 'not said' and would never refill
        if client.should_upload_keys:
            gecontroleerd(await client.keys_upload())
        if client.should_query_keys:
            gecontroleerd(await client.keys_query())
        if client.should_claim_keys:
            gecontroleerd(await client.keys_claim(client.get_users_for_key_claiming()))
        await client.send_to_device_messages()

    async def _wachtende_uitnodigingen(self) -> None:
        gegevens = await self._client.roep("GET", f"/v3/sync?timeout=0&filter={ALLEEN_UITNODIGINGEN}")
        for kamer, uitnodiging in gegevens.get("rooms", {}).get("invite", {}).items():
            self._meld_uitnodiging(kamer, uitnodiging.get("invite_state", {}).get("events", []))

    def _meld_uitnodiging(self, kamer: str, toestand: Iterable[Any]) -> None:
        for ruw in toestand:
            lid = lees_lid(ruw)
            if lid is not None and lid[0] == self._client.user_id:
                self._ontvanger.uitnodiging(kamer, lid[1])
                return

    async def _verdeel(self, antwoord: Any, vorige: str | None) -> None:
        for kamer in antwoord.rooms.leave:
            self._client.rooms.pop(kamer, None)  # nio keeps rooms the bot was put out of
        berichten: list[Bericht] = []
        onleesbaar: list[tuple[str, Any]] = []
        for kamer, info in antwoord.rooms.join.items():
            self._lees_toestand(kamer, info.state, berichten)
            for gebeurtenis in await self._tijdlijn(kamer, info.timeline, vorige):
                self._lees(kamer, gebeurtenis, berichten, onleesbaar)
        self._ontvanger.lading(antwoord.next_batch, berichten, onleesbaar)
        for kamer, info in antwoord.rooms.invite.items():
            self._meld_uitnodiging(kamer, info.invite_state)

    async def _tijdlijn(self, kamer: str, tijdlijn: Any, vorige: str | None) -> list[Any]:
        """Events in the order they came, with those the server left out."""
        if self._eerste_ooit and self._vers:
            return []
        gat = await self._haal_gat(kamer, tijdlijn.prev_batch, vorige) if tijdlijn.limited and vorige else []
        return [*reversed(gat), *tijdlijn.events]

    async def _haal_gat(self, kamer: str, begin: str | None, einde: str) -> list[Any]:
        """What lies between the last sync and this one, newest first, as far as it still gets an answer."""
        grens_ms = (self.servertijd() - self._oudste_s) * 1000
        gat: list[Any] = []
        for _ in range(PAGINAS):
            pagina = gecontroleerd(
                await self._client.room_messages(kamer, begin, einde, direction=MessageDirection.back, limit=PAGINA)
            )
            gat += pagina.chunk
            begin = pagina.end
            if not begin or not pagina.chunk or pagina.chunk[-1].server_timestamp < grens_ms:
                break
        return gat

    def _lees_toestand(self, kamer: str, toestand: Iterable[Any], berichten: list[Bericht]) -> None:
        """State outside the timeline: some servers put our own joining there, and at a start all of it is."""
        for gebeurtenis in toestand:
            bericht = lees_bericht(kamer, getattr(gebeurtenis, "source", None))
            if bericht is not None and bericht.soort in (Soort.LID, Soort.OPVOLGER):
                berichten.append(bericht)

    def _lees(self, kamer: str, gebeurtenis: Any, berichten: list[Bericht], onleesbaar: list[tuple[str, Any]]) -> None:
        if isinstance(gebeurtenis, MegolmEvent):
            gebeurtenis.room_id = kamer
            gelezen = ontsleutel(self._client, gebeurtenis)
            if gelezen is None:
                onleesbaar.append((kamer, gebeurtenis))
                return
            gebeurtenis = gelezen
        bericht = lees_bericht(kamer, getattr(gebeurtenis, "source", None))
        if bericht is not None and not is_vervalst(self._client, gebeurtenis):
            berichten.append(bericht)


def lees_lid(ruw: Any) -> tuple[str, str] | None:
    """Who is invited by whom, from a stripped event of nio or of plain JSON."""
    if isinstance(ruw, InviteMemberEvent):
        return (ruw.state_key, ruw.sender) if ruw.membership == "invite" else None
    lid = velden(ruw)
    if lid.get("type") != "m.room.member" or velden(lid.get("content")).get("membership") != "invite":
        return None
    wie, van = woorden(lid.get("state_key")), woorden(lid.get("sender"))
    return (wie, van) if wie and van else None
