"""The one small file: counts as bare numbers, and the list of questions that users chose to hand in.

Threat: a file that can hold text will hold a name one day. The columns of the counts take whole numbers only, which
SQLite itself enforces (STRICT); text fits in one place, the list that is read by the privacy officer.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, Self

from kennis.fouten import DeelwijzerFout

LANGSTE_INZENDING = 500
"""Characters; a question is shorter, a story does not belong here."""
BEWAAR_TELLINGEN = timedelta(days=730)
"""Two years, to compare a month with the same month a year before."""
BEWAAR_INZENDINGEN = timedelta(days=90)
"""Long enough to write the answer that was missing."""
MEESTE_INZENDINGEN = 1000
"""Then the oldest goes; nobody reads more."""
WACHTTIJD = 5.0
"""Seconds to wait for another process that writes."""
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS telling (
  dag INTEGER NOT NULL, regio INTEGER NOT NULL, cel INTEGER NOT NULL, aantal INTEGER NOT NULL CHECK (aantal > 0),
  PRIMARY KEY (dag, regio, cel)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS inzending (
  nr INTEGER PRIMARY KEY, dag INTEGER NOT NULL, tekst TEXT NOT NULL CHECK (length(tekst) <= {LANGSTE_INZENDING})
) STRICT;
"""
_TEL = "INSERT INTO telling VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET aantal = aantal + 1"


class Opslagfout(DeelwijzerFout):
    """The file cannot be used; names the file and the kind of error."""


@dataclass(frozen=True)
class Inzending:
    """A question that was handed in; `repr` leaves the text out."""

    nr: int
    dag: date
    tekst: str

    def __repr__(self) -> str:
        return f"Inzending({self.nr}, {self.dag})"


class Opslag:
    """Opens the file and makes it when it is not there. Raises Opslagfout."""

    def __init__(self, bestand: Path) -> None:
        self.bestand = bestand
        self._slot = Lock()
        try:
            bestand.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(bestand, timeout=WACHTTIJD, check_same_thread=False)
            bestand.chmod(0o600)
            self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;")
            self._db.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as fout:
            raise Opslagfout(f"{bestand}: dit bestand is niet te gebruiken ({type(fout).__name__}).") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.sluit()

    def tel(self, dag: date, regio: int, cellen: Iterable[int]) -> None:
        """One more for each cell."""
        self._schrijf(_TEL, [(dag.toordinal(), regio, cel) for cel in cellen])

    def lees(self) -> list[tuple[date, int, int, int]]:
        """Day, region, cell and count of everything."""
        rijen = self._vraag("SELECT dag, regio, cel, aantal FROM telling ORDER BY dag, regio, cel")
        return [(date.fromordinal(dag), regio, cel, aantal) for dag, regio, cel, aantal in rijen]

    def dien_in(self, dag: date, tekst: str) -> None:
        """Add a question to the list."""
        self._schrijf("INSERT INTO inzending (dag, tekst) VALUES (?, ?)", [(dag.toordinal(), tekst)])
        rest = "DELETE FROM inzending WHERE nr NOT IN (SELECT nr FROM inzending ORDER BY nr DESC LIMIT ?)"
        self._schrijf(rest, [(MEESTE_INZENDINGEN,)])

    def inzendingen(self) -> list[Inzending]:
        """The list, oldest first."""
        rijen = self._vraag("SELECT nr, dag, tekst FROM inzending ORDER BY nr")
        return [Inzending(nr, date.fromordinal(dag), tekst) for nr, dag, tekst in rijen]

    def verwijder(self, nr: int) -> bool:
        """Take a question off the list; False when it was not there."""
        stond_er = any(inzending.nr == nr for inzending in self.inzendingen())
        self._schrijf("DELETE FROM inzending WHERE nr = ?", [(nr,)])
        self._pers()
        return stond_er

    def ruim_op(self, vandaag: date) -> None:
        """Remove what is older than its term."""
        self._schrijf("DELETE FROM telling WHERE dag < ?", [((vandaag - BEWAAR_TELLINGEN).toordinal(),)])
        self._schrijf("DELETE FROM inzending WHERE dag < ?", [((vandaag - BEWAAR_INZENDINGEN).toordinal(),)])
        self._pers()

    def sluit(self) -> None:
        """Close the file."""
        with self._slot:
            self._db.close()

    def _pers(self) -> None:
        """Let nothing that was removed stay behind in the log of changes."""
        self._vraag("PRAGMA wal_checkpoint(TRUNCATE)")

    def _schrijf(self, opdracht: str, rijen: Iterable[tuple[int | str, ...]]) -> None:
        with self._slot, self._db:
            self._db.executemany(opdracht, rijen)

    def _vraag(self, opdracht: str) -> list[Any]:
        with self._slot, closing(self._db.execute(opdracht)) as uit:
            return uit.fetchall()
