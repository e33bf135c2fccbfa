"""Drives the Teams channel with really signed activities, with canaries in all fields that a person or client fills."""

import asyncio
import itertools
import json
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import aiohttp
from herkomst import WORTEL
from kanaries import NAMEN, NUMMERS
from kanariestart import Server, server

sys.path.append(str(WORTEL))
from tests.teams.connector import Connector, connector
from tests.teams.opstelling import APP, BOT, TENANT, Json, knoppen
from tests.teams.sleutelmaker import paar, token

GEBRUIKER = "29:1kwartelvanger918"
GESPREK = "a:1kwartelnest918"
PROGRAMMA = "kanariekanaal.py"
GEDULD = 120.0
"""Seconds until the card for the last question must be there."""
_nummer = itertools.count(1)


async def drijf(map_: Path, vragen: Sequence[str]) -> list[str]:
    """Ask, press, correct, remove, look up, send rubbish, kill half-way; ids that tell who and where."""
    with tempfile.TemporaryDirectory() as elders:
        async with connector() as nep:
            nep.sleutels = [paar("een").openbaar()]
            config = Path(elders) / "instellingen.yaml"
            teams = {"app_id": APP, "tenant": TENANT, "claims": str(map_ / "claims.sqlite")}
            config.write_text(json.dumps({"teams": teams}), encoding="utf-8")
            config.with_name("wereld").write_text(nep.adres, encoding="utf-8")
            await _op(nep, map_, config, vragen)
    return [GEBRUIKER, GESPREK]


async def _op(nep: Connector, map_: Path, config: Path, vragen: Sequence[str]) -> None:
    helft = len(vragen) // 2
    antwoorden = map_ / "antwoorden"
    with server(map_, str(config), programma=PROGRAMMA) as dienst:
        async with aiohttp.ClientSession() as sessie:
            beller = Beller(nep, dienst, sessie)
            await beller.stel(vragen[:helft])
            os.kill(dienst.proces, signal.SIGKILL)
    antwoorden.write_bytes(beller.gezegd)
    with server(map_, str(config), programma=PROGRAMMA) as dienst:
        async with aiohttp.ClientSession() as sessie:
            beller = Beller(nep, dienst, sessie)
            await beller.stel(vragen[helft:])
            await beller.dien_in()
            await beller.wacht_tot_klaar()
            with antwoorden.open("ab") as uit:
                uit.write(beller.gezegd + json.dumps([a.lichaam for a in nep.aanroepen], ensure_ascii=False).encode())
                uit.write(dienst.stuur("/metrics")[1] + dienst.stuur("/gezond")[1])
            os.kill(dienst.proces, signal.SIGABRT)


