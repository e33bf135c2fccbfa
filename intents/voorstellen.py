"""How askers tell who they are: 'ik ben ...', 'bij ons op het ...', '... hier', a heading above the question."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from intents.model import Grammatica
from intents.tekst import VOEGWOORDEN, WIJ

VERSTE_VOORSTEL = 7
"""Words before a party in which the asker may introduce himself."""
VERSTE_OMKERING = 4
"""Words after a workplace in which 'I' must follow: 'op het stadhuis werk ik'."""
LANGSTE_KOPJE = 8
"""Words of a heading that says who asks: 'medewerker van het wijkteam: mag ik ...'."""
_PLEK = frozenset({"op", "in", "bij", "van", "voor", "vanuit", "binnen", "namens"})
_BEGIN = frozenset({"op", "in", "bij", "vanuit", "binnen", "namens"})
_KOPJE_EINDE = frozenset({".", ":", "!", "\n"})


class Voorstelling:
    """Answers whether the asker says to be a party; works on word forms."""

    def __init__(self, woorden: Sequence[str], zinnen: Sequence[int], grammatica: Grammatica) -> None:
        self._w = list(woorden)
        self._zin = list(zinnen)
        self._g = grammatica
        self._over = frozenset(grammatica.overslaan)
        self._modaal = frozenset(grammatica.modaal)
        self._werkt = frozenset(grammatica.eigen_werkwoorden)
        self._kopje = frozenset((*grammatica.kopje_woorden, *_PLEK, *self._over))

    def stelt_zich_voor(self, begin: int, eind: int) -> bool:
        """Whether the asker says to be this party: 'ik ben ...', 'als ...', '... hier', 'ik sta op de ...'."""
        if self._is_voorwaarde(begin, eind):
            return False
        if self._na_ik(begin) or (self._is_hier(eind) and not self._na_voorzetsel(begin)):
            return True
        return self._na_opening(begin) or self._noemt_plek(begin) or self._begint_met_plek(begin, eind)

    def _is_hier(self, eind: int) -> bool:
        """'Mentor hier', also with a place: 'mentor in Soest hier'."""
        na = self._w[eind : eind + 3]
        return na[:1] == ["hier"] or (len(na) > 2 and na[0] in ("in", "uit", "te") and na[2] == "hier")

    def _na_ik(self, begin: int) -> bool:
        """'Ik mentor', and with a comma: 'wij, een zorgboerderij'."""
        voor = self._w[max(0, begin - 3) : begin]
        if len(voor) > 1 and voor[-1] in self._over and voor[-2] == ",":
            return voor[0] in WIJ
        return voor[-1:] == ["ik"] and (len(voor) < 2 or voor[-2] in VOEGWOORDEN)

    def _is_voorwaarde(self, begin: int, eind: int) -> bool:
        """'Als de raad belt' is a condition, 'als raadsonderzoeker' says who one is."""
        plek = begin - 1
        while plek > 0 and self._w[plek] in self._over:
            plek -= 1
        if plek < 0 or self._w[plek] != "als" or (plek and self._w[plek - 1] in self._g.ik):
            return False
        if WIJ & set(self._w[eind : eind + 2]):
            return False
        vraagt = set(self._g.vraag_werkwoorden) & set(self._w[eind : eind + VERSTE_OMKERING])
        return bool({"de", "het", "die"} & set(self._w[plek + 1 : begin]) or vraagt)

    def _na_voorzetsel(self, begin: int) -> bool:
        """'Tegen de docenten hier' is somebody else."""
        voor = [w for w in self._w[max(0, begin - 3) : begin] if w not in self._over]
        return bool(voor) and voor[-1] in (*self._g.naar_voorzetsels, *self._g.van_voorzetsels)

    def _na_opening(self, begin: int) -> bool:
        """'Ik werk als', 'ben', 'namens' and the like, small words aside."""
        voor = self._w[max(0, begin - VERSTE_VOORSTEL) : begin]
        while voor:
            if _eindigt_op(voor, self._g.ben_ik):
                return True
            if voor[-1] not in self._over and voor[-1] not in ("bij", "op", "van", "in"):
                return False
            voor.pop()
        return False

    def _noemt_plek(self, begin: int) -> bool:
        """'Ik sta op de ...', 'ons op het ...': the first person, then a place."""
        voor = self._w[max(0, begin - VERSTE_VOORSTEL) : begin]
        plek = ""
        while voor and (voor[-1] in self._over or voor[-1] in _PLEK):
            woord = voor.pop()
            plek = woord if woord in _PLEK else plek
            if plek and (_eindigt_op(voor, self._g.ik_werk_er) or self._kale_werkvorm(voor, begin)):
                return True
            if plek in ("op", "in") and _eindigt_op(voor, self._g.wij_zijn_er):
                return True
        return plek == "op" and self._ik_doe_iets(voor, begin)

    def _kale_werkvorm(self, voor: Sequence[str], begin: int) -> bool:
        """'Zit op een roc': without 'I', so only at the start of a sentence."""
        start = next(i for i, z in enumerate(self._zin) if z == self._zin[begin])
        return list(voor[-1:]) in (["zit"], ["sta"]) and self._w[start : start + 1] == list(voor[-1:])

    def _ik_doe_iets(self, voor: Sequence[str], begin: int) -> bool:
        """'Ik draai de zorg op een havo': a task, and where it is done."""
        stuk = [w for w, z in zip(self._w[:begin], self._zin, strict=False) if z == self._zin[begin]]
        start = next((i for i, (a, b) in enumerate(pairwise(stuk)) if a in WIJ and b in self._werkt), None)
        return bool(voor) and start is not None and "," not in stuk[start:] and not self._modaal & set(stuk[start:])

    def _begint_met_plek(self, begin: int, eind: int) -> bool:
        """'Op het stadhuis werk ik', 'vanuit de wijk begeleid ik': a place that opens the sentence, then I."""
        start = begin
        while start and self._zin[start - 1] == self._zin[begin]:
            start -= 1
        voor = self._w[start:begin]
        if not voor or voor[0] not in _BEGIN or any(w not in self._over for w in voor[1:]):
            return False
        na = self._w[eind : eind + VERSTE_OMKERING]
        plek = next((i for i, w in enumerate(na) if w in WIJ), None)
        return plek is not None and bool(self._werkt & set(na[:plek])) and not self._modaal & set(na[:plek])

    def opent_met(self, begin: int) -> bool:
        """Whether the question opens with this place and goes on about us: 'op de groep zit een kind. Mag ik ...'."""
        voor = self._w[:begin]
        opening = bool(voor) and voor[0] in ("op", "in") and all(w in self._over for w in voor[1:])
        return opening and bool(WIJ & set(self._w[begin:]))

    def staat_in_kopje(self, partijen: Iterable[tuple[int, int]]) -> bool:
        """Whether the question opens with nothing but these parties, given by place: 'schoolarts. mag ik ...'."""
        einde = next((i for i, w in enumerate(self._w[: LANGSTE_KOPJE + 1]) if w in _KOPJE_EINDE), None)
        if not einde or einde + 1 >= len(self._w):
            return False
        genoemd = {i for begin, eind in partijen for i in range(begin, eind)}
        rest = [w for i, w in enumerate(self._w[:einde]) if i not in genoemd]
        return bool(genoemd & set(range(einde))) and all(w in self._kopje or w.isdigit() for w in rest)

    def is_mens(self, begin: int, eind: int) -> bool:
        """Whether a heading names somebody, not only an organisation: 'leerplichtambtenaar', 'medewerker swv'."""
        kop = self._w[: self.kopje_einde()]
        return any(w.endswith(self._g.omgang.mens) for w in (*kop, *self._w[begin:eind]))

    def kopje_einde(self) -> int:
        """The place where a heading ends."""
        return next((i for i, w in enumerate(self._w) if w in _KOPJE_EINDE), 0)

    def is_eigen(self, begin: int, begrip: str) -> bool:
        """Whether it is the asker's own organisation: 'onze jeugdhulporganisatie'; 'mijn mentor' is a pupil's."""
        if self._w[begin - 1 : begin] == ["mijn"] and self._w[begin] in self._g.partijen.van_een_leerling:
            return False
        return begin > 0 and self._w[begin - 1] in self._g.bezit and begrip in self._g.partijen.eigen_organisatie

    def is_zelf(self, begin: int, kind: bool) -> bool:
        """Whether the asker is this family member: 'ik ben moeder', 'mag ik als vader'."""
        if kind and self._w[begin] not in self._g.zelf_woorden:
            return False
        for plek in range(begin - 1, max(-1, begin - 3), -1):
            if self._w[plek] == "ben":
                return True
            if self._w[plek] == "als":
                return bool({*self._w[max(0, plek - 1) : plek], *self._w[begin + 1 : begin + 4]} & set(self._g.ik))
            if self._w[plek] not in self._over:
                return False
        return False

    def zegt_wie(self, begin: int) -> bool:
        """Whether the asker is saying who he is: 'ik ben intern begeleider bij'."""
        return bool({"ben", "werk", "zijn"} & set(self._w[max(0, begin - 4) : begin]))


def _eindigt_op(woorden: Sequence[str], uitingen: Iterable[str]) -> bool:
    tekst = f" {' '.join(woorden)}"
    return any(tekst.endswith(f" {u}") for u in uitingen)
