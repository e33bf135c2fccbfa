"""`deelwijzer kennis`: check the knowledge, draw its matrix, and manage it."""

import argparse
import json
from pathlib import Path
from typing import Any

from bot.opdrachten import beheer
from kennis.controle import controleer
from kennis.laden import KENNISMAP, laad_kennis
from kennis.matrix import schrijf_matrix


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    groep = opdrachten.add_parser("kennis", help="controleer of bekijk de kennis").add_subparsers(
        required=True, metavar="wat"
    )
    controle = groep.add_parser("controle", help="bewijs dat de regels kloppen en niets ontbreekt")
    controle.add_argument("--json", action="store_true", help="de aantallen als JSON")
    controle.add_argument("--map", type=Path, help="map met 'kennis/'; zonder: de meegeleverde kennis")
    controle.set_defaults(doe=doe_controle)
    matrix = groep.add_parser("matrix", help="maak een pagina met gevers en ontvangers")
    matrix.add_argument("--html", type=Path, required=True, metavar="BESTAND", help="waar de pagina komt")
    matrix.set_defaults(doe=doe_matrix)
    beheer.voeg_toe(groep)


def doe_controle(opties: argparse.Namespace) -> int:
    """Check everything; status 1 when something must be mended."""
    rapport = controleer(laad_kennis(opties.map / "kennis" if opties.map else KENNISMAP))
    print(json.dumps(rapport.als_json(), ensure_ascii=False, indent=1) if opties.json else rapport.als_tekst())
    return 0 if rapport.in_orde else 1


def doe_matrix(opties: argparse.Namespace) -> int:
    """Write the page."""
    schrijf_matrix(laad_kennis(), opties.html)
    print(f"Geschreven: {opties.html}")
    return 0
