"""Which option a reply means: by number, by its place in words, or by what it says."""

import re
from collections.abc import Sequence

from bot.antwoord.model import WEET_NIET, OptieRegel
from kennis.zinnen import Zinnen

_NUMMER = re.compile(r"(\d{1,2})\s*[.)]?")
KORTSTE_WOORD = 4
"""Letters of a word that can tell one option from another."""


class Keuzelezer:
    """Reads replies to options; holds no state."""

    def __init__(self, zinnen: Zinnen) -> None:
        self._woorden = zinnen.keuze
        self._weet_niet = {self._kaal(frase) for frase in zinnen.weet_niet.woorden}

    def weet_niet(self, tekst: str) -> bool:
        """Whether someone says not to know; a bare '?' says so too, a mere filler ('graag') does not."""
        kaal = self._kaal(tekst)
        return kaal in self._weet_niet and (bool(kaal) or not woorden_van(tekst))

    def nummer(self, tekst: str, opties: Sequence[OptieRegel]) -> int | None:
        """The number this reply names, counted from 1, by figure, by word or by an option's own words."""
        treffer = _NUMMER.fullmatch(" ".join(self._kaal(tekst))) or _NUMMER.fullmatch(tekst.strip())
        if treffer:
            return int(treffer[1])
        namen = [self._namen(optie) for optie in opties]
        for gezocht in filter(None, (tuple(woorden_van(tekst)), self._kaal(tekst))):
            nr = next((nr for nr, van_optie in enumerate(namen, 1) if gezocht in van_optie), None)
            if nr is not None:
                return nr
        return self._rang(self._kaal(tekst), len(opties))

    def ruim(self, tekst: str, opties: Sequence[OptieRegel]) -> int | None:
        """The only option that has all words of this reply, counted from 1; None when there are more or none."""
        gezegd = set(self._kaal(tekst))
        if not gezegd or max(map(len, gezegd)) < KORTSTE_WOORD:
            return None
        past = [nr for nr, o in enumerate(opties, 1) if o.id != WEET_NIET and gezegd <= set(woorden_van(o.tekst))]
        return past[0] if len(past) == 1 else None

    def _rang(self, kaal: tuple[str, ...], aantal: int) -> int | None:
        """'De tweede', 'twee'."""
        nr = next((nr for nr, woorden in self._woorden.rang.items() if len(kaal) == 1 and kaal[0] in woorden), None)
        return nr if nr is not None and nr <= aantal else None

    def _namen(self, optie: OptieRegel) -> set[tuple[str, ...]]:
        """Ways to type an option: in full, up to the first comma ('ja'), or just 'nee' for 'geen van beide'."""
        heel, begin = woorden_van(optie.tekst), woorden_van(optie.tekst.partition(",")[0])
        kaal = self._kaal(optie.tekst)
        is_nee = optie.id != WEET_NIET and bool(heel) and heel[0] in self._woorden.nee
        return {heel, begin, kaal, *(((nee,) for nee in self._woorden.nee) if is_nee else ())} - {()}

    def _kaal(self, tekst: str) -> tuple[str, ...]:
        """The words that matter for a choice."""
        return tuple(w for w in woorden_van(tekst) if w not in self._woorden.vulsel)


def woorden_van(tekst: str) -> tuple[str, ...]:
    """Words in small letters."""
    return tuple(re.findall(r"\w+", tekst.casefold()))
