"""The page with all decisions: one file, no network, safe data, and the same outcome as the rules."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kennis.laden import Kennis
from kennis.matrix import als_script, maak_matrix, schrijf_matrix
from kennis.matrix.__main__ import main
from kennis.matrix.gegevens import gegevens

DAG = date(2026, 11, 22)
GROOTSTE_PAGINA = 3_000_000
"""Bytes; more is too slow to open on a phone."""


@pytest.fixture(scope="module")
def pagina(echte_kennis: Kennis) -> str:
    return maak_matrix(echte_kennis, DAG)


def _data(pagina: str) -> Any:
    raak = re.search(r'<script type="application/json" id="gegevens">(.*?)</script>', pagina, re.DOTALL)
    assert raak is not None
    return json.loads(raak[1])


def test_pagina_staat_op_zichzelf(pagina: str) -> None:
    assert '<html lang="nl">' in pagina
    assert "@@" not in pagina
    assert len(pagina.encode()) < GROOTSTE_PAGINA
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!data:)|@import|url\(|fetch\(|XMLHttpRequest""", pagina)


def test_gegevens_staan_heel_in_de_pagina(pagina: str, echte_kennis: Kennis) -> None:
    data = _data(pagina)
    assert data["versie"] == echte_kennis.versie
    assert {regio["id"] for regio in data["regios"]} == set(echte_kennis.regios)
    assert [regel["id"] for regel in data["regels"]] == list(echte_kennis.regels)


def test_elk_begrip_staat_een_keer_in_de_lijst(echte_kennis: Kennis) -> None:
    for dim, lijst in gegevens(echte_kennis, DAG)["begrippen"].items():
        ids = [b["id"] for b in lijst]
        assert len(ids) == len(set(ids)), dim


def test_tekst_kan_het_blok_niet_afsluiten() -> None:
    gemeen = "</script><script>alert(1)</script>&\u2028<!--"
    veilig = als_script({"kort": gemeen})
    assert not set("<>&\u2028") & set(veilig)
    assert json.loads(veilig) == {"kort": gemeen}


def test_opdracht_schrijft_het_bestand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "matrix.html"
    assert main(["--html", str(doel)]) == 0
    assert doel.stat().st_size > 0
    assert main(["--html", str(tmp_path / "bestaat" / "niet.html")]) == 1


def test_kleine_kennis_geeft_ook_een_pagina(kleine_kennis: Kennis, tmp_path: Path) -> None:
    doel = tmp_path / "klein.html"
    schrijf_matrix(kleine_kennis, doel, DAG)
    assert _data(doel.read_text(encoding="utf-8"))["versie"] == kleine_kennis.versie
