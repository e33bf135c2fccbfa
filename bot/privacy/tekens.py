"""Words of a question with what the lists know about each of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.privacy import woorden as w
from bot.privacy.lijsten import Lijsten

_WOORD = re.compile(r"(?<!\w)['’`][tT](?!\w)|[^\W\d_]+(?:['’`´-][^\W\d_]+){0,8}['’]?")
_BEZIT = re.compile(r"(?:['’`´]s?)$")
_SAMEN = re.compile(r"[^\W\d_]{2,4}[-'’`´][A-ZÀ-Þ]")
"""Al-Hassan: the small word and the surname written as one."""
_ZINSEINDE = re.compile(r"[.!?:;\n•>\"“]|^$")


def plat(woord: str) -> str:
    """Lower case without accents, to compare names."""
    if woord.isascii():
        return woord.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", woord.casefold()) if not unicodedata.combining(c))


@dataclass(slots=True)
class Teken:
    """One word: where it stands, how it is written, and which lists hold it."""

    begin: int
    eind: int
    kaal: str
    klein: str
    kap: bool
    caps: bool
    start: bool
    voor: bool = False
    zeker: bool = False
    achter: bool = False
    woord: bool = False
    plaats: bool = False
    vak: bool = False
    gewoon: bool = False
    beschermd: bool = False


class Kennis:
    """Answers about single words: is it a first name, a surname, a place, a term of the field?"""

    def __init__(self, lijsten: Lijsten, bekend: Iterable[str]) -> None:
        self._l = lijsten
        self._frases: dict[str, dict[int, set[tuple[str, ...]]]] = {}
        """First word to length to phrases."""
        for frase in (*bekend, *w.BEGRIPPEN):
            delen = tuple(m.group().rstrip("'’").lower() for m in _WOORD.finditer(frase))
            self._leer(delen)
            if len(delen) > 2 and delen[0] in ("de", "het", "'t"):
                self._leer(delen[1:])

    def _leer(self, delen: tuple[str, ...]) -> None:
        if delen:
            self._frases.setdefault(delen[0], {}).setdefault(len(delen), set()).add(delen)

    def is_vak(self, klein: str) -> bool:
        """A function word, or a role, service or term of the field."""
        if klein in w.FUNCTIE or klein in w.DOMEIN or klein in w.ROLLEN or klein in w.TITELS:
            return True
        vorm = klein.endswith(w.DOMEIN_EINDE) or (klein.startswith(w.DOMEIN_BEGIN) and len(klein) > 7)
        return vorm and not self.is_voor(klein) and klein not in self._l.achternamen

    def is_voor(self, klein: str) -> bool:
        """A first name on some list."""
        if klein in self._l.voornamen or klein in w.ECHTE_NAMEN or klein in w.WOORD_NAMEN:
            return True
        return not klein.isascii() and plat(klein) in self._l.voornamen and klein not in self._l.woorden

    def is_zeker(self, klein: str) -> bool:
        """A first name that is hardly ever anything else, so lower case counts as well."""
        if klein in w.ECHTE_NAMEN:
            return True
        if not klein.isascii() and len(klein) > 3 and self.is_voor(klein) and klein not in self._l.woorden:
            return True
        twijfel = klein in w.GEVAAR or klein in w.WOORD_NAMEN or klein in self._l.woorden or klein in self._l.plaatsen
        return len(klein) >= 4 and klein in self._l.voornamen and not twijfel and not self.is_vak(klein)

    def is_woord(self, klein: str) -> bool:
        """An everyday Dutch word."""
        return klein in self._l.woorden and klein not in w.ECHTE_NAMEN

    def stam(self, ruw: str) -> str:
        """The bare word in lower case: without an apostrophe-s, and without the -s of "Daans"."""
        klein = _BEZIT.sub("", ruw.lower())
        if klein[:1] in "'’`":
            return "'t"
        if klein.endswith("s") and len(klein) > 3 and not self.is_voor(klein) and klein not in self._l.woorden:
            kort = klein[:-1]
            if klein not in self._l.achternamen and (self.is_zeker(kort) or (ruw[:1].isupper() and self.is_voor(kort))):
                return kort
        return klein

    def _merk(self, t: Teken) -> None:
        delen = [d for d in t.klein.split("-") if d]
        t.voor = self.is_voor(t.klein) or (len(delen) > 1 and len(delen[0]) > 2 and self.is_zeker(delen[0]))
        t.zeker = self.is_zeker(t.klein) or (len(delen) > 1 and all(self.is_zeker(d) for d in delen))
        t.achter = any(
            d in self._l.achternamen or d in w.ACHTERNAMEN
            for d in (t.klein, *(delen if delen[-1:] and delen[-1] in w.TUSSEN else delen[1:]))
        )
        t.woord = self.is_woord(t.klein) or (len(delen) > 1 and all(self.is_woord(d) for d in delen))
        t.plaats = t.klein in self._l.plaatsen
        samen = len(delen) > 1 and ((self.is_vak(delen[0]) and not t.voor) or delen[-1] in w.DOMEIN - w.MAANDNAMEN)
        t.vak = samen or self.is_vak(t.klein)
        if len(delen) > 1 and delen[0] in w.VOORVOEGSEL and _SAMEN.match(t.kaal):
            t.achter, t.vak = True, False
        t.gewoon = t.klein in self._l.gewoon

    def _bescherm(self, tekens: list[Teken]) -> None:
        """Words that together form a known organisation, place or term are no person."""
        woorden = tuple(t.klein for t in tekens)
        for i, woord in enumerate(woorden):
            for lengte, frases in self._frases.get(woord, {}).items():
                if woorden[i : i + lengte] in frases:
                    for t in tekens[i : i + lengte]:
                        t.beschermd = True

    def _delen(self, m: re.Match[str]) -> Iterator[tuple[int, str]]:
        """A word with its place; "Daan-dossier" falls apart into the name and what it names."""
        ruw = m.group()
        naam, streep, ding = ruw.partition("-")
        if streep and ding.lower() in w.NAAMDING and (self.is_zeker(naam.lower()) or naam.lower() in w.WOORD_NAMEN):
            yield m.start(), naam
            yield m.start() + len(naam) + 1, ding
        else:
            yield m.start(), ruw

    def tekens(self, tekst: str) -> list[Teken]:
        """Split a text into words and look each of them up."""
        uit: list[Teken] = []
        vorig = 0
        for m in _WOORD.finditer(tekst):
            for begin, ruw in self._delen(m):
                klein = self.stam(ruw)
                kaal = ruw[: len(klein)] if len(klein) <= len(ruw) else ruw
                start = not uit or bool(_ZINSEINDE.search(tekst[vorig:begin]))
                vorig = begin + len(ruw)
                t = Teken(begin, vorig, kaal, klein, ruw[0].isupper(), len(kaal) > 1 and kaal.isupper(), start)
                self._merk(t)
                uit.append(t)
        self._bescherm(uit)
        if _zonder_kast(uit):
            for t in uit:
                t.kap = t.caps = False
        return uit


def _zonder_kast(tekens: list[Teken]) -> bool:
    """True when capitals say nothing: ALL CAPITALS, or Every Word With A Capital."""
    lang = [t for t in tekens if len(t.kaal) > 1]
    if len(lang) >= 3 and sum(t.caps for t in lang) >= 0.7 * len(lang):
        return True
    functie = sum(t.kap and not t.start and t.klein in w.FUNCTIE for t in tekens)
    return len(lang) >= 4 and functie >= 1 and sum(t.kap for t in lang) >= 0.75 * len(lang)
