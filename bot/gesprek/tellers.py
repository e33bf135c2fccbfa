"""Where channels report what may be counted: kinds and verdicts, never words or people."""

from typing import Protocol

from bot.antwoord.model import Antwoordobject


class Tellers(Protocol):
    """Counts events of a channel."""

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        """One more `wat`, such as 'duim_omhoog', for an answer."""


class GeenTellers:
    """Counts nothing."""

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        """Nothing."""
