"""`deelwijzer start`: run the channels that the settings name."""

import argparse
import asyncio
from functools import partial
from pathlib import Path
from typing import Any

from bot.dienst import Dienst, Kanaal
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import GeenTellers
from bot.instellingen import Instellingen, Instellingfout, laad_instellingen
from bot.kern import Vraag
from bot.samenstellen import maak_kern
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.metrics import metrics
from kennis.laden import Kennis

OPWARMVRAAG = "mag de school verzuim delen met leerplicht?"
"""Asked once at the start: the first question loads word lists for seconds, and no user should wait for that."""


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
    kern.antwoord(Vraag(OPWARMVRAAG, instellingen.regio))
    kern.begrijper.warm_op()
    tellingen = maak_tellingen(instellingen, kern.kennis)
    geheugen = Geheugen(kern, dien_in=tellingen.dien_in if tellingen else None)
    kanalen = maak_kanalen(instellingen, geheugen, tellingen)
    if not kanalen:
        raise Instellingfout("De instellingen noemen geen kanaal. Zet er een in, bijvoorbeeld 'matrix:' of 'teams:'.")
    await Dienst(kanalen, instellingen.web, partial(metrics, tellingen) if tellingen else None).draai()


def maak_tellingen(instellingen: Instellingen, kennis: Kennis) -> Tellingen | None:
    """The counts, when the settings name a file for them."""
    bestand = instellingen.tellingen.bestand
    return Tellingen(Opslag(bestand), kennis) if bestand else None


def maak_kanalen(instellingen: Instellingen, geheugen: Geheugen, tellingen: Tellingen | None = None) -> list[Kanaal]:
    """The channels that have settings; a new channel is a few lines here. Each imports its library only when used."""
    kanalen: list[Kanaal] = []
    if instellingen.matrix is not None:
        from bot.kanalen.matrix.kanaal import MatrixKanaal

        tellers = tellingen.voor("matrix") if tellingen else GeenTellers()
        kanalen.append(MatrixKanaal(instellingen.matrix, geheugen, tellers))
    if instellingen.teams is not None:
        from bot.kanalen.teams.kanaal import Teamskanaal

        tellers = tellingen.voor("teams") if tellingen else GeenTellers()
        kanalen.append(Teamskanaal(instellingen.teams, geheugen, instellingen.web, instellingen.regio, tellers=tellers))
    return kanalen
