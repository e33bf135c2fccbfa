"""The two bots that `teams.py` compares, each in a process of its own: a bare echo bot of the same SDK, and Deelwijzer.

Both take only signed tokens, from the same key server, and answer to the same connector.
"""

import asyncio
import sys
import warnings
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Webinstellingen
from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.kanaal import PAD, Teamskanaal
from bot.kanalen.teams.wereld import Wereld
from bot.kern import STANDAARD_REGIO, Vraag
from bot.samenstellen import maak_kern

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from microsoft_teams.api.auth.cloud_environment import PUBLIC
    from microsoft_teams.apps import App

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
ECHO, DEELWIJZER = "echo", "deelwijzer"


async def serveer(app: web.Application) -> None:
    """Listen on a free port, tell which, and go on until killed."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


class _Adapter:
    """The SDK on aiohttp, as small as it gets."""

    def __init__(self, app: web.Application) -> None:
        self._app = app

    def register_route(self, method: str, path: str, handler: Callable[[Any], Awaitable[Any]]) -> None:
        async def neem_aan(verzoek: web.Request) -> web.Response:
            uit = await handler({"body": await verzoek.json(), "headers": dict(verzoek.headers)})
            return web.Response(status=uit["status"])

        self._app.router.add_route(method, path, neem_aan)

    def serve_static(self, path: str, directory: str) -> None:
        """Nothing to serve."""

    async def start(self, port: int) -> None:
        """Nothing to start."""

    async def stop(self) -> None:
        """Nothing to stop."""


async def echo(sleutels: str, eigen: str) -> None:
    """The bare echo bot."""

    async def token(_: str, __: str | None) -> str:
        return eigen

    app = web.Application()
    wolk = replace(PUBLIC, openid_metadata_url=f"{sleutels}/openidconfiguration")
    opties: dict[str, Any] = {"client_id": APP, "tenant_id": TENANT, "token": token, "fetch_user_token": False}
    bot = App(**opties, cloud=wolk, http_server_adapter=_Adapter(app))

    async def antwoord(ctx: Any) -> None:
        await ctx.send(f"echo {ctx.activity.text}")

    bot.on_message(antwoord)
    await bot.initialize()
    await serveer(app)


async def deelwijzer(sleutels: str, eigen: str) -> None:
    """Deelwijzer as in production, with Microsoft's addresses on loopback."""

    async def token(_: str, __: str | None) -> str:
        return eigen

    kern = maak_kern()
    kern.antwoord(Vraag("mag de school verzuim delen met leerplicht?"))
    kern.begrijper.warm_op()
    wereld = Wereld(openid=f"{sleutels}/openidconfiguration", alleen_lus=True)
    instelling = Teamsinstellingen(app_id=APP, tenant=TENANT)
    kanaal = Teamskanaal(instelling, Geheugen(kern), Webinstellingen(), STANDAARD_REGIO, wereld=wereld, token=token)
    app = web.Application()
    app.router.add_routes(kanaal.routes())
    await serveer(app)


if __name__ == "__main__":
    assert PAD == "/api/messages"
    asyncio.run({ECHO: echo, DEELWIJZER: deelwijzer}[sys.argv[1]](*sys.argv[2:4]))
