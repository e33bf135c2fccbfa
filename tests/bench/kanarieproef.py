"""Drive the channels with questions full of canaries, and collect all that their processes wrote, printed or touched.

A channel is one entry of `KANALEN`: its name and a function that drives it. Everything a process prints
goes to files in the same folder as its home and its temporary files, so that one search covers all of it.
"""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from herkomst import WORTEL
from kanaries import NAMEN, NUMMERS, Zoeker
from kanarieserver import LAGEN

GEDULD = 120.0
"""Seconds for a process to start or to stop."""
SPOOR = "aanroepen.strace"
"""File with the system calls; written by strace, not by the program."""
_OPROEPEN = "trace=open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,connect"
_SCHRIJFT = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_PAD = re.compile(r'"((?:[^"\\]|\\.)*)"')
_MAG = re.compile(r"^(?:/dev/(?:null|tty|shm/sem\.[\w.-]+)|.*/tellingen\.sqlite(?:-wal|-shm|-journal)?)$")
"""Everything the program may open to write: the counts, and locks between processes, which hold a number."""
BLIJFT = re.compile(r"stdout|stderr|antwoorden|aanroepen\.strace|tellingen\.sqlite(?:-wal|-shm)?")
"""Names of all files that may be there afterwards; the first four are made by the test itself."""
_MAKEN = ("rename", "link", "symlink", "mkdir", "creat")


@dataclass(frozen=True)
class Kanaalproef:
    """A channel to drive: gets a folder and the questions; everything it leaves must be in that folder."""

    naam: str
    drijf: Callable[[Path, Sequence[str]], None]
    deel: float = 1.0
    """Share of the questions it gets: starting and drawing take time."""


