"""The program as it runs for an administrator: health, metrics, logs, secrets, and a stop in time."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from hypothesis import given, settings

from bot.beheer.opslag import Opslag
from bot.kanalen.teams.kanaal import PAD
from bot.kern import Kern
from bot.organisaties import Organisatie, Organisaties
from kennis.bewerken import Bundel
from tests.beheer.conftest import DOEL, wijziging
from tests.draaien import vrije_poort
from tests.productie.programma import Programma, met_teams, programma
from tests.productie.redis import Redisserver
from tests.productie.replicas import Replica
from tests.productie.rommel import KANARIE, stuur, verzoek
from tests.teams.connector import Connector, Gedrag, connector
from tests.teams.opstelling import TENANT, activiteit

GEHEIM = "dit-geheim-hoort-nergens-te-staan-behalve-hier"
STOPTIJD_S = 10.0
"""Seconds from the signal until the process is gone, as promised."""
EINDELOOS_S = 40.0
"""Seconds of an answer that would not be done in time."""
NAAM = "Kwibus Zonderland"
ANDER = "bbbbbbbb-0000-1111-2222-333333333333"
WEGEN = ("/gezond", "/gereed", "/metrics", "/bestaat-niet", "*", "//", "http://x/gezond")
ROMMEL = 300
"""Requests that are sent."""


def _draai(verloop: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(verloop())


def test_een_heel_leven(redis: Redisserver, tmp_path: Path) -> None:
    """One start, since that takes seconds: everything a running program shows."""
    sleutel = tmp_path / "sleutel"
    sleutel.write_text(GEHEIM, encoding="utf-8")
    instelling = met_teams(
        opslag={"redis": redis.adres, "sleutel_bestand": str(sleutel)},
        logboek={"vorm": "json", "niveau": "alles"},
        tellingen={"bestand": str(tmp_path / "tellingen.sqlite3")},
    )

    async def verloop() -> None:
        async with connector() as nep, programma(tmp_path, instelling) as p:
            assert (await p.json("/gezond"))["opslag"] == "gedeeld"
            assert (await p.json("/gereed"))["kanalen"] == {"teams": True}
            await _vraag(p, nep, f"Mag ik verzuim van {NAAM} delen met leerplicht?")
            redis.stop()
            await _vraag(p, nep, "hulp")
            assert (await p.haal("/gezond"))[0] == (await p.haal("/gereed"))[0] == 200
            assert (await p.json("/gezond"))["opslag"] == "gestoord"
            status, meters = await p.haal("/metrics")
            assert status == 200
            assert "deelwijzer_opslag_gestoord 1.0" in meters
            assert 'deelwijzer_meldingen_total{niveau="fout"} 1.0' in meters
            assert "process_resident_memory_bytes" in meters
            assert not _zichtbaar(p.proces.pid)
            await _stopt_op_tijd(p, nep)
        regels = [json.loads(regel) for regel in p.logboek.read_text(encoding="utf-8").splitlines()]
        assert [r for r in regels if "alleen verder" in r["melding"] and r["niveau"] == "ERROR"]
        alles = json.dumps(regels) + meters
        assert not [woord for woord in (GEHEIM, "Kwibus", "Zonderland", "29:gebruiker", "a:gesprek") if woord in alles]
        assert {pad.stat().st_mode & 0o077 for pad in tmp_path.glob("tellingen*")} == {0}

    _draai(verloop)


async def _vraag(p: Programma, nep: Connector, tekst: str) -> None:
    aantal = len(nep.aanroepen)
    async with p.sessie.post(p.adres + PAD, json=activiteit(nep.adres, text=tekst)) as antwoord:
        assert antwoord.status == 200
    await nep.wacht_op(aantal + 1)


async def _stopt_op_tijd(p: Programma, nep: Connector) -> None:
    """With an answer under way that takes two seconds, which is finished first."""
    nep.gedrag.append(Gedrag(duur=2.0))
    await _vraag(p, nep, "hulp")
    status, duur = await p.stop()
    assert status == 0
    assert 1.5 < duur < STOPTIJD_S


def _zichtbaar(pid: int) -> bool:
    lijst = subprocess.run(["ps", "axeww", "-o", "pid,args"], capture_output=True, text=True, check=True).stdout
    return GEHEIM in lijst or str(pid) not in lijst


def test_rommel_op_elke_weg_en_werk_dat_niet_ophoudt(tmp_path: Path) -> None:
    """No request leads to an error of ours or to a word of it in the log, and the stop is in time all the same."""

    async def verloop() -> None:
        async with connector() as nep, programma(tmp_path, met_teams(logboek={"niveau": "alles"})) as p:
            assert await _gooi(int(p.adres.rpartition(":")[2])) > 100
            assert (await p.haal("/gereed"))[0] == 200
            assert KANARIE not in p.logboek.read_text(encoding="utf-8")
            nep.gedrag.append(Gedrag(duur=EINDELOOS_S))
            await _vraag(p, nep, "hulp")
            duur = (await p.stop())[1]
            assert duur < STOPTIJD_S

    _draai(verloop)


async def _gooi(poort: int) -> int:
    """Send many requests; how many got a status."""
    ruw: list[bytes] = []

    @settings(max_examples=ROMMEL, database=None)
    @given(verzoek([*WEGEN, PAD]))
    def verzamel(een: bytes) -> None:
        ruw.append(een)

    verzamel()
    statussen = await asyncio.gather(*(stuur(poort, een) for een in ruw))
    assert not [s for s in statussen if s >= 500 and s not in (501, 503)]
    return sum(s > 0 for s in statussen)


def test_kapotte_kennis_wordt_gemeld_en_de_laatste_goede_antwoordt(tmp_path: Path) -> None:
    """From the start on, with management alone; a channel follows knowledge the same way."""
    poort, opslag = vrije_poort(), Opslag(tmp_path / "kennis")
    web = {"adres": f"http://127.0.0.1:{poort}"}
    instelling = {"web": {"poort": poort}, "beheer": {"map": str(opslag.map), "web": web}}
    eerste, bundel, wat = opslag.versie, opslag.bundel(), next(opslag.geschiedenis())
    kapot = Bundel({**bundel.bestanden, "kennis/regels/gemeente.yaml": b"regels:\n- id: [half"})
    beter = bundel.met([wijziging(bundel, DOEL, kort="Een nieuwe tekst.")])

    async def verloop() -> None:
        stuk = opslag.publiceer(kapot, eerste, wat).versie
        async with programma(tmp_path, instelling) as p:
            await _kennis(p, {"versie": eerste, "geweigerd": stuk})
            _, begin = await p.haal("/metrics")
            assert "deelwijzer_kennis_geweigerd 1.0" in begin
            goed = opslag.publiceer(beter, stuk, wat).versie
            await _kennis(p, {"versie": goed, "geweigerd": None})
            _, meters = await p.haal("/metrics")
            assert "deelwijzer_kennis_geweigerd 0.0" in meters
            assert _meter(meters) != _meter(begin)
            weer_stuk = opslag.publiceer(kapot, goed, wat).versie
            await _kennis(p, {"versie": goed, "geweigerd": weer_stuk})
            _, daarna = await p.haal("/metrics")
            assert _meter(daarna) == _meter(meters)
            assert (await p.haal("/beheer/aanmelden"))[0] == 200

    _draai(verloop)


def _meter(meters: str) -> str:
    return next(regel for regel in meters.splitlines() if regel.startswith("deelwijzer_kennis{"))


async def _kennis(p: Programma, verwacht: dict[str, str | None]) -> None:
    """Until health and readiness tell this of the knowledge; neither is a reason to restart."""
    async with asyncio.timeout(60):
        while (await p.json("/gereed"))["kennis"] != verwacht:
            await asyncio.sleep(0.1)  # nothing to await: another process tells it on its pages only
    for pad in ("/gezond", "/gereed"):
        status, _ = await p.haal(pad)
        assert (status, (await p.json(pad))["kennis"]) == (200, verwacht)


def test_een_verkeerde_instelling_stopt_de_start_met_alles_ineens(tmp_path: Path) -> None:
    bestand = tmp_path / "instellingen.yaml"
    bestand.write_text(
        f"regio: nergens\nopslag: {{redis: 'redis://127.0.0.1:1/0'}}\n"
        f"organisaties:\n- {{naam: '{NAAM}', regio: ook-nergens, servers: [a.nl, A.nl]}}\n",
        encoding="utf-8",
    )
    opdracht = [sys.executable, "-m", "bot", "start", "--config", str(bestand)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    assert klaar.returncode == 1
    for stuk in ("regio: deze regio", "nummer 1, veld 'regio'", "veld 'servers'", "sleutel_bestand", "geen kanaal"):
        assert stuk in klaar.stderr
    assert NAAM not in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_wie_bij_een_organisatie_hoort_krijgt_haar_afspraken(kern: Kern) -> None:
    """Two tenants in one program: the same question, each with the region of its own organisation."""
    wie = Organisaties(
        [
            Organisatie(naam="Eemland", regio="amersfoort", tenants=(ANDER,)),
            Organisatie(naam="Eiland", regio="goeree-overflakkee", tenants=(TENANT,)),
        ]
    )

    async def verloop() -> None:
        async with connector() as nep, Replica(kern, None, wie).draaiend() as r, ClientSession() as sessie:
            for nr, tenant in enumerate((ANDER, TENANT)):
                van = {"channelData": {"tenant": {"id": tenant}}, "conversation": {"id": f"a:{nr}", "tenantId": tenant}}
                lichaam = activiteit(nep.adres, text="regio") | van
                lichaam["conversation"] |= {"conversationType": "personal"}
                async with sessie.post(r.adres, json=lichaam) as antwoord:
                    assert antwoord.status == 200
                await nep.wacht_op(nr + 1)
        assert "Amersfoort" in nep.aanroepen[0].tekst
        assert "Goeree-Overflakkee" in nep.aanroepen[1].tekst

    _draai(verloop)


def test_een_organisatie_brengt_haar_regio() -> None:
    tenant = "AAAAAAAA-0000-1111-2222-333333333333"
    wie = Organisaties([Organisatie(naam="Eemland", regio="amersfoort", tenants=(tenant,), servers=("Eem.nl",))])
    assert wie.van_tenant(tenant.lower()) == "amersfoort"
    assert wie.van_gebruiker("@juf:eem.nl") == "amersfoort"
    assert wie.van_gebruiker("@juf:ergens.nl") is None
    assert wie.van_tenant(None) is None
