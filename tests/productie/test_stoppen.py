"""A stop finishes what was begun, within ten seconds, whatever the program is at; and begins nothing new."""

import asyncio
import json
import signal
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.beheer.concept import Persoon, Status
from bot.beheer.opslag import PLANNER, Opslag
from bot.beheer.werkbank import PLANNERSLOTEN, Werkbank
from bot.kanalen.teams.kanaal import PAD
from bot.kern import Kern
from kennis.bewerken import Wijziging
from tests.beheer.conftest import AN, BO
from tests.draaien import vrije_poort
from tests.matrix.doodsteken import WORTEL, vraag_van
from tests.matrix.doorgeef import Doorgeefluik
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import wereld
from tests.productie.programma import Programma, met_teams, programma
from tests.teams.connector import Gedrag, connector
from tests.teams.opstelling import activiteit

STOPTIJD_S = 10.0
"""Seconds from the signal until the process is gone, as promised."""
START_S = 60.0
KAMERS = 3
VRAGEN = ("wat is een casusoverleg?", "wat is een grondslag?", "hulp")


class Houvast(Doorgeefluik):
    """Holds back every answer of the bot until it is told to let go."""

    def __init__(self, doel: str) -> None:
        super().__init__(doel)
        self.dicht = False
        self.komt = asyncio.Event()
        self.los = asyncio.Event()

    async def geef_door(self, verzoek: web.Request) -> web.StreamResponse:
        """One request."""
        if self.dicht and verzoek.method == "PUT" and "/send/" in verzoek.path:
            self.komt.set()
            await self.los.wait()
        return await super().geef_door(verzoek)


async def _stop(p: Programma) -> tuple[int, float]:
    """Twice, as impatient people do."""
    p.proces.send_signal(signal.SIGTERM)
    return await p.stop()


def test_teams_maakt_af_wat_begonnen_is_en_begint_niets_nieuws(tmp_path: Path) -> None:
    """A row of questions in one conversation, and one in another, while the first answer is still being sent."""

    async def verloop() -> None:
        async with connector() as nep, programma(tmp_path, met_teams()) as p:
            los = asyncio.Event()
            nep.gedrag.append(Gedrag(sein=los))
            berichten = [activiteit(nep.adres, text=vraag) for vraag in VRAGEN]
            for bericht in berichten:
                assert await _post(p, bericht) == 200
            await nep.wacht_op(1)
            weg = asyncio.create_task(_stop(p))
            await _hoort_het(p)
            assert await _post(p, activiteit(nep.adres, text="hulp")) == 503
            los.set()
            status, duur = await weg
            assert (status, len(nep.aanroepen)) == (0, len(VRAGEN))
            assert duur < STOPTIJD_S

    asyncio.run(verloop())


async def _hoort_het(p: Programma) -> None:
    """Until it heard the signal, which another process tells on its pages only."""
    async with asyncio.timeout(STOPTIJD_S):
        while (await p.haal("/gereed"))[0] == 200:
            await asyncio.sleep(0.01)


async def _tot_er_is(pad: Path) -> None:
    """Until another process made it, which nothing else tells."""
    async with asyncio.timeout(START_S):
        while not pad.exists():
            await asyncio.sleep(0.01)


async def _post(p: Programma, bericht: dict[str, Any]) -> int:
    async with p.sessie.post(p.adres + PAD, json=bericht) as antwoord:
        return antwoord.status


