"""Errors that are told to the person who can mend them: what, where, and how to repair."""

from dataclasses import dataclass
from pathlib import Path


class DeelwijzerFout(Exception):
    """Base of every error this project raises on purpose. Messages are Dutch and hold no text a user typed."""


@dataclass(frozen=True)
class Plek:
    """A place in a knowledge file."""

    bestand: Path
    """File the finding is in."""
    regel: int
    """Line number, counted from 1."""
    veld: str = ""
    """Dotted path of the field, empty for the file as a whole."""

    def __str__(self) -> str:
        veld = f", veld '{self.veld}'" if self.veld else ""
        return f"{self.bestand}, regel {self.regel}{veld}"


@dataclass(frozen=True)
class Bevinding:
    """One thing that is wrong with the knowledge, with its remedy."""

    plek: Plek
    wat: str
    """What is wrong, one Dutch sentence."""
    herstel: str
    """What to do about it, one Dutch sentence."""

    def __str__(self) -> str:
        return f"{self.plek}: {self.wat} Herstel: {self.herstel}"


class KennisFout(DeelwijzerFout):
    """The knowledge cannot be used; carries every finding at once, so that all can be mended in one go."""

    def __init__(self, bevindingen: list[Bevinding]) -> None:
        self.bevindingen = bevindingen
        super().__init__("\n".join(str(b) for b in bevindingen))
