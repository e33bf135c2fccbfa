"""What differs between two versions, entry by entry, in plain Dutch."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennis.bewerken.model import Sleutel, Waarde

if TYPE_CHECKING:
    from kennis.bewerken.bundel import Bundel


@dataclass(frozen=True)
class Veldverschil:
    """One field that differs."""

    veld: str
    """Dotted path: 'dan.kort'; empty for the entry as a whole."""
    was: Waarde
    """None when the field was not there."""
    wordt: Waarde
    """None when the field goes."""

    def in_woorden(self) -> str:
        """'kort' was "…", wordt "…"."""
        raise NotImplementedError


@dataclass(frozen=True)
class Verschil:
    """One entry that differs."""

    sleutel: Sleutel
    titel: str
    """How people call it: the title or name of the entry, else its id."""
    was: Waarde
    """The complete entry; None when it is new."""
    wordt: Waarde
    """None when it was taken away."""
    velden: tuple[Veldverschil, ...]

    def in_woorden(self) -> list[str]:
        """One plain sentence per field: Antwoord "Het advies": 'kort' was "…", wordt "…"."""
        raise NotImplementedError


def verschillen(oud: "Bundel", nieuw: "Bundel") -> list[Verschil]:
    """Every entry that differs, in the order of kinds and files."""
    raise NotImplementedError