def test_matrix_maakt_af_wat_begonnen_is_en_de_rest_komt_na_de_start(
    synapse: Synapse, kern: Kern, tmp_path: Path
) -> None:
    async def verloop() -> None:
        async with (
            Houvast(synapse.adres).draaiend() as luik,
            wereld(synapse, kern, tmp_path, start=False, server=luik.adres) as w,
        ):
            matrix = w.instelling.model_dump(mode="json", exclude_none=True)
            instelling = {"web": {"poort": vrije_poort()}, "matrix": matrix}
            async with programma(tmp_path, instelling) as p:
                anna = await w.mens()
                kamers = [await anna.maak_kamer(w.bot, versleuteld=nr == 0) for nr in range(KAMERS)]
                for kamer in kamers:
                    await anna.wacht(kamer, is_notitie)
                luik.dicht = True
                voor = [await _vraag(anna, kamer) for kamer in kamers]
                await luik.komt.wait()
                weg = asyncio.create_task(_stop(p))
                await _hoort_het(p)
                na = [await _vraag(anna, kamer) for kamer in kamers]
                luik.dicht = False
                luik.los.set()
                status, duur = await weg
                assert status == 0
                assert duur < STOPTIJD_S
                await anna.wacht(kamers[0], lambda g: vraag_van(g) in voor)
            async with programma(tmp_path, instelling):
                for kamer, id_ in zip(kamers, na, strict=True):
                    await anna.wacht(kamer, partial(_is_antwoord_op, id_))
            keren = Counter(v for kamer in kamers for g in anna.alle(kamer, is_notitie) if (v := vraag_van(g)))
            assert keren == dict.fromkeys(voor + na, 1)

    asyncio.run(verloop())


def _is_antwoord_op(id_: str, gebeurtenis: dict[str, Any]) -> bool:
    return vraag_van(gebeurtenis) == id_


async def _vraag(anna: Gebruiker, kamer: str) -> str:
    """Ask as a reply to the greeting, so that the answer names its question."""
    begin = anna.alle(kamer, is_notitie)[0]["event_id"]
    return await anna.zeg(kamer, VRAGEN[0], m_relates_to={"m.in_reply_to": {"event_id": begin}})


def test_midden_in_de_start(tmp_path: Path) -> None:
    """While it fills the knowledge for the first time; the next start just goes on."""
    kennis = tmp_path / "kennis"
    instelling = met_teams(beheer={"map": str(kennis)})
    bestand = tmp_path / "instellingen.yaml"
    bestand.write_text(json.dumps(instelling), encoding="utf-8")

    async def verloop() -> None:
        opdracht = (sys.executable, "-m", "bot", "start", "--config", str(bestand))
        proces = await asyncio.create_subprocess_exec(*opdracht, cwd=WORTEL, stderr=asyncio.subprocess.PIPE)
        try:
            await _tot_er_is(kennis)
            proces.send_signal(signal.SIGTERM)
            async with asyncio.timeout(STOPTIJD_S):
                _, fout = await proces.communicate()
        finally:
            if proces.returncode is None:
                proces.kill()
                await proces.wait()
        assert (proces.returncode, fout) == (0, b"")
        async with programma(tmp_path, instelling) as p:
            assert (await p.json("/gezond"))["kennis"]["geweigerd"] is None

    asyncio.run(verloop())


def test_midden_in_een_publicatie_die_eerst_leert(tmp_path: Path) -> None:
    """Learning takes minutes and holds nothing up: the knowledge stays as it was, and the draft is still approved."""
    opslag = Opslag(tmp_path / "kennis")
    nr = _goedgekeurd_met_nieuwe_vraag(opslag)
    voor = opslag.versie

    async def verloop() -> None:
        async with programma(tmp_path, met_teams(beheer={"map": str(opslag.map)})) as p:
            await _tot_er_is(opslag.map / f"{PLANNER}-{nr % PLANNERSLOTEN}.slot")
            status, duur = await p.stop()
            assert status == 0
            assert duur < STOPTIJD_S

    asyncio.run(verloop())
    assert (opslag.versie, opslag.concept(nr).status) == (voor, Status.GOEDGEKEURD)


def _goedgekeurd_met_nieuwe_vraag(opslag: Opslag) -> int:
    """A draft that the program publishes as soon as it runs."""
    bundel = opslag.bundel()
    soort = next(s for s in bundel.soorten() if s.startswith("vragen/"))
    sleutel, item = next(iter(bundel.items(soort).items()))
    assert isinstance(item.waarde, list)
    anders = Wijziging(sleutel=f"{soort}/{sleutel}", voor=item.waarde, na=[*item.waarde, "een nieuwe voorbeeldvraag"])
    concept = Werkbank(opslag).begin(AN, "Nieuwe vraag", [anders], "reden", "")
    goed = {"status": Status.GOEDGEKEURD, "goedkeurder": Persoon(id=BO.id, naam=BO.naam)}
    return opslag.bewaar(concept.model_copy(update=goed)).nr
