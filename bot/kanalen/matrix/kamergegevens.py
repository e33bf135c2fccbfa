"""What is set for a room: region, role, tidying up, case of the week. Kept on the server, in its account data."""

from collections.abc import Mapping
from typing import Any

from bot.begrensd import Begrensd
from bot.kanalen.matrix.client import Client, pad
from bot.kanalen.matrix.fouten import Weigering
from bot.kanalen.velden import velden, woorden
from kennis.model import Model

SOORT = "nl.deelwijzer.kamer"
"""Type of the account data."""
MEESTE = 2_000
"""Rooms kept in memory."""


class Kamergegevens(Model):
    """Settings of one room."""

    regio: str | None = None
    rol: str | None = None
    """The party the asker belongs to, as an id; only kept for a chat of two."""
    opruimen: bool = False
    """Whether the bot removes messages with personal data."""
    weekcasus: bool = False
    """Whether the room gets the case of the week."""
    week: int | None = None
    """The last week it had, as 202648."""


class Kamerboek:
    """Reads and writes the settings of rooms."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._bekend: Begrensd[str, Kamergegevens] = Begrensd(MEESTE)

    async def van(self, kamer: str) -> Kamergegevens:
        """The settings of a room; the ordinary ones when the server has none."""
        bekend = self._bekend.haal(kamer)
        if bekend is None:
            bekend = await self._haal(kamer)
            self._bekend.zet(kamer, bekend)
        return bekend

    async def zet(self, kamer: str, **waarden: Any) -> None:
        """Change settings of a room; nothing is sent when they are so already."""
        nu = await self.van(kamer)
        nieuw = nu.model_copy(update=waarden)
        if nieuw == nu:
            return
        await self._client.roep("PUT", self._pad(kamer), nieuw.model_dump(exclude_none=True))
        self._bekend.zet(kamer, nieuw)

    async def verhuis(self, oud: str, nieuw: str) -> None:
        """Take the settings along to the room that replaces this one."""
        await self.zet(nieuw, **(await self.van(oud)).model_dump())
        self._bekend.weg(oud)

    async def _haal(self, kamer: str) -> Kamergegevens:
        try:
            inhoud = await self._client.roep("GET", self._pad(kamer))
        except Weigering as fout:
            if fout.code == "M_NOT_FOUND":
                return Kamergegevens()
            raise
        return _lees(velden(inhoud))

    def _pad(self, kamer: str) -> str:
        return "/v3" + pad("user", self._client.user_id, "rooms", kamer, "account_data", SOORT)


def _lees(inhoud: Mapping[str, Any]) -> Kamergegevens:
    """Only what is well-formed."""
    week = inhoud.get("week")
    return Kamergegevens(
        regio=woorden(inhoud.get("regio")) or None,
        rol=woorden(inhoud.get("rol")) or None,
        opruimen=inhoud.get("opruimen") is True,
        weekcasus=inhoud.get("weekcasus") is True,
        week=week if type(week) is int else None,
    )
