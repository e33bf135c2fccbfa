"""The grid folded into a decision diagram: for each value of each dimension in turn, the next step; at the end a rule.

Python decides here, once. Whoever reads the diagram only follows numbers and needs no knowledge of ranks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kennis.controle.rooster import VOLGORDE, Klasse, Rooster
from kennis.model import Dimensie, Regel

GEEN_REGEL = -1
"""End of a path on which no rule holds; the checks refuse knowledge in which this happens."""

Rij = tuple[int, ...]


@dataclass(frozen=True)
class Diagram:
    """Layers of rows; the number found in a row is the row in the next layer, and in the last layer the rule."""

    klassen: dict[Dimensie, tuple[int, ...]]
    """Per dimension the column of each value, in the order of its taxonomy."""
    lagen: tuple[tuple[Rij, ...], ...]
    """One layer per dimension, in the order of `VOLGORDE`; the first layer has one row."""

    def volg(self, kolommen: Sequence[int]) -> int:
        """The rule at the end of a path."""
        plaats = 0
        for laag, kolom in zip(self.lagen, kolommen, strict=True):
            plaats = laag[plaats][kolom]
        return plaats


def vouw(rooster: Rooster, nummers: Mapping[str, int], waarden: Mapping[Dimensie, Sequence[str]]) -> Diagram:
    """Fold the grid of one region; `nummers` gives the number of each rule."""
    toestanden, lagen = _heen(rooster)
    eind = [_nummer(rooster.winnaars(toestand), nummers) for toestand in toestanden]
    return Diagram(
        klassen={dim: _kolommen(rooster.klassen[dim], waarden[dim]) for dim in VOLGORDE},
        lagen=_terug(lagen, eind),
    )


def _heen(rooster: Rooster) -> tuple[list[int], list[list[Rij]]]:
    """Walk the grid and keep every step; gives the final states and the layers."""
    laag = [rooster.alles]
    lagen: list[list[Rij]] = []
    for stap, dim in enumerate(VOLGORDE):
        plaats: dict[int, int] = {}
        rijen = []
        for toestand in laag:
            volgende = (rooster.stap(stap, toestand, klasse) for klasse in rooster.klassen[dim])
            rijen.append(tuple(plaats.setdefault(nieuw, len(plaats)) for nieuw in volgende))
        lagen.append(rijen)
        laag = list(plaats)
    return laag, lagen


def _terug(lagen: list[list[Rij]], eind: list[int]) -> tuple[tuple[Rij, ...], ...]:
    """Merge rows that lead to the same rules, from the last layer to the first."""
    uit: list[tuple[Rij, ...]] = []
    nieuw = eind
    for laag in reversed(lagen):
        plaats: dict[Rij, int] = {}
        nieuw = [plaats.setdefault(tuple(nieuw[kind] for kind in rij), len(plaats)) for rij in laag]
        uit.append(tuple(plaats))
    return tuple(reversed(uit))


def _nummer(winnaars: tuple[Regel, ...], nummers: Mapping[str, int]) -> int:
    return nummers[winnaars[0].id] if winnaars else GEEN_REGEL


def _kolommen(klassen: Sequence[Klasse], waarden: Sequence[str]) -> tuple[int, ...]:
    kolom = {waarde: nr for nr, klasse in enumerate(klassen) for waarde in klasse.waarden}
    return tuple(kolom[waarde] for waarde in waarden)
