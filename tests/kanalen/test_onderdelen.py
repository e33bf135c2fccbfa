"""Shortening an answer, and the words around it."""

from bot.antwoord.model import Antwoordobject, OptieRegel, WedervraagRegel
from bot.begrensd import Begrensd
from bot.kanalen.inkorten import kort, vol
from bot.kanalen.teksten import laad_teksten
from bot.kern import Kern
from bot.tellingen.cellen import KANALEN

TEKSTEN = laad_teksten()
KOPJES = {"opties": "Per geval", "voorwaarden": "Voorwaarden", "stappen": "Zo", "let_op": "Let op"}


def _antwoord(tekst: str, wedervraag: WedervraagRegel | None = None) -> Antwoordobject:
    return Antwoordobject("antwoord", "x", 1.0, tekst, wedervraag=wedervraag)


def test_kort_laat_weg_en_zegt_wat() -> None:
    antwoord = _antwoord("**Ja.** Kern.\n\n**Voorwaarden:**\n- a\n- b\n\n**Bronnen:** c.\n\n**Let op:** d.")
    tekst = kort(antwoord, KOPJES, TEKSTEN.kort)
    assert tekst.startswith("**Ja.** Kern.\n\n**Voorwaarden:**\n- a\n- b\n\n**Bronnen:** c.\n\n")
    assert "d." not in tekst.replace("dat te zien.", "")
    assert "Ook bij dit antwoord: let op." in tekst
    assert vol(antwoord) == antwoord.tekst


def test_zonder_verborgen_delen_is_kort_gelijk_aan_vol() -> None:
    antwoord = _antwoord("Kern.\n\n**Bronnen:** c.")
    assert kort(antwoord, KOPJES, TEKSTEN.kort) == vol(antwoord) == antwoord.tekst


def test_de_wedervraag_staat_niet_dubbel() -> None:
    wedervraag = WedervraagRegel("Bedoelt u dit?", (OptieRegel("a", "A"),))
    assert vol(_antwoord("Kern.\n\nBedoelt u dit?\n1. A\n\nTwijfelt u?", wedervraag)) == "Kern.\n\nTwijfelt u?"


def test_elk_kanaal_zegt_hoe_een_bericht_weggaat() -> None:
    assert set(TEKSTEN.verwijderen) == set(KANALEN)


def test_elk_oordeel_heeft_een_kleur_en_het_kanaal_geen_oordeel(kern: Kern) -> None:
    assert set(TEKSTEN.kleuren) == {oordeel.value for oordeel in kern.zinnen.oordelen}
    eigen = TEKSTEN.model_dump_json()
    assert not [zin.opening for zin in kern.zinnen.oordelen.values() if zin.opening in eigen]
    assert set(TEKSTEN.kort.verberg) <= set(kern.zinnen.kopjes)


def test_wat_te_veel_of_te_oud_is_wordt_vergeten() -> None:
    nu = 100.0
    vakken: Begrensd[int, str] = Begrensd(2, 60, lambda: nu)
    for nr in range(3):
        vakken.zet(nr, f"kaart {nr}")
    assert [vakken.haal(nr) for nr in range(3)] == [None, "kaart 1", "kaart 2"]
    nu += 59
    vakken.zet(1, "nieuw")
    nu += 1
    assert vakken.alle() == ["nieuw"]
    assert (vakken.weg(1), vakken.weg(1)) == ("nieuw", None)
