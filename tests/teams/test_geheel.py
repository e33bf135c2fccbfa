"""From an activity to a card in Teams, and every event after it, over real sockets."""

import asyncio
from typing import Any

import pytest

from bot.antwoord.model import Antwoordobject
from bot.kanalen.teams.teksten import laad_teamsteksten
from bot.kanalen.teksten import laad_teksten
from bot.kern import Kern
from tests.teams.connector import Aanroep, Gedrag
from tests.teams.opstelling import BOT, TENANT, VRAAG, Json, Opstelling, draaiend, knoppen, proefinstelling, teksten

T = laad_teamsteksten()
VERWIJDER = laad_teksten().verwijderen["teams"]
LEERPLICHT = "Moet de school zestien uur ongeoorloofd verzuim melden bij leerplicht?"


async def vraag(o: Opstelling, tekst: str = VRAAG, **anders: Any) -> Aanroep:
    """Ask and wait for the card."""
    aantal = len(o.nep.aanroepen)
    assert await o.stuur(o.bericht(tekst, **anders)) == 200
    return (await o.nep.wacht_op(aantal + 1))[-1]


async def druk(o: Opstelling, aanroep: Aanroep, titel: str, **anders: Any) -> Aanroep:
    """Press a button by the start of its title and wait for the card."""
    data = next(d for t, d in knoppen(aanroep.kaart).items() if t.startswith(titel))
    aantal = len(o.nep.aanroepen)
    assert await o.stuur(o.druk(data, **anders)) == 200
    return (await o.nep.wacht_op(aantal + 1))[-1]


def in_groep(
    soort: str = "groupChat", genoemd: bool = True, gesprek: str = "19:groep@thread.v2", **anders: Any
) -> Json:
    """Fields of a message in a group chat or channel."""
    naam = {"type": "mention", "text": "<at>Deelwijzer</at>", "mentioned": {"id": BOT, "name": "Deelwijzer"}}
    plek = {"id": gesprek, "conversationType": soort, "tenantId": TENANT, "isGroup": True}
    return {"conversation": plek, "entities": [naam] if genoemd else []} | anders


def alles(aanroep: Aanroep) -> str:
    return "\n".join(teksten(aanroep.kaart))


