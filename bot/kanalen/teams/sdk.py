"""The one place that knows Microsoft's SDK: our own token, and calls to the connector.

Receiving is not left to it: it answers after the work instead of before, takes tokens without a service address, waits
for keys on the event loop and answers 500 with the text of an error in its log (`microsoft-teams-apps` 2.1.1).
"""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import quote

from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.wereld import Wereld

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the SDK warns of its own parts that are in preview when it is imported
    import httpx
    from microsoft_teams.api.activities.message import MessageActivityInput
    from microsoft_teams.api.auth.cloud_environment import PUBLIC
    from microsoft_teams.api.clients.conversation.client import ConversationClient
    from microsoft_teams.api.models.attachment import Attachment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.http import HttpRouteHandler
    from microsoft_teams.common import ClientOptions

KAART = "application/vnd.microsoft.card.adaptive"
"""Content type of an Adaptive Card."""
GEDULD = 20.0
"""Seconds for one call; Teams gives up on its own side after fifteen."""
TEGELIJK = 16
"""Calls at once: the web client keeps twenty lines open, and beyond that spends its time on opening new ones."""
MEESTE_DIENSTEN = 64
"""Service addresses; Teams has one per region."""
SPRAAKZAAM = ("httpx", "httpcore", "msal", "microsoft_teams")
"""Loggers that write addresses with ids of conversations, or texts of errors that quote an activity."""

_T = TypeVar("_T")

Tokenbron = Callable[[str, str | None], Awaitable[str]]
"""Gives our own token for a scope and tenant."""


class Mislukt(Exception):
    """A call that gave no good answer. `status` is None when it is not known whether it arrived."""

    def __init__(self, status: int | None, wacht: str | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.wacht = wacht
        """The header Retry-After."""


class _Kaartbericht(MessageActivityInput):
    """A message of one card; the SDK leaves out the line for the notification."""

    summary: str


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
            client=ClientOptions(timeout=GEDULD),
        )
        self._beurt = asyncio.Semaphore(TEGELIJK)
        self._diensten: dict[str, ConversationClient] = {}

    async def plaats(self, dienst: str, gesprek: str, kaart: dict[str, Any], samenvatting: str) -> str:
        """Post a card; its id. Raises Mislukt, as do the next two."""
        verstuurd = await _roep(
            self._beurt, self._bij(dienst).create_activity(_pad(gesprek), _bericht(kaart, samenvatting))
        )
        return verstuurd.id if verstuurd is not None else ""

    async def vervang(self, dienst: str, gesprek: str, bericht: str, kaart: dict[str, Any], samenvatting: str) -> None:
        """Put a card in the place of an earlier one."""
        nieuw = _bericht(kaart, samenvatting)
        await _roep(self._beurt, self._bij(dienst).update_activity(_pad(gesprek), _pad(bericht), nieuw))

    async def verwijder(self, dienst: str, gesprek: str, bericht: str) -> None:
        """Delete a message of our own."""
        await _roep(self._beurt, self._bij(dienst).delete_activity(_pad(gesprek), _pad(bericht)))

    def _bij(self, dienst: str) -> ConversationClient:
        """Calls to one service address; made once."""
        if dienst not in self._diensten:
            if len(self._diensten) >= MEESTE_DIENSTEN:
                self._diensten.clear()
            self._diensten[dienst] = self._app.api.from_service_url(dienst).conversations
        return self._diensten[dienst]

    async def sluit(self) -> None:
        """Close connections."""
        await self._app.api.http.http.aclose()


def zwijg(naam: str) -> None:
    """Let nothing of a logger and those below it through."""
    for logger in (naam, *(n for n in logging.root.manager.loggerDict if n.startswith(f"{naam}."))):
        logging.getLogger(logger).disabled = True
    logging.getLogger(naam).propagate = False


async def _roep(beurt: asyncio.Semaphore, aanroep: Awaitable[_T]) -> _T | None:
    """Wait for a call; None when it went well but said nothing."""
    try:
        async with beurt:
            return await aanroep
    except KeyError:
        return None
    except httpx.HTTPStatusError as fout:
        raise Mislukt(fout.response.status_code, fout.response.headers.get("Retry-After")) from None
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError):
        raise Mislukt(None) from None


def _bericht(kaart: dict[str, Any], samenvatting: str) -> MessageActivityInput:
    bijlage = Attachment(content_type=KAART, content=kaart)
    return _Kaartbericht(summary=samenvatting, attachments=[bijlage])


def _pad(deel: str) -> str:
    """An id as part of an address."""
    return quote(deel, safe=":@;=~!*+,'()$&|")
