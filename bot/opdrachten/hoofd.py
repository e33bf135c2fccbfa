"""Reads the command line and hands over to the command."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from bot.opdrachten import chat, intents, kennis, matrix, start, vraag
from kennis.fouten import DeelwijzerFout


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status: 0 fine, 1 something to mend (told on standard error), 2 wrong use."""
    opties = _lezer().parse_args(argv)
    try:
        status: int = opties.doe(opties)
    except DeelwijzerFout as fout:
        print(fout, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _lezer() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(
        prog="deelwijzer", description="Mag ik dit delen? Antwoord met grondslag, toestemming en bron."
    )
    opdrachten = lezer.add_subparsers(required=True, metavar="opdracht")
    for module in (vraag, chat, kennis, intents, start, matrix):
        module.voeg_toe(opdrachten)
    return lezer


def datum(tekst: str) -> date:
    """A date as JJJJ-MM-DD for argparse."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf de datum als JJJJ-MM-DD") from None
