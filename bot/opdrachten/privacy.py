"""`deelwijzer privacy`: the account for the privacy officer, from the real settings."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markdown import Markdown

from bot.instellingen import laad_instellingen
from bot.verantwoording.stuk import STUKKEN, Stukkenmaker
from kennis.laden import laad_kennis


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    lezer = opdrachten.add_parser("privacy", help="toon wat er verwerkt en bewaard wordt, met registertekst en DPIA")
    lezer.add_argument("--config", type=Path, metavar="BESTAND", help="YAML-bestand met instellingen")
    lezer.add_argument("--stuk", choices=STUKKEN, action="append", help="alleen dit deel; mag vaker")
    lezer.add_argument("--markdown", type=Path, metavar="BESTAND", help="schrijf het als Markdown")
    lezer.add_argument("--html", type=Path, metavar="BESTAND", help="schrijf het als webpagina")
    lezer.set_defaults(doe=doe)


def doe(opties: argparse.Namespace) -> int:
    """Write the files that were asked for, or else show it."""
    maker = Stukkenmaker(laad_instellingen(opties.config), laad_kennis(), date.today())
    stukken = opties.stuk or STUKKEN
    for pad, maak in ((opties.markdown, maker.markdown), (opties.html, maker.html)):
        if pad is not None:
            pad.write_text(maak(stukken), encoding="utf-8")
            print(f"Geschreven: {pad}")
    if opties.markdown is None and opties.html is None:
        tekst, scherm = maker.markdown(stukken), Console()
        if scherm.is_terminal:
            scherm.print(Markdown(tekst))
        else:
            print(tekst, end="")
    return 0
