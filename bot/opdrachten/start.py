"""`deelwijzer start`: run the channels that the settings name."""

import argparse
import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.dienst import Dienst, Kanaal
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import GeenTellers
from bot.instellingen import Instellingen, Instellingfout, laad_instellingen
from bot.kern import Kern, Vraag
from bot.samenstellen import OPWARMVRAAG, maak_kern
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.metrics import metrics
from kennis.laden import Kennis

if TYPE_CHECKING:
    from bot.beheer.levend import Levend


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
    kern, versie = begin_met(instellingen)
    tellingen = maak_tellingen(instellingen, kern.kennis)
    geheugen = Geheugen(kern, dien_in=tellingen.dien_in if tellingen else None)
    kanalen = maak_kanalen(instellingen, geheugen, tellingen)
    if not kanalen:
        raise Instellingfout("De instellingen noemen geen kanaal. Zet er een in, bijvoorbeeld 'matrix:' of 'teams:'.")
    levend = volg_kennis(instellingen, versie, geheugen, tellingen)
    meten = partial(metrics, tellingen, *([levend] if levend else [])) if tellingen or levend else None
    kanalen += [levend] if levend else []
    await Dienst(kanalen, instellingen.web, meten, levend.stand if levend else None).draai()


def begin_met(instellingen: Instellingen) -> tuple[Kern, str]:
    """A warm core, and its version when officers manage the knowledge."""
    if instellingen.beheer is not None:
        from bot.beheer.levend import laad_levend
        from bot.beheer.opslag import Opslag as Kennisopslag

        Kennisopslag(instellingen.beheer.map)
        return laad_levend(instellingen.beheer.map)
    kern = maak_kern()
    kern.antwoord(Vraag(OPWARMVRAAG, instellingen.regio))
    return kern, ""


def volg_kennis(
    instellingen: Instellingen, versie: str, geheugen: Geheugen, tellingen: Tellingen | None
) -> "Levend | None":
    """Takes new versions to all who answer and count; officers may manage the knowledge in a conversation."""
    if instellingen.beheer is None:
        return None
    from bot.beheer.gesprek import Kennisgesprek
    from bot.beheer.levend import Levend
    from bot.beheer.opslag import Opslag as Kennisopslag
    from bot.beheer.werkbank import Werkbank

    werkbank = Werkbank(Kennisopslag(instellingen.beheer.map))
    geheugen.beheer = Kennisgesprek(werkbank, instellingen.beheer.functionarissen).antwoord

    def neem(kern: Kern) -> None:
        geheugen.neem(kern)
        if tellingen is not None:
            tellingen.neem(kern.kennis)

    return Levend(instellingen.beheer.map, versie, neem)


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
    if instellingen.beheer is not None and instellingen.beheer.web is not None:
        from bot.beheer.web.kanaal import maak_beheerkanaal

        kanalen.append(maak_beheerkanaal(instellingen.beheer, instellingen.beheer.web, geheugen, tellingen))
    return kanalen
