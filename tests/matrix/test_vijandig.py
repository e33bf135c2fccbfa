"""Events that no honest client sends, in the open and inside encryption: the bot lives and answers only questions."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from bot.kern import Kern
from tests.matrix.gebruiker import Gebeurtenis, Gebruiker, is_antwoord, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld

VRAAG = "wat is een grondslag?"
KAPOT: tuple[Any, ...] = (None, -1, True, "", [], {}, [1], {"a": 1}, "\x00", "a" * 300)
"""Values that do not belong where they are put."""
NERGENS = "$bestaat-niet"


@contextmanager
def stil_logboek(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing of what was sent is logged, and nothing went wrong."""
    with caplog.at_level(logging.DEBUG):
        yield
    assert not [r for r in caplog.records if "GEHEIM" in r.getMessage()]
    assert not [r for r in caplog.records if r.name.startswith("bot.") and r.levelno >= logging.ERROR]


def test_in_het_open(synapse: Synapse, kern: Kern, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot)
            gestuurd = 0
            for soort, inhoud in _vijandig(w.bot):
                uit = await anna.roep("PUT", f"/rooms/{kamer}/send/{soort}/t{gestuurd}", inhoud)
                gestuurd += "event_id" in uit
            assert gestuurd > 80  # Synapse itself refuses the rest
            await anna.zeg(kamer, VRAAG, tx="laatste")
            await anna.wacht(kamer, lambda g: is_notitie(g) and "grondslag" in g["content"]["body"].lower())
            assert w.taak is not None
            assert not w.taak.done()

    with stil_logboek(caplog):
        asyncio.run(verloop())


def test_in_de_versleuteling(synapse: Synapse, kern: Kern, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What no server can look into, none can refuse."""

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await anna.zeg(kamer, VRAAG)
            await anna.antwoord(kamer)
            for lading in _ladingen(w.bot):
                await _versleuteld(anna, kamer, lading)
            van_bot = partial(_is_van, w.bot)
            await _versleuteld(anna, kamer, _tekst(VRAAG), {"m.in_reply_to": {"event_id": NERGENS}})
            antwoord = await anna.wacht(kamer, van_bot, 3)  # after the greeting and the first answer
            assert "grondslag" in antwoord["content"]["body"].lower()
            assert len(anna.alle(kamer, van_bot)) == 3
            assert w.kanaal is not None
            inhoud = {"msgtype": "m.notice", "body": "in een draad die de server niet kent"}
            draad = {"rel_type": "m.thread", "event_id": NERGENS}
            await w.kanaal.zender.bericht(kamer, {**inhoud, "m.relates_to": draad}, "t")
            assert (await anna.wacht(kamer, van_bot, 4))["content"]["body"] == inhoud["body"]

    with stil_logboek(caplog):
        asyncio.run(verloop())


def test_nagemaakte_vermeldingen(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    """Only a whole mention inside the encryption wakes the bot in a group."""

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna, bert = await w.mens("anna"), await w.mens("bert")
            kamer = await anna.maak_kamer(w.bot, bert.client.user_id, versleuteld=True, samen=False)
            await anna.zeg(kamer, "hallo allemaal")
            nep = ([[w.bot]], {"0": w.bot}, w.bot, [f"{w.bot}x"], [None, 1], [{"user_id": w.bot}])
            for wie in nep:
                await _versleuteld(anna, kamer, _tekst(VRAAG, {"user_ids": wie}))
            await _versleuteld(anna, kamer, _tekst(VRAAG, {"room": True}))
            echt = {"user_ids": [w.bot]}
            await _versleuteld(anna, kamer, _tekst(VRAAG, {}), **{"m.mentions": echt})
            await _versleuteld(anna, kamer, _tekst("wat is een casusoverleg?", echt))
            assert "overleg" in (await anna.antwoord(kamer))["content"]["body"].lower()
            assert len(anna.alle(kamer, is_antwoord)) == 1

    asyncio.run(verloop())


async def _versleuteld(
    wie: Gebruiker, kamer: str, lading: dict[str, Any], relatie: dict[str, Any] | None = None, **buiten: Any
) -> None:
    """Send a payload of any shape, with a relation and more on the outside."""
    await wie.client.deel_sleutel(kamer)
    inhoud = {**wie.client.olm.group_encrypt(kamer, lading), **buiten}
    if relatie is not None:
        inhoud["m.relates_to"] = relatie
    uit = await wie.roep("PUT", f"/rooms/{kamer}/send/m.room.encrypted/{uuid4()}", inhoud)
    assert "event_id" in uit, uit


def _is_van(gebruiker: str, gebeurtenis: Gebeurtenis) -> bool:
    return gebeurtenis.get("sender") == gebruiker and is_notitie(gebeurtenis)


def _tekst(tekst: str, genoemd: Any = None) -> dict[str, Any]:
    inhoud = {"msgtype": "m.text", "body": tekst, **({} if genoemd is None else {"m.mentions": genoemd})}
    return {"type": "m.room.message", "content": inhoud}


def _ladingen(bot: str) -> list[dict[str, Any]]:
    """What comes out of the encryption; none is a question."""
    uit = [{"type": soort, "content": inhoud} for soort, inhoud in _vijandig(bot) if soort != "m.room.encrypted"]
    heel = {"type": "m.room.message", "content": {"msgtype": "m.notice", "body": "GEHEIM"}}
    uit += [{**heel, veld: waarde} for veld in heel for waarde in KAPOT]
    uit += [{veld: heel[veld]} for veld in heel]
    uit += [_tekst(waarde) for waarde in (*KAPOT, [[VRAAG]]) if not isinstance(waarde, str)]
    beter = {"msgtype": "m.text", "body": "GEHEIM", "m.new_content": _tekst(VRAAG)["content"]}
    naar = {"rel_type": "m.replace", "event_id": NERGENS}
    uit.append({"type": "m.room.message", "content": {**beter, "m.relates_to": naar}})
    uit += [
        {"type": soort, "content": {"body": "GEHEIM"}} for soort in ("m.room.encrypted", "m.room_key", "m.onbekend")
    ]
    return uit


def _vijandig(bot: str) -> list[tuple[str, dict[str, Any]]]:
    """Every field of every kind of event with every broken value, and some nasty whole ones."""
    relatie = {"rel_type": "m.replace", "event_id": "$x", "m.in_reply_to": {"event_id": "$x"}, "is_falling_back": True}
    bericht = {
        "msgtype": "m.notice",
        "body": "GEHEIM",
        "formatted_body": "GEHEIM",
        "format": "org.matrix.custom.html",
        "m.mentions": {"user_ids": [bot]},
        "m.relates_to": relatie,
        "m.new_content": {"msgtype": "m.notice", "body": "GEHEIM"},
    }
    reactie = {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$x", "key": "1️⃣"}}
    versleuteld = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "AAAA",
        "session_id": "s",
        "sender_key": "k",
        "device_id": "d",
    }
    uit: list[tuple[str, dict[str, Any]]] = []
    for soort, vorm in (("m.room.message", bericht), ("m.reaction", reactie), ("m.room.encrypted", versleuteld)):
        for veld in vorm:
            uit += [(soort, {**vorm, veld: waarde}) for waarde in KAPOT]
    for veld in relatie:
        uit += [("m.room.message", {**bericht, "m.relates_to": {**relatie, veld: waarde}}) for waarde in KAPOT]
    diep: Any = "x"
    for _ in range(200):
        diep = {"a": diep}
    return [*uit, ("m.room.message", {"msgtype": "m.notice", "body": diep}), ("m.room.message", {})]
