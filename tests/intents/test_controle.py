"""The check of words and examples finds what it must, and finds nothing in what ships."""

import shutil
from pathlib import Path

import pytest
from stof import VRAGENMAP

from intents.controle import controleer_taal, lees_proef
from intents.laden import INTENTSMAP
from kennis.laden import Kennis

EIGEN = [pad for pad in VRAGENMAP.iterdir() if not pad.name.startswith("persoonsgegevens")]
"""Test questions that may not be learnt; those on personal data do not measure understanding."""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A copy of the language data to spoil."""
    for naam in ("woorden", "vragen"):
        shutil.copytree(INTENTSMAP / naam, tmp_path / naam)
    shutil.copy(INTENTSMAP / "toegestaan.yaml", tmp_path)
    return tmp_path


def _vragen(map_: Path, tekst: str) -> Path:
    pad = map_ / "vragen" / "zz.yaml"
    pad.write_text(f"vragen:\n{tekst}", encoding="utf-8")
    return pad


def test_wat_meegaat_is_in_orde(kennis: Kennis) -> None:
    assert [str(b) for b in controleer_taal(kennis, proeven=EIGEN)] == []


def test_een_woord_voor_twee_begrippen_wordt_gevonden(kennis: Kennis, map_: Path) -> None:
    pad = map_ / "woorden" / "partijen.yaml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("\n  onderwijs: [", "\n  onderwijs: [juffen, "), encoding="utf-8")
    (bevinding,) = controleer_taal(kennis, map_)
    assert bevinding.wat.startswith(f"'juf' noemt 'partijen: school', maar 'juffen' ({pad}, regel 7,")
    assert "toegestaan.yaml" in bevinding.herstel


def test_een_zin_bij_twee_onderwerpen_wordt_gevonden(kennis: Kennis, map_: Path) -> None:
    pad = _vragen(map_, "  begrip.fg:\n  - Wie tekent namens de gemeente?\n")
    (bevinding,) = controleer_taal(kennis, map_)
    assert "staat ook bij 'ondertekening.wie'" in bevinding.wat
    assert (bevinding.plek.bestand, bevinding.plek.regel) == (pad, 3)


def test_een_bijna_gelijke_zin_bij_een_ander_onderwerp_wordt_gevonden(kennis: Kennis, map_: Path) -> None:
    _vragen(map_, "  begrip.fg:\n  - namens de gemeentes wie tekent\n")
    (bevinding,) = controleer_taal(kennis, map_)
    assert "is bijna gelijk aan" in bevinding.wat


def test_een_proefvraag_mag_geen_voorbeeld_zijn(kennis: Kennis, map_: Path, tmp_path: Path) -> None:
    proef = tmp_path / "proef.jsonl"
    proef.write_text('{"vraag": "Wie tekent namens de gemeente?"}\n', encoding="utf-8")
    (bevinding,) = controleer_taal(kennis, map_, [proef])
    assert "proefvraag" in bevinding.wat


def test_een_tekstbestand_met_proefvragen_mag_opmerkingen_hebben(tmp_path: Path) -> None:
    proef = tmp_path / "proef.txt"
    proef.write_text("# opmerking\n\nmag dit\n", encoding="utf-8")
    assert lees_proef(proef) == ["mag dit"]
