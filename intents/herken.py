"""Find concepts in a question: literal, inflected, inside compounds, and behind typing errors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from intents.model import Grammatica
from intents.spelling import Spelling
from intents.tekst import Woord, platte_vorm, woorden
from intents.woordenboek import Begripnaam, Vermelding, Woordenboek
from intents.woordvormen import bestaat, sleutel
from intents.zinsgrenzen import Zinsgrenzen

KORTSTE_TYPFOUT = 5
"""Letters a word must have before it can be a typing error: shorter ones are too alike."""
LANGE_TYPFOUT = 8
"""From this length two errors are accepted."""
KORTSTE_BEKENDE_SAMENSTELLING = 9
"""Letters: a shorter word that exists ('persoon') is never taken apart."""
KORTSTE_AANEEN = 9
"""Letters of a word before two parts are joined to it."""
KORTSTE_DEEL = 3
"""Letters of a part of a compound."""
BEGIN = 4
"""Letters that all forms of a word share."""
_LETTERS = re.compile(r"[a-z]+")
KORTSTE_KLEIN = 2
"""Letters of a small word that was typed on to another."""
VOORZETSELS = frozenset(
    {
        "voor",
        "over",
        "door",
        "naar",
        "van",
        "met",
        "bij",
        "uit",
        "aan",
        "per",
        "tot",
        "onder",
        "op",
        "in",
        "om",
        "tegen",
    }
)
"""Small words that compounds may start with."""
_TUSSEN = ("", "s", "en", "e", "-", "s-")


class Gelezen(NamedTuple):
    """A question as it was meant."""

    woorden: tuple[Woord, ...]
    """Typing errors repaired, clipped words in full, stops put where they were left out."""
    sleutels: tuple[str, ...]
    """The key of each word."""
    plat: str
    """The plain form with only the typing errors repaired: what the views on the wording see."""


class Herkenner:
    """Reads a question with the lexicon."""

    def __init__(self, boek: Woordenboek, extra_woorden: Iterable[str], grammatica: Grammatica) -> None:
        self._boek = boek
        self._spreektaal = grammatica.spreektaal
        self._grenzen = Zinsgrenzen(grammatica, self._is_partij)
        self._klein = frozenset(w for w in grammatica.klein if len(w) >= KORTSTE_KLEIN)
        self._begin = frozenset(woord[:BEGIN] for woord in boek.enkel)
        self._voorstuk = frozenset(woord[:tot] for woord in boek.enkel for tot in range(KORTSTE_DEEL, len(woord)))
        bekend = dict.fromkeys((*boek.woorden(), *extra_woorden))
        self._bekend = frozenset(bekend)
        self._spelling = Spelling(w for w in bekend if len(w) >= KORTSTE_TYPFOUT and w.isalpha())

    def kent(self, vorm: str) -> bool:
        """Whether a word or key is in the word lists."""
        return vorm in self._bekend or vorm.isdigit()

    def lees(self, tekst: str) -> Gelezen:
        """A question as words with typing errors repaired."""
        ruw = woorden(tekst)
        beter = {w.vorm: self._verbeterd(w.vorm) for w in ruw if not w.is_leesteken and w.vorm not in self._spreektaal}
        los = (replace(w, vorm=deel) for w in ruw for deel in beter.get(w.vorm) or self._voluit(w.vorm))
        zin = self._grenzen.zet(self._aaneen(los))
        sleutels = tuple(w.vorm if w.is_leesteken else self._sleutel(w.vorm) for w in zin)
        plat = _LETTERS.sub(lambda m: " ".join(beter.get(m[0], (m[0],))), platte_vorm(tekst))
        return Gelezen(zin, sleutels, plat)

    def _aaneen(self, zin: Iterable[Woord]) -> tuple[Woord, ...]:
        """Join a word that was written apart: 'jeugd hulpverlener', 'leerplicht ambtenaar'."""
        uit: list[Woord] = []
        for woord in zin:
            vorige = uit[-1] if uit else None
            los = (
                vorige is None
                or vorige.zin != woord.zin
                or len(woord.vorm) < KORTSTE_DEEL
                or vorige.vorm not in self._voorstuk
                or self._na_klein(vorige, woord)
            )
            samen = "" if los or vorige is None else f"{vorige.vorm}{woord.vorm}"
            if len(samen) >= KORTSTE_AANEEN and samen.isalpha() and sleutel(samen) in self._boek.enkel:
                uit[-1] = replace(woord, vorm=samen)
            else:
                uit.append(woord)
        return tuple(uit)

    def _na_klein(self, vorige: Woord, woord: Woord) -> bool:
        """Whether a preposition stands before a word that says enough alone: 'te ziek voor school'."""
        return vorige.vorm in VOORZETSELS and sleutel(woord.vorm) in self._boek.enkel

    def _voluit(self, vorm: str) -> Sequence[str]:
        """A clipped word in full, which may be several words; a mark stays a mark."""
        return self._spreektaal.get(vorm, vorm).split() or (vorm,)

    def _verbeterd(self, vorm: str) -> tuple[str, ...]:
        return self._losgemaakt(vorm) or (self.herstel(vorm),)

    def _losgemaakt(self, vorm: str) -> tuple[str, str] | None:
        """Two words typed as one, of which one is a small word: 'jeugdbeschermerover', 'degemeente'."""
        if len(vorm) < KORTSTE_TYPFOUT or not vorm.isalpha() or self._is_woord(vorm):
            return None
        for knip in range(len(vorm) - KORTSTE_KLEIN, KORTSTE_KLEIN - 1, -1):
            voor, na = vorm[:knip], vorm[knip:]
            voorop = voor in self._klein and self._staat_op_zich(na, na_voorzetsel=voor in VOORZETSELS)
            if voorop or (na in self._klein and self._staat_op_zich(voor)):
                beide_klein = voor in self._klein and na in self._klein
                return (voor, na) if beide_klein or not self._lijkt_op(vorm) else None
        return None

    def _is_woord(self, vorm: str) -> bool:
        """Whether a word is known, exists, or is a compound of known words."""
        if sleutel(vorm) in self._bekend or vorm in self._bekend or bestaat(vorm):
            return True
        delen = self._delen(vorm)
        return delen is not None and all(delen)

    def _staat_op_zich(self, deel: str, na_voorzetsel: bool = False) -> bool:
        """Whether the rest is a word; after a preposition only a party, since 'aan' and 'op' begin many a real word."""
        if deel in self._klein:
            return True
        if na_voorzetsel:
            return self._is_partij(deel)
        return len(deel) >= KORTSTE_DEEL and (deel in self._bekend or sleutel(deel) in self._boek.enkel)

    def _lijkt_op(self, vorm: str) -> bool:
        """Whether one slip makes it a known word: then it is no two words."""
        return bool(self._spelling.dichtst(vorm, 1))

    def _is_partij(self, vorm: str) -> bool:
        return any(naam.taxonomie == "partijen" for naam in self._boek.enkel.get(sleutel(vorm), ()))

    def _sleutel(self, vorm: str) -> str:
        basis = sleutel(vorm)
        return vorm if basis not in self._bekend and vorm in self._bekend else basis

    def vermeldingen(self, zin: tuple[Woord, ...], sleutels: tuple[str, ...]) -> list[Vermelding]:
        """All concepts named, compounds included, in order."""
        gevonden = self._boek.vind(sleutels)
        gedekt = {i for v in gevonden for i in range(v.begin, v.eind)}
        for plek, woord in enumerate(zin):
            if plek not in gedekt and not woord.is_leesteken:
                gevonden.extend(self._samenstelling(plek, woord.vorm))
        return sorted(gevonden, key=lambda v: (v.begin, v.zwak))

    def herstel(self, vorm: str) -> str:
        """The word without its typing error; a word that exists, or is a compound of known words, is left alone."""
        if len(vorm) < KORTSTE_TYPFOUT or not vorm.isalpha() or self._is_woord(vorm):
            return vorm
        afstand = 2 if len(vorm) >= LANGE_TYPFOUT and self._delen(vorm) is None else 1
        dichtst = self._spelling.dichtst(vorm, afstand)
        return self._kies([term for term, fouten in dichtst if term[0] == vorm[0] or fouten == 1]) or vorm

    def _kies(self, termen: list[str]) -> str | None:
        """The candidate to repair to: one with a concept if there is one, and never a choice between two concepts."""
        met_begrip = {
            frozenset(namen): term
            for term in reversed(termen)
            if (namen := self._boek.enkel.get(term) or self._boek.enkel.get(sleutel(term)))
        }
        if len(met_begrip) > 1:
            return None
        return next(iter(met_begrip.values()), termen[0] if termen else None)

    def _samenstelling(self, plek: int, vorm: str) -> list[Vermelding]:
        delen = self._delen(vorm)
        if delen is None:
            return []
        voor, kop = delen
        uit = [Vermelding(plek, plek + 1, naam, "samenstelling") for naam in kop]
        soorten = {naam.taxonomie for naam in kop}
        uit += [Vermelding(plek, plek + 1, n, "samenstelling", zwak=True) for n in voor if n.taxonomie not in soorten]
        return uit

    def _delen(self, vorm: str) -> tuple[list[Begripnaam], list[Begripnaam]] | None:
        """Concepts of the first part and of the head of a compound; None when it is none."""
        if len(vorm) < KORTSTE_BEKENDE_SAMENSTELLING and bestaat(vorm):
            return None
        beste: tuple[list[Begripnaam], list[Begripnaam]] | None = None
        for knip in range(len(vorm) - KORTSTE_DEEL, KORTSTE_DEEL - 1, -1):
            voor, kop = vorm[:knip].rstrip("-"), vorm[knip:].lstrip("-")
            voorste, koppen = self._voorste(voor), self._namen(kop)
            if voorste and koppen:
                return voorste, koppen
            if voorste and beste is None and bestaat(kop) and len(voor) > KORTSTE_DEEL:
                beste = (voorste, [])
            if koppen and beste is None and bestaat(voor) and len(kop) > KORTSTE_DEEL:
                beste = ([], koppen)
        return beste

    def _voorste(self, voor: str) -> list[Begripnaam]:
        for tussen in _TUSSEN:
            stam = voor.removesuffix(tussen) if tussen else voor
            if len(stam) >= KORTSTE_DEEL and (namen := self._namen(stam)):
                return namen
        return []

    def _namen(self, deel: str) -> list[Begripnaam]:
        """Concepts of one part of a compound; most parts begin like no word of the lexicon, which is seen at once."""
        lijkt = deel[:BEGIN] in self._begin or deel[:KORTSTE_DEEL] in self._begin
        return self._boek.enkel.get(sleutel(deel), []) if lijkt else []
