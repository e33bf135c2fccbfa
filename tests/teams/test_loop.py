"""A guided flow in Teams: options to tap on one card, a way back, and a file at the end."""

import asyncio
from typing import Any

import pytest

from bot.gesprek import geheugen
from bot.gesprek.gids import Bestand
from bot.gesprek.gidsen import GIDSEN
from bot.kanalen.teams.bestanden import AANBOD, BEWAARTIJD, GEGEVEN, MEESTE, Klaarstaand
from bot.kanalen.teams.teksten import laad_teamsteksten
from bot.kanalen.teams.wereld import LUS, PUBLIEK
from bot.kern import Kern
from tests.gesprek.proefgids import Proefgids
from tests.gesprek.test_loop import TEKSTEN
from tests.teams.connector import Aanroep
from tests.teams.opstelling import VRAAG, Json, Opstelling, draaiend, knoppen, teksten
from tests.teams.test_geheel import druk, in_groep, vraag

T = laad_teamsteksten()


@pytest.fixture(autouse=True)
def _proef(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GIDSEN, "proef", Proefgids())
    monkeypatch.setattr(geheugen, "laad_gesprekteksten", lambda: TEKSTEN)


async def _tot_het_eind(o: Opstelling) -> Aanroep:
    """Pick twice; the offer of the file."""
    eerste = await vraag(o, "proef")
    await druk(o, await druk(o, eerste, "Rood"), "Blauw")
    return (await o.nep.wacht_op(4))[-1]


async def _antwoord(o: Opstelling, aanbod: Aanroep, **anders: Any) -> None:
    """Say yes or no to an offer, as Teams does."""
    naam = aanbod.lichaam["attachments"][0]["name"]
    adres = f"{o.nep.adres}/onedrive/{naam}?tempauth=x"
    plek = {"uploadUrl": adres, "contentUrl": f"{o.nep.adres}/onedrive/{naam}", "uniqueId": "u1", "fileType": "txt"}
    waarde: Json = {"type": "fileUpload", "action": "accept", "context": aanbod.kaart["acceptContext"]}
    waarde |= {"uploadInfo": plek | {"name": naam}} | anders
    invoke = o.bericht("", type="invoke", name="fileConsent/invoke", value=waarde, replyToId="kaart-aanbod")
    assert await o.stuur(invoke) == 200


