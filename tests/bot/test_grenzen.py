"""Knowing when not to answer: outside the subject, half inside, and two questions at once."""

import pytest

from bot.kern import Kern, Vraag


@pytest.mark.parametrize(
    "vraag",
    [
        "mag de sportschool mijn pasfoto op instagram zetten",
        "hoeveel verlof krijg ik als mijn zus trouwt",
        "welke camera is goed voor boven mijn voordeur",
        "moet mijn bakkerij een cookiemelding hebben",
        "hoe dien ik een woo-verzoek in bij de provincie",
        "mijn baas wil weten waarom ik ziek ben",
        "hoe maak ik appeltaart",
    ],
)
def test_wat_een_ander_onderwerp_is_krijgt_geen_inhoud(kern: Kern, vraag: str) -> None:
    antwoord = kern.antwoord(Vraag(vraag))
    assert antwoord.oordeel is None
    assert antwoord.soort == "buiten_bereik" or antwoord.intent == "onzeker"


@pytest.mark.parametrize(
    "vraag",
    [
        "agent aan de deur die naar een leerling vraagt",
        "leerplicht wil weten hoe vaak hij er niet was",
        "wijkteam vraagt of het thuis goed gaat met een kind uit mijn klas",
        "mag de schoolarts dit horen",
    ],
)
def test_wat_erbij_hoort_wordt_niet_geweigerd(kern: Kern, vraag: str) -> None:
    assert kern.antwoord(Vraag(vraag)).soort != "buiten_bereik"


def test_twee_vragen_krijgen_twee_antwoorden(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Moet 18 uur spijbelen naar leerplicht, en hoe lang bewaren we het dossier?"))
    assert antwoord.oordeel == "verplicht"
    (tweede,) = antwoord.ook
    assert tweede.intent == "bewaren.termijn"
    assert antwoord.tekst.endswith(tweede.tekst)
    assert kern.zinnen.tweede_vraag in antwoord.tekst
    assert antwoord.vertrouwen <= tweede.vertrouwen


def test_wat_de_tweede_vraag_weglaat_komt_uit_de_eerste(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Mag school het BSN aan de gemeente geven? En aan de zorgaanbieder?"))
    assert [a.oordeel for a in (antwoord, *antwoord.ook)] == ["ja", "nee"]


def test_een_vraag_met_een_verband_erin_blijft_een_vraag(kern: Kern) -> None:
    assert not kern.antwoord(Vraag("Mag ik verzuim en cijfers delen met leerplicht en het swv?")).ook


def test_van_een_heel_lang_bericht_wordt_het_begin_gelezen(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Moet ik 16 uur spijbelen melden bij leerplicht? " + "bla " * 20_000))
    assert kern.zinnen.te_lang in antwoord.tekst
