"""What runs beside a test: a web application on loopback, and a task."""

import asyncio
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from aiohttp import web

T = TypeVar("T")


def vrije_poort() -> int:
    """A port nobody uses now."""
    with socket.socket() as contact:
        contact.bind(("127.0.0.1", 0))
        return int(contact.getsockname()[1])


@asynccontextmanager
async def luister(app: web.Application) -> AsyncIterator[str]:
    """Serve on a free port until the end; its address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def naast(werk: Coroutine[Any, Any, T]) -> AsyncIterator["asyncio.Task[T]"]:
    """Run something until the end, then stop it as a signal does."""
    taak = asyncio.create_task(werk)
    await asyncio.sleep(0)  # what never began cannot finish what it began
    try:
        yield taak
    finally:
        await stop(taak)


async def stop(taak: "asyncio.Task[Any]") -> None:
    """Cancel it, and wait until it has finished what it began."""
    taak.cancel()
    with suppress(asyncio.CancelledError):
        await taak
