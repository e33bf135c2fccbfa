"""The tools of cross-validation: what is held back is never learnt, and the measures count what they say."""

import pytest
from dubbel import meet_dubbel
from hypothesis import given
from hypothesis import strategies as st
from ijken import beantwoord, ijk, kruislings_geijkt
from kruismaten import betrouwbaarheid, f1, f1_per_feit, f1_per_intent, raak, verwarde_paren
from vouwen import Kort, Lezingen, Uitslag, Zin, alle_zinnen, vouw, zonder_vouw

from bot.antwoord.ijking import Ijking, laad_ijking, weg_van
from intents.kiezer import Kandidaat
from intents.laden import laad_taal
from intents.tekst import platte_vorm

VOUWEN = 5


def _uitslag(hoort: str, *gekozen: str, kans: float = 0.9, oordeel: str | None = None) -> Uitslag:
    kandidaten = tuple(Kandidaat(naam, kans) for naam in gekozen)
    return Uitslag(
        Zin("zin", hoort), kandidaten, Kort(gekozen[0], "antwoord", oordeel, kans), Kort(hoort, "antwoord", "ja", 1.0)
    )


def test_wat_achterblijft_wordt_niet_geleerd() -> None:
    taal = laad_taal()
    for nummer in range(VOUWEN):
        geleerd = {platte_vorm(zin.tekst) for zin in alle_zinnen(zonder_vouw(taal, nummer, VOUWEN))}
        achter = {platte_vorm(z.tekst) for z in alle_zinnen(taal) if vouw(z.tekst, VOUWEN) == nummer}
        assert not geleerd & achter
        assert geleerd | achter == {platte_vorm(zin.tekst) for zin in alle_zinnen(taal)}


def test_vouwen_zijn_ongeveer_even_groot_en_hangen_aan_het_zaad() -> None:
    zinnen = [zin.tekst for zin in alle_zinnen(laad_taal())]
    vouwen = [vouw(zin, VOUWEN) for zin in zinnen]
    assert all(0.9 < VOUWEN * vouwen.count(nr) / len(vouwen) < 1.1 for nr in range(VOUWEN))
    assert vouwen != [vouw(zin, VOUWEN, zaad=2) for zin in zinnen]


def test_f1_telt_gemist_en_te_veel_even_zwaar() -> None:
    paren = [("a", True, True), ("a", True, False), ("b", True, True), ("b", False, True), ("c", False, False)]
    assert f1(paren) == {"a": 0.667, "b": 0.667}


def test_f1_per_intent_rekent_een_verwarring_beide_aan() -> None:
    uitslagen = [_uitslag("a", "a"), _uitslag("a", "b"), _uitslag("c", "c")]
    assert f1_per_intent(uitslagen) == {"b": 0.0, "a": 0.667, "c": 1.0}
    assert verwarde_paren(uitslagen) == [("a", "b", 1)]


def test_f1_per_feit_telt_elk_begrip() -> None:
    lezing = Lezingen({"van": frozenset({"x"}), "naar": frozenset()}, {"van": frozenset({"x"}), "naar": frozenset("y")})
    assert f1_per_feit([lezing]) == {"naar": 0.0, "van": 1.0}


def test_een_ander_antwoord_met_hetzelfde_oordeel_telt_apart() -> None:
    uit = raak([_uitslag("a", "b", "a", oordeel="ja"), _uitslag("a", "b", oordeel="nee")])
    assert uit["eerste_pct"] == 0.0
    assert uit["eerste_drie_pct"] == 50.0
    assert uit["zelfde_antwoord_of_oordeel_pct"] == 50.0


def test_terugvragen_belooft_niets() -> None:
    terug = _uitslag("a", "onzeker")
    assert beantwoord([terug, _uitslag("a", "a")]) == [_uitslag("a", "a")]


def test_ijken_leert_hoe_vaak_het_klopt() -> None:
    goed = [_uitslag("a", "a", kans=0.9, oordeel="ja")] * 60
    fout = [_uitslag("a", "b", kans=0.9, oordeel="nee")] * 40
    ijking = ijk(goed + fout)
    assert ijking.goed("antwoord", 0.9) == 0.6
    geijkt = kruislings_geijkt([goed + fout, goed + fout])
    assert betrouwbaarheid([kans for kans, _ in geijkt], [u.oordeel_goed for _, u in geijkt])["ece"] == 0.0


@given(st.floats(0, 1), st.floats(0, 1))
def test_meer_kans_geeft_nooit_minder_vertrouwen(een: float, ander: float) -> None:
    laag, hoog = sorted((een, ander))
    for weg in laad_ijking().wegen:
        assert 0 <= laad_ijking().goed(weg, laag) <= laad_ijking().goed(weg, hoog) <= 1


def test_tussen_twee_punten_loopt_een_rechte_lijn() -> None:
    ijking = Ijking(wegen={"delen": ((0.2, 0.4), (0.6, 0.8))})
    assert [ijking.goed("delen", kans) for kans in (0.0, 0.2, 0.4, 0.6, 1.0)] == [0.4, 0.4, 0.6, 0.8, 0.8]


@pytest.mark.parametrize(
    ("intent", "weg"),
    [("delen", "delen"), ("buiten.klets", "buiten"), ("menu.hulp", "buiten"), ("begrip.fg", "antwoord")],
)
def test_elk_intent_heeft_een_weg(intent: str, weg: str) -> None:
    assert weg_van(intent) == weg
    assert weg in laad_ijking().wegen


@pytest.mark.parametrize(
    ("oordelen", "gesplitst", "helften"),
    [(["ja", "nee"], 100.0, 100.0), (["nee", "ja"], 100.0, 100.0), (["ja"], 0.0, 50.0), (["nee", "nee"], 100.0, 50.0)],
)
def test_helften_mogen_in_elke_volgorde(oordelen: list[str], gesplitst: float, helften: float) -> None:
    antwoord = {"oordeel": oordelen[0], "ook": [{"oordeel": oordeel} for oordeel in oordelen[1:]]}
    uit = meet_dubbel([{"delen": [{"oordeel": ["ja"]}, {"oordeel": ["nee"]}]}], [antwoord])
    assert uit == {"goed_gesplitst_pct": gesplitst, "helften_goed_pct": helften}


def test_een_helft_zonder_vast_oordeel_telt_niet() -> None:
    antwoord = {"oordeel": None, "ook": [{"oordeel": "ja"}]}
    uit = meet_dubbel([{"delen": [{"oordeel": ["ja"]}, {"oordeel": None}]}], [antwoord])
    assert uit["helften_goed_pct"] == 100.0
