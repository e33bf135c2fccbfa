"""A corrected question corrects the answer, a removed one removes it, and personal data can be removed."""

import asyncio
from pathlib import Path

from bot.kern import Kern
from tests.matrix.gebruiker import Gebeurtenis
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld

VRAAG, ANDERS = "wat is een casusoverleg?", "wat is een grondslag?"
MET_NAAM = "Jan de Vries uit groep 8 heeft adhd, mag ik dat delen met de mentor?"


def _nieuw(gebeurtenis: Gebeurtenis) -> bool:
    return "m.new_content" in gebeurtenis.get("content", {}) and gebeurtenis["content"]["msgtype"] == "m.notice"


def _weg(gebeurtenis: Gebeurtenis) -> bool:
    return gebeurtenis.get("type") == "m.room.redaction"


def _doel(gebeurtenis: Gebeurtenis) -> object:
    return gebeurtenis.get("redacts") or gebeurtenis["content"].get("redacts")


def test_een_verbeterde_vraag_verbetert_het_antwoord(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            vraag = await anna.zeg(kamer, VRAAG)
            antwoord = await anna.antwoord(kamer)
            await anna.verbeter(kamer, vraag, VRAAG)  # the same words: nothing to say
            await anna.verbeter(kamer, vraag, ANDERS)
            beter = await anna.wacht(kamer, _nieuw)
            assert beter["content"]["m.relates_to"] == {"rel_type": "m.replace", "event_id": antwoord["event_id"]}
            assert "grondslag" in beter["content"]["m.new_content"]["body"].lower()
            assert beter["content"]["m.new_content"]["m.mentions"] == {}
            await w.stop()
            await anna.verbeter(kamer, vraag, VRAAG)
            await w.start()  # which answer belongs to it is still known
            nog_beter = await anna.wacht(kamer, _nieuw, 2)
            assert nog_beter["content"]["m.relates_to"]["event_id"] == antwoord["event_id"]
            assert len(anna.alle(kamer, lambda g: g.get("content", {}).get("msgtype") == "m.notice")) == 4

    asyncio.run(verloop())


def test_een_ander_kan_een_vraag_niet_verbeteren(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False)
            vraag = await anna.zeg(kamer, f"!deelwijzer {VRAAG}")
            await anna.antwoord(kamer)
            await bert.verbeter(kamer, vraag, f"!deelwijzer {ANDERS}")
            await anna.zeg(kamer, f"!deelwijzer {ANDERS}")
            await anna.antwoord(kamer, 2)
            assert not anna.alle(kamer, _nieuw)

    asyncio.run(verloop())


def test_een_verwijderde_vraag_neemt_het_antwoord_mee(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            vraag = await anna.zeg(kamer, VRAAG)
            antwoord = await anna.antwoord(kamer)
            await w.stop()
            await anna.client.room_redact(kamer, vraag)
            await w.start()
            weg = await anna.wacht(kamer, lambda g: _weg(g) and g["sender"] == w.bot)
            assert _doel(weg) == antwoord["event_id"]

    asyncio.run(verloop())


def test_persoonsgegevens_de_bot_zegt_hoe_en_ruimt_op_als_de_kamer_dat_wil(
    synapse: Synapse, kern: Kern, tmp_path: Path
) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False, room_version="11")
            await bert.zeg(kamer, f"!deelwijzer {MET_NAAM}")
            tekst = (await anna.antwoord(kamer))["content"]["body"]
            assert "kies dan verwijderen" in tekst.lower().replace("*", "")
            assert "Vries" not in tekst
            await bert.zeg(kamer, "!deelwijzer !opruimen aan")
            assert "Daarvoor moet u" in (await anna.antwoord(kamer, 2))["content"]["body"]
            await anna.zeg(kamer, "!deelwijzer !opruimen aan")
            assert "Geef mij eerst het recht" in (await anna.antwoord(kamer, 3))["content"]["body"]
            niveaus = await anna.kamerstand(kamer, "m.room.power_levels")
            niveaus["users"][w.bot] = 50
            await anna.client.room_put_state(kamer, "m.room.power_levels", niveaus)
            await anna.zeg(kamer, "!deelwijzer !opruimen aan")
            assert "voortaan zelf" in (await anna.antwoord(kamer, 4))["content"]["body"]
            vraag = await bert.zeg(kamer, f"!deelwijzer {MET_NAAM}")
            assert "voor u verwijderd" in (await anna.antwoord(kamer, 5))["content"]["body"]
            weg = await anna.wacht(kamer, _weg)
            assert _doel(weg) == vraag
            await bert.zeg(kamer, f"!deelwijzer {VRAAG}")
            await anna.antwoord(kamer, 6)
            assert len(anna.alle(kamer, _weg)) == 1  # its own removal does not remove its answer

    asyncio.run(verloop())
