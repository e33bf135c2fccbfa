"""Where a channel tells that an answer was given or judged; what is counted of it is decided elsewhere."""

from typing import Protocol

from bot.antwoord.model import Antwoordobject


class Tellers(Protocol):
    """Counts."""

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        """Something happened with an answer: `antwoord`, `duim_op` or `duim_neer`."""


class GeenTellers:
    """Counts nothing."""

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        """Nothing to do."""
