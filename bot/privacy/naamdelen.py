"""Reading one name: initials, small words, first name, surname, and where it stops."""

from __future__ import annotations

import re

from bot.privacy import woorden as w
from bot.privacy.tekens import Teken
from bot.privacy.verband import is_ding, is_persoon

_MIDDEN = w.TUSSEN - frozenset(["uit", "in", "op", "aan", "bij", "over", "onder", "du", "oude"])
# A double surname that goes on behind the hyphen: Jansen-de Wit.
_HANGEND = ("-de", "-van", "-den", "-der", "-ter", "-el", "-ten")
# Letters and endings that Dutch words do not have and surnames do.
_NAAMVORM = re.compile(
    r"[şığńłśżźćąęčšžøåñüö]|(?:stra|sma|inga|ink|mans?|ssen|veld|berg|oglu|[cs]ki|[cs]ka|wicz|icz|bicki|yan|dijk|huis|kamp|hoven?|hof"
    r"|land|ova|off|czyk|singh|poulos|escu|ic|sen|aars?|ma|oui|ari|awi|iri|ani|ouf|dou|kumar|persad|bier|sen|[^\W\d_]{3}i)$"
)

# A capital inside a word marks a brand or an organisation: VluchtelingenWerk. Not McDonald, DeVries or Al-Amin.
_MERKVORM = re.compile(r"(?!(?:Mc|Mac|De|Van|Le|La|El|Al|Di|Fitz)[A-Z])[A-Z][a-zà-ÿ]+[A-Z]")
# Towns that are written behind "den".
_STAD = frozenset(["haag", "bosch", "helder", "briel", "bommel", "burg", "ham", "dolder", "oever"])


