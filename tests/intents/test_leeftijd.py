"""An age is read from figures, words and phrases; other numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.feiten_lezen import Feitenlezer
from intents.laden import Taal
from intents.leeftijd import OUDSTE, leeftijd_in_jaren
from intents.tekst import woorden


def jaren(tekst: str) -> int | None:
    """Age in a text."""
    return leeftijd_in_jaren([w.vorm for w in woorden(tekst)])


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("een leerling van 14", 14),
        ("een leerling van veertien jaar", 14),
        ("een 15-jarige leerling", 15),
        ("een vijftienjarige", 15),
        ("een zestien-jarige", 16),
        ("zij is 17 jaar oud", 17),
        ("een student van 19", 19),
        ("een jongen van 8", 8),
        ("hij is 12", 12),
        ("een kind van 11 jr", 11),
        ("onder de 12", 11),
        ("jonger dan 16 jaar", 15),
        ("bijna 16", 15),
        ("net geen 18", 17),
        ("vanaf 16", 16),
        ("ouder dan 18", 19),
        ("boven de 18", 19),
        ("een 16+ leerling", 16),
        ("Mijn dochter wordt 12.", 12),
    ],
)
def test_leeftijd(tekst: str, verwacht: int) -> None:
    assert jaren(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "16 uur verzuim in 4 weken",
        "meer dan 16 uur",
        "onder de 16 uur",
        "een leerling van 20 uur verzuim",
        "hij is 12 dagen weg",
        "artikel 21 van de wet",
        "groep 8",
        "ze is 3 keer ziek geweest",
        "de leerling is 6 weken afwezig",
        "in 2024",
        "een man van 45 jaar",
        "niets over leeftijd",
        "",
    ],
)
def test_geen_leeftijd(tekst: str) -> None:
    assert jaren(tekst) is None


@pytest.mark.parametrize(
    ("getal", "groep"),
    [(0, "<12"), (11, "<12"), (12, "12-15"), (15, "12-15"), (16, "16-17"), (17, "16-17"), (18, "18+"), (30, "18+")],
)
def test_grenzen_van_de_groepen(taal: Taal, getal: int, groep: str) -> None:
    assert taal.maten.groep(getal) == groep


@pytest.mark.parametrize(
    ("zin", "groep"),
    [
        ("Mag ik een kleuter bespreken?", "<12"),
        ("Mag ik gegevens van een brugklasser delen?", "12-15"),
        ("Mag ik een meerderjarige student bespreken?", "18+"),
        ("Mag ik een leerling van 12 bespreken?", "12-15"),
        ("Mag ik een leerling van 16 jaar bespreken?", "16-17"),
        ("Mag ik een leerling bespreken?", None),
    ],
)
def test_leeftijdsgroep_in_een_vraag(lezer: Feitenlezer, zin: str, groep: str | None) -> None:
    assert lezer.lees(zin).feiten.leeftijd == groep


@given(st.integers(1, OUDSTE))
def test_elke_leeftijd_wordt_gelezen(getal: int) -> None:
    assert jaren(f"een leerling van {getal} jaar") == getal


@given(st.integers(1, 99), st.sampled_from(["uur", "lesuren", "weken", "dagen", "maanden", "keer"]))
def test_een_aantal_van_iets_anders_is_geen_leeftijd(getal: int, eenheid: str) -> None:
    assert jaren(f"de leerling miste {getal} {eenheid}") is None


@given(st.text(max_size=200))
def test_nooit_een_fout(tekst: str) -> None:
    gelezen = jaren(tekst)
    assert gelezen is None or -1 <= gelezen <= 100


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("mag de jeugdarts vertellen dat een leerling een diagnose heeft?", None),
        ("mag ik het kind een formulier meegeven?", None),
        ("hij een dossier heeft", None),
        ("een kind van een jaar", 1),
        ("een eenjarige", 1),
    ],
)
def test_een_is_alleen_voor_jaar_een_getal(tekst: str, verwacht: int | None) -> None:
    assert jaren(tekst) == verwacht
