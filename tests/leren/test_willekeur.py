"""Whatever someone picks: no error, always something to pick or the end, and a stand that can be handed over."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gesprek.balie import Balie
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gidsen import GIDSEN
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.gesprek.toestand import lees_loop
from bot.kern import Kern
from bot.leren.omgeving import Omgeving
from bot.leren.onboarding import Onboardinggids
from bot.leren.plek import Waar
from tests.leren.lopen import GIDS, Loper

UITWEG = {"menu", "stop"}


@settings(max_examples=60)
@given(st.lists(st.integers(0, 8), min_size=1, max_size=40), st.sampled_from(["landelijk", "amersfoort", ""]))
def test_elke_reeks_keuzes_heeft_een_uitweg(kern: Kern, keuzes: list[int], regio: str) -> None:
    loper = Loper(Gesprek(kern, regio))
    for keuze in keuzes:
        if loper.beurt.stand is None:
            break
        opties = [o.id for o in loper.stap.opties]
        assert loper.stap.tekst
        assert len(opties) == len(set(opties))
        assert UITWEG & set(opties) or all(o.startswith("rol-") for o in opties)
        terug = lees_loop(
            json.loads(json.dumps({"naam": "onboarding", "stand": loper.beurt.stand})), loper.gesprek, GIDSEN
        )
        assert terug.opties == loper.stap.opties
        assert GIDS.toon(loper.gesprek, terug.stand) == loper.stap
        loper.kies(opties[keuze % len(opties)])


REGELS = [
    *"123456789",
    *"menu stop verder ja nee volgende onboarding casus wis toets".split(),
    "weet ik niet",
    "DW-9005-0000-0HJ",
    "DW-9005-0000-0HK",
    "regio amersfoort",
    "onboarding mbo",
    "Goed, en nu?",
]


@settings(max_examples=15)
@given(st.lists(st.sampled_from(REGELS), min_size=5, max_size=25))
def test_elke_reeks_regels_krijgt_een_reactie(kern: Kern, regels: list[str]) -> None:
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    for regel in ("ik ben nieuw", *regels):
        reactie = balie.verwerk(regel)
        assert reactie.antwoord is not None or reactie.tekst


_sleutels = st.sampled_from(["v:mbo-3", "v:x", "s:hulp-gemeente:1", "s:bsn:1", "les", ""])
_getal = st.integers(-5, 99)
_velden: dict[str, st.SearchStrategy[Any]] = {
    "rol": st.sampled_from(["school", "mbo", "x", ""]),
    "les": st.sampled_from(["verzuim-melden", "leeftijd", "x", ""]),
    "casus": _sleutels,
    "gehad": st.lists(_sleutels, max_size=3),
    "fout": st.lists(_sleutels, max_size=3),
    "terug": st.lists(st.sampled_from(["v:mbo-3|1|1", "a|1|1", "a"]), max_size=3),
    "gedaan": st.lists(_getal, max_size=3),
    "melding": st.sampled_from(["x", ""]),
    **dict.fromkeys(("zaad", "beurt", "keuze", "nr", "niveau", "rij"), _getal),
}
_naast = st.sampled_from(["x", "waar", *_velden])
_verzonnen = st.fixed_dictionaries({"waar": st.sampled_from(list(Waar))}, optional=_velden)
_verward = st.dictionaries(_naast, _getal | _sleutels | st.lists(_sleutels, max_size=2), max_size=2)


def test_een_verzonnen_stand_wordt_geweigerd_of_getoond(kern: Kern) -> None:
    getoond = 0

    @settings(max_examples=300)
    @given(_verzonnen, st.just({}) | _verward)
    def probeer(stand: dict[str, Any], anders: dict[str, Any]) -> None:
        nonlocal getoond
        try:
            stap = Onboardinggids().toon(Gesprek(kern), stand | anders)
        except DraadKapot:
            return
        assert stap.opties
        getoond += 1

    probeer()
    assert getoond > 10


def test_een_andere_regio_halverwege_kan_niet_vastlopen(kern: Kern) -> None:
    for rol in kern.kennis.leren.rollen:
        loper = Loper(Gesprek(kern, "landelijk")).kies(f"rol-{rol}", "oefenen")
        for regio in ("amersfoort", "goeree-overflakkee", "landelijk") * 6:
            loper.gesprek.regio = regio
            stap = GIDS.toon(loper.gesprek, loper.plek.als_stand())
            loper.beurt = replace(loper.beurt, stap=stap)
            loper.kies(stap.opties[0].id)


def test_een_casus_die_hier_niet_geldt_zegt_dat(kern: Kern) -> None:
    gesprek = Gesprek(kern, "goeree-overflakkee")
    stand: dict[str, str | int] = {"waar": "casus", "rol": "school", "casus": "s:school-overstap:0", "nr": 1}
    bekend = Omgeving(gesprek).casus_vraag("s:school-overstap:0", 0)
    assert bekend is not None
    for nr in range(36):
        sleutel = f"s:hulp-gemeente:{nr}"
        if Omgeving(gesprek).casus_vraag(sleutel, 0) is None:
            stand["casus"] = sleutel
            assert "niets met zekerheid" in GIDS.toon(gesprek, dict(stand)).tekst
            assert GIDS.kies(gesprek, dict(stand), "oefenen").stap.opties
            return
    raise AssertionError("geen casus gevonden waarover de regels zwijgen")
