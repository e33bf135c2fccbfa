"""Repair of typing errors: what a word was meant to be, judged by the slip and by the words beside it.

A word that is known stays. Nothing is chosen between two concepts, unless the words beside it settle that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from intents.buren import Buren
from intents.leeftijd import GETAL
from intents.spelling import GEWOON, Spelling, moeite
from intents.woordkennis import KORTSTE_KLEIN, VOORZETSELS, Woordkennis
from intents.woordvormen import bestaat

KORTSTE_TYPFOUT = 5
"""Letters a word must have to be repaired whatever stands beside it: shorter ones are too alike."""
KORTSTE_IN_ZIN = 3
"""Letters of a word, and of what it may be repaired to, when the words beside it count too."""
LANGE_TYPFOUT = 8
"""From this length two errors are accepted."""
KORTSTE_SAMENSTELLING, KORTSTE_GOEDE_DEEL = 9, 4
"""Letters of a compound that is looked into for an error, and of its parts."""
ZEKER_LANG, ZELFDE_BEGIN = 11, 5
"""Letters of a word, or that it begins with alike, from which two errors are one word for sure."""
GEBRUIKELIJK = 3
"""Examples that make a word nobody listed a word: fewer are errors made on purpose."""
VEEL_VAKER = 4
"""Times as often that another word must occur for such a word to be an error in that one all the same."""
BESTAAT_PRIOR = -14.0
"""Log of the chance that a Dutch word was meant that is in no example and in no list."""
FOUT_PRIOR = -5.0
"""Log of the chance of an error in such a word."""
MOEILIJKST, ONMOGELIJK = 6.0, 99.0
"""Effort from which a slip is not believed, and of one that is never believed."""
ZONDER_BUREN = 2.0
"""Effort up to which a word is repaired whatever stands beside it."""
KNIP = 4.0
"""Effort of a space forgotten, on the scale of `moeite`."""
BEGRIP_VOOR = 1.0
"""Lead of a word that names a concept."""
RUIM = 2.0
"""Lead over a word with another concept from which the words beside it settle the choice."""
LANGSTE_GETAL_AFSTAND = 2
"""Errors within which another number must not lie: a number is never guessed."""

_TELT = frozenset(GETAL) - {"een"}
"""Numbers: never guessed to be a part of a word, since they change the case."""


@dataclass(frozen=True)
class Kandidaat:
    """What may have been meant."""

    woorden: tuple[str, ...]
    punten: float
    moeite: float
    """How unlikely the slip is."""
    naast: bool
    """Whether an example has it beside the same neighbour."""


class Hersteller:
    """Repairs words; holds no state between questions."""

    def __init__(self, kennis: Woordkennis, buren: Buren, los: Iterable[str]) -> None:
        self._kennis = kennis
        self._buren = buren
        self._los = frozenset(los) | kennis.klein
        """Words that seldom are part of a compound: small words and verbs."""
        self._spelling = Spelling(w for w in sorted(kennis.bekend) if len(w) >= KORTSTE_IN_ZIN and w.isalpha())

    def in_zin(self, vorm: str, voor: str | None, na: str | None) -> tuple[str, ...]:
        """What was meant by a word between two others: itself, another word, or two words typed as one."""
        if len(vorm) < KORTSTE_IN_ZIN or not vorm.isalpha() or self._vertrouwd(vorm):
            return (vorm,)
        kandidaten = sorted(self._kandidaten(vorm, voor, na), key=lambda k: -k.punten)
        if bestaat(vorm):
            return self._bestaand(vorm, kandidaten, voor, na)
        if self._kennis.kent(vorm) or self._kennis.is_samenstelling(vorm):
            eigen = self._kennis.begrippen(vorm)
            kandidaten = [k for k in kandidaten if k.moeite <= GEWOON and self._begrippen(k) == eigen]
        return (self._beste(vorm, kandidaten) if kandidaten else self._in_deel(vorm)) or (vorm,)

    def _vertrouwd(self, vorm: str) -> bool:
        """Whether a word is in the word lists, or in examples enough and no error in a word that is there far more."""
        if vorm in self._kennis.bekend or (bestaat(vorm) and self._kennis.kent(vorm)):
            return True
        keren = self._buren.keren(vorm)
        return keren >= GEBRUIKELIJK and all(
            moeite(vorm, woord) > GEWOON or self._buren.keren(woord) < VEEL_VAKER * keren
            for woord, _ in self._spelling.dichtst(vorm, 1)
        )

    def _bestaand(self, vorm: str, kandidaten: list[Kandidaat], voor: str | None, na: str | None) -> tuple[str, ...]:
        """A Dutch word that no list or example has: what the words on both sides make of it."""
        if voor is None or na is None or self._buren.keren(vorm) or self._kennis.delen(vorm) is not None:
            return (vorm,)
        zelf = BESTAAT_PRIOR + self._buren.kans_na(na)
        slips = (k for k in kandidaten if k.moeite <= GEWOON and k.naast and k.punten + FOUT_PRIOR > zelf)
        return next((k.woorden for k in slips), (vorm,))

    def _kandidaten(self, vorm: str, voor: str | None, na: str | None) -> Iterator[Kandidaat]:
        for woord, _ in self._spelling.dichtst(vorm, self._hoogstens(vorm)):
            kost = ONMOGELIJK if self._is_gok(vorm, woord) else moeite(vorm, woord)
            bonus = BEGRIP_VOOR if self._kennis.begrippen(woord) else 0.0
            punten = self._buren.kans(woord, voor, na) - kost + bonus
            yield Kandidaat((woord,), punten, kost, self._buren.gezien(woord, voor, na))
        if not bestaat(vorm):
            yield from self._losgemaakt(vorm, voor, na)

    def _is_gok(self, vorm: str, woord: str) -> bool:
        """Whether it would become a number while another number is near too."""
        return woord in GETAL and any(
            getal != woord and OSA.distance(vorm, getal) <= LANGSTE_GETAL_AFSTAND for getal in GETAL
        )

    def _in_deel(self, vorm: str) -> tuple[str, ...] | None:
        """A compound with an error in one of its parts: 'schoolinof', 'verzuimgegevesn'."""
        if len(vorm) < KORTSTE_SAMENSTELLING or self._kennis.is_woord(vorm):
            return None
        for knip in range(len(vorm) - KORTSTE_GOEDE_DEEL, KORTSTE_GOEDE_DEEL - 1, -1):
            voor, kop = vorm[:knip], vorm[knip:]
            if self._kennis.begrippen(voor) and (beter := self._deel(kop)):
                return (voor + beter,)
            if self._kennis.begrippen(kop) and (beter := self._deel(voor)):
                return (beter + kop,)
        return None

    def _deel(self, deel: str) -> str | None:
        """The one word with a concept that a part of a compound was meant to be."""
        lijkt = [w for w, _ in self._spelling.dichtst(deel, 1) if w[0] == deel[0] and moeite(deel, w) <= GEWOON]
        met_begrip = [w for w in lijkt if len(w) >= KORTSTE_GOEDE_DEEL and self._kennis.begrippen(w)]
        return met_begrip[0] if len({self._kennis.begrippen(w) for w in met_begrip}) == 1 else None

    def _losgemaakt(self, vorm: str, voor: str | None, na: str | None) -> Iterator[Kandidaat]:
        """Two words typed as one, of which one is a small word or a verb: 'jeugdbeschermerover', 'degemeente'."""
        for knip in range(len(vorm) - KORTSTE_KLEIN, KORTSTE_KLEIN - 1, -1):
            een, twee = vorm[:knip], vorm[knip:]
            if self._zijn_twee(een, twee):
                punten = self._buren.kans(een, voor, twee) + self._buren.kans(twee, een, na)
                yield Kandidaat((een, twee), punten - self._buren.kans(twee, None, None) - KNIP, KNIP, True)

    def _zijn_twee(self, een: str, twee: str) -> bool:
        """Whether these are words that are written apart."""
        klein = self._kennis.klein
        if {een, twee} & _TELT:
            return False
        if een in klein and self._kennis.staat_op_zich(twee, een in VOORZETSELS):
            return True
        if twee in klein and self._kennis.staat_op_zich(een):
            return True
        return bool((een in self._los or twee in self._los) and self._buren.keren(een, twee))

    def _beste(self, vorm: str, kandidaten: list[Kandidaat]) -> tuple[str, ...] | None:
        """The likeliest, when there is enough to go by and no other concept comes near."""
        beste = next((k for k in kandidaten if k.moeite < MOEILIJKST), None)
        if beste is None:
            return None
        zeker = len(vorm) >= KORTSTE_TYPFOUT and (beste.moeite <= ZONDER_BUREN or _lang_gelijk(vorm, beste.woorden[0]))
        return beste.woorden if (beste.naast or zeker) and not self._strijdig(beste, kandidaten) else None

    def _strijdig(self, beste: Kandidaat, andere: list[Kandidaat]) -> bool:
        """Whether another candidate with another concept is as likely, or nothing beside it speaks for the best."""
        eigen = self._begrippen(beste)
        marge = RUIM if beste.naast else float("inf")
        return any(
            (anders := self._begrippen(k)) and not (eigen and eigen <= anders) and beste.punten - k.punten < marge
            for k in andere
            if eigen or not beste.naast
        )

    def _begrippen(self, kandidaat: Kandidaat) -> frozenset[object]:
        return frozenset(b for w in kandidaat.woorden for b in self._kennis.begrippen(w))

    def _hoogstens(self, vorm: str) -> int:
        return 2 if len(vorm) >= LANGE_TYPFOUT and self._kennis.delen(vorm) is None else 1


def _lang_gelijk(vorm: str, woord: str) -> bool:
    """Whether two words are long, or begin alike for long, so that two errors are no chance likeness."""
    return len(vorm) >= ZEKER_LANG or (len(vorm) >= LANGE_TYPFOUT and vorm[:ZELFDE_BEGIN] == woord[:ZELFDE_BEGIN])