class Beller:
    """Hands activities in as Teams does."""

    def __init__(self, nep: Connector, dienst: Server, sessie: aiohttp.ClientSession) -> None:
        self._nep = nep
        self._adres = f"http://127.0.0.1:{dienst.poort}/api/messages"
        self._sessie = sessie
        self.gezegd = b""
        """What came back over the web."""

    async def stel(self, vragen: Sequence[str]) -> None:
        """Each question, and around some of them everything else that can come in."""
        for nr, tekst in enumerate(vragen):
            vraag = self._activiteit(tekst)
            await self._stuur(vraag)
            if nr % 5 == 0:
                await self._stuur(vraag | {"type": "messageUpdate", "text": f"{tekst} {NAMEN[nr % len(NAMEN)]}"})
            if nr % 7 == 0:
                await self._stuur(vraag | {"type": "messageDelete"})
            if nr % 8 == 0:
                for ander in self._rommel(tekst, nr):
                    await self._stuur(ander)
                await self._stuur_ruw(tekst)

    async def dien_in(self) -> None:
        """Hand questions in, which keeps what the guard leaves of them."""
        for kanarie in (*NAMEN, *NUMMERS):
            await self._stuur(self._activiteit(f"/indienen mag {kanarie} mee op kamp?"))
            await self._stuur(self._activiteit("ja"))

    async def wacht_tot_klaar(self) -> None:
        """Until a last question is answered, which comes after all others of the conversation."""
        async with asyncio.timeout(GEDULD):
            while True:
                begin = len(self._nep.aanroepen)
                await self._stuur(self._activiteit("wat is een casusoverleg?"))
                await self._nep.wacht_op(begin + 1)
                if any("casusoverleg" in json.dumps(a.lichaam) for a in self._nep.aanroepen[begin:]):
                    return

    async def _stuur(self, activiteit: Json) -> None:
        kop = {"Authorization": f"Bearer {token(self._nep.adres)}"}
        async with self._sessie.post(self._adres, json=activiteit, headers=kop) as antwoord:
            self.gezegd += await antwoord.read()

    async def _stuur_ruw(self, tekst: str) -> None:
        """What is no JSON, with a token that is none."""
        vreemd = token(self._nep.adres, kop={"kid": tekst[:80]}, aud=tekst, serviceurl=tekst)
        for sleutel in (token(self._nep.adres), vreemd):
            kop = {"Authorization": f"Bearer {sleutel}"}
            async with self._sessie.post(self._adres, data=f'{{"text": "{tekst}'.encode(), headers=kop) as antwoord:
                self.gezegd += await antwoord.read()

    def _activiteit(self, tekst: str, **anders: Any) -> Json:
        """A message in which all that can be filled is a canary."""
        vast: Json = {
            "type": "message",
            "id": f"{next(_nummer)}",
            "text": tekst,
            "timestamp": "2026-11-24T10:00:00.000Z",
            "serviceUrl": self._nep.adres,
            "channelId": "msteams",
            "locale": NAMEN[8],
            "from": {"id": GEBRUIKER, "name": NAMEN[0], "aadObjectId": NUMMERS[8], "userPrincipalName": NUMMERS[5]},
            "recipient": {"id": BOT, "name": NAMEN[1]},
            "conversation": {
                "id": GESPREK,
                "conversationType": "personal",
                "tenantId": TENANT,
                "name": f"Overleg {NAMEN[2]}",
            },
            "channelData": {"tenant": {"id": TENANT}, "team": {"name": NAMEN[3]}, "channel": {"name": NAMEN[4]}},
            "attachments": [{"contentType": "application/pdf", "name": f"{NAMEN[5]}.pdf", "contentUrl": NUMMERS[11]}],
            "entities": [{"type": "mention", "text": f"<at>{NAMEN[6]}</at>", "mentioned": {"id": NUMMERS[0]}}],
        }
        return vast | anders

    def _rommel(self, tekst: str, nr: int) -> Iterator[Json]:
        """Pressed buttons with anything in them, searches, people joining, and fields of another kind."""
        kaarten = [a for a in self._nep.aanroepen if "attachments" in a.lichaam]
        if kaarten:
            data = list(knoppen(kaarten[-1].kaart).values())
            if data:
                yield self._activiteit("", value=data[nr % len(data)] | {"tekst": tekst}, replyToId="kaart-1")
        zoek = {"parameters": [{"name": "vraag", "value": tekst}], "commandId": tekst}
        yield self._activiteit("", value={"dw": {"draad": tekst, "optie": tekst[:60]}}, replyToId="kaart-1")
        yield self._activiteit("", value={"dw": tekst, tekst[:40]: tekst})
        yield self._activiteit("", type="invoke", name="composeExtension/query", value=zoek)
        yield self._activiteit("", type="invoke", name=tekst, value={"a": tekst})
        yield self._activiteit("", type="conversationUpdate", membersAdded=[{"id": BOT, "name": tekst}])
        yield self._activiteit(tekst, type=tekst[:30] or "x")
        yield self._activiteit({"tekst": tekst})  # type: ignore[arg-type]  # broken on purpose
        yield self._activiteit(tekst, conversation=tekst)
        yield self._activiteit(tekst, serviceUrl=f"https://{NUMMERS[11]}/{tekst}")


def drijf_teams(map_: Path, vragen: Sequence[str]) -> list[str]:
    """The channel as a whole."""
    return asyncio.run(drijf(map_, vragen))
