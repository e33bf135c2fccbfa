"""Managing the knowledge with files and commands."""

from pathlib import Path

import pytest

from bot.beheer.opslag import Opslag
from bot.opdrachten.hoofd import main
from kennis.bewerken import Bundel
from tests.beheer.conftest import DOEL, wijziging

WIE = ["--titel", "Betere tekst", "--reden", "Was oud", "--bron", "ADV doel"]


@pytest.fixture
def config(tmp_path: Path) -> list[str]:
    pad = tmp_path / "instellingen.yaml"
    pad.write_text(f"beheer: {{map: {tmp_path / 'kennis'}}}\n", encoding="utf-8")
    return ["--config", str(pad)]


@pytest.fixture
def bestanden(tmp_path: Path) -> list[str]:
    """A folder with the one file that an officer changed, comments and all."""
    begin = Bundel.meegeleverd()
    anders = begin.met([wijziging(begin, DOEL, kort="Met de hand veranderd.")])
    pad = "kennis/antwoorden/advies.yaml"
    Bundel({pad: anders.bestanden[pad]}).schrijf(tmp_path / "werk")
    return ["--map", str(tmp_path / "werk")]


def test_files_are_compared_made_live_and_taken_back(
    config: list[str], bestanden: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kennis", "verschil", *config, *bestanden]) == 0
    assert "wordt “Met de hand veranderd.”" in capsys.readouterr().out
    zelfde = ["--auteur", "An", "--goedkeurder", "an"]
    assert main(["kennis", "publiceer", *config, *bestanden, *WIE, *zelfde]) == 1
    assert "Noem een collega" in capsys.readouterr().err

    opslag = Opslag(tmp_path / "kennis")
    assert opslag.concepten() == []
    eerst = opslag.versie
    assert main(["kennis", "publiceer", *config, *bestanden, *WIE, "--auteur", "An", "--goedkeurder", "Bo"]) == 0
    assert f"Live: versie {opslag.versie[:12]}" in capsys.readouterr().out
    assert "Met de hand veranderd." in opslag.bundel().bestanden["kennis/antwoorden/advies.yaml"].decode()
    assert main(["kennis", "verschil", *config]) == 0
    assert "An, Bo: Betere tekst" in capsys.readouterr().out

    assert main(["kennis", "terug", eerst[:12], *config, "--wie", "Bo", "--reden", "Vergissing"]) == 0
    assert opslag.bundel() == Bundel.meegeleverd()


def test_without_a_folder_the_message_says_which_setting_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kennis", "verschil"]) == 1
    assert "beheer.map" in capsys.readouterr().err


def test_schemas_and_export_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kennis", "schema", str(tmp_path / "schema")]) == 0
    assert main(["kennis", "uitvoer", str(tmp_path / "uit"), "--regio", "amersfoort", "--sinds", "2026-01-01"]) == 0
    soorten = ("html", "pdf", "csv", "jsonld")
    assert {p.name for p in (tmp_path / "uit").iterdir()} == {f"deelwijzer-amersfoort.{soort}" for soort in soorten}
    assert main(["kennis", "uitvoer", str(tmp_path / "uit"), "--regio", "nergens"]) == 1
    assert "amersfoort" in capsys.readouterr().err
