"""The grid of every cell a question can fall in, walked without visiting the cells one by one.

A cell is one value for each dimension. There are billions, but few of them differ: values that satisfy the same
conditions form one class, and cells in which the same rules are still in the running form one state. The grid is
walked dimension by dimension, keeping states and the number of cells in each, so the outcome is exact for all cells
and takes a fraction of a second.

Each rule is split into strands with one value per condition. A strand has a fixed rank, the same as
`kennis.beslissen.rang` gives; strands are sorted strongest first and a state is a bit set of strands.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from kennis.beslissen import Rang
from kennis.laden import Kennis
from kennis.model import Dimensie, Regel

VOLGORDE = (
    Dimensie.VAN,
    Dimensie.NAAR,
    Dimensie.GEGEVENS,
    Dimensie.SITUATIE,
    Dimensie.OVERLEG,
    Dimensie.LEERLING,
    Dimensie.TOESTEMMING,
    Dimensie.LEEFTIJD,
)
"""Order of the walk. Any order gives the same outcome; this one keeps the number of states lowest."""

Cel = Mapping[Dimensie, str]


@dataclass(frozen=True)
class Streng:
    """A rule with one value per condition."""

    rang: Rang
    nummer: int
    """Position of the rule in the order of loading: that order breaks ties in `Beslisser`."""
    eisen: Cel


@dataclass(frozen=True)
class Klasse:
    """Values of one dimension that satisfy the same conditions."""

    waarden: tuple[str, ...]
    masker: int
    """Strands that may still win when the dimension has one of these values."""


@dataclass(frozen=True)
class Eind:
    """Cells in which the same strongest rules hold."""

    regels: tuple[Regel, ...]
    """All of the highest rank that holds here; the first one is the winner. Empty: no rule holds."""
    cellen: int
    voorbeeld: Cel
    """One of the cells."""


class Rooster:
    """All cells for the rules of one region on one day."""

    def __init__(self, kennis: Kennis, regels: Sequence[Regel]) -> None:
        self._kennis = kennis
        self.regels = tuple(regels)
        self._strengen = sorted(_strengen(kennis, self.regels), key=_sterkste_eerst)
        self.alles = (1 << len(self._strengen)) - 1
        """The state before anything is known."""

    @cached_property
    def klassen(self) -> dict[Dimensie, tuple[Klasse, ...]]:
        """Per dimension the values that make a difference."""
        return {dim: self._klassen(dim) for dim in VOLGORDE}

    def _klassen(self, dim: Dimensie) -> tuple[Klasse, ...]:
        per_masker: dict[int, list[str]] = defaultdict(list)
        for begrip in self._kennis.taxonomie(dim):
            per_masker[self.masker(dim, begrip.id)].append(begrip.id)
        return tuple(Klasse(tuple(ids), masker) for masker, ids in per_masker.items())

    def masker(self, dim: Dimensie, waarde: str) -> int:
        """Strands that do not exclude a value of a dimension."""
        boven = self._kennis.taxonomie(dim).boven(waarde)
        return _bits(nr for nr, s in enumerate(self._strengen) if dim not in s.eisen or s.eisen[dim] in boven)

    def paren(self, dim: Dimensie) -> tuple[Klasse, ...]:
        """Classes for two values of a dimension at the same time, as two situations in one question."""
        per_masker: dict[int, list[str]] = defaultdict(list)
        wortel = self._kennis.taxonomie(dim).wortel
        ids = [b.id for b in self._kennis.taxonomie(dim) if b.id != wortel]
        for een, ander in combinations(ids, 2):
            per_masker[self.masker(dim, een) | self.masker(dim, ander)].append(f"{een}+{ander}")
        return tuple(Klasse(tuple(waarden), masker) for masker, waarden in per_masker.items())

    def strengen_van(self, regel: Regel) -> int:
        """The strands of one rule."""
        return _bits(nr for nr, s in enumerate(self._strengen) if self.regels[s.nummer] is regel)

    @cached_property
    def _minstens(self) -> tuple[int, ...]:
        """Per strand: all strands of the same or a higher rank."""
        laatste: dict[Rang, int] = {s.rang: nr for nr, s in enumerate(self._strengen)}
        return tuple((1 << (laatste[s.rang] + 1)) - 1 for s in self._strengen)

    @cached_property
    def _klaar(self) -> tuple[int, ...]:
        """Per step of the walk: strands without a condition on any later dimension, so certain to hold."""
        return tuple(
            _bits(nr for nr, s in enumerate(self._strengen) if not s.eisen.keys() & set(VOLGORDE[stap + 1 :]))
            for stap in range(len(VOLGORDE))
        )

    def stap(self, stap: int, toestand: int, klasse: Klasse) -> int:
        """The state after one more dimension is known; strands that can no longer win are dropped."""
        over = toestand & klasse.masker
        zeker = over & self._klaar[stap]
        return over & self._minstens[_laagste(zeker)] if zeker else over

    def einden(self, beperking: Mapping[Dimensie, Sequence[Klasse]] | None = None, met: int = -1) -> list[Eind]:
        """Every group of cells, for the whole grid or with some dimensions restricted to some values.

        `met` follows only states in which one of those strands is still in the running.
        """
        klassen = {**self.klassen, **(beperking or {})}
        laag: dict[int, tuple[int, tuple[str, ...]]] = {self.alles: (1, ())}
        for nr, dim in enumerate(VOLGORDE):
            laag = self._volgende(nr, laag, klassen[dim], met)
        return [
            Eind(self.winnaars(t), aantal, dict(zip(VOLGORDE, pad, strict=True))) for t, (aantal, pad) in laag.items()
        ]

    def _volgende(
        self, nr: int, laag: dict[int, tuple[int, tuple[str, ...]]], klassen: Sequence[Klasse], met: int
    ) -> dict[int, tuple[int, tuple[str, ...]]]:
        uit: dict[int, tuple[int, tuple[str, ...]]] = {}
        for toestand, (aantal, pad) in laag.items():
            for klasse in klassen:
                nieuw = self.stap(nr, toestand, klasse)
                if met != -1 and not nieuw & met:
                    continue
                al, voorbeeld = uit.get(nieuw, (0, (*pad, klasse.waarden[0])))
                uit[nieuw] = (al + aantal * len(klasse.waarden), voorbeeld)
        return uit

    def winnaars(self, toestand: int) -> tuple[Regel, ...]:
        """The rules of a final state, in the order of loading."""
        nummers = {s.nummer for nr, s in enumerate(self._strengen) if toestand >> nr & 1} if toestand else set()
        return tuple(self.regels[nr] for nr in sorted(nummers))


def _strengen(kennis: Kennis, regels: Sequence[Regel]) -> Iterable[Streng]:
    for nummer, regel in enumerate(regels):
        eisen = regel.als.per_dimensie()
        for waarden in product(*eisen.values()):
            los = dict(zip(eisen, waarden, strict=True))
            precisie = sum(kennis.taxonomie(dim).diepte(waarde) for dim, waarde in los.items())
            yield Streng((regel.rang, precisie, regel.voorrang), nummer, los)


def _sterkste_eerst(streng: Streng) -> tuple[int, ...]:
    return (*(-deel for deel in streng.rang), streng.nummer)


def _bits(nummers: Iterable[int]) -> int:
    uit = 0
    for nr in nummers:
        uit |= 1 << nr
    return uit


def _laagste(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
