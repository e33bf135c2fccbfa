"""The case of the week: the same for everybody in a week, another one the week after, and an answer with its reason."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.gesprek.balie import Balie
from bot.gesprek.draad import DraadKapot
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern
from bot.leren.omgeving import Omgeving
from bot.leren.week import Weekgids, aankondiging, weekcode, weekvraag
from kennis.controle.leesbaarheid import woorden

MAANDAG = date(2026, 11, 23)
WEKEN = 104
MEESTE_WOORDEN = 90


def test_weekcode_is_die_van_de_isoweek() -> None:
    assert weekcode(MAANDAG) == weekcode(MAANDAG + timedelta(days=6)) == 202648
    assert weekcode(date(2027, 1, 1)) == 202653


@pytest.mark.parametrize("regio", ["landelijk", "amersfoort", "goeree-overflakkee"])
def test_elke_week_een_andere_casus_die_op_een_telefoon_past(kern: Kern, regio: str) -> None:
    teksten = [aankondiging(kern, regio, MAANDAG + timedelta(weeks=nr)) for nr in range(WEKEN)]
    assert all(teksten)
    casussen = [tekst.split("\n\n")[1] for tekst in teksten]
    assert all(een != ander for een, ander in pairwise(casussen))
    assert max(len(woorden(tekst)) for tekst in teksten) <= MEESTE_WOORDEN
    assert teksten[0] == aankondiging(kern, regio, MAANDAG + timedelta(days=3))


def test_antwoorden_op_de_casus(kern: Kern) -> None:
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    vraag = weekvraag(Omgeving(balie.gesprek), weekcode(kern.dag))
    assert vraag is not None
    assert vraag.tekst in balie.verwerk("casus").tekst
    reactie = balie.verwerk(str(vraag.goed + 1))
    assert reactie.tekst.startswith("**Goed.**")
    assert "*Bron: " in reactie.tekst
    assert balie.gesprek.loop is None
    balie.verwerk("!casus")
    assert "Het goede antwoord is" in balie.kies((vraag.goed + 1) % len(vraag.opties) + 1).tekst


def test_een_verzonnen_week_wordt_geweigerd(kern: Kern) -> None:
    for week in ("202648", 0, True, -1, 202699):
        with pytest.raises(DraadKapot):
            Weekgids().toon(Gesprek(kern), {"week": week})


def test_buiten_matrix_zegt_de_bot_waarom_het_niet_kan(kern: Kern) -> None:
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    for regel in ("weekcasus", "weekcasus aan", "!weekcasus uit", "casus van de week"):
        assert "alleen in Matrix" in balie.verwerk(regel).tekst
