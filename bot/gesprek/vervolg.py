"""Tell a follow-up from a new question, and read what it adds to what was understood before.

A follow-up is a fixed phrase ('waarom?'), or a short line of hardly anything but facts ('en als hij 17 is?'). A line
that asks something of its own is never swallowed: when in doubt it is a new question.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from bot.gesprek.vervolgteksten import Vervolgteksten
from intents.begrijp import Begrijper
from intents.feiten_lezen import Lezing
from intents.leeftijd import OUDSTE, leeftijd_in_jaren
from intents.tekst import WIJ, woorden
from intents.twee_vragen import begint_als_vraag
from intents.woordenboek import KALE_LIDWOORDEN
from kennis.feiten import Feiten
from kennis.model import Dimensie
from kennis.taxonomie import Taxonomie

BEVESTIGING = "bevestiging"
"""The kind of line that asks whether the answer was understood well: 'dus dat mag niet?'"""
JONGSTE_KAAL = 10
"""Years from which a bare number is an age ('en 16?'); a lower one may be meant as an option."""
MEESTE_WOORDEN = 14
"""Words of a follow-up with an opening; a longer line tells a story of its own."""
MEESTE_BROKSTUK = 8
"""Words of a line that may be a loose piece of a question."""
KORTSTE_VRAAG = 3
"""Words behind an opening from which they may ask something of their own: 'wie tekent er'."""
MEESTE_KAAL = 6
"""Words of a follow-up that is nothing but facts."""
MEESTE_ONBEKEND = 1
"""Words that are neither a fact nor a filler, when the line opens like a follow-up."""
_PARTIJEN, _GEZIN = "partijen", "gezin"
_ONDERWIJS = "onderwijs"
_ONTKENT = frozenset({"niet", "geen"})
_AAN = frozenset({"aan", "met", "naar", "bij"})
_MIJ = frozenset({"mij", "me", "ons"})
_PLEK = frozenset({"op", "bij"})
_GEGEVEN = ("gegeven", "mondeling")
_VERBETERT = frozenset({"nee", "bedoel", "bedoelde", "oeps", "sorry"})
_VAN_HEM = frozenset({"zijn", "haar", "hun"})
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
    los: str | None = None
    """A party of which the line does not tell whether it gives or receives."""


class Vervolglezer:
    """Reads follow-ups; holds no state."""

    def __init__(self, begrijper: Begrijper, teksten: Vervolgteksten) -> None:
        self._begrijper = begrijper
        self._teksten = teksten
        self._voor_naam = KALE_LIDWOORDEN.union(begrijper.taal.grammatica.bezit, _VAN_HEM)
        self._over_toestemming = teksten.over_toestemming
        self._tussenwerpsels = teksten.knikken | teksten.tussenwerpsels
        self._vast = {kale_woorden(frase): soort for soort, frasen in teksten.vast.items() for frase in frasen}
        self._openingen = sorted((kale_woorden(o) for o in teksten.openingen), key=len, reverse=True)

    def vast(self, tekst: str) -> str | None:
        """The kind of fixed phrase a line is."""
        plat, woorden = kale_woorden(tekst), self._teksten.bevestiging
        if woorden.moet & set(plat) and not set(plat) - woorden.moet - woorden.mag:
            return BEVESTIGING
        return self._vast.get(plat) or self._vast.get(plat[self._tussen(plat) :])

    def over_toestemming(self, tekst: str) -> str | None:
        """The kind of question on the consent of the question before: 'moet dat schriftelijk?'."""
        gezegd = set(kale_woorden(tekst))
        for soort, vraag in self._over_toestemming.soorten.items():
            if gezegd & vraag.woorden and not gezegd - vraag.woorden - self._over_toestemming.mag:
                return soort
        return None

    def ontvangen(self, tekst: str) -> bool:
        """Whether a line asks nothing: 'ok', 'hmm'."""
        plat = kale_woorden(tekst)
        return bool(plat) and (self._teksten.knikken | self._teksten.ontvangen).issuperset(plat)

    def is_kort(self, tekst: str) -> bool:
        """Whether a line is too short, and too little of a question, to be anything but a reply."""
        plat = kale_woorden(tekst)
        return len(plat) <= MEESTE_KAAL and not begint_als_vraag(" ".join(plat), self._begrijper.taal.twee_vragen)

    def rest(self, tekst: str) -> str:
        """What stands behind the opening of a follow-up."""
        plat = kale_woorden(tekst)
        return " ".join(plat[self._begin(plat) :])

    def is_brokstuk(self, tekst: str) -> bool:
        """Whether a line opens like a follow-up and is too short to be a question of its own."""
        plat = kale_woorden(tekst)
        if not self._opening(plat) or len(plat) > MEESTE_BROKSTUK:
            return False
        rest = plat[self._begin(plat) :]
        return len(rest) < KORTSTE_VRAAG or not begint_als_vraag(" ".join(rest), self._begrijper.taal.twee_vragen)

    def _opening(self, plat: tuple[str, ...]) -> tuple[str, ...]:
        """The opening of a follow-up, also behind a filler: 'ok en'."""
        return self._opening_hier(plat) or self._opening_hier(plat[self._tussen(plat) :])

    def _opening_hier(self, plat: tuple[str, ...]) -> tuple[str, ...]:
        return next((o for o in self._openingen if plat[: len(o)] == o), ())

    def _tussen(self, plat: tuple[str, ...]) -> int:
        """Fillers in front; the last word is never one."""
        woorden = enumerate(plat[:-1])
        return next((nr for nr, w in woorden if w not in self._tussenwerpsels), max(len(plat) - 1, 0))

    def _begin(self, plat: tuple[str, ...]) -> int:
        """Words in front of what is said anew."""
        hier = len(self._opening_hier(plat))
        return hier or self._tussen(plat) + len(self._opening_hier(plat[self._tussen(plat) :]))

    def lees(self, tekst: str) -> Wending | None:
        """What a line without personal data adds; None when it is a question of its own."""
        plat = kale_woorden(tekst)
        opening, begin = self._opening(plat), self._begin(plat)
        rest = plat[begin:]
        if len(plat) - begin > (MEESTE_WOORDEN - len(opening) if opening else MEESTE_KAAL) or not rest:
            return None
        if opening and self._is_leeftijd(rest):
            tekst = f"{' '.join(plat)} jaar"
        if begint_als_vraag(" ".join(rest), self._begrijper.taal.twee_vragen):
            return None
        lezing = self._begrijper.lezer.lees(tekst)
        if self._onbekend(lezing, begin) > (MEESTE_ONBEKEND if opening and "dat" not in opening else 0):
            return None
        feiten = self._feiten(lezing, verbetert=not _VERBETERT.isdisjoint(opening))
        if (feiten == Feiten() and lezing.regio is None) or _ontkent(lezing, feiten) or self._half_ja(plat, feiten):
            return None
        jaren = leeftijd_in_jaren([w.vorm for w in lezing.woorden])
        return Wending(feiten, lezing, lezing.regio, jaren, self._los(lezing, feiten))

    def _is_leeftijd(self, rest: tuple[str, ...]) -> bool:
        """Whether fillers and a number are left."""
        *eerst, laatste = rest
        return laatste.isdecimal() and JONGSTE_KAAL <= int(laatste) <= OUDSTE and self._teksten.vulwoorden >= set(eerst)

    def _onbekend(self, lezing: Lezing, vanaf: int) -> int:
        """Words after the opening that name nothing and are no fillers."""
        genoemd = {plek for v in lezing.vermeldingen for plek in range(v.begin, v.eind)}
        kaal = [(nr, w.vorm) for nr, w in enumerate(lezing.woorden) if not w.is_leesteken][vanaf:]
        return sum(
            nr not in genoemd and vorm not in self._teksten.vulwoorden and not vorm.rstrip("+").isdigit()
            for nr, vorm in kaal
        )

    def _los(self, lezing: Lezing, feiten: Feiten) -> str | None:
        """The party that got a role only because it had to have one: nothing in the line tells which."""
        genoemd = {lezing.genoemd.van, lezing.genoemd.naar}
        partij = next((v.naam.begrip for v in lezing.vermeldingen if v.naam.taxonomie == _PARTIJEN), None)
        kaal = feiten in (Feiten(naar=partij), Feiten(van=partij))
        return partij if partij is not None and kaal and partij not in genoemd else None

    def _feiten(self, lezing: Lezing, verbetert: bool) -> Feiten:
        """The facts a line names. A party without a role gives after 'als ik', else receives.

        A family does neither, unless it is what someone meant: 'nee ik bedoel de moeder'.
        """
        feiten = self._zonder_leeg(lezing)
        vormen = {w.vorm for w in lezing.woorden}
        partij = next((v.naam.begrip for v in lezing.vermeldingen if v.naam.taxonomie == _PARTIJEN), None)
        if partij is not None and ((vormen & WIJ and vormen & _BEN) or vormen & _NAMENS):
            return replace(feiten, van=partij, naar=None)
        if partij is not None and self._krijgt(lezing, partij):
            return replace(feiten, van=None, naar=partij)
        if partij is not None and self._gaat_over_plek(lezing, partij):
            return replace(feiten, van=partij, naar=None)
        if feiten != Feiten():
            return feiten
        if partij is None or lezing.feiten.van == partij:
            return Feiten(van=lezing.feiten.van)
        gezin = self._begrijper.kennis.taxonomie(Dimensie.NAAR).is_een(partij, _GEZIN)
        return feiten if (gezin and not verbetert) or self._gaat_over(lezing, partij) else Feiten(naar=partij)

    def _zonder_leeg(self, lezing: Lezing) -> Feiten:
        """What a line names, without consent of which nothing is said.

        'Als de ouders het goed vinden' is consent; 'als hij het zelf goed vindt' does not tell whether he may decide.
        """
        feiten, vormen = lezing.genoemd, {w.vorm for w in lezing.woorden}
        if feiten.toestemming != self._begrijper.kennis.taxonomie(Dimensie.TOESTEMMING).wortel:
            return feiten
        ja = "als" in vormen and vormen & self._teksten.ouders and not vormen & _ONTKENT
        return replace(feiten, toestemming="gegeven" if ja else None)

    def _krijgt(self, lezing: Lezing, partij: str) -> bool:
        """Whether the only party in a line asks for the data or gets it: 'als leerplicht erom vraagt'."""
        vormen = [w.vorm for w in lezing.woorden]
        aan_mij = any(a in _AAN and b in _MIJ for a, b in pairwise(vormen))
        enige = lezing.genoemd.van == partij and lezing.genoemd.naar is None
        return enige and (aan_mij or not self._teksten.vraagt.isdisjoint(vormen))

    def _half_ja(self, plat: tuple[str, ...], feiten: Feiten) -> bool:
        """Whether one parent consents: who else must is a question of its own."""
        return feiten.toestemming in _GEGEVEN and not self._teksten.een_ouder.isdisjoint(plat)

    def _gaat_over(self, lezing: Lezing, partij: str) -> bool:
        """Whether a party is whom it is about, not who gets it: 'en over zijn broertje'."""
        return self._woord_voor(lezing, partij) == "over"

    def _gaat_over_plek(self, lezing: Lezing, partij: str) -> bool:
        """Whether a school is named as the place where it happens, and so gives: 'op de basisschool'."""
        if not self._begrijper.kennis.taxonomie(Dimensie.VAN).is_een(partij, _ONDERWIJS):
            return False
        return self._woord_voor(lezing, partij) in _PLEK

    def _woord_voor(self, lezing: Lezing, partij: str) -> str | None:
        """The word in front of a party, articles left out."""
        begin = next(v.begin for v in lezing.vermeldingen if v.naam.begrip == partij)
        ervoor = (w.vorm for w in reversed(lezing.woorden[:begin]))
        return next((vorm for vorm in ervoor if vorm not in self._voor_naam), None)


def _ontkent(lezing: Lezing, feiten: Feiten) -> bool:
    """Whether a line says what it is not about: 'en als het niet om een diagnose gaat' names no fact."""
    if feiten.toestemming or feiten.situatie:
        return False
    genoemd = {plek for v in lezing.vermeldingen for plek in range(v.begin, v.eind)}
    return any(w.vorm in _ONTKENT and nr not in genoemd for nr, w in enumerate(lezing.woorden))


def met_rol(eerder: Feiten, wending: Wending, partijen: Taxonomie) -> Wending:
    """A party without a role of its own names the one it is a kind of: 'de school' may be who gave all along."""
    los = wending.los
    if los is None or eerder.van is None or not _verwant(los, eerder.van, partijen):
        return wending
    if eerder.naar is not None and _verwant(los, eerder.naar, partijen):
        return wending
    return replace(wending, feiten=Feiten(van=los))


def _verwant(een: str, ander: str, partijen: Taxonomie) -> bool:
    return partijen.is_een(een, ander) or partijen.is_een(ander, een)


def samengevoegd(eerder: Feiten, nieuw: Feiten) -> Feiten:
    """What was understood before with what is said anew; situations add up, all else replaces."""
    velden = {dim.value: getattr(nieuw, dim.value) for dim in Dimensie if nieuw.waarden(dim)}
    if nieuw.situatie:
        velden["situatie"] = (*nieuw.situatie, *(s for s in eerder.situatie if s not in nieuw.situatie))
    return replace(eerder, **velden)


def kale_woorden(tekst: str) -> tuple[str, ...]:
    """The words of a line without punctuation, as they are compared."""
    return tuple(w.vorm for w in woorden(tekst) if not w.is_leesteken)
