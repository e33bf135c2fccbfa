"""Measures the Teams channel on loopback: activity in, reply posted, beside a bare echo bot of the same SDK in one run.

The ratio is taken with a fixed text and with a pressed button, which ask the channel for everything and the core for
nothing; a real question is measured as well. Then 200 activities a second for a minute, one in ten sent again.
"""

import asyncio
import itertools
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from herkomst import herkomst
from jwt.algorithms import RSAAlgorithm
from teamsbots import APP, DEELWIJZER, ECHO, TENANT

PROGRAMMA = Path(__file__).with_name("teamsbots.py")
RONDES = 200
PER_SECONDE, DUUR = 200, 60
HERHAAL = 10
"""One activity in so many is sent once more."""
GESPREKKEN = 200
GEDULD = 30.0
VRAAG = "mag ik verzuimdata delen met het SWV?"
Json = dict[str, Any]


class Wereld:
    """Key server and connector in one."""

    def __init__(self) -> None:
        sleutel = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._jwk = json.loads(RSAAlgorithm.to_jwk(sleutel.public_key())) | {"kid": "een"}
        self._sleutel = sleutel
        self.adres = ""
        self.antwoorden: Counter[str] = Counter()
        self.kaarten: dict[str, Json] = {}
        self._wacht: dict[str, asyncio.Future[float]] = {}
        self._nummer = itertools.count()

    def token(self, ontvanger: str) -> str:
        """A token that is good for an hour, as Microsoft's are."""
        nu = int(time.time())
        claims = {"iss": "https://api.botframework.com", "aud": ontvanger, "nbf": nu, "exp": nu + 3600}
        return jwt.encode(claims | {"serviceurl": self.adres}, self._sleutel, "RS256", {"kid": "een"})

    def verwacht(self, gesprek: str) -> asyncio.Future[float]:
        """When the next answer in a conversation comes in."""
        self._wacht[gesprek] = asyncio.get_running_loop().create_future()
        return self._wacht[gesprek]

    async def start(self) -> web.AppRunner:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_get("/openidconfiguration", self._openid)
        app.router.add_get("/keys", self._sleutels)
        app.router.add_route("*", "/v3/conversations/{g}/activities{rest:.*}", self._activiteit)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.adres = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    async def _openid(self, _: web.Request) -> web.Response:
        return web.json_response({"jwks_uri": f"{self.adres}/keys"})

    async def _sleutels(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": [self._jwk]})

    async def _activiteit(self, verzoek: web.Request) -> web.Response:
        nu, gesprek, ruw = time.perf_counter(), verzoek.match_info["g"], await verzoek.read()
        self.antwoorden[gesprek] += 1
        wacht = self._wacht.pop(gesprek, None)
        if wacht is not None and not wacht.done():
            self.kaarten[gesprek] = json.loads(ruw)
            wacht.set_result(nu)
        return web.json_response({"id": f"kaart-{next(self._nummer)}"})


class Bot:
    """A bot in a process of its own."""

    def __init__(self, naam: str, wereld: Wereld, sessie: aiohttp.ClientSession) -> None:
        opdracht = [sys.executable, str(PROGRAMMA), naam, wereld.adres, wereld.token("connector")]
        self._proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True)
        self._wereld = wereld
        self._sessie = sessie
        self._kop = {"Authorization": f"Bearer {wereld.token(APP)}"}
        self._adres = ""

    async def klaar(self) -> None:
        """Until it listens."""
        assert self._proces.stdout is not None
        poort = (await asyncio.to_thread(self._proces.stdout.readline)).strip()
        self._adres = f"http://127.0.0.1:{poort}/api/messages"

    async def stuur(self, activiteit: Json) -> int:
        """Hand in an activity."""
        async with self._sessie.post(self._adres, json=activiteit, headers=self._kop) as antwoord:
            return antwoord.status

    async def duur(self, activiteit: Json) -> float:
        """Milliseconds from handing in to the reply arriving."""
        gezien = self._wereld.verwacht(activiteit["conversation"]["id"])
        begin = time.perf_counter()
        if await self.stuur(activiteit) != 200:
            raise RuntimeError("een activiteit is niet aangenomen")
        return 1000 * (await asyncio.wait_for(gezien, GEDULD) - begin)

    def rss_mb(self) -> float:
        """Memory in use."""
        regels = Path(f"/proc/{self._proces.pid}/status").read_text(encoding="utf-8").splitlines()
        return round(next(int(r.split()[1]) for r in regels if r.startswith("VmRSS")) / 1024, 1)

    def stop(self) -> None:
        """End it."""
        self._proces.kill()
        self._proces.wait()


