"""A conversation as plain ids, so that another process can go on with it. No word that was typed is in it."""

import json

from bot.gesprek.balie import Balie
from bot.gesprek.draad import DraadKapot, lees_draad

VERGETEN = b"{}"
"""Stands where a conversation was forgotten: other processes must forget it too."""


def als_bytes(balie: Balie) -> bytes:
    """Region, role and what the last answer rests on."""
    gesprek = balie.gesprek
    uit: dict[str, object] = {"regio": gesprek.regio}
    if gesprek.rol:
        uit["rol"] = gesprek.rol
    if gesprek.draad is not None:
        uit["draad"] = gesprek.draad.ids
    return json.dumps(uit, separators=(",", ":")).encode()


def herstel(balie: Balie, ruw: bytes) -> None:
    """Bring a new desk to where the conversation was. What the knowledge no longer has is left out."""
    try:
        ids = json.loads(ruw)
    except ValueError:
        return
    if not isinstance(ids, dict):
        return
    gesprek = balie.gesprek
    gesprek.zet_regio(str(ids.get("regio", "")))
    if isinstance(ids.get("rol"), str):
        gesprek.rol = gesprek.herken_rol(ids["rol"])
    if "draad" in ids:
        try:
            gesprek.herneem(lees_draad(ids["draad"], gesprek.kern))
        except DraadKapot:
            return
