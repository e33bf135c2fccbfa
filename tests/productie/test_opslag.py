"""The shared store keeps its promises, in memory and in Redis alike, and says so when Redis is away."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.opslag import Geheugenopslag, Opslag, Opslaginstellingen, maak_opslag, sleutel_van
from bot.opslag.gedeeld import ADEM_S, Gedeeldeopslag
from bot.opslag.instelling import Opslagfout
from tests.productie.redis import Redisserver

MERK = b"\x01" * 16
KORT_S = 0.2


@pytest.fixture(params=["geheugen", "redis"])
def maak(request: pytest.FixtureRequest) -> Callable[[], Opslag]:
    """Makes the store of one process."""
    if request.param == "geheugen":
        een = Geheugenopslag()
        return lambda: een
    server: Redisserver = request.getfixturevalue("redis")
    return lambda: Gedeeldeopslag(server.adres, None, "proef")


def test_wat_een_proces_bewaart_ziet_het_andere_tot_het_verloopt(maak: Callable[[], Opslag]) -> None:
    async def verloop() -> None:
        a, b = maak(), maak()
        assert await b.haal("gesprek", MERK) is None
        assert await a.zet("gesprek", MERK, b"{}", 60)
        assert await b.haal("gesprek", MERK) == b"{}"
        assert await b.haal("anders", MERK) is None
        assert await a.zet("gesprek", MERK, b"kort", KORT_S)
        await asyncio.sleep(1.5 * KORT_S)  # expiry is what is tested
        assert await b.haal("gesprek", MERK) is None
        await a.sluit()
        await b.sluit()

    asyncio.run(verloop())


def test_van_twintig_wint_er_een_de_claim(maak: Callable[[], Opslag]) -> None:
    async def verloop() -> None:
        a, b = maak(), maak()
        gewonnen = await asyncio.gather(*((a, b)[nr % 2].claim(MERK, 60) for nr in range(20)))
        assert sum(gewonnen) == 1
        await b.geef_vrij(MERK)
        assert await a.claim(MERK, KORT_S)
        await asyncio.sleep(1.5 * KORT_S)
        assert await b.claim(MERK, KORT_S)
        await a.sluit()
        await b.sluit()

    asyncio.run(verloop())


def test_de_huur_gaat_over_als_zij_verloopt_of_wordt_opgezegd(maak: Callable[[], Opslag]) -> None:
    async def verloop() -> None:
        a, b = maak(), maak()
        assert await a.huur("m", "een", KORT_S)
        assert await a.huur("m", "een", KORT_S)
        assert await b.huur("m", "twee", 60) is False
        await asyncio.sleep(1.5 * KORT_S)
        assert await b.huur("m", "twee", 60)
        await a.zeg_op("m", "een")
        assert await a.huur("m", "een", 60) is False
        await b.zeg_op("m", "twee")
        assert await a.huur("m", "een", 60)
        await a.sluit()
        await b.sluit()

    asyncio.run(verloop())


def test_een_sein_is_elke_keer_anders(maak: Callable[[], Opslag]) -> None:
    async def verloop() -> None:
        a, b = maak(), maak()
        gezien = {await b.sein("kennis")}
        for _ in range(3):
            await a.meld("kennis")
            gezien.add(await b.sein("kennis"))
        assert len(gezien) == 4
        await a.sluit()
        await b.sluit()

    asyncio.run(verloop())


def test_zonder_redis_gaat_elk_proces_alleen_verder_en_zegt_dat(
    redis: Redisserver, caplog: pytest.LogCaptureFixture
) -> None:
    async def verloop() -> None:
        opslag = Gedeeldeopslag(redis.adres, None, "proef")
        assert await opslag.claim(MERK, 60)
        redis.stop()
        assert not await opslag.zet("gesprek", MERK, b"{}", 60)
        assert opslag.gestoord
        assert await opslag.claim(b"nieuw" * 4, 60)
        assert not await opslag.claim(b"nieuw" * 4, 60)
        assert await opslag.huur("m", "een", 60) is None
        redis.start()
        await asyncio.sleep(1.1 * ADEM_S)  # it looks again after this
        assert await opslag.zet("gesprek", MERK, b"{}", 60)
        assert not opslag.gestoord
        await opslag.sluit()

    with caplog.at_level(logging.WARNING, "bot"):
        asyncio.run(verloop())
    weg, weer = caplog.messages
    assert "alleen verder" in weg
    assert "is er weer" in weer


def test_de_sleutel_is_gedeeld_en_lang_genoeg(tmp_path: Path) -> None:
    bestand = tmp_path / "sleutel"
    met = Opslaginstellingen(redis="redis://127.0.0.1:1/0", sleutel_bestand=bestand)
    for inhoud in (None, "kort"):
        if inhoud:
            bestand.write_text(inhoud)
        with pytest.raises(Opslagfout, match="sleutel_bestand"):
            sleutel_van(met)
    bestand.write_text("g" * 32)
    assert sleutel_van(met) == sleutel_van(met)
    assert sleutel_van(Opslaginstellingen()) != sleutel_van(Opslaginstellingen())
    assert maak_opslag(Opslaginstellingen()) is None
