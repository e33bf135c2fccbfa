"""The grid must say in every cell what `Beslisser` says, and must count every cell once."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennis.beslissen import Beslisser
from kennis.controle.beslisregels import regels_van
from kennis.controle.rooster import VOLGORDE, Klasse, Rooster
from kennis.feiten import Feiten
from kennis.laden import Kennis, laad_kennis
from kennis.matrix.diagram import Diagram, vouw
from kennis.model import Dimensie

DAG = date(2026, 11, 22)
ECHT = laad_kennis()
BESLISSERS = {regio: Beslisser(ECHT, regio, DAG) for regio in ECHT.regios}
ROOSTERS = {regio: Rooster(ECHT, regels_van(ECHT, regio, DAG)) for regio in ECHT.regios}
WAARDEN = {dim: [b.id for b in ECHT.taxonomie(dim)] for dim in Dimensie}
NUMMERS = {regel_id: nr for nr, regel_id in enumerate(ECHT.regels)}
DIAGRAMMEN = {regio: vouw(rooster, NUMMERS, WAARDEN) for regio, rooster in ROOSTERS.items()}

CEL = st.fixed_dictionaries({dim: st.sampled_from(waarden) for dim, waarden in WAARDEN.items()})


def _feiten(cel: dict[Dimensie, str]) -> Feiten:
    """The root of a taxonomy stands for 'not named'."""
    bekend = {dim.value: w for dim, w in cel.items() if w != ECHT.taxonomie(dim).wortel}
    meervoud = {naam: (bekend.pop(naam),) for naam in ("gegevens", "situatie") if naam in bekend}
    return Feiten(**bekend, **meervoud)  # type: ignore[arg-type]


def _rooster_zegt(rooster: Rooster, cel: dict[Dimensie, str]) -> str:
    alleen = {dim: (Klasse((waarde,), rooster.masker(dim, waarde)),) for dim, waarde in cel.items()}
    (eind,) = rooster.einden(alleen)
    return eind.regels[0].id


def _diagram_zegt(diagram: Diagram, cel: dict[Dimensie, str]) -> str:
    kolommen = [diagram.klassen[dim][WAARDEN[dim].index(cel[dim])] for dim in VOLGORDE]
    return list(ECHT.regels)[diagram.volg(kolommen)]


@pytest.mark.parametrize("regio", list(ECHT.regios))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(cel=CEL)
def test_rooster_en_matrix_zeggen_wat_de_beslisser_zegt(regio: str, cel: dict[Dimensie, str]) -> None:
    regel = BESLISSERS[regio].besluit(_feiten(cel)).regel.id
    assert _rooster_zegt(ROOSTERS[regio], cel) == regel
    assert _diagram_zegt(DIAGRAMMEN[regio], cel) == regel


@settings(max_examples=300, deadline=None)
@given(cel=CEL, paar=st.lists(st.sampled_from(WAARDEN[Dimensie.SITUATIE][1:]), min_size=2, max_size=2, unique=True))
def test_twee_situaties_tegelijk_kloppen_ook(cel: dict[Dimensie, str], paar: list[str]) -> None:
    rooster = ROOSTERS["landelijk"]
    een = {dim: (Klasse((waarde,), rooster.masker(dim, waarde)),) for dim, waarde in cel.items()}
    samen = rooster.masker(Dimensie.SITUATIE, paar[0]) | rooster.masker(Dimensie.SITUATIE, paar[1])
    (eind,) = rooster.einden({**een, Dimensie.SITUATIE: (Klasse(("paar",), samen),)})
    feiten = replace(_feiten(cel), situatie=tuple(paar))
    assert eind.regels[0] == BESLISSERS["landelijk"].besluit(feiten).regel


@pytest.mark.parametrize("regio", list(ECHT.regios))
def test_elke_cel_telt_precies_een_keer(regio: str) -> None:
    alle = 1
    for dim in Dimensie:
        alle *= len(WAARDEN[dim])
    assert sum(eind.cellen for eind in ROOSTERS[regio].einden()) == alle


def test_kleine_kennis_klopt_in_elke_cel(kleine_kennis: Kennis) -> None:
    """Here every cell can be visited, so that the walk is compared with brute force."""
    beslisser = Beslisser(kleine_kennis, "landelijk", DAG)
    rooster = Rooster(kleine_kennis, regels_van(kleine_kennis, "landelijk", DAG))
    waarden = {dim: [b.id for b in kleine_kennis.taxonomie(dim)] for dim in VOLGORDE}
    geteld: dict[str, int] = {}
    for cel in product(*waarden.values()):
        los = {
            dim.value: (w,) if dim.value in ("gegevens", "situatie") else w
            for dim, w in zip(VOLGORDE, cel, strict=True)
        }
        regel = beslisser.besluit(Feiten(**los)).regel.id  # type: ignore[arg-type]
        geteld[regel] = geteld.get(regel, 0) + 1
    uit_rooster: dict[str, int] = {}
    for eind in rooster.einden():
        uit_rooster[eind.regels[0].id] = uit_rooster.get(eind.regels[0].id, 0) + eind.cellen
    assert uit_rooster == geteld
