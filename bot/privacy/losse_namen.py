"""Names that nothing announces: a first name, a surname, a nickname or an unknown word that does what a person does."""

from __future__ import annotations

import re

from bot.privacy import woorden as w
from bot.privacy.naamdelen import Naam
from bot.privacy.naamlezer import Lezer
from bot.privacy.tekens import Teken
from bot.privacy.verband import doet_als_persoon, heeft_iets, is_persoon

_NA_START = re.compile(
    r" (?:heeft|is|wil|zit|spijbelt|krijgt|woont|gaat|komt|wordt|kan|en (?:zijn|haar|[A-Z])|uit|zei"
    r"|zegt|had|was|doet|moet|mag|weigert|belde|mailde|vroeg|loopt|slaat|snijdt|huilt|rookt|blowt|liegt|steelt)(?:\b"
    r"|(?<=[A-Z]))"
)
_KLAS = re.compile(
    r" (?:uit|van|in) (?:de )?(?:(?:klas |groep |mavo |havo |vwo |brugklas |gr?\.? ?)?\d(?: ?(?:[a-zA-Z]|havo|vwo"
    r"|vmbo|mavo|kader|basis|mbo))?\b|(?:kleuter|peuter|brug)(?:klas|groep)\b)(?! ?(?:uur|jaar|weken|jul|dec))"
)


class LosseNamen:
    """Judges the words of one question one by one."""

    def __init__(self, tekst: str, tekens: list[Teken], lezer: Lezer) -> None:
        self._tekst = tekst
        self._t = tekens
        self._lees = lezer

    def begin(self, i: int) -> int:
        """Where a name found at word i starts: "Lange Lou", "A Visser" and "A. en B. Visser" begin earlier."""
        if i > 1 and self._t[i - 1].klein == "en" and self._lees.voorletter(i - 2):
            return i - 2
        if i == 0 or not self._lees.naast(i - 1, (" ",)):
            return i
        vorig = self._t[i - 1]
        if vorig.klein in w.BIJNAAM:
            return i - 1 if vorig.kap or i == 1 or self._t[i - 2].klein not in w.LIDWOORD else i
        return i - 1 if vorig.kap and len(vorig.klein) == 1 and vorig.klein != "u" else i

    def naam(self, i: int) -> Naam | None:
        """The name at word i, by its own looks and what stands around it."""
        t = self._t[i]
        eind = self._lees.voorletters(i) or self._lees.losse_letters(i) or self._lees.achternaam(i)
        if eind:
            return Naam(self.begin(i), eind)
        woord = t.kap and (t.klein == "wil" or t.klein in w.MAANDNAMEN) and self._heeft_iets(i)
        if t.beschermd or not (
            woord or self._voornaam(i) or self._losse_achternaam(i) or self._bijnaam(i) or self._onbekende(i)
        ):
            return None
        return Naam(self.begin(i), self._lees.verder(i + 1))

    def _voornaam(self, i: int) -> bool:
        t = self._t[i]
        if not t.voor or self._lees.organisatie(i):
            return False
        if not t.kap:
            woordnaam = t.klein in w.WOORD_NAMEN or t.klein == "jan"
            eind = i + 1 if t.zeker else self._lees.verder(i + 1)
            lang = eind > i + 2 and not (t.gewoon or t.vak) and self._t[eind - 1].achter
            return t.zeker or (woordnaam and eind > i + 1) or lang
        if t.klein in w.MAANDNAMEN:
            return self._maandnaam(i)
        if t.vak or (t.caps and not t.zeker):
            return False
        if t.zeker or (
            self._lees.verder(i + 1) > i + 1 and (t.klein not in w.GEVAAR or not t.start or self._heeft_achternaam(i))
        ):
            return True
        return self._twijfelnaam(i)

    def _heeft_achternaam(self, i: int) -> bool:
        laatste = self._t[self._lees.verder(i + 1) - 1]
        return laatste is not self._t[i] and laatste.kap and laatste.achter

    def _twijfelnaam(self, i: int) -> bool:
        """A first name that is also a word or a place."""
        t = self._t[i]
        if i and self._t[i - 1].klein in ("de", "het", "'t", "een"):
            return False
        if t.start:
            gewoon = t.woord or t.klein in w.WOORD_NAMEN or t.klein in w.GEVAAR
            if not gewoon or (t.klein in w.WOORD_NAMEN and _NA_START.match(self._tekst, t.eind)):
                return True
            return not t.gewoon and doet_als_persoon(self._tekst, t.eind)
        if t.plaats and i and self._t[i - 1].klein in ("in", "te", "uit", "naar", "gemeente", "rond", "bij"):
            return False
        return t.klein in w.WOORD_NAMEN or not (t.gewoon or t.klein in w.ORG_NA)

    def _heeft_iets(self, i: int) -> bool:
        """The "Mei" of "Mei haar dossier", and the "Wil" of "Wil heeft gezag"."""
        t = self._t[i]
        if i and self._t[i - 1].klein in w.MAANDCUE - {"van", "voor"}:
            return False
        return heeft_iets(self._tekst, t.eind, t.klein == "wil")

    def _maandnaam(self, i: int) -> bool:
        t = self._t[i]
        eind = self._lees.verder(i + 1)
        if eind > i + 1 and (self._t[eind - 1].voor or self._t[eind - 1].achter):
            return True
        voor_cijfer = re.match(r"\.? ?'?\d", self._tekst[t.eind : t.eind + 4]) or re.search(
            r"\d\.? ?$", self._tekst[max(0, t.begin - 4) : t.begin]
        )
        cue = i > 0 and self._t[i - 1].klein in w.MAANDCUE - {"voor", "van", "en"}
        return t.klein == "jan" and not voor_cijfer and not cue

    def _losse_achternaam(self, i: int) -> bool:
        t = self._t[i]
        if not (t.kap and t.achter) or t.vak or t.caps or self._lees.organisatie(i):
            return False
        if not t.woord:
            alleen = len(self._t) == 1  # a place is no question, a name alone is what somebody types to look it up
            return not t.plaats or alleen or doet_als_persoon(self._tekst, t.eind)
        vorig = self._t[i - 1].klein if i else ""
        if self._lees.hangt(i):
            return True
        return t.klein in w.BEROEP and not t.start and vorig not in ("de", "het", "een", "")

    def _bijnaam(self, i: int) -> bool:
        """ "Bolle uit 3B": a capitalised word with a class behind it."""
        t = self._t[i]
        if (
            not t.kap
            or t.caps
            or t.vak
            or t.plaats
            or self._lees.organisatie(i)
            or not _KLAS.match(self._tekst, t.eind)
        ):
            return False
        if not t.start or not t.woord:
            return True
        klas = _KLAS.match(self._tekst, t.eind)
        return klas is not None and doet_als_persoon(self._tekst, klas.end())

    def _onbekende(self, i: int) -> bool:
        """A capitalised word no list knows, doing what a person does, or a pair of such words."""
        if not self._lees.onbekend(i) or self._t[i].plaats or self._lees.organisatie(i):
            return False
        t = self._t[i]
        if is_persoon(self._tekst, t.begin, t.eind, t.start):
            return True
        if self._heeft_achternaam(i):
            return True
        j = i + 1
        if j < len(self._t) and self._t[j].klein in w.VOORVOEGSEL and self._lees.onbekend(self._lees.tussen(j)):
            return True
        paar = j < len(self._t) and self._lees.naast(i, (" ",)) and self._lees.onbekend(j)
        return paar and not self._t[j].plaats and self._t[j].klein not in w.ORG_NA
