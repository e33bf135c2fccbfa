"""Logging and last words of the program: kinds and places only.

Threat: libraries log what they could not parse, and what they could not parse is what somebody typed; an exception
carries the value it choked on; a core dump holds all memory. So a message of a library never reaches any handler,
an exception is told by its type and its place, and no core is dumped.
"""

import ctypes
import json
import logging
import resource
import sys
import threading
import traceback
from collections import Counter
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

EIGEN = frozenset({"bot", "intents", "kennis"})
"""Packages whose log messages are ours and hold no user input."""
STIL = "melding van een bibliotheek; de tekst is weggelaten"
"""Stands in for every message of a library."""
ONLEESBAAR = "melding die niet te maken was"
"""Stands in for a message of ours whose arguments do not fit."""
VORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
NIVEAUS = {"fouten": logging.ERROR, "meldingen": logging.WARNING, "alles": logging.INFO}
"""What an administrator can ask for."""
_PR_SET_DUMPABLE = 4
"""Number of the Linux call that allows or forbids core dumps and looking into the memory of the process."""


def richt_in(niveau: int = logging.WARNING) -> None:
    """Make this process discreet: logging, uncaught exceptions, warnings and core dumps."""
    logging.setLogRecordFactory(maak_melding)
    logging.basicConfig(level=niveau, format=VORM, stream=sys.stderr, force=True)
    logging.captureWarnings(True)
    sys.excepthook = _niet_gevangen
    threading.excepthook = _niet_gevangen_in_draad
    sys.unraisablehook = _niet_op_te_werpen
    geen_geheugenafdruk()


class Meldingteller(logging.Handler):
    """Counts log messages by level, for whoever watches the program."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.aantallen = Counter({"waarschuwing": 0, "fout": 0})

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.aantallen["fout" if record.levelno >= logging.ERROR else "waarschuwing"] += 1


class Jsonvorm(logging.Formatter):
    """One JSON object per line, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, place and message; for an exception also where it came from."""
        tijd = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        uit = {"tijd": tijd, "niveau": record.levelname, "plek": record.name, "melding": record.getMessage()}
        if record.exc_text:
            uit["fout"] = record.exc_text
        return json.dumps(uit, ensure_ascii=False)


def stel_in(vorm: str, niveau: str) -> Meldingteller:
    """Give the log the shape (`console` or `json`) and level of the settings; the counter of what is logged."""
    wortel, teller = logging.getLogger(), Meldingteller()
    wortel.setLevel(NIVEAUS[niveau])
    if vorm == "json":
        for uitgang in wortel.handlers:
            uitgang.setFormatter(Jsonvorm())
    wortel.addHandler(teller)
    return teller


def geen_geheugenafdruk() -> None:
    """No core dump, neither to a file nor to a program that collects them."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def maak_melding(*args: Any, **opties: Any) -> logging.LogRecord:
    """A log record, emptied of whatever could hold user input before any handler sees it."""
    melding = logging.LogRecord(*args, **opties)
    melding.msg, melding.args = _boodschap(melding), ()
    if melding.exc_info:
        soort, _, spoor = melding.exc_info
        melding.exc_info, melding.exc_text = None, plaats(soort, spoor) if soort else None
    return melding


def _boodschap(melding: logging.LogRecord) -> str:
    if melding.name.partition(".")[0] not in EIGEN:
        return STIL
    try:
        return melding.getMessage()
    except Exception:  # logging would print the arguments that do not fit
        return ONLEESBAAR


def plaats(soort: type[BaseException], spoor: TracebackType | None) -> str:
    """An exception as its type and the place it came from, without its message."""
    plekken = traceback.extract_tb(spoor, limit=-1)
    waar = "".join(f" in {p.filename}, regel {p.lineno} ({p.name})" for p in plekken)
    return f"{soort.__module__}.{soort.__qualname__}{waar}"


def _meld(soort: type[BaseException] | None, spoor: TracebackType | None) -> None:
    logging.getLogger("bot").critical("onverwachte fout: %s", plaats(soort or BaseException, spoor))


def _niet_gevangen(soort: type[BaseException], _: BaseException, spoor: TracebackType | None) -> None:
    if not issubclass(soort, KeyboardInterrupt):
        _meld(soort, spoor)


def _niet_gevangen_in_draad(fout: threading.ExceptHookArgs) -> None:
    _meld(fout.exc_type, fout.exc_traceback)


def _niet_op_te_werpen(fout: "sys.UnraisableHookArgs") -> None:
    _meld(fout.exc_type, fout.exc_traceback)
