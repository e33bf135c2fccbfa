"""Who may do what in a room, from the room's own state. nio does not know the creators of version 12 rooms."""

from collections.abc import Mapping
from typing import Any

from bot.kanalen.matrix.client import Client, pad
from bot.kanalen.matrix.fouten import Weigering
from bot.kanalen.velden import lijst, velden, woorden

GEWOON = {"redact": 50, "invite": 0}
"""Levels when a room does not say."""
MAKERS_ALMACHTIG_VANAF = 12
"""Room version from which creators may do everything."""


async def mag(client: Client, kamer: str, gebruiker: str, wat: str) -> bool:
    """Whether this user may `redact` others' messages or `invite` people."""
    maken = await toestand(client, kamer, "m.room.create", met_afzender=True)
    if gebruiker in _makers(maken):
        return True
    niveaus = await toestand(client, kamer, "m.room.power_levels")
    return _getal(velden(niveaus.get("users")), gebruiker, _getal(niveaus, "users_default", 0)) >= _getal(
        niveaus, wat, GEWOON[wat]
    )


async def toestand(client: Client, kamer: str, soort: str, met_afzender: bool = False) -> Mapping[str, Any]:
    """Content of a state event, or the whole event; empty when there is none."""
    weg = f"/v3{pad('rooms', kamer, 'state', soort, '')}" + ("?format=event" if met_afzender else "")
    try:
        return velden(await client.roep("GET", weg))
    except Weigering as fout:
        if fout.code in ("M_NOT_FOUND", "M_FORBIDDEN"):
            return {}
        raise


def _makers(maken: Mapping[str, Any]) -> set[str]:
    """Users with every right because they made the room."""
    inhoud = velden(maken.get("content"))
    versie = woorden(inhoud.get("room_version"))
    if not versie.isdigit() or int(versie) < MAKERS_ALMACHTIG_VANAF:
        return set()
    return {str(maken.get("sender")), *(m for m in lijst(inhoud.get("additional_creators")) if isinstance(m, str))}


def _getal(waar: Mapping[str, Any], veld: str, anders: int) -> int:
    """A level; some old rooms write it as text."""
    try:
        return int(waar.get(veld, anders))
    except (TypeError, ValueError):
        return anders
