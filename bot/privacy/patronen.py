"""Personal data with a fixed form: numbers and links. All patterns have bounded repeats, so they run in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.privacy.soorten import Soort, Vondst

Toets = Callable[[re.Match[str]], bool]


def elfproef(nummer: str) -> bool:
    """Check the control digit of a Dutch citizen service number."""
    cijfers = [int(c) for c in nummer if c.isdigit()]
    if len(cijfers) != 9:
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(a * b for a, b in zip(cijfers, gewichten, strict=True)) % 11 == 0


def mod97(iban: str) -> bool:
    """Check the control digits of an international bank account number."""
    kaal = re.sub(r"[\s.-]", "", iban).upper()
    getal = "".join(str(int(c, 36)) for c in kaal[4:] + kaal[:4])
    return int(getal) % 97 == 1


@dataclass(frozen=True)
class Patroon:
    """A kind, what it looks like, what replaces it, and an extra check on a match."""

    soort: Soort
    regex: re.Pattern[str]
    nieuw: str
    toets: Toets = lambda m: True


def _r(patroon: str, hoofdletter: bool = False) -> re.Pattern[str]:
    return re.compile(patroon, re.ASCII if hoofdletter else re.ASCII | re.I)


_TUSSEN = r"(?:[ \t]{0,2}(?:is|van|was|nr\.?|nummer|no\.?|de|het|leerling|kind|hem|haar|=|:|#|-)){0,4}[ \t]{0,2}"
_CUE_BSN = r"\b(?:bsn|burger[ -]?service[ -]?nummer|sofi(?:nummer)?|pgn|persoonsgebonden nummer)(?:nummer|nr\.?)?"
_CUE_LEERLING = (
    r"(?:(?:leerling|student|dossier|cli[eë]nt|zaak|casus|pati[eë]nt|polis|kind|deelnemer|klant"
    r"|meldings?|registratie|personeels|"
    r"aanmeld|onderwijs|stam|school|correlatie|beschikkings?|inschrijf|aanvraag"
    r"|relatie)[ -]?(?:nummer|nr\.?|no\.?|code|id)|"
    r"eck[ -]?id|nummer|dossier|leerling|casus|zaak|melding|student|cli[eë]nt)"
)
_CUE_DOCUMENT = (
    r"(?:paspoort|id[ -]?kaart|id[ -]?bewijs|identiteitskaart|identiteitsbewijs|rijbewijs|document"
    r"|verblijfs?(?:document|vergunning)"
    r"|v|vreemdelingen|id)[ -]?(?:nummer|nr\.?)|paspoort|identiteitskaart|rijbewijs|verblijfsdocument"
)
_CUE_GEBRUIKER = (
    r"gebruikersnaam|username|inlognaam|login|accountnaam|snapchat|snap|insta(?:gram)?|tiktok"
    r"|discord|facebook|telegram|roblox"
)
# Two capital letters after a year are far more often a word or an abbreviation than a postcode.
_GEEN_POSTCODE = frozenset(
    [
        "IN",
        "IS",
        "EN",
        "OP",
        "DE",
        "JE",
        "ZE",
        "WE",
        "AL",
        "ER",
        "OF",
        "OM",
        "TE",
        "NA",
        "DO",
        "GA",
        "ZO",
        "NU",
        "VO",
        "PO",
        "SO",
        "BO",
        "EU",
        "KM",
        "NL",
        "MB",
        "GB",
        "KB",
        "SA",
        "SD",
        "SS",
        "AAN",
    ]
)
_WETSARTIKEL = re.compile(r"\b(?:art(?:ikel)?\.?|lid) $", re.I)
_WOONCUE = re.compile(r"postcode|adres|\bwoon|\d[a-zA-Z]?,? $", re.I)


def _is_postcode(m: re.Match[str]) -> bool:
    letters = m.group(2)
    voor = m.string[max(0, m.start() - 30) : m.start()]
    if _WETSARTIKEL.search(voor) or letters == "nr":
        return False
    if m.group("nr") and letters.upper() not in _GEEN_POSTCODE:
        return True
    if m.group("nr") and re.search("[nh#]", m.group("nr")):  # "nummer 12" tells that a door is meant
        return True
    if letters.upper() in _GEEN_POSTCODE or not letters.isupper():
        spatie = m.group(1) != ""
        woon = _WOONCUE.search(voor) is not None
        return woon or not (spatie or letters.upper() in _GEEN_POSTCODE)
    return True


def _is_kenteken(m: re.Match[str]) -> bool:
    kaal = m.group().replace("-", "").replace(" ", "")
    return len(kaal) == 6 and any(c.isdigit() for c in kaal) and any(c.isalpha() for c in kaal)


_DATUM = re.compile(r"\d{1,2}([-./])\d{1,2}\1(?:\d{2}|(?:19|20)\d{2})|(?:19|20)\d{2}([-./])\d{1,2}\2\d{1,2}")


def _heeft_cijfers(aantal: int) -> Toets:
    def toets(m: re.Match[str]) -> bool:
        woord = str(m.group("w"))
        return sum(c.isdigit() for c in woord) >= aantal and not _DATUM.fullmatch(woord)

    return toets


def _is_gebruiker(m: re.Match[str]) -> bool:
    woord = str(m.group("w"))
    return any(c.isdigit() or c in "_." for c in woord.rstrip(".")) or ":" in str(m.group())


def _is_document(m: re.Match[str]) -> bool:
    return sum(c.isdigit() for c in m.group()) >= 4


_OPENBAAR = ("overheid.nl", "rijksoverheid.nl", "autoriteitpersoonsgegevens.nl")


def _is_link(m: re.Match[str]) -> bool:
    host, _, rest = re.sub(r"^https?://", "", m.group(), flags=re.I).partition("/")
    host, vraag, _ = host.partition("?")
    if re.split(r"[:#]", host)[0].lower().endswith(_OPENBAAR) and "@" not in host:
        return bool(re.search(r"[?#=]", rest))
    return bool(vraag or rest.strip("/") or "#" in host or "@" in host)


_HUISNUMMER = (
    r"(?:,? ?(?:-|/|huisnummer|huisnr\.?|nummer|nr\.?|no\.?|#)? ?[1-9]\d{0,3}(?: ?[a-z](?!\w)|-\d{1,3})?)"
    r"(?![\w%]| ?(?:jaar|uur|keer))"
)
"""A house number goes together with the postcode in front of it: the two name one door."""
_BSN_VORM = (
    r"(?<![\d.,-])(?:\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{2}[ .-]\d{2}[ .-]\d{2}[ .-]\d{3}"
    r""
    r"|\d(?P<s>[ ./-])\d(?:(?P=s)\d){7}(?!(?P=s)\d)|\d{3}/\d{3}/\d{3}"
    r"|\d{4}[ .-]\d{3}[ .-]\d{2}|\d{3}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}|\d{4}[ .-]\d{5}|\d{5}[ .-]\d{4})(?!\d)"
)
_TEL_NL = r"(?<![\d+])(?:(?:\+|00)31[ .-]?(?:\(0\))?[ .-]?|\(?0 ?(?=\d))\d(?:[ ./()_–-]{0,3}\d){8}(?!\d)"
_PATRONEN: tuple[Patroon, ...] = (
    Patroon(Soort.LINK, _r(r"\bhttps?://[^\s<>\"]+|\bwww\.[^\s<>\"]+"), "deze link", _is_link),
    Patroon(Soort.LINK, _r(r"\b(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,6}/[^\s<>\"]+"), "deze link", _is_link),
    Patroon(
        Soort.EMAIL,
        re.compile(
            r"[\w.+%'-]{1,64}(?:@| @ | ?[(\[](?:at|apenstaartje)[)\]] ?| at )\w[\w-]{0,62}"
            r"(?:(?:\.| ?[(\[](?:dot|punt)[)\]] ?)\w[\w-]{0,61}){1,5}",
            re.I,
        ),
        "dit mailadres",
    ),
    Patroon(
        Soort.GEBRUIKERSNAAM, _r(r"(?<!\w)[@!#][a-z0-9._=/+-]{1,80}:[a-z0-9.-]{1,80}(?::\d{1,5})?"), "deze gebruiker"
    ),
    Patroon(Soort.GEBRUIKERSNAAM, re.compile(r"(?<![\w@])@\w[\w.-]{1,40}"), "deze gebruiker"),
    Patroon(Soort.IBAN, _r(r"\bNL[ .-]?\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\d){10}(?!\d)"), "dit rekeningnummer"),
    Patroon(
        Soort.IBAN,
        _r(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", True),
        "dit rekeningnummer",
        lambda m: mod97(m.group()),
    ),
    Patroon(Soort.BSN, _r(r"(?P<w>" + _CUE_BSN + _TUSSEN + r"\d(?:[ .-]?\d){6,10})(?!\d)"), "dit nummer"),
    Patroon(Soort.BSN, _r(_BSN_VORM), "dit nummer", lambda m: elfproef(m.group())),
    Patroon(Soort.TELEFOON, _r(_TEL_NL), "dit telefoonnummer"),
    Patroon(Soort.TELEFOON, _r(r"(?<![\w.,-])0[1-9]\d{1,2}[ -]{1,3}\d{6}(?![\d-])"), "dit telefoonnummer"),
    Patroon(Soort.TELEFOON, _r(r"(?<![\w+])\+\d{1,3}(?:[ ./()-]{0,2}\d){7,12}(?!\d)"), "dit telefoonnummer"),
    Patroon(
        Soort.TELEFOON,
        _r(
            r"\b(?:tel(?:efoon)?(?:nummer|nr)?|mobiel|gsm|bel(?:len)?(?: naar)?|app)\.?"
            + _TUSSEN
            + r"(?P<w>\d(?:[ -]?\d){5,9})(?!\d)"
        ),
        "dit telefoonnummer",
    ),
    Patroon(
        Soort.PASPOORT,
        _r(r"\b(?:" + _CUE_DOCUMENT + r")" + _TUSSEN + r"(?P<w>[A-Z0-9-]{6,12})\b"),
        "dit nummer",
        _heeft_cijfers(3),
    ),
    Patroon(Soort.PASPOORT, _r(r"\b[A-Z]{2}[A-Z0-9]{6}\d\b", True), "dit nummer", _is_document),
    Patroon(
        Soort.KENTEKEN,
        _r(r"\bkenteken(?:nummer)?" + _TUSSEN + r"(?P<w>[A-Z0-9]{1,3}[ -]?[A-Z0-9]{1,3}[ -]?[A-Z0-9]{1,3})\b"),
        "dit kenteken",
        _heeft_cijfers(1),
    ),
    Patroon(
        Soort.KENTEKEN,
        _r(r"(?<![\w-])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{2,3}|\d{2,3})-(?:[A-Z]{1,3}|\d{1,3})(?![\w-])"),
        "dit kenteken",
        _is_kenteken,
    ),
    Patroon(
        Soort.LEERLINGNUMMER,
        _r(r"\b" + _CUE_LEERLING + _TUSSEN + r"(?P<w>[A-Z]{0,4}[-./]?\d[A-Z0-9./-]{2,18})\b"),
        "dit nummer",
        _heeft_cijfers(4),
    ),
    Patroon(Soort.LEERLINGNUMMER, _r(r"\b[A-Z]{1,5}-\d{4}-\d{3,8}\b"), "dit nummer"),
    Patroon(Soort.LEERLINGNUMMER, _r(r"\b[sd]\d{6,8}\b"), "dit nummer"),
    Patroon(Soort.LEERLINGNUMMER, _r(r"(?<![\w.,/-])\d{7,12}(?![\w/-]|[.,]\d)"), "dit nummer"),
    Patroon(
        Soort.GEBRUIKERSNAAM,
        _r(r"\b(?:" + _CUE_GEBRUIKER + r")(?:[ -]?(?:account|naam))?" + _TUSSEN + r"(?P<w>[A-Z0-9][A-Z0-9._-]{2,40})"),
        "deze gebruiker",
        _is_gebruiker,
    ),
    Patroon(
        Soort.POSTCODE,
        _r(r"(?<![\w-])[1-9]\d{3}([ -]?)([A-Z]{2})(?:(?P<nr>" + _HUISNUMMER + r")|(?![\w-]))"),
        "deze postcode",
        _is_postcode,
    ),
    Patroon(Soort.POSTCODE, _r(r"\bpostcode" + _TUSSEN + r"(?P<w>[1-9]\d{3}" + _HUISNUMMER + r")"), "deze postcode"),
)


def _cijferspan(p: Patroon, m: re.Match[str]) -> tuple[int, int]:
    """With a cue word only the data go; the cue word itself stays, it tells what the question is about."""
    return m.span("w") if "w" in p.regex.groupindex else m.span()


def vaste_vormen(tekst: str) -> Iterator[Vondst]:
    """Find everything with a fixed form, most telling kind first; overlaps are left to the caller."""
    for p in _PATRONEN:
        for m in p.regex.finditer(tekst):
            if p.toets(m):
                begin, eind = _cijferspan(p, m)
                nieuw = "" if begin != m.start() else p.nieuw
                yield Vondst(begin, eind, p.soort, nieuw)
