"""What stands around the bots that `teams.py` measures: key server, connector, and who hands in activities."""

import asyncio
import itertools
import json
import subprocess
import sys
import time
from collections import defaultdict, deque
from pathlib import Path
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from teamsbots import APP, TENANT

PROGRAMMA = Path(__file__).with_name("teamsbots.py")
GEDULD = 30.0
Json = dict[str, Any]


class Wereld:
    """Key server and connector in one. A conversation is answered in order: an answer belongs to what waits longest."""

    def __init__(self) -> None:
        sleutel = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._jwk = json.loads(RSAAlgorithm.to_jwk(sleutel.public_key())) | {"kid": "een"}
        self._sleutel = sleutel
        self.adres = ""
        self.laatste = b""
        """The last message that came in."""
        self._wachten: defaultdict[str, deque[asyncio.Future[float]]] = defaultdict(deque)
        self.dubbel = 0
        """Answers to nothing."""
        self._nummer = itertools.count()

    def token(self, ontvanger: str) -> str:
        """A token that is good for an hour, as Microsoft's are."""
        nu = int(time.time())
        claims = {"iss": "https://api.botframework.com", "aud": ontvanger, "nbf": nu, "exp": nu + 3600}
        return jwt.encode(claims | {"serviceurl": self.adres}, self._sleutel, "RS256", {"kid": "een"})

    def verwacht(self, gesprek: str) -> asyncio.Future[float]:
        """When the next answer in a conversation comes in."""
        wacht: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._wachten[gesprek].append(wacht)
        return wacht

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
        nu, wachten = time.perf_counter(), self._wachten[verzoek.match_info["g"]]
        self.laatste = await verzoek.read()
        if wachten:
            wachten.popleft().set_result(nu)
        else:
            self.dubbel += 1
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
        """Hand in an activity; the status, 0 when there was none."""
        try:
            async with self._sessie.post(self._adres, json=activiteit, headers=self._kop) as antwoord:
                return antwoord.status
        except (aiohttp.ClientError, TimeoutError):
            return 0

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