def omgeving(map_: Path) -> dict[str, str]:
    """A home and a place for temporary files inside the folder."""
    plek = str(map_)
    eigen = {"HOME": plek, "TMPDIR": plek, "XDG_CACHE_HOME": plek, "XDG_STATE_HOME": plek, "XDG_DATA_HOME": plek}
    python = {"PYTHONPATH": str(WORTEL), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    return {**os.environ, **eigen, **python}


def opdracht(map_: Path, *woorden: str) -> list[str]:
    """A command line that also writes down which files are opened to write, by it and by its children."""
    volg = ["strace", "-f", "-qq", "-y", "--seccomp-bpf", "-e", _OPROEPEN, "-o", str(map_ / SPOOR), "-A"]
    return [*volg, sys.executable, *woorden]


def _langs_pijp(map_: Path, regels: Sequence[str], *woorden: str) -> None:
    """Feed lines to a program and wait until it is done."""
    with (map_ / "stdout").open("wb") as uit, (map_ / "stderr").open("wb") as fout:
        proces = subprocess.Popen(
            opdracht(map_, *woorden),
            cwd=map_,
            env=omgeving(map_),
            stdin=subprocess.PIPE,
            stdout=uit,
            stderr=fout,
        )
        proces.communicate("".join(f"{regel}\n" for regel in regels).encode())
    if proces.returncode != 0:
        raise RuntimeError(f"gestopt met status {proces.returncode}")


def drijf_terminal(map_: Path, vragen: Sequence[str]) -> None:
    """The conversation in the terminal, from a pipe."""
    _langs_pijp(map_, [*(" ".join(v.split()) for v in vragen), "stop"], "-m", "bot", "chat")


def drijf_jsonl(map_: Path, vragen: Sequence[str]) -> None:
    """The stream of questions; some lines are broken, some put a canary where a region or a role belongs."""
    goed = [json.dumps({"vraag": vraag}) for vraag in vragen]
    kapot = [f'{{"vraag": "{vraag}' for vraag in vragen[:20]]
    vreemd = [json.dumps({"vraag": v, "regio": v, "rol": v, "anders": v}) for v in vragen[:40]]
    soort = [json.dumps({"vraag": [v]}) for v in vragen[:10]] + [json.dumps(v) for v in vragen[:10]]
    _langs_pijp(map_, [*goed, *kapot, *vreemd, *soort], "-m", "bot", "vraag", "--jsonl")


@dataclass
class Server:
    """A running service."""

    poort: int
    proces: int

    def stuur(self, pad: str, inhoud: bytes | None = None) -> tuple[int, bytes]:
        """Status and body."""
        verzoek = urllib.request.Request(f"http://127.0.0.1:{self.poort}{pad}", inhoud)
        try:
            with urllib.request.urlopen(verzoek, timeout=GEDULD) as antwoord:
                return antwoord.status, antwoord.read()
        except urllib.error.HTTPError as fout:
            with fout:
                return fout.code, fout.read()

    def vraag(self, tekst: str, storing: str | None = None, wie: str | None = None) -> tuple[int, bytes]:
        """Ask, by default as a user and in a room whose names are canaries as well."""
        bericht = {"tekst": tekst, "wie": wie or f"@{tekst}", "kamer": wie or f"!{tekst}", "storing": storing}
        return self.stuur("/vraag", json.dumps(bericht).encode())


@contextmanager
def server(map_: Path, *opties: str) -> Iterator[Server]:
    """The service with the channel for tests; stopped with a signal unless it is gone already."""
    with (map_ / "stderr").open("ab") as fout:
        proces = subprocess.Popen(
            opdracht(map_, str(WORTEL / "tests/bench/kanarieserver.py"), str(map_), *opties),
            cwd=map_,
            env=omgeving(map_),
            stdout=subprocess.PIPE,
            stderr=fout,
        )
        assert proces.stdout is not None
        regel = proces.stdout.readline().decode().split()
        if len(regel) != 4:
            raise RuntimeError("de dienst startte niet")
        dienst = Server(int(regel[1]), int(regel[3]))
        try:
            yield dienst
        finally:
            if proces.poll() is None:
                os.kill(dienst.proces, signal.SIGTERM)
            rest, _ = proces.communicate(timeout=GEDULD)
            with (map_ / "stdout").open("ab") as uit:
                uit.write(rest)


def drijf_dienst(map_: Path, vragen: Sequence[str]) -> None:
    """Questions, failures in every layer, broken requests, kill -9 and a fresh start on the same files."""
    storingen = [None, None, *LAGEN, "kanaal", "bibliotheek"]
    helft = len(vragen) // 2
    with server(map_) as dienst, (map_ / "antwoorden").open("ab") as uit:
        for nr, tekst in enumerate(vragen[:helft]):
            uit.write(dienst.vraag(tekst, storingen[nr % len(storingen)])[1])
            if nr % 10 == 0:
                uit.write(dienst.stuur("/vraag", tekst.encode())[1])
                uit.write(dienst.stuur(f"/{tekst.encode().hex()}")[1])
        uit.write(dienst.stuur("/metrics")[1])
        os.kill(dienst.proces, signal.SIGKILL)
    with server(map_) as dienst, (map_ / "antwoorden").open("ab") as uit:
        for nr, tekst in enumerate(vragen[helft:]):
            uit.write(dienst.vraag(tekst, storingen[nr % len(storingen)])[1])
        for kanarie in (*NAMEN, *NUMMERS):
            uit.write(dienst.vraag(f"/indienen mag {kanarie} mee op kamp?", wie="indiener")[1])
            uit.write(dienst.vraag("ja", wie="indiener")[1])
        uit.write(dienst.stuur("/metrics")[1])
        uit.write(dienst.stuur("/gezond")[1])
        os.kill(dienst.proces, signal.SIGABRT)


KANALEN = (
    Kanaalproef("terminal", drijf_terminal, 0.1),
    Kanaalproef("jsonl", drijf_jsonl),
    Kanaalproef("dienst", drijf_dienst, 0.25),
)


def geschreven(map_: Path) -> set[str]:
    """Paths that the processes opened to write or made, and addresses they called, beyond what is allowed."""
    regels = (map_ / SPOOR).read_text(encoding="utf-8", errors="replace").splitlines()
    return {plek for regel in regels for plek in _plekken(regel) if not _MAG.match(plek)}


def _plekken(regel: str) -> Iterator[str]:
    """What one system call writes to or reaches; nothing when it failed or only reads."""
    naam = re.match(r"(?:\d+ +)?(\w+)\(", regel)
    if naam is None or " = -1 " in regel:
        return
    if naam[1] == "connect":
        yield from re.findall(r"sa_family=AF_INET6?.*?\}", regel)
    elif naam[1].startswith(_MAKEN) or _SCHRIJFT.search(regel):
        yield from _PAD.findall(regel)[-1:]


@dataclass(frozen=True)
class Uitkomst:
    """What one channel left behind."""

    vragen: int
    sporen: dict[str, int]
    """File to traces of canaries in it."""
    geschreven: set[str]
    """What was opened to write and may not be."""
    vreemd: list[str]
    """Files that should not be there, such as a core dump."""


def speur(map_: Path, kanaal: Kanaalproef, vragen: Sequence[str]) -> Uitkomst:
    """Drive one channel in an empty folder and search everything it left."""
    deel = vragen[: round(len(vragen) * kanaal.deel)]
    kanaal.drijf(map_, deel)
    sporen = {pad: aantal for pad, aantal in Zoeker().in_map(map_).items() if not pad.endswith(SPOOR)}
    vreemd = [str(pad) for pad in map_.rglob("*") if not BLIJFT.fullmatch(pad.name)]
    return Uitkomst(len(deel), sporen, geschreven(map_), vreemd)
