"""The code with which someone goes on another day: a role and the numbers of lessons done, and nothing about a person.

Crockford's base 32 in lines of four, with a check of ten bits (CRC-10/ATM): it finds every change within ten bits in a
row, so every wrong character and every two neighbours that were swapped.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

BEGIN = "DW"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GELIJK = str.maketrans("OIL", "011")
"""Letters that are read as the digit they look like."""
LESBITS = 40
"""Lessons that fit; `kennis/controle/leerstof.py` refuses a higher number."""
ROLBITS = 5
BITS = 5
"""Bits of one character."""
CHECKBITS = 10
VEELTERM = 0x233
"""x^10 + x^9 + x^5 + x^4 + x + 1."""
LENGTE = (ROLBITS + LESBITS + CHECKBITS) // BITS
_VORM = re.compile(rf"{BEGIN}[\s-]*((?:[0-9A-Z][\s-]*){{{LENGTE}}})", re.IGNORECASE)

_GEKNIPT = re.compile(rf"{BEGIN}-[0-9A-Z\s.-]{{0,30}}", re.IGNORECASE)
"""The beginning of a code, or a code with something behind it."""
_WOORD = re.compile(r"(?:mijn )?code(?: is)?:?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Bewaard:
    """What a code holds."""

    rol: int
    """Number of the role."""
    lessen: frozenset[int]
    """Numbers of lessons that were done."""


def maak_code(rol: int, lessen: Collection[int]) -> str:
    """The code, as 'DW-1234-5678-9AB'."""
    inhoud = rol << LESBITS | sum(1 << nr - 1 for nr in set(lessen))
    getal = inhoud << CHECKBITS | _check(inhoud)
    tekens = "".join(LETTERS[getal >> BITS * plaats & 31] for plaats in reversed(range(LENGTE)))
    return "-".join((BEGIN, tekens[:4], tekens[4:8], tekens[8:]))


def lijkt_code(tekst: str) -> bool:
    """Whether a line is meant as a code, right or wrong: one that was pasted in part is wrong."""
    return any(vorm.fullmatch(_zonder_woord(tekst)) for vorm in (_VORM, _GEKNIPT))


def _zonder_woord(tekst: str) -> str:
    return _WOORD.sub("", tekst.strip())


def lees_code(tekst: str) -> Bewaard | None:
    """What the code holds; None when a character is wrong."""
    treffer = _VORM.fullmatch(_zonder_woord(tekst))
    if treffer is None:
        return None
    getal = 0
    for teken in re.sub(r"[\s-]", "", treffer[1]).upper().translate(GELIJK):
        if teken not in LETTERS:
            return None
        getal = getal << BITS | LETTERS.index(teken)
    inhoud, check = getal >> CHECKBITS, getal & (1 << CHECKBITS) - 1
    if check != _check(inhoud):
        return None
    lessen = frozenset(nr for nr in range(1, LESBITS + 1) if inhoud >> nr - 1 & 1)
    return Bewaard(inhoud >> LESBITS, lessen)


def _check(inhoud: int) -> int:
    """CRC-10 of the content, begun with ones so that a code of noughts is refused too."""
    rest = (1 << CHECKBITS) - 1
    for bit in reversed(range(ROLBITS + LESBITS)):
        over = rest >> CHECKBITS - 1 & 1 ^ inhoud >> bit & 1
        rest = (rest << 1 & (1 << CHECKBITS) - 1) ^ (VEELTERM if over else 0)
    return rest
