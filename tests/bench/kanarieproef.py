"""Drive the channels with questions full of canaries, and collect all that their processes wrote, printed or touched.

A channel is one entry of `KANALEN`: its name and a function that drives it. Everything a process prints
goes to files in the same folder as its home and its temporary files, so that one search covers all of it.
"""

import json
import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kanariematrix import drijf_matrix
from kanaries import NAMEN, NUMMERS, Zoeker
from kanarieserver import LAGEN
from kanariestart import SPOOR, omgeving, opdracht, server
from kanarieteams import drijf_teams

_SCHRIJFT = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_PAD = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ZIJ = r"(?:-wal|-shm|-journal)?"
"""Side files of SQLite."""
_MAG = re.compile(rf"/dev/(?:null|tty|shm/sem\.[\w.-]+)|.*/tellingen\.sqlite{_ZIJ}")
"""Everything any channel may open to write: the counts, and locks between processes, which hold a number."""
_LUS = re.compile(r'.*inet_addr\("127\.0\.0\.1"\).*')
"""An address on this computer."""
_PROEF = r"stdout|stderr|antwoorden|aanroepen\.strace"
"""Files that the test itself makes."""
_MAKEN = ("rename", "link", "symlink", "mkdir", "creat")


@dataclass(frozen=True)
class Kanaalproef:
    """A channel to drive: gets a folder and the questions; everything it leaves must be in that folder."""

    naam: str
    drijf: Callable[[Path, Sequence[str]], Sequence[str]]
    """Gives ids that tell who asked or where."""
    deel: float = 1.0
    """Share of the questions it gets: starting and drawing take time."""
    bestanden: str = ""
    """Names of the files it may write, next to the counts."""
    met_kenmerk: str = ""
    """Of these, the files that cannot do without ids of people and rooms."""
    belt: bool = False
    """Whether it may call other programs on this computer."""


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


def drijf_terminal(map_: Path, vragen: Sequence[str]) -> Sequence[str]:
    """The conversation in the terminal, from a pipe."""
    _langs_pijp(map_, [*(" ".join(v.split()) for v in vragen), "stop"], "-m", "bot", "chat")
    return ()


def drijf_jsonl(map_: Path, vragen: Sequence[str]) -> Sequence[str]:
    """The stream of questions; some lines are broken, some put a canary where a region or a role belongs."""
    goed = [json.dumps({"vraag": vraag}) for vraag in vragen]
    kapot = [f'{{"vraag": "{vraag}' for vraag in vragen[:20]]
    vreemd = [json.dumps({"vraag": v, "regio": v, "rol": v, "anders": v}) for v in vragen[:40]]
    soort = [json.dumps({"vraag": [v]}) for v in vragen[:10]] + [json.dumps(v) for v in vragen[:10]]
    _langs_pijp(map_, [*goed, *kapot, *vreemd, *soort], "-m", "bot", "vraag", "--jsonl")
    return ()


def drijf_dienst(map_: Path, vragen: Sequence[str]) -> Sequence[str]:
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
    return ()


KANALEN = (
    Kanaalproef("terminal", drijf_terminal, 0.1),
    Kanaalproef("jsonl", drijf_jsonl),
    Kanaalproef("dienst", drijf_dienst, 0.25),
    Kanaalproef(
        "matrix",
        drijf_matrix,
        0.04,
        bestanden=rf"postvak\.sqlite3{_ZIJ}|slot|sessie\.json|[^/]+\.db{_ZIJ}",
        met_kenmerk=rf"[^/]+\.db{_ZIJ}",
        belt=True,
    ),
    Kanaalproef("teams", drijf_teams, 0.12, bestanden=rf"claims\.sqlite{_ZIJ}", belt=True),
)


def geschreven(map_: Path, kanaal: Kanaalproef | None = None) -> set[str]:
    """Paths that the processes opened to write or made, and addresses they called, beyond what is allowed."""
    regels = (map_ / SPOOR).read_text(encoding="utf-8", errors="replace").splitlines()
    return {plek for regel in regels for plek in _plekken(regel) if not _mag(plek, kanaal)}


def _mag(plek: str, kanaal: Kanaalproef | None) -> bool:
    if _MAG.fullmatch(plek):
        return True
    if kanaal is None:
        return False
    eigen = kanaal.bestanden and re.fullmatch(rf".*/(?:{kanaal.bestanden})", plek)
    return bool(eigen or (kanaal.belt and _LUS.fullmatch(plek)))


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
    kenmerken: dict[str, int]
    """The same for ids of who asked and where, in files that may not have them."""
    geschreven: set[str]
    """What was opened to write and may not be."""
    vreemd: list[str]
    """Files that should not be there, such as a core dump."""


def speur(map_: Path, kanaal: Kanaalproef, vragen: Sequence[str]) -> Uitkomst:
    """Drive one channel in an empty folder and search everything it left."""
    deel = vragen[: round(len(vragen) * kanaal.deel)]
    ids = kanaal.drijf(map_, deel)
    sporen = _zonder(Zoeker().in_map(map_), SPOOR)
    kenmerken = _zonder(Zoeker(ids).in_map(map_), rf"{SPOOR}|{kanaal.met_kenmerk}") if ids else {}
    blijft = rf"{_PROEF}|tellingen\.sqlite{_ZIJ}|{kanaal.bestanden}"
    vreemd = [str(pad) for pad in map_.rglob("*") if pad.is_file() and not re.fullmatch(blijft, pad.name)]
    return Uitkomst(len(deel), sporen, kenmerken, geschreven(map_, kanaal), vreemd)


def _zonder(gevonden: dict[str, int], namen: str) -> dict[str, int]:
    return {pad: aantal for pad, aantal in gevonden.items() if not re.fullmatch(namen, Path(pad).name)}