def test_een_vraag_wordt_een_kaart(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            kaart = await vraag(o)
            assert (kaart.methode, kaart.gesprek) == ("POST", "a:gesprek")
            assert "Hangt ervan af" in teksten(kaart.kaart)
            assert "Om welk verzuim gaat het?" in kaart.tekst
            assert kaart.lichaam["summary"].startswith("Dat hangt ervan af.")
            assert list(knoppen(kaart.kaart))[-5:] == ["Waarom?", "Bron", "Langer", "👍", "👎"]

    asyncio.run(verloop())


def test_een_keuze_verandert_de_kaart_en_terug_kan_ook(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            keuze = await druk(o, await vraag(o), "Ziek")
            assert (keuze.methode, keuze.bericht) == ("PUT", "kaart-1")
            assert teksten(keuze.kaart)[:2] == ["Uw keuze: Ziek of een andere geldige reden", "Anoniem"]
            lang = await druk(o, keuze, "Langer")
            assert teksten(lang.kaart)[0].startswith("Uw keuze")
            terug = await druk(o, lang, "Andere keuze")
            assert "Om welk verzuim gaat het?" in teksten(terug.kaart)

    asyncio.run(verloop())


def test_waarom_bron_en_langer_gaan_open_en_dicht(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            begin = await vraag(o, LEERPLICHT)
            stap = begin
            for titel, erbij in (("Waarom?", T.waarom), ("Bron", "- Privacyconvenant"), ("Langer", "Zo doet u dat")):
                assert erbij not in alles(stap)
                stap = await druk(o, stap, titel)
                assert erbij in alles(stap)
            for titel in ("Waarom verbergen", "Bron verbergen", "Korter"):
                stap = await druk(o, stap, titel)
            assert stap.kaart == begin.kaart

    asyncio.run(verloop())


class _Tellers:
    def __init__(self) -> None:
        self.geteld: list[tuple[str, str]] = []

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        self.geteld.append((wat, antwoord.intent))


@pytest.mark.parametrize(("duim", "naam"), [("👍", "duim_op"), ("👎", "duim_neer")])
def test_een_duim_telt_een_keer(kern: Kern, duim: str, naam: str) -> None:
    tellers = _Tellers()

    async def verloop() -> None:
        async with draaiend(kern, tellers=tellers) as o:
            na = await druk(o, await vraag(o), duim)
            assert T.bedankt in teksten(na.kaart)
            assert "👍" not in knoppen(na.kaart)
            later = await druk(o, na, "Langer")
            assert "👍" not in knoppen(later.kaart)

    asyncio.run(verloop())
    assert [wat for wat, _ in tellers.geteld] == ["antwoord", naam]
    assert len({intent for _, intent in tellers.geteld}) == 1


def test_een_oude_kaart_werkt_na_een_herstart_en_voor_een_ander(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            oud = await vraag(o)
        async with draaiend(kern) as o:
            keuze = await druk(o, oud, "Ziek", kaart="oude-kaart", **{"from": {"id": "29:iemand-anders"}})
            assert keuze.bericht == "oude-kaart"
            assert "Anoniem" in teksten(keuze.kaart)

    asyncio.run(verloop())


def test_een_kaart_die_weg_is_komt_een_keer_opnieuw(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            kaart = await vraag(o)
            o.nep.gedrag.extend([Gedrag(status=404), Gedrag(status=404)])
            data = knoppen(kaart.kaart)["Waarom?"]
            assert await o.stuur(o.druk(data)) == 200
            aanroepen = await o.nep.wacht_op(3)
            assert [a.methode for a in aanroepen] == ["POST", "PUT", "POST"]
            await vraag(o)
            assert len(o.nep.aanroepen) == 4

    asyncio.run(verloop())


@pytest.mark.parametrize("data", [{}, {"draad": {}}, {"draad": {"intent": "x"}, "optie": "../"}, 7, [], None])
def test_een_verzonnen_knop_krijgt_een_nette_kaart(kern: Kern, data: object) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert await o.stuur(o.druk({"dw": data})) == 200
            (aanroep,) = await o.nep.wacht_op(1)
            assert teksten(aanroep.kaart) == [T.oude_kaart]

    asyncio.run(verloop())


def test_in_een_groep_alleen_als_hij_genoemd_wordt(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            await o.stuur(o.bericht(VRAAG, **in_groep(genoemd=False)))
            await o.stuur(o.bericht("<at>Deelwijzer</at> " + VRAAG, **in_groep(genoemd=False)))
            ander = {"type": "mention", "text": "<at>Jan</at>", "mentioned": {"id": "29:jan", "name": "Jan"}}
            await o.stuur(o.bericht("<at>Jan</at> " + VRAAG, **in_groep(entities=[ander])))
            kaart = await vraag(o, f"<at>Deelwijzer</at>&nbsp;{VRAAG}", **in_groep())
            assert len(o.nep.aanroepen) == 1
            assert "Hangt ervan af" in teksten(kaart.kaart)

    asyncio.run(verloop())


def test_in_een_kanaal_komt_het_antwoord_in_de_draad(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            draad = "19:kanaal@thread.tacv2;messageid=1700000000000"
            kaart = await vraag(o, f"<at>Deelwijzer</at> {VRAAG}", **in_groep("channel", gesprek=draad))
            assert kaart.gesprek == draad

    asyncio.run(verloop())


def test_twee_mensen_in_een_groep_lopen_niet_door_elkaar(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            await vraag(o, f"<at>Deelwijzer</at> {VRAAG}", **in_groep())
            ander: Json = {"from": {"id": "29:ander"}}
            niets = await vraag(o, "<at>Deelwijzer</at> 3", **in_groep(**ander))
            assert "niets te kiezen" in alles(niets)
            keuze = await vraag(o, "<at>Deelwijzer</at> 3", **in_groep())
            assert "Anoniem" in teksten(keuze.kaart)

    asyncio.run(verloop())


@pytest.mark.parametrize(
    ("anders", "antwoord"),
    [
        (in_groep(text="<at>Deelwijzer</at>"), T.leeg_genoemd),
        ({"text": "", "attachments": [{"contentType": "image/png"}]}, T.alleen_tekst),
    ],
)
def test_zonder_woorden_komt_er_een_uitleg(kern: Kern, anders: Json, antwoord: str) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert await o.stuur(o.bericht() | anders) == 200
            (aanroep,) = await o.nep.wacht_op(1)
            assert teksten(aanroep.kaart) == [antwoord]

    asyncio.run(verloop())


def _erbij(o: Opstelling, **anders: Any) -> list[Json]:
    """Both events Teams may send when the bot is installed."""
    install = o.bericht("", type="installationUpdate", action="add", **anders)
    lid = {"membersAdded": [{"id": BOT}, {"id": "29:gebruiker"}]}
    return [install, o.bericht("", type="conversationUpdate", **(anders | lid))]


def test_de_begroeting_komt_een_keer_ook_na_een_herstart(kern: Kern, tmp_path: Any) -> None:
    instelling = proefinstelling(claims=tmp_path / "claims.db")

    async def verloop() -> None:
        async with draaiend(kern, instelling) as o:
            for activiteit in _erbij(o) + _erbij(o):
                await o.stuur(activiteit)
            await vraag(o)
            assert len(o.nep.aanroepen) == 2
            assert T.welkom.titel in teksten(o.nep.aanroepen[0].kaart)
        async with draaiend(kern, instelling) as o:
            await o.stuur(_erbij(o)[1])
            await vraag(o)
            assert len(o.nep.aanroepen) == 1
            await o.stuur(o.bericht("", type="installationUpdate", action="remove"))
            await o.stuur(_erbij(o)[0])
            assert T.welkom.titel in teksten((await o.nep.wacht_op(2))[-1].kaart)

    asyncio.run(verloop())


def test_een_voorbeeld_van_de_begroeting_geeft_antwoord(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            await o.stuur(_erbij(o)[0])
            (welkom,) = await o.nep.wacht_op(1)
            for zin in T.welkom.voorbeelden:
                antwoord = await druk(o, welkom, zin)
                assert antwoord.methode == "POST"
                assert teksten(antwoord.kaart)[0] == T.gekozen.format(optie=zin)
                assert "Waarom?" in knoppen(antwoord.kaart)

    asyncio.run(verloop())


def test_in_een_groep_zegt_de_begroeting_hoe_hij_te_noemen_is(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            await o.stuur(_erbij(o, **in_groep("channel"))[1])
            (welkom,) = await o.nep.wacht_op(1)
            assert T.welkom.groep in teksten(welkom.kaart)
            assert not knoppen(welkom.kaart)

    asyncio.run(verloop())


def test_een_gewijzigde_vraag_wijzigt_het_antwoord(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            bericht = o.bericht()
            await o.stuur(bericht)
            await o.nep.wacht_op(1)
            nieuw = bericht | {"type": "messageUpdate", "text": LEERPLICHT, "timestamp": "2026-11-24T10:01:00Z"}
            await o.stuur(nieuw | {"channelData": {"eventType": "editMessage", "tenant": {"id": TENANT}}})
            gewijzigd = (await o.nep.wacht_op(2))[-1]
            assert (gewijzigd.methode, gewijzigd.bericht) == ("PUT", "kaart-1")
            assert "Verplicht" in teksten(gewijzigd.kaart)

    asyncio.run(verloop())


def test_een_verwijderde_vraag_verwijdert_het_antwoord(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            bericht = o.bericht()
            await o.stuur(bericht)
            await o.nep.wacht_op(1)
            weg = bericht | {"type": "messageDelete", "text": "", "timestamp": "2026-11-24T10:01:00Z"}
            await o.stuur(weg)
            aanroep = (await o.nep.wacht_op(2))[-1]
            assert (aanroep.methode, aanroep.bericht) == ("DELETE", "kaart-1")
            await o.stuur(weg | {"timestamp": "2026-11-24T10:02:00Z"})
            await vraag(o)
            assert len(o.nep.aanroepen) == 3

    asyncio.run(verloop())


def test_persoonsgegevens_komen_niet_terug_en_weghalen_wordt_uitgelegd(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            kaart = await vraag(o, "Mag de jeugdarts medische gegevens van Fatima Yilmaz, bsn 111222333, delen?")
            alles_ = f"{kaart.lichaam}"
            assert "Fatima" not in alles_
            assert "111222333" not in alles_
            assert VERWIJDER in teksten(kaart.kaart)
            assert VERWIJDER in kaart.tekst
            open_ = await druk(o, kaart, "Waarom?")
            assert VERWIJDER in teksten(open_.kaart)

    asyncio.run(verloop())


@pytest.mark.parametrize(
    ("opdracht", "tekst"), [("hulp", "Stel uw vraag"), ("wis", "gewist"), ("/bestaatniet", "ken ik")]
)
def test_opdrachten_werken_als_overal(kern: Kern, opdracht: str, tekst: str) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert tekst in alles(await vraag(o, opdracht))

    asyncio.run(verloop())


def test_meer_geeft_de_lange_kaart(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            await vraag(o, LEERPLICHT)
            assert "Korter" in knoppen((await vraag(o, "meer")).kaart)

    asyncio.run(verloop())


def _zoek(o: Opstelling, tekst: str | None) -> Json:
    parameters = [{"name": "vraag", "value": tekst}] if tekst is not None else []
    waarde = {"commandId": "zoek", "parameters": parameters, "queryOptions": {"skip": 0, "count": 25}}
    return o.bericht("", type="invoke", name="composeExtension/query", value=waarde)


def test_zoeken_tijdens_het_schrijven_geeft_kaarten_zonder_knoppen(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            status, lichaam = await o.roep_aan(_zoek(o, VRAAG))
            assert status == 200
            rijen = lichaam["composeExtension"]["attachments"]
            assert [r["preview"]["content"]["title"] for r in rijen][:2] == ["Hangt ervan af", "Ja"]
            assert len(rijen) == 5
            assert not any(knoppen(r["content"]) for r in rijen)
            assert not o.nep.aanroepen

    asyncio.run(verloop())


@pytest.mark.parametrize(
    ("gezocht", "zin"), [(None, T.zoeken.hint), ("  ", T.zoeken.hint), ("wat eten we vandaag", T.zoeken.niets)]
)
def test_zoeken_zonder_uitkomst_zegt_wat_u_kunt_doen(kern: Kern, gezocht: str | None, zin: str) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            _, lichaam = await o.roep_aan(_zoek(o, gezocht))
            assert lichaam["composeExtension"] == {"type": "message", "text": zin}

    asyncio.run(verloop())


def test_een_onbekende_invoke_is_niet_voor_ons(kern: Kern) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o:
            assert (await o.roep_aan(o.bericht(type="invoke", name="signin/verifyState")))[0] == 501

    asyncio.run(verloop())
