"""A taxonomy: concepts ordered by is-a. A rule for a broad concept also holds for everything below it."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from kennis.model import Begrip, Dimensie

TAXONOMIE_VAN_DIMENSIE: dict[Dimensie, str] = {
    Dimensie.VAN: "partijen",
    Dimensie.NAAR: "partijen",
    Dimensie.GEGEVENS: "gegevens",
    Dimensie.LEERLING: "leerling",
    Dimensie.LEEFTIJD: "leeftijd",
    Dimensie.OVERLEG: "overleg",
    Dimensie.SITUATIE: "situatie",
    Dimensie.TOESTEMMING: "toestemming",
}
"""The file under `begrippen/` that holds the taxonomy of each dimension."""
VERGADERING = "casusoverleg"
"""The meeting every other is a kind of; all else in that taxonomy is a way of sharing without a table."""


class Taxonomie:
    """Concepts of one kind with their ancestors; several parents per concept are allowed, cycles are not."""

    def __init__(self, naam: str, begrippen: Iterable[Begrip]) -> None:
        self.naam = naam
        self._begrippen = {b.id: b for b in begrippen}

    def __contains__(self, begrip_id: object) -> bool:
        return begrip_id in self._begrippen

    def __iter__(self) -> Iterator[Begrip]:
        return iter(self._begrippen.values())

    def __getitem__(self, begrip_id: str) -> Begrip:
        return self._begrippen[begrip_id]

    @cached_property
    def wortel(self) -> str:
        """Id of the concept above all others; stands for 'not known'."""
        return next(b.id for b in self._begrippen.values() if not b.is_een)

    @cached_property
    def _boven(self) -> dict[str, frozenset[str]]:
        boven: dict[str, frozenset[str]] = {}

        def klim(begrip_id: str, onderweg: tuple[str, ...]) -> frozenset[str]:
            if begrip_id in onderweg:
                raise ValueError(begrip_id)
            if begrip_id not in boven:
                ouders = self._begrippen[begrip_id].is_een
                boven[begrip_id] = frozenset({begrip_id}).union(*(klim(o, (*onderweg, begrip_id)) for o in ouders))
            return boven[begrip_id]

        for begrip_id in self._begrippen:
            klim(begrip_id, ())
        return boven

    def is_een(self, begrip_id: str, breder: str) -> bool:
        """Whether a concept is, or falls under, a broader one."""
        return breder in self._boven[begrip_id]

    def boven(self, begrip_id: str) -> frozenset[str]:
        """The concept itself and everything above it."""
        return self._boven[begrip_id]

    @cached_property
    def _onder(self) -> dict[str, frozenset[str]]:
        return {breed: frozenset(b for b in self._begrippen if breed in self._boven[b]) for breed in self._begrippen}

    def onder(self, begrip_id: str) -> frozenset[str]:
        """The concept itself and everything below it."""
        return self._onder[begrip_id]

    def diepte(self, begrip_id: str) -> int:
        """Steps from the root, 0 for the root itself: how precise a concept is."""
        return self._diepte[begrip_id]

    @cached_property
    def _diepte(self) -> dict[str, int]:
        diepte: dict[str, int] = {}

        def meet(begrip_id: str) -> int:
            if begrip_id not in diepte:
                ouders = self._begrippen[begrip_id].is_een
                diepte[begrip_id] = 1 + max(meet(o) for o in ouders) if ouders else 0
            return diepte[begrip_id]

        for begrip_id in self._begrippen:
            meet(begrip_id)
        return diepte
