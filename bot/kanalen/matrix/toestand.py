"""How the channel stands, asked from the server and read from the folder; works while the bot runs."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nio import AsyncClientConfig

from bot.kanalen.matrix.client import Client, zwijg
from bot.kanalen.matrix.kruistekenen import Tekenstaat, staat
from bot.kanalen.matrix.postvak import BESTAND
from bot.kanalen.matrix.sessie import Sessie, laad_sessie


@dataclass(frozen=True)
class Toestand:
    """State of one login."""

    apparaat: str
    staat: Tekenstaat
    eenmalige_sleutels: int
    laatste_goed: datetime | None
    """When work was last known to be done; None when the bot never ran."""
    kamers: int


async def haal_toestand(map_: Path) -> Toestand:
    """Ask the server. Raises NietAangemeld or Weigering."""
    async with bewaard(map_) as (client, sessie):
        sleutels = (await client.roep("POST", "/v3/keys/upload", {})).get("one_time_key_counts", {})
        kamers = (await client.roep("GET", "/v3/joined_rooms")).get("joined_rooms", [])
        tekenstaat = await staat(client, sessie)
    return Toestand(
        sessie.apparaat, tekenstaat, int(sleutels.get("signed_curve25519", 0)), _laatste_goed(map_), len(kamers)
    )


@asynccontextmanager
async def bewaard(map_: Path) -> AsyncIterator[tuple[Client, Sessie]]:
    """The stored login without its keys: enough to ask the server things, beside the bot that runs."""
    zwijg()
    sessie = laad_sessie(map_)
    client = Client(sessie.server, sessie.gebruiker, config=AsyncClientConfig(encryption_enabled=False))
    client.access_token = sessie.token
    try:
        yield client, sessie
    finally:
        await client.close()


def _laatste_goed(map_: Path) -> datetime | None:
    bestand = map_ / BESTAND
    if not bestand.exists():
        return None
    db = sqlite3.connect(f"file:{bestand}?mode=ro", uri=True)
    try:
        rij = db.execute("select waarde from stand where naam = 'laatste_goed'").fetchone()
    finally:
        db.close()
    return datetime.fromtimestamp(int(rij[0])).astimezone() if rij else None
