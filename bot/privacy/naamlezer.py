"""Whether a name stands at a word: of a person behind a title, a role or small words, or of an organisation."""

from __future__ import annotations

import re

from bot.privacy import woorden as w
from bot.privacy.naamdelen import Naamdelen
from bot.privacy.tekens import Teken
from bot.privacy.verband import is_ding, is_persoon

# A capital inside a word marks a brand or an organisation: VluchtelingenWerk. Not McDonald, DeVries or Al-Amin.
_MERKVORM = re.compile(r"(?!(?:Mc|Mac|De|Van|Le|La|El|Al|Di|Fitz)[A-Z])[A-Z][a-zà-ÿ]+[A-Z]")
# Towns that are written behind "den".
_STAD = frozenset(["haag", "bosch", "helder", "briel", "bommel", "burg", "ham", "dolder", "oever"])


class Lezer(Naamdelen):
    """Reads names from the words of one question."""

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
