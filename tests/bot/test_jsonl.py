"""A stream of questions: one answer a line, in order, and a bad line never stops the rest."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.kern import Kern
from bot.opdrachten.vraag import beantwoord_stroom

WORTEL = Path(__file__).parents[2]
GEHEIM = "zwarteraaf"
"""A word that stands in bad lines only."""
REGELS = (
    json.dumps({"vraag": "Mag ik verzuim delen met leerplicht?", "id": 7}),
    "{geen json " + GEHEIM,
    json.dumps({"vraag": "Hallo", "id": "b"}),
    json.dumps([GEHEIM]),
    json.dumps({"vrag": GEHEIM, "id": GEHEIM}),
    json.dumps({"vraag": 12, "rol": GEHEIM}),
    json.dumps({"vraag": "Mag ik de school informeren?", "rol": "jeugdarts", "regio": "amersfoort", "id": None}),
    "null",
    json.dumps({"vraag": "", "id": 0}),
    json.dumps({"vraag": "Wat is een casusoverleg?", "rol": 3, "regio": ["x"]}),
)


def stroom(kern: Kern, *regels: str) -> list[dict[str, Any]]:
    """Answers to lines of input."""
    uit = io.StringIO()
    beantwoord_stroom(kern, io.StringIO("\n".join(regels) + "\n"), uit)
    return [json.loads(regel) for regel in uit.getvalue().splitlines()]


@pytest.fixture(scope="module")
def gedraaid() -> subprocess.CompletedProcess[str]:
    """The command itself, fed with good and bad lines."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "vraag", "--jsonl"],
        input="\n".join(REGELS) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=WORTEL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


def test_een_antwoord_per_regel(gedraaid: subprocess.CompletedProcess[str]) -> None:
    assert gedraaid.returncode == 0
    assert gedraaid.stderr == ""
    soorten = [json.loads(regel)["soort"] for regel in gedraaid.stdout.splitlines()]
    assert [nr for nr, soort in enumerate(soorten) if soort == "fout"] == [1, 3, 4, 5, 7]
    assert len(soorten) == len(REGELS)


def test_van_een_slechte_regel_komt_niets_terug(gedraaid: subprocess.CompletedProcess[str]) -> None:
    assert GEHEIM not in gedraaid.stdout + gedraaid.stderr


def test_de_volgorde_en_het_id_blijven(gedraaid: subprocess.CompletedProcess[str]) -> None:
    uit = [json.loads(regel) for regel in gedraaid.stdout.splitlines()]
    assert (uit[0]["id"], uit[2]["id"], uit[6]["id"], uit[8]["id"]) == (7, "b", None, 0)
    assert "id" not in uit[9]
    assert uit[2]["soort"] == "menu"
    assert uit[6]["begrepen"]["van"] == "jgz"
    assert uit[6]["regio"] == "amersfoort"


def test_lege_regels_tellen_niet_mee(kern: Kern) -> None:
    assert [a["id"] for a in stroom(kern, '{"vraag": "Hallo", "id": 1}', "", "   ", '{"vraag": "Hallo", "id": 2}')] == [
        1,
        2,
    ]


def test_elke_fout_ziet_er_hetzelfde_uit(kern: Kern) -> None:
    fouten = stroom(kern, "{", "[]", '{"vraag": null}', "1e999", '"tekst"')
    assert len(fouten) == 5
    for fout in fouten:
        assert set(fout) == {"soort", "tekst"}
        assert fout["tekst"].startswith("Deze regel")


@pytest.mark.parametrize(
    "regel",
    [
        "[" * 5_000,
        '{"vraag": "Hallo", "regio": "' + "x" * 10_000 + '"}',
        '{"vraag": "\\ud800 mag dit?"}',
        "NaN",
    ],
    ids=["diep", "lang", "half-teken", "nan"],
)
def test_een_vreemde_regel_stopt_de_stroom_niet(kern: Kern, regel: str) -> None:
    uit = stroom(kern, regel, '{"vraag": "Hallo", "id": "na"}')
    assert uit[-1]["id"] == "na"
    assert len(uit) == 2
