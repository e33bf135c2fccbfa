"""One guard for all tests; its lists are built once and kept for the next run."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from bot.privacy import Poort
from bot.privacy.bouw import bouw
from bot.privacy.lijsten import NietGebouwd

VANDAAG = date(2026, 11, 24)
BEKEND = (
    "Goeree-Overflakkee",
    "Kibeo",
    "De Kleine Schans",
    "KidzEiland",
    "Kwadraad",
    "CJG Rijnmond",
    "Amersfoort",
    "Middelharnis",
    "Dirksland",
    "Sommelsdijk",
    "Kindkans",
)


@pytest.fixture(scope="session")
def bouwmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with look-up lists, from DEELWIJZER_PRIVACY or made here."""
    eigen = os.environ.get("DEELWIJZER_PRIVACY")
    map_ = Path(eigen) if eigen else tmp_path_factory.mktemp("privacy")
    try:
        Poort((), bouwmap=map_)
    except NietGebouwd:
        bouw(map_)
    return map_


@pytest.fixture(scope="session")
def poort(bouwmap: Path) -> Poort:
    """A guard that knows a few organisations and places, on a fixed day."""
    return Poort(BEKEND, vandaag=lambda: VANDAAG, bouwmap=bouwmap)
