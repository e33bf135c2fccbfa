"""`deelwijzer tellingen` and `deelwijzer inzendingen`: what was counted, and what was handed in."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bot.instellingen import Instellingfout, laad_instellingen
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.tellingen import KLEINSTE
from kennis.laden import laad_kennis

PERIODEN: dict[str, Callable[[date], str]] = {
    "dag": lambda dag: f"{dag:%Y-%m-%d}",
    "maand": lambda dag: f"{dag:%Y-%m}",
    "alles": lambda _: "alles",
}


def voeg_toe(opdrachten: Any) -> None:
    """Add both commands to the command line."""
    tellingen = opdrachten.add_parser("tellingen", help="toon hoe vaak wat gevraagd is")
    tellingen.add_argument("--per", choices=PERIODEN, default="maand", help="tel per dag, per maand of alles samen")
    tellingen.set_defaults(doe=toon_tellingen)
    inzendingen = opdrachten.add_parser("inzendingen", help="toon de vragen die gebruikers hebben ingediend")
    inzendingen.add_argument("--verwijder", type=int, metavar="NUMMER", help="haal een vraag van de lijst")
    inzendingen.set_defaults(doe=toon_inzendingen)
    for lezer in (tellingen, inzendingen):
        lezer.add_argument("--config", type=Path, metavar="BESTAND", help="YAML-bestand met instellingen")


def toon_tellingen(opties: argparse.Namespace) -> int:
    """Print the counts; small ones are left out."""
    with _open(opties.config) as opslag:
        totalen = Tellingen(opslag, laad_kennis()).totalen(PERIODEN[opties.per])
    for (periode, regio, cel), aantal in totalen.items():
        print(f"{periode}  {regio:20}  {cel.maat:16}  {cel.waarde:50}  {aantal:6}")
    print(f"Aantallen onder de {KLEINSTE} staan er niet bij.")
    return 0


def toon_inzendingen(opties: argparse.Namespace) -> int:
    """Print the list, or remove a question; status 1 when it was not there."""
    with _open(opties.config) as opslag:
        if opties.verwijder is not None:
            weg = opslag.verwijder(opties.verwijder)
            print("Verwijderd." if weg else "Dat nummer staat niet op de lijst.")
            return 0 if weg else 1
        for inzending in opslag.inzendingen():
            print(f"{inzending.nr:4}  {inzending.dag}  {' '.join(inzending.tekst.split())}")
    return 0


def _open(config: Path | None) -> Opslag:
    bestand = laad_instellingen(config).tellingen.bestand
    if bestand is None:
        raise Instellingfout("Er is geen bestand voor tellingen. Zet de instelling 'tellingen.bestand'.")
    return Opslag(bestand)
