"""A draft: changes by one author on their way to publication."""

from datetime import date, datetime
from enum import StrEnum

from kennis.bewerken import Wijziging
from kennis.model import Model


class Status(StrEnum):
    """Where a draft stands."""

    CONCEPT = "concept"
    TER_GOEDKEURING = "ter_goedkeuring"
    GOEDGEKEURD = "goedgekeurd"
    """Approved, waiting for its day."""
    GEPUBLICEERD = "gepubliceerd"
    AFGEKEURD = "afgekeurd"
    """Sent back with a reason; the author may mend it and hand it in again."""
    INGETROKKEN = "ingetrokken"


OPEN = frozenset({Status.CONCEPT, Status.TER_GOEDKEURING, Status.GOEDGEKEURD, Status.AFGEKEURD})
"""Drafts that may still go live."""


class Persoon(Model):
    """Who did something, as it was then."""

    id: str
    naam: str


class Stap(Model):
    """One line of the log of a draft."""

    moment: datetime
    wie: Persoon
    status: Status
    reden: str = ""


class Concept(Model):
    """One draft. A stored draft is replaced whole, and only by who saw the latest `stand`."""

    nr: int
    stand: int
    """Raised at every change; hand back what you saw, so that nobody's work is lost."""
    titel: str
    status: Status
    auteur: Persoon
    goedkeurder: Persoon | None = None
    reden: str
    """Why: for colleagues and for the history."""
    bron: str = ""
    """On which source."""
    gepland: date | None = None
    """Not live before this day."""
    basis: str
    """Version the author looked at."""
    wijzigingen: tuple[Wijziging, ...]
    afgekeurd_om: str = ""
    versie: str | None = None
    """Version in which it went live."""
    logboek: tuple[Stap, ...] = ()


def schrijvers(concept: Concept) -> frozenset[str]:
    """Everyone who wrote in a draft: none of them may approve it."""
    return frozenset({concept.auteur.id, *(s.wie.id for s in concept.logboek if s.status is Status.CONCEPT)})
