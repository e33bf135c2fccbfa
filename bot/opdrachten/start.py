"""`deelwijzer start`: run the channels that the settings name."""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.dienst import Dienst, Kanaal
from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Instellingen, Instellingfout, laad_instellingen
from bot.kanalen.matrix.kanaal import MatrixKanaal
from bot.kern import Vraag
from bot.samenstellen import maak_kern

PROEFVRAAG = "mag ik verzuim delen met leerplicht?"
"""Asked at start: the first answer takes seconds, and nobody should wait for that."""


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    lezer = opdrachten.add_parser("start", help="start de kanalen uit een bestand met instellingen")
    lezer.add_argument("--config", type=Path, metavar="BESTAND", help="YAML-bestand met instellingen")
    lezer.set_defaults(doe=doe)


def doe(opties: argparse.Namespace) -> int:
    """Run the command."""
    instellingen = laad_instellingen(opties.config)
    asyncio.run(_draai(instellingen))
    return 0


async def _draai(instellingen: Instellingen) -> None:
    kern = maak_kern()
    kern.antwoord(Vraag(PROEFVRAAG))
    kanalen = maak_kanalen(instellingen, Geheugen(kern))
    if not kanalen:
        raise Instellingfout("De instellingen noemen geen kanaal. Zet er een in, bijvoorbeeld 'matrix:' of 'teams:'.")
    await Dienst(kanalen, instellingen.web).draai()


def maak_kanalen(instellingen: Instellingen, geheugen: Geheugen) -> list[Kanaal]:
    """The channels that have settings; a new channel is one line here."""
    kanalen: list[Kanaal] = []
    if instellingen.matrix is not None:
        kanalen.append(MatrixKanaal(instellingen.matrix, geheugen))
    return kanalen
