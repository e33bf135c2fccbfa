"""Every role's path is walked to the end; a lesson that went wrong comes back; a code goes on."""

import pytest

from bot.gesprek.balie import Balie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern
from bot.leren.code import maak_code
from bot.leren.onboarding import Onboardinggids
from bot.leren.plek import Waar
from kennis.controle.leesbaarheid import woorden
from kennis.laden import laad_kennis
from tests.leren.lopen import GIDS, Loper

ROLLEN = tuple(laad_kennis().leren.rollen)
MEESTE_WOORDEN = 90


@pytest.mark.parametrize("regio", ["landelijk", "amersfoort", "goeree-overflakkee"])
@pytest.mark.parametrize("rol", ROLLEN)
def test_elk_pad_loopt_tot_het_einde(kern: Kern, rol: str, regio: str) -> None:
    loper = Loper(Gesprek(kern, regio)).kies(f"rol-{rol}")
    pad = kern.kennis.leren.rollen[rol].lessen
    gezien = []
    for _ in pad:
        loper.kies("les")
        gezien.append(loper.plek.les)
        assert len(woorden(loper.stap.tekst)) <= MEESTE_WOORDEN
        loper.antwoord(goed=True)
        assert len(woorden(loper.stap.tekst)) <= MEESTE_WOORDEN
        assert loper.stap.tekst.startswith("**Goed.**")
        assert "*Bron: " in loper.stap.tekst
    assert tuple(gezien) == pad
    assert "les" not in {o.id for o in loper.stap.opties}
    loper.kies("menu")
    assert "alle" in loper.stap.tekst


@pytest.mark.parametrize("rol", ROLLEN)
def test_elk_fout_antwoord_legt_uit_en_komt_terug(kern: Kern, rol: str) -> None:
    loper = Loper(Gesprek(kern)).kies(f"rol-{rol}", "les")
    eerste = loper.plek.les
    loper.antwoord(goed=False)
    assert "Het goede antwoord is" in loper.stap.tekst
    assert "komt straks nog een keer terug" in loper.stap.tekst
    for _ in kern.kennis.leren.rollen[rol].lessen[1:]:
        loper.kies("les").antwoord(goed=True)
    loper.kies("les")
    assert loper.plek.les == eerste
    loper.antwoord(goed=True)
    assert "les" not in {o.id for o in loper.stap.opties}


def test_code_gaat_verder_waar_u_was(kern: Kern) -> None:
    loper = Loper(Gesprek(kern)).kies("rol-jgz", "les").antwoord(goed=True).kies("les").antwoord(goed=True)
    code = loper.kies("menu", "code").stap.tekst.split("**")[1].removeprefix("Uw code: ")
    later = GIDS.begin(Gesprek(kern), code)
    assert "2 van de 8" in later.stap.tekst
    assert "Jeugdarts" in later.stap.tekst
    assert later.stand is not None
    assert loper.beurt.stand is not None
    assert later.stand["gedaan"] == loper.beurt.stand["gedaan"]


def test_code_met_een_les_die_niet_meer_bestaat_slaat_die_over(kern: Kern) -> None:
    beurt = GIDS.begin(Gesprek(kern), maak_code(1, {1, 40}))
    assert beurt.stand is not None
    assert beurt.stand["gedaan"] == [1]


def test_verkeerde_code_zegt_dat_en_laat_kiezen(kern: Kern) -> None:
    beurt = GIDS.begin(Gesprek(kern), "DW-1000-0000-1HB")
    assert "Deze code klopt niet" in beurt.stap.tekst
    assert len(beurt.stap.opties) == len(ROLLEN)


def test_code_plakken_kan_ook_halverwege(kern: Kern) -> None:
    loper = Loper(Gesprek(kern)).kies("rol-school", "les")
    assert loper.beurt.stand is not None
    beurt = GIDS.lees(loper.gesprek, loper.beurt.stand, "dw 1000 0000 1ha")
    assert beurt is not None
    assert "Welkom terug" in beurt.stap.tekst
    assert GIDS.lees(loper.gesprek, loper.beurt.stand, "mag ik verzuim delen?") is None


def test_wie_zijn_rol_al_noemde_begint_meteen(kern: Kern) -> None:
    beurt = Onboardinggids().begin(Gesprek(kern, rol="jeugdarts"), "")
    assert "Jeugdarts" in beurt.stap.tekst
    assert beurt.stand is not None
    assert beurt.stand["waar"] == Waar.MENU.value
    assert "Mbo" in Onboardinggids().begin(Gesprek(kern), "mbo").stap.tekst


def test_stoppen_geeft_de_code(kern: Kern) -> None:
    loper = Loper(Gesprek(kern)).kies("rol-mbo", "les").antwoord(goed=True).kies("menu", "stop")
    assert loper.beurt.stand is None
    assert "onboarding DW-" in loper.stap.tekst


@pytest.mark.parametrize(
    ("regel", "optie"),
    [
        ("Ja", "a0"),
        ("met toestemming", "a1"),
        ("Mag niet.", "a2"),
        ("overzicht", "menu"),
        ("weet ik niet", "a-1"),
    ],
)
def test_gewone_woorden_mogen_ook(kern: Kern, regel: str, optie: str) -> None:
    loper = Loper(Gesprek(kern)).kies("rol-school", "les")
    assert loper.beurt.stand is not None
    beurt = GIDS.lees(loper.gesprek, loper.beurt.stand, regel)
    assert beurt == GIDS.kies(loper.gesprek, loper.beurt.stand, optie)


def test_wie_beslist_mag_in_woorden(kern: Kern) -> None:
    loper = Loper(Gesprek(kern)).kies("rol-mbo", "les")
    assert loper.beurt.stand is not None
    beurt = GIDS.lees(loper.gesprek, loper.beurt.stand, "de student")
    assert beurt is not None
    assert beurt.stap.tekst.startswith("**Goed.**")


@pytest.mark.parametrize("regel", ["mag ik verzuim delen?", "nee hoor dat mag echt niet", "moet", "", "volgende"])
def test_wat_niet_op_het_scherm_staat_is_een_vraag(kern: Kern, regel: str) -> None:
    loper = Loper(Gesprek(kern)).kies("rol-school", "les")
    assert loper.beurt.stand is not None
    assert GIDS.lees(loper.gesprek, loper.beurt.stand, regel) is None


def test_stop_geeft_de_code_ook_midden_in_een_les(kern: Kern) -> None:
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    for regel in ("ik ben nieuw", "1", "1", "2"):
        balie.verwerk(regel)
    assert "onboarding DW-1" in balie.verwerk("stop").tekst
    assert balie.gesprek.loop is None
