"""`deelwijzer start` in a process of its own, as administrators run it."""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from tests.draaien import vrije_poort
from tests.matrix.doodsteken import WORTEL
from tests.teams.opstelling import APP, TENANT

START_S = 120.0
"""Seconds it gets to load everything."""
Json = dict[str, Any]


@dataclass
class Programma:
    """A process and its web server."""

    proces: asyncio.subprocess.Process
    adres: str
    sessie: aiohttp.ClientSession
    logboek: Path

    async def haal(self, pad: str) -> tuple[int, str]:
        """Status and body of a page."""
        async with self.sessie.get(self.adres + pad) as antwoord:
            return antwoord.status, await antwoord.text()

    async def json(self, pad: str) -> Json:
        """A page as JSON."""
        return dict(json.loads((await self.haal(pad))[1]))

    async def stop(self) -> tuple[int, float]:
        """Ask it to stop; its status and how long that took."""
        begin = time.monotonic()
        self.proces.send_signal(signal.SIGTERM)
        async with asyncio.timeout(30):
            status = await self.proces.wait()
        return status, time.monotonic() - begin


def met_teams(**anders: object) -> Json:
    """Settings of a trial with Teams, on this computer only."""
    teams = {"app_id": APP, "tenant": TENANT, "zonder_aanmelding": True, "alleen_deze_computer": True}
    return {"web": {"poort": vrije_poort()}, "teams": teams} | anders


@asynccontextmanager
async def programma(
    map_: Path, instelling: Json, omgeving: dict[str, str] | None = None, voor: tuple[str, ...] = ()
) -> AsyncIterator[Programma]:
    """Start it and wait until it is ready; `voor` is a command to run it under."""
    bestand, logboek = map_ / "instellingen.yaml", map_ / "logboek"
    bestand.write_text(json.dumps(instelling), encoding="utf-8")
    opdracht = (*voor, sys.executable, "-m", "bot", "start", "--config", str(bestand))
    with logboek.open("ab") as uit:
        proces = await asyncio.create_subprocess_exec(
            *opdracht, cwd=WORTEL, stdout=uit, stderr=uit, env={**os.environ, **(omgeving or {})}
        )
    async with aiohttp.ClientSession() as sessie:
        p = Programma(proces, f"http://127.0.0.1:{instelling['web']['poort']}", sessie, logboek)
        try:
            await _tot_klaar(p)
            yield p
        finally:
            if proces.returncode is None:
                proces.kill()
                await proces.wait()


async def _tot_klaar(p: Programma) -> None:
    async with asyncio.timeout(START_S):
        while p.proces.returncode is None:
            try:
                if (await p.haal("/gereed"))[0] == 200:
                    return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)  # nothing to await: a process tells nobody that it listens
    raise RuntimeError(p.logboek.read_text(encoding="utf-8"))
