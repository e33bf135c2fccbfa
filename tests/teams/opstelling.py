"""The channel on a real port, with a connector beside it."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import Tellers
from bot.instellingen import Webinstellingen
from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.kanaal import PAD, Teamskanaal
from bot.kanalen.teams.sdk import Tokenbron
from bot.kanalen.teams.wereld import Wereld
from bot.kern import Kern
from tests.draaien import luister, naast
from tests.teams.connector import Connector, connector

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
BOT = f"28:{APP}"
VRAAG = "Mag ik verzuimdata delen met het SWV?"
Json = dict[str, Any]
_nummer = itertools.count(1)


def proefinstelling(**anders: Any) -> Teamsinstellingen:
    """Without tokens, on this computer."""
    vast: Json = {"app_id": APP, "tenant": TENANT, "zonder_aanmelding": True, "alleen_deze_computer": True}
    return Teamsinstellingen(**vast | anders)


class Opstelling:
    """A running channel and its connector."""

    def __init__(self, nep: Connector, adres: str, sessie: aiohttp.ClientSession, kanaal: Teamskanaal) -> None:
        self.nep = nep
        self.adres = adres
        self.sessie = sessie
        self._kanaal = kanaal

    async def werk_klaar(self) -> None:
        """Until all that was taken on is done."""
        await self._kanaal._taken.wacht()

    async def stuur(self, activiteit: object, **extra: Any) -> int:
        """Hand in an activity; the status."""
        async with self.sessie.post(f"{self.adres}{PAD}", json=activiteit, **extra) as antwoord:
            return antwoord.status

    async def roep_aan(self, activiteit: object) -> tuple[int, Json]:
        """Hand in an invoke; status and body."""
        async with self.sessie.post(f"{self.adres}{PAD}", json=activiteit) as antwoord:
            return antwoord.status, await antwoord.json() if antwoord.status == 200 else {}

    def bericht(self, tekst: str = VRAAG, **anders: Any) -> Json:
        """A message in a personal chat."""
        return activiteit(self.nep.adres, text=tekst) | anders

    def druk(self, data: Json, kaart: str = "kaart-1", **anders: Any) -> Json:
        """A pressed button of a card."""
        return activiteit(self.nep.adres, value=data, replyToId=kaart) | anders


def activiteit(dienst: str, **anders: Any) -> Json:
    """Any activity, as Teams sends it."""
    uit: Json = {
        "type": "message",
        "id": f"{next(_nummer)}",
        "timestamp": "2026-11-24T10:00:00.000Z",
        "serviceUrl": dienst,
        "channelId": "msteams",
        "from": {"id": "29:gebruiker", "name": "Gebruiker", "aadObjectId": "x"},
        "recipient": {"id": BOT, "name": "Deelwijzer"},
        "conversation": {"id": "a:gesprek", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    }
    return uit | anders


@asynccontextmanager
async def draaiend(
    kern: Kern,
    instelling: Teamsinstellingen | None = None,
    nep: Connector | None = None,
    wereld: Wereld | None = None,
    token: Tokenbron | None = None,
    tellers: Tellers | None = None,
) -> AsyncIterator[Opstelling]:
    """The channel, served over a real socket."""
    if nep is None:
        async with connector() as eigen, draaiend(kern, instelling, eigen, wereld, token, tellers) as uit:
            yield uit
        return
    kanaal = Teamskanaal(
        instelling or proefinstelling(),
        Geheugen(kern),
        Webinstellingen(poort=0),
        "goeree-overflakkee",
        tellers,
        wereld,
        token,
    )
    app = web.Application()
    app.router.add_routes(kanaal.routes())
    async with luister(app) as adres, naast(kanaal.draai()), aiohttp.ClientSession() as sessie:
        yield Opstelling(nep, adres, sessie, kanaal)


def knoppen(kaart: Json) -> dict[str, Json]:
    """All buttons of a card by title, those inside it too."""
    uit: dict[str, Json] = {}
    for deel in _alles(kaart):
        if deel.get("type") == "Action.Submit":
            uit[deel["title"]] = deel["data"]
    return uit


def teksten(kaart: Json) -> list[str]:
    """All texts of a card in order."""
    return [str(deel["text"]) for deel in _alles(kaart) if deel.get("type") == "TextBlock"]


def _alles(deel: object) -> list[Json]:
    if isinstance(deel, list):
        return [d for kind in deel for d in _alles(kind)]
    if isinstance(deel, dict):
        return [deel, *(d for kind in deel.values() for d in _alles(kind))]
    return []
