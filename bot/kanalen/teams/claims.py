"""Each activity is worked out once, also when Teams sends it again after a restart.

Threat: the file must not tell who spoke where. It holds keyed hashes and the time they may go, nothing else; the key
comes from the client secret, so a stolen file alone cannot be tried against known ids.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from bot.opslag.vorm import Opslag
from kennis.fouten import DeelwijzerFout

HOUDBAAR = 75 * 60
"""Seconds an activity stays claimed: Teams sends again within a minute, a token can be replayed for an hour."""
WELKOM_HOUDBAAR = 400 * 24 * 3600
"""Seconds that a greeting stays given: longer than a school year."""
OPRUIMEN = 60
"""Seconds between two rounds of dropping what may go."""
SCHEIDING = b"\x1f"


class Claimfout(DeelwijzerFout):
    """The file with claims cannot be used."""


class Claims:
    """Remembers what was taken on."""

    def __init__(
        self,
        bestand: Path | None,
        geheim: bytes,
        klok: Callable[[], float] = time.time,
        opslag: Opslag | None = None,
    ) -> None:
        """`opslag` tells what other processes took on."""
        self._klok = klok
        self._opslag = opslag
        self._sleutel = hashlib.blake2b(geheim, person=b"teams-claims", digest_size=32).digest()
        self._db = _open(bestand)
        self._opgeruimd = 0.0

    def neem(self, *wat: str, houdbaar: int = HOUDBAAR) -> bool:
        """Take on; False when that was done before."""
        nu = self._klok()
        if nu - self._opgeruimd > OPRUIMEN:
            self._db.execute("DELETE FROM claim WHERE tot <= ?", (int(nu),))
            self._opgeruimd = nu
        zet = "INSERT INTO claim VALUES (?, ?) ON CONFLICT (merk) DO UPDATE SET tot = excluded.tot WHERE tot <= ?"
        return self._db.execute(zet, (self._merk(wat), int(nu) + houdbaar, int(nu))).rowcount == 1

    async def neem_samen(self, *wat: str, houdbaar: int = HOUDBAAR) -> bool:
        """Take on, where other processes do so too; while the store is away only this process knows."""
        hier = self.neem(*wat, houdbaar=houdbaar)
        if self._opslag is None:
            return hier
        return hier and await self._opslag.claim(self._merk(wat), houdbaar)

    async def geef_samen_vrij(self, *wat: str) -> None:
        """Let any process take it on again."""
        self.geef_vrij(*wat)
        if self._opslag is not None:
            await self._opslag.geef_vrij(self._merk(wat))

    def geef_vrij(self, *wat: str) -> None:
        """Let it be taken on again."""
        self._db.execute("DELETE FROM claim WHERE merk = ?", (self._merk(wat),))

    def sluit(self) -> None:
        """Close the file."""
        self._db.close()

    def _merk(self, wat: tuple[str, ...]) -> bytes:
        tekst = SCHEIDING.join(deel.encode(errors="surrogatepass") for deel in wat)
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=16).digest()


def _open(bestand: Path | None) -> sqlite3.Connection:
    try:
        if bestand is not None:
            bestand.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            bestand.touch(mode=0o600)
        db = sqlite3.connect(bestand or ":memory:", isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("CREATE TABLE IF NOT EXISTS claim (merk BLOB PRIMARY KEY, tot INTEGER NOT NULL) WITHOUT ROWID")
    except (OSError, sqlite3.Error):
        raise Claimfout(
            f"{bestand}: dit bestand met claims is niet te gebruiken. Kies een map waar geschreven mag worden."
        ) from None
    return db
