"""A full disk: the work waits, and goes on once there is room."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.kanalen.matrix import schijf
from bot.kanalen.matrix.postvak import Postvak

GEDULD_S = 20.0


def test_werk_wacht_tot_er_ruimte_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schijf, "WACHT_S", 0.01)
    postvak = Postvak(tmp_path, b"sleutel")
    postvak._db.execute("pragma max_page_count = 1")  # SQLite keeps what it has and refuses more, as a full disk does
    with pytest.raises(sqlite3.OperationalError, match="full"):
        all(postvak.begin(f"vul {nr}") for nr in range(100_000))

    geprobeerd = asyncio.Event()

    def werk() -> list[bool]:
        geprobeerd.set()
        return [postvak.begin(f"werk {nr}") for nr in range(500)]

    async def verloop() -> list[bool]:
        taak = asyncio.create_task(schijf.volhardend(werk))
        await geprobeerd.wait()
        postvak._db.execute("pragma max_page_count = 1000000")
        return await asyncio.wait_for(taak, GEDULD_S)

    assert all(asyncio.run(verloop()))
    assert "het werk wacht" in caplog.text
    assert all(postvak.begin(f"nieuw {nr}") for nr in range(10))
    postvak.sluit()