class Lezer:
    """Reads names from the words of one question; positions are word numbers."""

    def __init__(self, tekst: str, tekens: list[Teken]) -> None:
        self._tekst = tekst
        self._t = tekens

    def gat(self, i: int) -> str:
        """The text between word i and the next."""
        return self._tekst[self._t[i].eind : self._t[i + 1].begin] if i + 1 < len(self._t) else "\n"

    def naast(self, i: int, gaten: tuple[str, ...]) -> bool:
        """True when word i is followed by another word with only one of these gaps between."""
        return self.gat(i) in gaten

    def organisatie(self, i: int) -> bool:
        """True when word i is part of the name of an organisation or a place, or is said to be a thing."""
        return self._org_ervoor(i) or self._org_erachter(i) or self._is_ding(i)

    def _is_ding(self, i: int) -> bool:
        """ "Roos is een groep bij ons", and an organisation named like a person while nothing tells of a person."""
        t = self._t[i]
        if t.klein in w.ORG_ALS_NAAM:
            return self.verder(i + 1) == i + 1 and not is_persoon(self._tekst, t.begin, t.eind, t.start)
        return is_ding(self._tekst, t.eind, t.klein in w.WOORD_NAMEN)

    def _org_ervoor(self, i: int) -> bool:
        t = self._t[i]
        for stap in range(1, 4):
            j = i - stap
            if j < 0 or self.gat(j) not in (" ", " '", ' "', " “", " ‘", "-"):
                return False
            p = self._t[j]
            if p.klein in w.ORG_VOOR:
                return not (p.klein in w.ORG_ZWAK and t.zeker and stap == 1)
            if (p.klein == "het" and not self._heeft_ding(i)) or (p.klein in ("de", "'t") and p.kap and not p.start):
                return True
            if stap > 1 and p.caps and len(p.klein) > 1 and not (t.voor or t.achter):
                return True
            if p.klein in ("de", "'t", "kleine", "grote", "oude", "nieuwe"):
                continue
            if stap == 1 and j and self._t[j - 1].klein in w.ORG_VOOR - w.ORG_ZWAK and (p.voor or not p.vak):
                return True
            if not p.kap or p.vak:
                return False
        return False

    def _heeft_ding(self, i: int) -> bool:
        """The Daan of "het Daan-dossier"."""
        return self.naast(i, ("-",)) and self._t[i + 1].klein in w.NAAMDING

    def _org_erachter(self, i: int) -> bool:
        for j in range(i, min(i + 4, len(self._t) - 1)):
            if self.gat(j) not in (" ", "-"):
                return False
            n = self._t[j + 1]
            if n.kap and n.klein.endswith(("school", "college", "lyceum", "schans")):
                return True
            if n.klein in w.ORG_NA and (
                n.kap or (j == i and not self._t[i].zeker and n.klein in ("college", "school", "lyceum", "stichting"))
            ):
                return True
            if not (n.kap or n.klein in w.TUSSEN):
                return False
        return False

    def hangt(self, i: int) -> bool:
        """The "Visser-de" of "Visser-de Jong"."""
        return self._t[i].klein.endswith(_HANGEND) and i + 1 < len(self._t) and self._t[i + 1].kap

    def onbekend(self, i: int) -> bool:
        """A capitalised word that no list knows and that is no term of the field."""
        if i >= len(self._t):
            return False
        t = self._t[i]
        gewoon = t.caps or t.woord or t.vak or t.beschermd or t.klein in w.ORG_NA or _MERKVORM.match(t.kaal)
        return t.kap and not gewoon and len(t.klein) > 2

    def onbekend_of_naam(self, i: int) -> bool:
        """A capitalised word that may be a given name: on a list of them, or on no list at all."""
        t = self._t[i]
        eigen = t.voor and not (t.vak or t.beschermd or t.caps)
        return (eigen or self.onbekend(i)) and not self.organisatie(i)

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

    def achternaam(self, i: int) -> int:
        """Past a surname that starts with small words at word i, or 0."""
        t = self._t[i]
        if t.klein not in w.TUSSEN_START and t.klein not in ("v", "vd"):
            return 0
        j = self._voorzetsels(i)
        if j == i or j >= len(self._t):
            return 0
        s = self._t[j]
        if (
            (t.klein == "den" and s.klein in _STAD)
            or s.beschermd
            or (s.vak and s.klein not in w.DE_NAMEN | w.ACHTERNAMEN)
            or self.organisatie(i)
            or (self.organisatie(j) and t.klein != "de")
        ):
            return 0
        return self.verder(j + 1) if self._achternaam_telt(i, j) else 0

    def _achternaam_telt(self, i: int, j: int) -> bool:
        s = self._t[j]
        if self._echt_tussen(i, j):
            return (s.achter and (s.kap or not s.vak or (self._t[i].klein == "van" and s.klein in w.ACHTERNAMEN))) or (
                s.kap and not s.vak and (not s.woord or self._t[j - 1].klein == "der") and s.klein not in _STAD
            )
        eerste = self._t[i]
        if [t.kaal for t in self._t[i:j]] == ["van"] and s.voor:
            return False
        if [t.klein for t in self._t[i:j]] == ["de"]:
            kaps_de = eerste.kap and not eerste.start
            if s.klein in w.DE_NAMEN:
                return s.kap or s.klein == "vries"
            return s.kap and s.achter and not s.woord and not s.plaats and not kaps_de
        if not s.kap:
            return False
        return s.achter and not s.plaats and (not s.woord or (eerste.kap and not eerste.start) or s.klein in w.BEROEP)

    def naam(self, j: int, *, sterk: bool) -> int:
        """Past the name expected at word j (behind a title or a role), or j when there is none."""
        if j >= len(self._t) or (j and self.gat(j - 1) not in (" ", ". ", ".", ": ", " - ", " (", ' "', " '", ", ")):
            return j
        eind = self.voorletters(j)
        if eind:
            return eind
        k = self._voorzetsels(j)
        if k >= len(self._t):
            return j
        goed = self._basis(k, sterk) if k == j else self._na_tussen(j, k, sterk)
        return self.verder(k + 1) if goed else j

    def _na_tussen(self, j: int, k: int, sterk: bool) -> bool:
        t = self._t[k]
        if t.beschermd or (self._t[k].plaats and not sterk and not t.achter):
            return False
        if [x.klein for x in self._t[j:k]] == ["van"] and not sterk and ((t.voor and not t.achter) or not t.achter):
            return False
        if t.vak and t.klein not in w.DE_NAMEN and t.klein not in w.ACHTERNAMEN:
            return False
        if t.kap:
            return (
                t.achter
                or sterk
                or self._echt_tussen(j, k)
                or (not t.woord and self._t[j].klein not in ("van", "de", "den"))
            )
        return t.achter and (not t.woord or self._echt_tussen(j, k) or (sterk and t.klein in w.ACHTERNAMEN))

    def _basis(self, k: int, sterk: bool) -> bool:
        t = self._t[k]
        if len(t.klein) == 1 or (t.beschermd and not (sterk and (t.voor or t.achter))) or self._org_erachter(k):
            return False
        if t.kap:
            return self._basis_kap(t, sterk)
        if t.zeker:
            return True
        if t.vak or t.klein in w.MAANDNAMEN or t.klein in w.GEVAAR:
            return False
        if t.klein in w.WOORD_NAMEN or (sterk and t.klein in w.ACHTERNAMEN):
            return True
        return t.achter and not t.woord and not t.plaats and len(t.klein) > 3

    def _basis_kap(self, t: Teken, sterk: bool) -> bool:
        if t.klein in w.WOORD_NAMEN or t.klein in ("jan", "wil") or t.klein in w.ACHTERNAMEN:
            return True
        if t.vak or t.klein in w.ORG_VOOR or (t.caps and not (t.voor or t.achter)):
            return False
        if t.plaats and not (t.voor or t.achter):
            return False
        return sterk or t.voor or t.achter or not t.woord
