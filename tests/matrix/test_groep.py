"""In a group the bot speaks when it is meant, and in the thread or as the reply it was asked in."""

import asyncio
from pathlib import Path

from bot.kern import Kern
from tests.matrix.gebruiker import Gebeurtenis
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld

VRAAG = "wat is een casusoverleg?"


def _op(gebeurtenis: Gebeurtenis) -> object:
    return gebeurtenis["content"].get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")


def test_alleen_wie_de_bot_aanspreekt_krijgt_antwoord(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            naam = (await anna.roep("GET", f"/profile/{w.bot}"))["displayname"]
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False, versleuteld=True)
            stil = [
                await bert.zeg(kamer, VRAAG),
                await bert.zeg(kamer, f"kijk op https://praat.test/{naam}/info", m_mentions={}),
                await bert.zeg(kamer, f"{naam} zei gisteren iets", m_mentions={}),
                await bert.stuur(kamer, "m.room.message", {"msgtype": "m.notice", "body": f"{naam}: {VRAAG}"}),
                await anna.zeg(kamer, VRAAG, m_mentions={"user_ids": [bert.client.user_id]}),
                await bert.zeg(kamer, "!onbekend iets"),
            ]
            gehoord = [
                await anna.zeg(kamer, VRAAG, m_mentions={"user_ids": [w.bot]}),
                await bert.zeg(kamer, f"{naam}: {VRAAG}"),
                await bert.zeg(kamer, f"!deelwijzer {VRAAG}"),
                await anna.zeg(kamer, "!bron"),
            ]
            laatste = await anna.antwoord(kamer, len(gehoord) + 1)  # one notice is bert's own
            gehoord.append(
                await bert.zeg(kamer, VRAAG, m_relates_to={"m.in_reply_to": {"event_id": laatste["event_id"]}})
            )
            await anna.antwoord(kamer, len(gehoord) + 1)
            antwoorden = anna.alle(kamer, lambda g: _op(g) in {*stil, *gehoord} and g["sender"] == w.bot)
            assert [_op(g) for g in antwoorden] == gehoord

    asyncio.run(verloop())


def test_in_de_draad_waar_het_gevraagd_is_en_daar_verder_zonder_noemen(
    synapse: Synapse, kern: Kern, tmp_path: Path
) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False)
            wortel = await anna.zeg(kamer, "Overleg over verzuim")
            draad = {"rel_type": "m.thread", "event_id": wortel}
            eerste = await anna.zeg(kamer, VRAAG, m_relates_to=draad, m_mentions={"user_ids": [w.bot]})
            relatie = (await anna.antwoord(kamer))["content"]["m.relates_to"]
            assert (relatie["rel_type"], relatie["event_id"]) == ("m.thread", wortel)
            assert relatie["m.in_reply_to"]["event_id"] == eerste
            await w.stop()
            await w.start()  # that it takes part is known from the server, not from memory
            await bert.zeg(kamer, "en wat is een grondslag?", m_relates_to=draad)
            tweede = await anna.antwoord(kamer, 2)
            assert tweede["content"]["m.relates_to"]["event_id"] == wortel

    asyncio.run(verloop())


def test_twee_mensen_in_een_groep_lopen_niet_door_elkaar(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False)
            await anna.zeg(kamer, f"!deelwijzer {VRAAG}")
            await anna.antwoord(kamer)
            await bert.zeg(kamer, "!bron")
            assert "nog geen antwoord" in (await anna.antwoord(kamer, 2))["content"]["body"]
            await bert.zeg(kamer, "!regio amersfoort")
            await anna.antwoord(kamer, 3)
            await w.stop()
            w.geheugen = type(w.geheugen)(kern)
            await w.start()
            await anna.zeg(kamer, "!regio")
            assert "Amersfoort" in (await anna.antwoord(kamer, 4))["content"]["body"].split(":")[1]

    asyncio.run(verloop())


def test_opdrachten_in_een_gesprek_met_zijn_tweeen(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            verwacht = {
                "!help": "Stel uw vraag in gewone woorden",
                "!rol mentor": "namens",
                VRAAG: "casusoverleg",
                "bronnen": "• ",
                "uitleg": "casusoverleg",
                "meer": "casusoverleg",
                "!onboarding": "korte lessen",
                "!indienen": "indienen staat hier uit",
                "!wis": "gewist",
            }
            regels = ["!help", "!rol mentor", VRAAG, "bronnen", "uitleg", "meer", "!onboarding", "!indienen", "!wis"]
            for nr, regel in enumerate(regels, 1):
                await anna.zeg(kamer, regel)
                tekst = (await anna.antwoord(kamer, nr))["content"]["body"]
                assert verwacht[regel].lower() in tekst.lower(), regel
            await anna.zeg(kamer, "meer")
            assert "nog geen antwoord" in (await anna.antwoord(kamer, len(regels) + 1))["content"]["body"]
            w.geheugen = type(w.geheugen)(kern)
            await w.stop()
            await w.start()
            await anna.zeg(kamer, "!rol")
            assert "namens de school" in (await anna.antwoord(kamer, len(regels) + 2))["content"]["body"].split(".")[0]

    asyncio.run(verloop())


def test_wie_op_een_antwoord_antwoordt_gaat_daarop_verder(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    """Also when someone else asked the question."""

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, samen=False)
            await anna.zeg(kamer, "!deelwijzer mag ik verzuim delen met leerplicht?")
            eerste = await bert.antwoord(kamer)
            op = {"m.in_reply_to": {"event_id": eerste["event_id"]}}
            await bert.zeg(kamer, "en aan de wijkagent?", m_relates_to=op)
            assert "politie" in (await bert.antwoord(kamer, 2))["content"]["body"].lower()
            await bert.zeg(kamer, "!bron", m_relates_to=op)  # of the answer it replies to, not of the last one
            assert "artikel 4.3" in (await bert.antwoord(kamer, 3))["content"]["body"]

    asyncio.run(verloop())
