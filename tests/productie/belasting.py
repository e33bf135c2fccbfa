"""How much one machine carries: core, Teams and Matrix with 1 to 1,000 conversations, and a soak. Writes
`belasting.json` and charts.

Each conversation asks its next question when it has its answer, twenty at a time, so what is measured is what the
program can carry at its best pace. Times of Teams and Matrix include the network of this machine and, for Matrix, the
homeserver beside it.
"""

import argparse
import asyncio
import itertools
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

import aiohttp
from groei import meet_groei
from herkomst import herkomst
from teamsbots import DEELWIJZER
from teamswereld import Bot, maak
from teamswereld import Wereld as Teamswereld

from bot.gesprek.geheugen import Geheugen
from bot.kern import Kern
from bot.samenstellen import maak_kern
from tests.matrix.doodsteken import WORTEL
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.meting import dienst
from tests.matrix.synapse import Synapse, rss_mb
from tests.matrix.wereld import wereld
from tests.productie.grafiek import teken

DELEN = ("kern", "teams", "groei", "matrix")
"""Parts; the longest comes last, so that a run that is cut off has all others."""
KAMERS = (1, 10, 100, 1000)
TEGELIJK = 20
"""Conversations that ask at the same time."""
VRAGEN = 600
"""Questions per measurement."""
INLOOP = 20
GEDULD_S = 600.0
"""Seconds until the bot has started and greeted a room."""
SOAK_PER_S = 10
PEIL_S = 15.0
"""Seconds between two looks at memory."""
BESTANDEN = ("proef", "derde", "vierde", "vijfde")
GRAFIEKEN = WORTEL / "tests" / "meting"
Json = dict[str, Any]
Vraag = Callable[[int, str], Coroutine[Any, Any, float]]
"""Asks in conversation `nr`; gives milliseconds."""


def lees_vragen() -> list[Json]:
    """Questions as people ask them, in an order that is the same each time."""
    regels = [r for b in BESTANDEN for r in (WORTEL / "tests" / "vragen" / f"{b}.jsonl").read_text().splitlines()]
    vragen = [json.loads(r) for r in regels if r.strip()]
    random.Random(1).shuffle(vragen)
    return vragen


async def meet(gesprekken: int, vragen: Sequence[str], vraag: Vraag) -> Json:
    """Questions per second and times, in so many conversations."""
    nummers = itertools.count()
    duren: list[float] = []

    async def werker(eigen: list[int]) -> None:
        kring = itertools.cycle(eigen)
        while (nr := next(nummers)) < len(vragen) + INLOOP:
            duur = await vraag(next(kring), vragen[nr % len(vragen)])
            if nr >= INLOOP:
                duren.append(duur)

    werkers = min(gesprekken, TEGELIJK)
    begin = time.perf_counter()
    await asyncio.gather(*(werker(list(range(w, gesprekken, werkers))) for w in range(werkers)))
    per_s = (len(duren) + INLOOP) / (time.perf_counter() - begin)
    honderd = statistics.quantiles(duren, n=100)
    return {
        "gesprekken": gesprekken,
        "vragen_per_s": round(per_s, 1),
        "p50_ms": round(honderd[49], 1),
        "p99_ms": round(honderd[98], 1),
    }


async def meet_kern(kern: Kern, kamers: Sequence[int], vragen: Sequence[str]) -> list[Json]:
    """The core behind the conversations, without a channel."""
    uit = []
    for aantal in kamers:
        geheugen = Geheugen(kern)

        async def vraag(nr: int, tekst: str, geheugen: Geheugen = geheugen) -> float:
            begin = time.perf_counter()
            await geheugen.werk_bij(("bench", str(nr)), lambda: geheugen.bij("bench", str(nr)).verwerk(tekst))
            return 1000 * (time.perf_counter() - begin)

        uit.append(await meet(aantal, vragen, vraag))
        toon("kern", uit[-1])
    return uit


async def meet_teams(kamers: Sequence[int], vragen: Sequence[str], soak_s: float) -> Json:
    """The Teams channel in a process of its own, and how its memory goes."""
    om = Teamswereld()
    runner = await om.start()
    nummers = itertools.count()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200)) as sessie:
        bot = Bot(DEELWIJZER, om, sessie)
        try:
            await bot.klaar()

            async def vraag(nr: int, tekst: str) -> float:
                return await bot.duur(maak(om, next(nummers), f"a:{nr}", text=tekst))

            rijen = []
            for aantal in kamers:
                rijen.append(await meet(aantal, vragen, vraag) | {"rss_mb": bot.rss_mb()})
                toon("teams", rijen[-1])
            soak = await duurproef(bot, vraag, vragen, soak_s)
        finally:
            bot.stop()
            await runner.cleanup()
    return {"teams": rijen, "duurproef": soak}


