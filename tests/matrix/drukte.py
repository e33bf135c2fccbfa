"""Many rooms at once."""

import asyncio

from tests.matrix.gebruiker import is_antwoord, is_notitie
from tests.matrix.wereld import Wereld

TEGELIJK = 10
"""Rooms that are made at the same time."""
GEDULD_S = 300.0


async def bevolk(w: Wereld, aantal: int) -> int:
    """Make rooms, restart the bot, and ask in each; how many rooms got their answer."""
    anna = await w.mens()
    kamers: list[str] = []
    while len(kamers) < aantal:
        maak = [anna.client.room_create(invite=[w.bot], is_direct=True) for _ in range(TEGELIJK)]
        kamers += [str(r.room_id) for r in await asyncio.gather(*maak)]
    for kamer in kamers:
        await anna.wacht(kamer, is_notitie, geduld_s=GEDULD_S)
    await w.stop()
    await w.start()
    for kamer in kamers:
        await anna.zeg(kamer, "wat is een grondslag?")
    for kamer in kamers:
        await anna.wacht(kamer, is_antwoord, geduld_s=GEDULD_S)
    return sum(len(anna.alle(kamer, is_antwoord)) == 1 for kamer in kamers)
