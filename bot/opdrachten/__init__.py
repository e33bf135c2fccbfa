"""The command line: one module per command."""

from bot.opdrachten.hoofd import main

__all__ = ["main"]