async def duurproef(bot: Bot, vraag: Vraag, vragen: Sequence[str], duur_s: float) -> Json:
    """A steady load for a while: memory must stay flat once all is warm."""
    begin, gesteld = time.monotonic(), 0
    mb: list[tuple[float, float]] = []
    taken: set[asyncio.Task[float]] = set()
    while (nu := time.monotonic() - begin) < duur_s:
        if not mb or nu - mb[-1][0] >= PEIL_S:
            mb.append((round(nu, 1), bot.rss_mb()))
        taak = asyncio.create_task(vraag(gesteld % 1000, vragen[gesteld % len(vragen)]))
        taken.add(taak)
        taak.add_done_callback(taken.discard)
        gesteld += 1
        await asyncio.sleep(max(0.0, begin + gesteld / SOAK_PER_S - time.monotonic()))
    await asyncio.gather(*taken)
    mb.append((round(duur_s, 1), bot.rss_mb()))
    warm = mb[len(mb) // 3][1]
    uit = {"duur_s": duur_s, "vragen": gesteld, "rss_mb": mb, "groei": round(mb[-1][1] / warm, 3)}
    toon("duurproef", {k: w for k, w in uit.items() if k != "rss_mb"})
    return uit


async def meet_matrix(kern: Kern, kamers: Sequence[int], vragen: Sequence[str], map_: Path) -> list[Json]:
    """The Matrix channel as administrators start it, on a Synapse without rate limits; rooms in the clear."""
    synapse = Synapse(map_ / "synapse")
    synapse.start()
    uit: list[Json] = []
    try:
        async with wereld(synapse, kern, map_, start=False) as w, dienst(w) as pid:
            anna = await w.mens()
            er: list[str] = []
            for aantal in kamers:
                while len(er) < aantal:
                    erbij = min(10, aantal - len(er))
                    maak = [anna.client.room_create(invite=[w.bot], is_direct=True) for _ in range(erbij)]
                    er += [str(r.room_id) for r in await asyncio.gather(*maak)]
                for kamer in er:
                    await anna.wacht(kamer, is_notitie, geduld_s=GEDULD_S)
                uit.append(await meet(aantal, vragen, _in_kamers(anna, er)) | {"rss_mb": round(rss_mb(pid), 1)})
                toon("matrix", uit[-1])
    finally:
        synapse.stop()
    return uit


def _in_kamers(anna: Gebruiker, kamers: Sequence[str]) -> Vraag:
    async def vraag(nr: int, tekst: str) -> float:
        kamer = kamers[nr]
        al = len(anna.alle(kamer, is_notitie))
        begin = time.perf_counter()
        await anna.zeg(kamer, tekst)
        await anna.wacht(kamer, is_notitie, al + 1)
        return 1000 * (time.perf_counter() - begin)

    return vraag


def toon(wat: str, rij: Json) -> None:
    """One line on the screen."""
    print(f"{wat:>10}  " + "  ".join(f"{naam} {waarde}" for naam, waarde in rij.items()), flush=True)


def teken_alles(uit: Json, map_: Path) -> None:
    """The charts of what was measured."""
    soorten = {naam: uit[naam] for naam in ("kern", "teams", "matrix") if uit.get(naam)}
    for veld, titel, eenheid in (
        ("vragen_per_s", "Vragen per seconde", "vragen/s"),
        ("p50_ms", "Tijd tot het antwoord, de helft is sneller", "ms"),
        ("p99_ms", "Tijd tot het antwoord, 99 van de 100 zijn sneller", "ms"),
    ):
        lijnen = {naam: [(r["gesprekken"], r[veld]) for r in rijen] for naam, rijen in soorten.items()}
        teken(map_ / f"{veld}.svg", titel, "gesprekken", eenheid, lijnen, log_x=True)
    if "duurproef" in uit:
        duur = {"Teams": uit["duurproef"]["rss_mb"]}
        teken(map_ / "geheugen.svg", f"Geheugen bij {SOAK_PER_S} vragen per seconde", "seconden", "MB", duur)


def meet_deel(deel: str, kern: Kern, vol: list[Json], opties: argparse.Namespace) -> Json:
    """One part, under its names in the file."""
    vragen = [str(v["vraag"]) for v in vol][: opties.vragen]
    match deel:
        case "kern":
            return {"kern": asyncio.run(meet_kern(kern, opties.kamers, vragen))}
        case "teams":
            return asyncio.run(meet_teams(opties.kamers, vragen, opties.duur))
        case "groei":
            groei = meet_groei(kern, vol)
            toon("groei", groei)
            return {"groei": groei}
    with tempfile.TemporaryDirectory() as naam:
        return {"matrix": asyncio.run(meet_matrix(kern, opties.kamers, vragen, Path(naam)))}


def main() -> None:
    """Read the options, measure, write and draw."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("uit", type=Path)
    lezer.add_argument("--deel", choices=DELEN, help="measure only this, and leave the other figures as they are")
    lezer.add_argument("--kamers", type=int, nargs="+", default=list(KAMERS))
    lezer.add_argument("--vragen", type=int, default=VRAGEN)
    lezer.add_argument("--duur", type=float, default=240.0, help="seconds of the soak")
    lezer.add_argument("--grafieken", type=Path, default=GRAFIEKEN)
    opties = lezer.parse_args()
    vol, kern = lees_vragen(), maak_kern()
    uit: Json = json.loads(opties.uit.read_text(encoding="utf-8")) if opties.deel and opties.uit.exists() else {}
    opties.uit.parent.mkdir(parents=True, exist_ok=True)
    for deel in [opties.deel] if opties.deel else DELEN:
        uit |= meet_deel(deel, kern, vol, opties)
        uit["herkomst"] = herkomst("matrix-nio", "microsoft-teams-apps", "redis")
        opties.uit.write_text(json.dumps(uit, indent=1) + "\n", encoding="utf-8")
        teken_alles(uit, opties.grafieken)


if __name__ == "__main__":
    main()
