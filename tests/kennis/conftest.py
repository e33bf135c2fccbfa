"""A small body of knowledge that is in order, and the real one."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from kennis.laden import Kennis, laad_kennis

VOORBEELDEN = Path(__file__).parent / "voorbeelden"

MetBestand = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def echte_kennis() -> Kennis:
    """What ships with the program."""
    return laad_kennis()


@pytest.fixture(scope="session")
def kleine_kennis() -> Kennis:
    """A handful of concepts and rules without a single finding."""
    return laad_kennis(VOORBEELDEN / "geldig")


@pytest.fixture
def met_bestand(tmp_path: Path) -> MetBestand:
    """The small knowledge with one file replaced."""

    def maak(naam: str, inhoud: str) -> Path:
        map_ = tmp_path / "kennis"
        copytree(VOORBEELDEN / "geldig", map_, dirs_exist_ok=True)
        (map_ / naam).write_text(inhoud, encoding="utf-8")
        return map_

    return maak
