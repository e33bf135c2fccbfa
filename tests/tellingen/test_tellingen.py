"""Counts hold numbers only, leave the program rounded, and a question is kept only after a yes."""

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.antwoord.model import Antwoordobject
from bot.gesprek.balie import Balie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern, Vraag
from bot.opdrachten.hoofd import main
from bot.tellingen import Opslag, Opslagfout, Tellingen
from bot.tellingen.cellen import Cel
from bot.tellingen.metrics import metrics
from bot.tellingen.opslag import BEWAAR_INZENDINGEN, BEWAAR_TELLINGEN, LANGSTE_INZENDING, MEESTE_INZENDINGEN
from bot.tellingen.tellingen import KLEINSTE

DAG = date(2026, 11, 24)
NAAM = "Kwibus Zonderland"
TEKSTEN = laad_gesprekteksten().indienen


@pytest.fixture
def tellingen(tmp_path: Path, kern: Kern) -> Iterator[Tellingen]:
    """Counts in a file of their own."""
    with Opslag(tmp_path / "tellingen.sqlite") as opslag:
        yield Tellingen(opslag, kern.kennis, lambda: DAG)


@pytest.fixture
def antwoord(kern: Kern) -> Antwoordobject:
    """An answer with a verdict."""
    return replace(kern.antwoord(Vraag("mag ik verzuim delen met leerplicht?")), vertrouwen=0.97)


def _cellen(tellingen: Tellingen) -> set[Cel | None]:
    return {tellingen.cellen.cel(cel) for _, _, cel, _ in tellingen.opslag.lees()}


def test_een_antwoord_telt_intent_oordeel_zekerheid_kanaal_en_soort(
    tellingen: Tellingen, antwoord: Antwoordobject
) -> None:
    tellingen.voor("matrix").tel("antwoord", antwoord)
    assert _cellen(tellingen) == {
        Cel("intent", antwoord.intent),
        Cel("soort", "antwoord"),
        Cel("oordeel", "hangt_af"),
        Cel("zekerheid", "95-100"),
        Cel("kanaal", "matrix"),
    }


@pytest.mark.parametrize("woord", ["duim_op", "duim_omhoog"])
def test_een_duim_telt_bij_het_antwoord(tellingen: Tellingen, antwoord: Antwoordobject, woord: str) -> None:
    tellingen.voor("teams").tel(woord, antwoord)
    assert _cellen(tellingen) == {Cel("duim_op", antwoord.intent)}


def test_het_tweede_antwoord_telt_mee_en_de_vraag_een_keer(tellingen: Tellingen, antwoord: Antwoordobject) -> None:
    tweede = replace(antwoord, intent="begrip.fg", oordeel=None, persoonsgegevens=True)
    tellingen.voor("teams").tel("antwoord", replace(antwoord, ook=(tweede,), persoonsgegevens=True))
    geteld = {cel: aantal for _, _, nr, aantal in tellingen.opslag.lees() if (cel := tellingen.cellen.cel(nr))}
    assert geteld[Cel("intent", antwoord.intent)] == geteld[Cel("intent", tweede.intent)] == 1
    assert (geteld[Cel("oordeel", "hangt_af")], geteld[Cel("oordeel", "geen")]) == (1, 1)
    assert (geteld[Cel("kanaal", "teams")], geteld[Cel("persoonsgegevens", "ja")]) == (1, 1)
    assert geteld[Cel("soort", "antwoord")] == 2


def test_van_een_vraag_zonder_antwoord_tellen_de_begrippen(tellingen: Tellingen, antwoord: Antwoordobject) -> None:
    geen = replace(antwoord, soort="onbekend", begrepen={"van": "school", "gegevens": ["verzuim", NAAM]})
    tellingen.voor("matrix").tel("antwoord", geen)
    erbij = {cel.waarde for cel in _cellen(tellingen) if cel and cel.maat == "onbeantwoord"}
    assert erbij == {"van.school", "gegevens.verzuim"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tekst=st.text(min_size=1, max_size=40))
