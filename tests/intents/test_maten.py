"""Hours, days and weeks of absence decide which duty there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.feiten_lezen import Feitenlezer


def soorten(lezer: Feitenlezer, zin: str) -> tuple[str, ...]:
    """Kinds of data in a question."""
    return lezer.lees(zin).feiten.gegevens


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("Moet ik 16 uur ongeoorloofd verzuim melden?", "verzuim.16uur"),
        ("Moet ik zestien uur spijbelen melden?", "verzuim.16uur"),
        ("Hij was 20 lesuren ongeoorloofd afwezig.", "verzuim.16uur"),
        ("Een leerling spijbelde 17 u in 4 weken.", "verzuim.16uur"),
        ("Zij is 16+ uur ongeoorloofd weg.", "verzuim.16uur"),
        ("Hij heeft 40 klokuren verzuim.", "verzuim.16uur"),
        ("Moet ik 15 uur ongeoorloofd verzuim melden?", "verzuim.onder16"),
        ("Hij spijbelde tien uur.", "verzuim.onder16"),
        ("Zij was 3 lesuren ongeoorloofd afwezig.", "verzuim.onder16"),
        ("Het is minder dan 16 uur ongeoorloofd verzuim.", "verzuim.onder16"),
        ("Het ongeoorloofd verzuim is nog geen 16 uur.", "verzuim.onder16"),
        ("Het ongeoorloofd verzuim blijft onder de 16 uur.", "verzuim.onder16"),
        ("De leerling haalt net geen 16 uur ongeoorloofd verzuim.", "verzuim.onder16"),
        ("Het ongeoorloofd verzuim haalt de 16 uur niet.", "verzuim.onder16"),
        ("Een gezin ging twee weken op vakantie buiten de schoolvakantie.", "verzuim.16uur"),
        ("Een student is vier weken zonder geldige reden afwezig op het roc.", "verzuim.vier_weken"),
    ],
)
def test_aantal_bepaalt_de_soort(lezer: Feitenlezer, zin: str, soort: str) -> None:
    assert soort in soorten(lezer, zin)
    assert not {"verzuim.16uur", "verzuim.onder16", "verzuim.vier_weken"} - {soort} & set(soorten(lezer, zin))


@pytest.mark.parametrize(
    "zin",
    [
        "Mag ik verzuim melden?",
        "Een student is drie weken afwezig zonder geldige reden.",
        "Een leerling is vijf weken op stage.",
    ],
)
def test_een_ander_aantal_zegt_niets_over_de_grens(lezer: Feitenlezer, zin: str) -> None:
    assert not {"verzuim.16uur", "verzuim.onder16", "verzuim.vier_weken"} & set(soorten(lezer, zin))


@pytest.mark.parametrize(
    "zin",
    [
        pytest.param(
            "De vergadering duurt 16 uur.",
            marks=pytest.mark.xfail(strict=True, reason="sixteen hours alone counts as the legal limit"),
        ),
        "Wij geven binnen 24 uur antwoord over het OPP.",
        "Een leerling krijgt 20 uur extra begeleiding.",
    ],
)
def test_uren_van_iets_anders_zijn_geen_verzuim(lezer: Feitenlezer, zin: str) -> None:
    assert "verzuim.16uur" not in soorten(lezer, zin)


def test_een_samengestelde_student_is_ook_een_student(lezer: Feitenlezer) -> None:
    zin = "Een mbo-student is vijf weken afwezig zonder geldige reden."
    assert "verzuim.vier_weken" in soorten(lezer, zin)


@given(st.integers(1, 200))
def test_de_grens_ligt_op_zestien(lezer: Feitenlezer, uren: int) -> None:
    verwacht = "verzuim.16uur" if uren >= 16 else "verzuim.onder16"
    assert verwacht in soorten(lezer, f"Moet ik {uren} uur ongeoorloofd verzuim in vier weken melden?")


@given(st.integers(17, 200), st.sampled_from(["meer dan", "ruim", "al", "bijna", "zeker"]))
def test_ver_boven_de_grens_blijft_erboven(lezer: Feitenlezer, uren: int, woord: str) -> None:
    assert "verzuim.16uur" in soorten(lezer, f"De leerling heeft {woord} {uren} uur ongeoorloofd verzuim.")
