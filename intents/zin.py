"""A sentence as words: what stands before and after a place, and which sentence asks."""

from collections.abc import Iterable, Sequence

from intents.model import Grammatica
from intents.tekst import ZINSEINDE, Woord
from intents.verzoek import Verzoek
from intents.voorstellen import Voorstelling
from kennis.model import Vorm

VERSTE_WERKWOORD = 5
"""Words between a party and the verb that tells or keeps silent."""


class Zin:
    """The words of a question, with what can be said of them without knowing any concept."""

    def __init__(self, zin: Sequence[Woord], grammatica: Grammatica) -> None:
        werkwoorden = {*grammatica.geef_werkwoorden, *grammatica.krijg_werkwoorden, *grammatica.lijdend}
        self._w = [f"{w.vorm}n" if w.vorm not in werkwoorden and f"{w.vorm}n" in werkwoorden else w.vorm for w in zin]
        self._zin = [w.zin for w in zin]
        self._g = grammatica
        self.partijen = grammatica.partijen
        self._tekst = f" {' '.join(self._w)} "
        self._naar = frozenset(grammatica.naar_voorzetsels)
        self._van = frozenset(grammatica.van_voorzetsels)
        self._plaats = frozenset(grammatica.plaats_voorzetsels)
        self._over = frozenset(grammatica.overslaan)
        self._modaal = frozenset(grammatica.modaal)
        self._lijdend = frozenset(grammatica.lijdend)
        self.wie = Voorstelling(self._w, self._zin, grammatica)
        self.verzoek = Verzoek(self._w, self._zin, grammatica)

    def bevat(self, uitingen: Iterable[str], plek: int | None = None) -> bool:
        """Whether one of the phrases stands in the question, or in the sentence around a place."""
        tekst = self._tekst if plek is None else f" {' '.join(self._zin_rond(plek))} "
        return any(f" {u} " in tekst for u in uitingen)

    def _zin_rond(self, plek: int) -> list[str]:
        return self._zin_woorden(self._zin[min(plek, len(self._zin) - 1)])

    def _zin_woorden(self, nummer: int) -> list[str]:
        return [w for w, z in zip(self._w, self._zin, strict=True) if z == nummer]

    def _vooraf(self, begin: int, verste: int) -> Iterable[tuple[int, str]]:
        """Words before a place, nearest first, up to the first that is no small word (that one included)."""
        for plek in range(begin - 1, max(-1, begin - 1 - verste), -1):
            yield plek, self._w[plek]
            if self._w[plek] not in self._over and not self._w[plek].isdigit():
                return

    def _na(self, eind: int, verste: int = VERSTE_WERKWOORD) -> str:
        stuk = []
        for woord in self._w[eind : eind + verste]:
            if woord in ZINSEINDE or woord == ",":
                break
            stuk.append(woord)
        return " ".join(stuk)

    def tussen(self, eind: int, begin: int) -> tuple[str, ...]:
        """The words between two places, small words left out."""
        return tuple(w for w in self._w[eind:begin] if w not in self._over or w in self._van)

    def vraagt_toelating(self) -> bool:
        """Whether permission is asked: may, must, can."""
        vraag = self._vraagzin()
        return any(w in self._g.delen_begin for w in vraag)

    def vorm(self) -> Vorm | None:
        """What the question asks for, by its longest tell-tale wording; permission when only 'may' shows."""
        vraag = f" {' '.join(self._vraagzin())} "
        treffers = [(len(u), v) for v, uitingen in self._g.vormen.items() for u in uitingen if f" {u} " in vraag]
        if treffers:
            return max(treffers, key=lambda t: t[0])[1]
        return Vorm.MAG if self.vraagt_toelating() else None

    def vraagt_uitleg(self) -> bool:
        """Whether the sentence that asks opens with who, how, when or what."""
        vraag = self._vraagzin()
        begin = [i for i in range(len(vraag)) if i == 0 or vraag[i - 1] in (",", ":", "en")]
        return any(f"{' '.join(vraag[i : i + 2])} ".startswith(f"{v} ") for i in begin for v in self._g.vraagwoorden)

    def _vraagzin(self) -> list[str]:
        """The words of the sentence that asks: the last one with a question mark, else the last one."""
        return self._zin_woorden(self._vraagnummer())

    def _vraagnummer(self) -> int:
        vragen = [self._zin[i] for i, w in enumerate(self._w) if w == "?"]
        if not vragen:
            vragen = [z for z in dict.fromkeys(self._zin) if self._modaal & set(self._zin_woorden(z)[:2])]
        return vragen[-1] if vragen else (self._zin[-1] if self._zin else 0)

    def in_vraagzin(self, plek: int) -> bool:
        """Whether a place is in the sentence that asks."""
        return self._zin[plek] == self._vraagnummer()
