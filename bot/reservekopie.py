"""One file with all that would be lost with the disk: the Matrix folder, the counts, the claims, the knowledge.

Databases are copied by SQLite itself, so a copy is whole while the program runs. Threat: whoever has the file can act
as the bot; it is made for its owner only, and what comes out of it too.
"""

import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from bot.beheer.opslag import HALF, PUBLICATIE, VERSIES, slot
from bot.instellingen import Instellingen
from kennis.fouten import DeelwijzerFout

NIET_MEE = ("-wal", "-shm", "-journal", "slot", HALF)
"""Ends of names that belong to a running program only."""
KENNIS = "kennis"
"""Name in the copy of the knowledge repository: its history, drafts, accounts and log."""
SQLITE = b"SQLite format 3\x00"
"""First bytes of a database."""
BESTANDSRECHT, MAPRECHT = 0o600, 0o700


class Reservefout(DeelwijzerFout):
    """The copy cannot be made or put back; names the place."""


def plekken(instellingen: Instellingen) -> dict[str, Path]:
    """What the settings keep on disk, by its name in the copy."""
    alles = {
        "matrix": instellingen.matrix.map if instellingen.matrix else None,
        "tellingen": instellingen.tellingen.bestand,
        "claims": instellingen.teams.claims if instellingen.teams else None,
        KENNIS: instellingen.beheer.map if instellingen.beheer else None,
    }
    return {naam: pad for naam, pad in alles.items() if pad is not None}


def maak(instellingen: Instellingen, doel: Path) -> int:
    """Write the copy as a whole or not at all; the number of files in it. Raises Reservefout."""
    nieuw = doel.with_name(f"{doel.name}.nieuw")
    kennis = plekken(instellingen).get(KENNIS)
    with tempfile.TemporaryDirectory() as naam, ExitStack() as stil:
        if kennis is not None and kennis.is_dir():
            stil.enter_context(slot(kennis, PUBLICATIE))  # a branch never leads to what was not there yet
        aantal = 0
        try:
            with os.fdopen(os.open(nieuw, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, BESTANDSRECHT), "wb") as stroom:
                with tarfile.open(fileobj=stroom, mode="w") as tar:
                    for binnen, pad in _bestanden(instellingen):
                        tar.add(_stil(pad, Path(naam)), binnen, filter=_zonder_eigenaar)
                        aantal += 1
                stroom.flush()
                os.fsync(stroom.fileno())
        except (OSError, sqlite3.Error) as fout:
            nieuw.unlink(missing_ok=True)
            raise Reservefout(f"{doel}: de reservekopie is niet gelukt ({type(fout).__name__}).") from None
    if not aantal:
        nieuw.unlink()
        raise Reservefout("Er is niets om te bewaren: de instellingen noemen geen bestanden, of ze zijn er nog niet.")
    nieuw.replace(doel)
    return aantal


def zet_terug(instellingen: Instellingen, bron: Path) -> int:
    """Put the copy where the settings say; the number of files. Raises Reservefout when something is there already."""
    doelen = plekken(instellingen)
    vol = [str(pad) for pad in doelen.values() if pad.exists() and (pad.is_file() or any(pad.iterdir()))]
    if vol:
        raise Reservefout(f"Hier staat al iets: {', '.join(vol)}. Stop Deelwijzer en zet het eerst weg.")
    with tempfile.TemporaryDirectory() as naam:
        try:
            with tarfile.open(bron) as tar:
                tar.extractall(naam, filter="data")
        except (OSError, tarfile.TarError) as fout:
            raise Reservefout(f"{bron}: dit is geen hele reservekopie ({type(fout).__name__}).") from None
        uit = [pad for pad in Path(naam).rglob("*") if pad.is_file()]
        _eis_heel(uit, bron)
        for wat, doel in doelen.items():
            if (Path(naam) / wat).exists():
                _plaats(Path(naam) / wat, doel)
    return len(uit)


def _bestanden(instellingen: Instellingen) -> Iterator[tuple[str, Path]]:
    for naam, plek in plekken(instellingen).items():
        if plek.is_file():
            yield naam, plek
        elif plek.is_dir():
            for pad in sorted(plek.rglob("*")):
                binnen = pad.relative_to(plek)
                afgeleid = naam == KENNIS and binnen.parts[0] == VERSIES  # the history has them; the start unpacks
                if pad.is_file() and not pad.name.endswith(NIET_MEE) and not afgeleid:
                    yield f"{naam}/{binnen}", pad


def _stil(pad: Path, map_: Path) -> Path:
    """The file itself, or for a database a copy of one moment."""
    with pad.open("rb") as stroom:
        if stroom.read(len(SQLITE)) != SQLITE:
            return pad
    kopie = map_ / pad.name
    kopie.unlink(missing_ok=True)
    with closing(sqlite3.connect(f"file:{pad}?mode=ro", uri=True)) as van, closing(sqlite3.connect(kopie)) as naar:
        van.backup(naar)
        naar.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return kopie


def _zonder_eigenaar(lid: tarfile.TarInfo) -> tarfile.TarInfo:
    lid.uid = lid.gid = 0
    lid.uname = lid.gname = ""
    lid.mode = BESTANDSRECHT
    return lid


def _eis_heel(bestanden: list[Path], bron: Path) -> None:
    for pad in bestanden:
        if pad.read_bytes()[: len(SQLITE)] == SQLITE:
            with closing(sqlite3.connect(pad)) as db:
                if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    raise Reservefout(f"{bron}: een database in de reservekopie is beschadigd. Neem een oudere.")


def _plaats(bron: Path, doel: Path) -> None:
    doel.parent.mkdir(parents=True, exist_ok=True)
    if bron.is_dir():
        shutil.copytree(bron, doel, dirs_exist_ok=True)
    else:
        shutil.copy(bron, doel)
    for pad in (doel, *doel.rglob("*")):
        pad.chmod(MAPRECHT if pad.is_dir() else BESTANDSRECHT)
