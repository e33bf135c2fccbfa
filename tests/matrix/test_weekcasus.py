"""The case of the week in a room: only where it was asked for, once a week, also after a restart."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from bot.kern import Kern
from tests.matrix.gebruiker import Gebeurtenis, Gebruiker, is_antwoord, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import Wereld, wereld

VRAAG = "wat is een casusoverleg?"


def _is_casus(gebeurtenis: Gebeurtenis) -> bool:
    return is_notitie(gebeurtenis) and gebeurtenis["content"]["body"].startswith("Casus van de week")


def _is_schakel(gebeurtenis: Gebeurtenis) -> bool:
    """The answer to switching it on or off."""
    return is_antwoord(gebeurtenis) and gebeurtenis["content"]["body"].startswith("Goed")


def _is_uitleg(gebeurtenis: Gebeurtenis) -> bool:
    """The answer to the question below, and nothing the bot posts by itself."""
    return is_antwoord(gebeurtenis) and not _is_casus(gebeurtenis) and not _is_schakel(gebeurtenis)


def _maandag(weken: int, uur: int) -> datetime:
    """Monday of a later week."""
    nu = datetime.now()
    maandag = nu - timedelta(days=nu.weekday()) + timedelta(weeks=weken)
    return maandag.replace(hour=uur, minute=0)


async def _het_is(w: Wereld, moment: datetime, anna: Gebruiker, *kamers: str) -> None:
    """Move the clock, and wait for two answers in each room: what the bot posts by itself comes before the second."""
    assert w.kanaal is not None
    w.kanaal.weekcasus.klok = lambda: moment
    for kamer in (*kamers, *kamers):
        eerder = len(anna.alle(kamer, _is_uitleg))
        await anna.zeg(kamer, VRAAG)
        await anna.wacht(kamer, _is_uitleg, eerder + 1)


def test_een_casus_per_week_in_een_kamer_die_erom_vroeg(synapse: Synapse, kern: Kern, tmp_path: Path) -> None:
    async def verloop() -> None:
        async with wereld(synapse, kern, tmp_path) as w:
            anna = await w.mens()
            wel, niet = await anna.maak_kamer(w.bot), await anna.maak_kamer(w.bot)
            await anna.wacht(niet, is_notitie)
            await anna.zeg(wel, "!weekcasus aan")
            assert "elke maandag om 9 uur" in (await anna.wacht(wel, _is_schakel))["content"]["body"]

            await _het_is(w, _maandag(1, 8), anna, wel)
            assert not anna.alle(wel, _is_casus)
            await _het_is(w, _maandag(1, 9), anna, wel, niet)
            assert len(anna.alle(wel, _is_casus)) == 1
            assert not anna.alle(niet, _is_casus)

            await w.stop()
            await w.start()
            await _het_is(w, _maandag(1, 10), anna, wel)
            assert len(anna.alle(wel, _is_casus)) == 1
            await _het_is(w, _maandag(2, 9), anna, wel)
            assert len(anna.alle(wel, _is_casus)) == 2

            await anna.zeg(wel, "!weekcasus uit")
            assert "geen casus" in (await anna.wacht(wel, _is_schakel, 2))["content"]["body"]
            await _het_is(w, _maandag(3, 9), anna, wel)
            assert len(anna.alle(wel, _is_casus)) == 2

    asyncio.run(verloop())
