"""The nio client as this channel uses it: no hidden waiting, no lost key sharing, and errors with a type."""

import json
import logging
from collections.abc import Mapping
from http.client import BAD_REQUEST
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nio import (
    AsyncClient,
    AsyncClientConfig,
    EncryptionError,
    ErrorResponse,
    MatrixRoom,
    MegolmEvent,
    ShareGroupSessionResponse,
)

from bot.kanalen.matrix.fouten import MatrixFout, NietAangemeld, Weigering
from bot.kanalen.matrix.sessie import Sessie
from bot.kanalen.matrix.sleutelopslag import Sleutelopslag
from bot.kanalen.velden import velden

API = "/_matrix/client"
VERZOEKTIJD_S = 45
"""Seconds for one request: more than the long poll of a sync."""
DODE_SESSIE = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"})
ONGELDIG = "M_BAD_REQUEST"
"""Our own name for a refusal that Synapse gives no name, such as of an answer to an event it does not know."""
ZWIJGZAAM = ("nio", "peewee", "markdown_it")
"""Loggers that print the content of events or of queries."""


class Client(AsyncClient):  # type: ignore[misc]
    """nio's client that tells when a room key did not reach everyone: nio itself takes it as shared."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.niet_gedeeld = 0
        """Requests to hand out a room key that failed since the last look."""

    async def _send(self, response_class: type, *args: Any, **kwargs: Any) -> Any:
        deelt = response_class is ShareGroupSessionResponse
        try:
            antwoord = await super()._send(response_class, *args, **kwargs)
        except Exception:
            self.niet_gedeeld += deelt
            raise
        self.niet_gedeeld += deelt and isinstance(antwoord, ErrorResponse)
        return antwoord

    def load_store(self) -> None:
        """Load keys; from then on one hostile event cannot stop a sync."""
        super().load_store()
        if self.olm:
            self.olm._decrypt_megolm_no_error = self._ontsleutel_of_niets

    def _handle_timeline_event(self, *args: Any) -> Any:
        """nio's own step, in which an event of a strange shape is no more than an event that is not understood."""
        try:
            return super()._handle_timeline_event(*args)
        except Exception:
            return None

    def _ontsleutel_of_niets(self, gebeurtenis: Any, kamer: str | None = None) -> Any:
        return ontsleutel(self, gebeurtenis, kamer)

    async def deel_sleutel(self, kamer: str) -> None:
        """Give the room's key to all its devices. Raises Weigering when some did not get it: try again."""
        if not self.olm or kamer not in self.rooms or not self.rooms[kamer].encrypted:
            return
        if not self.rooms[kamer].members_synced:
            gecontroleerd(await self.joined_members(kamer))
        if self.should_query_keys:
            gecontroleerd(await self.keys_query())
        if not self.olm.should_share_group_session(kamer):
            return
        self.sharing_session.pop(kamer, None)  # an earlier failure leaves it, and then nio waits for ever
        self.niet_gedeeld = 0
        try:
            await self.share_group_session(kamer, ignore_unverified_devices=True)
        except KeyError:  # someone came or left meanwhile, and the key that was being handed out is gone
            self.niet_gedeeld += 1
        if self.niet_gedeeld:
            self.invalidate_outbound_session(kamer)
            raise Weigering("M_UNKNOWN")

    async def roep(self, methode: str, pad: str, inhoud: Mapping[str, object] | None = None) -> Any:
        """Call an endpoint that nio lacks. Raises Weigering, or NietAangemeld for a dead token."""
        koppen = {"Content-Type": "application/json"}
        if self.access_token:
            koppen["Authorization"] = f"Bearer {self.access_token}"
        data = None if inhoud is None else json.dumps(inhoud)
        antwoord = await self.send(methode, API + pad, data, koppen)
        uit = await self.parse_body(antwoord)
        if antwoord.status >= 300:
            fout = velden(uit)
            raise _fout(antwoord.status, fout.get("errcode"), fout.get("retry_after_ms"))
        return uit


def ontsleutel(client: Any, gebeurtenis: Any, kamer: str | None = None) -> Any:
    """The event in the clear; None while its key is missing or when it is malformed: nio checks with assertions."""
    if not isinstance(gebeurtenis, MegolmEvent) or not client.olm:
        return None
    try:
        return client.olm.decrypt_megolm_event(gebeurtenis, kamer)
    except (EncryptionError, AssertionError, TypeError, ValueError):
        return None


def _fout(status: int, code: object, wacht_ms: object) -> MatrixFout:
    if status == BAD_REQUEST and code == "M_UNKNOWN":
        return Weigering(ONGELDIG)
    if code in DODE_SESSIE:
        return NietAangemeld(f"De Matrix-server kent deze aanmelding niet meer ({code}). Meld opnieuw aan.")
    wacht_s = wacht_ms / 1000 if isinstance(wacht_ms, int) and wacht_ms else None
    return Weigering(code if isinstance(code, str) else "M_UNKNOWN", wacht_s)


def gecontroleerd(antwoord: Any) -> Any:
    """The same reply; raises Weigering (NietAangemeld for a dead token) when it is an error."""
    if not isinstance(antwoord, ErrorResponse):
        return antwoord
    bericht = antwoord.transport_response
    raise _fout(bericht.status if bericht else 0, antwoord.status_code, antwoord.retry_after_ms)


def pad(*delen: str) -> str:
    """A path with every part made safe."""
    return "/" + "/".join(quote(deel, safe="") for deel in delen)


def maak_client(sessie: Sessie, map_: Path, versleuteling: bool) -> Client:
    """A client with the stored login."""
    zwijg()
    instelling = AsyncClientConfig(
        store=Sleutelopslag,
        pickle_key=sessie.pickle_key,
        store_sync_tokens=False,
        encryption_enabled=versleuteling,
        request_timeout=VERZOEKTIJD_S,
        max_limit_exceeded=0,
        max_timeouts=0,
    )
    client = Client(sessie.server, sessie.gebruiker, store_path=str(map_), config=instelling)
    client.restore_login(sessie.gebruiker, sessie.apparaat, sessie.token)
    return client


def zwijg() -> None:
    """Keep libraries from logging what people write."""
    for naam in ZWIJGZAAM:
        logging.getLogger(naam).setLevel(logging.CRITICAL + 1)


def leden_bekend(kamer: MatrixRoom) -> bool:
    """Whether it is known how many are in a room. With lazy loading nio else counts only who spoke."""
    return kamer.members_synced or (kamer.summary is not None and kamer.summary.joined_member_count is not None)
