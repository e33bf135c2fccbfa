"""The library `deduce`, loaded quietly: it finds Dutch person names in running text."""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.privacy.lijsten import DEDUCEMAP, NietGebouwd

_PERSOON = frozenset({"persoon", "patient"})
# Everything but names is switched off: fixed forms, dates and addresses have their own modules.
_STUK = 300
_UIT = frozenset(
    {"locations", "institutions", "dates", "ages", "identifiers", "phone_numbers", "email_addresses", "urls"}
)


@contextmanager
def _stil() -> Iterator[None]:
    """Importing deduce opens the root logger up to standard output; put everything back as it was.

    Without garbage collection loading takes half the time.
    """
    wortel = logging.getLogger()
    niveau, handlers = wortel.level, list(wortel.handlers)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            gc.disable()  # it would search the hundred thousand objects of the lists for garbage, over and over
            yield
    finally:
        gc.enable()
        wortel.setLevel(niveau)
        for h in [h for h in wortel.handlers if h not in handlers]:
            wortel.removeHandler(h)


def laad_deduce(**opties: Any) -> Any:
    """Make a Deduce object without touching the logging of this program."""
    with _stil():
        from deduce import Deduce

        logging.getLogger().setLevel(logging.WARNING)

        return Deduce(**opties)


class Naammotor:
    """Person names as deduce sees them, as (begin, end) pairs."""

    def __init__(self, bouwmap: Path) -> None:
        cache = bouwmap / DEDUCEMAP
        if not (cache / "cache" / "lookup_structs.pickle").exists():
            raise NietGebouwd(bouwmap)
        self._deduce = laad_deduce(cache_path=cache)

    def personen(self, tekst: str) -> list[tuple[int, int]]:
        """Begin and end of every person name deduce finds."""
        uit: list[tuple[int, int]] = []
        for begin, stuk in _stukken(tekst):
            vondsten = self._deduce.deidentify(stuk, disabled=set(_UIT)).annotations
            uit += [(begin + a.start_char, begin + a.end_char) for a in vondsten if a.tag in _PERSOON]
        return sorted(uit)


def _stukken(tekst: str) -> Iterator[tuple[int, str]]:
    """Pieces of bounded length, cut at a space: deduce takes quadratic time on some texts."""
    begin = 0
    while begin < len(tekst):
        eind = begin + _STUK
        if eind < len(tekst):
            spatie = tekst.rfind(" ", begin + _STUK // 2, eind)
            eind = spatie if spatie > 0 else eind
        yield begin, tekst[begin:eind]
        begin = eind
