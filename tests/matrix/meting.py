"""Measures the Matrix channel on a real Synapse and writes `matrix.json`.

In four parts, each alone with `--deel`. Ratio: the bot runs as `deelwijzer start`, beside a bare nio echo bot; a person
asks both in turn, so that both meet the same machine. Memory after 1,000 and 10,000 questions. 500 rooms. 200 kills.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path

from bot.kern import Kern
from bot.samenstellen import maak_kern
from tests.matrix.doodsteken import VRAGEN, WORTEL, steek
from tests.matrix.drukte import bevolk
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.synapse import Synapse, rss_mb
from tests.matrix.wereld import WACHTWOORD, Wereld, wereld

HEEL = VRAGEN[1:]
"""Questions with a whole answer: options to tap are sent after the answer, one reaction each, and would delay what is
asked next."""
INLOOP, RONDES = 20, 150
"""Messages before, and messages in, a series of round trips."""
GOLF, KAMERS = 10, 20
"""Questions per room, and rooms, of one wave at the same time."""
RUIM = 100_000
SLEUTELS = (
    "ratio_plat",
    "ratio_versleuteld",
    "vragen_per_s",
    "rss_1000_mb",
    "rss_10000_mb",
    "kills",
    "verloren",
    "dubbel",
)
"""What is written; the rest is only shown."""
Cijfers = dict[str, float | int]


@asynccontextmanager
async def proces(*opdracht: str) -> AsyncIterator[int]:
    """A program beside this one; gives its process id."""
    kind = subprocess.Popen([sys.executable, *opdracht], cwd=WORTEL, stdout=subprocess.DEVNULL)
    try:
        yield kind.pid
    finally:
        kind.terminate()
        await asyncio.to_thread(kind.wait)


@asynccontextmanager
async def dienst(w: Wereld) -> AsyncIterator[int]:
    """The bot as administrators start it."""
    velden = w.instelling.model_dump(mode="json", exclude_none=True) | {"hoogste_tempo": RUIM, "meeste_kamers": RUIM}
    bestand = w.instelling.map.with_suffix(".yaml")
    bestand.write_text(json.dumps({"web": {"poort": 0}, "matrix": velden}), encoding="utf-8")
    async with proces("-m", "bot", "start", "--config", str(bestand)) as pid:
        yield pid


async def heen_en_weer(wie: Gebruiker, kamer: str, tekst: str) -> float:
    """Milliseconds from before the sending to the receipt of the answer."""
    aantal = len(wie.alle(kamer, is_notitie))
    begin = time.perf_counter()
    await wie.zeg(kamer, tekst)
    await wie.wacht(kamer, is_notitie, aantal + 1)
    return 1000 * (time.perf_counter() - begin)


async def vergelijk(wie: Gebruiker, bot: str, echo: str, versleuteld: bool) -> Cijfers:
    """Medians of both, asked in turn."""
    kamers = [await wie.maak_kamer(b, versleuteld=versleuteld) for b in (bot, echo)]
    await wie.wacht(kamers[0], is_notitie, geduld_s=120)
    duren: list[list[float]] = [[], []]
    for nr in range(INLOOP + RONDES):
        for kamer, reeks in zip(kamers, duren, strict=True):
            reeks.append(await heen_en_weer(wie, kamer, HEEL[nr % len(HEEL)]))
    bot_ms, echo_ms = (statistics.median(reeks[INLOOP:]) for reeks in duren)
    naam = "versleuteld" if versleuteld else "plat"
    return {
        f"ratio_{naam}": round(bot_ms / echo_ms, 3),
        f"bot_{naam}_p50_ms": round(bot_ms, 1),
        f"echo_{naam}_p50_ms": round(echo_ms, 1),
    }


async def golf(wie: Gebruiker, kamers: list[str]) -> float:
    """Seconds until a wave of questions in all rooms is answered."""
    staat = {kamer: len(wie.alle(kamer, is_notitie)) for kamer in kamers}
    begin = time.perf_counter()

    async def een(kamer: str) -> None:
        for nr in range(GOLF):
            await wie.zeg(kamer, HEEL[nr % len(HEEL)])
        await wie.wacht(kamer, is_notitie, staat[kamer] + GOLF, geduld_s=600)

    await asyncio.gather(*(een(kamer) for kamer in kamers))
    wie.vergeet_alles_behalve(1 + GOLF * 2)
    return time.perf_counter() - begin


async def duur(wie: Gebruiker, bot: str, pid: int, veel: int) -> Cijfers:
    """Questions per second, and memory after a tenth of them and after all."""
    kamers = [await wie.maak_kamer(bot) for _ in range(KAMERS)]
    per_golf, mb = GOLF * KAMERS, {}
    snel = per_golf / await golf(wie, kamers)
    gedaan = per_golf
    for grens in (veel // 10, veel):
        while gedaan < grens:
            await golf(wie, kamers)
            gedaan += per_golf
        mb[grens] = round(rss_mb(pid), 1)
    return {
        "vragen_per_s": round(snel, 1),
        "vragen_geheugen": veel,
        "rss_1000_mb": mb[veel // 10],
        "rss_10000_mb": mb[veel],
    }


async def deel_ratio(w: Wereld, _: argparse.Namespace) -> Cijfers:
    """How long a question takes, beside the echo bot."""
    anna = await w.mens()
    echo = w.synapse.maak_gebruiker(f"echo-{os.getpid()}", WACHTWOORD)
    map_ = str(w.instelling.map.parent)
    opdracht = (str(Path(__file__).with_name("echo.py")), w.synapse.adres, echo, WACHTWOORD, map_)
    uit: Cijfers = {}
    async with dienst(w), proces(*opdracht):
        for versleuteld in (False, True):
            uit |= await vergelijk(anna, w.bot, echo, versleuteld)
    return uit


async def deel_geheugen(w: Wereld, opties: argparse.Namespace) -> Cijfers:
    """Speed and memory under many questions."""
    async with dienst(w) as pid:
        return await duur(await w.mens(), w.bot, pid, opties.vragen)


async def deel_kamers(w: Wereld, opties: argparse.Namespace) -> Cijfers:
    """Many rooms at once."""
    begin = time.perf_counter()
    await w.start()
    uit = await bevolk(w, opties.kamers)
    return {"kamers": opties.kamers, "kamers_met_antwoord": uit, "kamers_s": round(time.perf_counter() - begin, 1)}


async def deel_kills(w: Wereld, opties: argparse.Namespace) -> Cijfers:
    """Kills at every stage."""
    return asdict(await steek(w, opties.kills))


DELEN: dict[str, Callable[[Wereld, argparse.Namespace], Awaitable[Cijfers]]] = {
    "ratio": deel_ratio,
    "geheugen": deel_geheugen,
    "kamers": deel_kamers,
    "kills": deel_kills,
}
"""What can be measured on its own."""


async def meet(deel: str, kern: Kern, opties: argparse.Namespace) -> Cijfers:
    """One part, on a homeserver of its own."""
    with tempfile.TemporaryDirectory() as naam:
        synapse = Synapse(Path(naam) / "synapse")
        synapse.start()
        try:
            async with wereld(synapse, kern, Path(naam), start=False, meeste_kamers=RUIM) as w:
                begin = time.perf_counter()
                uit = await DELEN[deel](w, opties)
        finally:
            synapse.stop()
    print(json.dumps({"deel": deel, **uit, "duur_s": round(time.perf_counter() - begin, 1)}), flush=True)
    return uit


def main() -> None:
    """Read the options, measure, and write; parts that are measured alone leave the other figures as they were."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("uit", type=Path)
    lezer.add_argument("--deel", nargs="+", choices=DELEN, default=list(DELEN))
    lezer.add_argument("--kills", type=int, default=200)
    lezer.add_argument("--kamers", type=int, default=500)
    lezer.add_argument("--vragen", type=int, default=10_000)
    opties = lezer.parse_args()
    kern = maak_kern()
    uit = json.loads(opties.uit.read_text(encoding="utf-8")) if opties.uit.exists() else {}
    for deel in opties.deel:
        uit |= asyncio.run(meet(deel, kern, opties))
        opties.uit.write_text(json.dumps({n: uit[n] for n in SLEUTELS if n in uit}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
