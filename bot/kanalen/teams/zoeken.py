"""Looking up an answer while composing a message, to put it in as a card."""

from collections.abc import Callable, Iterator
from typing import Any

from bot.antwoord.model import WEET_NIET, Antwoordobject
from bot.gesprek.staat import Gesprek
from bot.kanalen.teams.kaart import Kaartmaker
from bot.kanalen.teams.kaartvorm import KAART
from bot.kern import Kernbron
from bot.privacy import RuweTekst

MEESTE_UITKOMSTEN = 6
"""Rows in the list; the answer itself and what holds per option."""
VOORBEELD = "application/vnd.microsoft.card.thumbnail"
ECHT = frozenset({"antwoord", "wedervraag"})


class Zoeker:
    """Answers a search; keeps nothing between two."""

    def __init__(self, bron: Kernbron, regio: Callable[[str | None], str]) -> None:
        self._bron = bron
        self._regio = regio
        self._maker = Kaartmaker(bron)

    def zoek(self, vraag: RuweTekst, tenant: str | None = None) -> dict[str, Any]:
        """The reply to `composeExtension/query`."""
        if vraag.leeg:
            return _melding(self._maker.teksten.zoeken.hint)
        uitkomsten = list(self._uitkomsten(vraag, self._regio(tenant)))[:MEESTE_UITKOMSTEN]
        if not uitkomsten:
            return _melding(self._maker.teksten.zoeken.niets)
        return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": uitkomsten}}

    def _uitkomsten(self, vraag: RuweTekst, regio: str) -> Iterator[dict[str, Any]]:
        gesprek = Gesprek(self._bron.kern, regio)
        antwoord = gesprek.vraag(vraag)
        if antwoord.soort not in ECHT:
            return
        if not any(optie.intent for optie in gesprek.opties):
            yield self._rij(antwoord, None)
        for nr, optie in enumerate(gesprek.opties, 1):
            gekozen = gesprek.kies(nr) if optie.id != WEET_NIET else None
            if gekozen is not None and gekozen.soort in ECHT:
                yield self._rij(gekozen, optie.tekst)

    def _rij(self, antwoord: Antwoordobject, regel: str | None) -> dict[str, Any]:
        kaart, oordeel = self._maker.los(antwoord), self._maker.oordeelwoord(antwoord)
        regel = regel or kaart.samenvatting
        voorbeeld = {"title": oordeel or regel, "text": regel if oordeel else ""}
        return {
            "contentType": KAART,
            "content": kaart.inhoud,
            "preview": {"contentType": VOORBEELD, "content": voorbeeld},
        }


def _melding(zin: str) -> dict[str, Any]:
    return {"composeExtension": {"type": "message", "text": zin}}
