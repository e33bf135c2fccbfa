"""What was meant by a word with a slip in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.herken import Herkenner
from intents.spelling import Spelling

WOORDEN = ["gemeente", "vertellen", "vertelden", "leerling", "school", "jeugdarts"]


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        ("chemeente", "gemeente"),
        ("verdellen", "vertellen"),
        ("leerlieng", "leerling"),
        ("sgool", "school"),
        ("jeuchtards", "jeugdarts"),
    ],
)
def test_wat_hetzelfde_klinkt_is_hetzelfde_woord(geschreven: str, bedoeld: str) -> None:
    assert Spelling(WOORDEN).dichtst(geschreven, 1)[0] == (bedoeld, 1)


def test_een_vergeten_letter_gaat_voor_een_andere_letter() -> None:
    assert next(w for w, _ in Spelling(["bellen", "delen", "denlen"]).dichtst("dellen", 1)) == "delen"
    assert [w for w, _ in Spelling(["melden", "melken"]).dichtst("melen", 1)] == ["melden", "melken"]


@given(st.sampled_from(WOORDEN), st.lists(st.tuples(st.integers(0, 9), st.sampled_from("aeklnt")), max_size=3))
def test_er_komt_alleen_een_bekend_woord_en_nooit_verder_dan_mag(woord: str, fouten: list[tuple[int, str]]) -> None:
    """Each slip puts a letter in the place of another."""
    vorm = woord
    for plek, letter in fouten:
        vorm = vorm[:plek] + letter + vorm[plek + 1 :]
    for hoogstens in (1, 2):
        dichtst = Spelling(WOORDEN).dichtst(vorm, hoogstens)
        assert dichtst or len(fouten) > hoogstens
        assert {w for w, _ in dichtst} <= set(WOORDEN)
        assert all(0 <= afstand <= hoogstens for _, afstand in dichtst)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("mag ik degemeente bellen", "mag ik de gemeente bellen"),
        ("de mentorwil iets vragen", "de mentor wil iets vragen"),
        ("overleg metde jeugdarts", "overleg met de jeugdarts"),
        ("naarleerplicht sturen", "naar leerplicht sturen"),
    ],
)
def test_twee_woorden_aan_elkaar_komen_los(herkenner: Herkenner, tekst: str, woorden: str) -> None:
    assert " ".join(w.vorm for w in herkenner.lees(tekst).woorden) == woorden


@pytest.mark.parametrize(
    "woord", ["aanmeldformulier", "overlegtafel", "verzuimconsulent", "inloopspreekuur", "jeugdarts"]
)
def test_een_echt_woord_blijft_heel(herkenner: Herkenner, woord: str) -> None:
    assert [w.vorm for w in herkenner.lees(woord).woorden] == [woord]


def test_de_woordvorm_verandert_alleen_waar_iets_verkeerd_stond(herkenner: Herkenner) -> None:
    assert herkenner.lees("Mag deze leerlng bij 't SWV, of niet?").plat == "mag deze leerling bij 't swv, of niet?"
