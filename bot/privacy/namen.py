"""Person names: the library deduce plus rules for short chat questions."""

from __future__ import annotations

from bot.privacy import woorden as w
from bot.privacy.losse_namen import LosseNamen
from bot.privacy.motor import Naammotor
from bot.privacy.naamdelen import Naam
from bot.privacy.naamlezer import Lezer
from bot.privacy.tekens import Kennis, Teken, plat

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
        self._t = tekens
        self._lees = lezer
        self._los = LosseNamen(tekst, tekens, lezer)

    def alle(self) -> list[Naam]:
        """Names by rule, left to right."""
        uit: list[Naam] = []
        i = 0
        while i < len(self._t):
            naam = self._na_titel(i) or self._na_rol(i) or self._na_cue(i) or self._van_familie(i) or self._los.naam(i)
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
        return Naam(self._los.begin(i + 1), eind) if self._grootte(i) else Naam(i + 1, eind, True)

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
