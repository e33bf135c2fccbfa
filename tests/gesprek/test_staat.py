"""The conversation: choosing, correcting a choice, forgetting, and what it holds."""

from dataclasses import replace

import pytest

from bot.begripgeheugen import Begripgeheugen
from bot.gesprek.staat import Gesprek
from bot.kern import Kern

OPEN_VRAAG = "mag ik verzuim delen met leerplicht?"


def test_een_keuze_wordt_meteen_beantwoord(kern: Kern) -> None:
    gesprek = Gesprek(kern)
    assert gesprek.vraag(OPEN_VRAAG).oordeel == "hangt_af"
    gekozen = gesprek.kies(1)
    assert gekozen is not None
    assert gekozen.oordeel not in (None, "hangt_af")
    erbij = gesprek.opties[0].feiten["gegevens"]
    assert gekozen.begrepen["gegevens"] == [erbij]


def test_wie_zich_vergist_kiest_opnieuw(kern: Kern) -> None:
    gesprek = Gesprek(kern)
    gesprek.vraag(OPEN_VRAAG)
    eerste, tweede = gesprek.kies(1), gesprek.kies(3)
    assert eerste is not None
    assert tweede is not None
    assert eerste.intent != tweede.intent


def test_een_keuze_die_er_niet_is(kern: Kern) -> None:
    gesprek = Gesprek(kern)
    assert gesprek.kies(1) is None
    gesprek.vraag(OPEN_VRAAG)
    assert gesprek.kies(0) is None
    assert gesprek.kies(99) is None


def test_kiezen_mag_met_nummer_of_woorden(kern: Kern) -> None:
    gesprek = Gesprek(kern)
    assert gesprek.keuze("1") is None
    gesprek.vraag(OPEN_VRAAG)
    for tekst in ("2", " 2. ", "optie 2", gesprek.opties[1].tekst.upper()):
        assert gesprek.keuze(tekst) == 2
    assert gesprek.keuze("en de huisarts?") is None


def test_bij_twijfel_kiest_de_vrager_het_onderwerp(kern: Kern, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kern, "_onthouden", Begripgeheugen(kern.begrijper))
    zeker = kern.begrijper.begrijp
    monkeypatch.setattr(kern.begrijper, "begrijp", lambda *args: replace(zeker(*args), vertrouwen=0.0))
    gesprek = Gesprek(kern)
    assert gesprek.vraag(OPEN_VRAAG).soort == "wedervraag"
    onderwerp = gesprek.kies(1)
    assert onderwerp is not None
    assert onderwerp.soort == "antwoord"
    gesprek.vraag(OPEN_VRAAG)
    geen = gesprek.kies(len(gesprek.opties))
    assert geen is not None
    assert geen.soort == "onbekend"
    assert geen.oordeel is None


def test_er_blijft_geen_getypt_woord_achter(kern: Kern) -> None:
    gesprek = Gesprek(kern, rol="ik ben mentoor op school")
    gesprek.vraag("mag ik verzuim van Pieter Zonderland, kwibusleerling, delen met leerplicht?")
    inhoud = repr(vars(gesprek)).lower()
    for woord in ("pieter", "zonderland", "kwibus", "mentoor"):
        assert woord not in inhoud


def test_wissen_vergeet_de_vraag_en_houdt_de_rol(kern: Kern) -> None:
    gesprek = Gesprek(kern, regio="Soest", rol="mentor")
    gesprek.vraag(OPEN_VRAAG)
    assert gesprek.uitleg()
    gesprek.wis()
    assert gesprek.laatste is None
    assert gesprek.opties == ()
    assert gesprek.uitleg() == []
    assert (gesprek.regio, gesprek.rol) == ("amersfoort", "school")


def test_onbekende_regio_of_rol_verandert_niets(kern: Kern) -> None:
    gesprek = Gesprek(kern)
    voor = (gesprek.regio, gesprek.rol)
    assert not gesprek.zet_regio("Atlantis")
    assert not gesprek.zet_rol("xyzzy")
    assert (gesprek.regio, gesprek.rol) == voor
