"""The one place that knows Microsoft's SDK: our own token, and calls to the connector.

Receiving is not left to it: it answers after the work instead of before, takes tokens without a service address, waits
for keys on the event loop and answers 500 with the text of an error in its log (`microsoft-teams-apps` 2.1.1).
"""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.wereld import Wereld
from bot.kanalen.velden import velden, woorden

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the SDK warns of its own parts that are in preview when it is imported
    from microsoft_teams.api import TokenProtocol
    from microsoft_teams.api.auth.cloud_environment import PUBLIC
    from microsoft_teams.apps import App
    from microsoft_teams.apps.http import HttpRouteHandler
    from microsoft_teams.common import ClientOptions

GEDULD = 20.0
"""Seconds for one call; Teams gives up on its own side after fifteen."""
TEGELIJK = 16
"""Calls at once: enough for a hundred a second when Teams takes 150 ms for each."""
SPRAAKZAAM = ("httpx", "httpcore", "msal", "microsoft_teams")
"""Loggers that write addresses with ids of conversations, or texts of errors that quote an activity."""
JSON = {"Content-Type": "application/json"}

Tokenbron = Callable[[str, str | None], Awaitable[str]]
"""Gives our own token for a scope and tenant."""


class Mislukt(Exception):
    """A call that gave no good answer. `status` is None when it is not known whether it arrived."""

    def __init__(self, status: int | None, wacht: str | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.wacht = wacht
        """The header Retry-After."""


class _GeenServer:
    """Keeps the SDK from starting a web server of its own."""

    def register_route(self, method: str, path: str, handler: HttpRouteHandler) -> None:
        """Nothing to register."""

    def serve_static(self, path: str, directory: str) -> None:
        """Nothing to serve."""

    async def start(self, port: int) -> None:
        """Nothing to start."""

    async def stop(self) -> None:
        """Nothing to stop."""


class Sdk:
    """Calls through the SDK, with a client secret or another source of tokens; None sends no token."""

    def __init__(self, instelling: Teamsinstellingen, wereld: Wereld, aanmelding: str | Tokenbron | None) -> None:
        for naam in SPRAAKZAAM:
            zwijg(naam)
        opties: dict[str, Any] = {"client_id": instelling.app_id, "tenant_id": instelling.tenant}
        opties["client_secret" if isinstance(aanmelding, str) else "token"] = aanmelding
        self._app = App(
            **(opties if aanmelding is not None else {}),
            cloud=replace(PUBLIC, login_endpoint=wereld.aanmelden),
            http_server_adapter=_GeenServer(),
            fetch_user_token=False,
        )
        self._web = self._app.http_client.clone(ClientOptions(token=self._ons_token))
        self._web.http = httpx.AsyncClient(transport=AiohttpTransport(), timeout=GEDULD)  # half the time of its own
        self._token: TokenProtocol | None = None
        self._beurt = asyncio.Semaphore(TEGELIJK)

    async def plaats(self, dienst: str, gesprek: str, bericht: bytes) -> str:
        """Post a message, as JSON; its id, empty when Teams did not say. Raises Mislukt, as do the next two."""
        return woorden(_inhoud(await self._roep("POST", _plek(dienst, gesprek), bericht)).get("id"))

    async def vervang(self, dienst: str, gesprek: str, eerder: str, bericht: bytes) -> None:
        """Put a message in the place of an earlier one."""
        await self._roep("PUT", f"{_plek(dienst, gesprek)}/{_pad(eerder)}", bericht)

    async def verwijder(self, dienst: str, gesprek: str, eerder: str) -> None:
        """Delete a message of our own."""
        await self._roep("DELETE", f"{_plek(dienst, gesprek)}/{_pad(eerder)}", None)

    async def sluit(self) -> None:
        """Close connections."""
        await self._web.http.aclose()

    async def _ons_token(self) -> str | None:
        """Our own token; asked for anew five minutes before it ends."""
        if self._token is None or self._token.is_expired():
            self._token = await self._app.token_provider.get_app_token()
        return str(self._token) if self._token is not None else None

    async def _roep(self, methode: str, adres: str, inhoud: bytes | None) -> httpx.Response:
        try:
            async with self._beurt, asyncio.timeout(GEDULD):
                return await self._web.request(methode, adres, content=inhoud, headers=JSON)
        except httpx.HTTPStatusError as fout:
            raise Mislukt(fout.response.status_code, fout.response.headers.get("Retry-After")) from None
        except (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, ValueError, OSError):
            raise Mislukt(None) from None


def zwijg(naam: str) -> None:
    """Let nothing of a logger and those below it through."""
    for logger in (naam, *(n for n in logging.root.manager.loggerDict if n.startswith(f"{naam}."))):
        logging.getLogger(logger).disabled = True
    logging.getLogger(naam).propagate = False


def _plek(dienst: str, gesprek: str) -> str:
    return f"{dienst.rstrip('/')}/v3/conversations/{_pad(gesprek)}/activities"


def _inhoud(antwoord: httpx.Response) -> Mapping[str, Any]:
    try:
        return velden(antwoord.json())
    except ValueError:
        return {}


def _pad(deel: str) -> str:
    """An id as part of an address."""
    return quote(deel, safe=":@;=~!*+,'()$&|")
