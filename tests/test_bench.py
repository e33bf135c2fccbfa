"""The measuring tools keep where a figure comes from."""

import json
from pathlib import Path

import meet
import pytest
from dienst import Uitkomst
from groei import KEER, vergroot
from herkomst import herkomst
from hypothesis import given
from hypothesis import strategies as st
from maten import aangenomen, ece, lees_buiten
from rapidfuzz.distance import Levenshtein
from ruis import STERKTEN, verruis
from stof import VRAGENMAP, Goud, leerstof

from bot.kern import Vraag
from bot.samenstellen import maak_kern

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


def test_snelheid_telt_alleen_de_eerste_vragen() -> None:
    uitkomst = Uitkomst([], [1.0, 3.0, 500.0], start_s=0.5, rss_mb=80.0)
    cijfers = uitkomst.snelheid(2)
    assert cijfers.keys() == {"p50_ms", "p99_ms", "vragen_per_s", "start_s", "rss_mb"}
    assert cijfers["p50_ms"] == 2.0
    assert cijfers["vragen_per_s"] == 500.0


VRAGEN = [vraag["vraag"] for vraag in Goud(VRAGENMAP).eigen]


@pytest.mark.parametrize("sterkte", STERKTEN)
def test_ruis_is_elke_keer_gelijk_en_hangt_aan_het_zaad(sterkte: str) -> None:
    eerste = [verruis(vraag, sterkte) for vraag in VRAGEN]
    assert eerste == [verruis(vraag, sterkte) for vraag in VRAGEN]
    assert eerste != [verruis(vraag, sterkte, zaad=2) for vraag in VRAGEN]


@pytest.mark.parametrize("sterkte", STERKTEN)
def test_ruis_laat_elk_cijfer_staan(sterkte: str) -> None:
    for vraag in VRAGEN:
        met_cijfer = [woord for woord in vraag.lower().split() if any(teken.isdigit() for teken in woord)]
        verruisd = verruis(vraag, sterkte).split()
        assert [woord for woord in verruisd if any(teken.isdigit() for teken in woord)] == met_cijfer


@pytest.mark.parametrize("sterkte", STERKTEN)
def test_ruis_keert_een_vraag_niet_om(sterkte: str) -> None:
    assert "niet" in verruis("Mag dat niet?", sterkte).split()


@given(st.text(max_size=80), st.sampled_from(sorted(STERKTEN)))
def test_ruis_kan_alles_aan(vraag: str, sterkte: str) -> None:
    assert bool(verruis(vraag, sterkte)) or not any(teken.isalnum() for teken in vraag)


def test_zwaar_verandert_meer_dan_licht_en_licht_meer_dan_niets() -> None:
    afstand = {
        sterkte: sum(Levenshtein.distance(vraag.lower(), verruis(vraag, sterkte)) for vraag in VRAGEN)
        for sterkte in STERKTEN
    }
    alleen_kaal = sum(teken in ".,;:!?\"'()" for vraag in VRAGEN for teken in vraag)
    assert alleen_kaal < afstand["licht"] < afstand["zwaar"]


@pytest.mark.parametrize(
    ("antwoord", "verwacht"),
    [
        ({"soort": "antwoord", "intent": "rechten.inzage"}, True),
        ({"soort": "wedervraag", "intent": "delen.zonder-regel"}, True),
        ({"soort": "wedervraag", "intent": "onzeker"}, False),
        ({"soort": "onbekend", "intent": "delen.zonder-regel"}, False),
        ({"soort": "menu", "intent": "menu.hulp"}, False),
        ({"soort": "buiten_bereik", "intent": "buiten.klets"}, False),
    ],
)
def test_aangenomen_is_een_antwoord_met_inhoud(antwoord: dict[str, str], verwacht: bool) -> None:
    assert aangenomen(antwoord) is verwacht


def test_eerlijk_vertrouwen_heeft_geen_afstand() -> None:
    assert ece([0.5, 0.5, 1.0], [True, False, True]) == 0.0
    assert ece([0.9, 0.9], [False, False]) == 0.9


@pytest.mark.parametrize("bestand", ["buiten.txt", "buiten2.txt"])
def test_er_zijn_genoeg_vragen_van_buiten_en_geen_dubbele(bestand: str) -> None:
    vragen = [vraag["vraag"] for vraag in lees_buiten(VRAGENMAP / bestand)]
    assert len(vragen) >= 150
    assert len(set(vragen)) == len(vragen)


def test_een_peer_krijgt_elk_voorbeeld_en_elke_klasse_een_antwoord() -> None:
    kern = maak_kern()
    stof = leerstof(kern)
    taal = kern.begrijper.taal
    assert len(stof.voorbeelden) == len(taal.delen) + sum(map(len, taal.vragen.values()))
    assert {klasse for _, klasse in stof.voorbeelden} == stof.antwoorden.keys()
    for klasse, antwoord in stof.antwoorden.items():
        if klasse.startswith("delen."):
            assert antwoord["oordeel"] == kern.kennis.regels[klasse.removeprefix("delen.")].dan.oordeel


def test_zonder_meetprogramma_wordt_geen_oordeel_gescoord(tmp_path: Path) -> None:
    goud = Goud(tmp_path)
    antwoorden = [{"soort": "antwoord"} for _ in goud.alle]
    assert goud.alle == goud.eigen
    assert goud.cijfers(goud.alle, antwoorden) == {"oordeel_goed_pct": None, "schadelijk_pct": None}
    assert goud.oordeel_goed(goud.alle, antwoorden) is None


def test_goud_verdeelt_de_antwoorden_over_de_bestanden(tmp_path: Path) -> None:
    goud = Goud(tmp_path)
    antwoorden = [{"nummer": nummer} for nummer in range(len(goud.alle))]
    verdeeld = goud.verdeel(antwoorden)
    assert list(verdeeld) == list(goud.per_bestand)
    assert [vraag for vragen, _ in verdeeld.values() for vraag in vragen] == goud.alle
    assert [antwoord for _, gegeven in verdeeld.values() for antwoord in gegeven] == antwoorden


def test_groei_geeft_elk_woord_en_elk_intent_negen_kopieen() -> None:
    kern = maak_kern()
    groot = vergroot(kern)
    klein, veel = kern.begrijper.taal.woorden, groot.begrijper.taal.woorden
    assert all(len(veel[t][b]) == KEER * len(klein[t][b]) for t in klein for b in klein[t])
    vraag = Vraag("mag ik verzuimdata delen met het SWV?")
    assert groot.antwoord(vraag).oordeel == kern.antwoord(vraag).oordeel
