"""`deelwijzer teams`: make the app package for Microsoft Teams."""

import argparse
from pathlib import Path
from typing import Any

from bot.instellingen import Instellingfout, laad_instellingen
from bot.kanalen.teams.pakket import schrijf_pakket


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    groep = opdrachten.add_parser("teams", help="Microsoft Teams").add_subparsers(required=True, metavar="wat")
    pakket = groep.add_parser("pakket", help="maak het app-pakket voor de beheerder van Teams")
    pakket.add_argument("--config", type=Path, required=True, metavar="BESTAND", help="YAML-bestand met instellingen")
    pakket.add_argument("--uit", type=Path, required=True, metavar="ZIP", help="waar het pakket komt")
    pakket.set_defaults(doe=doe_pakket)


def doe_pakket(opties: argparse.Namespace) -> int:
    """Write the package."""
    instelling = laad_instellingen(opties.config).teams
    if instelling is None:
        raise Instellingfout(f"{opties.config}: hier staat geen 'teams:' in. Zie deploy/teams/README.md.")
    schrijf_pakket(instelling, opties.uit)
    print(f"Geschreven: {opties.uit}")
    return 0
