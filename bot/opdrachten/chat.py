"""`deelwijzer chat`: the conversation in the terminal."""

import argparse
from typing import Any

from bot.kanalen.terminal import voer_gesprek
from bot.samenstellen import maak_kern


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    lezer = opdrachten.add_parser("chat", help="voer een gesprek in de terminal")
    lezer.add_argument("--regio", help="regio waarvan de afspraken gelden")
    lezer.add_argument("--rol", help="wie u bent, bijvoorbeeld 'jeugdarts'")
    lezer.set_defaults(doe=doe)


def doe(opties: argparse.Namespace) -> int:
    """Run the command."""
    voer_gesprek(maak_kern(), opties.regio, opties.rol)
    return 0
