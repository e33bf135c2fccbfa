"""The knowledge repository on disk: a git history, whole versions in folders, a pointer to the live one, and drafts.

A publication is whole or not there, whenever the process dies: files of a version are complete before the git branch
moves, the branch moves in one step, and the pointer follows the branch (or is put right at the next start).
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.beheer.concept import Concept
from kennis.bewerken import Bundel


@dataclass(frozen=True)
class Publicatie:
    """One version in the history."""

    versie: str
    """Git commit, 40 hex digits; 12 are enough to name it."""
    moment: datetime
    titel: str
    auteur: str
    goedkeurder: str
    """Empty for the first version."""
    reden: str
    bron: str
    concept: int | None


class Opslag:
    """One folder. Several processes may read and write it at the same time."""

    def __init__(self, map_: Path) -> None:
        """Open, make and fill when empty, and put right what a crash left behind."""
        raise NotImplementedError

    @property
    def levende_map(self) -> Path:
        """Folder of the live version, holding `kennis/` and `intents/`; never changes once handed out."""
        raise NotImplementedError

    @property
    def versie(self) -> str:
        """The live version."""
        raise NotImplementedError

    def bundel(self, versie: str | None = None) -> Bundel:
        """The files of a version; of the live one by default."""
        raise NotImplementedError

    def publiceer(self, bundel: Bundel, op: str, wat: Publicatie) -> Publicatie:
        """Make a version live, on top of `op`. Raises Verouderd when another one went live meanwhile."""
        raise NotImplementedError

    def geschiedenis(self, meeste: int = 100) -> list[Publicatie]:
        """Newest first."""
        raise NotImplementedError

    def concepten(self) -> list[Concept]:
        """All drafts, newest first."""
        raise NotImplementedError

    def concept(self, nr: int) -> Concept:
        """One draft. Raises Onbekend."""
        raise NotImplementedError

    def bewaar(self, concept: Concept) -> Concept:
        """Store a new draft (nr 0), or replace one when `stand` is still the latest. Raises Verouderd."""
        raise NotImplementedError
