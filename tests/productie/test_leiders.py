"""Two Matrix processes on one folder: the leader is killed under load and nothing is lost or comes twice."""

import asyncio
from pathlib import Path

from bot.kern import Kern
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld
from tests.productie.leiders import Uitslag, steek_leiders
from tests.productie.redis import Redisserver

KILLS = 3
"""`make fouten` does fifty."""
ROND_DE_KILLS = 2 * KILLS + 2
"""Questions before and after each kill, and a last one in each room; whoever asks all the time asks more."""
HUUR_S = 1.0


def test_de_leider_sterft_onder_druk(synapse: Synapse, redis: Redisserver, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> Uitslag:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            return await steek_leiders(w, redis, KILLS, HUUR_S)

    uit = asyncio.run(verloop())
    assert uit.kills == KILLS
    assert uit.gevraagd > ROND_DE_KILLS
    assert (uit.verloren, uit.dubbel) == (0, 0)
