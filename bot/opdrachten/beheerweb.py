"""`deelwijzer beheer`: make accounts, and try management on this machine. What it needs is loaded when it runs."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from bot.beheer.mensen import Rol
from bot.instellingen import Instellingfout, laad_instellingen
from intents.bouwmap import BOUWMAP

LOKAAL = BOUWMAP / "beheer"
"""Where management on this machine keeps its knowledge and accounts."""


def voeg_toe(opdrachten: Any) -> None:
    """Add the commands to the command line."""
    groep = opdrachten.add_parser("beheer", help="beheer van de antwoorden").add_subparsers(
        required=True, metavar="wat"
    )
    gebruiker = groep.add_parser("gebruiker", help="maak, verander of verwijder een account")
    gebruiker.add_argument("naam", help="naam om mee aan te melden, in kleine letters")
    gebruiker.add_argument("--config", type=Path, required=True, metavar="BESTAND", help="bestand met instellingen")
    gebruiker.add_argument("--voluit", help="naam zoals collega's die kennen")
    gebruiker.add_argument(
        "--rol", action="append", type=Rol, choices=list(Rol), help="mag meer keer: lezer, redacteur, goedkeurder"
    )
    gebruiker.add_argument("--verzin", action="store_true", help="verzin een wachtwoord en toon het een keer")
    gebruiker.add_argument("--weg", action="store_true", help="verwijder dit account")
    gebruiker.set_defaults(doe=doe_gebruiker)
    lokaal = groep.add_parser("lokaal", help="open het beheer op deze computer, om te proberen")
    lokaal.add_argument("--map", type=Path, default=LOKAAL, help="map voor kennis en accounts")
    lokaal.add_argument("--poort", type=int, default=8090)
    lokaal.set_defaults(doe=doe_lokaal)


def doe_gebruiker(opties: argparse.Namespace) -> int:
    """Make an account, replace it or take it away."""
    instelling = laad_instellingen(opties.config).beheer
    if instelling is None:
        raise Instellingfout(f"{opties.config}: hier staat geen 'beheer:' in. Zie deploy/README.md.")
    from bot.beheer.web.accounts import ACCOUNTS, WEBMAP, Accounts, verzin_wachtwoord

    accounts = Accounts(instelling.map / WEBMAP / ACCOUNTS)
    if opties.weg:
        weg = accounts.verwijder(opties.naam)
        print("Verwijderd." if weg else "Dit account is er niet.")
        return 0 if weg else 1
    wachtwoord = verzin_wachtwoord() if opties.verzin else _vraag_wachtwoord()
    accounts.zet(opties.naam, opties.voluit or opties.naam, opties.rol or [Rol.LEZER], wachtwoord)
    print(f"Gemaakt: {opties.naam}.{f' Wachtwoord: {wachtwoord}' if opties.verzin else ''}")
    return 0


def _vraag_wachtwoord() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass("Wachtwoord: ")


def doe_lokaal(opties: argparse.Namespace) -> int:
    """Serve on loopback until stopped."""
    from bot.beheer.web.lokaal import draai

    draai(opties.map, opties.poort)
    return 0
