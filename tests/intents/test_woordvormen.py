"""All forms of a word have one key; a participle keeps its own, since it tells that something was done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.woordvormen import bestaat, sleutel

GELIJK = [
    ("melding", "meldingen"),
    ("afspraak", "afspraken"),
    ("wijkteam", "wijkteams"),
    ("jongere", "jongeren"),
    ("beschikking", "beschikkingen"),
    ("behandelplan", "behandelplannen"),
    ("school", "scholen"),
    ("school", "schooltje"),
    ("leerling", "leerlingen"),
    ("leerling", "leerlingetje"),
    ("mentor", "mentoren"),
    ("mentor", "mentors"),
    ("gemeente", "gemeentes"),
    ("orthopedagoog", "orthopedagogen"),
    ("leerplichtambtenaar", "leerplichtambtenaren"),
    ("trajectbegeleider", "trajectbegeleiders"),
    ("jeugdhulpverlener", "jeugdhulpverleners"),
    ("samenwerkingsverband", "samenwerkingsverbanden"),
    ("dossier", "dossiers"),
    ("diagnose", "diagnoses"),
    ("rapport", "rapporten"),
    ("rapport", "rapportje"),
    ("formulier", "formulieren"),
    ("handtekening", "handtekeningen"),
    ("kind", "kinderen"),
    ("student", "studenten"),
    ("student", "studentje"),
    ("kleuter", "kleuters"),
    ("docent", "docenten"),
    ("instelling", "instellingen"),
    ("melden", "meldt"),
    ("melden", "meldde"),
    ("huisarts", "huisartsen"),
    ("spijbelen", "spijbelt"),
    ("weigeren", "weigert"),
]
ANDERE_SLEUTEL = [
    ("jeugdarts", "jeugdartsen"),
    ("gesprek", "gesprekken"),
    ("verslag", "verslagen"),
]
"""Forms that have no common key yet."""
DEELWOORDEN = [
    ("melden", "gemeld"),
    ("delen", "gedeeld"),
    ("weigeren", "geweigerd"),
    ("vragen", "gevraagd"),
    ("sturen", "gestuurd"),
    ("tekenen", "getekend"),
    ("intrekken", "ingetrokken"),
    ("doorgeven", "doorgegeven"),
]
KORT = ["swv", "opp", "bsn", "ib'er", "jgz", "ggd", "mbo", "po", "vo", "16+", "18-plus", "m@zl"]


@pytest.mark.parametrize(("woord", "vorm"), GELIJK)
def test_een_sleutel_voor_alle_vormen(woord: str, vorm: str) -> None:
    assert sleutel(vorm) == sleutel(woord)


@pytest.mark.xfail(strict=True, reason="the lemma list knows one form only")
@pytest.mark.parametrize(("woord", "vorm"), ANDERE_SLEUTEL)
def test_deze_vormen_horen_ook_bij_elkaar(woord: str, vorm: str) -> None:
    assert sleutel(vorm) == sleutel(woord)


@pytest.mark.parametrize(("werkwoord", "deelwoord"), DEELWOORDEN)
def test_een_deelwoord_staat_apart(werkwoord: str, deelwoord: str) -> None:
    assert sleutel(deelwoord) != sleutel(werkwoord)


@pytest.mark.parametrize("woord", KORT)
def test_afkortingen_blijven_zoals_ze_zijn(woord: str) -> None:
    assert sleutel(woord) == woord


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("school", "scholing"),
        ("arts", "artikel"),
        ("raad", "raadslid"),
        ("leerling", "leerplicht"),
        ("verzuim", "verzoek"),
        ("voogd", "vogel"),
    ],
)
def test_andere_woorden_houden_een_andere_sleutel(een: str, ander: str) -> None:
    assert sleutel(een) != sleutel(ander)


@pytest.mark.parametrize("woord", [paar[0] for paar in GELIJK[:10]])
def test_bezit_valt_weg(woord: str) -> None:
    assert sleutel(f"{woord}'s") == sleutel(woord)


@pytest.mark.parametrize(
    ("woord", "is_er"), [("school", True), ("verzuim", True), ("xqzwv", False), ("schhool", False)]
)
def test_of_een_woord_bestaat(woord: str, is_er: bool) -> None:
    assert bestaat(woord) is is_er


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'-.0123456789+", max_size=25))
def test_nooit_een_fout_en_steeds_hetzelfde(vorm: str) -> None:
    assert sleutel(vorm) == sleutel(vorm)
    assert len(sleutel(vorm)) <= len(vorm) + 3
