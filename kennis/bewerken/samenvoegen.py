"""Merge an edit with what changed since the editor looked: field by field, never a silent loss."""

from dataclasses import dataclass

from kennis.bewerken.model import Bewerkfout, Waarde


@dataclass(frozen=True)
class Botsing:
    """One field that two people changed differently."""

    sleutel: str
    veld: str
    """Dotted path; empty for the entry as a whole."""
    was: Waarde
    van_u: Waarde
    van_ander: Waarde


class Botsingfout(Bewerkfout):
    """Two people changed the same field; says which, in plain Dutch."""

    def __init__(self, botsingen: list[Botsing]) -> None:
        self.botsingen = botsingen
        super().__init__("Een ander heeft intussen hetzelfde veranderd.")


def voeg_samen(sleutel: str, was: Waarde, van_u: Waarde, van_ander: Waarde) -> Waarde:
    """The entry with both changes. Raises Botsingfout."""
    raise NotImplementedError
