"""Decide: of all rules whose conditions hold, the one with the highest rank wins.

Rank is (`rang`, precision, `voorrang`); precision is the number of steps below the root of every condition, added up.
`voorrang` only settles what would otherwise be a tie. The checks in `kennis/controle/` prove that no two rules of equal
rank meet with different outcomes, so the order of files never matters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kennis.feiten import Feiten
from kennis.fouten import DeelwijzerFout
from kennis.laden import Kennis
from kennis.model import Als, Dimensie, Oordeel, Regel

Rang = tuple[int, int, int]

STRENGHEID = (
    Oordeel.NEE,
    Oordeel.TOESTEMMING,
    Oordeel.ANONIEM,
    Oordeel.HANGT_AF,
    Oordeel.AFWEGING,
    Oordeel.JA,
    Oordeel.VERPLICHT,
)
"""From most to least protective: of several kinds of data in one question the strictest verdict leads."""


@dataclass(frozen=True)
class Toepassing:
    """A rule that holds for the facts, with the reason why."""

    regel: Regel
    rang: Rang
    gronden: tuple[tuple[Dimensie, str, str], ...]
    """Per condition: dimension, the fact, and the concept of the rule it falls under."""


@dataclass(frozen=True)
class Besluit:
    """The outcome for a set of facts."""

    feiten: Feiten
    toepassing: Toepassing
    verslagen: tuple[Toepassing, ...]
    """Other rules that hold but are less precise, strongest first: the trace shows them."""

    @property
    def regel(self) -> Regel:
        """The rule that decided."""
        return self.toepassing.regel


class GeenRegels(DeelwijzerFout):
    """Asked for a day on which no rule held yet."""

    def __init__(self) -> None:
        super().__init__("Op deze dag gold nog geen enkele regel. Kies een latere datum.")


class Beslisser:
    """Applies the rules of one region on one day."""

    def __init__(self, kennis: Kennis, regio: str | None, dag: date) -> None:
        self._kennis = kennis
        regels = [r for r in kennis.regels.values() if r.regio in (None, regio) and r.geldt_op(dag)]
        self._regels = [(r, [(d, frozenset(v)) for d, v in r.als.per_dimensie().items()]) for r in regels]

    def besluit(self, feiten: Feiten) -> Besluit:
        """The outcome; of several kinds of data the strictest one leads."""
        soorten = feiten.gegevens or (None,)
        besluiten = [self._enkel(feiten, soort) for soort in soorten]
        return min(besluiten, key=lambda b: _strengheid(b.regel.dan.oordeel))

    def _enkel(self, feiten: Feiten, gegevens: str | None) -> Besluit:
        een = feiten if gegevens is None else feiten.met({Dimensie.GEGEVENS: gegevens})
        passend = sorted(self.toepassingen(een), key=lambda t: t.rang, reverse=True)
        if not passend:
            raise GeenRegels
        return Besluit(een, passend[0], tuple(passend[1:]))

    def toepassingen(self, feiten: Feiten) -> Iterable[Toepassing]:
        """Every rule whose conditions all hold."""
        geldt = {dim: self._ruim(dim, feiten.waarden(dim)) for dim in Dimensie}
        for regel, eisen in self._regels:
            if any(eis.isdisjoint(geldt[dim]) for dim, eis in eisen):
                continue
            gronden = past(self._kennis, regel.als, feiten)
            if gronden is not None:
                yield Toepassing(regel, rang(self._kennis, regel, gronden), gronden)

    def _ruim(self, dim: Dimensie, waarden: tuple[str, ...]) -> frozenset[str]:
        """Everything these values are: themselves and all that is broader."""
        taxonomie = self._kennis.taxonomie(dim)
        return frozenset().union(*(taxonomie.boven(waarde) for waarde in waarden or (taxonomie.wortel,)))


def past(kennis: Kennis, als: Als, feiten: Feiten) -> tuple[tuple[Dimensie, str, str], ...] | None:
    """The reasons why conditions hold for the facts, or None when they do not.

    A fact that is not named counts as the root of its taxonomy: only a condition on the root itself holds for it.
    """
    gronden = []
    for dim, voorwaarden in als.per_dimensie().items():
        grond = _grond(kennis, dim, voorwaarden, feiten.waarden(dim))
        if grond is None:
            return None
        gronden.append(grond)
    return tuple(gronden)


def _grond(
    kennis: Kennis, dim: Dimensie, voorwaarden: tuple[str, ...], waarden: tuple[str, ...]
) -> tuple[Dimensie, str, str] | None:
    taxonomie = kennis.taxonomie(dim)
    beste: tuple[Dimensie, str, str] | None = None
    for waarde in waarden or (taxonomie.wortel,):
        for voorwaarde in voorwaarden:
            raak = taxonomie.is_een(waarde, voorwaarde)
            if raak and (beste is None or taxonomie.diepte(voorwaarde) > taxonomie.diepte(beste[2])):
                beste = (dim, waarde, voorwaarde)
    return beste


def rang(kennis: Kennis, regel: Regel, gronden: tuple[tuple[Dimensie, str, str], ...]) -> Rang:
    """How strong a rule is for the facts it holds for."""
    precisie = sum(kennis.taxonomie(dim).diepte(voorwaarde) for dim, _, voorwaarde in gronden)
    return regel.rang, precisie, regel.voorrang


@lru_cache(maxsize=16)
def _strengheid(oordeel: Oordeel | None) -> int:
    return STRENGHEID.index(oordeel) if oordeel is not None else STRENGHEID.index(Oordeel.HANGT_AF)


def rang_van_als(kennis: Kennis, als: Als, feiten: Feiten) -> int:
    """Precision of conditions for facts they hold for; -1 when they do not hold."""
    gronden = past(kennis, als, feiten)
    if gronden is None:
        return -1
    return sum(kennis.taxonomie(dim).diepte(voorwaarde) for dim, _, voorwaarde in gronden)
