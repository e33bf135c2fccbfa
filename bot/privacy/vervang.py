"""Putting neutral Dutch in the place of what was found, so that the sentence still reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.privacy.naamdelen import Naam
from bot.privacy.soorten import Soort, Vondst
from bot.privacy.tekens import Teken

PERSOON = "deze persoon"
_BEZIT = re.compile(r" ?['’`´]s\b|['’`´](?=\s|$)")
_DING = re.compile(
    r" (?!(?:en|of|de|het|een|in|uit|op|is|heeft|naar|wil|mag|kan|moet|zit|niet|van|met|over|bij|aan"
    r"|voor)\b)([a-z]\w*)(?: ([a-z]\w+))?"
)
_SAMENGESTELD = re.compile(r"-(?=[a-z])")
"""Between the name and the thing in "Daan-dossier"."""
_NA_KOMMA = re.compile(r", ?(?:[A-Z]\. ?){1,4}(?=\s|$|[,)])")
_BIJVOEGLIJK = frozenset(
    [
        "nieuwe",
        "oude",
        "vorige",
        "eerste",
        "tweede",
        "kleine",
        "grote",
        "beste",
        "eigen",
        "huidige",
        "jongste",
        "oudste",
        "andere",
        "vaste",
    ]
)


def _bezittelijk(tekst: str, laatste: Teken) -> tuple[int, str] | None:
    """ "Daans nieuwe school" becomes "nieuwe school van deze persoon"; None when the name owns nothing."""
    eind = laatste.eind
    los = _BEZIT.match(tekst, laatste.begin + len(laatste.kaal))
    eigen = laatste.eind - laatste.begin > len(laatste.kaal) or los is not None
    if not eigen:
        return None
    eind = max(eind, los.end() if los else eind)
    ding = _DING.match(tekst, eind)
    if not ding:
        return eind, PERSOON
    woord, tweede = ding.group(1), ding.group(2)
    if woord in _BIJVOEGLIJK and tweede:
        return ding.end(2), f"{woord} {tweede} van {PERSOON}"
    return ding.end(1), f"{woord} van {PERSOON}"


def naamvondst(tekst: str, tekens: list[Teken], naam: Naam) -> Vondst:
    """The stretch of text a name takes, with its neutral replacement."""
    eerste, laatste = tekens[naam.van], tekens[naam.tot - 1]
    eind = laatste.eind
    if len(laatste.kaal) == 1 and tekst[eind : eind + 1] == ".":
        eind += 1
    initialen = _NA_KOMMA.match(tekst, eind)
    eind = initialen.end() if initialen else eind
    begin = eerste.begin
    bezit = _bezittelijk(tekst, laatste)
    if bezit:
        return Vondst(begin, bezit[0], Soort.NAAM, bezit[1])
    samen = _SAMENGESTELD.match(tekst, eind)
    if naam.rol or samen:
        return Vondst(begin, samen.end() if samen else eind, Soort.NAAM, "")
    return Vondst(begin, eind, Soort.NAAM, PERSOON)


def zonder_overlap(vondsten: Iterable[Vondst]) -> list[Vondst]:
    """Keep the first of every overlapping pair in the given order, return in order of place."""
    bezet = bytearray()
    uit: list[Vondst] = []
    for v in vondsten:
        if len(bezet) < v.eind:
            bezet.extend(bytes(v.eind - len(bezet)))
        if v.begin < v.eind and not any(bezet[v.begin : v.eind]):
            bezet[v.begin : v.eind] = b"\1" * (v.eind - v.begin)
            uit.append(v)
    return sorted(uit, key=lambda v: v.begin)


def vervang(tekst: str, vondsten: list[Vondst]) -> str:
    """The text with every stretch replaced, and spaces and punctuation tidied."""
    stukken, vorig = [], 0
    for v in vondsten:
        stukken.append(tekst[vorig : v.begin])
        nieuw = v.nieuw
        if v.begin and tekst[v.begin - 1].isalnum() and nieuw[:1].isalnum():
            nieuw = " " + nieuw
        if tekst[v.eind : v.eind + 1].isalnum():
            nieuw += " "
        stukken.append(nieuw)
        vorig = v.eind
    stukken.append(tekst[vorig:])
    return netjes("".join(stukken))


_NET = (
    (re.compile(r"[ \t]{2,}"), " "),
    (re.compile(r" +([,.?!;:)](?:\s|$))"), r"\1"),
    (re.compile(r"([,;:]) ?(?=[,;.?!])"), ""),
    (re.compile(r"\(\s*\)|\"\s*\"|'\s*'"), ""),
    (re.compile(r"\bdeze persoon(?:,? (?:deze persoon|dit nummer van deze persoon))+\b"), PERSOON),
    (
        re.compile(
            r"(?<!dit )(?<!deze )\b(?:adres|postcode|iban|rekening|rekeningnummer|mailadres|telefoonnummer"
            r"|link)(?: is)?:? (?=(?:dit|deze) (?:adres|postcode|rekening|mail|tel|link))",
            re.I,
        ),
        "",
    ),
    (re.compile(r"\bdeze persoon (?:en|of) deze persoon\b"), "deze personen"),
    (
        re.compile(
            r"\b(?:hoi|hallo|dag|goedemorgen|goedemiddag)?,? ?\b(?:mijn naam is|ik heet) deze persoon(?:,? en|[.,]) ",
            re.I,
        ),
        "",
    ),
    (re.compile(r"\b(ik) ben deze persoon(?:,? en)(?= )", re.I), r"\1"),
    (re.compile(r"[ \t]{2,}"), " "),
)


def netjes(tekst: str) -> str:
    """Tidy what replacing leaves behind."""
    for patroon, nieuw in _NET:
        tekst = patroon.sub(nieuw, tekst)
    return tekst.strip()
