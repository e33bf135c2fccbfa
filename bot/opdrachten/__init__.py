"""The command line: one module per command."""

import sys
from collections.abc import Sequence

from bot.stoppen import sta_stop_toe


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status of a command. What takes long to import waits until a stop is heard."""
    if argv is None and sys.argv[1:2] == ["start"]:
        sta_stop_toe()
    from bot.opdrachten.hoofd import main as hoofd

    return hoofd(argv)
