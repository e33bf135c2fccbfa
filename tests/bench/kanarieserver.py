"""The service with a channel for tests: it takes questions over HTTP as Matrix and Teams do, and breaks on request.

    python tests/bench/kanarieserver.py FOLDER [--lek]

Prints its port. `--lek` makes it leak on purpose, to prove that the search would see it.
"""

import asyncio
import logging
import os
import sqlite3
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

import bot.antwoorder
from bot.antwoord.opstellen import Opsteller
from bot.dienst import Dienst, Kanaal
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.staat import Gesprek
from bot.instellingen import Webinstellingen
from bot.logboek import richt_in
from bot.privacy import Poort, RuweTekst
from bot.samenstellen import maak_kern
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.cellen import Cellen
from bot.tellingen.metrics import metrics
from intents.begrijp import Begrijper

LAGEN: dict[str, tuple[Any, str]] = {
    "wacht": (Poort, "_vind"),
    "begrijpen": (Begrijper, "begrijp_alle"),
    "beslissen": (Opsteller, "besluit"),
    "opstellen": (bot.antwoorder, "markdown"),
    "onthouden": (Gesprek, "_onthoud"),
    "tellen": (Cellen, "van"),
    "opslaan": (Opslag, "tel"),
}
"""Layer to the function in it that can be made to fail."""
FOUTEN: tuple[Callable[[str], Exception], ...] = (
    ValueError,
    KeyError,
    sqlite3.OperationalError,
    lambda tekst: UnicodeDecodeError("utf-8", tekst.encode(), 0, 1, tekst),
    lambda tekst: OSError(2, tekst, tekst),
)
"""Exceptions that carry what was typed."""


class Stuk:
    """What has to fail now, and the text that the failure carries."""

    laag: str | None = None
    tekst = ""
    nummer = 0

    @classmethod
    def gooi(cls) -> None:
        """Raise, wrapped in another exception as libraries do."""
        cls.nummer += 1
        try:
            raise FOUTEN[cls.nummer % len(FOUTEN)](cls.tekst)
        except Exception as fout:
            raise RuntimeError(f"verwerken van {cls.tekst!r} mislukte") from fout


def maak_breekbaar() -> None:
    """Let every layer fail when it is told to."""
    for laag, (plek, naam) in LAGEN.items():
        setattr(plek, naam, _breekbaar(laag, getattr(plek, naam)))


def _breekbaar(laag: str, echt: Callable[..., Any]) -> Callable[..., Any]:
    def doe(*args: Any, **opties: Any) -> Any:
        if Stuk.laag == laag:
            Stuk.gooi()
        return echt(*args, **opties)

    return doe


class Proefkanaal:
    """A channel over HTTP."""

    naam = "teams"

    def __init__(self, geheugen: Geheugen, tellingen: Tellingen, lek: bool) -> None:
        self._geheugen = geheugen
        self._tellers = tellingen.voor(self.naam)
        self._lek = lek

    async def draai(self) -> None:
        """Wait to be called."""
        await asyncio.Event().wait()

    def routes(self) -> Iterable[web.RouteDef]:
        """One route."""
        return [web.post("/vraag", self._vraag)]

    def laatste_goed(self) -> float | None:
        """Only waits to be called."""
        return None

    def verbonden(self) -> bool:
        """Always."""
        return True

    async def _vraag(self, verzoek: web.Request) -> web.Response:
        bericht = await verzoek.json()
        tekst = str(bericht["tekst"])
        Stuk.laag, Stuk.tekst = bericht.get("storing"), tekst
        if Stuk.laag == "kanaal":
            Stuk.gooi()
        if Stuk.laag == "bibliotheek":
            _klaag(tekst)
        if self._lek:
            logging.getLogger("bot.lek").error("vraag: %s", tekst)
        reactie = self._geheugen.bij(self.naam, str(bericht["kamer"]), str(bericht["wie"])).verwerk(RuweTekst(tekst))
        if reactie.antwoord is not None:
            self._tellers.tel("antwoord", reactie.antwoord)
        return web.json_response({"tekst": reactie.antwoord.tekst if reactie.antwoord else reactie.tekst})


def _klaag(tekst: str) -> None:
    """What libraries do with an event they do not understand."""
    logging.getLogger("nio.responses").error("Error validating response: %s", tekst)
    logging.getLogger("microsoft.teams").exception("bad activity", extra={"activity": tekst})
    warnings.warn(f"vreemd bericht: {tekst}", stacklevel=1)

    async def taak() -> None:
        raise ValueError(tekst)

    asyncio.get_running_loop().create_task(taak(), name=tekst)  # nobody waits for it: that is the point
    asyncio.get_running_loop().call_soon(int, tekst)


async def draai(map_: Path, lek: bool) -> None:
    """Serve until a signal."""
    kern = maak_kern()
    tellingen = Tellingen(Opslag(map_ / "tellingen.sqlite"), kern.kennis)
    kanaal = Proefkanaal(Geheugen(kern, dien_in=tellingen.dien_in), tellingen, lek)
    await dien([kanaal], tellingen)


async def dien(kanalen: Sequence[Kanaal], tellingen: Tellingen) -> None:
    """Run these channels on a free port, and tell which."""
    dienst = Dienst(kanalen, Webinstellingen(poort=0), lambda: metrics(tellingen))
    taak = asyncio.create_task(dienst.draai())
    await dienst.klaar.wait()
    print(f"poort {dienst.poort} proces {os.getpid()}", flush=True)
    await taak


if __name__ == "__main__":
    richt_in()
    maak_breekbaar()
    asyncio.run(draai(Path(sys.argv[1]), "--lek" in sys.argv))
