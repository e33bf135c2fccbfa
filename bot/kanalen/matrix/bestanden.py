"""Hands over a file: uploaded to the homeserver, encrypted where the room is, and named in an event."""

import asyncio
from io import BytesIO
from typing import Any

from bot.gesprek.gids import Bestand
from bot.kanalen.matrix.client import VERZOEKTIJD_S, Client, gecontroleerd


async def laad_op(client: Client, kamer: str, bestand: Bestand) -> dict[str, Any]:
    """Upload; gives the content of the event. In an encrypted room the server learns neither name nor kind.

    Raises Weigering when the server refuses, TimeoutError when it takes too long: nio itself waits for ever.
    """
    geheim = kamer in client.rooms and client.rooms[kamer].encrypted
    async with asyncio.timeout(VERZOEKTIJD_S):
        antwoord, sleutels = await client.upload(
            BytesIO(bestand.inhoud),
            bestand.mime,
            None if geheim else bestand.naam,
            encrypt=geheim,
            filesize=len(bestand.inhoud),
        )
    adres = gecontroleerd(antwoord).content_uri
    return {
        "msgtype": "m.file",
        "body": bestand.naam,
        "filename": bestand.naam,
        "info": {"mimetype": bestand.mime, "size": len(bestand.inhoud)},
        "m.mentions": {},
        **({"file": {**sleutels, "url": adres}} if geheim else {"url": adres}),
    }
