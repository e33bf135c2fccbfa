"""A typing error is repaired by what stands beside it; numbers and names are not guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.buren import Buren
from intents.herken import Herkenner
from intents.leeftijd import GETAL
from intents.ngrammen import Ngrammen, kenmerken
from intents.spelling import moeite


def gelezen(herkenner: Herkenner, tekst: str) -> str:
    """The words of a text as they were meant."""
    return " ".join(w.vorm for w in herkenner.lees(tekst).woorden)


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        ("lerplicht wil iets weten", "leerplicht wil iets weten"),
        ("een kind met etra ondersteuning", "een kind met extra ondersteuning"),
        ("de ouders geven geen hantekening", "de ouders geven geen handtekening"),
        ("mag ik dat aan de shcool geven", "mag ik dat aan de school geven"),
        ("wij heben een vraag", "wij hebben een vraag"),
        ("mag ik gegevensdelen met de gemeente", "mag ik gegevens delen met de gemeente"),
    ],
)
def test_de_buren_wijzen_het_woord_aan(herkenner: Herkenner, geschreven: str, bedoeld: str) -> None:
    assert gelezen(herkenner, geschreven) == bedoeld


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"), [("schoolgegevesn", "schoolgegevens"), ("verzuimchegevens", "verzuimgegevens")]
)
def test_een_fout_in_een_deel_van_een_samenstelling(herkenner: Herkenner, geschreven: str, bedoeld: str) -> None:
    assert gelezen(herkenner, geschreven) == bedoeld


@pytest.mark.parametrize("woord", ["lieke", "verdonkel", "breda", "dementie", "daarmee", "kerst"])
def test_een_naam_of_een_ander_woord_wordt_geen_begrip(herkenner: Herkenner, woord: str) -> None:
    for zin in (woord, f"ik ben {woord}", f"mag ik {woord} bespreken met de gemeente"):
        assert woord in gelezen(herkenner, zin).split()


@settings(max_examples=200)
@given(st.sampled_from(sorted(GETAL)), st.integers(0, 99), st.sampled_from("aeijnrtvz"), st.sampled_from(["", "x"]))
def test_een_getal_wordt_nooit_een_ander_getal(
    herkenner: Herkenner, getal: str, plek: int, letter: str, rest: str
) -> None:
    """With a letter left out or another in its place."""
    knip = plek % len(getal)
    fout = getal[:knip] + (letter if rest else "") + getal[knip + 1 :]
    if not fout or fout in GETAL:
        return
    woorden = gelezen(herkenner, f"een leerling van {fout} jaar").split()
    assert set(woorden) & (set(GETAL) - {"een"}) <= {getal}


def test_woorden_met_een_cijfer_blijven_staan(herkenner: Herkenner) -> None:
    assert gelezen(herkenner, "kind van 12jr en 16+ en 1l5 jaar") == "kind van 12jr en 16+ en 1l5 jaar"


def test_moeite_kent_de_gewone_vergissingen() -> None:
    assert moeite("school", "school") == 0
    assert moeite("sgool", "school") < moeite("schol", "schelp")
    assert moeite("schiol", "school") < moeite("schxol", "school") < moeite("xchool", "school")


def test_buren_tellen_wat_naast_elkaar_staat() -> None:
    buren = Buren(Ngrammen.leer([list(kenmerken(z)) for z in ("mag ik bellen", "mag ik delen", "ik wil delen")]))
    assert [round(buren.keren(*w), 3) for w in (("ik",), ("mag", "ik"), ("wil", "ik"))] == [3, 2, 0]
    assert buren.gezien("delen", "wil", None)
    assert not buren.gezien("bellen", "wil", None)
    assert buren.kans("delen", "wil", None) > buren.kans("bellen", "wil", None)