def maak(wereld: Wereld, nr: int, gesprek: str, **anders: Any) -> Json:
    """An activity as Teams sends it."""
    return {
        "type": "message",
        "id": f"b{nr}",
        "timestamp": "2026-11-24T10:00:00.000Z",
        "serviceUrl": wereld.adres,
        "channelId": "msteams",
        "from": {"id": "29:gebruiker", "name": "Gebruiker"},
        "recipient": {"id": f"28:{APP}", "name": "Deelwijzer"},
        "conversation": {"id": gesprek, "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "text": "hulp",
    } | anders


async def knop_van(bot: Bot, wereld: Wereld) -> Json:
    """The data of a button on a real card."""
    await bot.duur(maak(wereld, -1, "a:knop", text=VRAAG))
    kaart = wereld.kaarten["a:knop"]["attachments"][0]["content"]
    data: Json = next(a["data"] for a in kaart["actions"] if a["title"] == "Waarom?")
    return data


async def vergelijk(bots: dict[str, Bot], wereld: Wereld, data: Json) -> dict[str, float]:
    """Medians in milliseconds, all kinds in turn within one run."""
    soorten: dict[str, tuple[str, Json]] = {
        "echo": (ECHO, {}),
        "tekst": (DEELWIJZER, {}),
        "knop": (DEELWIJZER, {"text": "", "value": data, "replyToId": "kaart-1"}),
        "vraag": (DEELWIJZER, {"text": VRAAG}),
    }
    duren: dict[str, list[float]] = {naam: [] for naam in soorten}
    for ronde in range(RONDES):
        for nr, (naam, (bot, anders)) in enumerate(soorten.items()):
            activiteit = maak(wereld, ronde * len(soorten) + nr, f"a:{naam}", **anders)
            duren[naam].append(await bots[bot].duur(activiteit))
    return {naam: round(statistics.median(lijst[RONDES // 10 :]), 2) for naam, lijst in duren.items()}


async def belast(bot: Bot, wereld: Wereld, data: Json) -> Json:
    """Steady load: half fixed texts, half pressed buttons."""
    wereld.antwoorden.clear()
    verwacht: Counter[str] = Counter()
    taken: list[asyncio.Task[int]] = []
    rss: list[float] = []
    begin = time.perf_counter()
    for nr in range(PER_SECONDE * DUUR):
        gesprek = f"a:{nr % GESPREKKEN}"
        anders: Json = {"text": "", "value": data, "replyToId": f"k{nr}"} if nr % 2 else {}
        activiteit = maak(wereld, 1_000_000 + nr, gesprek, **anders)
        verwacht[gesprek] += 1
        for _ in range(2 if nr % HERHAAL == 0 else 1):
            taken.append(asyncio.create_task(bot.stuur(activiteit)))
        if nr % (PER_SECONDE * 10) == PER_SECONDE * 5:
            rss.append(bot.rss_mb())
        await asyncio.sleep(max(0.0, begin + (nr + 1) / PER_SECONDE - time.perf_counter()))
    statussen = await asyncio.wait_for(asyncio.gather(*taken), GEDULD)
    duur = time.perf_counter() - begin
    eind = time.monotonic() + GEDULD
    while wereld.antwoorden.total() < verwacht.total() and time.monotonic() < eind:
        await asyncio.sleep(0.1)
    gemist = sum((verwacht - wereld.antwoorden).values())
    return {
        "per_s": round(verwacht.total() / duur, 1),
        "fouten": sum(s != 200 for s in statussen) + gemist,
        "herhalingen": len(taken) - verwacht.total(),
        "dubbel": sum((wereld.antwoorden - verwacht).values()),
        "rss_mb": rss,
    }


async def meet() -> Json:
    """Everything."""
    wereld = Wereld()
    runner = await wereld.start()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200)) as sessie:
        bots = {naam: Bot(naam, wereld, sessie) for naam in (ECHO, DEELWIJZER)}
        try:
            for bot in bots.values():
                await bot.klaar()
            data = await knop_van(bots[DEELWIJZER], wereld)
            ms = await vergelijk(bots, wereld, data)
            last = await belast(bots[DEELWIJZER], wereld, data)
        finally:
            for bot in bots.values():
                bot.stop()
    await runner.cleanup()
    ratio = {f"ratio_{soort}": round(ms[soort] / ms["echo"], 2) for soort in ("tekst", "knop", "vraag")}
    return {"ratio": max(ratio["ratio_tekst"], ratio["ratio_knop"])} | ratio | last | {"p50_ms": ms}


if __name__ == "__main__":
    doel = Path(sys.argv[1])
    doel.parent.mkdir(parents=True, exist_ok=True)
    uitslag = asyncio.run(meet())
    vol = uitslag | {"herkomst": herkomst("microsoft-teams-apps")}
    doel.write_text(json.dumps(vol, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(uitslag, indent=1))
