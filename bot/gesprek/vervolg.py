"""Tell a follow-up from a new question, and read what it adds to what was understood before.

A follow-up is a fixed phrase ('waarom?'), or a short line of hardly anything but facts ('en als hij 17 is?'). A line
that asks something of its own is never swallowed: when in doubt it is a new question.
"""

from dataclasses import dataclass, replace

from bot.gesprek.vervolgteksten import Vervolgteksten
from intents.begrijp import Begrijper
from intents.feiten_lezen import Lezing
from intents.leeftijd import leeftijd_in_jaren
from intents.tekst import woorden
from intents.twee_vragen import begint_als_vraag
from kennis.feiten import Feiten
from kennis.model import Dimensie

MEESTE_WOORDEN = 14
"""Words of a follow-up with an opening; a longer line tells a story of its own."""
MEESTE_KAAL = 6
"""Words of a follow-up that is nothing but facts."""
MEESTE_ONBEKEND = 1
"""Words that are neither a fact nor a filler, when the line opens like a follow-up."""
_PARTIJEN, _GEZIN = "partijen", "gezin"
_EIGEN_WERK = frozenset({"ik", "wij", "we"})
_BEN = frozenset({"ben", "zijn", "werk", "werken"})
_NAMENS = frozenset({"namens", "vanuit"})


@dataclass(frozen=True)
class Wending:
    """What a follow-up says anew."""

    feiten: Feiten
    """Facts this line names; they replace those of the same kind."""
    lezing: Lezing
    regio: str | None
    jaren: int | None
    """The age in figures, to name it in the answer."""


class Vervolglezer:
    """Reads follow-ups; holds no state."""

    def __init__(self, begrijper: Begrijper, teksten: Vervolgteksten) -> None:
        self._begrijper = begrijper
        self._teksten = teksten
        self._vast = {_plat(frase): soort for soort, frasen in teksten.vast.items() for frase in frasen}
        self._openingen = sorted((_plat(o) for o in teksten.openingen), key=len, reverse=True)

    def vast(self, tekst: str) -> str | None:
        """The kind of fixed phrase a line is."""
        return self._vast.get(_plat(tekst))

    def lees(self, tekst: str) -> Wending | None:
        """What a line without personal data adds; None when it is a question of its own."""
        plat = _plat(tekst)
        opening = next((o for o in self._openingen if plat[: len(o)] == o), ())
        if len(plat) > (MEESTE_WOORDEN if opening else MEESTE_KAAL) or not plat[len(opening) :]:
            return None
        if begint_als_vraag(" ".join(plat[len(opening) :]), self._begrijper.taal.twee_vragen):
            return None
        lezing = self._begrijper.lezer.lees(tekst)
        if self._onbekend(lezing, len(opening)) > (MEESTE_ONBEKEND if opening and "dat" not in opening else 0):
            return None
        feiten = self._feiten(lezing)
        if feiten == Feiten() and lezing.regio is None:
            return None
        return Wending(feiten, lezing, lezing.regio, leeftijd_in_jaren([w.vorm for w in lezing.woorden]))

    def _onbekend(self, lezing: Lezing, vanaf: int) -> int:
        """Words after the opening that name nothing and are no fillers."""
        genoemd = {plek for v in lezing.vermeldingen for plek in range(v.begin, v.eind)}
        kaal = [(nr, w.vorm) for nr, w in enumerate(lezing.woorden) if not w.is_leesteken][vanaf:]
        return sum(
            nr not in genoemd and vorm not in self._teksten.vulwoorden and not vorm.rstrip("+").isdigit()
            for nr, vorm in kaal
        )

    def _feiten(self, lezing: Lezing) -> Feiten:
        """The facts a line names. A party without a role gives after 'als ik', else receives; a family does neither."""
        feiten = lezing.genoemd
        vormen = {w.vorm for w in lezing.woorden}
        partij = next((v.naam.begrip for v in lezing.vermeldingen if v.naam.taxonomie == _PARTIJEN), None)
        if partij is not None and ((vormen & _EIGEN_WERK and vormen & _BEN) or vormen & _NAMENS):
            return replace(feiten, van=partij, naar=None)
        if feiten != Feiten():
            return feiten
        if partij is None or lezing.feiten.van == partij:
            return Feiten(van=lezing.feiten.van)
        gezin = self._begrijper.kennis.taxonomie(Dimensie.NAAR).is_een(partij, _GEZIN)
        return feiten if gezin else Feiten(naar=partij)


def samengevoegd(eerder: Feiten, nieuw: Feiten) -> Feiten:
    """What was understood before with what is said anew; situations add up, all else replaces."""
    velden = {dim.value: getattr(nieuw, dim.value) for dim in Dimensie if nieuw.waarden(dim)}
    if nieuw.situatie:
        velden["situatie"] = (*nieuw.situatie, *(s for s in eerder.situatie if s not in nieuw.situatie))
    return replace(eerder, **velden)


def _plat(tekst: str) -> tuple[str, ...]:
    return tuple(w.vorm for w in woorden(tekst) if not w.is_leesteken)
