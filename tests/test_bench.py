"""The measuring tools keep where a figure comes from."""

import json
from pathlib import Path

import meet
import verstaan
from herkomst import herkomst

METER = """
import json, sys
doel = sys.argv[sys.argv.index("--json") + 1]
with open(doel, "w") as bestand:
    json.dump({"opdracht": sys.argv[sys.argv.index("--") + 2:]}, bestand)
sys.exit(STATUS)
"""
"""Stands in for the scoring program: writes which command it was to score."""


def _meet(map_: Path, status: int) -> tuple[int, Path]:
    meter, vragen, resultaat = map_ / "meter.py", map_ / "vragen.jsonl", map_ / "nieuw" / "uit.json"
    meter.write_text(METER.replace("STATUS", str(status)), encoding="utf-8")
    vragen.touch()
    return meet.main(meter, vragen, resultaat), resultaat


def test_herkomst_noemt_machine_versies_en_commit() -> None:
    assert set(herkomst()) == {"machine", "versies", "commit"}


def test_meten_zet_de_herkomst_naast_de_cijfers(tmp_path: Path) -> None:
    status, resultaat = _meet(tmp_path, 0)
    cijfers = json.loads(resultaat.read_text(encoding="utf-8"))
    assert status == 0
    assert cijfers["opdracht"] == ["-m", "bot", "vraag", "--jsonl"]
    assert cijfers.keys() == {"opdracht", *herkomst()}


def test_een_mislukte_meting_faalt(tmp_path: Path) -> None:
    status, resultaat = _meet(tmp_path, 2)
    assert status == 2
    assert "commit" not in json.loads(resultaat.read_text(encoding="utf-8"))


def test_zonder_vragen_is_er_niets_te_meten(tmp_path: Path) -> None:
    assert meet.main(tmp_path / "meter.py", tmp_path / "vragen.jsonl", tmp_path / "uit.json") == 0
    assert not (tmp_path / "uit.json").exists()


def test_snelheid_telt_elke_vraag() -> None:
    gevraagd: list[str] = []
    cijfers = verstaan.meet(["a", "b", "c"], gevraagd.append)
    assert gevraagd[-3:] == ["a", "b", "c"]
    assert set(cijfers) == {"p50_ms", "p99_ms", "vragen_per_s"}
