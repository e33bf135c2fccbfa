"""`deelwijzer beheer`: make accounts, and try management on this machine."""

import argparse
import asyncio
import getpass
import os
import sys
from pathlib import Path
from typing import Any

from bot.beheer.instellingen import Beheerinstellingen
from bot.beheer.levend import Levend, laad_levend
from bot.beheer.mensen import Rol
from bot.beheer.opslag import Opslag
from bot.beheer.web.accounts import Accounts, verzin_wachtwoord
from bot.beheer.web.beheer import ACCOUNTS
from bot.beheer.web.instelling import Beheerwebinstellingen
from bot.beheer.web.kanaal import WEBMAP, maak_beheerkanaal
from bot.dienst import Dienst
from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Instellingfout, Webinstellingen, laad_instellingen
from bot.tellingen import Opslag as Tellingopslag
from bot.tellingen import Tellingen
from intents.bouwmap import BOUWMAP

EERSTE = (
    ("redacteur", "Robin Redacteur", (Rol.LEZER, Rol.REDACTEUR)),
    ("goedkeurder", "Gerda Goedkeurder", (Rol.LEZER, Rol.GOEDKEURDER)),
    ("lezer", "Lex Lezer", (Rol.LEZER,)),
)
"""Accounts of the first local start: four eyes need two people."""
LOKAAL = BOUWMAP / "beheer"
WACHTWOORDEN = "wachtwoorden.txt"


def voeg_toe(opdrachten: Any) -> None:
    """Add the commands to the command line."""
    groep = opdrachten.add_parser("beheer", help="beheer van de antwoorden").add_subparsers(
        required=True, metavar="wat"
    )
    gebruiker = groep.add_parser("gebruiker", help="maak, verander of verwijder een account")
    gebruiker.add_argument("naam", help="naam om mee aan te melden, in kleine letters")
    gebruiker.add_argument(
        "--config", type=Path, required=True, metavar="BESTAND", help="YAML-bestand met instellingen"
    )
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
    """Serve on loopback until stopped; the first time with accounts of its own."""
    web = Beheerwebinstellingen(adres=f"http://127.0.0.1:{opties.poort}")
    instelling = Beheerinstellingen(map=opties.map, web=web)
    _eerste_accounts(opties.map / WEBMAP)
    asyncio.run(_draai(instelling, web, opties.poort))
    return 0


def _eerste_accounts(map_: Path) -> None:
    accounts, blad = Accounts(map_ / ACCOUNTS), map_ / WACHTWOORDEN
    if not accounts.alle():
        map_.mkdir(parents=True, exist_ok=True)
        regels = []
        for naam, voluit, rollen in EERSTE:
            wachtwoord = verzin_wachtwoord()
            accounts.zet(naam, voluit, rollen, wachtwoord)
            regels.append(f"{naam}: {wachtwoord}\n")
        with os.fdopen(os.open(blad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as bestand:
            bestand.writelines(regels)
    print(f"Namen en wachtwoorden staan in {blad}.")


async def _draai(instelling: Beheerinstellingen, web: Beheerwebinstellingen, poort: int) -> None:
    print("Even geduld: de kennis wordt geladen ...", flush=True)
    Opslag(instelling.map)
    kern, versie = laad_levend(instelling.map)
    tellingen = Tellingen(Tellingopslag(instelling.map / "tellingen.db"), kern.kennis)
    geheugen = Geheugen(kern, dien_in=tellingen.dien_in)
    kanaal = maak_beheerkanaal(instelling, geheugen, tellingen)
    assert kanaal is not None
    levend = Levend(instelling.map, versie, geheugen.neem)
    print(f"Open {web.adres}/beheer in uw browser. Stoppen: Ctrl+C.", flush=True)
    await Dienst([kanaal, levend], Webinstellingen(poort=poort)).draai()
