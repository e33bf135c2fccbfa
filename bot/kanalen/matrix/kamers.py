"""In and out of rooms: invitations, rooms that are replaced, and rooms where nobody is left."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.parse import quote

from bot.kanalen.matrix.client import Client, leden_bekend, pad
from bot.kanalen.matrix.fouten import Weigering
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kamergegevens import Kamerboek
from bot.kanalen.matrix.rechten import mag, toestand
from bot.kanalen.matrix.zender import volhouden
from bot.kanalen.velden import velden

LOG = logging.getLogger(__name__)
LANGST_S = 900.0
"""Seconds to keep trying to get into or out of a room; a busy server asks for minutes."""
SAMEN = 2
"""Members of a chat of two."""


class Kamers:
    """The rooms the bot is in."""

    def __init__(self, client: Client, instelling: MatrixInstellingen, boek: Kamerboek) -> None:
        self._client = client
        self._instelling = instelling
        self._boek = boek
        self._opvolgers: dict[str, tuple[str, str]] = {}
        """Rooms that replace one of ours, with the room they replace and who said so."""

    def is_samen(self, kamer: str) -> bool:
        """Whether this is a chat of the bot and one other."""
        hier = self._client.rooms.get(kamer)
        return hier is not None and leden_bekend(hier) and hier.member_count <= SAMEN

    def meld_opvolger(self, oud: str, nieuw: str, van: str) -> None:
        """One of our rooms says that another replaces it; an invitation for it may come at the same moment."""
        self._opvolgers[nieuw] = (oud, van)

    async def toegelaten(self, kamer: str, van: str) -> bool:
        """Whether an invitation may be accepted."""
        if kamer in self._opvolgers:
            return await mag(self._client, *self._opvolgers[kamer], "invite")
        if len(self._client.rooms) >= self._instelling.meeste_kamers:
            return False
        return van in self._instelling.gebruikers or _server(van) in self._instelling.servers

    async def uitgenodigd(self, kamer: str, van: str) -> None:
        """Accept or decline an invitation."""
        if await self.toegelaten(kamer, van):
            await self._ga_naar(kamer, van)
        else:
            LOG.info("Een uitnodiging is geweigerd.")
            await self._weg(kamer)

    async def volg(self, oud: str, nieuw: str, van: str) -> None:
        """Go along to the room that replaces this one, when who says so may invite people here."""
        if nieuw in self._client.rooms or not await mag(self._client, oud, van, "invite"):
            return
        with suppress(Weigering):  # a closed room: wait for the invitation
            await self._ga_naar(nieuw, van)

    async def _ga_naar(self, kamer: str, van: str) -> None:
        """Join, by way of the server of who pointed there: a room id does not tell where the room is."""
        server = quote(_server(van), safe="")
        weg = f"/v3{pad('join', kamer)}?via={server}&server_name={server}"
        await self._hardnekkig(lambda: self._client.roep("POST", weg, {}))
        if (voorganger := self._opvolgers.pop(kamer, None)) is not None:
            await self._verhuis(voorganger[0], kamer)

    async def verlaat_als_leeg(self, kamer: str) -> None:
        """Leave when nobody else is in the room or invited to it."""
        hier = self._client.rooms.get(kamer)
        if hier is None or hier.joined_count > SAMEN or hier.invited_count:
            return
        leden = await self._client.roep("GET", f"/v3{pad('rooms', kamer, 'joined_members')}")
        if set(leden.get("joined", {})) <= {self._client.user_id}:
            await self._weg(kamer)

    async def _verhuis(self, oud: str, nieuw: str) -> None:
        voorganger = velden((await toestand(self._client, nieuw, "m.room.create")).get("predecessor"))
        if voorganger.get("room_id") != oud:
            LOG.warning("Een kamer die een andere zegt te vervangen, noemt die zelf niet.")
            await self._weg(nieuw)
            return
        await self._boek.verhuis(oud, nieuw)
        await self._weg(oud)

    async def _weg(self, kamer: str) -> None:
        """Leave, and forget that we were there."""
        await self._hardnekkig(lambda: self._client.roep("POST", f"/v3{pad('rooms', kamer, 'leave')}", {}))
        await self._hardnekkig(lambda: self._client.roep("POST", f"/v3{pad('rooms', kamer, 'forget')}", {}))

    async def _hardnekkig(self, doe: Callable[[], Awaitable[object]]) -> None:
        await volhouden(doe, LANGST_S)


def _server(gebruiker: str) -> str:
    return gebruiker.partition(":")[2]
