"""In and out of rooms: who may invite, one greeting, rooms that are replaced, and rooms where nobody is left."""

import asyncio
from pathlib import Path

import pytest

from bot.kanalen.matrix.kamers import Kamers
from bot.kanalen.matrix.toestand import bewaard
from bot.kern import Kern
from tests.matrix.gebruiker import GEDULD_S, Gebeurtenis, Gebruiker, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import Wereld, wereld

VRAAG = "wat is een casusoverleg?"


def _bot_weg(w: Wereld, gebeurtenis: Gebeurtenis) -> bool:
    return gebeurtenis.get("state_key") == w.bot and gebeurtenis["content"].get("membership") == "leave"


async def _nodig_uit(wie: Gebruiker, w: Wereld) -> str:
    return str((await wie.client.room_create(invite=[w.bot], is_direct=True)).room_id)


async def _weigert(wie: Gebruiker, w: Wereld) -> None:
    kamer = await _nodig_uit(wie, w)
    await wie.wacht(kamer, lambda g: _bot_weg(w, g))


def test_een_begroeting_en_niet_nog_een(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            groet = await anna.wacht(kamer, is_notitie)
            assert "ik bewaar niets" in groet["content"]["body"]
            await w.stop()
            await w.start()
            await anna.zeg(kamer, VRAAG)
            await anna.antwoord(kamer)
            assert len(anna.alle(kamer, is_notitie)) == 2

    asyncio.run(verloop())


def test_wie_niet_mag_uitnodigen_wordt_geweigerd(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, servers=()) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            await _weigert(anna, w)
            await w.stop()
            await w.start(gebruikers=(anna.client.user_id,))
            await anna.maak_kamer(w.bot)
            await _weigert(bert, w)

    asyncio.run(verloop())


def test_hooguit_zoveel_kamers(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, meeste_kamers=1) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            await anna.wacht(kamer, is_notitie)
            await _weigert(anna, w)

    asyncio.run(verloop())


def test_uitnodigingen_van_voor_de_start(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            anna = await w.mens()
            kamer = await _nodig_uit(anna, w)
            await w.start()
            await anna.wacht(kamer, is_notitie)
            await anna.zeg(kamer, VRAAG)
            await anna.antwoord(kamer)

    asyncio.run(verloop())


@pytest.mark.parametrize("versie", ["10", "12"])
def test_een_vernieuwde_kamer_wordt_gevolgd(synapse: Synapse, kern: Kern, tmp_path: Path, versie: str) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            openbaar = {"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "public"}}
            oud = await anna.maak_kamer(w.bot, initial_state=[openbaar])
            await anna.zeg(oud, "!regio amersfoort")
            await anna.antwoord(oud)
            nieuw = (await anna.roep("POST", f"/rooms/{oud}/upgrade", {"new_version": versie}))["replacement_room"]
            await anna.wacht(oud, lambda g: _bot_weg(w, g))
            await anna.zeg(nieuw, "!regio")
            assert "Amersfoort" in (await anna.antwoord(nieuw))["content"]["body"].split(":")[1]

    asyncio.run(verloop())


def test_een_besloten_vernieuwde_kamer_na_een_uitnodiging(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, servers=()) as w:
            anna = await w.mens()
            await w.stop()
            await w.start(gebruikers=(anna.client.user_id,))
            oud = await anna.maak_kamer(w.bot)
            await anna.zeg(oud, VRAAG)
            await anna.antwoord(oud)
            await w.stop()
            nieuw = (await anna.roep("POST", f"/rooms/{oud}/upgrade", {"new_version": "12"}))["replacement_room"]
            await w.start()  # no right to invite any more: the room is followed because it replaces one of ours
            await anna.client.room_invite(nieuw, w.bot)
            await anna.wacht(oud, lambda g: _bot_weg(w, g))
            await anna.zeg(nieuw, VRAAG)
            await anna.antwoord(nieuw)

    asyncio.run(verloop())


def test_een_lege_kamer_wordt_verlaten(
    synapse: Synapse, kern: Kern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anna sees nothing of a room she left, so the bot tells when it has looked."""
    verlaat, weg = Kamers.verlaat_als_leeg, asyncio.Event()

    async def meld(self: Kamers, kamer: str) -> None:
        await verlaat(self, kamer)
        weg.set()

    monkeypatch.setattr(Kamers, "verlaat_als_leeg", meld)

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, samen=False)
            await anna.wacht(kamer, is_notitie)
            await anna.client.room_leave(kamer)
            await asyncio.wait_for(weg.wait(), GEDULD_S)
            assert kamer not in await _kamers(w)
            kamer = await bert.maak_kamer(w.bot)
            await bert.zeg(kamer, VRAAG)
            await bert.antwoord(kamer)

    asyncio.run(verloop())


async def _kamers(w: Wereld) -> list[str]:
    async with bewaard(w.instelling.map) as (client, _):
        uit: list[str] = (await client.roep("GET", "/v3/joined_rooms"))["joined_rooms"]
    return uit