def test_een_loop_blijft_op_een_kaart_en_kan_terug(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            eerste = await vraag(o, "proef")
            assert teksten(eerste.kaart)[0] == "Kleur 1?"
            assert list(knoppen(eerste.kaart)) == ["Rood", "Blauw"]
            assert eerste.tekst == "Kleur 1?\n\n1. Rood\n2. Blauw"
            tweede = await druk(o, eerste, "Blauw")
            assert (tweede.methode, tweede.bericht) == ("PUT", "kaart-1")
            assert teksten(tweede.kaart)[:2] == [T.gekozen.format(optie="Blauw"), "Kleur 2?"]
            terug = await druk(o, tweede, T.knoppen["terug"])
            assert terug.kaart == eerste.kaart
            weer = await druk(o, terug, "Rood")
            assert teksten(weer.kaart)[:2] == [T.gekozen.format(optie="Rood"), "Kleur 2?"]

    asyncio.run(verloop())


def test_typen_mag_ook_en_een_vraag_komt_ertussen(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            await vraag(o, "proef")
            assert teksten((await vraag(o, "2")).kaart)[0] == "Kleur 2?"
            tussen = await vraag(o, VRAAG)
            assert "Hangt ervan af" in teksten(tussen.kaart)
            assert any("de proef" in zin for zin in teksten(tussen.kaart))
            assert "de proef" in tussen.tekst
            assert teksten((await vraag(o, "verder")).kaart)[0] == "Kleur 2?"

    asyncio.run(verloop())


def test_een_oude_knop_van_een_loop_werkt_na_een_herstart(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            eerste = await vraag(o, "proef")
        async with draaiend(kern) as o:
            tweede = await druk(o, eerste, "Rood", kaart="oud", **{"from": {"id": "29:ander"}})
            assert tweede.bericht == "oud"
            assert "Kleur 2?" in teksten(tweede.kaart)

    asyncio.run(verloop())


@pytest.mark.parametrize(
    "loop",
    [
        7,
        None,
        {},
        {"naam": "bestaatniet", "stand": {"plek": 1}},
        {"naam": "proef", "stand": {"plek": 9}},
        {"naam": "proef", "stand": {"plek": "x" * 100}},
        {"naam": ["proef"], "stand": {}},
    ],
)
def test_een_verzonnen_plek_in_een_loop_krijgt_een_nette_kaart(kern: Kern, loop: object) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert await o.stuur(o.druk({"dw": {"loop": loop, "optie": "rood"}})) == 200
            (aanroep,) = await o.nep.wacht_op(1)
            assert teksten(aanroep.kaart) == [T.oude_kaart]

    asyncio.run(verloop())


def test_een_bestand_komt_na_een_ja_in_de_onedrive_van_de_vrager(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            aanbod = await _tot_het_eind(o)
            bijlage = aanbod.lichaam["attachments"][0]
            assert (aanbod.methode, bijlage["contentType"], bijlage["name"]) == ("POST", AANBOD, "proef.txt")
            assert bijlage["content"]["sizeInBytes"] == 1
            await _antwoord(o, aanbod)
            gegeven, weg = (await o.nep.wacht_op(6))[-2:]
            assert gegeven.lichaam["attachments"][0]["contentType"] == GEGEVEN
            assert gegeven.lichaam["attachments"][0]["contentUrl"] == f"{o.nep.adres}/onedrive/proef.txt"
            assert (weg.methode, weg.bericht) == ("DELETE", "kaart-aanbod")
            kop, inhoud = o.nep.bestanden["proef.txt"]
            assert (inhoud, kop["Content-Range"]) == (b"x", "bytes 0-0/1")
            assert "Authorization" not in kop

    asyncio.run(verloop())


def test_na_een_nee_gaat_het_aanbod_weg_en_het_bestand_ook(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            aanbod = await _tot_het_eind(o)
            await _antwoord(o, aanbod, action="decline")
            assert (await o.nep.wacht_op(5))[-1].methode == "DELETE"
            await _antwoord(o, aanbod)
            assert teksten((await o.nep.wacht_op(7))[-2].kaart) == [T.bestanden.weg]
            assert not o.nep.bestanden

    asyncio.run(verloop())


@pytest.mark.parametrize("status", [302, 403, 500])
def test_een_onedrive_die_weigert_wordt_verteld(kern: Kern, status: int) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            o.nep.opslagstatus = status
            await _antwoord(o, await _tot_het_eind(o))
            assert teksten((await o.nep.wacht_op(6))[-2].kaart) == [T.bestanden.mislukt]

    asyncio.run(verloop())


def test_een_bestand_gaat_nergens_anders_heen(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            plek = {"uploadUrl": "https://kwaad.nl/", "contentUrl": "https://kwaad.nl/"}
            await _antwoord(o, await _tot_het_eind(o), uploadInfo=plek)
            assert teksten((await o.nep.wacht_op(6))[-2].kaart) == [T.bestanden.mislukt]

    asyncio.run(verloop())
    goed = "https://school-my.sharepoint.com/personal/x/_api/v2.0/drive/items/y/uploadSession?guid='z'&tempauth=a"
    assert PUBLIEK.mag_bestand_naar(goed)
    for fout in ("http://a.sharepoint.com/x", "https://sharepoint.com.kwaad.nl/x", "https://kwaad.nl/?.sharepoint.com"):
        assert not PUBLIEK.mag_bestand_naar(fout)
    assert not LUS.mag_bestand_naar(goed)


def test_in_een_groep_wijst_hij_naar_de_eigen_chat(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            kaart = await vraag(o, "<at>Deelwijzer</at> proef", **in_groep())
            for kleur in ("Rood", "Blauw"):
                kaart = await druk(o, kaart, kleur, **in_groep())
            assert T.bestanden.groep.format(namen="proef.txt") in teksten(kaart.kaart)
            await vraag(o, "hulp")
            assert len(o.nep.aanroepen) == 4

    asyncio.run(verloop())


class _Klok:
    nu = 1000.0

    def __call__(self) -> float:
        return self.nu


def test_bestanden_wachten_niet_te_lang_en_niet_met_te_veel() -> None:
    klok = _Klok()
    klaar, bestand = Klaarstaand(klok), Bestand("a.txt", "text/plain", b"a")
    eerste, *_, laatste = [klaar.zet(bestand) for _ in range(MEESTE + 1)]
    assert klaar.neem(eerste) is None
    assert klaar.neem(laatste) == bestand
    assert klaar.neem(laatste) is None
    ander = klaar.zet(bestand)
    klok.nu += BEWAARTIJD
    assert klaar.neem(ander) is None
