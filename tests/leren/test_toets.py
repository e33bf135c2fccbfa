"""The final check: ten questions, a summary with articles, and proof without a name."""

import pytest

from bot.gesprek.staat import Gesprek
from bot.kern import Kern
from bot.leren.schermen import VRAGEN
from kennis.laden import laad_kennis
from tests.leren.lopen import Loper

ROLLEN = tuple(laad_kennis().leren.rollen)


def _toets(kern: Kern, rol: str, fouten: int) -> tuple[Loper, list[str]]:
    loper = Loper(Gesprek(kern)).kies(f"rol-{rol}", "toets")
    return loper, _vragen(loper, fouten)


def _vragen(loper: Loper, fouten: int) -> list[str]:
    """Answer them all, the first ones wrong."""
    vragen = []
    for nr in range(VRAGEN):
        vragen.append(loper.vraag().tekst)
        loper.antwoord(goed=nr >= fouten)
    return vragen


@pytest.mark.parametrize("rol", ROLLEN)
def test_tien_verschillende_vragen_en_een_bewijs(kern: Kern, rol: str) -> None:
    loper, vragen = _toets(kern, rol, fouten=2)
    assert len(set(vragen)) == VRAGEN
    assert "8 van de 10" in loper.stap.tekst
    assert "Bewijs" in loper.stap.tekst
    assert "24-11-2026" in loper.stap.tekst
    assert "Lees dit nog eens" in loper.stap.tekst
    assert "artikel" in loper.stap.tekst or "noot" in loper.stap.tekst or "casus" in loper.stap.tekst


def test_onder_acht_geen_bewijs(kern: Kern) -> None:
    loper, _ = _toets(kern, "school", fouten=3)
    assert "7 van de 10" in loper.stap.tekst
    assert "Bewijs" not in loper.stap.tekst
    assert "toets" in {o.id for o in loper.stap.opties}


def test_alles_goed(kern: Kern) -> None:
    loper, _ = _toets(kern, "kinderopvang", fouten=0)
    assert "10 van de 10" in loper.stap.tekst
    assert "Lees dit nog eens" not in loper.stap.tekst


def test_een_tweede_toets_heeft_andere_vragen(kern: Kern) -> None:
    loper, eerste = _toets(kern, "school", fouten=0)
    tweede = _vragen(loper.kies("toets"), fouten=0)
    assert set(tweede) - set(eerste)
    assert tweede[0] != eerste[0]
