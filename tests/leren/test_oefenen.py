"""Practice: judged by the rules, never twice running, harder after success, and mistakes come back."""

from itertools import pairwise

import pytest

from bot.gesprek.staat import Gesprek
from bot.kern import Kern
from bot.leren.kiezen import HOOGSTE_NIVEAU, TERUG_NA
from kennis.laden import laad_kennis
from tests.leren.lopen import Loper

ROLLEN = tuple(laad_kennis().leren.rollen)


def _oefen(kern: Kern, rol: str, regio: str | None = None) -> Loper:
    return Loper(Gesprek(kern, regio)).kies(f"rol-{rol}", "oefenen")


@pytest.mark.parametrize("rol", ROLLEN)
def test_nooit_dezelfde_twee_keer_achter_elkaar(kern: Kern, rol: str) -> None:
    loper = _oefen(kern, rol)
    gezien = [loper.stap.tekst.partition("\n")[2]]
    for nr in range(25):
        loper.antwoord(goed=nr % 3 != 0).kies("nog_een")
        gezien.append(loper.stap.tekst.partition("\n")[2])
    assert all(een != ander for een, ander in pairwise(gezien))
    assert len(set(gezien)) > 10


def test_een_fout_komt_na_twee_en_dan_na_vijf_terug(kern: Kern) -> None:
    loper = _oefen(kern, "school")
    fout = loper.plek.casus
    gezien = [fout]
    loper.antwoord(goed=False)
    assert "komt straks nog een keer terug" in loper.stap.tekst
    for _ in range(9):
        loper.kies("nog_een")
        gezien.append(loper.plek.casus)
        loper.antwoord(goed=True)
    na_twee, na_vijf = TERUG_NA
    assert [nr for nr, s in enumerate(gezien) if s == fout] == [0, na_twee + 1, na_twee + na_vijf + 2]
    assert not loper.plek.terug


def test_het_wordt_moeilijker_na_succes_en_makkelijker_na_een_fout(kern: Kern) -> None:
    loper = _oefen(kern, "school")
    assert loper.plek.niveau == 1
    loper.antwoord(goed=True).kies("nog_een").antwoord(goed=True)
    assert loper.plek.niveau == 2
    assert "iets moeilijker" in loper.stap.tekst
    loper.kies("nog_een").antwoord(goed=True).kies("nog_een").antwoord(goed=True)
    assert loper.plek.niveau == HOOGSTE_NIVEAU
    loper.kies("nog_een").antwoord(goed=False)
    assert loper.plek.niveau == HOOGSTE_NIVEAU - 1


def test_alle_negen_casussen_van_het_mbo_komen_langs(kern: Kern) -> None:
    loper = _oefen(kern, "mbo")
    titels = set()
    for _ in range(27):
        titels.add(loper.plek.casus)
        loper.antwoord(goed=True).kies("nog_een")
    assert {f"v:mbo-{nr}" for nr in range(1, 10)} <= titels


def test_het_oordeel_is_dat_van_de_regels(kern: Kern) -> None:
    loper = _oefen(kern, "jeugdhulp")
    for _ in range(10):
        vraag = loper.vraag()
        assert vraag.casus is not None
        besluit = kern.opsteller(loper.gesprek.regio, kern.dag).besluit(vraag.casus.feiten)
        goed = vraag.opties[vraag.goed]
        assert goed.wie or besluit.regel.dan.oordeel in goed.oordeel
        assert besluit.regel.rang >= 0
        loper.antwoord(goed=True).kies("nog_een")


def test_zelfde_stand_geeft_dezelfde_casus(kern: Kern) -> None:
    assert _oefen(kern, "swv").beurt == _oefen(kern, "swv").beurt
