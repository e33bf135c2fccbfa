"""What is known about a question: one concept per dimension at most, but data and situations may be several."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from kennis.model import Dimensie

MEERVOUDIG = frozenset({Dimensie.GEGEVENS, Dimensie.SITUATIE})
"""Dimensions of which a question may name more than one value."""


@dataclass(frozen=True)
class Feiten:
    """Recognised facts as concept ids; None or empty means: not named."""

    van: str | None = None
    naar: str | None = None
    gegevens: tuple[str, ...] = ()
    leerling: str | None = None
    leeftijd: str | None = None
    overleg: str | None = None
    situatie: tuple[str, ...] = ()
    toestemming: str | None = None

    def waarden(self, dimensie: Dimensie) -> tuple[str, ...]:
        """All values of a dimension; empty when nothing is known."""
        waarde = getattr(self, dimensie.value)
        if waarde is None:
            return ()
        return (waarde,) if isinstance(waarde, str) else tuple(waarde)

    def met(self, nieuw: Mapping[Dimensie, str]) -> "Feiten":
        """The same facts with some replaced; of a dimension with several values the new one comes first."""
        velden: dict[str, object] = {}
        for dim, waarde in nieuw.items():
            if dim is Dimensie.SITUATIE:
                velden[dim.value] = (waarde, *(s for s in self.situatie if s != waarde))
            elif dim is Dimensie.GEGEVENS:
                velden[dim.value] = (waarde,)
            else:
                velden[dim.value] = waarde
        return replace(self, **velden)  # type: ignore[arg-type]

    def aangevuld(self, ander: "Feiten") -> "Feiten":
        """The same facts, with those of another question where this one names none."""
        leeg = {f.name: getattr(ander, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **leeg)

    def als_ids(self) -> dict[str, object]:
        """Only what is known, for `begrepen` in the answer contract."""
        uit: dict[str, object] = {}
        for dim in Dimensie:
            waarden = self.waarden(dim)
            if waarden:
                uit[dim.value] = list(waarden) if dim in MEERVOUDIG else waarden[0]
        return uit
