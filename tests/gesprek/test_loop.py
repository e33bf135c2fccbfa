"""How a guided flow runs, rests, goes on and ends, and how a conversation moves to another process."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gesprek.balie import Balie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import Gesprekteksten, laad_gesprekteksten
from bot.gesprek.toestand import als_ids, uit_ids
from bot.kern import Kern
from tests.gesprek.proefgids import KLEUREN, Proefgids

GIDSEN = {"proef": Proefgids()}
VRAAG = "mag ik verzuim delen met leerplicht?"


def _teksten() -> Gesprekteksten:
    echt = laad_gesprekteksten()
    return echt.model_copy(
        update={
            "opdrachten": {**echt.opdrachten, "proef": ("proef",)},
            "met_naam": (*echt.met_naam, "proef"),
            "start_bij": {"menu.hulp": "proef"},
        }
    )


TEKSTEN = _teksten()
RUST = TEKSTEN.rust.format(titel="de proef")


def _balie(kern: Kern, gesprek: Gesprek | None = None) -> Balie:
    return Balie(gesprek or Gesprek(kern), TEKSTEN, gidsen=GIDSEN)


def test_een_loop_van_begin_tot_eind_met_nummer_woord_id_en_regel(kern: Kern) -> None:
    balie = _balie(kern)
    begin = balie.verwerk("!proef")
    assert (begin.tekst, begin.opties, begin.opdracht) == ("Kleur 1?", KLEUREN, "proef")
    assert balie.verwerk("9").opties == KLEUREN
    assert balie.verwerk("blauw").tekst == "Kleur 2?"
    einde = balie.kies_id("rood")
    assert einde.tekst == "Klaar met rood."
    assert [b.naam for b in einde.bestanden] == ["proef.txt"]
    assert balie.gesprek.loop is None
    balie.verwerk("proef")
    assert balie.verwerk("paars").tekst == "Kleur 2?"
    assert balie.verwerk("1").tekst == "Klaar met rood."
    assert balie.verwerk("/proef twee").tekst == "Kleur 2?"


def test_een_vraag_tussendoor_wordt_beantwoord_en_de_loop_rust(kern: Kern) -> None:
    balie = _balie(kern)
    balie.verwerk("proef")
    tussen = balie.verwerk(VRAAG)
    assert tussen.antwoord is not None
    assert tussen.antwoord.oordeel == "hangt_af"
    assert tussen.erbij == RUST
    gekozen = balie.verwerk("1")
    assert gekozen.antwoord is not None
    assert gekozen.antwoord.oordeel == "verplicht"
    assert gekozen.erbij == RUST
    assert balie.verwerk("verder").tekst == "Kleur 1?"
    assert balie.verwerk("1").tekst == "Kleur 2?"


def test_stoppen_en_wissen_eindigen_de_loop(kern: Kern) -> None:
    balie = _balie(kern)
    balie.verwerk("proef")
    stop = balie.verwerk("stop")
    assert (stop.opdracht, balie.gesprek.loop) == (None, None)
    assert balie.verwerk("verder").tekst == TEKSTEN.niets_om_verder
    balie.verwerk("proef")
    assert balie.verwerk("!wis").opdracht == "wis"
    assert balie.gesprek.loop is None
    assert balie.verwerk("stop").opdracht == "stop"


def test_een_soort_vraag_begint_een_loop(kern: Kern) -> None:
    assert _balie(kern).verwerk("wat kan ik hier vragen?").tekst == "Kleur 1?"


@pytest.mark.parametrize(
    "regels",
    [
        [],
        [VRAAG],
        [VRAAG, "1"],
        ["proef", "1"],
        ["proef", VRAAG],
        ["proef", VRAAG, "2"],
        ["regio Soest", "rol mentor", "wat is een casusoverleg?"],
        ["mag dat zomaar?"],
    ],
)
def test_een_gesprek_gaat_verder_in_een_ander_proces(kern: Kern, regels: list[str]) -> None:
    hier = _balie(kern)
    for regel in regels:
        hier.verwerk(regel)
    ids = json.loads(json.dumps(als_ids(hier.gesprek)))
    daar = _balie(kern, uit_ids(ids, kern, GIDSEN))
    assert als_ids(daar.gesprek) == ids
    for regel in ("meer", "2", "verder", "1"):
        assert daar.verwerk(regel) == hier.verwerk(regel)


_rommel = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda kind: st.lists(kind, max_size=3) | st.dictionaries(st.text(max_size=8), kind, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from(["regio", "rol", "laatste", "keuze", "loop"]), _rommel)
    | st.fixed_dictionaries({"loop": st.fixed_dictionaries({"naam": st.just("proef"), "stand": _rommel})})
)
def test_wat_niet_klopt_begint_leeg(kern: Kern, ids: Mapping[str, object]) -> None:
    gesprek = uit_ids(ids, kern, GIDSEN)
    assert gesprek.laatste is None
    assert gesprek.loop is None or gesprek.loop.opties == KLEUREN
