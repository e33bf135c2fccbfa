"""Options to tap, thumbs that are counted, and a sign of life when it takes long."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.antwoord.model import Antwoordobject
from bot.kanalen.matrix.zender import Zender
from bot.kern import Kern
from tests.matrix.gebruiker import Gebeurtenis, Gebruiker
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld

ONZEKER = "kan dat"


class Teller:
    """Keeps what was counted."""

    def __init__(self) -> None:
        self.geteld: list[tuple[str, str]] = []
        self.kwam = asyncio.Event()

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        self.geteld.append((wat, antwoord.intent))
        self.kwam.set()


async def cijfers_onder(wie: Gebruiker, kamer: str, id_: str, aantal: int) -> list[str]:
    """Digits the bot put under a message, once there are so many."""

    def goed(g: Gebeurtenis) -> bool:
        return g.get("type") == "m.reaction" and g["content"]["m.relates_to"].get("event_id") == id_

    await wie.wacht(kamer, goed, aantal)
    return [g["content"]["m.relates_to"]["key"] for g in wie.alle(kamer, goed)]


@pytest.mark.parametrize("versleuteld", [False, True], ids=["plat", "versleuteld"])
def test_keuzes_staan_genummerd_en_zijn_te_tikken(
    synapse: Synapse, kern: Kern, tmp_path: Path, versleuteld: bool
) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=versleuteld)
            await anna.zeg(kamer, ONZEKER)
            vraag = await anna.antwoord(kamer)
            assert "\n1. " in vraag["content"]["body"]
            assert "<ol>" in vraag["content"]["formatted_body"]
            cijfers = await cijfers_onder(anna, kamer, vraag["event_id"], 4)
            assert cijfers == ["1️⃣", "2️⃣", "3️⃣", "4️⃣"]
            await anna.tik(kamer, vraag["event_id"], "1️⃣")
            eerste = (await anna.antwoord(kamer, 2))["content"]["body"]
            assert eerste != vraag["content"]["body"]
            await anna.tik(kamer, vraag["event_id"], "4⃣")  # some clients leave the variation selector out
            assert "herken ik niet" in (await anna.antwoord(kamer, 3))["content"]["body"]

    asyncio.run(verloop())


def test_alleen_de_vrager_kiest_en_elke_duim_telt_een_keer(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            teller = Teller()
            await w.start(teller)
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False)
            await anna.zeg(kamer, f"!deelwijzer {ONZEKER}")
            antwoord = await anna.antwoord(kamer)
            await bert.tik(kamer, antwoord["event_id"], "1️⃣")
            await bert.tik(kamer, antwoord["event_id"], "👍🏽")
            await anna.tik(kamer, antwoord["event_id"], "👎")
            await anna.zeg(kamer, "!deelwijzer wat is een grondslag?")
            tweede = await anna.antwoord(kamer, 2)
            assert "grondslag" in tweede["content"]["body"].lower()
            duimen = [geteld for geteld in teller.geteld if geteld[0] != "antwoord"]
            assert duimen == [("duim_omhoog", "onzeker"), ("duim_omlaag", "onzeker")]
            await anna.tik(kamer, antwoord["event_id"], "1️⃣")  # its options are closed by the next question
            await anna.zeg(kamer, "!bron")
            await anna.antwoord(kamer, 3)

    asyncio.run(verloop())


def test_typen_is_te_zien_als_het_lang_duurt(
    synapse: Synapse, kern: Kern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bericht = Zender.bericht

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)

            def typt(g: Gebeurtenis) -> bool:
                return bool(g.get("users") == [w.bot])

            await anna.zeg(kamer, "wat is een grondslag?")
            await anna.antwoord(kamer)
            assert not anna.alle(kamer, typt)

            async def traag(self: Zender, *args: Any) -> str:
                await anna.wacht(kamer, typt)
                return await bericht(self, *args)

            monkeypatch.setattr(Zender, "bericht", traag)
            await anna.zeg(kamer, "wat is een casusoverleg?")
            await anna.antwoord(kamer, 2)

    asyncio.run(verloop())


def test_alleen_tekst(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            foto = {"msgtype": "m.image", "body": "rapport.jpg", "url": "mxc://praat.test/abc"}
            await anna.stuur(kamer, "m.room.message", foto)
            assert "alleen tekst" in (await anna.antwoord(kamer))["content"]["body"]

    asyncio.run(verloop())


def test_een_lus_met_een_andere_bot_houdt_op(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, hoogste_tempo=3) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            for _ in range(8):
                await anna.zeg(kamer, "wat is een grondslag?")
            assert "Ik wacht een minuut" in (await anna.antwoord(kamer, 4))["content"]["body"]
            await anna.maak_kamer(w.bot)  # by now the rest has passed
            assert len(anna.alle(kamer, lambda g: g.get("content", {}).get("msgtype") == "m.notice")) == 5

    asyncio.run(verloop())
