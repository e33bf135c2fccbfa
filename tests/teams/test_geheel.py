"""From an activity to a card in Teams, and every event after it, over real sockets."""

import asyncio

from bot.kern import Kern
from tests.teams.opstelling import VRAAG, draaiend, knoppen, teksten


def test_een_vraag_wordt_een_kaart(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert await o.stuur(o.bericht()) == 200
            (aanroep,) = await o.nep.wacht_op(1)
            assert aanroep.methode == "POST"
            assert aanroep.gesprek == "a:gesprek"
            assert "Hangt ervan af" in " ".join(teksten(aanroep.kaart))
            assert "samenwerkingsverband" in aanroep.tekst
            assert "Waarom?" in knoppen(aanroep.kaart)
            print(VRAAG)

    asyncio.run(verloop())
