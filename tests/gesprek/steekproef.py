"""A sample of the golden conversations, to play over a real channel: each line of the file must be there to read.

Channels have marks of their own (bold, a badge for the verdict, numbers or buttons); only words and signs are compared.
"""

import re

from tests.gesprek.goud import MAP, MERK, VERSIE

STEEKPROEF = (
    "gesprek-leeftijd-17",
    "gesprek-andersom",
    "gesprek-wedervraag-nummer",
    "gesprek-stappenplan-terug",
    "gesprek-formulier-toestemming",
    "leren-stoppen-halverwege",
)
"""Follow-ups, a counter-question with options, the four-step plan, a form with files, and lessons."""
BESTAND = re.compile(r"\(bestand: (.+)\)")
OPTIE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_OORDEEL = re.compile(r"\(oordeel: .+\)")
"""The verdict in a word: a channel shows it as a sign, and its first sentence says it."""
_OORDEEL_EN_ZIN = re.compile(r"\(oordeel: (.)(.+)\)\n\n\*\*.+?\*\*\s*")
"""A card has a badge with the verdict in the place of that sentence."""
_KOPPEN = re.compile(r"^(?:\w+: )+", re.MULTILINE)
"""Headings in front of a line; a card may put it on a line of its own."""
_MERKEN = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|^\s*(?:\[\d+\]|\d+\.|[-•]|[🔴🟠🟡🟢🔵⚪⚫❔✅])\s*", re.MULTILINE)


def beurten(naam: str, op_kaart: bool = False) -> list[tuple[str, list[str], list[str]]]:
    """Of each turn what the user types, the lines to read, and the names of files."""
    return [(vraag, _te_lezen(_kaart(b) if op_kaart else b), BESTAND.findall(b)) for vraag, b in _blokken(naam)]


def tikken(naam: str) -> list[str | None]:
    """Of each turn the words on the button that its number stands for; None for what can only be typed."""
    opties, uit = dict[str, str](), []
    for vraag, blok in _blokken(naam):
        uit.append(opties.get(vraag))
        opties = dict(OPTIE.findall(blok))
    return uit


def _blokken(naam: str) -> list[tuple[str, str]]:
    """What the user types and what comes back, per turn."""
    tekst = (MAP / f"{naam}.txt").read_text(encoding="utf-8")
    _, *delen = re.split(f"^{MERK}", tekst, flags=re.MULTILINE)
    return [(vraag, blok) for vraag, _, blok in (deel.partition("\n") for deel in delen)]


def ontbreekt(regels: list[str], getoond: str) -> list[str]:
    """Lines that someone who looks at this text does not get to see."""
    te_zien = set(_kaal(getoond).splitlines())
    return [regel for regel in regels if regel not in te_zien]


def _kaart(blok: str) -> str:
    """The block with the verdict as a badge."""
    return _OORDEEL_EN_ZIN.sub(lambda m: f"{m[1].upper()}{m[2]}\n\n", blok)


def _te_lezen(blok: str) -> list[str]:
    zonder = _OORDEEL.sub("", BESTAND.sub("", blok))
    zonder = "\n".join(regel for regel in zonder.splitlines() if VERSIE not in regel)
    return [regel for regel in _kaal(zonder).splitlines() if regel]


def _kaal(tekst: str) -> str:
    regels = (" ".join(_MERKEN.sub("", regel).split()) for regel in tekst.splitlines())
    return _KOPPEN.sub(lambda m: m[0].replace(": ", "\n"), "\n".join(regels))
