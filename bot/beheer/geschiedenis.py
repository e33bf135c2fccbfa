"""The history of the knowledge: one git commit per publication, with who, who approved, why and on which source."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dulwich.diff_tree import tree_changes
from dulwich.index import commit_tree
from dulwich.object_store import iter_tree_contents
from dulwich.objects import Blob, Commit, ObjectID
from dulwich.refs import Ref
from dulwich.repo import Repo

from bot.beheer.fouten import Onbekend
from kennis.bewerken import Bundel

TAK = Ref(b"refs/heads/main")
GEWOON_BESTAND = 0o100644
UITGEVER = b"Deelwijzer <deelwijzer>"
"""Who makes the commit; the author is the officer."""
GOEDGEKEURD, BRON, CONCEPT = "Goedgekeurd-door", "Bron", "Concept"
"""Trailers of a commit message."""
MAPRECHT = 0o700
"""History and drafts name who wrote and who approved: nobody else on the computer may look."""
_VERSIE = re.compile(r"[0-9a-f]{12,40}")
"""A version is named by 12 digits or more; with thousands of versions two are never alike."""


@dataclass(frozen=True)
class Publicatie:
    """One version in the history."""

    versie: str
    """Git commit, 40 hex digits; 12 are enough to name it."""
    moment: datetime
    titel: str
    auteur: str
    goedkeurder: str
    """Empty for the first version."""
    reden: str
    bron: str
    concept: int | None


class Geschiedenis:
    """A bare git repository; one writer at a time, which `Opslag` sees to."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._repo = Repo(str(map_)) if (map_ / "HEAD").exists() else _maak(map_)

    @property
    def hoofd(self) -> str | None:
        """The latest version; None before the first."""
        sha = self._repo.refs.read_ref(TAK)
        return sha.decode() if sha else None

    def bereid(self, bundel: Bundel, op: str | None, wat: Publicatie) -> str:
        """Store a commit that no branch leads to yet; its id."""
        self._ontgrendel()
        winkel = self._repo.object_store
        blobs = {pad: Blob.from_string(ruw) for pad, ruw in bundel.bestanden.items()}
        for blob in blobs.values():
            if blob.id not in winkel:
                winkel.add_object(blob)
        commit = Commit()
        commit.tree = commit_tree(winkel, [(p.encode(), b.id, GEWOON_BESTAND) for p, b in blobs.items()])
        commit.parents = [ObjectID(op.encode())] if op else []
        commit.author = _persoon(wat.auteur)
        commit.committer = UITGEVER
        commit.author_time = commit.commit_time = int(wat.moment.timestamp())
        commit.author_timezone = commit.commit_timezone = 0
        commit.encoding = b"UTF-8"
        commit.message = _bericht(wat).encode()
        winkel.add_object(commit)
        return commit.id.decode()

    def zet_hoofd(self, versie: str, op: str | None) -> bool:
        """Move the branch in one step; False when it is no longer at `op`."""
        return self._repo.refs.set_if_equals(TAK, ObjectID(op.encode()) if op else None, ObjectID(versie.encode()))

    def _ontgrendel(self) -> None:
        """Drop locks of a process that died; `Opslag` lets one writer in at a time, so they are nobody's."""
        for patroon in ("*.lock", "refs/heads/*.lock", "objects/*/*.lock"):
            for slot in self._map.glob(patroon):
                slot.unlink()

    def volledig(self, versie: str) -> str:
        """The whole id of a version named by at least 12 digits. Raises Onbekend."""
        if _VERSIE.fullmatch(versie):
            for commit in self._commits():
                if commit.id.decode().startswith(versie):
                    return commit.id.decode()
        raise Onbekend("Deze versie bestaat niet. Kijk in de geschiedenis.")

    def bundel(self, versie: str) -> Bundel:
        """All files of a version."""
        winkel = self._repo.object_store
        delen = iter_tree_contents(winkel, self._commit(versie).tree)
        return Bundel({d.path.decode(): _inhoud(winkel[d.sha]) for d in delen if d.path and d.sha})

    def veranderd(self, versie: str) -> tuple[Bundel, Bundel]:
        """The files a version changed, as they were and as they became."""
        winkel, commit = self._repo.object_store, self._commit(versie)
        ouder = self._commit(commit.parents[0].decode()).tree if commit.parents else None
        voor: dict[str, bytes] = {}
        na: dict[str, bytes] = {}
        for deel in tree_changes(winkel, ouder, commit.tree):
            for kant, houder in ((deel.old, voor), (deel.new, na)):
                if kant and kant.path and kant.sha:
                    houder[kant.path.decode()] = _inhoud(winkel[kant.sha])
        return Bundel(voor), Bundel(na)

    def publicaties(self) -> Iterator[Publicatie]:
        """Newest first."""
        return map(_publicatie, self._commits())

    def _commits(self) -> Iterator[Commit]:
        versie = self.hoofd
        while versie:
            commit = self._commit(versie)
            yield commit
            versie = commit.parents[0].decode() if commit.parents else None

    def _commit(self, versie: str) -> Commit:
        commit = self._repo.object_store[ObjectID(versie.encode())]
        assert isinstance(commit, Commit)
        return commit


def _maak(map_: Path) -> Repo:
    """A new repository; it appears whole or not at all."""
    half = map_.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(MAPRECHT)
    Repo.init_bare(str(half), default_branch=b"main").close()
    half.rename(map_)
    return Repo(str(map_))


def _inhoud(blob: object) -> bytes:
    assert isinstance(blob, Blob)
    return blob.data


def _persoon(naam: str) -> bytes:
    """An identity git can hold: name, and an address that is none."""
    kaal = _een_regel(re.sub(r"[<>\x00-\x1f]", " ", naam)) or "onbekend"
    return f"{kaal} <beheer>".encode()


def _een_regel(tekst: str) -> str:
    return " ".join(tekst.split())


def _bericht(wat: Publicatie) -> str:
    trailers = {GOEDGEKEURD: wat.goedkeurder, BRON: wat.bron, CONCEPT: str(wat.concept or "")}
    staart = "\n".join(f"{naam}: {_een_regel(waarde)}" for naam, waarde in trailers.items() if waarde)
    return "\n\n".join(deel for deel in (_een_regel(wat.titel), wat.reden.strip(), staart or f"{CONCEPT}: 0") if deel)


def _publicatie(commit: Commit) -> Publicatie:
    kop, *midden = commit.message.decode().strip().split("\n\n")
    staart = dict(regel.split(": ", 1) for regel in midden.pop().split("\n") if ": " in regel) if midden else {}
    nr = int(staart.get(CONCEPT, "0"))
    return Publicatie(
        versie=commit.id.decode(),
        moment=datetime.fromtimestamp(commit.commit_time, UTC),
        titel=kop,
        auteur=commit.author.decode().partition(" <")[0],
        goedkeurder=staart.get(GOEDGEKEURD, ""),
        reden="\n\n".join(midden),
        bron=staart.get(BRON, ""),
        concept=nr or None,
    )
