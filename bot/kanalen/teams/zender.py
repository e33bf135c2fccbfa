"""Sending to Teams. A post is not repeatable: only a refusal for haste (429) is tried again, within bounds.

A time-out, a broken line or a 5xx may have arrived all the same; sending again could show an answer twice. Replacing
and deleting may be done again: there also what Microsoft calls passing is tried again.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from bot.kanalen.teams.sdk import Mislukt, Sdk

MEESTE_POGINGEN = 4
LANGSTE_WACHT = 30.0
"""Seconds to wait before one new attempt, whatever Teams asks."""
EERSTE_WACHT = 1.0
"""Seconds before the second attempt when Teams does not say; doubled each time, and spread by chance."""
TE_SNEL = frozenset({429})
VOORBIJGAAND = TE_SNEL | {412, 502, 504}
"""What Microsoft advises to try again."""
WEG = (403, 404)
"""What Teams says of a message that is no longer there."""

_T = TypeVar("_T")


class Bericht(Protocol):
    """What can be posted."""

    @property
    def bericht(self) -> bytes:
        """The message as JSON."""


class Zender:
    """Posts, replaces and deletes messages in one conversation at a time."""

    def __init__(self, sdk: Sdk) -> None:
        self._sdk = sdk

    async def plaats(self, dienst: str, gesprek: str, nieuw: Bericht) -> str:
        """Post a message; its id. Raises Mislukt."""
        return await _met_geduld(lambda: self._sdk.plaats(dienst, gesprek, nieuw.bericht), TE_SNEL)

    async def vervang(self, dienst: str, gesprek: str, eerder: str, nieuw: Bericht) -> str:
        """Replace a message, or post it anew once when the earlier one is gone; id of the one that now shows."""
        try:
            await _met_geduld(lambda: self._sdk.vervang(dienst, gesprek, eerder, nieuw.bericht), VOORBIJGAAND)
        except Mislukt as fout:
            if fout.status not in WEG:
                raise
            return await self.plaats(dienst, gesprek, nieuw)
        return eerder

    async def verwijder(self, dienst: str, gesprek: str, bericht: str) -> None:
        """Delete a message of our own; one that is gone is fine."""
        try:
            await _met_geduld(lambda: self._sdk.verwijder(dienst, gesprek, bericht), VOORBIJGAAND)
        except Mislukt as fout:
            if fout.status not in WEG:
                raise


async def _met_geduld(doe: Callable[[], Awaitable[_T]], opnieuw_na: frozenset[int]) -> _T:
    for poging in range(1, MEESTE_POGINGEN):
        try:
            return await doe()
        except Mislukt as fout:
            if fout.status not in opnieuw_na:
                raise
            await asyncio.sleep(wachttijd(fout.wacht, poging))
    return await doe()


def wachttijd(gevraagd: str | None, poging: int) -> float:
    """Seconds until the next attempt: what Teams asked, or twice as long each time."""
    try:
        wacht = float(gevraagd or "")
    except ValueError:
        wacht = EERSTE_WACHT * 2 ** (poging - 1) * random.uniform(1.0, 1.5)
    return min(max(wacht, 0.0), LANGSTE_WACHT) if wacht == wacht else EERSTE_WACHT
