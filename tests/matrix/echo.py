"""A bare nio bot that answers every message with itself: what Deelwijzer's round trip is compared with."""

import asyncio
import sys

from nio import AsyncClient, AsyncClientConfig, InviteMemberEvent, MatrixRoom, RoomMessageText
from nio.store import SqliteStore


async def draai(adres: str, gebruiker: str, wachtwoord: str, map_: str) -> None:
    """Join whatever it is invited to, and echo."""
    client = AsyncClient(adres, gebruiker, store_path=map_, config=AsyncClientConfig(store=SqliteStore))
    await client.login(wachtwoord)

    async def uitgenodigd(kamer: MatrixRoom, _: object) -> None:
        await client.join(kamer.room_id)

    async def bericht(kamer: MatrixRoom, gebeurtenis: RoomMessageText) -> None:
        if gebeurtenis.sender != client.user_id:
            inhoud = {"msgtype": "m.notice", "body": gebeurtenis.body}
            await client.room_send(kamer.room_id, "m.room.message", inhoud, ignore_unverified_devices=True)

    client.add_event_callback(uitgenodigd, InviteMemberEvent)
    client.add_event_callback(bericht, RoomMessageText)
    await client.sync_forever(30_000, full_state=True)


if __name__ == "__main__":
    asyncio.run(draai(*sys.argv[1:]))
