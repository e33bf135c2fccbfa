"""Who did what, when and with what outcome; one JSON line each. Never what was typed in a question or a text field."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from kennis.fouten import DeelwijzerFout

MEESTE_REGELS = 200
"""Lines the page shows."""


class Logboekfout(DeelwijzerFout):
    """The log cannot be written: then nothing may be done that belongs in it."""


class Logboek:
    """Appends to one file that only this program reads."""

    def __init__(self, bestand: Path, nu: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._bestand = bestand
        self._nu = nu
        self._slot = Lock()

    def schrijf(self, wie: str, wat: str, waarop: str = "", uitkomst: str = "gelukt") -> None:
        """Add a line; `waarop` is an id of the knowledge or of a draft. Raises Logboekfout."""
        regel = {
            "tijd": self._nu().isoformat(timespec="seconds"),
            "wie": wie,
            "wat": wat,
            "waarop": waarop,
            "uitkomst": uitkomst,
        }
        tekst = json.dumps(regel, ensure_ascii=False) + "\n"
        try:
            self._bestand.parent.mkdir(parents=True, exist_ok=True)
            with self._slot, os.fdopen(os.open(self._bestand, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as f:
                f.write(tekst)
        except OSError as fout:
            raise Logboekfout(f"{self._bestand}: het logboek is niet te schrijven ({fout.strerror}).") from None

    def laatste(self, aantal: int = MEESTE_REGELS) -> list[dict[str, str]]:
        """The newest lines first; a line that was cut off by a power failure is left out."""
        try:
            regels = self._bestand.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [r for regel in reversed(regels[-aantal:]) if (r := _lees(regel)) is not None]


def _lees(regel: str) -> dict[str, str] | None:
    try:
        ruw = json.loads(regel)
    except ValueError:
        return None
    return {str(k): str(v) for k, v in ruw.items()} if isinstance(ruw, dict) else None
