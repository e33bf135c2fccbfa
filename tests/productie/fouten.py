"""Everything that goes wrong in production, done to a bot at work: what was lost, what came twice, how long until it
answered again. Writes a table and `fouten.json`.

Two processes share one Matrix account and a Redis; someone asks without end in a plain and in an encrypted room. The
disk is a small tmpfs of its own, so it can be filled: that takes root.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.beheer.opslag import Opslag
from bot.kanalen.matrix.fouten import MapInGebruik
from bot.kanalen.matrix.sessie import vergrendel
from bot.samenstellen import maak_kern
from kennis.bewerken import Bundel
from tests.draaien import naast
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import Wereld, wereld
from tests.productie.leiders import Leiders, Uitslag, Vrager, kennismap, leiders
from tests.productie.redis import Redisserver
from tests.productie.storing import Storing

HUUR_S = 2.0
SCHIJF_MB = 8
GRENS_S = 570.0
"""Seconds for all faults together; with starting and cleaning up it stays within ten minutes."""
VRAGER_S = 1.0
"""Longest wait of who asks, before trying an absent server again: it is the bot that is timed."""
DUUR_S = 5.0
"""Seconds a fault lasts."""
LEVEN_S = 3.0
"""Longest life of a leader that is going to be killed."""
KAPOT = "kennis/regels/gemeente.yaml"
"""File that is spoilt in a version that was published."""
STAPPEN = ("fout", "gevraagd", "beantwoord", "verloren", "dubbel", "herstel_s")
Json = dict[str, Any]


@dataclass
class Opstelling:
    """All there is to break."""

    synapse: Synapse
    redis: Redisserver
    luik: Storing
    w: Wereld
    groep: Leiders
    leider: int
    anna: Gebruiker
    kamers: list[str]


async def server_herstart(o: Opstelling) -> None:
    """The homeserver stops and starts, twice."""
    for _ in range(2):
        await asyncio.to_thread(o.synapse.stop)
        await asyncio.to_thread(o.synapse.start)


async def verbinding_verbroken(o: Opstelling) -> None:
    """Every connection is cut after the server handled the request."""
    o.luik.knip(DUUR_S)
    await asyncio.sleep(DUUR_S)
    assert o.luik.geknipt


async def te_snel(o: Opstelling) -> None:
    """The server answers every write with 429."""
    o.luik.te_snel(DUUR_S)
    await asyncio.sleep(DUUR_S)
    assert o.luik.geweigerd


async def trage_schijf(o: Opstelling) -> None:
    """Each write takes a third of a second."""
    os.kill(o.leider, signal.SIGUSR1)
    await asyncio.sleep(2 * DUUR_S)
    os.kill(o.leider, signal.SIGUSR1)


async def volle_schijf(o: Opstelling) -> None:
    """Not a byte is free."""
    vol = o.w.instelling.map / "vol"
    with suppress(OSError), vol.open("wb", buffering=0) as stroom:
        while True:
            stroom.write(bytes(4096))
    await asyncio.sleep(DUUR_S)
    vol.unlink()


async def kloksprongen(o: Opstelling) -> None:
    """Two hours ahead, two hours behind, and right again."""
    for _ in range(3):
        os.kill(o.leider, signal.SIGUSR2)
        await asyncio.sleep(DUUR_S)


async def redis_weg(o: Opstelling) -> None:
    """The shared store goes, and comes back empty."""
    await asyncio.to_thread(o.redis.stop)
    await asyncio.sleep(DUUR_S)
    await asyncio.to_thread(o.redis.start)


async def twee_processen(o: Opstelling) -> None:
    """A third process wants the same folder without asking for the lease: it is refused."""
    try:
        vergrendel(o.w.instelling.map).close()
    except MapInGebruik:
        return
    raise AssertionError("twee processen kregen dezelfde map")


async def kapotte_kennis(o: Opstelling) -> None:
    """A broken version is published: the last good one goes on, and both processes say so; then a good one."""
    opslag = Opslag(kennismap(o.w))
    goed, bundel, wat = opslag.versie, opslag.bundel(), next(opslag.geschiedenis())
    kapot = Bundel({**bundel.bestanden, KAPOT: b"regels:\n- id: [half"})
    geweigerd = await asyncio.to_thread(opslag.publiceer, kapot, goed, wat)
    await o.groep.wacht_op_kennis(goed, geweigerd.versie)
    await asyncio.sleep(DUUR_S)
    weer_goed = await asyncio.to_thread(opslag.publiceer, bundel, geweigerd.versie, wat)
    await o.groep.wacht_op_kennis(weer_goed.versie, None)
    o.leider = o.groep.leider


async def bevroren_leider(o: Opstelling) -> None:
    """The leader stands still for longer than its lease, and then goes on."""
    os.kill(o.leider, signal.SIGSTOP)
    await asyncio.sleep(2 * HUUR_S)
    os.kill(o.leider, signal.SIGCONT)
    await _volg_leider(o)


def kill(keren: int) -> Callable[[Opstelling], Awaitable[None]]:
    """The leader is killed so many times, at any moment of its start or its work."""

    async def kill_9(o: Opstelling) -> None:
        toeval = random.Random(keren)
        for _ in range(keren):
            os.kill(o.leider, signal.SIGKILL)
            o.leider = await o.groep.wacht_op_leider()
            await asyncio.sleep(toeval.uniform(0, LEVEN_S))

    return kill_9


async def _volg_leider(o: Opstelling) -> None:
    """Whether another process took the lead."""
    with suppress(TimeoutError):
        async with asyncio.timeout(2 * HUUR_S):
            o.leider = await o.groep.wacht_op_leider()


async def proef(naam: str, o: Opstelling, doe: Callable[[Opstelling], Awaitable[None]]) -> Json:
    """One fault under load; what is not answered in time counts as lost."""
    vrager = Vrager(o.anna, o.kamers)
    await vrager.een_antwoord()
    async with naast(vrager.blijf_vragen()):
        await doe(o)
        einde = time.monotonic()
        with suppress(TimeoutError):
            await vrager.een_antwoord()
        herstel = time.monotonic() - einde
    with suppress(TimeoutError):
        await vrager.maak_af()
    uit = vrager.tel(Uitslag())
    cijfers = (naam, uit.gevraagd, uit.beantwoord, uit.verloren, uit.dubbel, round(herstel, 1))
    print("  ".join(f"{c!s:>20}" if n == 0 else f"{c!s:>10}" for n, c in enumerate(cijfers)), flush=True)
    return dict(zip(STAPPEN, cijfers, strict=True))


@asynccontextmanager
async def kleine_schijf(map_: Path) -> AsyncIterator[None]:
    """A disk of its own for the bot."""
    map_.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SCHIJF_MB}m", "deelwijzer-proef", str(map_)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(map_)], check=True)


async def alle(map_: Path, kills: int, alleen: str | None, neem: Callable[[Json], None]) -> None:
    """Each fault in turn; `neem` gets each row as soon as it is there."""
    synapse, redis = Synapse(map_ / "synapse"), Redisserver(map_)
    synapse.start()
    redis.start()
    doen = {
        "homeserver herstart": server_herstart,
        "verbinding verbroken": verbinding_verbroken,
        "429": te_snel,
        "trage schijf": trage_schijf,
        "volle schijf": volle_schijf,
        "klok verspringt": kloksprongen,
        "redis weg": redis_weg,
        "twee processen": twee_processen,
        "kapotte kennis": kapotte_kennis,
        "leider bevroren": bevroren_leider,
        f"kill -9 ({kills} keer)": kill(kills),
    }
    try:
        async with (
            Storing(synapse.adres).draaiend() as luik,
            kleine_schijf(map_ / "bot"),
            wereld(synapse, maak_kern(), map_, start=False, server=luik.adres) as w,
            leiders(w, redis, HUUR_S) as groep,
        ):
            leider, anna = await groep.wacht_op_leider(), await w.mens()
            anna.client.config = replace(anna.client.config, backoff_factor=0.1, max_timeout_retry_wait_time=VRAGER_S)
            kamers = [await anna.maak_kamer(w.bot, versleuteld=v) for v in (False, True)]
            for kamer in kamers:
                await anna.wacht(kamer, is_notitie)
            o = Opstelling(synapse, redis, luik, w, groep, leider, anna, kamers)
            for naam, doe in doen.items():
                if alleen is None or alleen in naam:
                    neem(await proef(naam, o, doe))
    finally:
        redis.stop()
        synapse.stop()


def main() -> int:
    """Read the options, break everything, and write."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("uit", type=Path)
    lezer.add_argument("--kills", type=int, default=50)
    lezer.add_argument("--alleen", help="only faults whose name holds this")
    opties = lezer.parse_args()
    if os.geteuid() != 0:
        print("De foutproef vult een eigen schijfje en moet als root draaien: sudo make fouten", file=sys.stderr)
        return 1
    print("  ".join(f"{s:>20}" if n == 0 else f"{s:>10}" for n, s in enumerate(STAPPEN)))
    opties.uit.parent.mkdir(parents=True, exist_ok=True)
    rijen: list[Json] = []

    def neem(rij: Json) -> None:
        rijen.append(rij)
        opties.uit.write_text(json.dumps(rijen, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    async def begrensd(map_: Path) -> None:
        async with asyncio.timeout(GRENS_S):
            await alle(map_, opties.kills, opties.alleen, neem)

    with tempfile.TemporaryDirectory() as naam:
        try:
            asyncio.run(begrensd(Path(naam)))
        except TimeoutError:
            print(f"Na {GRENS_S / 60:.0f} minuten niet klaar: deze computer is te druk.", file=sys.stderr)
            return 1
    return 1 if any(rij["verloren"] or rij["dubbel"] for rij in rijen) else 0


if __name__ == "__main__":
    sys.exit(main())
