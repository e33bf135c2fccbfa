"""Which question to ask back: the one whose answer decides most, found by trying every answer on the rules."""

from collections.abc import Callable, Sequence
from math import log2

from kennis.beslissen import Besluit, past
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Dimensie, Oordeel, Vraagpunt, Wedervraag

Beslis = Callable[[Feiten], Besluit]


class Wedervrager:
    """Chooses among the question a rule brings along and the general ones in `wedervragen.yaml`."""

    def __init__(self, kennis: Kennis, beslis: Beslis) -> None:
        self._kennis = kennis
        self._beslis = beslis

    def kies(self, besluit: Besluit) -> Wedervraag | None:
        """The best question for a decision that depends; None when it has none and nothing else would settle it.

        The rule's own question goes first when others settle no more: it was written for this very case.
        """
        inhoud, feiten = besluit.regel.dan, besluit.feiten
        eigen = inhoud.wedervraag
        if inhoud.oordeel is not Oordeel.HANGT_AF or inhoud.niet_geregeld or eigen is None:
            return eigen
        punten = (p for p in self._kennis.wedervragen.values() if not _gevraagd(eigen) & _gevraagd(p.wedervraag))
        algemeen = [p.wedervraag for p in punten if self._kan(p, feiten)]
        beste = max(algemeen, key=lambda vraag: self._nut(vraag, feiten), default=eigen)
        return beste if self._nut(beste, feiten)[0] > self._nut(eigen, feiten)[0] else eigen

    def _kan(self, punt: Vraagpunt, feiten: Feiten) -> bool:
        """Whether a general question fits: what it asks is not known, and its conditions hold."""
        onbekend = not any(feiten.waarden(dim) for dim in _gevraagd(punt.wedervraag))
        return onbekend and past(self._kennis, punt.als, feiten) is not None

    def _nut(self, vraag: Wedervraag, feiten: Feiten) -> tuple[float, float]:
        """Share of options that get a verdict, 0-1, and how evenly the verdicts spread, in bits."""
        na = [self._beslis(feiten.met(optie.feiten)).regel.dan.oordeel for optie in vraag.opties]
        beslist = sum(oordeel not in (None, Oordeel.HANGT_AF) for oordeel in na)
        return beslist / len(na), _spreiding(na)


def _gevraagd(vraag: Wedervraag) -> set[Dimensie]:
    return {dim for optie in vraag.opties for dim in optie.feiten}


def _spreiding(oordelen: Sequence[Oordeel | None]) -> float:
    """Entropy: the more the verdicts differ, the more the answer tells."""
    delen = [oordelen.count(o) / len(oordelen) for o in set(oordelen)]
    return -sum(deel * log2(deel) for deel in delen)
