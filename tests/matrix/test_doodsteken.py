"""Nothing is lost and nothing comes twice, however often the bot is killed; `make meetmatrix` does this 200 times."""

import asyncio
from pathlib import Path

from bot.kern import Kern
from tests.matrix.doder import STADIA
from tests.matrix.doodsteken import Uitslag, steek
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld


def test_elke_vraag_een_antwoord_bij_een_dood_in_elk_stadium(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> Uitslag:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            return await steek(w, 2 * len(STADIA))

    uit = asyncio.run(verloop())
    assert uit.kills >= 2 * len(STADIA)
    assert uit.vragen > 2 * len(STADIA)
    assert (uit.verloren, uit.dubbel) == (0, 0)
