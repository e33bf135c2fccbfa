"""Golden conversations over a real homeserver: what someone reads in the room is what the file says."""

import asyncio
from pathlib import Path

from bot.kern import Kern
from tests.gesprek.steekproef import STEEKPROEF, beurten, ontbreekt
from tests.matrix.gebruiker import Gebruiker, is_bestand
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld


async def _speel(wie: Gebruiker, kamer: str, naam: str) -> list[str]:
    """Lines of the file that were not there to read."""
    mis, bestanden = [], 0
    for nr, (vraag, regels, namen) in enumerate(beurten(naam), 1):
        await wie.zeg(kamer, vraag)
        inhoud = (await wie.antwoord(kamer, nr))["content"]
        mis += [f"{naam}, beurt {nr}: {regel}" for regel in ontbreekt(regels, inhoud["body"])]
        bestanden += len(namen)
        if namen:
            await wie.wacht(kamer, is_bestand, bestanden)
            assert [g["content"]["body"] for g in wie.alle(kamer, is_bestand)][-len(namen) :] == namen
    return mis


def test_gesprekken_gaan_in_een_kamer_zoals_ze_zijn_opgeschreven(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, hoogste_tempo=600) as w:
            wie = await w.mens()
            for naam in STEEKPROEF:
                kamer = await wie.maak_kamer(w.bot)
                assert await _speel(wie, kamer, naam) == []

    asyncio.run(verloop())
