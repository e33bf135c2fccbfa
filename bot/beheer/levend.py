"""Take a new version live in a running process, without a restart: built beside the old one, then swapped.

A version that cannot be built never replaces the one that answers: it is refused, told in /gezond and a metric, and
not tried again until the pointer moves.
"""

import asyncio
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from aiohttp import web
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.beheer.opslag import VERSIES, Opslag, levende_map
from bot.beheer.werkbank import Werkbank
from bot.kern import Kern, Vraag
from bot.opslag.vorm import Opslag as GedeeldeOpslag
from bot.samenstellen import OPWARMVRAAG, maak_kern

OM_DE = 1.0
"""Seconds between two looks at the pointer; a look costs one `readlink`."""
SEIN = "kennis"
"""Signal of a new version in the store that processes share."""
PLAN_OM_DE = 300.0
"""Seconds between two times that planned drafts are made live."""
_LOG = logging.getLogger(__name__)


def modelmap(map_: Path) -> Path:
    """Where a knowledge repository keeps models of changed examples."""
    return map_ / "taal"


def laad_levend(map_: Path) -> tuple[Kern, str]:
    """A warm core of the live version, and its name. Raises DeelwijzerFout."""
    return _laad(map_, levende_map(map_))


def laad_bruikbaar(map_: Path) -> tuple[Kern, str]:
    """As `laad_levend`, but of the newest version that can be used: a start must not fail on the knowledge.

    Who follows the pointer from there tries the live version again, and tells that it is refused.
    """
    try:
        return laad_levend(map_)
    except Exception:  # whatever is wrong with it, an older one may do
        for publicatie in Opslag(map_).geschiedenis():
            if (versie := map_ / VERSIES / publicatie.versie).exists():
                with suppress(Exception):
                    return _laad(map_, versie)
        raise


def _laad(map_: Path, versie: Path) -> tuple[Kern, str]:
    kern = maak_kern(map_=versie, modelmap=modelmap(map_))
    kern.antwoord(Vraag(OPWARMVRAAG))
    return kern, versie.name


class Levend(Collector):
    """Follows the pointer of a knowledge repository; runs beside the channels, as one of them."""

    def __init__(
        self, map_: Path, versie: str, neem: Callable[[Kern], None], gedeeld: GedeeldeOpslag | None = None
    ) -> None:
        """`neem` gets every new core, in the event loop; through `gedeeld` other processes are told of it."""
        self._gedeeld = gedeeld
        self._sein: str | None = None
        self._map = map_
        self._neem = neem
        self.versie = versie
        """The version that answers now."""
        self.geweigerd: str | None = None
        """A newer version that could not be used; None when all is well. For /gezond and a metric."""

    @property
    def naam(self) -> str:
        """Name in health and metrics."""
        return "kennis"

    def routes(self) -> Iterable[web.RouteDef]:
        """None."""
        return ()

    def laatste_goed(self) -> float | None:
        """It serves nobody itself."""
        return None

    def verbonden(self) -> bool:
        """There is always a version that answers."""
        return True

    def stand(self) -> dict[str, object]:
        """For /gezond."""
        return {"versie": self.versie, "geweigerd": self.geweigerd}

    def collect(self) -> Iterator[Metric]:
        """For /metrics."""
        naam = "deelwijzer_kennis_geweigerd"
        yield GaugeMetricFamily(naam, "1 als nieuwe kennis niet te gebruiken is.", value=float(bool(self.geweigerd)))

    async def draai(self) -> None:
        """Follow until cancelled, and beside it make live what was planned for today: learning takes minutes."""
        plan = asyncio.create_task(self._plan_steeds())
        try:
            while True:
                await self._luister()
                if await self.kijk():
                    await self._vertel()
                await asyncio.sleep(OM_DE)
        finally:
            plan.cancel()

    async def _plan_steeds(self) -> None:
        while True:
            await asyncio.to_thread(self._plan)
            await asyncio.sleep(PLAN_OM_DE)

    async def _luister(self) -> None:
        """Another process has a new version: read the folder, so that a network disk forgets the old pointer."""
        sein = await self._gedeeld.sein(SEIN) if self._gedeeld else None
        if sein != self._sein:
            self._sein = sein
            await asyncio.to_thread(os.listdir, self._map)

    async def _vertel(self) -> None:
        """Whoever sees a new version first tells the others, of which a network disk may show the old one for long."""
        if self._gedeeld is not None:
            await self._gedeeld.meld(SEIN)

    def _plan(self) -> None:
        try:
            for concept in Werkbank(Opslag(self._map)).publiceer_geplande():
                _LOG.warning("gepland concept %d is %s", concept.nr, concept.status)
        except Exception:  # another process may be at it; the next time is soon
            _LOG.exception("geplande concepten konden niet live")

    async def kijk(self) -> bool:
        """Look once; True when a new version was taken."""
        try:
            wijst_naar = levende_map(self._map).name
        except Exception:
            _LOG.exception("de wijzer naar de levende kennis is niet te lezen")
            return False
        if wijst_naar in (self.versie, self.geweigerd):
            return False
        try:
            kern, versie = await asyncio.to_thread(laad_levend, self._map)
        except Exception:  # whatever is wrong with a new version, the old one goes on
            _LOG.exception("nieuwe kennis geweigerd; de oude blijft", extra={"versie": wijst_naar})
            self.geweigerd = wijst_naar
            return False
        self.versie, self.geweigerd = versie, None
        self._neem(kern)
        _LOG.info("nieuwe kennis in gebruik", extra={"versie": versie})
        return True
