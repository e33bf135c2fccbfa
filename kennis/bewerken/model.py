"""The words in which a change is told: which entry, what it was, what it becomes."""

from dataclasses import dataclass
from typing import Any, Self

from pydantic import model_validator

from kennis.fouten import DeelwijzerFout
from kennis.model import Model

Waarde = Any
"""Plain data of an entry: str, bool, int, float, None, and lists and mappings of these. Dates are ISO strings."""


class Bewerkfout(DeelwijzerFout):
    """A change that cannot be made; the message says what and how to go on."""


@dataclass(frozen=True, order=True)
class Sleutel:
    """Names one entry over all files, written 'antwoorden/adv.doel', 'woorden/partijen/leerplicht'."""

    soort: str
    """'antwoorden', 'regels', 'aanvullingen', 'grondslagen', 'tegenstrijdigheden', 'bronnen', 'regios', 'zinnen',
    'begrippen/<taxonomy>', 'woorden/<taxonomy>', 'vragen' (example questions per answer), 'toetsvragen'; for all other
    files 'bestand', with the path as id."""
    id: str

    def __str__(self) -> str:
        return f"{self.soort}/{self.id}"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The key written as text. Raises Bewerkfout."""
        begin = tekst.partition("/")[0]
        soort, _, rest = tekst.partition("/")
        if begin in ("begrippen", "woorden"):
            taxonomie, _, rest = rest.partition("/")
            soort = f"{begin}/{taxonomie}"
        if not soort or not rest:
            raise Bewerkfout("Dit is geen verwijzing naar een onderdeel. Schrijf bijvoorbeeld 'antwoorden/adv.doel'.")
        return cls(soort, rest)


@dataclass(frozen=True)
class Item:
    """One entry as it stands in a file."""

    sleutel: Sleutel
    waarde: Waarde
    """What the entry itself says."""
    standaard: Waarde
    """What the file says for all its entries; a field of the entry wins. Empty mapping for most kinds."""
    bestand: str
    """Path inside the knowledge repository: 'kennis/antwoorden/advies.yaml'."""
    eerste: int
    """First line, counted from 1."""
    laatste: int
    """Last line."""

    @property
    def volledig(self) -> Waarde:
        """The entry completed with what the file says for all."""
        return {**self.standaard, **self.waarde} if isinstance(self.waarde, dict) else self.waarde


class Wijziging(Model):
    """One entry before and after. Only the fields that differ are changed, so two editors can work side by side."""

    sleutel: str
    """See `Sleutel`."""
    voor: Waarde = None
    """The complete entry the editor saw (`Item.volledig`); None for a new one."""
    na: Waarde = None
    """What it must become, complete; None takes it away."""
    bestand: str = ""
    """For a new entry: the file it goes in, such as 'kennis/antwoorden/advies.yaml'; empty chooses one."""

    @model_validator(mode="after")
    def _zegt_iets(self) -> Self:
        Sleutel.lees(self.sleutel)
        if self.voor is None and self.na is None:
            raise ValueError("leeg")
        return self

    @property
    def waar(self) -> Sleutel:
        """The entry."""
        return Sleutel.lees(self.sleutel)