def test_wat_niet_in_de_kennis_staat_wordt_niet_geteld(
    tellingen: Tellingen, antwoord: Antwoordobject, tekst: str
) -> None:
    vreemd = replace(antwoord, intent=tekst, oordeel=tekst, regio=tekst, begrepen={tekst: tekst})
    assert {c.maat for c in tellingen.cellen.van("antwoord", tekst, vreemd)} <= {"soort", "zekerheid"}
    assert tellingen.cellen.van(tekst, tekst, vreemd) == ()
    assert tellingen.cellen.regio(tellingen.cellen.regiogetal(tekst)) == "geen"


@pytest.mark.parametrize("kolom", range(4))
def test_geen_kolom_van_de_tellingen_neemt_tekst_aan(tellingen: Tellingen, kolom: int) -> None:
    rij: list[object] = [1, 1, 1, 1]
    rij[kolom] = NAAM
    with (
        sqlite3.connect(tellingen.opslag.bestand) as db,
        pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"),
    ):
        db.execute("INSERT INTO telling VALUES (?, ?, ?, ?)", rij)
    db.close()


def test_tekst_past_maar_op_een_plek(tellingen: Tellingen) -> None:
    with sqlite3.connect(tellingen.opslag.bestand) as db:
        kolommen = db.execute(
            "SELECT m.name, p.name, p.type FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
        ).fetchall()
    db.close()
    assert [(tabel, kolom) for tabel, kolom, soort in kolommen if soort != "INTEGER"] == [("inzending", "tekst")]


def test_kleine_aantallen_komen_nergens_naar_buiten(tellingen: Tellingen, antwoord: Antwoordobject) -> None:
    for _ in range(KLEINSTE - 1):
        tellingen.voor("matrix").tel("antwoord", antwoord)
    assert tellingen.totalen() == {}
    assert b"intent" not in metrics(tellingen)
    tellingen.voor("matrix").tel("antwoord", antwoord)
    assert tellingen.totalen()["", "goeree-overflakkee", Cel("intent", antwoord.intent)] == KLEINSTE


def test_metrics_gaan_in_stappen_omhoog(tellingen: Tellingen, antwoord: Antwoordobject) -> None:
    standen = []
    for _ in range(2 * KLEINSTE + 3):
        tellingen.voor("teams").tel("antwoord", antwoord)
        regels = metrics(tellingen).decode().splitlines()
        standen += [r.rpartition(" ")[2] for r in regels if 'kanaal="teams"' in r and "_total" in r]
    assert set(standen) == {"5.0", "10.0"}


def test_na_de_termijn_is_alles_weg(tellingen: Tellingen, antwoord: Antwoordobject) -> None:
    tellingen.voor("matrix").tel("antwoord", antwoord)
    tellingen.dien_in("een oude vraag")
    tellingen.opslag.ruim_op(DAG + BEWAAR_INZENDINGEN)
    assert len(tellingen.opslag.inzendingen()) == 1
    tellingen.opslag.ruim_op(DAG + BEWAAR_INZENDINGEN + timedelta(days=1))
    assert tellingen.opslag.inzendingen() == []
    assert tellingen.opslag.lees() != []
    tellingen.opslag.ruim_op(DAG + BEWAAR_TELLINGEN + timedelta(days=1))
    assert tellingen.opslag.lees() == []
    sporen = [p for p in tellingen.opslag.bestand.parent.iterdir() if b"een oude vraag" in p.read_bytes()]
    assert sporen == []


def test_de_lijst_wordt_niet_eindeloos(tellingen: Tellingen) -> None:
    for nr in range(MEESTE_INZENDINGEN + 2):
        tellingen.dien_in(f"vraag {nr}")
    lijst = tellingen.opslag.inzendingen()
    assert len(lijst) == MEESTE_INZENDINGEN
    assert lijst[0].tekst == "vraag 2"
    assert "vraag" not in repr(lijst[0])


def test_een_kapotte_opslag_houdt_geen_antwoord_tegen(
    tellingen: Tellingen, antwoord: Antwoordobject, caplog: pytest.LogCaptureFixture
) -> None:
    tellingen.opslag.sluit()
    with caplog.at_level(logging.ERROR):
        tellingen.voor("matrix").tel("antwoord", antwoord)
    assert "tellen lukt niet: ProgrammingError" in caplog.text


