"""A running process takes new knowledge without a restart; a broken version never replaces a good one."""

import asyncio
from pathlib import Path

from bot.beheer.levend import SEIN, Levend, laad_bruikbaar, laad_levend
from bot.beheer.opslag import Opslag
from bot.beheer.werkbank import Werkbank
from bot.gesprek.geheugen import Geheugen
from bot.kern import Kern, Vraag
from bot.opslag import Geheugenopslag
from kennis.bewerken import Bundel
from tests.beheer.conftest import AN, BO, DOEL, Klok, wijziging

REGEL = "regels/school-leerplicht-luxe"
VRAAG = "Mag de school luxeverzuim melden bij leerplicht?"


def live(bank: Werkbank, oordeel: str) -> None:
    concept = bank.begin(AN, "Oordeel", [wijziging(bank.opslag.bundel(), REGEL, oordeel=oordeel)], "r", "")
    concept = bank.dien_in(AN, concept.nr, concept.stand)
    bank.keur_goed(BO, concept.nr, concept.stand)


def test_new_knowledge_answers_new_questions_and_what_was_begun_goes_on_with_its_own(
    werkbank: Werkbank, klok: Klok
) -> None:
    async def verhaal() -> None:
        map_ = werkbank.opslag.map
        kern, versie = laad_levend(map_)
        geheugen = Geheugen(kern)
        levend = Levend(map_, versie, geheugen.neem)
        balie = geheugen.bij("proef", "kamer", "an")
        open_vraag = balie.verwerk("Mag leerplicht met het samenwerkingsverband overleggen?").antwoord
        assert open_vraag is not None
        assert balie.gesprek.opties
        assert not await levend.kijk()

        live(werkbank, "nee")
        assert await levend.kijk()
        assert (levend.versie, levend.geweigerd) == (werkbank.opslag.versie, None)

        gekozen = geheugen.bij("proef", "kamer", "an").kies(1).antwoord
        assert gekozen is not None
        assert balie.gesprek.kern is kern
        nieuw = geheugen.bij("proef", "kamer", "bo").verwerk(VRAAG).antwoord
        oud_gesprek = geheugen.bij("proef", "kamer", "an").verwerk(VRAAG).antwoord
        assert nieuw is not None
        assert oud_gesprek is not None
        assert (nieuw.oordeel, oud_gesprek.oordeel) == ("nee", "nee")
        assert geheugen.kern is not kern

    asyncio.run(verhaal())


def test_a_version_that_cannot_be_used_is_refused_and_the_old_one_answers_on(tmp_path: Path) -> None:
    opslag = Opslag(tmp_path / "kennis")
    genomen: list[Kern] = []
    levend = Levend(opslag.map, opslag.versie, genomen.append)
    goed = opslag.versie
    kapot = Bundel({**opslag.bundel().bestanden, "kennis/regels/gemeente.yaml": b"regels:\n- id: [half"})
    opslag.publiceer(kapot, opslag.versie, next(opslag.geschiedenis()))
    assert not asyncio.run(levend.kijk())
    assert not genomen
    assert levend.stand() == {"versie": goed, "geweigerd": opslag.versie}
    (meting,) = levend.collect()
    assert [m.value for m in meting.samples] == [1.0]
    assert not asyncio.run(levend.kijk()), "not tried again"


def test_a_new_version_is_told_to_the_processes_that_share_a_store(werkbank: Werkbank) -> None:
    async def verhaal() -> None:
        opslag, map_ = werkbank.opslag, werkbank.opslag.map
        gedeeld, genomen = Geheugenopslag(), asyncio.Event()
        levend = Levend(map_, opslag.versie, lambda _: genomen.set(), gedeeld)
        taak = asyncio.create_task(levend.draai())
        anders = wijziging(opslag.bundel(), DOEL, kort="Nu anders.")
        opslag.publiceer(opslag.bundel().met([anders]), opslag.versie, next(opslag.geschiedenis()))
        async with asyncio.timeout(60):
            await genomen.wait()
            while await gedeeld.sein(SEIN) is None:
                await asyncio.sleep(0)
        taak.cancel()

    asyncio.run(verhaal())


def test_a_pointer_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    opslag = Opslag(tmp_path / "kennis")
    levend = Levend(opslag.map, opslag.versie, lambda _: None)
    (opslag.map / "levend").unlink()
    assert not asyncio.run(levend.kijk())
    assert levend.geweigerd is None


def test_a_start_with_a_broken_live_version_takes_the_last_good_one_and_tells(tmp_path: Path) -> None:
    opslag = Opslag(tmp_path / "kennis")
    goed = opslag.versie
    for regel in (b"regels:\n- id: [half", b"regels: nee"):
        kapot = Bundel({**opslag.bundel().bestanden, "kennis/regels/gemeente.yaml": regel})
        opslag.publiceer(kapot, opslag.versie, next(opslag.geschiedenis()))
    kern, versie = laad_bruikbaar(opslag.map)
    assert versie == goed
    levend = Levend(opslag.map, versie, lambda _: None)
    assert not asyncio.run(levend.kijk())
    assert (levend.versie, levend.geweigerd) == (goed, opslag.versie)
    assert kern.antwoord(Vraag(VRAAG)).oordeel
