"""Work in the order it came, room by room: a room that waits for the server holds up no other room."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from bot.logboek import plaats

Klus = Callable[[], Awaitable[None]]
LOG = logging.getLogger(__name__)


class Werkrij:
    """One queue per room, each with a task that lives as long as there is work."""

    def __init__(self) -> None:
        self._rijen: dict[str, deque[Klus]] = {}
        self._taken: set[asyncio.Task[None]] = set()
        self._begonnen: set[asyncio.Task[None]] = set()
        """Rooms that got work since the last wait, and had none."""

    def neem(self, kamer: str, klus: Klus) -> None:
        """Do this after what waits for this room already."""
        if (rij := self._rijen.get(kamer)) is not None:
            rij.append(klus)
            return
        self._rijen[kamer] = deque([klus])
        taak = asyncio.create_task(self._draai(kamer))
        self._taken.add(taak)
        self._begonnen.add(taak)
        taak.add_done_callback(self._taken.discard)

    async def geef_voorrang(self, langst_s: float) -> None:
        """Wait for rooms that began work just now, but no longer than this; not for those that were stuck already."""
        begonnen, self._begonnen = self._begonnen, set()
        if begonnen:
            await asyncio.wait(begonnen, timeout=langst_s)

    async def rond_af(self) -> None:
        """Wait until all work is done."""
        while self._taken:
            await asyncio.wait(self._taken)

    async def _draai(self, kamer: str) -> None:
        rij = self._rijen[kamer]
        try:
            while rij:
                await _doe(rij.popleft())
        finally:
            del self._rijen[kamer]


async def _doe(klus: Klus) -> None:
    """One piece of work; a fault in it is told without its message, which may hold what someone wrote."""
    try:
        await klus()
    except Exception as fout:
        LOG.error("Fout in een kamer: %s", plaats(type(fout), fout.__traceback__))
