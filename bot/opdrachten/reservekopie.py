"""`deelwijzer reservekopie`: keep what would be lost with the disk, and put it back."""

import argparse
from pathlib import Path
from typing import Any

from bot.instellingen import laad_instellingen
from bot.reservekopie import maak, zet_terug


def voeg_toe(opdrachten: Any) -> None:
    """Add the commands to the command line."""
    lezer = opdrachten.add_parser("reservekopie", help="bewaar in één bestand wat op schijf staat, of zet het terug")
    onder = lezer.add_subparsers(required=True, metavar="wat")
    for naam, doe, uitleg, veld in (
        ("maken", maken, "schrijf de reservekopie; Deelwijzer mag doorwerken", "--uit"),
        ("terugzetten", terugzetten, "zet een reservekopie terug; Deelwijzer staat stil", "--van"),
    ):
        kind = onder.add_parser(naam, help=uitleg)
        kind.add_argument("--config", type=Path, metavar="BESTAND", help="YAML-bestand met instellingen")
        kind.add_argument(veld, type=Path, metavar="BESTAND", required=True, help="de reservekopie")
        kind.set_defaults(doe=doe)


def maken(opties: argparse.Namespace) -> int:
    """Run `reservekopie maken`."""
    print(f"{maak(laad_instellingen(opties.config), opties.uit)} bestanden bewaard.")
    return 0


def terugzetten(opties: argparse.Namespace) -> int:
    """Run `reservekopie terugzetten`."""
    print(f"{zet_terug(laad_instellingen(opties.config), opties.van)} bestanden teruggezet.")
    return 0
