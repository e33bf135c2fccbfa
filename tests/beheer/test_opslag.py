"""The knowledge repository: whole versions, whatever dies; nobody's work is lost."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.beheer.fouten import Onbekend, Verouderd
from bot.beheer.opslag import Opslag, Publicatie, levende_map
from kennis.bewerken import Bundel
from kennis.laden import laad_kennis
from tests.beheer.doodsteken import concept, met_nummer, nummers

WAT = Publicatie(
    "",
    datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
    "Een titel",
    "An <x>\nY",
    "Bob",
    "Omdat.\n\nBron: vals\nConcept: 99",
    "wet",
    7,
)


@pytest.fixture
def opslag(tmp_path: Path) -> Opslag:
    return Opslag(tmp_path / "kennis")


def test_the_first_start_fills_it_with_what_ships_with_the_program(opslag: Opslag) -> None:
    assert opslag.bundel() == Bundel.meegeleverd() == Bundel.lees(opslag.levende_map)
    assert laad_kennis(opslag.levende_map / "kennis").regels
    assert [p.titel for p in opslag.geschiedenis()] == ["De meegeleverde kennis"]


def test_a_publication_is_a_commit_with_who_why_and_on_what(opslag: Opslag) -> None:
    begin = opslag.versie
    opslag.publiceer(met_nummer(opslag.bundel(), 1), begin, WAT)
    gedaan = next(opslag.geschiedenis())
    assert (gedaan.titel, gedaan.goedkeurder, gedaan.bron, gedaan.concept) == ("Een titel", "Bob", "wet", 7)
    assert gedaan.auteur == "An x Y"
    assert gedaan.reden == WAT.reden
    assert gedaan.moment == WAT.moment
    assert nummers(opslag.bundel()) == {1}
    assert nummers(opslag.bundel(begin[:12])) == {0}


def test_git_itself_can_read_the_history(opslag: Opslag, tmp_path: Path) -> None:
    from dulwich.porcelain import clone

    opslag.publiceer(met_nummer(opslag.bundel(), 1), opslag.versie, WAT)
    with clone(str(opslag.map / "git"), str(tmp_path / "kopie"), depth=None) as kopie:
        assert kopie.head().decode() == opslag.versie
    assert Bundel.lees(tmp_path / "kopie") == opslag.bundel()


def test_who_publishes_on_an_old_version_is_told(opslag: Opslag) -> None:
    begin = opslag.versie
    opslag.publiceer(met_nummer(opslag.bundel(), 1), begin, WAT)
    with pytest.raises(Verouderd):
        opslag.publiceer(met_nummer(opslag.bundel(), 2), begin, WAT)
    assert nummers(opslag.bundel()) == {1}


def test_who_stores_an_old_draft_is_told(opslag: Opslag) -> None:
    eerste = opslag.bewaar(concept(opslag, 1))
    opslag.bewaar(eerste.model_copy(update={"titel": "van een collega"}))
    with pytest.raises(Verouderd):
        opslag.bewaar(eerste.model_copy(update={"titel": "van mij"}))
    assert opslag.concept(1).titel == "van een collega"


@pytest.mark.parametrize("versie", ["", "abc", "../../../etc", "0" * 40, "zzzzzzzzzzzz"])
def test_a_version_that_does_not_exist_is_told(opslag: Opslag, versie: str) -> None:
    with pytest.raises(Onbekend):
        opslag.veranderd(versie)


def test_two_openers_see_the_same(opslag: Opslag) -> None:
    ander = Opslag(opslag.map)
    opslag.publiceer(met_nummer(opslag.bundel(), 1), opslag.versie, WAT)
    assert ander.versie == opslag.versie
    assert ander.bundel() == opslag.bundel()


def test_a_pointer_that_was_not_moved_is_moved_at_the_next_start(opslag: Opslag) -> None:
    begin = opslag.versie
    opslag.publiceer(met_nummer(opslag.bundel(), 1), begin, replace(WAT, concept=None))
    hoofd = opslag.versie
    opslag._wijs_naar(begin)
    assert Opslag(opslag.map).versie == hoofd


def test_killed_a_hundred_times_while_publishing_there_is_always_one_whole_version(tmp_path: Path) -> None:
    opdracht = [sys.executable, "-W", "ignore", "-m", "tests.beheer.doodsteken", str(tmp_path / "kennis"), "120"]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert klaar.returncode == 0, klaar.stderr[-2000:]
    uitslag = json.loads(klaar.stdout)
    assert uitslag["gestoken"] == 120
    assert uitslag["versies"] > 20
    assert levende_map(tmp_path / "kennis").is_dir()
