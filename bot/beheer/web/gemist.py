"""Words of a question that meant nothing to Deelwijzer, each with the concepts it most looks like."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from intents.begrijp import Begrijper
from intents.feiten_lezen import Lezing
from intents.woordvormen import sleutel
from kennis.laden import Kennis

KORTSTE = 4
"""Letters; shorter words seldom name anything."""
LIJKT = 62.0
"""Likeness in per cent from which a known word is a suggestion."""
MEESTE_WOORDEN, MEESTE_VOORSTELLEN = 4, 3


@dataclass(frozen=True)
class Voorstel:
    """A concept that a missed word may name."""

    waarde: str
    """'<taxonomy>/<id>'."""
    naam: str
    door: str
    """The known word it looks like."""


@dataclass(frozen=True)
class Gemist:
    """A word that was not understood."""

    woord: str
    voorstellen: tuple[Voorstel, ...]


def gemiste_woorden(kennis: Kennis, begrijper: Begrijper, lezing: Lezing) -> list[Gemist]:
    """Words that no concept was found in and that the grammar does not know, longest first."""
    gedekt = {i for v in lezing.vermeldingen for i in range(v.begin, v.eind)}
    los = {
        woord.vorm
        for nr, woord in enumerate(lezing.woorden)
        if nr not in gedekt
        and len(woord.vorm) >= KORTSTE
        and woord.vorm.isalpha()
        and not _is_bekend(begrijper, woord.vorm)
    }
    op_lengte = sorted(los, key=lambda w: (-len(w), w))[:MEESTE_WOORDEN]
    return [Gemist(woord, tuple(_voorstellen(kennis, begrijper, woord))) for woord in op_lengte]


def _is_bekend(begrijper: Begrijper, vorm: str) -> bool:
    return begrijper.herkenner.kent(vorm) or begrijper.herkenner.kent(sleutel(vorm))


def _voorstellen(kennis: Kennis, begrijper: Begrijper, woord: str) -> Iterator[Voorstel]:
    enkel = begrijper.woordenboek.enkel
    gezien: set[str] = set()
    for bekend, _, _ in process.extract(woord, list(enkel), scorer=fuzz.ratio, score_cutoff=LIJKT, limit=12):
        for naam in enkel[bekend]:
            waarde = f"{naam.taxonomie}/{naam.begrip}"
            taxonomie = kennis.taxonomieen.get(naam.taxonomie)
            if waarde not in gezien and taxonomie is not None and naam.begrip in taxonomie:
                gezien.add(waarde)
                yield Voorstel(waarde, taxonomie[naam.begrip].naam, bekend)
            if len(gezien) == MEESTE_VOORSTELLEN:
                return
