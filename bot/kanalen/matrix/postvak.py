"""What was done, on disk: the sync token, and a keyed hash of each event that was taken on. No text, no name, no room.

Threat: a copied disk must not tell who asked what where. An event id is only kept as a hash whose key lies in the
session file; beside it stands the id of the bot's own answer, so that it can be corrected or removed.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

BESTAND = "postvak.sqlite3"
BEWAARTIJD_S = 7 * 24 * 3600
"""Seconds: for a week a corrected or removed question also changes its answer."""
MERKBYTES = 16
"""Bytes of a hash: a clash among millions of events is out of the question."""
MEESTE_POGINGEN = 5
"""Starts of work on one event; one that ends the program each time is then left alone."""
_TABELLEN = """
pragma journal_mode = wal;
pragma synchronous = normal;
pragma secure_delete = on;
create table if not exists stand (naam text primary key, waarde text not null) without rowid;
create table if not exists werk (
  merk blob primary key, pogingen integer not null, klaar integer not null default 0,
  antwoord text, tijd integer not null
) without rowid;
create index if not exists werk_tijd on werk (tijd);
"""


class Postvak:
    """The inbox; every method is one transaction."""

    def __init__(self, map_: Path, sleutel: bytes, klok: Callable[[], float] = time.time) -> None:
        self._sleutel = sleutel
        self._klok = klok
        self._db = sqlite3.connect(map_ / BESTAND, isolation_level=None)
        self._db.executescript(_TABELLEN)

    def sluit(self) -> None:
        """Write all there is and close."""
        self._db.close()

    def merk(self, *delen: str) -> bytes:
        """The keyed hash of an id."""
        tekst = "\x1f".join(delen).encode(errors="surrogatepass")
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=MERKBYTES).digest()

    def begin(self, *delen: str) -> bool:
        """Take on an event before any work; False when it was done, or ended the program too often."""
        rij = self._db.execute(
            "insert into werk (merk, pogingen, tijd) values (?, 1, ?) on conflict (merk) do update set "
            "pogingen = pogingen + 1 where klaar = 0 and pogingen < ? returning pogingen",
            (self.merk(*delen), int(self._klok()), MEESTE_POGINGEN),
        ).fetchone()
        return rij is not None

    def klaar(self, *delen: str, antwoord: str | None = None) -> None:
        """An event is done; `antwoord` is the id of what the bot sent."""
        self._db.execute(
            "insert into werk (merk, pogingen, klaar, antwoord, tijd) values (?, 1, 1, ?, ?) "
            "on conflict (merk) do update set klaar = 1, antwoord = coalesce(excluded.antwoord, antwoord)",
            (self.merk(*delen), antwoord, int(self._klok())),
        )

    def is_klaar(self, *delen: str) -> bool:
        """Whether an event was done."""
        return bool(self._db.execute("select 1 from werk where merk = ? and klaar", (self.merk(*delen),)).fetchone())

    def antwoord_op(self, *delen: str) -> str | None:
        """Id of what the bot answered to an event."""
        rij = self._db.execute("select antwoord from werk where merk = ?", (self.merk(*delen),)).fetchone()
        return rij[0] if rij else None

    def stand(self, naam: str) -> str | None:
        """A named value, such as the sync token."""
        rij = self._db.execute("select waarde from stand where naam = ?", (naam,)).fetchone()
        return rij[0] if rij else None

    def zet_stand(self, **waarden: str) -> None:
        """Keep named values, all of them or none."""
        self._db.execute("begin")
        self._db.executemany(
            "insert into stand values (?, ?) on conflict (naam) do update set waarde = excluded.waarde",
            list(waarden.items()),
        )
        self._db.execute("commit")

    def ruim_op(self) -> None:
        """Forget what is too old to be corrected."""
        self._db.execute("delete from werk where tijd < ?", (int(self._klok()) - BEWAARTIJD_S,))
