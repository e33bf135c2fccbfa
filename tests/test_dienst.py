"""Settings are checked at once and named without their value; the service starts, answers on health, and stops."""

import asyncio
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.dienst import LANGST_STIL, Dienst
from bot.instellingen import Instellingfout, Webinstellingen, laad_instellingen
from kennis.fouten import KennisFout


def _bestand(map_: Path, tekst: str) -> Path:
    pad = map_ / "instellingen.yaml"
    pad.write_text(tekst, encoding="utf-8")
    return pad


def test_zonder_bestand_gelden_de_gewone_waarden() -> None:
    assert laad_instellingen(None).web.adres == "127.0.0.1"


def test_omgeving_wint_van_het_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = _bestand(tmp_path, "regio: amersfoort\nweb: {poort: 1234}\n")
    assert laad_instellingen(pad).web.poort == 1234
    monkeypatch.setenv("DEELWIJZER_WEB__POORT", "4321")
    assert laad_instellingen(pad).web.poort == 4321
    assert laad_instellingen(pad).regio == "amersfoort"


def test_alle_fouten_in_een_keer_met_plek_en_zonder_waarde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = _bestand(tmp_path, "web:\n  poort: geheim123\n  kleur: rood\n")
    monkeypatch.setenv("DEELWIJZER_WEB__ADRES", "[1")
    with pytest.raises(Instellingfout) as fout:
        laad_instellingen(pad)
    tekst = str(fout.value)
    assert "regel 2, veld 'web.poort'" in tekst
    assert "regel 3, veld 'web.kleur'" in tekst
    assert "geheim123" not in tekst


def test_een_fout_in_de_omgeving_noemt_de_variabele(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEELWIJZER_WEB__POORT", "zeven")
    with pytest.raises(Instellingfout, match="omgevingsvariabele DEELWIJZER_WEB__POORT: ") as fout:
        laad_instellingen(None)
    assert "zeven" not in str(fout.value)


@pytest.mark.parametrize("tekst", ["- een\n- lijst\n", "losse tekst"])
def test_geen_velden(tmp_path: Path, tekst: str) -> None:
    with pytest.raises(Instellingfout, match="Schrijf 'veld: waarde'"):
        laad_instellingen(_bestand(tmp_path, tekst))


def test_onleesbaar_bestand(tmp_path: Path) -> None:
    with pytest.raises(Instellingfout, match="niet te lezen"):
        laad_instellingen(tmp_path / "bestaat-niet.yaml")
    with pytest.raises(KennisFout, match="geen geldige YAML"):
        laad_instellingen(_bestand(tmp_path, "web: [1"))


class _Kanaal:
    """A channel that waits, or fails."""

    naam = "proef"

    def __init__(self, fout: Exception | None = None) -> None:
        self.fout = fout
        self.goed: float | None = time.monotonic()
        self.netjes_gestopt = False

    async def draai(self) -> None:
        if self.fout:
            raise self.fout
        try:
            await asyncio.Event().wait()
        finally:
            self.netjes_gestopt = True

    def routes(self) -> Iterable[web.RouteDef]:
        return ()

    def laatste_goed(self) -> float | None:
        return self.goed

    def verbonden(self) -> bool:
        return self.goed is not None


async def _gezond(poort: int | None) -> int:
    async with aiohttp.ClientSession() as sessie, sessie.get(f"http://127.0.0.1:{poort}/gezond") as antwoord:
        return antwoord.status


def test_de_dienst_start_is_gezond_en_stopt_op_een_sein() -> None:
    async def verloop() -> _Kanaal:
        kanaal = _Kanaal()
        dienst = Dienst([kanaal], Webinstellingen(poort=0))
        taak = asyncio.create_task(dienst.draai())
        await dienst.klaar.wait()
        assert await _gezond(dienst.poort) == 200
        kanaal.goed = time.monotonic() - LANGST_STIL - 1
        assert await _gezond(dienst.poort) == 503
        os.kill(os.getpid(), signal.SIGTERM)
        await taak
        return kanaal

    assert asyncio.run(verloop()).netjes_gestopt


def test_een_kanaal_dat_niet_verder_kan_stopt_de_dienst() -> None:
    with pytest.raises(Instellingfout, match="aanmelden"):
        asyncio.run(Dienst([_Kanaal(Instellingfout("Eerst aanmelden."))], Webinstellingen(poort=0)).draai())


def test_metrics_staan_op_de_webserver() -> None:
    async def verloop() -> tuple[str, str]:
        dienst = Dienst([_Kanaal()], Webinstellingen(poort=0), lambda: b"deelwijzer_x_total 5.0\n")
        taak = asyncio.create_task(dienst.draai())
        await dienst.klaar.wait()
        async with aiohttp.ClientSession() as sessie, sessie.get(f"http://127.0.0.1:{dienst.poort}/metrics") as uit:
            gelezen = await uit.text(), uit.headers["Content-Type"]
        os.kill(os.getpid(), signal.SIGTERM)
        await taak
        return gelezen

    tekst, soort = asyncio.run(verloop())
    assert tekst == "deelwijzer_x_total 5.0\n"
    assert soort.startswith("text/plain")
