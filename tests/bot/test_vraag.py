"""The command for one question: as text, as JSON, on a day, with its trace."""

import json
from datetime import date

import pytest

from bot.kern import Kern, Vraag
from bot.opdrachten import main
from bot.opdrachten import vraag as opdracht
from bot.privacy import RuweTekst

VRAAG = "Moet de school 16 uur ongeoorloofd verzuim melden bij DUO?"


@pytest.fixture
def met_kern(kern: Kern, monkeypatch: pytest.MonkeyPatch) -> list[date | None]:
    """The command with a core that stands ready; collects the days asked for."""
    dagen: list[date | None] = []

    def maak(dag: date | None = None) -> Kern:
        dagen.append(dag)
        return Kern(kern.kennis, kern.zinnen, kern.begrijper, kern.poort, dag)

    monkeypatch.setattr(opdracht, "maak_kern", maak)
    return dagen


@pytest.mark.usefixtures("met_kern")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag", "--json", VRAAG]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["oordeel"] == "verplicht"
    assert uit["toestemming"]["nodig"] == "nee"
    assert "21a" in {g["artikel"] for g in uit["grondslagen"]}


@pytest.mark.usefixtures("met_kern")
def test_tekst_begint_met_het_oordeel(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag", VRAAG]) == 0
    assert "Delen is verplicht." in capsys.readouterr().out.strip().splitlines()[0]


@pytest.mark.usefixtures("met_kern")
def test_rol_en_regio(capsys: pytest.CaptureFixture[str]) -> None:
    vraag = "Mag ik de school vertellen wat er is?"
    assert main(["vraag", "--json", "--rol", "jeugdarts", "--regio", "amersfoort", vraag]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["begrepen"]["van"] == "jgz"
    assert uit["regio"] == "amersfoort"


def test_op_een_dag(met_kern: list[date | None], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag", "--json", "--op", "2024-06-01", VRAAG]) == 0
    assert met_kern == [date(2024, 6, 1)]
    assert json.loads(capsys.readouterr().out)["oordeel"] == "verplicht"


@pytest.mark.usefixtures("met_kern")
def test_vanaf_de_dag_van_het_convenant_geldt_de_regel(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag", "--json", "--op", "2024-01-11", VRAAG]) == 0
    assert json.loads(capsys.readouterr().out)["intent"] == "delen.school-leerplicht-16uur"


@pytest.mark.usefixtures("met_kern")
def test_voor_het_convenant_is_er_een_nette_melding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag", "--json", "--op", "2024-01-10", VRAAG]) == 1
    opvang = capsys.readouterr()
    assert opvang.out == ""
    assert "latere datum" in opvang.err


@pytest.mark.parametrize("dag", ["morgen", "2024-13-01", "11-01-2024"])
def test_een_onmogelijke_dag_wordt_geweigerd(dag: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["vraag", "--op", dag, VRAAG])
    assert stop.value.code == 2
    assert "--op" in capsys.readouterr().err


@pytest.mark.usefixtures("met_kern")
def test_zonder_vraag_een_voorbeeld(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag"]) == 2
    opvang = capsys.readouterr()
    assert opvang.out == ""
    assert "deelwijzer vraag" in opvang.err


def test_json_en_jsonl_gaan_niet_samen(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["vraag", "--json", "--jsonl", VRAAG])
    assert "--jsonl" in capsys.readouterr().err


@pytest.mark.usefixtures("met_kern")
def test_uitleg_staat_onder_het_antwoord(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vraag", "--uitleg", VRAAG]) == 0
    uit = capsys.readouterr().out
    assert uit.index("Delen is verplicht.") < uit.index("school-leerplicht-16uur")


def test_het_spoor_van_een_vraag(kern: Kern) -> None:
    """From each fact to the rule, the article, the source and the verdict, in this order."""
    spoor = kern.uitleg(Vraag(VRAAG))
    assert spoor[0].startswith("**Soort vraag**: delen (")
    assert spoor[2:11] == SPOOR


def test_het_spoor_van_een_uitlegvraag_is_kort(kern: Kern) -> None:
    assert [regel for regel in kern.uitleg(Vraag("Wat is de AVG?")) if regel.startswith("- ")] == []


SPOOR = [
    "- feit `van` = `school` valt onder `onderwijs`",
    "- feit `naar` = `duo` valt onder `duo`",
    "- feit `gegevens` = `verzuim.16uur` valt onder `verzuim.16uur`",
    "- regel `school-leerplicht-16uur` (rang 0, precisie 5)",
    "- grondslag `lpw-21a`: Leerplichtwet 1969 21a",
    "- grondslag `lpw-21a-lid12`: Leerplichtwet 1969 21a lid 12",
    "- bron CONV artikel 4.3",
    "- bron CONV noot 32",
    "- oordeel `verplicht`",
]


def test_een_onderwerp_zonder_kans_valt_niet_in(kern: Kern) -> None:
    antwoord, begrip = kern.antwoord_met_begrip(
        Vraag(RuweTekst("Oom wil het dossier van zijn neefje, mag ik dat geven?"))
    )
    assert begrip is not None
    assert antwoord.intent.startswith(begrip.intent)
