"""Asks questions while the bot is killed at every stage of handling, and counts what was lost and what came twice."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.matrix.doder import STADIA
from tests.matrix.gebruiker import Gebeurtenis, Gebruiker, is_notitie
from tests.matrix.wereld import Wereld

WORTEL = Path(__file__).parents[2]
VRAGEN = (
    "Mag ik verzuim delen met leerplicht?",
    "Wat is een casusoverleg?",
    "Mag de school een diagnose delen met het samenwerkingsverband?",
    "Hoe lang mag ik een dossier bewaren?",
)
DUBBEL_RAAK = 0.2
"""Share of kills after which the next life is killed too, at the same message."""


@dataclass(frozen=True)
class Uitslag:
    """What came of it."""

    kills: int
    vragen: int
    verloren: int
    dubbel: int


class Levens:
    """The program that forks the bot."""

    def __init__(self, proces: asyncio.subprocess.Process) -> None:
        self._proces = proces
        self.pid: int | None = None
        """The life that runs now."""

    async def lees(self) -> list[str]:
        """One line, in words."""
        assert self._proces.stdout is not None
        async with asyncio.timeout(120):
            return (await self._proces.stdout.readline()).decode().split()

    async def begin(self, stadium: str) -> int:
        """Start a life; gives its process id."""
        assert self._proces.stdin is not None
        self._proces.stdin.write(f"{stadium}\n".encode())
        await self._proces.stdin.drain()
        self.pid = int((await self.lees())[1])
        return self.pid

    async def einde(self) -> int:
        """Exit status of the life."""
        status = int((await self.lees())[1])
        self.pid = None
        return status


@asynccontextmanager
async def levens(w: Wereld) -> AsyncIterator[Levens]:
    """Start the program, and end it with the last life gone."""
    instelling = w.instelling.model_copy(update={"hoogste_tempo": 100_000}).model_dump_json()
    pijp = asyncio.subprocess.PIPE
    proces = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.matrix.doder", instelling, stdin=pijp, stdout=pijp, cwd=WORTEL
    )
    leven = Levens(proces)
    assert await leven.lees() == ["klaar"]
    try:
        yield leven
    finally:
        assert proces.stdin is not None
        if leven.pid is not None:
            os.kill(leven.pid, signal.SIGKILL)
        proces.stdin.close()
        await proces.wait()


class Steker:
    """Asks, kills, and counts."""

    def __init__(self, wie: Gebruiker, leven: Levens, kamers: list[str], zaad: int) -> None:
        self._wie = wie
        self._leven = leven
        self._kamers = kamers
        self._toeval = random.Random(zaad)
        self._gesteld: dict[str, str] = {}
        self._open: dict[str, str] = {}
        """Questions that were not seen answered yet."""
        self.kills = 0

    async def ronde(self, nr: int) -> None:
        """One kill or two around one question."""
        stadium = list(STADIA)[nr % len(STADIA)]
        kamer = self._kamers[nr // len(STADIA) % len(self._kamers)]
        pid = await self._leven.begin(stadium)
        await self._alles_beantwoord()
        os.kill(pid, signal.SIGUSR1)
        await self._vraag(kamer, nr)
        await self._sterft()
        if self._toeval.random() < DUBBEL_RAAK:
            os.kill(await self._leven.begin(stadium), signal.SIGUSR1)
            await self._vraag(kamer, nr + 1)  # the first may be done already
            await self._sterft()

    async def slot(self) -> Uitslag:
        """Let the bot finish in peace, then count."""
        pid = await self._leven.begin("geen")
        await self._alles_beantwoord()
        for kamer in self._kamers:
            laatste = await self._vraag(kamer, 0)  # whatever came twice comes before the answer to a later question
            await self._wie.wacht(kamer, lambda g, laatste=laatste: vraag_van(g) == laatste)  # type: ignore[misc]
        os.kill(pid, signal.SIGTERM)
        await self._leven.einde()
        return self._tel()

    def _tel(self) -> Uitslag:
        antwoorden = Counter(vraag for kamer in self._kamers for vraag in self._antwoorden(kamer).values())
        verloren = sum(not antwoorden[vraag] for vraag in self._gesteld)
        return Uitslag(self.kills, len(self._gesteld), verloren, sum(n > 1 for n in antwoorden.values()))

    def _antwoorden(self, kamer: str) -> dict[str, str]:
        """Question of each answer in a room, by the answer's id."""
        return {g["event_id"]: vraag for g in self._wie.alle(kamer, is_notitie) if (vraag := vraag_van(g))}

    async def _vraag(self, kamer: str, nr: int) -> str:
        """Ask as a reply, so that the answer names the question."""
        begin = next(g["event_id"] for g in self._wie.alle(kamer, is_notitie))
        relatie = {"m.in_reply_to": {"event_id": begin}}
        id_ = await self._wie.zeg(kamer, VRAGEN[nr % len(VRAGEN)], m_relates_to=relatie)
        self._gesteld[id_] = self._open[id_] = kamer
        return id_

    async def _alles_beantwoord(self) -> None:
        for id_, kamer in self._open.items():
            await self._wie.wacht(kamer, lambda g, id_=id_: vraag_van(g) == id_)  # type: ignore[misc]
        self._open.clear()

    async def _sterft(self) -> None:
        status = await self._leven.einde()
        assert status == -signal.SIGKILL, status
        self.kills += 1


def vraag_van(gebeurtenis: Gebeurtenis) -> str | None:
    """The question an answer names."""
    if not is_notitie(gebeurtenis):
        return None
    uit = gebeurtenis["content"].get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
    return uit if isinstance(uit, str) else None


async def steek(w: Wereld, rondes: int, zaad: int = 1) -> Uitslag:
    """Kill at least once in each of so many rounds; half of them in an encrypted room."""
    anna = await w.mens()
    async with levens(w) as leven:
        pid = await leven.begin("geen")
        kamers = [await anna.maak_kamer(w.bot, versleuteld=v) for v in (False, True)]
        for kamer in kamers:
            await anna.wacht(kamer, is_notitie)
        os.kill(pid, signal.SIGTERM)
        await leven.einde()
        steker = Steker(anna, leven, kamers, zaad)
        for nr in range(rondes):
            await steker.ronde(nr)
        return await steker.slot()
