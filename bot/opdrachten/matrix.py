"""`deelwijzer matrix`: log in to Matrix, and see how that stands."""

import argparse
import asyncio
import getpass
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from bot.instellingen import Instellingfout, laad_instellingen
from bot.kanalen.matrix.aanmelden import meld_aan
from bot.kanalen.matrix.fouten import MatrixFout
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kruistekenen import Tekenstaat
from bot.kanalen.matrix.toestand import haal_toestand
from bot.kanalen.matrix.zender import STORINGEN

T = TypeVar("T")

UITLEG = {
    Tekenstaat.GETEKEND: "getekend: andere apparaten vertrouwen de bot",
    Tekenstaat.ONGETEKEND: "niet getekend: meld opnieuw aan",
    Tekenstaat.GEEN_SLEUTELS: "geen ondertekensleutels op de server: meld opnieuw aan",
    Tekenstaat.ANDERE_SLEUTELS: "de server heeft andere ondertekensleutels dan deze map: zet de reservekopie terug",
    Tekenstaat.ONBEKEND_APPARAAT: "de server kent dit apparaat niet: meld opnieuw aan",
}


def voeg_toe(opdrachten: Any) -> None:
    """Add the commands to the command line."""
    lezer = opdrachten.add_parser("matrix", help="meld de bot aan bij Matrix, of bekijk hoe het ermee staat")
    onder = lezer.add_subparsers(required=True, metavar="wat")
    for naam, doe, uitleg in (
        ("aanmelden", aanmelden, "meld de bot één keer aan en teken zijn apparaat"),
        ("status", status, "toon apparaat, ondertekening, sleutels, laatste contact en kamers"),
    ):
        kind = onder.add_parser(naam, help=uitleg)
        kind.add_argument("--config", type=Path, metavar="BESTAND", help="YAML-bestand met instellingen")
        kind.set_defaults(doe=doe)


def aanmelden(opties: argparse.Namespace) -> int:
    """Run `matrix aanmelden`."""
    uit = _met_server(meld_aan(_instelling(opties), _vraag_wachtwoord))
    print("Deze map was al aangemeld." if uit.was_al else "Aangemeld.")
    print(f"Apparaat: {uit.apparaat}\nOndertekening: {UITLEG[uit.staat]}")
    return 0


def status(opties: argparse.Namespace) -> int:
    """Run `matrix status`; 1 when something has to be done."""
    nu = _met_server(haal_toestand(_instelling(opties).map))
    laatst = f"{nu.laatste_goed:%d-%m-%Y %H:%M:%S}" if nu.laatste_goed else "nog nooit"
    print(f"Apparaat: {nu.apparaat}\nOndertekening: {UITLEG[nu.staat]}")
    print(f"Eenmalige sleutels op de server: {nu.eenmalige_sleutels}")
    print(f"Laatste contact: {laatst}\nKamers: {nu.kamers}")
    return 0 if nu.staat is Tekenstaat.GETEKEND else 1


def _met_server(werk: Coroutine[Any, Any, T]) -> T:
    """Run it. Raises MatrixFout when the server cannot be reached."""
    try:
        return asyncio.run(werk)
    except STORINGEN:
        raise MatrixFout("De Matrix-server is niet te bereiken. Klopt 'matrix.server' en staat hij aan?") from None


def _instelling(opties: argparse.Namespace) -> MatrixInstellingen:
    instelling = laad_instellingen(opties.config).matrix
    if instelling is None:
        raise Instellingfout("De instellingen noemen Matrix niet. Voeg een deel 'matrix:' toe.")
    return instelling


def _vraag_wachtwoord() -> str | None:
    return getpass.getpass("Wachtwoord van het account: ") if sys.stdin.isatty() else None
