"""What becomes of questions when the program is killed, and when it is asked to stop."""

import asyncio
from pathlib import Path

from bot.kanalen.teams.kanaal import PAD
from tests.productie.programma import Programma, met_teams, programma
from tests.teams.connector import Connector, Gedrag, connector
from tests.teams.opstelling import APP, TENANT, Json, activiteit

BEZIG = 5
"""Answers that are under way when the program is killed."""


async def _stuur(p: Programma, bericht: Json) -> None:
    async with p.sessie.post(p.adres + PAD, json=bericht) as antwoord:
        assert antwoord.status == 200


def _bericht(nep: Connector, nr: int) -> Json:
    gesprek = {"id": f"a:gesprek-{nr}", "conversationType": "personal", "tenantId": TENANT}
    return activiteit(nep.adres, id=f"bericht-{nr}", text="hulp", conversation=gesprek)


def test_na_kill_9_is_alleen_weg_wat_onderweg_was_en_komt_niets_dubbel(tmp_path: Path) -> None:
    """Answered stays answered; what was posted when it fell may have arrived and is not posted again."""
    teams: Json = {"app_id": APP, "tenant": TENANT, "zonder_aanmelding": True, "alleen_deze_computer": True}
    instelling = met_teams(teams=teams | {"claims": str(tmp_path / "claims.db")})

    async def verloop() -> None:
        async with connector() as nep:
            berichten = [_bericht(nep, nr) for nr in range(2 * BEZIG)]
            async with programma(tmp_path, instelling) as p:
                for bericht in berichten[:BEZIG]:
                    await _stuur(p, bericht)
                await nep.wacht_op(BEZIG)
                nep.gedrag.extend([Gedrag(duur=60.0)] * BEZIG)
                for bericht in berichten[BEZIG:]:
                    await _stuur(p, bericht)
                await nep.wacht_op(2 * BEZIG)
                p.proces.kill()
                await p.proces.wait()
            async with programma(tmp_path, instelling) as p:
                for bericht in [*berichten, _bericht(nep, 99)]:
                    await _stuur(p, bericht)
                aanroepen = await nep.wacht_op(2 * BEZIG + 1)
                assert (await p.stop())[0] == 0
            assert [a.gesprek for a in aanroepen[2 * BEZIG :]] == ["a:gesprek-99"]
        op_schijf = b"".join(pad.read_bytes() for pad in tmp_path.glob("claims.db*")) + p.logboek.read_bytes()
        assert b"gesprek-" not in op_schijf
        assert b"29:gebruiker" not in op_schijf

    asyncio.run(verloop())
