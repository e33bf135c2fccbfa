"""Asks without end while whoever leads is killed, and counts what was lost, what came twice, and how long it took."""

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.draaien import naast
from tests.matrix.doodsteken import VRAGEN, WORTEL, vraag_van
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.wereld import Wereld
from tests.productie.redis import Redisserver

RUST_S = 0.4
"""Seconds between two questions in a room: it is load, not a storm."""
GEDULD_S = 90.0


@dataclass
class Uitslag:
    """What came of it."""

    kills: int = 0
    gevraagd: int = 0
    beantwoord: int = 0
    verloren: int = 0
    dubbel: int = 0
    overnames_s: list[float] = field(default_factory=list)
    """Seconds from each kill until someone else led."""
    herstel_s: float = 0.0
    """Longest time from a kill to the next answer."""


class Leiders:
    """The processes, and which of them leads."""

    def __init__(self, proces: asyncio.subprocess.Process) -> None:
        self._proces = proces
        self.leider = 0
        """Process id of the last one that took the lead, as far as was read."""

    async def wacht_op_leider(self) -> int:
        """Process id of the next one that takes the lead."""
        while (await self.lees())[0] != "leidt":
            pass
        return self.leider

    async def wacht_op_kennis(self, versie: str, geweigerd: str | None) -> None:
        """Until both processes answer from one version and refuse another, or none."""
        zover: set[str] = set()
        while len(zover) < 2:
            soort, pid, *stand = await self.lees()
            if soort == "kennis" and stand == [versie, str(geweigerd)]:
                zover.add(pid)

    async def lees(self) -> list[str]:
        """One line, in words."""
        assert self._proces.stdout is not None
        async with asyncio.timeout(GEDULD_S):
            woorden = (await self._proces.stdout.readline()).decode().split()
        if woorden[0] == "leidt":
            self.leider = int(woorden[1])
        return woorden


def kennismap(w: Wereld) -> Path:
    """Folder of the knowledge that the processes follow."""
    return w.instelling.map.parent / "kennis"


@asynccontextmanager
async def leiders(w: Wereld, redis: Redisserver, huur_s: float, aantal: int = 2) -> AsyncIterator[Leiders]:
    """So many processes on one folder."""
    kennis = kennismap(w)
    instelling = w.instelling.model_copy(update={"hoogste_tempo": 100_000}).model_dump_json()
    pijp = asyncio.subprocess.PIPE
    opdracht = ("-m", "tests.productie.leidersproces", instelling, redis.adres, str(huur_s), str(aantal), str(kennis))
    proces = await asyncio.create_subprocess_exec(
        sys.executable, *opdracht, stdin=pijp, stdout=pijp, cwd=WORTEL, start_new_session=True
    )
    uit = Leiders(proces)
    assert await uit.lees() == ["klaar"]
    try:
        yield uit
    finally:
        assert proces.stdin is not None
        proces.stdin.close()
        await proces.wait()


class Vrager:
    """Asks in rooms as a reply to the greeting, so that each answer names its question."""

    def __init__(self, wie: Gebruiker, kamers: list[str]) -> None:
        self._wie = wie
        self._kamers = kamers
        self.gesteld: dict[str, str] = {}

    async def vraag(self, kamer: str) -> str:
        """Ask one; its id."""
        begin = next(g["event_id"] for g in self._wie.alle(kamer, is_notitie))
        tekst = VRAGEN[len(self.gesteld) % len(VRAGEN)]
        id_ = await self._wie.zeg(kamer, tekst, m_relates_to={"m.in_reply_to": {"event_id": begin}})
        self.gesteld[id_] = kamer
        return id_

    async def blijf_vragen(self) -> None:
        """Until cancelled."""
        while True:
            for kamer in self._kamers:
                await self.vraag(kamer)
                await asyncio.sleep(RUST_S)

    async def wacht_op(self, id_: str) -> None:
        """Until a question is answered."""
        await self._wie.wacht(self.gesteld[id_], lambda g: vraag_van(g) == id_, geduld_s=GEDULD_S)

    async def een_antwoord(self) -> None:
        """Ask one more, in the encrypted room, and wait for its answer."""
        await self.wacht_op(await self.vraag(self._kamers[-1]))

    async def maak_af(self) -> None:
        """Until all is answered, and one more in each room after that: what comes twice, comes before it."""
        for id_ in tuple(self.gesteld):
            await self.wacht_op(id_)
        for kamer in self._kamers:
            await self.wacht_op(await self.vraag(kamer))

    def tel(self, uit: Uitslag) -> Uitslag:
        """Fill in the counts."""
        antwoorden = {
            g["event_id"]: vraag
            for kamer in self._kamers
            for g in self._wie.alle(kamer, is_notitie)
            if (vraag := vraag_van(g))
        }
        keren = Counter(antwoorden.values())
        uit.gevraagd = len(self.gesteld)
        uit.beantwoord = sum(keren[id_] > 0 for id_ in self.gesteld)
        uit.verloren = uit.gevraagd - uit.beantwoord
        uit.dubbel = sum(keren[id_] > 1 for id_ in self.gesteld)
        return uit


@asynccontextmanager
async def onder_druk(w: Wereld) -> AsyncIterator[Vrager]:
    """Someone who asks all the time, in a plain and in an encrypted room; ends once all is answered."""
    anna = await w.mens()
    kamers = [await anna.maak_kamer(w.bot, versleuteld=v) for v in (False, True)]
    for kamer in kamers:
        await anna.wacht(kamer, is_notitie)
    vrager = Vrager(anna, kamers)
    async with naast(vrager.blijf_vragen()):
        yield vrager
    await vrager.maak_af()


async def steek_leiders(w: Wereld, redis: Redisserver, kills: int, huur_s: float) -> Uitslag:
    """Kill whoever leads so many times under load."""
    uit = Uitslag()
    async with leiders(w, redis, huur_s) as groep:
        pid = await groep.wacht_op_leider()
        async with onder_druk(w) as vrager:
            for _ in range(kills):
                await vrager.een_antwoord()
                os.kill(pid, signal.SIGKILL)
                begin = time.monotonic()
                pid = await groep.wacht_op_leider()
                uit.overnames_s.append(time.monotonic() - begin)
                await vrager.een_antwoord()
                uit.herstel_s = max(uit.herstel_s, time.monotonic() - begin)
                uit.kills += 1
        return vrager.tel(uit)
