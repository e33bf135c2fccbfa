"""Dates of birth: which dates are one, and the age that may stay in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.privacy.soorten import Soort, Vondst

_MAANDEN = {
    naam: nr
    for nr, namen in enumerate(
        (
            "jan januari",
            "feb februari",
            "mrt maart mar",
            "apr april",
            "mei",
            "jun juni",
            "jul juli",
            "aug augustus",
            "sep sept september",
            "okt oktober",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for naam in namen.split()
}
_MAAND = "|".join(sorted(_MAANDEN, key=len, reverse=True))
_VORMEN = (
    re.compile(r"(?<![\d.-])(?P<j>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d-])"),
    re.compile(r"(?<![\d.-])(?P<d>\d{1,2}) ?[-/.] ?(?P<m>\d{1,2}) ?[-/.] ?(?P<j>(?:19|20)?\d\d)(?![\d-])"),
    re.compile(r"(?<![\d.-])(?P<d>\d{1,2}) (?P<m>\d{1,2}) (?P<j>(?:19|20)\d\d)(?![\d-])"),
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})(?:e|ste|de)?[ -]?(?P<n>"
        + _MAAND
        + r")\b\.?(?:[ -]?'?(?P<j>(?:19|20)\d\d|\d\d(?!\d| ?uur| ?jaar)))?",
        re.I,
    ),
    re.compile(r"(?<![\d\w])(?P<n>" + _MAAND + r")\b\.?,? (?P<j>(?:19|20)\d\d)(?!\d)", re.I),
    re.compile(r"(?<!\d)(?P<d>\d\d)(?P<m>\d\d)(?P<j>(?:19|20)\d\d)(?!\d)"),
)
_GETAL = (
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|\w+tien|(?:\w+en)?twintig|"
    r"(?:een[eë]n)?dertig|eerste|tweede|derde|\w{2,12}(?:de|ste))"
)
_IN_WOORDEN = re.compile(
    r"\b" + _GETAL + r" (?:" + _MAAND + r")\b(?: (?:tweeduizend|twintig|negentien)\w*(?: (?:en )?\w*"
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|tig))?| (?:19|20)\d\d)?",
    re.I,
)
"""A date written out; it only counts behind a word of birth."""
_GEBOORTE = re.compile(r"(?:\bgeb\b|gebor|geboort|gebdat|verjaar|\bjarig|\bg\.d\.|\bdob\b|birth)", re.I)
_KOP = re.compile(r"(?:,? ?\(?(?:die )?\b(?:geboren|geb\.?)(?: (?:is|op|in|te|d\.?d\.?|dd))?:?) ?$", re.I)
_ZAAK = re.compile(
    r"(?:convenant|getekend|ondertekend|\bwet\b|versie|vanaf|\bper|sinds|\bvoor|\btot(?: en met)?"
    r"|t/m|\bna|\bd\.?d\.?|afspraak|overleg|"
    r"beschikking|indicatie|toestemming|brief|verslag|mdo|gesprek|ingang|ziek|verzuim|absent|afwezig"
    r"|incident|melding|datum|uiterlijk|"
    r"rond|gisteren|vandaag|morgen|vergadering|afgegeven|geldig|loopt)\D{0,14}$",
    re.I,
)
_KIND = re.compile(
    r"\b(?:leerling|kind|zoon|dochter|jongen|meisje|student|peuter|kleuter|jongere|baby|broer\w*"
    r"|zus\w*|pleegkind)\W{1,3}$|\b(?:hij|zij|ze|leerling|kind|jongen|meisje|zoon|dochter|broer|zus) is van $",
    re.I,
)


@dataclass(frozen=True)
class _Datum:
    begin: int
    eind: int
    dag: date | None
    vol: bool


def _eeuw(jaar: int, vandaag: date) -> int:
    if jaar > 99:
        return jaar
    return 2000 + jaar if 2000 + jaar <= vandaag.year else 1900 + jaar


def _lees(m: re.Match[str], vandaag: date) -> _Datum:
    g = m.groupdict()
    maand = int(g["m"]) if g.get("m") else _MAANDEN[g["n"].lower()]
    if not g["j"]:
        return _Datum(m.start(), m.end(), None, False)
    try:
        dag: date | None = date(_eeuw(int(g["j"]), vandaag), maand, int(g.get("d") or 1))
    except ValueError:
        dag = None
    return _Datum(m.start(), m.end(), dag, "d" in g)


def leeftijd(geboren: date, vandaag: date) -> int:
    """Whole years between two dates."""
    return vandaag.year - geboren.year - ((vandaag.month, vandaag.day) < (geboren.month, geboren.day))


def _alle(tekst: str, vandaag: date) -> Iterator[_Datum]:
    bezet: set[int] = set()
    for vorm in _VORMEN:
        for m in vorm.finditer(tekst):
            if m.start() not in bezet:
                bezet.update(range(m.start(), m.end()))
                yield _lees(m, vandaag)


def _is_geboorte(tekst: str, d: _Datum, naameinden: list[int], vandaag: date) -> bool:
    """A birth cue decides; else a plausible date beside a name or a child, unless it dates something else."""
    voor = tekst[max(0, d.begin - 32) : d.begin]
    cue = _GEBOORTE.search(voor) or _GEBOORTE.search(tekst[d.eind : d.eind + 12])
    if cue:
        return True
    if not d.vol or _ZAAK.search(voor):
        return False
    naast = any(0 <= d.begin - e <= 14 for e in naameinden) or _KIND.search(voor) is not None
    jong = d.dag is not None and 1 <= leeftijd(d.dag, vandaag) <= 30
    return naast or (bool(naameinden) and jong)


def _vervanging(d: _Datum, vandaag: date) -> str:
    if d.dag is None or d.dag > vandaag:
        return "een datum" if d.vol else "een dag"
    return f"van {leeftijd(d.dag, vandaag)} jaar"


def _uitgeschreven(tekst: str) -> Iterator[Vondst]:
    for m in _IN_WOORDEN.finditer(tekst):
        if _GEBOORTE.search(tekst[max(0, m.start() - 32) : m.start()]):
            yield Vondst(m.start(), m.end(), Soort.GEBOORTEDATUM, "een datum")


def geboortedata(tekst: str, naameinden: list[int], vandaag: date) -> Iterator[Vondst]:
    """Find dates of birth; each gives way to the age on the day of asking."""
    yield from _uitgeschreven(tekst)
    for d in _alle(tekst, vandaag):
        if _is_geboorte(tekst, d, naameinden, vandaag):
            nieuw = _vervanging(d, vandaag)
            kop = _KOP.search(tekst[max(0, d.begin - 30) : d.begin])
            begin = d.begin - (kop.end() - kop.start()) if kop and nieuw.startswith("van") else d.begin
            yield Vondst(begin, d.eind, Soort.GEBOORTEDATUM, " " + nieuw if begin < d.begin else nieuw)
