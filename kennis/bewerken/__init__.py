"""Change knowledge files while comments, order and every other entry stay as they are."""

from kennis.bewerken.bundel import Bundel
from kennis.bewerken.model import Bewerkfout, Item, Sleutel, Waarde, Wijziging
from kennis.bewerken.samenvoegen import Botsing, Botsingfout, voeg_samen
from kennis.bewerken.verschil import Veldverschil, Verschil, verschillen

__all__ = [
    "Bewerkfout",
    "Botsing",
    "Botsingfout",
    "Bundel",
    "Item",
    "Sleutel",
    "Veldverschil",
    "Verschil",
    "Waarde",
    "Wijziging",
    "verschillen",
    "voeg_samen",
]
