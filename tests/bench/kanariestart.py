"""Starts a process in a folder of its own, with a system call trace of all it opens to write and all it calls."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from herkomst import WORTEL

GEDULD = 120.0
"""Seconds for a process to start or to stop."""
SPOOR = "aanroepen.strace"
"""File with the system calls; written by strace, not by the program."""
_OPROEPEN = "trace=open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,connect"


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
def server(map_: Path, *opties: str, programma: str = "kanarieserver.py") -> Iterator[Server]:
    """A service, by default the one with the channel for tests; stopped with a signal unless it is gone already."""
    with (map_ / "stderr").open("ab") as fout:
        proces = subprocess.Popen(
            opdracht(map_, str(Path(__file__).with_name(programma)), str(map_), *opties),
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
