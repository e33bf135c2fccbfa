"""The exact comparison of two versions agrees with asking the rules themselves, cell by cell."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kennis.beslissen import Beslisser
from kennis.bewerken import Bundel, Sleutel
from kennis.controle.vergelijk import Celverschil, vergelijk
from kennis.feiten import MEERVOUDIG, Feiten
from kennis.laden import Kennis, laad_kennis
from kennis.model import Dimensie

DAG = date(2026, 11, 24)
REGIO = "amersfoort"
REGEL = Sleutel("regels", "leerplicht-school")


@pytest.fixture(scope="module")
def paar(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kennis, Kennis]:
    map_ = tmp_path_factory.mktemp("nieuw")
    bundel = Bundel.meegeleverd()
    item = bundel.item(REGEL)
    assert item is not None
    als = {"van": ["leerplicht"], "naar": ["onderwijs"]}
    bundel.zet(REGEL, {**item.volledig, "als": als}).schrijf(map_, zeker=False)
    return laad_kennis(), laad_kennis(map_ / "kennis")


def feiten(cel: Mapping[Dimensie, str]) -> Feiten:
    return Feiten(**{d.value: (w,) if d in MEERVOUDIG else w for d, w in cel.items()})  # type: ignore[arg-type]


def sleutel(v: Celverschil) -> tuple[str, str]:
    return (v.oud.id if v.oud else "", v.nieuw.id if v.nieuw else "")


def test_each_example_is_decided_by_the_rules_that_are_named(paar: tuple[Kennis, Kennis]) -> None:
    verschillen = vergelijk(*paar, DAG)
    assert {v.regio for v in verschillen} == set(paar[0].regios)
    for v in verschillen:
        beslissers = [Beslisser(kennis, v.regio, DAG) for kennis in paar]
        assert tuple(b.besluit(feiten(v.voorbeeld)).regel.id for b in beslissers) == sleutel(v)


def test_cells_drawn_at_random_change_only_between_rules_that_are_named(paar: tuple[Kennis, Kennis]) -> None:
    """In the part of the grid where the rule can matter: who gives is leerplicht or rmc, who gets is a parent."""
    oud, nieuw = paar
    kans = random.Random(7)
    beslissers = [Beslisser(kennis, REGIO, DAG) for kennis in paar]
    bekend = {sleutel(v) for v in vergelijk(oud, nieuw, DAG) if v.regio == REGIO}
    waarden = {dim: [b.id for b in oud.taxonomie(dim)] for dim in Dimensie}
    waarden |= {Dimensie.VAN: ["leerplicht", "rmc"], Dimensie.NAAR: ["ouders", "school", "swv"]}
    gezien: Counter[tuple[str, str]] = Counter()
    for _ in range(1500):
        cel = feiten({dim: kans.choice(lijst) for dim, lijst in waarden.items()})
        een, ander = (b.besluit(cel).regel.id for b in beslissers)
        if een != ander:
            gezien[een, ander] += 1
    assert gezien
    assert set(gezien) <= bekend


def test_the_same_knowledge_differs_nowhere(paar: tuple[Kennis, Kennis]) -> None:
    assert vergelijk(paar[0], paar[0], DAG) == []


def test_a_concept_that_is_new_is_compared_with_not_knowing_it(tmp_path: Path) -> None:
    bundel = Bundel.meegeleverd()
    nieuw = {"id": "proefpartij", "naam": "de proefpartij", "is_een": "leerplicht", "uitleg": "Een proef."}
    bundel.zet(Sleutel("begrippen/partijen", "proefpartij"), nieuw).schrijf(tmp_path, zeker=False)
    verschillen = vergelijk(laad_kennis(), laad_kennis(tmp_path / "kennis"), DAG)
    assert verschillen
    assert all("proefpartij" in v.voorbeeld.values() for v in verschillen)
