"""A question in a room gets its answer, as Matrix shows it."""

import asyncio
from pathlib import Path

import pytest

from bot.kern import Kern
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld

VRAAG = "Moet de school zestien uur ongeoorloofd verzuim melden bij leerplicht?"


@pytest.mark.parametrize("versleuteld", [False, True], ids=["plat", "versleuteld"])
def test_vraag_en_antwoord(synapse: Synapse, kern: Kern, tmp_path: Path, versleuteld: bool) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=versleuteld)
            await anna.zeg(kamer, VRAAG)
            inhoud = (await anna.antwoord(kamer))["content"]
            assert inhoud["msgtype"] == "m.notice"
            assert inhoud["body"].startswith("🟢 Delen is verplicht.")
            assert "<strong>Delen is verplicht.</strong>" in inhoud["formatted_body"]
            assert inhoud["m.mentions"] == {}
            assert anna.onleesbaar == 0

    asyncio.run(verloop())
