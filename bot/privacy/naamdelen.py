"""Parts of a name and how they follow each other: initials, small words, first name, surname, and where it stops."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.privacy import woorden as w
from bot.privacy.tekens import Teken

_MIDDEN = w.TUSSEN - frozenset(["uit", "in", "op", "aan", "bij", "over", "onder", "du", "oude"])
# A double surname that goes on behind the hyphen: Jansen-de Wit.
_HANGEND = ("-de", "-van", "-den", "-der", "-ter", "-el", "-ten")
# Letters and endings that Dutch words do not have and surnames do.
_NAAMVORM = re.compile(
    r"[şığńłśżźćąęčšžøåñüö]|(?:stra|sma|inga|ink|mans?|ssen|veld|berg|oglu|[cs]ki|[cs]ka|wicz|icz|bicki|yan|dijk|huis|kamp|hoven?|hof"
    r"|land|ova|off|czyk|singh|poulos|escu|ic|sen|aars?|ma|oui|ari|awi|iri|ani|ouf|dou|kumar|persad|bier|sen|[^\W\d_]{3}i)$"
)


@dataclass(frozen=True)
class Naam:
    """A name in the words of a question: first and past-last word, and whether a role stands in front."""

    van: int
    tot: int
    rol: bool = False


class Naamdelen:
    """The words of one question as parts of names; positions are word numbers."""

    def __init__(self, tekst: str, tekens: list[Teken]) -> None:
        self._tekst = tekst
        self._t = tekens

    def gat(self, i: int) -> str:
        """The text between word i and the next."""
        return self._tekst[self._t[i].eind : self._t[i + 1].begin] if i + 1 < len(self._t) else "\n"

    def naast(self, i: int, gaten: tuple[str, ...]) -> bool:
        """True when word i is followed by another word with only one of these gaps between."""
        return self.gat(i) in gaten

    def hangt(self, i: int) -> bool:
        """The "Visser-de" of "Visser-de Jong"."""
        return self._t[i].klein.endswith(_HANGEND) and i + 1 < len(self._t) and self._t[i + 1].kap

    def tussen(self, i: int) -> int:
        """Past the small words ("van der") that start at word i."""
        grens = min(len(self._t), i + 4)
        while i < grens and self._tussenwoord(i) and self.naast(i, (" ", ". ", ".", "-", "/")):
            i += 1
        return i

    def _tussenwoord(self, i: int) -> bool:
        t = self._t[i]
        return t.klein in _MIDDEN or (t.kap and not t.start and t.klein == "oude")

    def _v_d(self, i: int) -> int:
        """Past "v.d." and "v/d", which fall apart into single letters."""
        if (
            i + 1 < len(self._t)
            and self._t[i].klein == "v"
            and self._t[i + 1].klein == "d"
            and self.gat(i) in (".", "/", ". ")
        ):
            return i + 2
        return i + 1 if i < len(self._t) and self._t[i].klein == "vd" else i

    def _voorzetsels(self, i: int) -> int:
        j = self._v_d(i)
        return j if j > i else self.tussen(i)

    def verder(self, k: int) -> int:
        """Past everything that still belongs to a name of which the word before k is a part."""
        grens = min(len(self._t), k + 12)
        while 0 < k < grens and self.naast(k - 1, (" ", "-", " - ")):
            if self._letter(k) and self._v_d(k) == k:
                k += 1
                continue
            if self._t[k - 1].klein.endswith(_HANGEND) and (self._t[k].achter or self._t[k].kap):
                k += 1
                continue
            j = self._voorzetsels(k)
            if j < len(self._t) and (self._vervolg(j, k) if j > k else self._vervolgnaam(k)):
                k = j + 1
                continue
            break
        return k

    def _letter(self, k: int) -> bool:
        """The B of "Sem B."."""
        t = self._t[k]
        na = self._tekst[t.eind : t.eind + 1]
        return len(t.klein) == 1 and t.klein.isalpha() and t.klein != "u" and (t.kap or na == ".") and not na.isdigit()

    def _vervolg(self, j: int, k: int) -> bool:
        """A surname behind small words."""
        t = self._t[j]
        if t.beschermd or (t.vak and not (t.kap and t.klein in w.ACHTERNAMEN) and not self._echt_tussen(k, j)):
            return False
        if t.kap:
            return not t.vak or t.klein in w.ACHTERNAMEN if not t.plaats or t.achter else False
        return (t.achter and (not t.gewoon or t.klein in w.ACHTERNAMEN)) or (
            self._echt_tussen(k, j) and (t.achter or (not t.woord and not t.vak))
        )

    def _echt_tussen(self, k: int, j: int) -> bool:
        """Small words that only occur in surnames: van der, van den, v.d., el, ten, ter."""
        kleine = {t.klein for t in self._t[k:j]}
        return bool(kleine & {"der", "v", "vd", "el", "ter", "ten", "ait", "aït"}) or {"van", "den"} <= kleine

    def _vervolgnaam(self, k: int) -> bool:
        """A surname or second first name right behind a first name."""
        t = self._t[k]
        if t.beschermd:
            return False
        if t.kap:
            return (
                t.klein in w.ACHTERNAMEN
                or (not t.vak and not t.caps)
                or (t.caps and (t.zeker or (t.achter and not t.woord and not t.vak)))
            )
        if (t.vak and t.klein not in w.ACHTERNAMEN) or t.klein in w.NIET_LOS or t.klein in w.FUNCTIE:
            return False
        if t.zeker or t.klein in w.ACHTERNAMEN or (not t.woord and _NAAMVORM.search(t.klein)):
            return True
        return t.achter and not t.gewoon and len(t.klein) > 3

    def voorletter(self, i: int) -> bool:
        """The A of "A. en B. Visser"."""
        t = self._t[i]
        return len(t.klein) == 1 and t.kap and self.gat(i) in (". ", " ")

    def voorletters(self, i: int) -> int:
        """Past a name that starts with initials at word i, or 0."""
        j = i
        grens = min(len(self._t), i + 6)
        while j < grens and len(self._t[j].klein) == 1 and self._t[j].kap and self.gat(j) in (".", ". ", " "):
            j += 1
        if j == i or (self._t[i].klein == "u" and self.gat(i) == " "):
            return 0
        punt = self.gat(i)[0] == "."
        k = self._voorzetsels(j)
        if k >= len(self._t) or not self._t[k].kap or self._t[k].vak or self._t[k].beschermd or self._t[k].caps:
            return 0
        t = self._t[k]
        goed = t.achter or t.voor or (punt and not t.woord) or (punt and k > j)
        goed = goed and (punt or (k > j and t.achter) or (t.achter and not t.woord))
        return (
            self.verder(k + 1) if (goed and not t.start | (k > j)) or (goed and punt and self.gat(k - 1) != "\n") else 0
        )

    def losse_letters(self, i: int) -> int:
        """Past "A.J." standing alone, or past "p. de graaf" in small letters, or 0."""
        j = i
        while (
            j < len(self._t)
            and len(self._t[j].klein) == 1
            and self._tekst[self._t[j].eind : self._t[j].eind + 1] == "."
        ):
            j += 1
            if self.gat(j - 1) != ".":
                break
        letters = "".join(t.klein for t in self._t[i:j])
        if not letters or letters in w.AFKORTING or letters in w.DOMEIN:
            return 0
        if len(letters) > 1 and all(t.kap for t in self._t[i:j]):
            return self.verder(j)
        return self._klein_vervolg(j)

    def _klein_vervolg(self, j: int) -> int:
        """Past a surname in small letters behind an initial, or 0."""
        k = self._voorzetsels(j)
        if k >= len(self._t) or self.gat(j - 1) not in (". ", ".") or self._t[k].beschermd:
            return 0
        t = self._t[k]
        goed = t.achter and not t.vak and (not t.woord or k > j or t.klein in w.ACHTERNAMEN)
        return self.verder(k + 1) if goed else 0
