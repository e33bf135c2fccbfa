"""The shapes of an Adaptive Card this channel uses: only elements of version 1.2, which every Teams client draws."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.gesprek.gids import Bestand
from bot.kanalen.teams.teksten import Stijl

KAART = "application/vnd.microsoft.card.adaptive"
"""Content type of an Adaptive Card."""
VERSIE = "1.2"
"""A client refuses a card that declares more than it knows; phones know least."""
LANGSTE_SAMENVATTING = 300
"""Characters of the line in a notification."""
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
GROOTSTE = 28 * 1024
"""Bytes of a message, counted as Teams does: in UTF-16."""

Element = dict[str, Any]


@dataclass(frozen=True)
class Kaart:
    """A card, and one line for the notification and for who cannot see cards."""

    inhoud: Element
    samenvatting: str
    bestanden: tuple[Bestand, ...] = ()
    """Files to offer below it."""

    @cached_property
    def _tekst(self) -> str:
        return als_json(self.inhoud, self.samenvatting)

    @property
    def bericht(self) -> bytes:
        """The message that shows it, as JSON."""
        return self._tekst.encode("utf-8", errors="replace")

    @property
    def past(self) -> bool:
        """Whether Teams takes it."""
        return len(self._tekst.encode("utf-16-le", errors="surrogatepass")) < GROOTSTE


def als_json(inhoud: Element, samenvatting: str, soort: str = KAART, **erbij: Any) -> str:
    """A message with one attachment, as Teams takes it."""
    bijlage = {"contentType": soort, "content": inhoud, **erbij}
    return json.dumps({"type": "message", "summary": samenvatting, "attachments": [bijlage]}, ensure_ascii=False)


def kaart(
    lichaam: Iterable[Element],
    acties: Sequence[Element],
    tekst: str,
    samenvatting: str,
    bestanden: tuple[Bestand, ...] = (),
) -> Kaart:
    """A card with the same content as text, which screen readers and old clients use."""
    inhoud: Element = {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSIE,
        "fallbackText": tekst,
        "speak": samenvatting,
        "body": list(lichaam),
    }
    if acties:
        inhoud["actions"] = list(acties)
    return Kaart(inhoud, samenvatting, bestanden)


def regel(markdown: str) -> str:
    """One line without marks, for a notification."""
    uit = " ".join(markdown.replace("*", "").split())
    return uit if len(uit) <= LANGSTE_SAMENVATTING else f"{uit[: LANGSTE_SAMENVATTING - 1].rstrip()}…"


def tekst(inhoud: str, **vorm: Any) -> Element:
    """Text that wraps; `vorm` holds weight, size, spacing and such."""
    return {"type": "TextBlock", "text": inhoud, "wrap": True, **vorm}


def vak(stijl: Stijl, *delen: Element, **vorm: Any) -> Element:
    """A coloured area."""
    return {"type": "Container", "style": stijl, "items": list(delen), **vorm}


def feiten(paren: Iterable[tuple[str, str]]) -> Element:
    """Names with values."""
    return {"type": "FactSet", "facts": [{"title": titel, "value": waarde} for titel, waarde in paren]}


def rij(*knoppen: Element, **vorm: Any) -> Element:
    """Buttons inside the card."""
    return {"type": "ActionSet", "actions": list(knoppen), **vorm}


def knop(titel: str, data: Element, tip: str | None = None) -> Element:
    """A button that comes back with these data; Teams shows no note that it was pressed."""
    uit: Element = {"type": "Action.Submit", "title": titel, "data": data | {"msteams": {"feedback": {"hide": True}}}}
    return uit | ({"tooltip": tip} if tip else {})


def keuze(actie: Element) -> Element:
    """A row to tap. Unlike a button its text goes on on a second line, which a phone needs."""
    kolommen = [
        {"type": "Column", "width": "stretch", "items": [tekst(actie["title"], color="Accent")]},
        {"type": "Column", "width": "auto", "items": [tekst("›", color="Accent", weight="Bolder")]},
    ]
    return {"type": "ColumnSet", "columns": kolommen, "selectAction": actie, "separator": True, "spacing": "Small"}
