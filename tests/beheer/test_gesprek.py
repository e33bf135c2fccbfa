"""`!kennis` in a conversation: for allowed officers only, and never around the four eyes."""

from collections.abc import Iterator

import pytest

from bot.beheer.concept import Status
from bot.beheer.gesprek import Kennisgesprek
from bot.beheer.instellingen import Functionaris
from bot.beheer.mensen import Rol
from bot.beheer.teksten import laad_beheerteksten
from bot.beheer.werkbank import Werkbank

AN, BO = "@an:school.nl", "@bo:school.nl"
MENSEN = (
    Functionaris(naam="An", kanaal="matrix", id=AN, rollen=frozenset({Rol.REDACTEUR})),
    Functionaris(naam="Bo", kanaal="matrix", id=BO, rollen=frozenset({Rol.REDACTEUR, Rol.GOEDKEURDER})),
)


@pytest.fixture
def gesprek(werkbank: Werkbank) -> Iterator[Kennisgesprek]:
    uit = Kennisgesprek(werkbank, MENSEN)
    yield uit
    uit.wacht()


def zeg(gesprek: Kennisgesprek, regel: str, wie: str = AN, kanaal: str = "matrix") -> str:
    antwoord = gesprek.antwoord(kanaal, wie, regel)
    assert antwoord is not None
    return antwoord


@pytest.mark.parametrize(
    ("kanaal", "wie"), [("matrix", "@eva:elders.nl"), ("teams", AN), ("matrix", "An"), ("matrix", "")]
)
def test_others_are_refused_politely(gesprek: Kennisgesprek, kanaal: str, wie: str) -> None:
    for regel in ("!kennis", "!kennis zoek verzuim", "!kennis woord x = swv", "/KENNIS keur goed 1"):
        assert zeg(gesprek, regel, wie, kanaal) == laad_beheerteksten().niet_voor_u


@pytest.mark.parametrize("regel", ["kennis delen met leerplicht?", "mag ik !kennis delen", "!kennisgeving", "!hulp"])
def test_any_other_line_is_no_command(gesprek: Kennisgesprek, regel: str) -> None:
    assert gesprek.antwoord("matrix", AN, regel) is None


def test_an_officer_finds_and_sees(gesprek: Kennisgesprek) -> None:
    assert "`school-leerplicht-luxe`" in zeg(gesprek, "!kennis zoek luxeverzuim melden")
    assert zeg(gesprek, "!kennis zoek qqqzzz") == laad_beheerteksten().niets_gevonden
    assert "- titel: “Wat het convenant oplost" in zeg(gesprek, "!kennis toon adv.doel")
    assert "bestaat niet" in zeg(gesprek, "!kennis toon adv.nergens")
    assert zeg(gesprek, "!kennis doe maar wat") == laad_beheerteksten().hulp


def test_a_word_becomes_a_draft_that_a_colleague_approves(gesprek: Kennisgesprek, werkbank: Werkbank) -> None:
    assert "Concept 1 is gemaakt" in zeg(gesprek, "!kennis woord Plusconsulent = leerplichtambtenaar")
    gesprek.wacht()
    assert werkbank.opslag.concept(1).status is Status.TER_GOEDKEURING
    assert "goedkeurder" in zeg(gesprek, "!kennis keur goed 1", AN)
    assert "wordt gecontroleerd" in zeg(gesprek, "!kennis keur goed 1", BO)
    gesprek.wacht()
    assert werkbank.opslag.concept(1).status is Status.GEPUBLICEERD
    assert "gepubliceerd" in zeg(gesprek, "!kennis toon 1")
    assert b"plusconsulent" in werkbank.opslag.bundel().bestanden["intents/woorden/partijen.yaml"]
    assert "hoort al bij" in zeg(gesprek, "!kennis woord plusconsulent = leerplichtambtenaar")


def test_nobody_approves_an_own_word_and_a_clash_is_told(gesprek: Kennisgesprek, werkbank: Werkbank) -> None:
    zeg(gesprek, "!kennis woord mentor = leerplichtambtenaar", BO)
    gesprek.wacht()
    assert werkbank.opslag.concept(1).status is Status.CONCEPT
    assert "'mentor' noemt" in zeg(gesprek, "!kennis toon 1", BO)
    assert "bestaat niet" in zeg(gesprek, "!kennis woord x = qqqzzz")


def test_who_the_officers_are_does_not_stand_in_memory_under_their_id(gesprek: Kennisgesprek) -> None:
    assert all(AN.encode() not in merk for merk in gesprek._mensen)
    assert Kennisgesprek(gesprek._werkbank, MENSEN)._mensen.keys() != gesprek._mensen.keys()
