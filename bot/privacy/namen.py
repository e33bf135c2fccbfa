"""Person names: the library deduce plus rules for short chat questions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.privacy import woorden as w
from bot.privacy.motor import Naammotor
from bot.privacy.naamdelen import Lezer
from bot.privacy.tekens import Kennis, Teken, plat
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
_CUE = frozenset(
    [
        "bijnaam",
        "heet",
        "heette",
        "heten",
        "genaamd",
        "genoemd",
        "naam",
        "voornaam",
        "achternaam",
        "roepnaam",
        "namen",
        "noem",
        "noemen",
        "noemt",
    ]
)

_GEEN_DEEL = w.TUSSEN | w.TITELS | w.FUNCTIE


@dataclass(frozen=True)
class Naam:
    """A name in the words of a question: first and past-last word, and whether a role stands in front."""

    van: int
    tot: int
    rol: bool = False


class Namenzoeker:
    """Finds the names of persons in a question."""

    def __init__(self, kennis: Kennis, motor: Naammotor) -> None:
        self._kennis = kennis
        self._motor = motor

    def zoek(self, tekst: str) -> tuple[list[Teken], list[Naam]]:
        """All names, in order, with the words they are made of."""
        tekens = self._kennis.tekens(tekst)
        lezer = Lezer(tekst, tekens)
        zoek = _Zoektocht(tekst, tekens, lezer)
        namen = zoek.alle()
        if any(t.kap for t in tekens):
            namen += zoek.van_deduce(self._motor.personen(tekst), namen)
            namen += zoek.in_rij(namen)
        namen += herhalingen(tekens, namen)
        return tekens, sorted(namen, key=lambda n: n.van)


def naamdelen(tekens: list[Teken], namen: list[Naam]) -> set[str]:
    """The parts of all names found, without small words and words of the field."""
    delen: set[str] = set()
    for n in namen:
        for t in tekens[n.van : n.tot]:
            stukken = [t.klein, *t.klein.split("-")]
            delen.update(plat(s) for s in stukken if len(s) > 1 and (s in w.ACHTERNAMEN or s not in _GEEN_DEEL))
    return delen


def herhalingen(tekens: list[Teken], namen: list[Naam]) -> list[Naam]:
    """Other places where a part of a found name stands: in other case, with -s, first name only."""
    if not namen:
        return []
    delen = naamdelen(tekens, namen)
    bezet = {i for n in namen for i in range(n.van, n.tot)}
    uit = []
    for i, t in enumerate(tekens):
        if i in bezet:
            continue
        vormen = {plat(t.klein), plat(t.kaal), *map(plat, t.klein.split("-"))}
        vormen |= {v[:-1] for v in vormen if v.endswith("s") and len(v) > 3}
        if vormen & delen:
            uit.append(Naam(i, i + 1))
    return uit


class _Zoektocht:
    """One walk over the words of one question."""

    def __init__(self, tekst: str, tekens: list[Teken], lezer: Lezer) -> None:
        self._tekst = tekst
        self._t = tekens
        self._lees = lezer

    def alle(self) -> list[Naam]:
        """Names by rule, left to right."""
        uit: list[Naam] = []
        i = 0
        while i < len(self._t):
            naam = self._na_titel(i) or self._na_rol(i) or self._na_cue(i) or self._van_familie(i) or self._los(i)
            if naam:
                uit.append(naam)
                i = naam.tot
            else:
                i += 1
        return uit

    def van_deduce(self, spannen: list[tuple[int, int]], namen: list[Naam]) -> list[Naam]:
        """What deduce adds, as far as a capitalised, unprotected name stands in it."""
        bezet = {i for n in namen for i in range(n.van, n.tot)}
        uit = []
        for begin, eind in spannen:
            binnen = [i for i, t in enumerate(self._t) if begin <= t.begin and t.begin < eind and i not in bezet]
            goed = [i for i in binnen if self._deduce_telt(i)]
            if goed:
                uit.append(Naam(goed[0], goed[-1] + 1))
        return uit

    def in_rij(self, namen: list[Naam]) -> list[Naam]:
        """ "Aaltje, Geesje en Roelfje": who stands in a row with names is one more, also at the start of a sentence."""
        begin = {n.van for n in namen}
        bezet = {i for n in namen for i in range(n.van, n.tot)}
        uit: list[Naam] = []
        for i in range(len(self._t) - 2, -1, -1):
            j = i + 2 if self._t[i + 1].klein in ("en", "of") else i + 1
            naast = self._lees.naast(i, (" ",) if j > i + 1 else (", ",))
            t = self._t[i]
            if naast and j in begin and i not in bezet and t.kap and not t.plaats and self._lees.onbekend_of_naam(i):
                uit.append(Naam(i, i + 1))
                begin.add(i)
        return uit

    def _deduce_telt(self, i: int) -> bool:
        t = self._t[i]
        naam = t.kap and not t.caps and (t.voor or t.achter) and len(t.klein) > 2
        if t.start and (t.klein in w.WOORD_NAMEN or t.klein in w.GEVAAR):
            return False
        return naam and not (t.vak or t.beschermd or t.woord or t.plaats or self._lees.organisatie(i))

    def _na_titel(self, i: int) -> Naam | None:
        t = self._t[i]
        if t.klein not in w.TITELS or (t.klein == "heer" and (i == 0 or self._t[i - 1].klein != "de")):
            return None
        j = i + 1
        while j < len(self._t) and self._t[j].klein in w.TITELS:
            j += 1
        eind = self._lees.naam(j, sterk=True)
        begin = i - 1 if t.klein in ("heer", "heren", "dames") and i else i
        return Naam(begin, eind) if eind > j else None

    def _na_rol(self, i: int) -> Naam | None:
        if self._t[i].klein not in w.ROLLEN or (
            i + 1 < len(self._t) and self._grootte(i) and self._lees.organisatie(i + 1)
        ):
            return None
        if not self._lees.naast(i, (" ", ": ", ": ", " - ", ' "', " '")):
            return None
        eind = self._lees.naam(i + 1, sterk=False)
        if eind == i + 1:
            return None
        return Naam(self._begin(i + 1), eind) if self._grootte(i) else Naam(i + 1, eind, True)

    def _grootte(self, i: int) -> bool:
        """ "kleine Fien": a size in front of a name instead of a role."""
        return self._t[i].klein in ("kleine", "grote")

    def _na_cue(self, i: int) -> Naam | None:
        t = self._t[i]
        ik_ben = t.klein == "ben" and i > 0 and self._t[i - 1].klein == "ik"
        if not (t.klein in _CUE or ik_ben) or any(x.klein in w.ORG_VOOR for x in self._t[max(0, i - 3) : i]):
            return None
        j, bijnaam = i + 1, t.klein == "bijnaam"
        while j < len(self._t) and self._t[j].klein in ("is", "hij", "ze", "zij", "hem", "haar", "deze", "leerling"):
            bijnaam = bijnaam or (t.klein.startswith("noem") and self._t[j].klein in ("hem", "haar", "ze"))
            j += 1
        eind = self._lees.naam(j, sterk=bijnaam)
        return Naam(j, eind) if eind > j else None

    def _van_familie(self, i: int) -> Naam | None:
        """ "moeder van X" with an X no list knows."""
        if self._t[i].klein != "van" or i == 0 or self._t[i - 1].klein not in w.FAMILIE or i + 1 >= len(self._t):
            return None
        t = self._t[i + 1]
        woordnaam = t.klein in w.WOORD_NAMEN and t.klein not in w.FUNCTIE and not t.beschermd
        if not (self._lees.onbekend(i + 1) or woordnaam) or t.plaats or self._lees.organisatie(i + 1):
            return None
        return Naam(i + 1, self._lees.verder(i + 2))

    def _begin(self, i: int) -> int:
        """Where a name found at word i starts: "Lange Lou", "A Visser" and "A. en B. Visser" begin earlier."""
        if i > 1 and self._t[i - 1].klein == "en" and self._lees.voorletter(i - 2):
            return i - 2
        if i == 0 or not self._lees.naast(i - 1, (" ",)):
            return i
        vorig = self._t[i - 1]
        if vorig.klein in w.BIJNAAM:
            return i - 1 if vorig.kap or i == 1 or self._t[i - 2].klein not in w.LIDWOORD else i
        return i - 1 if vorig.kap and len(vorig.klein) == 1 and vorig.klein != "u" else i

    def _los(self, i: int) -> Naam | None:
        t = self._t[i]
        eind = self._lees.voorletters(i) or self._lees.losse_letters(i) or self._lees.achternaam(i)
        if eind:
            return Naam(self._begin(i), eind)
        woord = t.kap and (t.klein == "wil" or t.klein in w.MAANDNAMEN) and self._heeft_iets(i)
        if t.beschermd or not (
            woord or self._voornaam(i) or self._losse_achternaam(i) or self._bijnaam(i) or self._onbekende(i)
        ):
            return None
        return Naam(self._begin(i), self._lees.verder(i + 1))

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
