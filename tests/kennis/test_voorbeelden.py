"""One defect per file: each must be found, on its line, with a remedy, and nothing else may be found with it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kennis.controle import controleer
from kennis.fouten import Bevinding, KennisFout
from kennis.laden import Kennis, laad_kennis

MetBestand = Callable[[str, str], Path]
VOORBEELDEN = Path(__file__).parent / "voorbeelden"
ONGELDIG = sorted((VOORBEELDEN / "ongeldig").glob("*.yaml"))
ELDERS = {"tegenstrijdigheid_ongebruikt": "tegenstrijdigheden.yaml"}
"""Cases in which the finding stands in another file than the one with the defect."""


def test_geldig_voorbeeld_heeft_geen_bevindingen(kleine_kennis: Kennis) -> None:
    rapport = controleer(kleine_kennis)
    assert rapport.vondsten == ()
    assert rapport.in_orde
    assert rapport.cellen == 4 * 4 * 2 * 1 * 2 * 2 * 2 * 2


@pytest.mark.parametrize("pad", ONGELDIG, ids=lambda pad: pad.stem)
def test_ongeldig_voorbeeld_wordt_gevonden(pad: Path, met_bestand: MetBestand) -> None:
    tekst = pad.read_text(encoding="utf-8")
    verwacht = dict(re.findall(r"^# (\w+): (.*)$", tekst, re.MULTILINE))
    gevonden = _zoek(met_bestand(verwacht["vervangt"], tekst))
    raak = [
        b
        for soort, b in gevonden
        if soort == verwacht["soort"] and verwacht["wat"] in b.wat and verwacht["herstel"] in b.herstel
    ]
    assert raak, [str(b) for _, b in gevonden]
    assert str(raak[0].plek.bestand).endswith(ELDERS.get(pad.stem) or verwacht["vervangt"])
    assert pad.stem in ELDERS or raak[0].plek.regel == int(verwacht["regel"])
    assert {soort for soort, _ in gevonden} == {verwacht["soort"]}


def _zoek(map_: Path) -> list[tuple[str, Bevinding]]:
    try:
        kennis = laad_kennis(map_)
    except KennisFout as fout:
        return [("laden", b) for b in fout.bevindingen]
    return [(v.soort.value, v.bevinding) for v in controleer(kennis).vondsten]


def test_yaml_bom_wordt_geweigerd_zonder_te_ontploffen(met_bestand: MetBestand) -> None:
    lagen = "".join(f"l{nr}: &l{nr} [{', '.join([f'*l{nr - 1}'] * 9)}]\n" for nr in range(1, 12))
    map_ = met_bestand("antwoorden/antwoorden.yaml", "l0: &l0 [x]\n" + lagen + "antwoorden: [*l11]\n")
    with pytest.raises(KennisFout, match="& en"):
        laad_kennis(map_)


def test_te_groot_bestand_wordt_geweigerd(met_bestand: MetBestand) -> None:
    map_ = met_bestand("antwoorden/antwoorden.yaml", "antwoorden: []\n" + "#" * 1_000_001)
    with pytest.raises(KennisFout, match="te groot"):
        laad_kennis(map_)


def test_dubbel_id_wordt_gemeld(met_bestand: MetBestand) -> None:
    tekst = (VOORBEELDEN / "geldig/regels/regels.yaml").read_text(encoding="utf-8")
    with pytest.raises(KennisFout, match="'hulp' bestaat al"):
        laad_kennis(met_bestand("regels/regels.yaml", tekst.replace("- id: gevaar", "- id: hulp")))
