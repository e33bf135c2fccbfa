"""The running service: one web server and the channels, started together and stopped together."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Protocol

from aiohttp import web

from bot.instellingen import Webinstellingen
from bot.opslag.vorm import Opslag

STOPTIJD = 6.0
"""Seconds a channel gets to finish what it began; with the web server and the end of the process all is over within
ten, also on a machine that is overloaded."""
WEBSTOPTIJD = 1.0
"""Seconds requests get to end once the channels did."""
METRICS = "text/plain; version=0.0.4; charset=utf-8"
"""Content type of the text that Prometheus reads."""
LANGST_STIL = 180.0
"""Seconds without a good exchange after which a channel counts as not healthy."""


class Kanaal(Protocol):
    """What the service needs to know of a channel."""

    @property
    def naam(self) -> str:
        """Name in health and metrics."""

    async def draai(self) -> None:
        """Serve until cancelled; finish what was begun on cancellation."""

    def routes(self) -> Iterable[web.RouteDef]:
        """Routes this channel needs on the web server."""

    def laatste_goed(self) -> float | None:
        """Clock (`time.monotonic`) of the last good exchange; None for a channel that only waits to be called."""

    def verbonden(self) -> bool:
        """Whether it can serve now."""


class Dienst:
    """Runs channels until a signal says stop."""

    def __init__(
        self,
        kanalen: Sequence[Kanaal],
        instelling: Webinstellingen,
        metrics: Callable[[], bytes] | None = None,
        opslag: Opslag | None = None,
        kennis: Callable[[], Mapping[str, object]] | None = None,
    ) -> None:
        """`kennis` tells which version answers, where that can change."""
        self._kennis = kennis
        self._kanalen = kanalen
        self._opslag = opslag
        self._metrics = metrics
        self._instelling = instelling
        self._stopt = False
        self.poort: int | None = None
        """Port the web server got, once it listens."""
        self.klaar = asyncio.Event()
        """Set when the web server listens and the channels were started."""

    async def draai(self) -> None:
        """Serve until SIGTERM or SIGINT, or until a channel fails for good."""
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=WEBSTOPTIJD)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._instelling.adres, self._instelling.poort).start()
            self.poort = runner.addresses[0][1]
            await self._draai_kanalen()
        finally:
            await runner.cleanup()
            if self._opslag is not None:
                await self._opslag.sluit()

    async def _draai_kanalen(self) -> None:
        stop = asyncio.Event()
        lus = asyncio.get_running_loop()
        for sein in (signal.SIGTERM, signal.SIGINT):
            lus.add_signal_handler(sein, stop.set)
        taken = [asyncio.create_task(kanaal.draai(), name=kanaal.naam) for kanaal in self._kanalen]
        wachter = asyncio.create_task(stop.wait(), name="stop")
        self.klaar.set()
        af, _ = await asyncio.wait([*taken, wachter], return_when=asyncio.FIRST_COMPLETED)
        self._stopt = True
        for taak in (*taken, wachter):
            taak.cancel()
        if taken:
            await asyncio.wait(taken, timeout=STOPTIJD)
        for taak in af - {wachter}:
            with suppress(asyncio.CancelledError):
                taak.result()

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/gezond", self._gezond)
        app.router.add_get("/gereed", self._gereed)
        if self._metrics is not None:
            app.router.add_get("/metrics", self._toon_metrics)
        for kanaal in self._kanalen:
            app.router.add_routes(kanaal.routes())
        return app

    async def _toon_metrics(self, _: web.Request) -> web.Response:
        assert self._metrics is not None
        return web.Response(body=self._metrics(), headers={"Content-Type": METRICS})

    async def _gezond(self, _: web.Request) -> web.Response:
        nu = time.monotonic()
        stil = {k.naam: nu - goed for k in self._kanalen if (goed := k.laatste_goed()) is not None}
        gezond = all(duur < LANGST_STIL for duur in stil.values())
        kanalen = {k.naam: round(stil.get(k.naam, 0.0), 1) for k in self._kanalen}
        return web.json_response({"gezond": gezond, "kanalen": kanalen, **self._staat()}, status=200 if gezond else 503)

    async def _gereed(self, _: web.Request) -> web.Response:
        """Knowledge and language model were loaded before the web server came up; who stops gets no traffic."""
        kanalen = {k.naam: k.verbonden() for k in self._kanalen}
        gereed = not self._stopt and all(kanalen.values())
        return web.json_response({"gereed": gereed, "kanalen": kanalen, **self._staat()}, status=200 if gereed else 503)

    def _staat(self) -> dict[str, object]:
        """Store and knowledge: neither is a reason to restart."""
        kennis = {} if self._kennis is None else {"kennis": self._kennis()}
        return {"opslag": self._opslagstaat(), **kennis}

    def _opslagstaat(self) -> str:
        """Never a reason to restart: the program goes on alone."""
        if self._opslag is None:
            return "eigen geheugen"
        return "gestoord" if self._opslag.gestoord else "gedeeld"
