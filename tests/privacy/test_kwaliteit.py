"""How much the guard finds and how often it is wrong, on a large labelled set; half of it was never looked at."""

from collections.abc import Iterator

import pytest
from bewaken import Telling, eigen, staat_er_nog, tel
from privacy import SETS, lees
from stof import Object

from bot.kern import Kern

MINSTE_NAMEN = 0.98
MEESTE_ALARM = 0.02
"""Share of clean questions, over both halves."""
GEVALLEN_NAMEN = 0.98
"""deduce's own cases are single words without a sentence around them."""
MINSTE_VRAGEN = 400


@pytest.fixture(scope="module")
def tellingen(kern: Kern) -> dict[str, Telling]:
    """Each set cleaned once."""
    return {naam: tel(eigen(kern), lees(naam)) for naam in SETS}


def _eigen_vragen() -> Iterator[Object]:
    for naam in ("toets", "oefen"):
        yield from lees(naam)


@pytest.mark.parametrize("naam", ["toets", "oefen"])
def test_vindt_wat_er_staat(tellingen: dict[str, Telling], naam: str) -> None:
    cijfers = tellingen[naam].cijfers()
    assert (cijfers["recall_namen"] or 0) >= MINSTE_NAMEN, tellingen[naam].gemist
    assert cijfers["recall_nummers"] == 1.0, tellingen[naam].gemist
    assert cijfers["recall_combinaties"] == 1.0, tellingen[naam].gemist


def test_slaat_zelden_vals_alarm(tellingen: dict[str, Telling]) -> None:
    twee = (tellingen["toets"], tellingen["oefen"])
    alarm = [vraag for telling in twee for vraag in telling.alarm]
    assert len(alarm) <= MEESTE_ALARM * sum(telling.schoon for telling in twee), alarm


def test_kent_de_gevallen_van_deduce_en_presidio(tellingen: dict[str, Telling]) -> None:
    cijfers = tellingen["gevallen"].cijfers()
    assert (cijfers["recall_namen"] or 0) >= GEVALLEN_NAMEN, tellingen["gevallen"].gemist
    assert cijfers["recall_nummers"] == 1.0, tellingen["gevallen"].gemist
    assert cijfers["vals_alarm_pct"] == 0.0, tellingen["gevallen"].alarm


def test_de_set_is_groot_half_schoon_en_zonder_dubbele() -> None:
    vragen = list(_eigen_vragen())
    schoon = sum(not vraag["stukken"] for vraag in vragen)
    assert len(vragen) >= MINSTE_VRAGEN
    assert 0.45 <= schoon / len(vragen) <= 0.6
    assert len({vraag["vraag"] for vraag in vragen}) == len(vragen)
    assert all(stuk["tekst"] in vraag["vraag"] for vraag in vragen for stuk in vraag["stukken"])


@pytest.mark.parametrize(
    ("soort", "stuk", "tekst", "verwacht"),
    [
        ("naam", "Piet de Wit", "mag wit papier", True),
        ("naam", "Piet de Wit", "mag de man", False),
        ("bsn", "999.990.019", "nummer 999 990 019", True),
        ("telefoon", "06-12345678", "nummer 06", False),
        ("combinatie", "het enige kind uit 2t", "een kind", False),
    ],
)
def test_de_meetlat_ziet_wat_blijft_staan(soort: str, stuk: str, tekst: str, verwacht: bool) -> None:
    assert staat_er_nog(soort, stuk, tekst) is verwacht
