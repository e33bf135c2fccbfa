"""Which rule wins: `rang` first, then precision, then `voorrang`; a tie with different outcomes is an error."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kennis.beslissen import Beslisser
from kennis.controle import Soort, controleer
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Regel

DAG = date(2026, 11, 22)


def _regel(naam: str, als: dict[str, Any], oordeel: str = "ja", **rest: Any) -> Regel:
    ruw = {"id": naam, "als": als, "dan": {"oordeel": oordeel, "kort": "Dat is zo."}, "bronnen": ["CONV artikel 1"]}
    herkomst = {"soort": "afspraak", "geldig_van": "2024-01-11", "beoordeeld_op": "2024-02-01"}
    return Regel.model_validate({**ruw, **herkomst, **rest})


def _met(kennis: Kennis, *regels: Regel) -> Kennis:
    return replace(kennis, regels={r.id: r for r in (_regel("basis", {}, "nee", rang=-9), *regels)})


def _wint(kennis: Kennis, **feiten: Any) -> str:
    return Beslisser(kennis, "landelijk", DAG).besluit(Feiten(**feiten)).regel.id


def test_preciezere_regel_wint(kleine_kennis: Kennis) -> None:
    kennis = _met(kleine_kennis, _regel("breed", {"van": "school"}), _regel("smal", {"van": "school.po"}))
    assert _wint(kennis, van="school.po") == "smal"
    assert _wint(kennis, van="school") == "breed"


def test_rang_gaat_boven_precisie(kleine_kennis: Kennis) -> None:
    smal = _regel("smal", {"van": "school.po", "gegevens": "verzuim"})
    kennis = _met(kleine_kennis, _regel("breed", {"situatie": "gevaar"}, rang=1), smal)
    assert _wint(kennis, van="school.po", gegevens=("verzuim",), situatie=("gevaar",)) == "breed"


def test_voorrang_telt_alleen_bij_gelijke_precisie(kleine_kennis: Kennis) -> None:
    a, b = _regel("a", {"van": "school"}), _regel("b", {"gegevens": "verzuim"}, "nee", voorrang=1)
    smal = _regel("smal", {"van": "school.po", "gegevens": "verzuim"})
    kennis = _met(kleine_kennis, a, b, smal)
    assert _wint(kennis, van="school", gegevens=("verzuim",)) == "b"
    assert _wint(kennis, van="school.po", gegevens=("verzuim",)) == "smal"


def test_onbekend_feit_voldoet_alleen_aan_de_wortel(kleine_kennis: Kennis) -> None:
    kennis = _met(kleine_kennis, _regel("wortel", {"van": "partij"}), _regel("smal", {"naar": "hulp"}))
    assert _wint(kennis) == "wortel"


def test_van_twee_soorten_gegevens_leidt_het_strengste_oordeel(kleine_kennis: Kennis) -> None:
    kennis = _met(
        kleine_kennis, _regel("alles", {"gegevens": "gegevens"}), _regel("verzuim", {"gegevens": "verzuim"}, "nee")
    )
    assert _wint(kennis, gegevens=("gegevens", "verzuim")) == "verzuim"


def test_gelijkspel_met_verschil_is_een_fout(kleine_kennis: Kennis) -> None:
    kennis = _met(kleine_kennis, _regel("a", {"van": "school"}), _regel("b", {"gegevens": "verzuim"}, "nee"))
    assert controleer(kennis).aantal(Soort.CONFLICT) == 1


@pytest.mark.parametrize(
    "verschil",
    [{"oordeel": "nee"}, {"grondslagen": ["wet-1"]}, {"toestemming": {"nodig": "ja"}}],
    ids=["oordeel", "grondslagen", "toestemming"],
)
def test_wat_als_verschil_telt(kleine_kennis: Kennis, verschil: dict[str, Any]) -> None:
    dan = {"oordeel": "ja", "kort": "Dat is zo.", **verschil}
    kennis = _met(kleine_kennis, _regel("a", {"van": "school"}), _regel("b", {"gegevens": "verzuim"}, dan=dan))
    assert controleer(kennis).aantal(Soort.CONFLICT) == 1


def test_gelijkspel_zonder_verschil_of_met_verklaring_mag(kleine_kennis: Kennis) -> None:
    zelfde = _met(kleine_kennis, _regel("a", {"van": "school"}), _regel("b", {"gegevens": "verzuim"}))
    strijd: dict[str, Any] = {"tegenstrijdigheden": ["oud-en-nieuw"]}
    verklaard = _met(
        kleine_kennis, _regel("a", {"van": "school"}, **strijd), _regel("b", {"gegevens": "verzuim"}, "nee", **strijd)
    )
    assert controleer(zelfde).aantal(Soort.CONFLICT) == 0
    assert controleer(verklaard).aantal(Soort.CONFLICT) == 0


def test_regel_die_later_begint_telt_mee_in_de_proef(kleine_kennis: Kennis) -> None:
    later = _regel("b", {"gegevens": "verzuim"}, "nee", geldig_van="2030-01-01")
    kennis = _met(kleine_kennis, _regel("a", {"van": "school"}), later)
    assert _wint(kennis, van="school", gegevens=("verzuim",)) == "a"
    assert controleer(kennis, dag=DAG).aantal(Soort.CONFLICT) == 1
