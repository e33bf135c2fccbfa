"""Management on this machine, to try it: loopback only, with accounts of its own."""

import asyncio
import os
from pathlib import Path

from bot.beheer.instellingen import Beheerinstellingen
from bot.beheer.levend import Levend, laad_bruikbaar
from bot.beheer.mensen import Rol
from bot.beheer.opslag import Opslag
from bot.beheer.web.accounts import ACCOUNTS, WEBMAP, Accounts, verzin_wachtwoord
from bot.beheer.web.instelling import Beheerwebinstellingen
from bot.beheer.web.kanaal import maak_beheerkanaal
from bot.dienst import Dienst
from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Webinstellingen
from bot.tellingen import Opslag as Tellingopslag
from bot.tellingen import Tellingen

EERSTE = (
    ("redacteur", "Robin Redacteur", (Rol.LEZER, Rol.REDACTEUR)),
    ("goedkeurder", "Gerda Goedkeurder", (Rol.LEZER, Rol.GOEDKEURDER)),
    ("lezer", "Lex Lezer", (Rol.LEZER,)),
)
"""Accounts of the first local start: four eyes need two people."""
WACHTWOORDEN = "wachtwoorden.txt"


def draai(map_: Path, poort: int) -> None:
    """Serve until stopped; the first time with accounts of its own."""
    web = Beheerwebinstellingen(adres=f"http://127.0.0.1:{poort}")
    _eerste_accounts(map_ / WEBMAP)
    asyncio.run(_draai(Beheerinstellingen(map=map_, web=web), web, poort))


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
    kern, versie = laad_bruikbaar(instelling.map)
    tellingen = Tellingen(Tellingopslag(instelling.map / "tellingen.db"), kern.kennis)
    geheugen = Geheugen(kern, dien_in=tellingen.dien_in)
    kanaal = maak_beheerkanaal(instelling, web, geheugen, tellingen)
    levend = Levend(instelling.map, versie, geheugen.neem)
    print(f"Open {web.adres}/beheer in uw browser. Stoppen: Ctrl+C.", flush=True)
    await Dienst([kanaal, levend], Webinstellingen(poort=poort)).draai()
