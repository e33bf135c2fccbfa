"""A whole conversation as plain JSON and back, so that another process can go on with it.

Threat: what is stored elsewhere may be read or changed there. It holds ids of the knowledge and numbers, no typed word;
what comes back is checked like a button, and what does not hold is left out.
"""

from collections.abc import Mapping

from bot.gesprek.draad import Draad, DraadKapot, lees_draad
from bot.gesprek.gids import Gids, Loop, Stand
from bot.gesprek.staat import Gesprek
from bot.kern import Kern

MEESTE_VELDEN = 40
"""Fields of where a flow stands, and values of one field."""
LANGSTE_ID = 64


def als_ids(gesprek: Gesprek) -> dict[str, object]:
    """The conversation as JSON. A question that waits to be handed in is not part of it."""
    uit: dict[str, object] = {"regio": gesprek.regio, "rol": gesprek.rol}
    if gesprek.draad is not None:
        uit["laatste"] = gesprek.draad.ids
    if gesprek.onderwerp is not None:
        uit["onderwerp"] = gesprek.onderwerp.ids
    if gesprek.draad_van_keuze is not None:
        uit["keuze"] = gesprek.draad_van_keuze.ids
    if gesprek.loop is not None:
        uit["loop"] = loop_ids(gesprek.loop)
    return uit


def uit_ids(ids: Mapping[str, object], kern: Kern, gidsen: Mapping[str, Gids]) -> Gesprek:
    """The conversation these ids were made from. Raises nothing: what this knowledge does not know starts empty."""
    gesprek = Gesprek(kern, _tekst(ids.get("regio")), _tekst(ids.get("rol")))
    gesprek.herstel(*(_draad(ids.get(wat), kern) for wat in ("onderwerp", "keuze", "laatste")))
    try:
        gesprek.loop = lees_loop(ids.get("loop"), gesprek, gidsen)
    except DraadKapot:
        gesprek.loop = None
    return gesprek


def loop_ids(loop: Loop) -> dict[str, object]:
    """A flow as JSON, small enough for a button."""
    return {"naam": loop.naam, "stand": dict(loop.stand), "rust": loop.rust}


def lees_loop(ids: object, gesprek: Gesprek, gidsen: Mapping[str, Gids]) -> Loop:
    """The flow of these ids. Raises DraadKapot when there is no such flow or it never stood there."""
    if not isinstance(ids, Mapping) or not _is_id(ids.get("naam")) or ids["naam"] not in gidsen:
        raise DraadKapot("Dit hoort bij een andere versie. Begin opnieuw.")
    naam, stand = str(ids["naam"]), _stand(ids.get("stand"))
    return Loop(naam, stand, gidsen[naam].toon(gesprek, stand).opties, ids.get("rust") is True)


def _stand(ruw: object) -> Stand:
    if not isinstance(ruw, Mapping) or len(ruw) > MEESTE_VELDEN:
        raise DraadKapot("Dit is geen plek in een stappenplan, les of formulier.")
    for naam, waarde in ruw.items():
        waarden = waarde if isinstance(waarde, list) else [waarde]
        if not _is_id(naam) or len(waarden) > MEESTE_VELDEN or not all(map(_is_id_of_getal, waarden)):
            raise DraadKapot("Dit is geen plek in een stappenplan, les of formulier.")
    return dict(ruw)


def _is_id(waarde: object) -> bool:
    return isinstance(waarde, str) and len(waarde) <= LANGSTE_ID


def _is_id_of_getal(waarde: object) -> bool:
    return _is_id(waarde) or (isinstance(waarde, int) and not isinstance(waarde, bool))


def _draad(ids: object, kern: Kern) -> Draad | None:
    try:
        return lees_draad(ids, kern) if ids is not None else None
    except DraadKapot:
        return None


def _tekst(waarde: object) -> str | None:
    return waarde if isinstance(waarde, str) and len(waarde) <= LANGSTE_ID else None
