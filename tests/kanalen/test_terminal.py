"""The program in a real pseudo-terminal, and behind a pipe."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.kanalen.conftest import GEDULD, Scherm, omgeving

VRAAG = "mag ik verzuim delen met leerplicht?"
PROMPT = "Uw vraag>"


def test_een_gesprek_van_begin_tot_eind(scherm: Scherm, tmp_path: Path) -> None:
    assert "Laat namen weg" in scherm.wacht_op(PROMPT)
    scherm.typ(f"{VRAAG}\r")
    eerste = scherm.wacht_op("Typ het nummer van uw keuze.")
    assert "Oordeel: hangt ervan af" in eerste
    assert "1. Zestien uur" in eerste
    assert "Per geval:" not in eerste
    scherm.typ("1\r")
    tweede = scherm.wacht_op("Typ meer om dat te zien.")
    assert "Oordeel: verplicht" in tweede
    assert "Zo doet u dat:" not in tweede
    scherm.typ("meer\r")
    scherm.wacht_op("Zo doet u dat:")
    scherm.typ("wis\r")
    scherm.wacht_op("Het gesprek is gewist.")
    scherm.typ("/meer\r")
    scherm.wacht_op("Er is nog geen antwoord.")
    scherm.typ("stop\r")
    scherm.wacht_op("Tot ziens.")
    assert scherm.wacht_op_einde() == 0
    assert not list(tmp_path.rglob("*")), "een gesprek laat geen bestand achter"


@pytest.mark.parametrize("toets", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_met_een_toets_stoppen_is_netjes(scherm: Scherm, toets: str) -> None:
    scherm.wacht_op(PROMPT)
    scherm.typ(f"\r{toets}")
    scherm.wacht_op("Tot ziens.")
    assert scherm.wacht_op_einde() == 0


def test_een_regel_met_een_naam_komt_niet_terug_met_pijl_omhoog(scherm: Scherm) -> None:
    scherm.wacht_op(PROMPT)
    scherm.typ("mag ik verzuim van Pieter Jansen delen met leerplicht?\r")
    scherm.wacht_op("U noemde gegevens van een persoon.")
    scherm.wacht_op("Zo haalt u het hier weg: typ wis.")
    scherm.wacht_op(PROMPT)
    scherm.typ("\x1b[Astop\r")
    assert "Pieter" not in scherm.wacht_op("Tot ziens.")


def _door_een_pijp(map_: Path, invoer: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        input=invoer,
        capture_output=True,
        text=True,
        check=True,
        timeout=GEDULD,
        cwd=map_,
        env=omgeving(map_),
    )


def test_uit_een_pijp_zonder_kader_kleur_of_stuurtekens(tmp_path: Path) -> None:
    invoer = f"\n{VRAAG}\n1\n!meer\nbron\nuitleg\nregio soest\nrol mentor\nhulp\n"
    klaar = _door_een_pijp(tmp_path, invoer)
    uit = klaar.stdout
    assert "\x1b" not in uit
    assert "╭" not in uit
    assert VRAAG not in uit.partition("Oordeel:")[2]
    for stuk in ("Dag!", "hangt ervan af", "1. Zestien uur", "Oordeel: verplicht", "Voorwaarden:", "Soort vraag"):
        uit = uit[uit.index(stuk) :]
    for stuk in ("Amersfoort", "de school", "Tot ziens."):
        uit = uit[uit.index(stuk) :]
    assert klaar.stderr == ""


def test_een_formulier_wordt_pas_geschreven_als_daarom_gevraagd_is(tmp_path: Path) -> None:
    assert "bewaar" in _door_een_pijp(tmp_path, "formulier opruimen\nbewaar het niet\n").stdout
    assert not list(tmp_path.iterdir())
    uit = _door_een_pijp(tmp_path, "formulier opruimen\nbewaar\n!bewaar\n").stdout
    assert sorted(pad.name for pad in tmp_path.iterdir()) == [
        "opruimherinnering-2.docx",
        "opruimherinnering-2.pdf",
        "opruimherinnering.docx",
        "opruimherinnering.pdf",
    ]
    assert "Opgeslagen:" in uit
