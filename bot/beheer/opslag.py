"""The knowledge repository on disk: a git history, whole versions in folders, a pointer to the live one, and drafts.

A publication is whole or not there, whenever the process dies: files of a version are complete before the git branch
moves, the branch moves in one step, and the pointer follows the branch (or is put right at the next start).
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from bot.beheer.concept import Concept
from bot.beheer.fouten import Beheerfout, Onbekend, Verouderd
from bot.beheer.geschiedenis import MAPRECHT, Geschiedenis, Publicatie
from kennis.bewerken import Bundel

__all__ = ["LEVEND", "Opslag", "Publicatie"]

PUBLICATIE = "publicatie"
"""Name of the lock that a publication holds."""

LEVEND = "levend"
"""Name of the pointer: a symbolic link to the folder of the live version."""
PLANNER = "planner"
"""Begin of the name of the lock of who makes an approved draft live: no other process takes up the same one."""
VERSIES = "versies"
"""Folder that holds a folder for each version."""
BEWAARDE_VERSIES = 20
"""Folders of versions that are kept; git has them all. A process that still reads an old one has long finished."""
HALF = ".half"
"""End of the name of what is not finished."""


class Opslag:
    """One folder. Several processes may read and write it at the same time."""

    def __init__(self, map_: Path) -> None:
        """Open, make and fill when empty, and put right what a crash left behind."""
        self.map = map_
        self._versies, self._concepten = map_ / VERSIES, map_ / "concepten"
        for deel in (self._versies, self._concepten):
            deel.mkdir(MAPRECHT, parents=True, exist_ok=True)
        with slot(self.map, PUBLICATIE):
            self._git = Geschiedenis(map_ / "git")
            if self._git.hoofd is None:
                self._publiceer(Bundel.meegeleverd(), None, _eerste())
            self._herstel()

    @property
    def levende_map(self) -> Path:
        """Folder of the live version, holding `kennis/` and `intents/`; never changes once handed out."""
        return levende_map(self.map)

    @property
    def versie(self) -> str:
        """The live version."""
        return self.levende_map.name

    def bundel(self, versie: str | None = None) -> Bundel:
        """The files of a version; of the live one by default."""
        return self._git.bundel(self._git.volledig(versie) if versie else self.versie)

    def veranderd(self, versie: str) -> tuple[Bundel, Bundel]:
        """The files a version changed, as they were and as they became."""
        return self._git.veranderd(self._git.volledig(versie))

    def is_begin(self, versie: str) -> bool:
        """Whether it is the first version, which brought everything."""
        return not self.veranderd(versie)[0].bestanden

    def publiceer(
        self, bundel: Bundel, op: str, wat: Publicatie, bereid_voor: Callable[[], None] = lambda: None
    ) -> Publicatie:
        """Make a version live, on top of `op`. Raises Verouderd when another one went live meanwhile.

        `bereid_voor` runs before anyone sees the version, to train and to try it; others can publish meanwhile.
        """
        bereid_voor()
        with slot(self.map, PUBLICATIE):
            if self._git.hoofd != op:
                raise Verouderd
            versie = self._publiceer(bundel, op, wat)
            self._ruim_op()
        return replace(wat, versie=versie)

    def _publiceer(self, bundel: Bundel, op: str | None, wat: Publicatie) -> str:
        versie = self._git.bereid(bundel, op, wat)
        self._zet_neer(versie, bundel)
        if not self._git.zet_hoofd(versie, op):
            raise Verouderd
        self._wijs_naar(versie)
        return versie

    def geschiedenis(self) -> Iterator[Publicatie]:
        """Newest first."""
        return self._git.publicaties()

    def concepten(self) -> list[Concept]:
        """All drafts, newest first."""
        return [self._lees(pad) for pad in sorted(self._concepten.glob("*.json"), reverse=True)]

    def concept(self, nr: int) -> Concept:
        """One draft. Raises Onbekend."""
        pad = self._pad(nr)
        if not pad.exists():
            raise Onbekend(f"Concept {nr} bestaat niet.")
        return self._lees(pad)

    def bewaar(self, concept: Concept) -> Concept:
        """Store a new draft (nr 0), or replace one when `stand` is still the latest. Raises Verouderd."""
        with slot(self.map, "concepten"):
            nr = concept.nr or 1 + max((int(p.stem) for p in self._concepten.glob("*.json")), default=0)
            if concept.nr and self.concept(nr).stand != concept.stand:
                raise Verouderd
            nieuw = concept.model_copy(update={"nr": nr, "stand": concept.stand + 1})
            _schrijf_heel(self._pad(nr), nieuw.model_dump_json(indent=1).encode())
        return nieuw

    def _pad(self, nr: int) -> Path:
        return self._concepten / f"{nr:06}.json"

    def _lees(self, pad: Path) -> Concept:
        try:
            return Concept.model_validate_json(pad.read_bytes())
        except ValidationError:
            raise Beheerfout(f"{pad}: dit concept is beschadigd. Zet het terug uit een reservekopie.") from None

    def _zet_neer(self, versie: str, bundel: Bundel) -> Path:
        """The folder of a version; it appears whole or not at all."""
        doel = self._versies / versie
        if not doel.exists():
            half = doel.with_suffix(HALF)
            shutil.rmtree(half, ignore_errors=True)
            bundel.schrijf(half)
            half.rename(doel)
            _spoel(self._versies)
        return doel

    def _wijs_naar(self, versie: str) -> None:
        half = self.map / f"{LEVEND}{HALF}"
        half.unlink(missing_ok=True)
        half.symlink_to(Path(VERSIES) / versie)
        half.replace(self.map / LEVEND)
        _spoel(self.map)

    def _herstel(self) -> None:
        """Finish a publication of which the branch had moved, and drop what was never finished."""
        hoofd = self._git.hoofd
        assert hoofd is not None
        levend = self.map / LEVEND
        if not levend.is_symlink() or levend.readlink().name != hoofd or not levend.exists():
            self._zet_neer(hoofd, self._git.bundel(hoofd))
            self._wijs_naar(hoofd)
        for rest in self._versies.glob(f"*{HALF}"):
            shutil.rmtree(rest, ignore_errors=True)

    def _ruim_op(self) -> None:
        """Drop folders of old versions."""
        nieuwste = {p.versie for _, p in zip(range(BEWAARDE_VERSIES), self._git.publicaties(), strict=False)}
        for map_ in self._versies.iterdir():
            if map_.name not in nieuwste:
                shutil.rmtree(map_, ignore_errors=True)


@contextmanager
def slot(map_: Path, naam: str) -> Iterator[None]:
    """One at a time, over all processes; let go by the system when a process dies."""
    with (map_ / f"{naam}.slot").open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


def levende_map(map_: Path) -> Path:
    """Folder of the live version in a repository. Raises Beheerfout when there is none."""
    try:
        return (map_ / LEVEND).resolve(strict=True)
    except OSError:
        raise Beheerfout(f"{map_}: hier is geen kennis. Start het beheer één keer; dat vult de map.") from None


def _eerste() -> Publicatie:
    return Publicatie(
        "", datetime.now(UTC), "De meegeleverde kennis", "Deelwijzer", "", "Het begin van de geschiedenis.", "", None
    )


def _schrijf_heel(pad: Path, inhoud: bytes) -> None:
    """Replace a file in one step."""
    half = pad.with_suffix(HALF)
    with half.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
    half.replace(pad)
    _spoel(pad.parent)


def _spoel(map_: Path) -> None:
    """Make sure that names in a folder survive a power cut."""
    nr = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nr)
    finally:
        os.close(nr)
