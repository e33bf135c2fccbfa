"""`deelwijzer start`: run the channels that the settings name."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prometheus_client.registry import Collector

from bot.bewaking import Bewaking
from bot.dienst import Dienst, Kanaal
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import GeenTellers, Tellers
from bot.instellingen import Instellingen, Instellingfout, laad_instellingen
from bot.kern import Kern, Vraag
from bot.leiding import Leiding
from bot.logboek import stel_in
from bot.opslag import Opslag as GedeeldeOpslag
from bot.opslag import maak_opslag, sleutel_van
from bot.opslag.instelling import Opslagfout
from bot.organisaties import Organisaties, fouten_in
from bot.samenstellen import OPWARMVRAAG, maak_kern
from bot.stoppen import wacht_niet_op_draden
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.metrics import Verzamelaar
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
    meldingen = stel_in(instellingen.logboek.vorm, instellingen.logboek.niveau)
    kern, versie = begin_met(instellingen)
    controleer(instellingen, kern.kennis)
    tellingen = maak_tellingen(instellingen, kern.kennis)
    opslag = maak_opslag(instellingen.opslag)
    dien_in = tellingen.dien_in if tellingen else None
    geheugen = Geheugen(kern, dien_in=dien_in, opslag=opslag, sleutel=sleutel_van(instellingen.opslag))
    kanalen = maak_kanalen(instellingen, geheugen, tellingen, opslag)
    levend = volg_kennis(instellingen, versie, geheugen, tellingen, opslag)
    anders: list[Collector] = [Verzamelaar(tellingen)] if tellingen else []
    if levend is not None:
        kanalen.append(levend)
        anders.append(levend)
    bewaking = Bewaking(kanalen, opslag, meldingen, lambda: geheugen.kern.kennis.versie, anders)
    await Dienst(kanalen, instellingen.web, bewaking.tekst, opslag, levend.stand if levend else None).draai()
    wacht_niet_op_draden()


def begin_met(instellingen: Instellingen) -> tuple[Kern, str]:
    """A warm core, and its version when officers manage the knowledge."""
    if instellingen.beheer is not None:
        from bot.beheer.levend import laad_bruikbaar
        from bot.beheer.opslag import Opslag as Kennisopslag

        Kennisopslag(instellingen.beheer.map)
        return laad_bruikbaar(instellingen.beheer.map)
    kern = maak_kern()
    kern.antwoord(Vraag(OPWARMVRAAG, instellingen.regio))
    kern.begrijper.warm_op()
    return kern, ""


def volg_kennis(
    instellingen: Instellingen,
    versie: str,
    geheugen: Geheugen,
    tellingen: Tellingen | None,
    gedeeld: GedeeldeOpslag | None = None,
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

    return Levend(instellingen.beheer.map, versie, neem, gedeeld)


def controleer(instellingen: Instellingen, kennis: Kennis) -> None:
    """Refuse settings that do not fit the knowledge or each other. Raises Instellingfout with all of it."""
    fouten = list(fouten_in(instellingen.organisaties, kennis.regios))
    if instellingen.regio not in kennis.regios:
        fouten.append(f"regio: deze regio is er niet. Kies uit: {', '.join(kennis.regios)}.")
    beheerweb = instellingen.beheer.web if instellingen.beheer else None
    if instellingen.matrix is None and instellingen.teams is None and beheerweb is None:
        fouten.append("De instellingen noemen geen kanaal. Zet er een in, bijvoorbeeld 'matrix:' of 'teams:'.")
    try:
        sleutel_van(instellingen.opslag)
    except Opslagfout as fout:
        fouten.append(str(fout))
    if fouten:
        raise Instellingfout("\n".join(fouten))


def maak_tellingen(instellingen: Instellingen, kennis: Kennis) -> Tellingen | None:
    """The counts, when the settings name a file for them."""
    bestand = instellingen.tellingen.bestand
    return Tellingen(Opslag(bestand), kennis) if bestand else None


def maak_kanalen(
    instellingen: Instellingen,
    geheugen: Geheugen,
    tellingen: Tellingen | None = None,
    gedeeld: GedeeldeOpslag | None = None,
) -> list[Kanaal]:
    """The channels that have settings; a new channel is a few lines here. Each imports its library only when used."""
    kanalen: list[Kanaal] = []
    organisaties = Organisaties(instellingen.organisaties)
    if instellingen.matrix is not None:
        tellers = tellingen.voor("matrix") if tellingen else GeenTellers()
        kanalen.append(_matrix(instellingen, organisaties, geheugen, tellers, gedeeld))
    if instellingen.teams is not None:
        from bot.kanalen.teams.kanaal import Teamskanaal

        tellers = tellingen.voor("teams") if tellingen else GeenTellers()
        kanalen.append(
            Teamskanaal(
                instellingen.teams,
                geheugen,
                instellingen.web,
                instellingen.regio,
                tellers=tellers,
                organisaties=organisaties,
                opslag=gedeeld,
            )
        )
    if instellingen.beheer is not None and instellingen.beheer.web is not None:
        from bot.beheer.web.kanaal import maak_beheerkanaal

        sleutel = sleutel_van(instellingen.opslag)
        beheer = instellingen.beheer
        kanalen.append(maak_beheerkanaal(beheer, instellingen.beheer.web, geheugen, tellingen, gedeeld, sleutel))
    return kanalen


def _matrix(
    instellingen: Instellingen,
    organisaties: Organisaties,
    geheugen: Geheugen,
    tellers: Tellers,
    gedeeld: GedeeldeOpslag | None,
) -> Kanaal:
    """The Matrix channel; where processes share a store, one of them leads it."""
    from bot.kanalen.matrix.fouten import MapInGebruik
    from bot.kanalen.matrix.kanaal import MatrixKanaal

    assert instellingen.matrix is not None
    servers = (*instellingen.matrix.servers, *organisaties.servers)
    matrix = instellingen.matrix.model_copy(update={"servers": servers})

    def maak() -> MatrixKanaal:
        return MatrixKanaal(matrix, geheugen, tellers, organisaties.van_gebruiker)

    if gedeeld is None:
        return maak()
    sleutel = geheugen.merk("leiding", matrix.gebruiker).hex()
    return Leiding(MatrixKanaal.naam, maak, MapInGebruik, gedeeld, sleutel, instellingen.opslag.huur_s)
