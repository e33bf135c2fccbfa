"""Sessions that several processes share, so that a balancer may send an officer to any of them.

Threat: whoever reads or writes the store. A session is kept under the hash of its cookie, encrypted and signed with a
key that takes both the cookie and the secret of the processes: the store alone tells nothing and lets nobody in.
"""

import base64
import hashlib
import json
from dataclasses import asdict, replace

from cryptography.fernet import Fernet, InvalidToken

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.web.sessies import VOORAF, WERKDAG, Sessie, Sessies, merk
from bot.opslag import Opslag

VAK, AF = "beheersessie", "beheersessie-af"
"""Kinds of value in the shared store: a session, and that it ended. Nothing writes over the second: a page that was
under way when somebody signed out does not bring the session back."""
BIJGEWERKT_S = 60.0
"""Seconds after which the store is told that a session is in use; what else changes is told at once."""


class Deelsessies:
    """Takes a session out of the store before a request, and puts it back after when it changed.

    While the store is away nobody can say who signed out elsewhere. Sessions that it holds are not good then; those of
    who signed in meanwhile are, in this process.
    """

    def __init__(self, sessies: Sessies, opslag: Opslag, sleutel: bytes) -> None:
        self._sessies, self._opslag, self._sleutel = sessies, opslag, sleutel

    async def haal(self, koek: str | None) -> Sessie | None:
        """Take over what the store knows of a cookie; it is given back to tell later whether it changed."""
        if not koek:
            return None
        af = await self._opslag.haal(AF, merk(koek)) is not None
        ruw = None if af else await self._opslag.haal(VAK, merk(koek))
        sessie = self._open(koek, ruw) if ruw is not None else None
        hier = self._sessies.bij(koek)
        if sessie or af or (hier and hier.gedeeld):
            self._sessies.zet(koek, sessie)
        return replace(sessie) if sessie else None

    async def deel(self, koek: str, gezien: Sessie | None) -> None:
        """Tell the others how a session is now, when that is not what was seen."""
        sessie = self._sessies.bij(koek)
        if sessie is not None and (gezien is None or _is_anders(gezien, sessie)):
            ruw = self._dicht(koek, replace(sessie, gedeeld=True))
            sessie.gedeeld |= await self._opslag.zet(VAK, merk(koek), ruw, _houdbaar(sessie))
        elif sessie is None and gezien is not None:
            await self._opslag.zet(AF, merk(koek), b"", _houdbaar(gezien))

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


def _is_anders(gezien: Sessie, sessie: Sessie) -> bool:
    return sessie.laatst - gezien.laatst >= BIJGEWERKT_S or replace(sessie, laatst=gezien.laatst) != gezien


def _houdbaar(sessie: Sessie) -> float:
    return WERKDAG if sessie.gebruiker else VOORAF
