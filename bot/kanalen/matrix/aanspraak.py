"""Is this line meant for the bot, and what is left of it once the address is taken off?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.gesprek.opdracht import lees_opdracht
from bot.gesprek.teksten import Gesprekteksten
from bot.kanalen.matrix.bericht import Bericht
from bot.privacy import RuweTekst

UITROEP = "!"


@dataclass(frozen=True)
class Ik:
    """What the bot is called in one room."""

    gebruiker: str
    naam: str
    """Display name."""
    voorvoegsels: tuple[str, ...]


def is_genoemd(bericht: Bericht, ik: Ik) -> bool:
    """Whether the line mentions the bot. What the client says counts; the words only when it says nothing."""
    if bericht.genoemd is not None:
        return ik.gebruiker in bericht.genoemd
    tekst = bericht.tekst.onthul()
    if ik.gebruiker in bericht.opmaak.onthul() or ik.gebruiker in tekst:
        return True
    return bool(ik.naam) and re.search(rf"(?<![\w./@-]){re.escape(ik.naam)}(?![\w./-])", tekst, re.I) is not None


def heeft_voorvoegsel(bericht: Bericht, ik: Ik, teksten: Gesprekteksten) -> bool:
    """Whether the line starts as one for the bot: with a prefix, or with one of its commands after an exclamation."""
    tekst = bericht.tekst.onthul()
    if tekst.casefold().startswith(tuple(v.casefold() for v in ik.voorvoegsels)):
        return True
    opdracht = lees_opdracht(tekst, teksten) if tekst.startswith(UITROEP) else None
    return opdracht is not None and opdracht.wat is not None


def schakelaar(regel: RuweTekst, standen: Mapping[str, bool]) -> bool | None:
    """Whether the line is one of these fixed phrases, and what it sets; None for any other line."""
    return standen.get(" ".join(regel.onthul().casefold().split()))


def kale_tekst(bericht: Bericht, ik: Ik) -> RuweTekst:
    """The line without prefix and without the bot's name."""
    return RuweTekst(_kaal(bericht.tekst.onthul(), ik))


def _kaal(tekst: str, ik: Ik) -> str:
    for voorvoegsel in ik.voorvoegsels:
        if tekst.casefold().startswith(voorvoegsel.casefold()):
            return tekst[len(voorvoegsel) :].strip(" ,:")
    namen = "|".join(re.escape(n) for n in (ik.gebruiker, ik.naam) if n)
    tekst = re.sub(rf"\A@?(?:{namen})[\s,:]+", "", tekst, count=1, flags=re.IGNORECASE)
    return re.sub(rf"\s*(?<!\S)@?(?:{namen})(?=[\s.?!,]|\Z)", "", tekst, count=1, flags=re.IGNORECASE).strip()
