"""Street addresses, and the place behind an address or a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.soorten import Soort, Vondst

_STRAAT = (
    r"(?:straat|str\.|laan|weg|plein|dijk|kade|hof|singel|pad|gracht|dreef|steeg|park|baan|ring|dam"
    r"|wal|markt|plantsoen|boulevard|erf|haven|zicht|hoek|akker|kamp|burg|poort|veld|berg|oord|stoep"
    r"|kaai|vest)"
)
_NUMMER = (
    r" (?:nr\.? ?|nummer )?[1-9]\d{0,3}(?:[ -]?[a-zA-Z](?![\w'])|-\d{1,3}\b|[ -]?(?:bis|hs)\b)?(?![\d.,:/]\d|[\w%-])"
)
_NA = (
    r"(?: (?:nr\.?|nummer) ?\d{1,4}\b)?"
    r"(?! ?(?:uur|jaar|weken|dagen|maanden|keer|procent|euro|leerlingen|kinderen|lid\b))"
)
_VOORAF = r"(?:(?:[A-Z][\w'.-]{0,20}|van|de|der|den|het|ten|ter|'t|in|op) ){0,4}"
_ADRESSEN = (
    re.compile(r"\b(?P<v>" + _VOORAF + r")(?P<s>[A-Z][\w'-]{0,30}" + _STRAAT + r")" + _NUMMER + _NA),
    re.compile(
        r"\b(?P<v>)(?P<s>[a-z][\w'-]{2,30}(?:straat|laan|weg|plein|dijk|kade|singel|gracht|dreef|steeg))"
        + _NUMMER
        + _NA
    ),
    re.compile(
        r"\b(?P<v>)(?P<s>[A-Z][A-Z'-]{2,30}(?:STRAAT|LAAN|WEG|PLEIN|DIJK|KADE|SINGEL|GRACHT|DREEF|STEEG|PAD|HOF))"
        + _NUMMER
        + _NA
    ),
    re.compile(r"(?<=op )(?P<v>(?:de |het )?)(?P<s>[A-Z][\w'-]{2,30}(?: [A-Z][\w'-]{2,30})?)" + _NUMMER + _NA),
    re.compile(
        r"(?i:(?<=adres )|(?<=adres: )|(?<=adres is )|(?<=woont aan ))(?P<v>(?:de "
        r"|het )?)(?P<s>[A-Z][\w'-]{2,30}(?: [A-Z][\w'-]{2,30})?)" + _NUMMER + _NA
    ),
)
_GEEN_STRAAT = frozenset(
    [
        "onderweg",
        "leerweg",
        "snelweg",
        "terugweg",
        "halverweg",
        "leerpad",
        "doorstroompad",
        "stappenpad",
        "zorgpad",
        "tijdpad",
        "traject",
        "zorgtraject",
        "overweg",
        "ontwikkelpad",
        "groeipad",
        "leerplein",
        "werkplein",
        "zorgplein",
        "onderwijsplein",
        "beroepsdijk",
        "thuisbasis",
        "groep",
        "klas",
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "artikel",
        "bijlage",
        "pagina",
        "lid",
        "stap",
        "vraag",
        "hoofdstuk",
        "fase",
        "paragraaf",
        "kamer",
        "lokaal",
        "gang",
        "rijbaan",
        "loopbaan",
        "kunstgreep",
        "uitweg",
        "middenweg",
        "omweg",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "havo",
        "vwo",
        "vmbo",
        "mbo",
        "leerjaar",
        "jaar",
        "niveau",
        "versie",
        "les",
        "week",
        "blok",
        "periode",
    ]
)
_STADNA = re.compile(
    r",? (?:te |in )?(?P<p>[A-Z][\w'-]{2,30}(?: [A-Z][\w'-]{2,30}| aan (?:de|den) [A-Z][\w'-]{2,30})?)"
)


_KOP = re.compile(r"(?:(?:in|op|het|de|van) )*(?=van (?:de|der|den) |de [A-Z]|(?:den|ter|ten|'t|[A-Z]))")


def _adresbegin(m: re.Match[str]) -> int:
    """Where the street name starts: small words in front that are not part of it stay."""
    kop = _KOP.match(m.string, m.start())
    if m.group("v")[:1].isupper() or not kop:
        return m.start()
    return min(kop.end(), m.start("s"))


def adressen(tekst: str) -> Iterator[Vondst]:
    """Find a street with a house number; a place right behind it goes too."""
    for regex in _ADRESSEN:
        for m in regex.finditer(tekst):
            if m.group("s").lower() in _GEEN_STRAAT:
                continue
            begin = _adresbegin(m)
            yield Vondst(begin, m.end(), Soort.ADRES, "dit adres")


def woonplaats(tekst: str, eind: int) -> re.Match[str] | None:
    """The capitalised place name right behind an address or a postcode, if there is one."""
    return _STADNA.match(tekst, eind)
