"""Who asks for the data: 'de gemeente vraagt', 'wij kregen van de raad een verzoek', 'hij wil het inzien'."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from intents.model import Grammatica
from intents.tekst import ONS, ZINSEINDE

VERSTE_WERKWOORD = 5
"""Words between a party and the verb that asks."""
VERSTE_TWEEDE = 18
"""Words between a party and a second verb of the same subject: '... en vraagt'."""
VERSTE_VERZOEK = 12
"""Words after a party in which its letter, call or list may be named."""
_EINDE = ZINSEINDE | {",", "als", "wanneer", "zodra", "indien", "omdat", "terwijl", "nadat", "voordat", "doordat"}
"""Where a clause ends: what comes after it is done by somebody else."""
_HEEFT = frozenset({"heeft", "hebben", "had", "hadden"})


class Verzoek:
    """Answers whether a party asks for data; works on word forms."""

    def __init__(self, woorden: Sequence[str], zinnen: Sequence[int], grammatica: Grammatica) -> None:
        self._w = list(woorden)
        self._zin = list(zinnen)
        self._g = grammatica
        self._v = grammatica.verzoek
        self._over = frozenset(grammatica.overslaan)
        self._vraagt = frozenset(grammatica.vraag_werkwoorden)

    def vraagt_na(self, eind: int) -> bool:
        """Whether the party asks, wants, calls or demands."""
        na = self._stuk(eind, VERSTE_WERKWOORD)
        if _bevat(na, self._v.wil_niet):
            return False
        return (
            _bevat(na, self._g.vraag_werkwoorden)
            or self.heeft_nodig(eind)
            or self.deed_verzoek(eind)
            or self._vraagt_ook(eind)
        )

    def heeft_nodig(self, eind: int) -> bool:
        """'Heeft een lijstje nodig', 'zegt dat ze mijn uitslagen nodig heeft'."""
        na = self._stuk(eind, VERSTE_VERZOEK)
        return bool(na) and na[0] in (*_HEEFT, "zegt") and "nodig" in na and bool(_HEEFT & {na[0], na[-1]})

    def deed_verzoek(self, eind: int) -> bool:
        """'Heeft ons gebeld', 'stuurt mij een vragenlijst'."""
        na = self._na_bepaling(self._stuk(eind, VERSTE_VERZOEK))
        aan_ons = bool(ONS & set(na))
        gevraagd = na[:1] and na[0] in _HEEFT and _noemt(na, self._v.gevraagd)
        om_iets = _noemt(na, self._v.bericht) and _noemt(self._zin_vanaf(eind), self._v.graag)
        gestuurd = na[:1] and na[0] in self._v.stuurt and (om_iets or _noemt(na, self._v.verzoek))
        return aan_ons and bool(gevraagd or gestuurd)

    def _na_bepaling(self, na: list[str]) -> list[str]:
        """'(De therapeut) van een leerling mailt ons': without what only tells whose therapist it is."""
        if not na or na[0] not in ("van", "voor", "bij", "uit"):
            return na
        werkwoord = next((nr for nr, w in enumerate(na) if w in _HEEFT or w in self._v.stuurt), 0)
        return na[werkwoord:] if not _noemt(na[:werkwoord], self._g.modaal) else na

    def vraagt_voor(self, begin: int) -> bool:
        """'Bij een aanvraag wil de gemeente het nummer': the verb that asks stands before its subject."""
        plek = begin - 1
        while plek > 0 and (self._w[plek] in self._over or self._w[plek] in self._v.net):
            plek -= 1
        if plek <= 0 or self._w[plek] not in self._v.wil:
            return False
        eerste = plek
        while eerste and self._zin[eerste - 1] == self._zin[plek] and self._w[eerste - 1] != ",":
            eerste -= 1
        geeft = _bevat(self._zin_vanaf(begin), self._g.geef_werkwoorden)
        return (
            eerste < plek
            and self._w[eerste] in self._v.bijzin
            and not geeft
            and not _bevat(self._w[plek:], self._v.wil_niet)
        )

    def _vraagt_ook(self, eind: int) -> bool:
        """'Heeft een zaak lopen en vraagt': a second verb of the same subject."""
        rest = self._zin_vanaf(eind)[:VERSTE_TWEEDE]
        return any(
            w == "en" and volgende in self._vraagt and volgende not in ("vragen", "vraag")
            for w, volgende in pairwise(rest)
        )

    def wil_dat(self, eind: int) -> bool:
        """'Wil dat wij vertellen': who wants it does not tell."""
        return _bevat(self._stuk(eind, VERSTE_WERKWOORD), self._v.wil_dat)

    def verzoek_van(self, begin: int) -> bool:
        """'Een verzoek van de raad', 'wij krijgen van de gemeente de vraag'."""
        plek = begin - 1
        while plek > 0 and self._w[plek] in self._over and self._w[plek] != "van":
            plek -= 1
        if plek < 0 or self._w[plek] not in ("van", "vanuit"):
            return False
        na = self._stuk(begin, VERSTE_VERZOEK)
        voor = {w for w, z in zip(self._w[:plek], self._zin, strict=False) if z == self._zin[begin]}
        return self._w[plek - 1] in self._v.verzoek or (_noemt(voor, self._v.kreeg) and _noemt(na, self._v.verzoek))

    def ouder_vraagt(self, eind: int) -> bool:
        """Whether a parent asks to know something, and not to keep it quiet."""
        na = self._stuk(eind, VERSTE_VERZOEK)
        return _bevat(na, self._g.ouder_vraagt) and not _bevat(self._zin_vanaf(eind), self._g.stil_houden)

    def vraagt_terug(self) -> int | None:
        """The place of 'die vraagt', 'zij wil weten': the one named before asks."""
        for plek in range(1, len(self._w) - 1):
            if self._w[plek - 1] not in (".", ",", "en", "?", "\n", ";", "maar", "dus", "die"):
                continue
            na = [w for w in self._stuk(plek + 1, 4) if w not in self._v.net][:3]
            if self._w[plek] == "die" and (na[:1] and na[0] in self._vraagt) and not _bevat(na, self._v.wil_niet):
                return plek
            if self._w[plek] in ("die", "hij", "zij", "ze") and _bevat(na, self._g.vraagt_terug):
                return plek
        return None

    def _zin_vanaf(self, plek: int) -> list[str]:
        if plek >= len(self._w) or plek == 0:
            return []
        nummer = self._zin[plek - 1]
        return [w for w, z in zip(self._w[plek:], self._zin[plek:], strict=True) if z == nummer]

    def _stuk(self, eind: int, verste: int) -> list[str]:
        """Words after a place, up to the end of the clause; 'ons als school' goes on."""
        stuk: list[str] = []
        for woord in self._w[eind : eind + verste]:
            if woord in _EINDE and not (woord == "als" and stuk and stuk[-1] in self._g.ik):
                break
            stuk.append(woord)
        return stuk


def _noemt(woorden: Iterable[str], lijst: Iterable[str]) -> bool:
    return not set(woorden).isdisjoint(lijst)


def _bevat(woorden: Sequence[str], uitingen: Iterable[str]) -> bool:
    tekst = f" {' '.join(woorden)} "
    return any(f" {u} " in tekst for u in uitingen)
