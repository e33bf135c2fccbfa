"""Messages the bot has no key for: wait, say so once, and read them after all when the key comes."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.kanalen.matrix.sessie import laad_sessie
from bot.kanalen.matrix.toestand import bewaard, haal_toestand
from bot.kern import Kern
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import Wereld, wereld

VRAAG = "wat is een casusoverleg?"


async def _verberg(wie: Gebruiker, w: Wereld, verborgen: bool) -> None:
    """Have someone's client keep its keys from the bot's device, as clients do with unsigned devices."""
    apparaat = wie.client.device_store[w.bot][laad_sessie(w.instelling.map).apparaat]
    (wie.client.blacklist_device if verborgen else wie.client.unblacklist_device)(apparaat)
    wie.client.invalidate_outbound_session(next(iter(wie.client.rooms)))


def test_een_melding_per_sessie_en_geen_lus(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, respijt_s=0.2) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await anna.wacht(kamer, is_notitie)
            await _verberg(anna, w, True)
            for _ in range(3):
                await anna.zeg(kamer, VRAAG)
            assert "kon ik niet lezen" in (await anna.antwoord(kamer))["content"]["body"]
            await _verberg(anna, w, False)
            await anna.zeg(kamer, VRAAG)
            assert "casusoverleg" in (await anna.antwoord(kamer, 2))["content"]["body"].lower()
            await w.stop()
            await w.start()
            await anna.zeg(kamer, VRAAG)
            await anna.antwoord(kamer, 3)
            assert len(anna.alle(kamer, is_notitie)) == 4

    asyncio.run(verloop())


def test_een_sleutel_die_later_komt(
    synapse: Synapse, kern: Kern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, respijt_s=30.0) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await anna.wacht(kamer, is_notitie)
            zend, later = anna.client.send, []

            async def vertraagd(methode: str, pad: str, *rest: Any, **velden: Any) -> Any:
                if "/sendToDevice/" in pad:
                    later.append((methode, pad, *rest))
                    raise ConnectionResetError  # nio takes the key as shared, and sends the message
                return await zend(methode, pad, *rest, **velden)

            monkeypatch.setattr(anna.client, "send", vertraagd)
            anna.client.invalidate_outbound_session(kamer)
            await anna.zeg(kamer, VRAAG)
            await w.wacht_op_sync()
            assert later
            for verzoek in later:
                await zend(*verzoek)
            assert "casusoverleg" in (await anna.antwoord(kamer))["content"]["body"].lower()

    asyncio.run(verloop())


def test_eenmalige_sleutels_worden_ook_bij_nul_aangevuld(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            await w.stop()
            apparaat = laad_sessie(w.instelling.map).apparaat
            async with bewaard(w.instelling.map) as (client, _):
                vraag = {"one_time_keys": {w.bot: {apparaat: "signed_curve25519"}}}
                while (await client.roep("POST", "/v3/keys/claim", vraag))["one_time_keys"].get(w.bot):
                    pass
            assert (await haal_toestand(w.instelling.map)).eenmalige_sleutels == 0
            await w.start()
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await anna.zeg(kamer, VRAAG)
            await anna.antwoord(kamer)
            assert (await haal_toestand(w.instelling.map)).eenmalige_sleutels >= 45

    asyncio.run(verloop())


def test_een_sleutel_die_niet_aankwam_geldt_niet_als_gedeeld(
    synapse: Synapse, kern: Kern, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await anna.wacht(kamer, is_notitie)
            kanaal = w.kanaal
            assert kanaal is not None
            client = kanaal.zender._client
            client.invalidate_outbound_session(kamer)
            zend, fouten = client.send, [0]

            async def stuk(methode: str, pad: str, *rest: Any, **velden: Any) -> Any:
                if "/sendToDevice/" in pad and not fouten[0]:
                    fouten[0] += 1
                    raise ConnectionResetError
                return await zend(methode, pad, *rest, **velden)

            monkeypatch.setattr(client, "send", stuk)
            await anna.zeg(kamer, VRAAG)
            assert "casusoverleg" in (await anna.antwoord(kamer))["content"]["body"].lower()
            assert fouten == [1]
            assert anna.onleesbaar == 0

    asyncio.run(verloop())
