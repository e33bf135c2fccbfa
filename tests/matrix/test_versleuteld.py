"""End-to-end encryption, with an independent client that gives its keys to signed devices only."""

import asyncio
import json
import stat
from pathlib import Path

import pytest

from bot.kanalen.matrix.client import maak_client
from bot.kanalen.matrix.fouten import MatrixFout
from bot.kanalen.matrix.kruistekenen import Tekenstaat, staat, teken_apparaat
from bot.kanalen.matrix.sessie import BESTAND, Kruissleutels, laad_sessie
from bot.kanalen.matrix.toestand import haal_toestand
from bot.kern import Kern
from tests.matrix.klant import klant
from tests.matrix.synapse import NAAM, Synapse
from tests.matrix.wereld import WACHTWOORD, wereld

VRAGEN = (
    "Mag ik verzuim delen met leerplicht?",
    "Wat is een casusoverleg?",
    "Mag ik een diagnose delen met de mentor?",
)


def test_een_strenge_klant_leest_en_wordt_gelezen(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w, klant() as k:
            naam = synapse.maak_gebruiker(f"streng-{w.bot[1:].split(':')[0]}", WACHTWOORD)
            await k.doe("aanmelden", adres=synapse.adres, gebruiker=naam, wachtwoord=WACHTWOORD, streng=True)
            kamer = (await k.doe("kamer", wie=[w.bot], versleuteld=True))["kamer"]
            for vraag in VRAGEN:
                await k.doe("zeg", kamer=kamer, inhoud={"msgtype": "m.text", "body": vraag})
            gekregen = await k.doe("wacht", kamer=kamer, van=w.bot, aantal=1 + len(VRAGEN), geduld_ms=40_000)
            berichten = gekregen["berichten"]
            assert len(berichten) == 1 + len(VRAGEN)
            assert all(b["versleuteld"] and b["schild"] == 0 for b in berichten)
            apparaat = laad_sessie(w.instelling.map).apparaat
            assert (await k.doe("vertrouwen", gebruiker=w.bot, apparaat=apparaat))["getekend"]

    asyncio.run(verloop())


def test_een_tweede_apparaat_midden_in_het_gesprek(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w, klant() as k:
            anna = await w.mens()
            kamer = await anna.maak_kamer(w.bot, versleuteld=True)
            await anna.zeg(kamer, VRAGEN[0])
            await anna.antwoord(kamer)
            naam = anna.client.user_id
            await k.doe("aanmelden", adres=synapse.adres, gebruiker=naam, wachtwoord=WACHTWOORD, streng=False)
            await k.doe("zeg", kamer=kamer, inhoud={"msgtype": "m.text", "body": VRAGEN[1]})
            berichten = (await k.doe("wacht", kamer=kamer, van=w.bot, aantal=1, geduld_ms=40_000))["berichten"]
            assert "overleg" in berichten[-1]["inhoud"]["body"].lower()

    asyncio.run(verloop())


def test_aanmelden_bewaart_alleen_voor_de_eigenaar_en_is_herhaalbaar(
    synapse: Synapse, kern: Kern, tmp_path: Path
) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            eerste = laad_sessie(w.instelling.map)
            await w.meld_aan()
            assert laad_sessie(w.instelling.map) == eerste
            await w.start()
            rechten = {p.name: stat.S_IMODE(p.stat().st_mode) for p in w.instelling.map.iterdir()}
            assert set(rechten.values()) == {0o600}
            assert stat.S_IMODE(w.instelling.map.stat().st_mode) == 0o700
            assert eerste.pickle_key not in ("", "DEFAULT_KEY")
            nu = await haal_toestand(w.instelling.map)
            assert (nu.staat, nu.apparaat, nu.eenmalige_sleutels) == (Tekenstaat.GETEKEND, eerste.apparaat, 50)
            assert nu.laatste_goed is not None
            with pytest.raises(MatrixFout, match="al"):
                await w.meld_aan()

    asyncio.run(verloop())


def test_aanmelden_met_een_token(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            sessie = laad_sessie(w.instelling.map)
            token = tmp_path / "token"
            token.write_text(sessie.token, encoding="utf-8")
            anders = await w.mens("los")
            nieuw = w.instelling.model_copy(
                update={"map": tmp_path / "ander", "token_bestand": token, "wachtwoord_bestand": None}
            )
            w.instelling = nieuw.model_copy(update={"wachtwoord_bestand": token})
            with pytest.raises(MatrixFout, match="niet allebei"):
                await w.meld_aan()
            w.instelling = nieuw
            with pytest.raises(MatrixFout, match="Dit apparaat heeft al sleutels"):
                await w.meld_aan()
            token.write_text(str(anders.client.access_token), encoding="utf-8")
            vers = {"map": tmp_path / "vers", "gebruiker": anders.client.user_id}
            w.instelling = nieuw.model_copy(update=vers)
            with pytest.raises(MatrixFout, match="Dit apparaat heeft al sleutels"):
                await w.meld_aan()
            inhoud = {"type": "m.login.password", "user": w.bot.split(":")[0][1:], "password": WACHTWOORD}
            token.write_text((await anders.roep("POST", "/login", inhoud))["access_token"], encoding="utf-8")
            w.instelling = nieuw.model_copy(update={"map": tmp_path / "tweede"})
            with pytest.raises(MatrixFout, match="ondertekensleutels"):
                await w.meld_aan()  # the keys of the first folder are on the server: they must not be replaced
            w.instelling = nieuw.model_copy(update={"map": tmp_path / "derde", "gebruiker": f"@iemand:{NAAM}"})
            with pytest.raises(MatrixFout, match="ander account"):
                await w.meld_aan()
            token.write_text("onzin", encoding="utf-8")
            with pytest.raises(MatrixFout, match="neemt het token niet aan"):
                await w.meld_aan()

    asyncio.run(verloop())


def test_sleutels_worden_nooit_stilletjes_vervangen(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            sessie = laad_sessie(w.instelling.map)
            vreemd = sessie.model_copy(update={"kruissleutels": Kruissleutels.nieuw()})
            client = maak_client(vreemd, w.instelling.map, True)
            with pytest.raises(MatrixFout, match=synapse.adres):
                await teken_apparaat(client, vreemd)
            assert await staat(client, sessie) is Tekenstaat.GETEKEND
            await client.close()

    asyncio.run(verloop())


def test_een_beschadigde_sessie_wordt_gemeld(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path, start=False) as w:
            pad = w.instelling.map / BESTAND
            pad.write_text(json.dumps({"server": "x"}), encoding="utf-8")
            with pytest.raises(MatrixFout, match="beschadigd"):
                await w.start()

    asyncio.run(verloop())
