"""The bot lives and answers through what goes wrong: server away, connection cut, hostile events, limits, crowds."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.kanalen.matrix.fouten import MatrixFout, NietAangemeld
from bot.kanalen.matrix.toestand import bewaard
from bot.kern import Kern
from tests.matrix.doorgeef import Doorgeefluik
from tests.matrix.drukte import bevolk
from tests.matrix.gebruiker import Gebruiker, is_antwoord, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld

VRAAG = "wat is een casusoverleg?"
VEEL = 30
"""Rooms at once; `make meetmatrix` does 500."""


async def _vraag(wie: Gebruiker, kamer: str, aantal: int) -> None:
    await wie.zeg(kamer, VRAAG)
    await wie.antwoord(kamer, aantal)


def test_server_weg_en_weer_terug(kern: Kern, tmp_path: Path) -> None:
    async def verloop(eigen: Synapse) -> None:
        async with wereld(eigen, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await _vraag(anna, kamer, 1)
            await asyncio.to_thread(eigen.stop)
            await asyncio.to_thread(eigen.start)
            await _vraag(anna, kamer, 2)

    eigen = Synapse(tmp_path / "synapse", grenzen=True)
    eigen.start()
    try:
        asyncio.run(verloop(eigen))
    finally:
        eigen.stop()


def test_vragen_terwijl_de_bot_uit_was(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    """More than fit in one sync, so the gap is fetched; and none twice."""

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, hoogste_tempo=1000) as w:
            anna = await w.mens()
            kamers = [await anna.maak_kamer(w.bot, versleuteld=v) for v in (False, True)]
            for kamer in kamers:
                await _vraag(anna, kamer, 1)
            await w.stop()
            for nr in range(60):
                for kamer in kamers:
                    await anna.zeg(kamer, VRAAG if nr % 2 else "wat is een grondslag?")
            await w.start()
            for kamer in kamers:
                await anna.antwoord(kamer, 61)
            await w.stop()
            await w.start()
            for kamer in kamers:
                await _vraag(anna, kamer, 62)
                assert len(anna.alle(kamer, is_antwoord)) == 62

    asyncio.run(verloop())


def test_oude_vragen_blijven_liggen(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            await _vraag(anna, kamer, 1)
            await w.stop()
            await anna.zeg(kamer, VRAAG)
            await asyncio.sleep(1.1)  # age is what is tested
            await w.start(oudste_vraag_s=1)
            await _vraag(anna, kamer, 2)
            assert len(anna.alle(kamer, is_antwoord)) == 2

    asyncio.run(verloop())


def test_verbinding_verbroken_midden_in_een_antwoord(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    """The answer reaches the server, the server's reply does not reach the bot: it is sent again and comes once."""

    async def verloop() -> None:
        async with (
            Doorgeefluik(synapse.adres).draaiend() as luik,
            wereld(synapse, kern, tmp_path, server=luik.adres) as w,
        ):
            anna = await w.mens()
            for nr, kamer in enumerate([await anna.maak_kamer(w.bot, versleuteld=v) for v in (False, True)]):
                await anna.wacht(kamer, is_notitie)
                luik.breek_na("/send/m.room.")
                await _vraag(anna, kamer, 1)
                await _vraag(anna, kamer, 2)
                assert len(anna.alle(kamer, is_antwoord)) == 2
                assert luik.gebroken == nr + 1

    asyncio.run(verloop())


def test_een_bericht_van_64_kb(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            await anna.zeg(kamer, (VRAAG + " ") * (64_000 // (len(VRAAG) + 1)))
            antwoord = (await anna.antwoord(kamer))["content"]["body"]
            assert "erg lang" in antwoord
            await _vraag(anna, kamer, 2)

    asyncio.run(verloop())


def test_gewone_grenzen_van_de_server(kern: Kern, tmp_path: Path) -> None:
    """With Synapse's default rate limits: waits as told, answers all, and other rooms go on."""

    async def verloop(eigen: Synapse) -> None:
        async with wereld(eigen, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            van_anna, van_bert = await anna.maak_kamer(w.bot), await bert.maak_kamer(w.bot)
            for _ in range(7):
                await anna.zeg(van_anna, VRAAG)
            await bert.zeg(van_bert, VRAAG)
            await bert.antwoord(van_bert)
            await anna.antwoord(van_anna, 7)
            assert len(anna.alle(van_anna, is_antwoord)) == 7

    eigen = Synapse(tmp_path / "synapse", grenzen=True)
    eigen.start()
    try:
        asyncio.run(verloop(eigen))
    finally:
        eigen.stop()


def test_een_dode_aanmelding_stopt_het_kanaal(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            taak = w.taak
            assert taak is not None
            async with bewaard(w.instelling.map) as (client, _):
                await client.roep("POST", "/v3/logout", {})
            with pytest.raises(NietAangemeld, match="Meld opnieuw aan"):
                await taak
            w.taak = None
            await w.meld_aan()  # the same device and keys, a new token
            await w.start()
            anna = await w.mens()
            await _vraag(anna, await anna.maak_kamer(w.bot, versleuteld=True), 1)

    asyncio.run(verloop())


def test_een_proces_per_map(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            with pytest.raises(MatrixFout, match="gebruikt deze Matrix-map al"):
                await w.start()

    asyncio.run(verloop())


def test_op_schijf_staat_geen_tekst_geen_naam_en_geen_kamer(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            vraag = await anna.zeg(kamer, "Mag ik over Xantippe Zwaluwstaart iets delen?")
            await anna.antwoord(kamer)
            await w.stop()
            postvak = b"".join(p.read_bytes() for p in w.instelling.map.glob("postvak.sqlite3*"))
            geheim = (kamer, vraag, anna.client.user_id, "Xantippe", "delen")
            assert not [g for g in geheim if g.encode() in postvak]
            alles = b"".join(p.read_bytes() for p in w.instelling.map.iterdir())
            assert b"Xantippe" not in alles
            assert json.loads((w.instelling.map / "sessie.json").read_text())["apparaat"]

    asyncio.run(verloop())


def test_veel_kamers(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            assert await bevolk(w, VEEL) == VEEL

    asyncio.run(verloop())
