"""A reader in a room on a real homeserver, who talks to the bot that answers from the managed knowledge."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.beheer_web.wereld import Wereld
from tests.matrix.gebruiker import Gebruiker
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import Wereld as Matrixwereld


class Kamer:
    """One conversation over Matrix."""

    def __init__(self, beheer: Wereld, matrix: Matrixwereld, wie: Gebruiker, kamer: str) -> None:
        self._beheer, self._matrix, self._wie, self._kamer = beheer, matrix, wie, kamer
        self._gevraagd = 0

    def vraag(self, tekst: str) -> str:
        """Ask, and read the reply of the bot."""
        self._gevraagd += 1

        async def stap() -> str:
            await self._wie.zeg(self._kamer, tekst)
            inhoud = (await self._wie.antwoord(self._kamer, self._gevraagd))["content"]
            return str(inhoud["body"])

        return self._beheer.in_lus(stap)


@contextmanager
def kamer(beheer: Wereld, synapse: Synapse, map_: Path) -> Iterator[Kamer]:
    """The bot with the conversations of this management, and somebody in a room with it."""
    matrix = Matrixwereld(synapse, beheer.geheugen.kern, map_)
    matrix.geheugen = beheer.geheugen

    async def begin() -> tuple[Gebruiker, str]:
        await matrix.meld_aan()
        await matrix.start()
        anna = await matrix.mens()
        return anna, await anna.maak_kamer(matrix.bot, versleuteld=True)

    try:
        yield Kamer(beheer, matrix, *beheer.in_lus(begin))
    finally:
        beheer.in_lus(matrix.sluit)
