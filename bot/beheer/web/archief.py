"""Versions as pages need them again and again: their files, and which entries each changed. Versions never change."""

from collections import OrderedDict
from threading import Lock

from bot.beheer.opslag import Publicatie
from bot.beheer.werkbank import Werkbank
from kennis.bewerken import Bundel, Sleutel

MEESTE_BUNDELS = 8
"""Versions of which the files are kept, 2 MB each: the live one, and those that drafts began with."""
MEESTE_PUBLICATIES = 500
"""Publications that are looked through; some years of work."""


class Archief:
    """Reads every version once."""

    def __init__(self, werkbank: Werkbank) -> None:
        self._werkbank = werkbank
        self._slot = Lock()
        self._bundels: OrderedDict[str, Bundel] = OrderedDict()
        self._geraakt: dict[str, frozenset[Sleutel]] = {}

    def bundel(self, versie: str | None = None) -> Bundel:
        """The files of a version; of the live one by default. Raises Onbekend."""
        naam = versie or self._werkbank.opslag.versie
        with self._slot:
            if naam not in self._bundels:
                self._bundels[naam] = self._werkbank.opslag.bundel(naam)
            self._bundels.move_to_end(naam)
            if len(self._bundels) > MEESTE_BUNDELS:
                self._bundels.popitem(last=False)
            return self._bundels[naam]

    def geschiedenis(self, sleutel: Sleutel) -> list[Publicatie]:
        """Publications that changed an entry, newest first."""
        return [p for p in self._werkbank.geschiedenis(meeste=MEESTE_PUBLICATIES) if sleutel in self._van(p.versie)]

    def _van(self, versie: str) -> frozenset[Sleutel]:
        if versie not in self._geraakt:
            self._geraakt[versie] = frozenset(v.sleutel for v in self._werkbank.verschil_van(versie))
        return self._geraakt[versie]
