"""Slows down who tries passwords: by name and by address, without locking anybody out for long."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

MEESTE_PER_NAAM = 5
"""Wrong passwords for one name in a window; a person who forgot seldom needs more."""
MEESTE_PER_ADRES = 30
"""From one address: an office may share it."""
VENSTER = 15 * 60.0
"""Seconds after which a wrong password no longer counts."""
MEESTE_SLEUTELS = 20_000
"""Names and addresses remembered; the oldest go first."""


class Rem:
    """Counts failures in memory, by keyed hash: no list of names and addresses to steal."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self._klok = klok
        self._geheim = secrets.token_bytes(32)
        self._fouten: OrderedDict[bytes, list[float]] = OrderedDict()

    def wacht(self, naam: str, adres: str) -> float:
        """Seconds before this name or address may try again; 0 when it may now."""
        per_naam = self._nog(self._merk("naam", naam), MEESTE_PER_NAAM)
        return max(per_naam, self._nog(self._merk("adres", adres), MEESTE_PER_ADRES))

    def fout(self, naam: str, adres: str) -> None:
        """A wrong password."""
        for merk in (self._merk("naam", naam), self._merk("adres", adres)):
            self._fouten.setdefault(merk, []).append(self._klok())
            self._fouten.move_to_end(merk)
        while len(self._fouten) > MEESTE_SLEUTELS:
            self._fouten.popitem(last=False)

    def goed(self, naam: str, adres: str) -> None:
        """The right password: earlier mistakes with this name are forgiven, and this try does not count."""
        self._fouten.pop(self._merk("naam", naam), None)
        if tellen := self._fouten.get(self._merk("adres", adres)):
            tellen.pop()

    def _nog(self, merk: bytes, meeste: int) -> float:
        grens = self._klok() - VENSTER
        recent = [moment for moment in self._fouten.get(merk, ()) if moment > grens]
        if merk in self._fouten:
            self._fouten[merk] = recent
        return recent[-meeste] - grens if len(recent) >= meeste else 0.0

    def _merk(self, soort: str, wat: str) -> bytes:
        tekst = f"{soort}\x1f{wat}".encode(errors="surrogatepass")
        return hashlib.blake2b(tekst, key=self._geheim, digest_size=16).digest()
