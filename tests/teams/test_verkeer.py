"""Resend storms, restarts, and a connector that is slow, refuses or breaks off."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.kanalen.teams import ingang, kanaal, taken
from bot.kanalen.teams.claims import HOUDBAAR, Claimfout, Claims
from bot.kanalen.teams.kanaal import PAD
from bot.kanalen.teams.taken import Taken
from bot.kanalen.teams.zender import EERSTE_WACHT, LANGSTE_WACHT, wachttijd
from bot.kern import Kern
from tests.teams.connector import GEDULD, Gedrag
from tests.teams.opstelling import draaiend, proefinstelling

UUR = 3600


@pytest.mark.parametrize("herstart", [False, True])
def test_twintig_keer_hetzelfde_wordt_een_keer_beantwoord(kern: Kern, tmp_path: Path, herstart: bool) -> None:
    instelling = proefinstelling(claims=tmp_path / "claims.db")

    async def verloop() -> None:
        async with draaiend(kern, instelling) as o:
            berichten = [o.bericht("hulp", id=f"b{nr}") for nr in range(5)]
            storm = berichten * 20
            random.Random(1).shuffle(storm)
            assert set(await asyncio.gather(*map(o.stuur, storm))) == {200}
            await o.nep.wacht_op(5)
        assert len(o.nep.aanroepen) == 5
        if herstart:
            async with draaiend(kern, instelling) as o:
                for bericht in berichten:
                    assert await o.stuur(bericht | {"serviceUrl": o.nep.adres}) == 200
                await o.stuur(o.bericht("hulp", id="nieuw"))
                await o.nep.wacht_op(1)
            assert len(o.nep.aanroepen) == 1

    asyncio.run(verloop())


def test_een_bericht_dat_na_zijn_eigen_wijziging_komt_wordt_niet_apart_beantwoord(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            bericht = o.bericht("hulp")
            await o.stuur(bericht | {"type": "messageUpdate", "timestamp": "2026-11-24T11:00:00Z"})
            await o.stuur(bericht)
        assert len(o.nep.aanroepen) == 1

    asyncio.run(verloop())


def test_een_bericht_dat_na_zijn_verwijdering_komt_wordt_niet_beantwoord(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            bericht = o.bericht("hulp")
            await o.stuur(bericht | {"type": "messageDelete"})
            await o.stuur(bericht)
        assert not o.nep.aanroepen

    asyncio.run(verloop())


def test_tweehonderd_komt_voor_het_werk_klaar_is(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            sein = asyncio.Event()
            o.nep.gedrag.append(Gedrag(sein=sein))
            async with asyncio.timeout(GEDULD):
                assert await o.stuur(o.bericht("hulp")) == 200
            sein.set()
            await o.nep.wacht_op(1)

    asyncio.run(verloop())


def test_wat_begonnen_is_wordt_bij_het_stoppen_afgemaakt(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            for _ in range(10):
                assert await o.stuur(o.bericht("hulp")) == 200
        assert len(o.nep.aanroepen) == 10

    asyncio.run(verloop())


@pytest.mark.parametrize(
    ("gedrag", "aantal"),
    [
        ([Gedrag(status=429, wacht="0"), Gedrag(status=429, wacht="0.1")], 3),
        ([Gedrag(status=429, wacht="0")] * 10, 4),
        ([Gedrag(status=500)], 1),
        ([Gedrag(status=502)], 1),
        ([Gedrag(status=403)], 1),
        ([Gedrag(verbreek=True)], 1),
        ([Gedrag(half=True)], 1),
    ],
)
def test_alleen_na_429_wordt_opnieuw_verstuurd(kern: Kern, gedrag: list[Gedrag], aantal: int) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            o.nep.gedrag.extend(gedrag)
            assert await o.stuur(o.bericht("hulp")) == 200
            await o.nep.wacht_op(aantal)
            o.nep.gedrag.clear()
            assert await o.stuur(o.bericht("hulp")) == 200
        assert len(o.nep.aanroepen) == aantal + 1

    asyncio.run(verloop())


def test_vervangen_mag_opnieuw_en_dan_blijft_het_een_kaart(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            bericht = o.bericht("hulp")
            await o.stuur(bericht)
            await o.nep.wacht_op(1)
            o.nep.gedrag.extend([Gedrag(status=412, wacht="0"), Gedrag(status=502, wacht="0")])
            await o.stuur(bericht | {"type": "messageUpdate", "timestamp": "2026-11-24T11:00:00Z"})
            await o.nep.wacht_op(4)
        assert [a.methode for a in o.nep.aanroepen] == ["POST", "PUT", "PUT", "PUT"]

    asyncio.run(verloop())


def test_op_een_volle_schijf_mag_teams_terugkomen(
    kern: Kern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gemaakt: list[Claims] = []

    class Vol(Claims):
        def __init__(self, *args: Any, **anders: Any) -> None:
            super().__init__(*args, **anders)
            self._db.execute("pragma max_page_count = 1")  # SQLite refuses more, as a full disk does
            with pytest.raises(sqlite3.OperationalError, match="full"):
                all(self.neem(f"vul {nr}") for nr in range(100_000))
            gemaakt.append(self)

    monkeypatch.setattr(kanaal, "Claims", Vol)

    async def verloop() -> None:
        async with draaiend(kern, proefinstelling(claims=tmp_path / "claims.db")) as o:
            bericht = o.bericht("hulp")
            assert await o.stuur(bericht) == 503
            gemaakt[0]._db.execute("pragma max_page_count = 1000000")
            assert await o.stuur(bericht) == 200
            await o.nep.wacht_op(1)

    asyncio.run(verloop())
    assert "neemt geen claim aan" in caplog.text


@pytest.mark.parametrize("gedrag", [Gedrag(status=500), Gedrag(verbreek=True), Gedrag(half=True)])
def test_een_mislukte_vervanging_wordt_geen_tweede_kaart(kern: Kern, gedrag: Gedrag) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            bericht = o.bericht("hulp")
            await o.stuur(bericht)
            await o.nep.wacht_op(1)
            o.nep.gedrag.append(gedrag)
            await o.stuur(bericht | {"type": "messageUpdate", "timestamp": "2026-11-24T11:00:00Z"})
            await o.stuur(o.bericht("hulp"))
        methoden = [a.methode for a in o.nep.aanroepen]
        assert methoden.count("POST") == 2
        assert "PUT" in methoden

    asyncio.run(verloop())


def test_een_lichaam_dat_niet_komt_krijgt_408_en_houdt_niemand_op(kern: Kern, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingang, "GEDULD", 0.5)

    async def druppels() -> AsyncIterator[bytes]:
        yield b'{"type":'
        await asyncio.Event().wait()

    async def verloop() -> None:
        async with draaiend(kern) as o:
            traag = asyncio.create_task(o.sessie.post(f"{o.adres}{PAD}", data=druppels()).__aenter__())
            assert await o.stuur(o.bericht("hulp")) == 200
            await o.nep.wacht_op(1)
            assert (await traag).status == 408

    asyncio.run(verloop())


def test_wat_te_veel_is_krijgt_503_en_mag_later(kern: Kern, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken, "MEESTE", 3)

    async def verloop() -> None:
        async with draaiend(kern) as o:
            sein = asyncio.Event()
            o.nep.gedrag.extend([Gedrag(sein=sein)] * 3)
            berichten = [o.bericht("hulp", conversation={"id": f"a:{nr}"}) for nr in range(4)]
            for bericht in berichten[:3]:
                assert await o.stuur(bericht) == 200
            async with o.sessie.post(f"{o.adres}{PAD}", json=berichten[3]) as antwoord:
                assert (antwoord.status, antwoord.headers["Retry-After"]) == (503, "5")
            sein.set()
            await o.werk_klaar()
            assert await o.stuur(berichten[3]) == 200
            assert len(await o.nep.wacht_op(4)) == 4

    asyncio.run(verloop())


@pytest.mark.parametrize(
    ("kop", "hooguit"), [("0", 0), ("2.5", 2.5), ("-3", 0), ("99999", LANGSTE_WACHT), ("inf", LANGSTE_WACHT)]
)
def test_teams_bepaalt_de_wachttijd_binnen_grenzen(kop: str, hooguit: float) -> None:
    assert wachttijd(kop, 1) == hooguit


@pytest.mark.parametrize("kop", [None, "", "straks", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_zonder_getal_wordt_de_wachttijd_steeds_langer(kop: str | None) -> None:
    assert 1 <= wachttijd(kop, 1) <= 1.5
    assert 4 <= wachttijd(kop, 3) <= 6


def test_een_wachttijd_die_geen_getal_is_telt_niet() -> None:
    assert wachttijd("nan", 3) == EERSTE_WACHT


def test_een_fout_in_de_kern_wordt_een_kaart_en_geen_500(kern: Kern, caplog: pytest.LogCaptureFixture) -> None:
    class _Stuk(type(kern)):  # type: ignore[misc]
        def antwoord_met_begrip(self, vraag: Any) -> Any:
            raise RuntimeError(f"stuk op {vraag.tekst.onthul()}")

    stuk = object.__new__(_Stuk)
    stuk.__dict__.update(kern.__dict__)

    async def verloop() -> None:
        async with draaiend(stuk) as o:
            assert await o.stuur(o.bericht("een vraag van Fatima")) == 200
            (aanroep,) = await o.nep.wacht_op(1)
            assert "ging bij mij iets mis" in aanroep.tekst
            assert await o.stuur(o.bericht("hulp")) == 200

    asyncio.run(verloop())
    assert "RuntimeError" in caplog.text
    assert "Fatima" not in caplog.text


class _Klok:
    nu = 1_000_000.0

    def __call__(self) -> float:
        return self.nu


def test_een_claim_houdt_langer_dan_een_uur_en_niet_voor_altijd(tmp_path: Path) -> None:
    klok = _Klok()
    claims = Claims(tmp_path / "claims.db", b"geheim", klok)
    assert claims.neem("a:1", "message", "1")
    klok.nu += UUR + 1
    assert not claims.neem("a:1", "message", "1")
    assert HOUDBAAR > UUR
    klok.nu += HOUDBAAR
    assert claims.neem("a:1", "message", "1")
    claims.sluit()


def test_het_bestand_met_claims_zegt_niets_en_is_alleen_van_ons(tmp_path: Path) -> None:
    pad = tmp_path / "map" / "claims.db"
    claims = Claims(pad, b"geheim")
    claims.neem("19:geheimgesprek@thread.v2", "message", "bericht-77")
    claims.sluit()
    ruw = b"".join(p.read_bytes() for p in pad.parent.iterdir())
    assert b"geheimgesprek" not in ruw
    assert b"bericht-77" not in ruw
    assert pad.stat().st_mode & 0o077 == 0
    assert Claims(pad, b"ander geheim").neem("19:geheimgesprek@thread.v2", "message", "bericht-77")


def test_een_onbruikbaar_bestand_met_claims_wordt_gemeld(tmp_path: Path) -> None:
    stuk = tmp_path / "claims.db"
    stuk.write_bytes(b"geen database" * 1000)
    with pytest.raises(Claimfout, match="niet te gebruiken"):
        Claims(stuk, b"geheim")


def test_een_gesprek_gaat_op_volgorde_en_twee_gaan_naast_elkaar() -> None:
    async def verloop() -> list[str]:
        rij, uit, sein = Taken(), [], asyncio.Event()

        async def eerst() -> None:
            await sein.wait()
            uit.append("eerst")

        async def dan(naam: str) -> None:
            uit.append(naam)
            sein.set()

        rij.start(b"a", eerst())
        rij.start(b"a", dan("daarna"))
        rij.start(b"b", dan("ander gesprek"))
        async with asyncio.timeout(GEDULD):
            await rij.wacht()
        return uit

    assert asyncio.run(verloop()) == ["ander gesprek", "eerst", "daarna"]
