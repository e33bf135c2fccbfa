"""Read an age from words and numbers."""

import re
from collections.abc import Sequence

_GETALLEN = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig eenentwintig tweeentwintig drieentwintig"
).split()
GETAL = {woord: str(waarde) for waarde, woord in enumerate(_GETALLEN)} | {"anderhalve": "1", "paar": "2", "enkele": "2"}

_CIJFER = r"(\d{1,2})"
_WIE = (
    "leerling|leerlinge|lln|ll|kind|kindje|kleuter|peuter|jongen|meisje|jongere|student|studente|client|"
    "clientje|dochter|zoon|zoontje|dochtertje|jochie|meid|puber|tiener|kleine|iemand|jongetje|meisjes|eentje|"
    "pupil|persoon|broertje|zusje|kleinkind|verdachte|stud|hij|zij|ze|die"
)
"""Words for the one whose age is told."""
_GEEN_LEEFTIJD = (
    r"(?:uur|uren|keer|x|weken|week|wkn|wk|maanden|dagen|leerlingen|kinderen|u\b|%"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
"""After one of these a number counts something else."""
_HIER_UIT = rf"(?= |$|[?.,!])(?! ?{_GEEN_LEEFTIJD})"
"""Where an age without 'jaar' ends."""
_PATRONEN = tuple(
    re.compile(p)
    for p in (
        rf"\b{_CIJFER}\s?(?:-|\s)?\s?(?:jarige|jarig|jarge|jaar|jaren|jr|jrs|j)\b",
        rf"\b{_CIJFER}\+",
        rf"\b(?:{_WIE}) (?:[.,] )?(?:is |was |wordt |net |al |pas )*(?:van )?{_CIJFER}{_HIER_UIT}",
        rf"\b(?:ben|wordt) (?:nu |al |pas |net )*{_CIJFER}{_HIER_UIT}",
        rf"\bik {_CIJFER} (?:ben|word)\b",
        rf"\bvanaf {_CIJFER}\b",
        rf"\bonder de {_CIJFER}\b",
    )
)
_BIJNA = re.compile(rf"\b(?:bijna|nog net geen|net geen|nog geen|jonger dan|onder de|onder) {_CIJFER}\b")
_WORDT = re.compile(
    rf"\b(?:wordt|worden|word) (?:volgende|volgend|over|binnenkort|straks|aankomende|komende|morgen|deze)"
    rf"(?: [a-z]+| \d{{1,2}} [a-z]+){{0,2}} {_CIJFER}\b"
)
"""Not yet: 'wordt volgende maand 16'."""
_DAARNA = re.compile(
    r"\b(?:vanaf dan|daarna|vanaf die (?:dag|datum)|vanaf dat moment|erna|na (?:haar|zijn|die) verjaardag)\b"
)
"""The question is about the time after that."""
_OUDER = re.compile(rf"\b(?:ouder dan|boven de) {_CIJFER}\b")
_VERSCHUIVING = ((_BIJNA, -1), (_WORDT, -1), (_OUDER, 1))
"""Wordings that tell an age beside the number, with how many years it differs."""
_VANAF = re.compile(
    rf"\b(?:vanaf|ouder dan|boven de) \d{{1,2}}\b(?! ?{_GEEN_LEEFTIJD})"
    r"|\b\d{1,2} ?\+|\b\d{1,2} (?:jaar |jr )?(?:en|of) ouder\b"
)
_EEN_JAAR = re.compile(r"\been(?= (?:jaar|jarige?|jaartje)\b)")
"""Only there is 'een' a number: 'een leerling een diagnose geven' tells no age."""
OUDSTE = 30
"""Years; a higher number is not the age of a young person."""


def en_ouder(woorden: Sequence[str]) -> bool:
    """Whether the age is the lowest of many: 'zestien of ouder', 'vanaf 16', 'boven de 16'."""
    return _VANAF.search(_in_cijfers(woorden)) is not None


def leeftijd_in_jaren(woorden: Sequence[str]) -> int | None:
    """The age a question names in figures, in whole years, or None. Words such as 'kleuter' are in the word lists."""
    tekst = _in_cijfers(woorden)
    tekst = re.sub(r"\b(\w+?)(?:-| )?jarige\b", lambda m: f"{GETAL.get(m.group(1), m.group(1))} jarige", tekst)
    straks = bool(_DAARNA.search(tekst))
    for patroon, verschil in _VERSCHUIVING + tuple((patroon, 0) for patroon in _PATRONEN):
        if (treffer := patroon.search(tekst)) and int(treffer.group(1)) <= OUDSTE and _is_leeftijd(tekst, treffer):
            return int(treffer.group(1)) + (0 if patroon is _WORDT and straks else verschil)
    return None


def _is_leeftijd(tekst: str, treffer: re.Match[str]) -> bool:
    """Whether the number is not an amount of hours, weeks or times."""
    rest = tekst[treffer.end() :].lstrip()
    return not re.match(r"(?:uur|uren|u\b|lesuur|lesuren|keer|x\b|week|weken|wk|wkn|dag|dagen|maand|maanden)", rest)


def _in_cijfers(woorden: Sequence[str]) -> str:
    return _EEN_JAAR.sub("1", " ".join(GETAL.get(w, w) if w != "een" else w for w in woorden))
