"""Golden conversations over real activities of Teams: what someone reads on the card is what the file says."""

import asyncio

import pytest

from bot.kern import Kern
from tests.gesprek.steekproef import STEEKPROEF, beurten, ontbreekt
from tests.teams.connector import Aanroep
from tests.teams.opstelling import Opstelling, draaiend, knoppen, teksten
from tests.teams.test_geheel import vraag


def _te_zien(aanroep: Aanroep) -> str:
    """All words on a card, those on its buttons too."""
    return "\n".join((*teksten(aanroep.kaart), *knoppen(aanroep.kaart)))


async def _aangeboden(o: Opstelling, aantal: int) -> list[str]:
    """Names of the files that come after a card."""
    eerder = len(o.nep.aanroepen)
    nieuw = (await o.nep.wacht_op(eerder + aantal))[-aantal:]
    return [aanroep.lichaam["attachments"][0]["name"] for aanroep in nieuw]


async def _speel(o: Opstelling, naam: str) -> list[str]:
    """Lines of the file that were not there to read."""
    mis = []
    for nr, (regel, te_lezen, namen) in enumerate(beurten(naam, op_kaart=True), 1):
        kaart = await vraag(o, regel)
        mis += [f"{naam}, beurt {nr}: {r}" for r in ontbreekt(te_lezen, _te_zien(kaart))]
        if namen:
            assert await _aangeboden(o, len(namen)) == namen
    return mis


@pytest.mark.parametrize("naam", STEEKPROEF)
def test_gesprek_gaat_in_teams_zoals_het_is_opgeschreven(kern: Kern, naam: str) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert await _speel(o, naam) == []

    asyncio.run(verloop())
