"""A core to talk with, and a real pseudo-terminal with the program in it."""

import codecs
import os
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
GEDULD = 40.0
"""Seconds to wait for output; a slow machine needs some ten to start."""
REGELS, KOLOMMEN = 60, 100
_STUURTEKENS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>()][0-9A-B]?|\r")


class Scherm:
    """The program in a pseudo-terminal; waiting means reading until the words are there."""

    def __init__(self, thuis: Path, *opties: str) -> None:
        self._meester, slaaf = os.openpty()
        termios.tcsetwinsize(slaaf, (REGELS, KOLOMMEN))
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat", *opties],
            stdin=slaaf,
            stdout=slaaf,
            stderr=slaaf,
            cwd=thuis,
            env=omgeving(thuis),
            start_new_session=True,
        )
        os.close(slaaf)
        self._gelezen = ""
        self._ontcijfer = codecs.getincrementaldecoder("utf-8")()

    def typ(self, toetsen: str) -> None:
        """Press keys."""
        os.write(self._meester, toetsen.encode())

    def wacht_op(self, tekst: str) -> str:
        """Everything up to these words, without colours; what follows stays for the next wait."""
        eind = time.monotonic() + GEDULD
        while (plek := self._kaal().find(tekst)) < 0:
            self._lees(eind - time.monotonic(), tekst)
        kaal = self._kaal()
        self._gelezen = kaal[plek + len(tekst) :]
        return kaal[: plek + len(tekst)]

    def wacht_op_einde(self) -> int:
        """Exit status."""
        return self._proces.wait(GEDULD)

    def sluit(self) -> None:
        """End the program if it still runs."""
        if self._proces.poll() is None:
            self._proces.kill()
            self._proces.wait()
        os.close(self._meester)

    def _lees(self, hooguit: float, tekst: str) -> None:
        klaar, _, _ = select.select([self._meester], [], [], max(0.0, hooguit))
        if not klaar:
            raise AssertionError(f"niet gezien: {tekst!r}; wel: {self._kaal()!r}")
        try:
            self._gelezen += self._ontcijfer.decode(os.read(self._meester, 65536))
        except OSError:
            raise AssertionError(f"gestopt voor {tekst!r}; wel gezien: {self._kaal()!r}") from None

    def _kaal(self) -> str:
        return _STUURTEKENS.sub("", self._gelezen)


def omgeving(thuis: Path) -> dict[str, str]:
    """A home of its own, so that a file left behind is seen."""
    vast = {"HOME": str(thuis), "PYTHONPATH": str(WORTEL), "PROMPT_TOOLKIT_NO_CPR": "1"}
    return {**os.environ, **vast, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def scherm(tmp_path: Path) -> Iterator[Scherm]:
    """A started conversation."""
    open_scherm = Scherm(tmp_path)
    yield open_scherm
    open_scherm.sluit()