def test_een_onbruikbaar_bestand_wordt_gemeld(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("geen database, wel lang genoeg om er een te lijken " * 40)
    with pytest.raises(Opslagfout, match="niet te gebruiken"):
        Opslag(tmp_path / "x")
    with pytest.raises(Opslagfout):
        Opslag(tmp_path / "x" / "y")


# ---- handing in ----


def _balie(kern: Kern, tellingen: Tellingen | None) -> Balie:
    return Balie(Gesprek(kern), laad_gesprekteksten(), tellingen.dien_in if tellingen else None)


def test_indienen_laat_eerst_zien_en_bewaart_pas_na_ja(tellingen: Tellingen, kern: Kern) -> None:
    balie = _balie(kern, tellingen)
    voorstel = balie.verwerk("/indienen mag ik Daan Verhulst (BSN 999990019) meenemen op kamp?").tekst
    assert "Daan" not in voorstel
    assert "999990019" not in voorstel
    assert "mag ik deze persoon" in voorstel
    assert TEKSTEN.weggehaald in voorstel
    assert tellingen.opslag.inzendingen() == []
    assert balie.verwerk("Ja.").tekst == TEKSTEN.gelukt
    (inzending,) = tellingen.opslag.inzendingen()
    assert inzending.tekst in voorstel
    assert inzending.dag == DAG


@pytest.mark.parametrize("woord", ["nee", "mag ik verzuim delen?", "wis", "stop", "/indienen"])
def test_elk_ander_woord_trekt_het_voorstel_in(tellingen: Tellingen, kern: Kern, woord: str) -> None:
    balie = _balie(kern, tellingen)
    balie.verwerk("!indienen mag een kind mee op kamp?")
    balie.verwerk(woord)
    assert balie.verwerk("ja").tekst != TEKSTEN.gelukt
    assert tellingen.opslag.inzendingen() == []


def test_indienen_zonder_vraag_te_lang_of_uit(tellingen: Tellingen, kern: Kern) -> None:
    balie = _balie(kern, tellingen)
    assert balie.verwerk("indienen").tekst == TEKSTEN.zonder_vraag
    assert balie.verwerk("/indienen " + "woord " * LANGSTE_INZENDING).tekst.startswith("Deze vraag is te lang")
    assert _balie(kern, None).verwerk("/indienen mag dat?").tekst == TEKSTEN.staat_uit


def test_zonder_schuine_streep_is_het_een_vraag(tellingen: Tellingen, kern: Kern) -> None:
    assert _balie(kern, tellingen).verwerk("indienen van een klacht, hoe doe ik dat?").antwoord is not None


# ---- commands ----


@pytest.fixture
def config(tellingen: Tellingen, tmp_path: Path) -> str:
    """A file with settings that names the counts."""
    pad = tmp_path / "instellingen.yaml"
    pad.write_text(f"tellingen: {{bestand: {tellingen.opslag.bestand}}}\n", encoding="utf-8")
    return str(pad)


def test_tellingen_op_de_opdrachtregel(
    tellingen: Tellingen, antwoord: Antwoordobject, config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(KLEINSTE):
        tellingen.voor("matrix").tel("antwoord", antwoord)
    assert main(["tellingen", "--config", config]) == 0
    uit = capsys.readouterr().out
    assert f"2026-11  goeree-overflakkee    intent            {antwoord.intent}" in uit


def test_inzendingen_tonen_en_verwijderen(
    tellingen: Tellingen, config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tellingen.dien_in("mag een kind mee op kamp?")
    assert main(["inzendingen", "--config", config]) == 0
    assert "1  2026-11-24  mag een kind mee op kamp?" in capsys.readouterr().out
    assert main(["inzendingen", "--verwijder", "1", "--config", config]) == 0
    assert main(["inzendingen", "--verwijder", "1", "--config", config]) == 1
    assert tellingen.opslag.inzendingen() == []


def test_zonder_bestand_is_er_niets_te_tonen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tellingen"]) == 1
    assert "tellingen.bestand" in capsys.readouterr().err
