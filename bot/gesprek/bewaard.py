"""A conversation as bytes for the shared store: ids of the knowledge, no word that was typed."""

import json

from bot.gesprek.gidsen import GIDSEN
from bot.gesprek.staat import Gesprek
from bot.gesprek.toestand import als_ids, uit_ids
from bot.kern import Kern

VERGETEN = b"{}"
"""Stands where a conversation was forgotten: other processes must forget it too."""


def als_bytes(gesprek: Gesprek) -> bytes:
    """All that another process needs to go on."""
    return json.dumps(als_ids(gesprek), separators=(",", ":")).encode()


def lees(ruw: bytes, kern: Kern) -> Gesprek:
    """The conversation; what this knowledge does not know starts empty."""
    try:
        ids = json.loads(ruw)
    except ValueError:
        ids = {}
    return uit_ids(ids if isinstance(ids, dict) else {}, kern, GIDSEN)
