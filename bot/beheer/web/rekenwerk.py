"""The effect of drafts, worked out beside the pages: a page shows it once it is there and never waits long."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.beheer.concept import Concept
from bot.beheer.gevolgen import Gevolgen
from bot.beheer.werkbank import Werkbank

WACHT = 0.08
"""Seconds a page waits for an effect that is nearly there."""
MEESTE = 100
"""Drafts of which the work is remembered; the workbench keeps the outcome."""


class Rekenwerk:
    """One at a time: each takes a processor for seconds."""

    def __init__(self, werkbank: Werkbank) -> None:
        self._werkbank = werkbank
        self._werker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gevolgen")
        self._bezig: dict[tuple[int, int, str], asyncio.Future[Gevolgen]] = {}

    async def haal(self, concept: Concept) -> Gevolgen | None:
        """The effect; None while it is being worked out. Raises what the workbench raises."""
        sleutel = (concept.nr, concept.stand, self._werkbank.opslag.versie)
        if sleutel not in self._bezig:
            if len(self._bezig) >= MEESTE:
                self._bezig = {s: f for s, f in self._bezig.items() if not f.done()}
            lus = asyncio.get_running_loop()
            self._bezig[sleutel] = lus.run_in_executor(self._werker, self._werkbank.gevolgen, concept)
        werk = self._bezig[sleutel]
        await asyncio.wait([werk], timeout=WACHT)
        return werk.result() if werk.done() else None
