"""Someone who talks to the bot, with a nio client of their own."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from nio import AsyncClientConfig, MegolmEvent
from nio.store import SqliteStore

from bot.kanalen.matrix.client import Client, pad, zwijg
from tests.draaien import naast

Gebeurtenis = dict[str, Any]
GEDULD_S = 40.0
"""Seconds to wait for something that should come; far more than it takes."""
VERSLEUTELD = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


class Gebruiker:
    """A person in the tests. Sees all events of all rooms, in the clear."""

    def __init__(self, adres: str, naam: str, map_: Path) -> None:
        map_.mkdir(parents=True, exist_ok=True)
        instelling = AsyncClientConfig(store=SqliteStore, encryption_enabled=True, request_timeout=60)
        self.client = Client(adres, naam, store_path=str(map_), config=instelling)
        self.gezien: list[tuple[str, Gebeurtenis]] = []
        self.onleesbaar = 0
        self._nieuw = asyncio.Condition()

    async def zeg(self, kamer: str, tekst: str, tx: str | None = None, **velden: Any) -> str:
        """Say something; gives the event id. `m_` in a field name stands for `m.`."""
        inhoud = {"msgtype": "m.text", "body": tekst, **{n.replace("m_", "m.", 1): w for n, w in velden.items()}}
        return await self.stuur(kamer, "m.room.message", inhoud, tx)

    async def stuur(self, kamer: str, soort: str, inhoud: Gebeurtenis, tx: str | None = None) -> str:
        """Send any event, once the room is known."""
        async with asyncio.timeout(GEDULD_S), self._nieuw:
            while kamer not in self.client.rooms:
                await self._nieuw.wait()
        antwoord = await self.client.room_send(kamer, soort, inhoud, tx, ignore_unverified_devices=True)
        return str(antwoord.event_id)

    async def verbeter(self, kamer: str, id_: str, tekst: str) -> str:
        """Correct an earlier line."""
        nieuw = {"msgtype": "m.text", "body": tekst}
        relatie = {"rel_type": "m.replace", "event_id": id_}
        return await self.zeg(kamer, f"* {tekst}", m_new_content=nieuw, m_relates_to=relatie)

    async def tik(self, kamer: str, id_: str, teken: str) -> str:
        """Put an emoji under an event."""
        relatie = {"rel_type": "m.annotation", "event_id": id_, "key": teken}
        return await self.stuur(kamer, "m.reaction", {"m.relates_to": relatie})

    async def maak_kamer(self, *wie: str, versleuteld: bool = False, samen: bool = True, **velden: Any) -> str:
        """Make a room and wait until all who were invited are in."""
        begin = [*velden.pop("initial_state", []), *([VERSLEUTELD] if versleuteld else [])]
        antwoord = await self.client.room_create(is_direct=samen, invite=list(wie), initial_state=begin, **velden)
        kamer = str(antwoord.room_id)
        for lid in wie:
            await self.wacht(kamer, partial(_is_binnen, lid))
        return kamer

    async def roep(self, methode: str, weg: str, inhoud: Gebeurtenis | None = None) -> Any:
        """Call any endpoint."""
        koppen = {"Authorization": f"Bearer {self.client.access_token}"}
        data = None if inhoud is None else json.dumps(inhoud)
        antwoord = await self.client.send(methode, f"/_matrix/client/v3{weg}", data, koppen)
        return await antwoord.json()

    async def kamerstand(self, kamer: str, soort: str) -> Any:
        """Content of a state event."""
        return await self.roep("GET", pad("rooms", kamer, "state", soort, ""))

    async def wacht(
        self, kamer: str, goed: Callable[[Gebeurtenis], bool], aantal: int = 1, geduld_s: float = GEDULD_S
    ) -> Gebeurtenis:
        """The newest of `aantal` events that fit, as soon as they are there."""
        async with asyncio.timeout(geduld_s), self._nieuw:
            while len(treffers := self.alle(kamer, goed)) < aantal:
                await self._nieuw.wait()
            return treffers[-1]

    async def antwoord(self, kamer: str, aantal: int = 1) -> Gebeurtenis:
        """The newest of so many notices, not counting the greeting."""
        return await self.wacht(kamer, is_antwoord, aantal)

    def alle(self, kamer: str, goed: Callable[[Gebeurtenis], bool]) -> list[Gebeurtenis]:
        """All events so far that fit."""
        return [g for waar, g in self.gezien if waar == kamer and goed(g)]

    def vergeet_alles_behalve(self, per_kamer: int) -> None:
        """Keep only the newest events of each room, so that a long measurement stays quick."""
        nog: dict[str, int] = {}
        houd: list[tuple[str, Gebeurtenis]] = []
        for kamer, gebeurtenis in reversed(self.gezien):
            nog[kamer] = nog.get(kamer, 0) + 1
            if nog[kamer] <= per_kamer:
                houd.append((kamer, gebeurtenis))
        self.gezien = houd[::-1]

    async def volg(self) -> None:
        """Sync until cancelled."""
        while True:
            antwoord = await self.client.sync(timeout=10_000, full_state=not self.gezien)
            if self.client.should_upload_keys:
                await self.client.keys_upload()
            if self.client.should_query_keys:
                await self.client.keys_query()
            for kamer in antwoord.rooms.invite:
                await self.client.join(kamer)
            async with self._nieuw:
                for kamer, info in antwoord.rooms.join.items():
                    for gebeurtenis in [*info.state, *info.timeline.events, *info.ephemeral]:
                        self._neem(kamer, gebeurtenis)
                self._nieuw.notify_all()

    def _neem(self, kamer: str, gebeurtenis: Any) -> None:
        self.onleesbaar += isinstance(gebeurtenis, MegolmEvent)
        bron = getattr(gebeurtenis, "source", None)
        self.gezien.append(
            (
                kamer,
                bron
                if isinstance(bron, dict)
                else {"type": type(gebeurtenis).__name__, "content": {}, "users": getattr(gebeurtenis, "users", [])},
            )
        )


def _is_binnen(lid: str, gebeurtenis: Gebeurtenis) -> bool:
    return gebeurtenis.get("state_key") == lid and gebeurtenis.get("content", {}).get("membership") == "join"


def is_notitie(gebeurtenis: Gebeurtenis) -> bool:
    """A message of a bot."""
    return bool(gebeurtenis.get("content", {}).get("msgtype") == "m.notice")


def is_bestand(gebeurtenis: Gebeurtenis) -> bool:
    """A file."""
    return bool(gebeurtenis.get("content", {}).get("msgtype") == "m.file")


def is_antwoord(gebeurtenis: Gebeurtenis) -> bool:
    """A message of the bot that is no greeting and no correction."""
    inhoud = gebeurtenis.get("content", {})
    return (
        is_notitie(gebeurtenis)
        and "Laat namen weg; ik bewaar niets." not in inhoud["body"]
        and "m.new_content" not in inhoud
    )


@asynccontextmanager
async def gebruiker(adres: str, naam: str, wachtwoord: str, map_: Path) -> AsyncIterator[Gebruiker]:
    """Log in, follow all rooms, and log out of it all at the end."""
    zwijg()
    wie = Gebruiker(adres, naam, map_)
    await wie.client.login(wachtwoord)
    try:
        async with naast(wie.volg()):
            yield wie
    finally:
        await wie.client.close()
