"""Malformed and fuzzed activities: never a 500, never a leak, and a good question is still answered after."""

import asyncio
import json
import logging
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gesprek.draad import DraadKapot, lees_draad
from bot.gesprek.staat import Gesprek
from bot.kanalen.teams.activiteit import ID, Onleesbaar, lees_activiteit
from bot.kanalen.teams.gebeurtenis import claimnamen, duid
from bot.kanalen.teams.kaart import Kaartmaker
from bot.kanalen.teams.kaartvorm import GROOTSTE
from bot.kanalen.teams.kanaal import PAD
from bot.kanalen.teams.stand import Beeld, Druk, Stand, als_data, lees_druk
from bot.kern import Kern
from tests.teams.opstelling import activiteit, draaiend, knoppen

KANARIE = "Fatima Kanarie 111222333"
ERBIJ = ["text", "value", "entities", "attachments", "replyToId", "name", "membersAdded", "action"]
VELDEN = [*activiteit("x"), *ERBIJ]
_BLAD = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(KANARIE)
_JSON = st.recursive(
    _BLAD,
    lambda kind: st.lists(kind, max_size=4) | st.dictionaries(st.text(max_size=8), kind, max_size=4),
    max_leaves=12,
)
_SOORTEN = ["message", "messageUpdate", "messageDelete", "invoke", "installationUpdate", "conversationUpdate", "typing"]
VRAGEN = [
    "mag ik verzuimdata delen met het SWV?",
    "mag de jeugdarts gegevens delen met school?",
    "moet ik 16 uur verzuim melden?",
    "wat is een casusoverleg?",
    "mag ik dat?",
    "wie beslist bij een kind van 13?",
    "wat regel ik voor een casusoverleg in Amersfoort?",
    "mag de politie gegevens krijgen?",
]


@st.composite
def verminkt(trek: st.DrawFn) -> dict[str, Any]:
    """A good activity with some fields replaced by anything."""
    goed = activiteit("http://127.0.0.1:1/", type=trek(st.sampled_from(_SOORTEN)), text=KANARIE)
    return goed | trek(st.dictionaries(st.sampled_from(VELDEN), _JSON, max_size=3))


@settings(max_examples=400)
@given(verminkt() | _JSON)
def test_lezen_geeft_een_activiteit_of_een_nette_weigering(ruw: object) -> None:
    try:
        a = lees_activiteit(ruw)
    except Onleesbaar:
        return
    assert ID.fullmatch(a.gesprek)
    assert KANARIE not in repr(a)
    claimnamen(a, duid(a))


def test_een_regen_van_rommel_geeft_nooit_500_en_lekt_niets(
    kern: Kern, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    rommel: list[Any] = []

    @settings(max_examples=150)
    @given(verminkt())
    def verzamel(ruw: dict[str, Any]) -> None:
        rommel.append(ruw)

    verzamel()
    caplog.set_level(logging.DEBUG)

    async def verloop() -> None:
        async with draaiend(kern) as o:
            for nr, ruw in enumerate(rommel):
                vol = ruw | ({"serviceUrl": o.nep.adres} if isinstance(ruw.get("serviceUrl"), str) else {})
                lichaam = json.dumps(vol | {"id": f"r{nr}"} if isinstance(ruw.get("id"), str) else vol)
                async with o.sessie.post(f"{o.adres}{PAD}", data=lichaam) as antwoord:
                    assert antwoord.status in {200, 400, 403, 501}, lichaam
                    assert KANARIE not in await antwoord.text()
            assert await o.stuur(o.bericht("hulp")) == 200
        assert not [a for a in o.nep.aanroepen if KANARIE in json.dumps(a.lichaam)]
        assert "Stel uw vraag" in o.nep.aanroepen[-1].tekst

    asyncio.run(verloop())
    uit = capfd.readouterr()
    assert not [deel for deel in KANARIE.split() if deel in caplog.text + uit.out + uit.err]


@given(_JSON)
def test_wat_geen_draad_is_wordt_geweigerd(kern: Kern, ruw: object) -> None:
    with pytest.raises(DraadKapot):
        lees_draad(ruw, kern)


@given(data=st.dictionaries(st.sampled_from(["dw", "msteams"]), _JSON, max_size=2))
def test_wat_geen_knop_is_wordt_geweigerd(kern: Kern, data: dict[str, Any]) -> None:
    with pytest.raises(DraadKapot):
        lees_druk(data, kern)


@pytest.mark.parametrize("vraag", VRAGEN)
def test_een_draad_geeft_hetzelfde_antwoord_terug(kern: Kern, vraag: str) -> None:
    gesprek = Gesprek(kern)
    antwoord = gesprek.vraag(vraag)
    draad = gesprek.draad
    assert draad is not None
    over_de_lijn = json.loads(json.dumps(draad.ids))
    terug = Gesprek(kern).herneem(lees_draad(over_de_lijn, kern))
    assert replace(terug, vertrouwen=antwoord.vertrouwen) == antwoord
    assert terug.vertrouwen == pytest.approx(antwoord.vertrouwen, abs=0.01)
    stand = Stand(draad, Beeld(lang=True, bron=True), draad, "x")
    heen = json.loads(json.dumps(als_data(Druk(stand, "optie", "op"))))
    assert als_data(lees_druk(heen, kern)) == heen


@pytest.mark.parametrize("beeld", [Beeld(), Beeld(True, True, True, True, True)])
def test_elk_antwoord_past_in_een_bericht_en_heeft_tekst(kern: Kern, beeld: Beeld) -> None:
    maker = Kaartmaker(kern)
    for vraag in (*VRAGEN, *(a.titel for a in kern.kennis.antwoorden.values())):
        gesprek = Gesprek(kern)
        antwoord = gesprek.vraag(vraag)
        stand = Stand(gesprek.draad, beeld, gesprek.draad, "x") if gesprek.draad else None
        kaart = maker.antwoord(antwoord, stand, beeld)
        assert len(json.dumps(kaart.inhoud).encode("utf-16-le")) < GROOTSTE, vraag
        assert kaart.inhoud["fallbackText"]
        assert kaart.inhoud["version"] == "1.2"
        assert len(knoppen(kaart.inhoud)) == 0 or stand is not None
