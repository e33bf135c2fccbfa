"""The account for the privacy officer follows the real settings and what is really on disk."""

from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bot.instellingen import Instellingen, laad_instellingen
from bot.kern import Kern
from bot.opdrachten.hoofd import main
from bot.tellingen import Opslag, Tellingen
from bot.tellingen.cellen import KANALEN
from bot.verantwoording.schijf import heeft, op_schijf, paden
from bot.verantwoording.stuk import STUKKEN, Stukkenmaker
from bot.verantwoording.teksten import laad_teksten

DAG = date(2026, 11, 24)
TEKSTEN = laad_teksten()


@pytest.fixture
def instellingen(tmp_path: Path) -> Instellingen:
    """Settings with a file for counts."""
    pad = tmp_path / "instellingen.yaml"
    pad.write_text(f"regio: amersfoort\ntellingen: {{bestand: {tmp_path / 'bak' / 't.sqlite'}}}\n", encoding="utf-8")
    return laad_instellingen(pad)


def _maker(instellingen: Instellingen, kern: Kern) -> Stukkenmaker:
    return Stukkenmaker(instellingen, kern.kennis, DAG)


def test_zonder_instellingen_staat_er_niets_op_schijf(kern: Kern) -> None:
    tekst = _maker(Instellingen(), kern).markdown(STUKKEN)
    assert TEKSTEN.schijf["niets"] in tekst
    assert "Verder wordt niets bewaard." in tekst
    assert "Aantallen per dag" not in tekst


def test_met_tellingen_staan_termijn_plek_en_inhoud_erin(instellingen: Instellingen, kern: Kern) -> None:
    bestand = instellingen.tellingen.bestand
    assert bestand is not None
    assert TEKSTEN.schijf["leeg"] in _maker(instellingen, kern).markdown(["overzicht"])
    with Opslag(bestand) as opslag:
        Tellingen(opslag, kern.kennis, lambda: DAG).dien_in("mag een kind mee op kamp?")
        tekst = _maker(instellingen, kern).markdown(STUKKEN)
    assert f"`{bestand}`" in tekst
    assert "0 aantallen over 0 dagen; 1 ingediende vragen" in tekst
    assert "730 dagen" in tekst
    assert "Amersfoort" in tekst
    assert "kamp" not in tekst


def test_elk_stuk_heeft_zijn_kopjes_en_geen_open_plek(instellingen: Instellingen, kern: Kern) -> None:
    tekst = _maker(instellingen, kern).markdown(STUKKEN)
    assert [k.kop for k in (*TEKSTEN.registertekst, *TEKSTEN.dpia) if f"### {k.kop}" not in tekst] == []
    assert "{" not in tekst


def test_html_is_dezelfde_tekst_als_pagina(instellingen: Instellingen, kern: Kern) -> None:
    maker = _maker(instellingen, kern)
    html = maker.html(["register"])
    assert html.startswith("<!doctype html>")
    assert html.count("<h3>") == len(TEKSTEN.registertekst)
    assert "<table>" in maker.html(["overzicht"])
    assert MarkdownIt().render(maker.markdown(["register"])) in html


def test_de_opdracht_toont_of_schrijft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["privacy", "--stuk", "register"]) == 0
    assert TEKSTEN.titels["dpia"] not in capsys.readouterr().out
    md, html = tmp_path / "p.md", tmp_path / "p.html"
    assert main(["privacy", "--markdown", str(md), "--html", str(html)]) == 0
    assert TEKSTEN.titels["dpia"] in md.read_text(encoding="utf-8")
    assert TEKSTEN.titels["dpia"] in html.read_text(encoding="utf-8")


def test_elk_bestand_en_elke_map_uit_de_instellingen_telt(instellingen: Instellingen) -> None:
    assert [naam for naam, _ in paden(instellingen)] == ["tellingen.bestand"]
    bestand = instellingen.tellingen.bestand
    assert bestand is not None
    bestand.mkdir(parents=True)
    (bestand / "sleutels").write_text("x")
    assert [(b.pad.name, b.grootte) for b in op_schijf(instellingen)] == [("sleutels", 1)]


def test_een_instelling_die_er_niet_is_is_er_niet(instellingen: Instellingen) -> None:
    assert heeft(instellingen, "tellingen.bestand")
    assert not heeft(Instellingen(), "tellingen.bestand")
    assert not heeft(instellingen, "bestaat.niet")


def test_elk_kanaal_vertelt_wat_het_zelf_bewaart() -> None:
    assert set(TEKSTEN.kanalen) == set(KANALEN)
