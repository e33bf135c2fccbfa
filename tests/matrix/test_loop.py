"""A guided flow in a room: numbered, to tap, and with a file at the end."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from nio.crypto.attachments import decrypt_attachment

from bot.gesprek import geheugen
from bot.gesprek.gidsen import GIDSEN
from bot.kern import Kern
from tests.gesprek.proefgids import Proefgids
from tests.gesprek.test_loop import TEKSTEN
from tests.matrix.gebruiker import Gebruiker, is_bestand
from tests.matrix.synapse import Synapse
from tests.matrix.test_tikken import cijfers_onder
from tests.matrix.wereld import wereld


async def _haal(wie: Gebruiker, inhoud: dict[str, Any]) -> bytes:
    """What is in a file, in the clear."""
    geheim = inhoud.get("file")
    uit = bytes((await wie.client.download(geheim["url"] if geheim else inhoud["url"])).body)
    if geheim is None:
        return uit
    return bytes(decrypt_attachment(uit, geheim["key"]["k"], geheim["hashes"]["sha256"], geheim["iv"]))


@pytest.mark.parametrize("versleuteld", [False, True], ids=["plat", "versleuteld"])
def test_een_loop_met_cijfers_en_een_bestand(
    synapse: Synapse, kern: Kern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versleuteld: bool
) -> None:
    monkeypatch.setitem(GIDSEN, "proef", Proefgids())
    monkeypatch.setattr(geheugen, "laad_gesprekteksten", lambda: TEKSTEN)

    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=versleuteld)
            await anna.zeg(kamer, "proef")
            eerste = await anna.antwoord(kamer)
            assert eerste["content"]["body"].startswith("Kleur 1?\n\n1. Rood\n2. Blauw\n\n")
            assert await cijfers_onder(anna, kamer, eerste["event_id"], 2) == ["1️⃣", "2️⃣"]
            await anna.tik(kamer, eerste["event_id"], "2️⃣")
            tweede = await anna.antwoord(kamer, 2)
            assert "Kleur 2?" in tweede["content"]["body"]
            await cijfers_onder(anna, kamer, tweede["event_id"], 2)
            await anna.tik(kamer, eerste["event_id"], "1️⃣")  # the step before: no answer to this one
            await anna.zeg(kamer, "wat is een grondslag?")
            assert "de proef" in (await anna.antwoord(kamer, 3))["content"]["body"]
            await anna.tik(kamer, tweede["event_id"], "1️⃣")  # the flow rests
            await anna.zeg(kamer, "verder")
            verder = await anna.antwoord(kamer, 4)
            assert "Kleur 2?" in verder["content"]["body"]
            await anna.tik(kamer, verder["event_id"], "2️⃣")
            inhoud = (await anna.wacht(kamer, is_bestand))["content"]
            assert "Klaar met blauw." in (await anna.antwoord(kamer, 5))["content"]["body"]
            assert (inhoud["body"], inhoud["info"]) == ("proef.txt", {"mimetype": "text/plain", "size": 1})
            assert ("file" in inhoud) is versleuteld
            assert await _haal(anna, inhoud) == b"x"

    asyncio.run(verloop())
