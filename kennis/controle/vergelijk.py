"""Which cells of the grid get another outcome in a new version of the knowledge: exact, over all billions of cells.

Both versions are walked side by side, as in `rooster`. Only cells in which a rule that changed may still win are
followed, so one changed rule takes a fraction of a second.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from kennis.controle.beslisregels import regels_van
from kennis.controle.rooster import VOLGORDE, Cel, Klasse, Rooster
from kennis.laden import Kennis
from kennis.model import Dimensie, Regel

Laag = dict[tuple[int, int], tuple[int, tuple[str, ...]]]
"""Pairs of states to the number of cells and one of them."""


@dataclass(frozen=True)
class Celverschil:
    """Cells of a region that go from one outcome to another."""

    regio: str
    oud: Regel | None
    """The rule that decides now; None when there is none."""
    nieuw: Regel | None
    cellen: int
    voorbeeld: Cel
    """One of the cells, without what is not known."""


def vergelijk(oud: Kennis, nieuw: Kennis, dag: date) -> list[Celverschil]:
    """Every difference on a day, most cells first within a region."""
    regios = dict.fromkeys((*nieuw.regios, *oud.regios))
    return [v for regio in regios for v in _van_regio(oud, nieuw, regio, dag)]


def aantal_cellen(kennis: Kennis) -> int:
    """Cells of the whole grid, over all regions."""
    return len(kennis.regios) * prod(len(list(kennis.taxonomie(dim))) for dim in VOLGORDE)


def _van_regio(oud: Kennis, nieuw: Kennis, regio: str, dag: date) -> list[Celverschil]:
    was, wordt = regels_van(oud, regio, dag), regels_van(nieuw, regio, dag)
    paar = Rooster(oud, was), Rooster(nieuw, wordt)
    samen: dict[tuple[str, str], Celverschil] = {}
    for toestand, (aantal, pad) in _loop(oud, nieuw, paar, _te_volgen(oud, nieuw, paar)).items():
        een, ander = _winnaar(paar[0], toestand[0]), _winnaar(paar[1], toestand[1])
        if _zelfde(een, ander):
            continue
        sleutel = (een.id if een else "", ander.id if ander else "")
        al = samen.get(sleutel)
        cel = al.voorbeeld if al else _bekend(nieuw, dict(zip(VOLGORDE, pad, strict=True)))
        samen[sleutel] = Celverschil(regio, een, ander, aantal + (al.cellen if al else 0), cel)
    return sorted(samen.values(), key=lambda v: -v.cellen)


def _te_volgen(oud: Kennis, nieuw: Kennis, paar: tuple[Rooster, Rooster]) -> tuple[int, int]:
    """Strands of rules that changed; all of them when the order of concepts changed."""
    if any(_ladder(oud, dim) != _ladder(nieuw, dim) for dim in VOLGORDE):
        return paar[0].alles, paar[1].alles
    een, ander = ({regel.id: regel for regel in rooster.regels} for rooster in paar)
    anders = {naam for naam in {*een, *ander} if een.get(naam) != ander.get(naam)}
    oud_bits, nieuw_bits = (
        sum(rooster.strengen_van(regel) for regel in rooster.regels if regel.id in anders) for rooster in paar
    )
    return oud_bits, nieuw_bits


def _ladder(kennis: Kennis, dim: Dimensie) -> Mapping[str, tuple[str, ...]]:
    return {begrip.id: begrip.is_een for begrip in kennis.taxonomie(dim)}


def _loop(oud: Kennis, nieuw: Kennis, paar: tuple[Rooster, Rooster], volg: tuple[int, int]) -> Laag:
    laag: Laag = {(paar[0].alles, paar[1].alles): (1, ())} if any(volg) else {}
    for nr, dim in enumerate(VOLGORDE):
        klassen = list(_klassen(oud, nieuw, paar, dim))
        laag = _volgende(nr, laag, paar, klassen, volg)
    return laag


def _volgende(
    nr: int, laag: Laag, paar: tuple[Rooster, Rooster], klassen: Sequence[tuple[Klasse, Klasse]], volg: tuple[int, int]
) -> Laag:
    uit: Laag = {}
    for (links, rechts), (aantal, pad) in laag.items():
        for een, ander in klassen:
            nieuw = paar[0].stap(nr, links, een), paar[1].stap(nr, rechts, ander)
            if not (nieuw[0] & volg[0] or nieuw[1] & volg[1]):
                continue
            al, voorbeeld = uit.get(nieuw, (0, (*pad, een.waarden[0])))
            uit[nieuw] = (al + aantal * len(een.waarden), voorbeeld)
    return uit


def _klassen(
    oud: Kennis, nieuw: Kennis, paar: tuple[Rooster, Rooster], dim: Dimensie
) -> Iterator[tuple[Klasse, Klasse]]:
    """Values that make no difference in either version. A concept that is new counted as not known before."""
    per_masker: dict[tuple[int, int], list[str]] = defaultdict(list)
    vroeger = oud.taxonomie(dim)
    for begrip in nieuw.taxonomie(dim):
        was = begrip.id if begrip.id in vroeger else vroeger.wortel
        per_masker[paar[0].masker(dim, was), paar[1].masker(dim, begrip.id)].append(begrip.id)
    for (een, ander), waarden in per_masker.items():
        yield Klasse(tuple(waarden), een), Klasse(tuple(waarden), ander)


def _winnaar(rooster: Rooster, toestand: int) -> Regel | None:
    return next(iter(rooster.winnaars(toestand)), None)


def _zelfde(een: Regel | None, ander: Regel | None) -> bool:
    if een is None or ander is None:
        return een is ander
    return (een.id, een.dan, een.bronnen) == (ander.id, ander.dan, ander.bronnen)


def _bekend(kennis: Kennis, cel: Cel) -> Cel:
    return {dim: waarde for dim, waarde in cel.items() if waarde != kennis.taxonomie(dim).wortel}
