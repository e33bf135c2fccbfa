"""From raw characters to words: whatever is typed, words come out and nothing breaks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.herken import Herkenner
from intents.tekst import LANGSTE_VRAAG, platte_vorm, woorden

TEKST = st.text(max_size=300)


def vormen(tekst: str) -> list[str]:
    """The words only."""
    return [w.vorm for w in woorden(tekst)]


@pytest.mark.parametrize(
    ("ruw", "plat"),
    [
        ("LEERPLICHT", "leerplicht"),
        ("Coördinator", "coordinator"),
        ("één", "een"),
        ("ib’er", "ib'er"),
        ("ib`er", "ib'er"),
        ("swv → gemeente", "swv  naar  gemeente"),
        ("ver\u200bzuim", "verzuim"),
        ("ver\u00adzuim", "verzuim"),
        ("\ufeffverzuim", "verzuim"),
        ("\u202everzuim\u202c", "verzuim"),
        ("ver\x00zuim\x07", "verzuim"),
        ("ｖｅｒｚｕｉｍ", "verzuim"),
        ("oﬃcieel", "officieel"),
        ("straße", "strasse"),
    ],
)
def test_platte_vorm(ruw: str, plat: str) -> None:
    assert platte_vorm(ruw) == plat


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("Mag dit?", ["mag", "dit", "?"]),
        ("opp->swv", ["opp", "naar", "swv"]),
        ("de mbo-school", ["de", "mbo-school"]),
        ("een 16+ leerling", ["een", "16+", "leerling"]),
        ("< 12 jaar", ["<12", "jaar"]),
        ("het s.w.v. dus", ["het", "s.w.v", ".", "dus"]),
        ("ib'er/mentor", ["ib'er", "/", "mentor"]),
        ("mag dit 😀 wel 👨‍👩‍👧", ["mag", "dit", "wel"]),
        ("مرحبا swv", ["swv"]),
        ("…", [".", ".", "."]),
        ("", []),
        ("  \t ", []),
        ("😀👍🏽", []),
        ("\u200b\u200d\u2060", []),
    ],
)
def test_woorden(zin: str, verwacht: list[str]) -> None:
    assert vormen(zin) == verwacht


def test_een_dubbele_pijl_is_ook_naar() -> None:
    assert vormen("opp => swv") == ["opp", "naar", "swv"]


def test_zinnen_worden_geteld() -> None:
    assert [w.zin for w in woorden("een. twee? drie\nvier; vijf")] == [0, 0, 1, 1, 2, 2, 3, 3, 4]


def test_een_leesteken_is_geen_woord() -> None:
    assert [w.is_leesteken for w in woorden("ja? <12")] == [False, True, False]


def test_een_lange_tekst_wordt_afgekapt() -> None:
    lang = "verzuim " * 12_500
    assert len(lang) == 100_000
    assert len(woorden(lang)) == LANGSTE_VRAAG // len("verzuim ")


def test_een_woord_zonder_einde_breekt_niets() -> None:
    assert vormen("a" * 100_000) == ["a" * LANGSTE_VRAAG]


@pytest.mark.parametrize("teken", ["\u200b", "\u200e", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u0301"])
def test_onzichtbare_tekens_veranderen_geen_woord(teken: str) -> None:
    zin = "mag ik verzuim delen met het swv"
    assert vormen(teken.join(zin)) == vormen(zin)


@given(TEKST)
def test_nooit_een_fout_en_alles_in_kleine_letters(tekst: str) -> None:
    for woord in woorden(tekst):
        assert woord.vorm
        assert woord.vorm == woord.vorm.casefold()
        assert woord.vorm.isascii()


@given(TEKST)
def test_nog_een_keer_verandert_niets(tekst: str) -> None:
    eerst = vormen(tekst)
    assert vormen(" ".join(eerst)) == eerst


@given(TEKST)
def test_platte_vorm_is_zonder_onzichtbare_tekens(tekst: str) -> None:
    assert not any(unicodedata.category(t) in ("Cf", "Cs", "Mn") for t in platte_vorm(tekst))


@given(TEKST)
def test_hoofdletters_maken_geen_verschil(tekst: str) -> None:
    zuiver = "".join(t for t in tekst if t.isascii())
    assert vormen(zuiver.upper()) == vormen(zuiver.lower())


@given(TEKST)
def test_herkennen_geeft_per_woord_een_sleutel(herkenner: Herkenner, tekst: str) -> None:
    zin, sleutels, _ = herkenner.lees(tekst)
    assert len(zin) == len(sleutels)
    for vermelding in herkenner.vermeldingen(zin, sleutels):
        assert 0 <= vermelding.begin < vermelding.eind <= len(zin)
