"""`deelwijzer start`: run the channels that the settings name."""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.bewaking import Bewaking
from bot.dienst import Dienst, Kanaal
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import GeenTellers, Tellers
from bot.instellingen import Instellingen, Instellingfout, laad_instellingen
from bot.kern import Vraag
from bot.leiding import Leiding
from bot.logboek import stel_in
from bot.opslag import Opslag as GedeeldeOpslag
from bot.opslag import maak_opslag, sleutel_van
from bot.opslag.instelling import Opslagfout
from bot.organisaties import Organisaties, fouten_in
from bot.samenstellen import maak_kern
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.metrics import Verzamelaar
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
    meldingen = stel_in(instellingen.logboek.vorm, instellingen.logboek.niveau)
    kern = maak_kern()
    controleer(instellingen, kern.kennis)
    kern.antwoord(Vraag(OPWARMVRAAG, instellingen.regio))
    kern.begrijper.warm_op()
    tellingen = maak_tellingen(instellingen, kern.kennis)
    opslag = maak_opslag(instellingen.opslag)
    dien_in = tellingen.dien_in if tellingen else None
    geheugen = Geheugen(kern, dien_in=dien_in, opslag=opslag, sleutel=sleutel_van(instellingen.opslag))
    kanalen = maak_kanalen(instellingen, geheugen, tellingen, opslag)
    anders = [Verzamelaar(tellingen)] if tellingen else []
    bewaking = Bewaking(kanalen, opslag, meldingen, kern.kennis.versie, anders)
    await Dienst(kanalen, instellingen.web, bewaking.tekst, opslag).draai()


def controleer(instellingen: Instellingen, kennis: Kennis) -> None:
    """Refuse settings that do not fit the knowledge or each other. Raises Instellingfout with all of it."""
    fouten = list(fouten_in(instellingen.organisaties, kennis.regios))
    if instellingen.regio not in kennis.regios:
        fouten.append(f"regio: deze regio is er niet. Kies uit: {', '.join(kennis.regios)}.")
    if instellingen.matrix is None and instellingen.teams is None:
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
