"""Reading lines in the terminal: with editing and recall at a keyboard, plainly from a pipe. Nothing reaches a file."""

import sys
from collections.abc import Callable
from typing import Protocol, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.history import InMemoryHistory

from bot.privacy import RuweTekst


class Invoer(Protocol):
    """Where lines come from."""

    def lees(self) -> RuweTekst | None:
        """The next line; None when the asker is done."""

    def onthoud(self, regel: RuweTekst) -> None:
        """Let the asker recall this line with the arrow keys."""

    def wis(self) -> None:
        """Forget what was typed."""


class _Geheugen(InMemoryHistory):
    """Recall that keeps a line only when told to, so a line with personal data never gets in."""

    def append_string(self, string: str) -> None:
        """Called for every line; kept only through `onthoud`."""

    def onthoud(self, regel: RuweTekst) -> None:
        """Keep a line."""
        super().append_string(regel.onthul().strip())


class Toetsenbord:
    """A prompt with line editing."""

    def __init__(self, prompt: str, werkbalk: Callable[[], str]) -> None:
        self._prompt = prompt
        self._werkbalk = werkbalk
        self.wis()

    def lees(self) -> RuweTekst | None:
        """One line; None after Ctrl-C or Ctrl-D."""
        try:
            return RuweTekst(self._sessie.prompt(self._prompt, bottom_toolbar=self._werkbalk))
        except (EOFError, KeyboardInterrupt):
            return None

    def onthoud(self, regel: RuweTekst) -> None:
        """Keep a line for the arrow keys."""
        self._geheugen.onthoud(regel)

    def wis(self) -> None:
        """Start with nothing to recall."""
        self._geheugen = _Geheugen()
        self._sessie: PromptSession[str] = PromptSession(history=self._geheugen)


class Pijp:
    """Lines from a file or another program."""

    def __init__(self, bron: TextIO) -> None:
        self._bron = bron

    def lees(self) -> RuweTekst | None:
        """One line; None at the end."""
        regel = self._bron.readline()
        return RuweTekst(regel) if regel else None

    def onthoud(self, regel: RuweTekst) -> None:
        """Nothing to recall."""

    def wis(self) -> None:
        """Nothing to forget."""


def kies_invoer(prompt: str, werkbalk: Callable[[], str]) -> Invoer:
    """The keyboard when there is one."""
    return Toetsenbord(prompt, werkbalk) if sys.stdin.isatty() and sys.stdout.isatty() else Pijp(sys.stdin)
