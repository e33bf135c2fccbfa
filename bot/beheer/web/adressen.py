"""Where the page of an entry is."""

from urllib.parse import quote

from bot.beheer.web.bezoek import BEGIN
from kennis.bewerken import Sleutel

MET_PAGINA = frozenset(
    {
        "antwoorden",
        "regels",
        "regios",
        "grondslagen",
        "tegenstrijdigheden",
        "bronnen",
        "woorden",
        "wedervragen",
        "lessen",
    }
)
"""Kinds of entry that can be looked at."""
SAMEN = frozenset({"tegenstrijdigheden", "wedervragen", "lessen"})
"""Kinds whose entries are on one page."""


def adres(soort: str, item_id: str) -> str:
    """Path of the page of an entry; some kinds share one page."""
    return f"{BEGIN}/{soort}{'#' if soort in SAMEN else '/'}{quote(item_id, safe='')}"


def pagina_van(sleutel: Sleutel) -> str | None:
    """Path of the page of an entry, when there is one."""
    return adres(sleutel.soort, sleutel.id) if sleutel.soort.partition("/")[0] in MET_PAGINA else None


def wijzigadres(sleutel: Sleutel) -> str:
    """Path of the form of an entry."""
    return f"{BEGIN}/wijzig/{sleutel.soort}/{quote(sleutel.id, safe='')}"
