"""All knowledge files of one version in memory: find an entry, and make a new version with changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kennis.bewerken.model import Item, Sleutel, Waarde, Wijziging


@dataclass(frozen=True)
class Bundel:
    """Immutable; a change gives a new bundle."""

    bestanden: Mapping[str, bytes]
    """Path inside the repository ('kennis/regels/swv.yaml', 'intents/vragen/delen.yaml') to content."""

    @classmethod
    def lees(cls, map_: Path) -> Self:
        """Every YAML file under `kennis/` and `intents/` of a folder."""
        raise NotImplementedError

    @classmethod
    def meegeleverd(cls) -> Self:
        """The files that ship with the program."""
        raise NotImplementedError

    def schrijf(self, map_: Path) -> None:
        """Write all files under a folder, flushed to disk."""
        raise NotImplementedError

    def items(self, soort: str) -> dict[str, Item]:
        """All entries of a kind by id, in the order of the files."""
        raise NotImplementedError

    def soorten(self) -> list[str]:
        """Kinds that have entries here, in a fixed order."""
        raise NotImplementedError

    def item(self, sleutel: Sleutel) -> Item | None:
        """One entry."""
        raise NotImplementedError

    def zet(self, sleutel: Sleutel, waarde: Waarde, bestand: str = "") -> "Bundel":
        """With an entry as given, in full: only fields that differ are touched. A new one goes at the end of a file.

        Raises Bewerkfout when the file would no longer be valid YAML or when there is no place for the entry.
        """
        raise NotImplementedError

    def zonder(self, sleutel: Sleutel) -> "Bundel":
        """Without an entry. Raises Bewerkfout when it is not there."""
        raise NotImplementedError

    def voeg_toe_aan_lijst(self, sleutel: Sleutel, *woorden: str) -> "Bundel":
        """With synonyms ('woorden/partijen/leerplicht') or example questions ('vragen/adv.doel') added."""
        raise NotImplementedError

    def met(self, wijzigingen: Iterable[Wijziging]) -> "Bundel":
        """With all changes, merged field by field with what changed meanwhile. Raises Botsingfout or Bewerkfout."""
        raise NotImplementedError
