"""A user's conversation in the real Agents Playground, in a real browser; and cards as Teams draws them."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.kern import Kern
from tests.gesprek.steekproef import STEEKPROEF, beurten, ontbreekt, tikken
from tests.teams.opstelling import draaiend, knoppen

BOUW = Path(os.environ.get("DEELWIJZER_BOUW", "build")).resolve()
KNOPEN = BOUW / "teams-node"
WORTEL = Path(__file__).parents[2]
HIER = Path(__file__).with_name("speeltuin")
GEZEGD = tuple(naam for naam in STEEKPROEF if not any(namen for _, _, namen in beurten(naam)))
"""Files are left out: the Playground has no folder of one's own to offer them to."""
GEDULD = 300
"""Seconds for all conversations; they take some sixty."""
LEESBAAR = 4.5
"""Contrast that WCAG 2.2 asks of text."""


@pytest.fixture(scope="module")
def speeltuin() -> Path:
    """The folder with what was seen, once all conversations are held."""
    uit = BOUW / "teams" / "speeltuin"
    uit.mkdir(parents=True, exist_ok=True)
    rollen = {
        naam: [{"zeg": b[0], "tik": t} for b, t in zip(beurten(naam), tikken(naam), strict=True)] for naam in GEZEGD
    }
    (uit / "steekproef.json").write_text(json.dumps(rollen), encoding="utf-8")
    apart = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
    af = subprocess.run(
        [*apart, sys.executable, str(HIER / "binnen.py"), str(KNOPEN), str(uit)],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=False,
    )
    assert af.returncode == 0, af.stdout + af.stderr
    return uit


def test_gesprekken_in_de_speeltuin_lopen_af_zonder_fout(speeltuin: Path) -> None:
    assert (speeltuin / "bot.log").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("naam", GEZEGD)
def test_gesprek_gaat_in_de_speeltuin_zoals_het_is_opgeschreven(speeltuin: Path, naam: str) -> None:
    gezien = json.loads((speeltuin / "gezien.json").read_text(encoding="utf-8"))[naam]
    paren = zip(beurten(naam, op_kaart=True), gezien, strict=True)
    mis = [(nr, r) for nr, ((_, te_lezen, _), kaart) in enumerate(paren, 1) for r in ontbreekt(te_lezen, kaart)]
    assert mis == []


def _kaarten(kern: Kern, uit: Path) -> None:
    """Cards of a conversation as the bot sends them."""

    async def verloop() -> None:
        async with draaiend(kern) as o:
            await o.stuur(o.bericht())
            (vraag,) = await o.nep.wacht_op(1)
            optie = next(d for t, d in knoppen(vraag.kaart).items() if t.startswith("Ziek"))
            await o.stuur(o.druk(optie))
            keuze = (await o.nep.wacht_op(2))[-1]
            await o.stuur(o.bericht("Mag de jeugdarts medische gegevens van Piet de Boer aan school geven?"))
            toestemming = (await o.nep.wacht_op(3))[-1]
            await o.stuur(o.druk(knoppen(toestemming.kaart)["Waarom?"]))
            waarom = (await o.nep.wacht_op(4))[-1]
            await o.stuur(o.druk(knoppen(waarom.kaart)["Langer"]))
            lang = (await o.nep.wacht_op(5))[-1]
            await o.stuur(o.bericht("Moet de school zestien uur ongeoorloofd verzuim melden?"))
            plicht = (await o.nep.wacht_op(6))[-1]
            await o.stuur(o.bericht("Mag ik gegevens uit het casusoverleg voor iets anders gebruiken?"))
            nee = (await o.nep.wacht_op(7))[-1]
            await o.stuur(o.bericht("stappenplan"))
            plan = (await o.nep.wacht_op(8))[-1]
            await o.stuur(o.druk(next(iter(knoppen(plan.kaart).values()))))
            stap = (await o.nep.wacht_op(9))[-1]
            bij = {
                "stap": stap,
                "vraag": vraag,
                "keuze": keuze,
                "toestemming": toestemming,
                "lang": lang,
                "plicht": plicht,
                "nee": nee,
            }
            for naam, aanroep in bij.items():
                (uit / f"{naam}.json").write_text(json.dumps(aanroep.kaart, ensure_ascii=False), encoding="utf-8")

    asyncio.run(verloop())


@pytest.fixture(scope="module")
def getekend(kern: Kern) -> list[dict[str, object]]:
    """What was measured on every card in every view."""
    uit = BOUW / "teams" / "kaarten"
    uit.mkdir(parents=True, exist_ok=True)
    _kaarten(kern, uit)
    omgeving = os.environ | {"KNOPEN": str(KNOPEN), "UIT": str(uit)}
    af = subprocess.run(
        ["node", str(HIER / "teken.mjs")], env=omgeving, capture_output=True, text=True, timeout=GEDULD, check=False
    )
    assert af.returncode == 0, af.stderr
    return [json.loads(regel) for regel in af.stdout.splitlines()]


def test_teams_leest_elke_kaart_zonder_klacht(getekend: list[dict[str, object]]) -> None:
    assert len(getekend) == 7 * 4
    assert not [beeld for beeld in getekend if beeld["fouten"]]


def test_elke_tekst_is_te_lezen_in_licht_en_donker(getekend: list[dict[str, object]]) -> None:
    assert not [b for b in getekend if float(str(b["contrast"])) < LEESBAAR]


def test_niets_valt_van_het_scherm_van_een_telefoon(getekend: list[dict[str, object]]) -> None:
    assert not [b for b in getekend if b["te_breed"]]
