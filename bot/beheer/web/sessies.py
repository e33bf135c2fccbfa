"""Sessions: a cookie is only a number to look one up.

Threat: a stolen or replayed cookie. The number is random, changes at sign-in, is stored as its hash, ends after an
hour of rest and after a working day, and means nothing once somebody signed out. In one process they are kept in
memory and end at a restart; where processes share a store, see `deelsessies.py`.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.beheer.mensen import Medewerker

RUST = 60 * 60.0
"""Seconds without a request after which somebody has to sign in again."""
WERKDAG = 10 * 60 * 60.0
"""Seconds after sign-in that a session ends in any case."""
VOORAF = 15 * 60.0
"""Seconds that somebody may take to sign in."""
ROLLEN_VERS = 15 * 60.0
"""Seconds after which the provider of the organisation is asked again which roles somebody has."""
MEESTE_VOORAF = 5_000
"""Visitors that are signing in at once; beyond it the oldest has to begin again. No one signed in is ever dropped."""
LENGTE = 32
"""Random bytes of a cookie and of a token against forged requests."""


@dataclass
class Sessie:
    """One browser."""

    begonnen: float
    laatst: float
    gebruiker: Medewerker | None = None
    """None while somebody is still signing in."""
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(LENGTE))
    oidc: dict[str, str] = field(default_factory=dict)
    """What a sign-in at the provider must come back with: state, nonce, verifier."""
    melding: str | None = None
    """Told on the next page, once."""
    rollen_van: float = 0.0
    """When the provider of the organisation last told the roles."""
    gedeeld: bool = False
    """Whether the store of the processes holds it, so that only the store knows whether it is still good."""


class Sessies:
    """Hands out and ends sessions."""

    def __init__(self, klok: Callable[[], float] = time.time) -> None:
        self._klok = klok
        self._vooraf: OrderedDict[bytes, Sessie] = OrderedDict()
        self._binnen: dict[bytes, Sessie] = {}

    def begin(self) -> tuple[str, Sessie]:
        """A session for somebody who has yet to sign in, with its cookie."""
        sessie = Sessie(self._klok(), self._klok())
        koek = secrets.token_urlsafe(LENGTE)
        self._vooraf[merk(koek)] = sessie
        if len(self._vooraf) > MEESTE_VOORAF:
            self._vooraf.popitem(last=False)
        return koek, sessie

    def meld_aan(self, oude_koek: str | None, gebruiker: Medewerker) -> str:
        """A fresh session for who proved who he is; the one before is gone. Returns the cookie."""
        self.eindig(oude_koek)
        self._ruim_op()
        koek = secrets.token_urlsafe(LENGTE)
        nu = self._klok()
        self._binnen[merk(koek)] = Sessie(nu, nu, gebruiker, rollen_van=nu)
        return koek

    def bij(self, koek: str | None) -> Sessie | None:
        """The session of a cookie, when it still holds."""
        if not koek:
            return None
        sleutel, nu = merk(koek), self._klok()
        sessie = self._binnen.get(sleutel) or self._vooraf.get(sleutel)
        if sessie is None:
            return None
        if _voorbij(sessie, nu):
            self.eindig(koek)
            return None
        sessie.laatst = nu
        return sessie

    def zet(self, koek: str, sessie: Sessie | None) -> None:
        """What another process knows of a cookie."""
        self.eindig(koek)
        if sessie is not None:
            (self._binnen if sessie.gebruiker else self._vooraf)[merk(koek)] = sessie

    def vernieuw(self, sessie: Sessie, gebruiker: Medewerker) -> None:
        """The same officer, with the roles of now."""
        sessie.gebruiker, sessie.rollen_van = gebruiker, self._klok()

    def is_oud(self, sessie: Sessie, grens: float = ROLLEN_VERS) -> bool:
        """Whether the roles were told longer ago than so many seconds."""
        return self._klok() - sessie.rollen_van >= grens

    def eindig(self, koek: str | None) -> None:
        """End a session here, whatever the browser keeps."""
        if koek:
            self._binnen.pop(merk(koek), None)
            self._vooraf.pop(merk(koek), None)

    def _ruim_op(self) -> None:
        nu = self._klok()
        for sleutel in [s for s, sessie in self._binnen.items() if _voorbij(sessie, nu)]:
            del self._binnen[sleutel]

    def __len__(self) -> int:
        return len(self._binnen)


def _voorbij(sessie: Sessie, nu: float) -> bool:
    if sessie.gebruiker is None:
        return nu - sessie.begonnen >= VOORAF
    return nu - sessie.laatst >= RUST or nu - sessie.begonnen >= WERKDAG


def merk(koek: str) -> bytes:
    """Under which name a session is kept: nobody can make the cookie of it."""
    return hashlib.sha256(koek.encode(errors="surrogatepass")).digest()
