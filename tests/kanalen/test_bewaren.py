"""Files written by the terminal."""

from pathlib import Path

from bot.gesprek.gids import Bestand
from bot.kanalen.bewaren import bewaar
from bot.kanalen.teksten import laad_teksten

TEKSTEN = laad_teksten().bewaren
FORMULIER = Bestand("formulier.pdf", "application/pdf", b"nieuw")


def test_een_bestand_komt_nooit_over_een_ander(tmp_path: Path) -> None:
    (tmp_path / "formulier.pdf").write_bytes(b"oud")
    assert str(tmp_path / "formulier-2.pdf") in bewaar(FORMULIER, tmp_path, TEKSTEN)
    assert (tmp_path / "formulier.pdf").read_bytes() == b"oud"
    assert (tmp_path / "formulier-2.pdf").read_bytes() == b"nieuw"


def test_een_naam_wijst_nooit_buiten_de_map(tmp_path: Path) -> None:
    map_ = tmp_path / "hier"
    map_.mkdir()
    bewaar(Bestand("../weg.txt", "text/plain", b"x"), map_, TEKSTEN)
    assert [pad.name for pad in map_.iterdir()] == ["weg.txt"]


def test_niet_kunnen_schrijven_wordt_gezegd(tmp_path: Path) -> None:
    assert "kon formulier.pdf niet opslaan" in bewaar(FORMULIER, tmp_path / "bestaat niet", TEKSTEN)
