"""Measures the Teams channel on loopback: activity in, reply posted, beside a bare echo bot of the same SDK in one run.

The ratio is taken with a fixed text, with a pressed button, and with a question that was asked before; a question that
is new is measured as well. Then 200 activities a second for a minute, questions and buttons, one in ten sent again. An
error is an activity that was not taken on with a 200, or that no reply came to.
"""

import asyncio
import itertools
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp
from herkomst import herkomst
from stof import VRAGENMAP
from teamsbots import DEELWIJZER, ECHO
from teamswereld import GEDULD, Bot, Json, Wereld, maak

RONDES = 200
PER_SECONDE, DUUR = 200, 60
HERHAAL = 10
"""One activity in so many is sent once more."""
GESPREKKEN = 200
VRAGEN = 600
"""Different questions in the load. Each comes back some fifteen times in the minute."""
BESTANDEN = ("proef.jsonl", "derde.jsonl", "vierde.jsonl", "vijfde.jsonl")
KNOP_OP = 4
"""One activity in so many is a pressed button."""
PEIL = (1_000, PER_SECONDE * DUUR)
"""Numbers of activities after which memory is read."""
VRAAG = "mag ik verzuimdata delen met het SWV?"


def lees_vragen() -> list[str]:
    """Questions in an order that is the same each time."""
    regels = [r for naam in BESTANDEN for r in (VRAGENMAP / naam).read_text(encoding="utf-8").splitlines()]
    vragen = sorted({str(json.loads(regel)["vraag"]) for regel in regels})
    random.Random(1).shuffle(vragen)
    return vragen


async def knop_van(bot: Bot, wereld: Wereld) -> Json:
    """The data of a button on a real card."""
    await bot.duur(maak(wereld, -1, "a:knop", text=VRAAG))
    kaart = json.loads(wereld.laatste)["attachments"][0]["content"]
    data: Json = next(a["data"] for a in kaart["actions"] if a["title"] == "Waarom?")
    return data


async def vergelijk(bots: dict[str, Bot], wereld: Wereld, data: Json) -> dict[str, float]:
    """Medians in milliseconds, all kinds in turn within one run."""
    nieuw = iter(lees_vragen())
    duren: dict[str, list[float]] = {naam: [] for naam in ("echo", "tekst", "knop", "herhaald", "nieuw")}
    nummers = itertools.count()
    for _ in range(RONDES):
        anders: dict[str, Json] = {
            "echo": {},
            "tekst": {},
            "knop": {"text": "", "value": data, "replyToId": "kaart-1"},
            "herhaald": {"text": VRAAG},
            "nieuw": {"text": next(nieuw)},
        }
        for naam, velden in anders.items():
            bot = bots[ECHO if naam == "echo" else DEELWIJZER]
            duren[naam].append(await bot.duur(maak(wereld, next(nummers), f"a:{naam}", **velden)))
    return {naam: round(statistics.median(lijst[RONDES // 10 :]), 2) for naam, lijst in duren.items()}


class Last:
    """Steady load: questions, and one button in so many."""

    def __init__(self, bot: Bot, wereld: Wereld, data: Json) -> None:
        self._bot = bot
        self._wereld = wereld
        self._data = data
        self._wachten: list[tuple[float, asyncio.Future[float]]] = []
        self._taken: list[asyncio.Task[int]] = []
        self._rss: dict[str, float] = {}

    async def draai(self) -> Json:
        """What came of it."""
        self._wereld.dubbel = 0
        begin = time.perf_counter()
        for nr, activiteit in enumerate(self._activiteiten(), 1):
            self._stuur(activiteit, 2 if nr % HERHAAL == 0 else 1)
            if nr in PEIL:
                self._rss[f"rss_mb_na_{nr}"] = self._bot.rss_mb()
            await asyncio.sleep(max(0.0, begin + nr / PER_SECONDE - time.perf_counter()))
        statussen = await asyncio.wait_for(asyncio.gather(*self._taken), GEDULD)
        duur = time.perf_counter() - begin
        await asyncio.wait([wacht for _, wacht in self._wachten], timeout=GEDULD)
        return self._uitslag(statussen, duur)

    def _activiteiten(self) -> Iterator[Json]:
        vragen = itertools.cycle(lees_vragen()[:VRAGEN])
        knop: Json = {"text": "", "value": self._data}
        for nr in range(PER_SECONDE * DUUR):
            anders = knop | {"replyToId": f"k{nr}"} if nr % KNOP_OP == 0 else {"text": next(vragen)}
            yield maak(self._wereld, 1_000_000 + nr, f"a:{nr % GESPREKKEN}", **anders)

    def _stuur(self, activiteit: Json, keren: int) -> None:
        self._wachten.append((time.perf_counter(), self._wereld.verwacht(activiteit["conversation"]["id"])))
        self._taken += [asyncio.create_task(self._bot.stuur(activiteit)) for _ in range(keren)]

    def _uitslag(self, statussen: list[int], duur: float) -> Json:
        ms = sorted(1000 * (wacht.result() - sinds) for sinds, wacht in self._wachten if wacht.done())
        aantal = len(self._wachten)
        return {
            "per_s": round(aantal / duur, 1),
            "fouten": sum(s != 200 for s in statussen) + aantal - len(ms),
            "herhalingen": len(statussen) - aantal,
            "dubbel": self._wereld.dubbel,
            "verschillende_vragen": VRAGEN,
            "antwoord_ms": {f"p{p}": round(ms[len(ms) * p // 100], 1) for p in (50, 95, 99)},
        } | self._rss


async def meet() -> Json:
    """Everything."""
    wereld = Wereld()
    runner = await wereld.start()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1000)) as sessie:
        bots = {naam: Bot(naam, wereld, sessie) for naam in (ECHO, DEELWIJZER)}
        try:
            for bot in bots.values():
                await bot.klaar()
            data = await knop_van(bots[DEELWIJZER], wereld)
            ms = await vergelijk(bots, wereld, data)
            bots[ECHO].stop()
            last = await Last(bots[DEELWIJZER], wereld, data).draai()
        finally:
            for bot in bots.values():
                bot.stop()
    await runner.cleanup()
    ratio = {f"ratio_{soort}": round(ms[soort] / ms["echo"], 2) for soort in ms if soort != "echo"}
    return {"ratio": max(r for naam, r in ratio.items() if naam != "ratio_nieuw")} | ratio | last | {"p50_ms": ms}


if __name__ == "__main__":
    doel = Path(sys.argv[1])
    doel.parent.mkdir(parents=True, exist_ok=True)
    uitslag = asyncio.run(meet())
    vol = uitslag | {"herkomst": herkomst("microsoft-teams-apps")}
    doel.write_text(json.dumps(vol, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(uitslag, indent=1))
