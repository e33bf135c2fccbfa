"""Reads the command line and hands over to the command."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from bot.logboek import richt_in
from bot.opdrachten import chat, intents, kennis, matrix, privacy, reservekopie, start, teams, tellingen, vraag
from bot.privacy.fouten import Privacyfout
from kennis.fouten import DeelwijzerFout


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status: 0 fine, 1 something to mend (told on standard error), 2 wrong use."""
    if argv is None:  # a process of its own
        richt_in()
    opties = _lezer().parse_args(argv)
    try:
        status: int = opties.doe(opties)
    except (DeelwijzerFout, Privacyfout) as fout:
        print(fout, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


class _Lezer(argparse.ArgumentParser):
    """Tells which argument is wrong, never what was typed."""

    def error(self, message: str) -> NoReturn:
        """Exit with status 2."""
        welk = message.partition(":")[0] if message.startswith("argument ") else ""
        self.print_usage(sys.stderr)
        self.exit(2, f"Deze opdracht klopt niet{f' ({welk})' if welk else ''}. Hulp: {self.prog} --help\n")


def _lezer() -> argparse.ArgumentParser:
    lezer = _Lezer(prog="deelwijzer", description="Mag ik dit delen? Antwoord met grondslag, toestemming en bron.")
    opdrachten = lezer.add_subparsers(required=True, metavar="opdracht")
    for module in (vraag, chat, kennis, intents, start, matrix, teams, tellingen, privacy, reservekopie):
        module.voeg_toe(opdrachten)
    return lezer


def datum(tekst: str) -> date:
    """A date as JJJJ-MM-DD for argparse."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf de datum als JJJJ-MM-DD") from None
