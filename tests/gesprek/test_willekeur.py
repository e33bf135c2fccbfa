"""Any sequence of inputs: no error, always a way on, never more than three counter-questions in a row."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.antwoord.model import Antwoordobject
from bot.gesprek.balie import Balie
from bot.gesprek.gidsen import GIDSEN
from bot.gesprek.reactie import Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.gesprek.toestand import als_ids, uit_ids
from bot.kern import Kern

TEKSTEN = laad_gesprekteksten()
MEESTE = 3
"""Counter-questions in a row, as promised."""
VRAGEN = (
    "mag ik dit delen?",
    "mag ik verzuim delen met leerplicht?",
    "mag de jeugdhulpverlener een diagnose delen met school?",
    "mag de school iets delen met de gemeente?",
    "wat is een casusoverleg?",
    "wie geeft toestemming?",
    "wat moet ik regelen voor een casusoverleg?",
)
VERVOLG = (
    "en als hij 17 is?",
    "en andersom?",
    "en zonder toestemming?",
    "en aan de wijkagent?",
    "geldt dat in Amersfoort ook?",
    "waarom?",
    "waar staat dat?",
    "wat moet er op het formulier?",
    "korter",
    "leg uit voor een ouder",
    "in het Engels",
    "weet ik niet",
    "spijbelen",
    "verder",
)
OPDRACHTEN = tuple(woorden[0] for wat, woorden in TEKSTEN.opdrachten.items() if wat != "indienen")
regels = st.lists(
    st.sampled_from((*VRAGEN, *VERVOLG, *OPDRACHTEN)) | st.sampled_from("123456789") | st.text(max_size=12), max_size=9
)


def _zegt_iets(reactie: Reactie) -> bool:
    return bool(reactie.antwoord.tekst if reactie.antwoord else reactie.tekst)


@given(regels)
@settings(max_examples=40)
def test_elke_rij_invoer_komt_verder(kern: Kern, invoer: list[str]) -> None:
    balie = Balie(Gesprek(kern), TEKSTEN)
    for regel in invoer:
        reactie = balie.verwerk(regel)
        assert _zegt_iets(reactie)
        loop = balie.gesprek.loop
        assert loop is None or loop.opties
        ids = als_ids(balie.gesprek)
        assert als_ids(uit_ids(json.loads(json.dumps(ids)), kern, GIDSEN)) == ids
    assert balie.verwerk("hulp").tekst == TEKSTEN.hulp
    assert balie.verwerk("wis").tekst == TEKSTEN.gewist
    assert balie.gesprek.loop is None


def _langste_rij(kern: Kern, vraag: str, *keuzes: int) -> int:
    """Counter-questions in a row at most, whatever is picked after these picks."""
    gesprek = Gesprek(kern)
    antwoord: Antwoordobject | None = gesprek.vraag(vraag)
    for keuze in keuzes:
        antwoord = gesprek.kies(keuze)
    assert antwoord is not None
    assert antwoord.tekst
    if antwoord.wedervraag is None or len(keuzes) > MEESTE:
        return len(keuzes)
    verder = range(1, len(gesprek.opties) + 1)
    return max(len(keuzes) + 1, *(_langste_rij(kern, vraag, *keuzes, nr) for nr in verder))


@pytest.mark.parametrize("vraag", VRAGEN)
def test_hooguit_drie_wedervragen_op_een_rij(kern: Kern, vraag: str) -> None:
    """Every way through; the vaguest question gets there."""
    langste = _langste_rij(kern, vraag)
    assert langste <= MEESTE
    assert langste == MEESTE or vraag != VRAGEN[0]


@given(st.sampled_from(sorted(GIDSEN)), st.lists(st.integers(0, 8), min_size=60, max_size=60))
@settings(max_examples=15)
def test_elke_loop_komt_tot_een_eind(kern: Kern, naam: str, keuzes: list[int]) -> None:
    """Whatever is picked, picking the first option from then on ends the flow: there is no trap."""
    balie = Balie(Gesprek(kern), TEKSTEN)
    reactie = balie.start(naam)
    for keuze in keuzes[:12]:
        if not reactie.opties:
            return
        reactie = balie.kies(1 + keuze % len(reactie.opties))
    for _ in range(40):
        if not reactie.opties:
            return
        uitweg = [nr for nr, o in enumerate(reactie.opties, 1) if o.id in ("klaar", "pad_verder")]
        reactie = balie.kies(uitweg[0] if uitweg else 1)
    raise AssertionError("de loop komt niet tot een eind")
