"""Find concepts in a question: literal, inflected, inside compounds, and behind typing errors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from intents.buren import Buren
from intents.herstel import Hersteller
from intents.model import Grammatica
from intents.tekst import Woord, platte_vorm, woorden
from intents.woordenboek import Vermelding, Woordenboek
from intents.woordkennis import KORTSTE_DEEL, VOORZETSELS, Woordkennis
from intents.woordvormen import sleutel
from intents.zinsgrenzen import Zinsgrenzen

KORTSTE_AANEEN = 9
"""Letters of a word before two parts are joined to it."""
_LETTERS = re.compile(r"[a-z]+")


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

    def __init__(self, boek: Woordenboek, extra_woorden: Iterable[str], grammatica: Grammatica, buren: Buren) -> None:
        self._boek = boek
        self._spreektaal = grammatica.spreektaal
        self._kennis = Woordkennis(boek, extra_woorden, grammatica)
        self._hersteller = Hersteller(self._kennis, buren, grammatica.geef_werkwoorden)
        self._grenzen = Zinsgrenzen(grammatica, self._kennis.is_partij)
        self._voorstuk = frozenset(woord[:tot] for woord in boek.enkel for tot in range(KORTSTE_DEEL, len(woord)))

    def kent(self, vorm: str) -> bool:
        """Whether a word or key is in the word lists."""
        return vorm in self._kennis.bekend or vorm.isdigit()

    def lees(self, tekst: str) -> Gelezen:
        """A question as words with typing errors repaired."""
        ruw = woorden(tekst)
        beter = self._beter(ruw)
        los = (replace(w, vorm=deel) for w in ruw for deel in beter.get(w.vorm) or self._voluit(w.vorm))
        zin = self._grenzen.zet(self._aaneen(los))
        sleutels = tuple(w.vorm if w.is_leesteken else self._sleutel(w.vorm) for w in zin)
        plat = _LETTERS.sub(lambda m: " ".join(beter.get(m[0], (m[0],))), platte_vorm(tekst))
        return Gelezen(zin, sleutels, plat)

    def _beter(self, zin: Sequence[Woord]) -> dict[str, tuple[str, ...]]:
        """Each word as it was meant, judged with the words beside it."""
        uit: dict[str, tuple[str, ...]] = {}
        vormen = [w.vorm for w in zin if not w.is_leesteken]
        voor: str | None = None
        for vorm, na in zip_longest(vormen, vormen[1:]):
            if vorm not in uit and vorm not in self._spreektaal:
                uit[vorm] = self._hersteller.in_zin(vorm, voor, na)
            voor = (uit.get(vorm) or self._voluit(vorm))[-1]
        return uit

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

    def _sleutel(self, vorm: str) -> str:
        basis = sleutel(vorm)
        return vorm if basis not in self._kennis.bekend and vorm in self._kennis.bekend else basis

    def vermeldingen(self, zin: tuple[Woord, ...], sleutels: tuple[str, ...]) -> list[Vermelding]:
        """All concepts named, compounds included, in order."""
        gevonden = self._boek.vind(sleutels)
        gedekt = {i for v in gevonden for i in range(v.begin, v.eind)}
        for plek, woord in enumerate(zin):
            if plek not in gedekt and not woord.is_leesteken:
                gevonden.extend(self._samenstelling(plek, woord.vorm))
        return sorted(gevonden, key=lambda v: (v.begin, v.zwak))

    def herstel(self, vorm: str) -> str:
        """A word by itself without its typing error."""
        return " ".join(self._hersteller.in_zin(vorm, None, None))

    def _samenstelling(self, plek: int, vorm: str) -> list[Vermelding]:
        delen = self._kennis.delen(vorm)
        if delen is None:
            return []
        voor, kop = delen
        uit = [Vermelding(plek, plek + 1, naam, "samenstelling") for naam in kop]
        soorten = {naam.taxonomie for naam in kop}
        uit += [Vermelding(plek, plek + 1, n, "samenstelling", zwak=True) for n in voor if n.taxonomie not in soorten]
        return uit
