"""Where the page of an entry is."""

from urllib.parse import quote

from bot.beheer.web.bezoek import BEGIN

MET_PAGINA = frozenset(
    {"antwoorden", "regels", "regios", "grondslagen", "tegenstrijdigheden", "bronnen", "woorden", "aanvullingen"}
)
"""Kinds of entry that have a page of their own."""


def adres(soort: str, item_id: str) -> str:
    """Path of the page of an entry."""
    return f"{BEGIN}/{soort}/{quote(item_id, safe='')}"
