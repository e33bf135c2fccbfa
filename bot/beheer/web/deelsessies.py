"""Sessions that several processes share, so that a balancer may send an officer to any of them.

Threat: whoever reads or writes the store. A session is kept under the hash of its cookie, encrypted and signed with a
key that takes both the cookie and the secret of the processes: the store alone tells nothing and lets nobody in.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from cryptography.fernet import Fernet, InvalidToken

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.web.sessies import WERKDAG, Sessie, Sessies, merk
from bot.opslag import Opslag

VAK = "beheersessie"
"""Kind of value in the shared store."""
WEG = b""
"""What stands there once somebody signed out."""


class Deelsessies:
    """Takes a session out of the store before a request, and puts it back after."""

    def __init__(self, sessies: Sessies, opslag: Opslag, sleutel: bytes) -> None:
        self._sessies, self._opslag, self._sleutel = sessies, opslag, sleutel

    async def haal(self, koek: str | None) -> None:
        """What the others know of a cookie. While the store is away this process goes by what it knows itself."""
        if not koek:
            return
        ruw = await self._opslag.haal(VAK, merk(koek))
        if not self._opslag.gestoord:
            self._sessies.zet(koek, self._open(koek, ruw) if ruw else None)

    async def deel(self, koeken: Iterable[str]) -> None:
        """Tell the others how the sessions of these cookies are now."""
        for koek in koeken:
            sessie = self._sessies.bij(koek)
            ruw = self._dicht(koek, sessie) if sessie is not None else WEG
            await self._opslag.zet(VAK, merk(koek), ruw, WERKDAG)

    def _dicht(self, koek: str, sessie: Sessie) -> bytes:
        inhoud = asdict(sessie)
        if sessie.gebruiker is not None:
            inhoud["gebruiker"]["rollen"] = sorted(sessie.gebruiker.rollen)
        return self._slot(koek).encrypt(json.dumps(inhoud).encode())

    def _open(self, koek: str, ruw: bytes) -> Sessie | None:
        try:
            inhoud = json.loads(self._slot(koek).decrypt(ruw))
        except InvalidToken:
            return None
        wie = inhoud.pop("gebruiker")
        gebruiker = Medewerker(wie["id"], wie["naam"], frozenset(map(Rol, wie["rollen"]))) if wie else None
        return Sessie(**inhoud, gebruiker=gebruiker)

    def _slot(self, koek: str) -> Fernet:
        geheim = hashlib.blake2b(koek.encode(errors="surrogatepass"), key=self._sleutel, digest_size=32).digest()
        return Fernet(base64.urlsafe_b64encode(geheim))
