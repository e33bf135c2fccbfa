"""Take a new version live in a running process, without a restart: built beside the old one, then swapped.

A version that cannot be built never replaces the one that answers: it is refused, told in /gezond and a metric, and
not tried again until the pointer moves.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from aiohttp import web
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.beheer.opslag import Opslag, levende_map
from bot.beheer.werkbank import Werkbank
from bot.kern import Kern, Vraag
from bot.samenstellen import OPWARMVRAAG, maak_kern

OM_DE = 1.0
"""Seconds between two looks at the pointer; a look costs one `readlink`."""
PLAN_OM_DE = 300
"""Looks between two times that planned drafts are made live: five minutes."""
_LOG = logging.getLogger(__name__)


def modelmap(map_: Path) -> Path:
    """Where a knowledge repository keeps models of changed examples."""
    return map_ / "taal"


def laad_levend(map_: Path) -> tuple[Kern, str]:
    """A warm core of the live version, and its name. Raises DeelwijzerFout."""
    versie = levende_map(map_)
    kern = maak_kern(map_=versie, modelmap=modelmap(map_))
    kern.antwoord(Vraag(OPWARMVRAAG))
    return kern, versie.name


class Levend(Collector):
    """Follows the pointer of a knowledge repository; runs beside the channels, as one of them."""

    def __init__(self, map_: Path, versie: str, neem: Callable[[Kern], None]) -> None:
        """`neem` gets every new core, in the event loop."""
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
        """Follow until cancelled, and make live what was planned for today."""
        keren = 0
        while True:
            if keren % PLAN_OM_DE == 0:
                await asyncio.to_thread(self._plan)
            keren += 1
            await self.kijk()
            await asyncio.sleep(OM_DE)

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
