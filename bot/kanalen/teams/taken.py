"""Work that goes on after the 200: every task is held on to, and one conversation is served in order."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

MEESTE = 5_000
"""Tasks at once: some twenty seconds of work at full load, and 50 MB. Beyond it Teams is asked to come back later."""
_log = logging.getLogger(__name__)


class Taken:
    """Runs tasks until done."""

    def __init__(self) -> None:
        self._staart: dict[bytes, asyncio.Task[None]] = {}
        self._bezig: set[asyncio.Task[None]] = set()

    @property
    def vol(self) -> bool:
        """Whether no more can be taken on."""
        return len(self._bezig) >= MEESTE

    def start(self, rij: bytes, werk: Coroutine[Any, Any, None]) -> None:
        """Run after all earlier work in the same row."""
        taak = asyncio.create_task(self._draai(self._staart.get(rij), werk), name="teams")
        self._staart[rij] = taak
        self._bezig.add(taak)
        taak.add_done_callback(lambda af: self._klaar(rij, af))

    async def wacht(self) -> None:
        """Until all that was begun is done."""
        while self._bezig:
            await asyncio.wait(self._bezig)

    async def _draai(self, vorige: asyncio.Task[None] | None, werk: Coroutine[Any, Any, None]) -> None:
        if vorige is not None and not vorige.done():
            await asyncio.wait([vorige])
        try:
            await werk
        except Exception as fout:
            _log.error("een activiteit is niet afgemaakt: %s", type(fout).__name__)

    def _klaar(self, rij: bytes, taak: asyncio.Task[None]) -> None:
        self._bezig.discard(taak)
        if self._staart.get(rij) is taak:
            del self._staart[rij]
