"""The parts of the channel on their own: reading events, being addressed, showing, and keeping the token."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.antwoord.model import Antwoordobject, OptieRegel, WedervraagRegel
from bot.gesprek.balie import Reactie
from bot.kanalen.matrix.aanspraak import Ik, is_genoemd, kale_tekst
from bot.kanalen.matrix.bericht import Bericht, Soort, lees_bericht, zonder_citaat
from bot.kanalen.matrix.postvak import BEWAARTIJD_S, MEESTE_POGINGEN, Postvak
from bot.kanalen.matrix.teksten import laad_matrixteksten
from bot.kanalen.matrix.voortgang import Voortgang
from bot.kanalen.matrix.weergave import GROOTST, Weergave
from bot.kanalen.teksten import laad_teksten
from bot.kern import Kern
from bot.privacy import RuweTekst

IK = Ik("@deel:praat.test", "Deelwijzer", ("!deelwijzer",))
WAARDE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=8), deel, max_size=3),
    max_leaves=8,
)
VELDEN = ("msgtype", "body", "formatted_body", "m.mentions", "m.relates_to", "m.new_content", "redacts", "membership")
SOORTEN = ("m.room.message", "m.reaction", "m.room.redaction", "m.room.member", "m.room.tombstone")


def _tekst(tekst: str, **velden: Any) -> Bericht:
    return Bericht(Soort.TEKST, "!k", "$i", "@a:b", 0.0, tekst=RuweTekst(tekst), **velden)


@given(WAARDE)
def test_wat_ook_binnenkomt_het_lezen_stopt_niet(bron: object) -> None:
    assert lees_bericht("!k", bron) is None or isinstance(bron, dict)


@given(st.sampled_from(SOORTEN), st.dictionaries(st.sampled_from(VELDEN), WAARDE, max_size=6), WAARDE, WAARDE)
def test_ook_met_de_juiste_velden(soort: str, inhoud: dict[str, Any], id_: object, tijd: object) -> None:
    bron = {"type": soort, "content": inhoud, "event_id": id_, "sender": "@a:b", "origin_server_ts": tijd}
    bericht = lees_bericht("!k", bron)
    assert bericht is None or (bericht.id == id_ and isinstance(bericht.tekst, RuweTekst))


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("> <@a:b> oude vraag\n> tweede regel\n\nnieuwe vraag", "nieuwe vraag"),
        ("> <@a:b> oude vraag", "> <@a:b> oude vraag"),
        ("> geen citaat van een client\nvraag", "> geen citaat van een client\nvraag"),
        ("vraag", "vraag"),
    ],
)
def test_het_citaat_van_een_antwoord_valt_weg(tekst: str, over: str) -> None:
    assert zonder_citaat(tekst) == over


@pytest.mark.parametrize(
    ("tekst", "genoemd", "uit"),
    [
        ("Deelwijzer: mag dit?", None, True),
        ("mag dit, @deel:praat.test?", None, True),
        ("https://praat.test/deelwijzer/x", None, False),
        ("deelwijzers zijn er veel", None, False),
        ("Deelwijzer: mag dit?", (), False),
        ("mag dit?", ("@deel:praat.test",), True),
    ],
)
def test_genoemd(tekst: str, genoemd: tuple[str, ...] | None, uit: bool) -> None:
    assert is_genoemd(_tekst(tekst, genoemd=genoemd), IK) is uit


@pytest.mark.parametrize(
    "tekst",
    ["Deelwijzer: mag dit?", "@Deelwijzer mag dit?", "!deelwijzer mag dit?", "mag dit @deel:praat.test?", "mag dit?"],
)
def test_de_aanspraak_valt_weg(tekst: str) -> None:
    assert kale_tekst(_tekst(tekst), IK).onthul() == "mag dit?"


def test_het_token_komt_pas_na_al_het_werk_ook_van_eerder() -> None:
    bewaard: list[str] = []
    voortgang = Voortgang(bewaard.append)
    voortgang.neem("t1", ["a", "b"])
    voortgang.neem("t2", ["c"])
    voortgang.neem("t3", [])
    for id_, verwacht in (("c", []), ("a", []), ("b", ["t3"])):
        voortgang.klaar(id_)
        assert bewaard == verwacht


def test_het_postvak_onthoudt_geeft_op_en_vergeet(tmp_path: Path) -> None:
    nu = [1_000_000.0]
    postvak = Postvak(tmp_path, b"s" * 32, lambda: nu[0])
    assert [postvak.begin("$x") for _ in range(MEESTE_POGINGEN + 1)] == [True] * MEESTE_POGINGEN + [False]
    assert postvak.begin("$y")
    postvak.klaar("$y", antwoord="$antwoord")
    assert not postvak.begin("$y")
    assert postvak.antwoord_op("$y") == "$antwoord"
    nu[0] += BEWAARTIJD_S + 1
    postvak.ruim_op()
    assert postvak.antwoord_op("$y") is None
    postvak.sluit()


def _weergave(kern: Kern) -> Weergave:
    return Weergave(laad_matrixteksten(), laad_teksten(), kern)


def test_een_te_lang_antwoord_wordt_op_een_heel_blok_afgebroken(kern: Kern) -> None:
    tekst = "\n\n".join(f"Blok {nr}. " + "woord " * 200 for nr in range(40))
    beeld = _weergave(kern).reactie(Reactie(Antwoordobject("antwoord", "x", 1.0, tekst)))
    assert len(beeld.plat.encode()) + len(beeld.html.encode()) <= GROOTST
    assert beeld.plat.endswith("De rest past niet in één bericht.")


def test_html_uit_een_tekst_blijft_tekst(kern: Kern) -> None:
    beeld = _weergave(kern).tekst("**Let op:**\n- a <script>x</script>\n- b")
    assert "<script>" not in beeld.html
    assert "<li>b</li>" in beeld.html
    assert beeld.plat == "Let op:\n• a <script>x</script>\n• b"


def test_keuzes_staan_in_beide_vormen(kern: Kern) -> None:
    wedervraag = WedervraagRegel("Welk?", (OptieRegel("a", "Dit"), OptieRegel("b", "Dat")))
    antwoord = Antwoordobject("wedervraag", "x", 1.0, "Kern.", oordeel="nee", wedervraag=wedervraag)
    beeld = _weergave(kern).reactie(Reactie(antwoord))
    assert "Welk?\n\n1. Dit\n2. Dat" in beeld.plat
    assert beeld.plat.startswith("🔴 Kern.")
    assert "<ol>\n<li>Dit</li>" in beeld.html
