"""`deelwijzer intents`: see how a sentence is read, and why."""

import argparse
from typing import Any

from bot.privacy import RuweTekst
from bot.samenstellen import maak_kern
from intents.toets import toon_lezing


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    groep = opdrachten.add_parser("intents", help="bekijk hoe een zin wordt begrepen").add_subparsers(
        required=True, metavar="wat"
    )
    toets = groep.add_parser("toets", help="toon hoe een zin wordt gelezen en waarom")
    toets.add_argument("zin", type=RuweTekst)
    toets.add_argument("--rol", help="wie u bent")
    toets.set_defaults(doe=doe_toets)


def doe_toets(opties: argparse.Namespace) -> int:
    """Show the reading."""
    kern = maak_kern()
    print("\n".join(toon_lezing(kern.begrijper, kern.zuiver(opties.zin).tekst, opties.rol)))
    return 0
