"""Backup, wipe, restore: the bot answers again, in plain and encrypted rooms, and repeats nothing."""

import asyncio
import os
import shutil
import stat
from pathlib import Path

import pytest

from bot.beheer.instellingen import Beheerinstellingen
from bot.beheer.mensen import Rol
from bot.beheer.opslag import Opslag as Kennisopslag
from bot.beheer.web.accounts import ACCOUNTS, WEBMAP, Accounts
from bot.beheer.web.beheer import LOGBOEK
from bot.beheer.web.logboek import Logboek
from bot.beheer.werkbank import Werkbank
from bot.instellingen import Instellingen, Tellinginstellingen
from bot.kanalen.teams.claims import Claims
from bot.kern import Kern
from bot.reservekopie import Reservefout, maak, zet_terug
from bot.tellingen import Opslag
from kennis.bewerken import Bundel
from tests.beheer.conftest import AN, DOEL, wijziging
from tests.matrix.gebruiker import is_antwoord
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld
from tests.teams.opstelling import proefinstelling

VRAAG = "wat is een casusoverleg?"


def test_kopie_wissen_en_terug(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.tar"

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            instelling = Instellingen(matrix=w.instelling)
            anna = await w.mens()
            kamers = [await anna.maak_kamer(w.bot, versleuteld=v) for v in (False, True)]
            for kamer in kamers:
                await anna.zeg(kamer, VRAAG)
                await anna.antwoord(kamer)
            maak(instelling, kopie)  # while the bot runs
            await anna.zeg(kamers[0], VRAAG)  # answered after the copy was made, so unknown to it
            await anna.antwoord(kamers[0], 2)
            await w.stop()
            shutil.rmtree(w.instelling.map)
            zet_terug(instelling, kopie)
            await w.start()
            for kamer, al in zip(kamers, (2, 1), strict=True):
                await anna.zeg(kamer, "wat is een grondslag?")
                await anna.antwoord(kamer, al + 1)
            for kamer, al in zip(kamers, (3, 2), strict=True):
                await anna.zeg(kamer, VRAAG)
                await anna.antwoord(kamer, al + 1)
                assert len(anna.alle(kamer, is_antwoord)) == al + 1

    asyncio.run(verloop())


@pytest.fixture
def instelling(tmp_path: Path) -> Instellingen:
    """Counts and claims on disk."""
    map_ = tmp_path / "staat"
    with Opslag(map_ / "tellingen.sqlite3"):
        pass
    Claims(map_ / "claims.sqlite3", b"geheim").sluit()
    return Instellingen(
        tellingen=Tellinginstellingen(bestand=map_ / "tellingen.sqlite3"),
        teams=proefinstelling(claims=map_ / "claims.sqlite3"),
    )


def test_alleen_de_eigenaar_kan_erbij(instelling: Instellingen, tmp_path: Path) -> None:
    vorige = os.umask(0o022)
    try:
        assert maak(instelling, tmp_path / "kopie.tar") == 2
        shutil.rmtree(tmp_path / "staat")
        assert zet_terug(instelling, tmp_path / "kopie.tar") == 2
    finally:
        os.umask(vorige)
    for pad in (tmp_path / "kopie.tar", *(tmp_path / "staat").iterdir()):
        assert stat.S_IMODE(pad.stat().st_mode) == 0o600


def test_de_kennis_komt_heel_terug_met_geschiedenis_concepten_en_mensen(tmp_path: Path) -> None:
    map_ = tmp_path / "kennis"
    instelling = Instellingen(beheer=Beheerinstellingen(map=map_))
    bank = Werkbank(Kennisopslag(map_))
    live = bank.begin(AN, "Live", [wijziging(bank.opslag.bundel(), DOEL, kort="Live tekst.")], "r", "b")
    versie = bank.opslag.publiceer(bank.voorbeeld(live), bank.opslag.versie, next(bank.opslag.geschiedenis())).versie
    concept = bank.begin(AN, "Straks", [wijziging(bank.opslag.bundel(), DOEL, kort="Straks.")], "reden", "bron")
    Accounts(map_ / WEBMAP / ACCOUNTS).zet("an", "An Aanvrager", [Rol.REDACTEUR], "een lang geheim woord")
    Logboek(map_ / WEBMAP / LOGBOEK).schrijf("an", "aangemeld")
    bestanden, geschiedenis = bank.opslag.bundel(), list(bank.opslag.geschiedenis())
    maak(instelling, tmp_path / "kopie.tar")

    shutil.rmtree(map_)
    zet_terug(instelling, tmp_path / "kopie.tar")
    terug = Werkbank(Kennisopslag(map_)).opslag
    assert (terug.versie, terug.bundel(), list(terug.geschiedenis())) == (versie, bestanden, geschiedenis)
    assert Bundel.lees(terug.levende_map) == bestanden
    assert terug.concept(concept.nr) == concept
    assert [a.voluit for a in Accounts(map_ / WEBMAP / ACCOUNTS).alle()] == ["An Aanvrager"]
    assert [r["wat"] for r in Logboek(map_ / WEBMAP / LOGBOEK).laatste()] == ["aangemeld"]


def test_niets_wordt_overschreven_en_niets_stuks_teruggezet(instelling: Instellingen, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.tar"
    maak(instelling, kopie)
    with pytest.raises(Reservefout, match="staat al iets"):
        zet_terug(instelling, kopie)
    shutil.rmtree(tmp_path / "staat")
    kopie.write_bytes(kopie.read_bytes()[:3000])
    with pytest.raises(Reservefout, match=r"geen hele reservekopie|beschadigd"):
        zet_terug(instelling, kopie)
    assert not (tmp_path / "staat").exists()
    with pytest.raises(Reservefout, match="niets om te bewaren"):
        maak(instelling, kopie)
