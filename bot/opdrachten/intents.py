"""`deelwijzer intents`: see how a sentence is read and why, and check the words and example questions."""

import argparse
from pathlib import Path
from typing import Any

from bot.privacy import RuweTekst
from bot.samenstellen import maak_kern
from intents.controle import controleer_taal
from intents.toets import toon_lezing
from kennis.laden import laad_kennis


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    groep = opdrachten.add_parser(
        "intents", help="bekijk hoe een zin wordt begrepen, of controleer de woorden"
    ).add_subparsers(required=True, metavar="wat")
    toets = groep.add_parser("toets", help="toon hoe een zin wordt gelezen en waarom")
    toets.add_argument("zin", type=RuweTekst)
    toets.add_argument("--rol", help="wie u bent")
    toets.set_defaults(doe=doe_toets)
    controle = groep.add_parser("controle", help="zoek woorden die botsen en voorbeelden die overlappen")
    controle.add_argument(
        "proeven", nargs="*", type=Path, metavar="BESTAND", help="proefvragen die geen voorbeeld zijn"
    )
    controle.set_defaults(doe=doe_controle)


def doe_toets(opties: argparse.Namespace) -> int:
    """Show the reading."""
    kern = maak_kern()
    print("\n".join(toon_lezing(kern.begrijper, kern.zuiver(opties.zin).tekst, opties.rol)))
    return 0


def doe_controle(opties: argparse.Namespace) -> int:
    """Check words and examples; status 1 when something must be mended."""
    bevindingen = controleer_taal(laad_kennis(), proeven=opties.proeven)
    for bevinding in bevindingen:
        print(bevinding)
    print(f"Woorden en voorbeelden: {len(bevindingen) or 'niets'} te herstellen.")
    return 1 if bevindingen else 0
