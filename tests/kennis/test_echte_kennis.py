"""The knowledge that ships: proven over the whole grid, and three cases followed from fact to verdict."""

from datetime import date
from pathlib import Path

import pytest

from kennis.beslissen import Beslisser, Toepassing
from kennis.controle import Rapport, Soort, controleer
from kennis.controle.__main__ import main
from kennis.feiten import Feiten
from kennis.laden import Kennis

DAG = date(2026, 11, 22)
MEESTE_SECONDEN = 10.0
"""The proof has to stay quick enough to run at every change."""
SPOOR = Path(__file__).parent / "spoor.txt"
GEVALLEN = {
    "16 uur verzuim naar leerplicht": ("landelijk", Feiten("school.vo", "leerplicht", ("verzuim.16uur",))),
    "psycholoog aan school, toestemming geweigerd": (
        "landelijk",
        Feiten("psycholoog", "school", ("gezondheid.behandeling",), toestemming="geweigerd"),
    ),
    "extra ondersteuning in het Team Schoolondersteuning": (
        "goeree-overflakkee",
        Feiten("school.po", "swv", leerling="extra_ondersteuning", overleg="tso"),
    ),
}


@pytest.fixture(scope="module")
def rapport(echte_kennis: Kennis) -> Rapport:
    return controleer(echte_kennis)


@pytest.mark.parametrize(
    "soort",
    [
        Soort.TAXONOMIE,
        Soort.VERWIJZING,
        Soort.CONFLICT,
        Soort.GAT,
        Soort.ONBEREIKBAAR,
        Soort.WEDERVRAAG,
        Soort.GELDIGHEID,
    ],
)
def test_geen_bevindingen(rapport: Rapport, soort: Soort) -> None:
    assert [str(v.bevinding) for v in rapport.fouten if v.soort is soort] == []


@pytest.mark.parametrize("soort", [Soort.ONGEBRUIKT, Soort.LEESBAARHEID])
def test_niets_ongebruikt_en_alles_leesbaar(rapport: Rapport, soort: Soort) -> None:
    assert [str(v.bevinding) for v in rapport.fouten if v.soort is soort] == []


def test_proef_is_snel_en_beslaat_alle_regios(rapport: Rapport, echte_kennis: Kennis) -> None:
    assert rapport.seconden < MEESTE_SECONDEN
    assert set(rapport.per_regio) == set(echte_kennis.regios)
    assert all(sum(t.oordelen.values()) == t.cellen for t in rapport.per_regio.values())


def test_json_heeft_de_afgesproken_vorm(rapport: Rapport, echte_kennis: Kennis) -> None:
    vorm = rapport.als_json()
    nodig = {"cellen", "per_regio", "conflicten", "gaten", "onbereikbaar", "verwijzingen", "ongebruikt", "leesbaarheid"}
    assert nodig | {"regels", "antwoorden", "oordelen", "seconden", "kennisversie", "bevindingen"} <= vorm.keys()
    assert vorm["kennisversie"] == echte_kennis.versie
    assert sum(vorm["oordelen"].values()) == vorm["cellen"]


def test_opdracht_weigert_een_onbekende_regio(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--regio", "nergens"]) == 1
    assert "bestaat niet" in capsys.readouterr().err


def test_gouden_spoor(echte_kennis: Kennis) -> None:
    """Fact, rule, article and verdict of three cases; a change here is a change of what people are told."""
    assert "\n".join(_spoor(echte_kennis, naam) for naam in GEVALLEN) == SPOOR.read_text(encoding="utf-8")


def _spoor(kennis: Kennis, naam: str) -> str:
    regio, feiten = GEVALLEN[naam]
    besluit = Beslisser(kennis, regio, DAG).besluit(feiten)
    dan = besluit.regel.dan
    regels = [f"# {naam} ({regio})", "wint     " + _stap(besluit.toepassing)]
    regels += ["verslaat " + _stap(t) for t in besluit.verslagen[:3]]
    regels += [f"oordeel  {dan.oordeel}", f"wet      {', '.join(dan.grondslagen)}"]
    regels += [
        f"toestemming {dan.toestemming.nodig if dan.toestemming else '-'}",
        f"bronnen  {'; '.join(besluit.regel.bronnen)}",
    ]
    return "\n".join(regels) + "\n"


def _stap(toepassing: Toepassing) -> str:
    gronden = ", ".join(f"{dim.value} {feit} < {begrip}" for dim, feit, begrip in toepassing.gronden)
    return f"{toepassing.regel.id} {toepassing.rang}: {gronden}"


def test_een_komma_splitst_geen_zin(echte_kennis: Kennis) -> None:
    """An unquoted comma in a YAML list makes two half sentences of one."""
    inhouden = [regel.dan for regel in echte_kennis.regels.values()]
    for antwoord in echte_kennis.antwoorden.values():
        inhouden += [antwoord.dan, *(variant.dan for variant in antwoord.varianten)]
    zinnen = [zin for i in inhouden for zin in (*i.punten, *i.stappen, *i.voorwaarden, *i.let_op)]
    assert [zin for zin in zinnen if zin[0].islower() and ".nl" not in zin] == []
