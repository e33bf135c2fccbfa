"""Who may hand in an activity.

Threat: anyone can reach the web address. The token proves that Microsoft sent the request for this bot, but it does not
sign the body. So, in this order: the algorithm is pinned before a key is looked up; signature, issuer, audience and
times are checked; the service address in the body must be the one in the token and on the list of hosts; the tenant in
the body must be one of ours. What is said to a refused caller is always the same.

Teams sends one token with many activities. Its signature is checked once; for as long as its key is in use and its time
is not over, the claims are found back by its hash. Address and tenant are checked for every activity all the same.
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from bot.begrensd import Begrensd
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.sleutels import Sleutel, Sleutelbos, SleutelsOnbereikbaar
from bot.kanalen.teams.wereld import Wereld

ALGORITME = "RS256"
SPELING = 300
"""Seconds that clocks may differ; what Microsoft advises."""
NODIG = ("exp", "iss", "aud", "serviceurl")
"""Claims without which a token is refused."""
VOOR = "Bearer "
MEESTE_TOKENS = 64
"""Checked tokens remembered; Teams uses one per region and renews it within a day."""


class Geweigerd(Exception):
    """The activity is refused; the reason is a fixed word for the log."""

    def __init__(self, reden: str, status: int = 401) -> None:
        super().__init__(reden)
        self.reden = reden
        self.status = status


@dataclass(frozen=True)
class _Gekeurd:
    """A token whose signature and claims were right."""

    kid: str
    sleutel: Sleutel
    claims: Mapping[str, Any]


class Toegang:
    """Checks one activity at a time."""

    def __init__(
        self,
        instelling: Teamsinstellingen,
        wereld: Wereld,
        sleutels: Sleutelbos,
        tenants: frozenset[str] = frozenset(),
    ) -> None:
        """`tenants` are those of the organisations served, beside the ones of the settings."""
        self._instelling = instelling
        self._wereld = wereld
        self._sleutels = sleutels
        self._tenants = instelling.toegestane_tenants() | tenants
        self._gekeurd: Begrensd[bytes, _Gekeurd] = Begrensd(MEESTE_TOKENS)

    async def token(self, kop: str | None) -> Mapping[str, Any] | None:
        """Claims of the token in this header; None in the mode without tokens. Raises Geweigerd."""
        if self._instelling.zonder_aanmelding:
            return None
        if kop is None or not kop.startswith(VOOR):
            raise Geweigerd("geen token")
        return await self._claims(kop.removeprefix(VOOR))

    def adres(self, activiteit: Activiteit, claims: Mapping[str, Any] | None) -> None:
        """Refuse an activity whose service address or tenant is not ours to serve."""
        if claims is not None and not _zelfde(claims["serviceurl"], activiteit.dienst):
            raise Geweigerd("dienst hoort niet bij token")
        if not self._wereld.mag_naar(activiteit.dienst):
            raise Geweigerd("dienst niet toegestaan", 403)
        if claims is not None and (activiteit.tenant or "").lower() not in self._tenants:
            raise Geweigerd("tenant niet toegestaan", 403)

    async def _claims(self, token: str) -> Mapping[str, Any]:
        merk = hashlib.sha256(token.encode(errors="surrogatepass")).digest()
        eerder = self._gekeurd.haal(merk)
        if eerder is not None and await self._nog_goed(eerder):
            return eerder.claims
        self._gekeurd.weg(merk)
        nieuw = await self._keur(token)
        self._gekeurd.zet(merk, nieuw)
        return nieuw.claims

    async def _nog_goed(self, gekeurd: _Gekeurd) -> bool:
        return time.time() < int(gekeurd.claims["exp"]) and await self._sleutel(gekeurd.kid) == gekeurd.sleutel

    async def _keur(self, token: str) -> _Gekeurd:
        kop = _keur(lambda: jwt.get_unverified_header(token))
        if kop.get("alg") != ALGORITME or not isinstance(kop.get("kid"), str):
            raise Geweigerd("algoritme")
        sleutel = await self._sleutel(kop["kid"])
        if sleutel is None:
            raise Geweigerd("sleutel onbekend")
        if sleutel.kanalen is not None and "msteams" not in sleutel.kanalen:
            raise Geweigerd("sleutel voor ander kanaal")
        claims = _keur(
            lambda: jwt.decode(
                token,
                sleutel.waarde,
                algorithms=[ALGORITME],
                audience=self._instelling.app_id,
                issuer=self._wereld.uitgever,
                leeway=SPELING,
                options={"require": list(NODIG)},
            )
        )
        return _Gekeurd(kop["kid"], sleutel, claims)

    async def _sleutel(self, kid: str) -> Sleutel | None:
        try:
            return await self._sleutels.zoek(kid)
        except SleutelsOnbereikbaar:
            raise Geweigerd("sleutels onbereikbaar", 503) from None


def _keur(doe: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return doe()
    except jwt.PyJWTError as fout:
        raise Geweigerd(type(fout).__name__) from None


def _zelfde(claim: object, adres: str) -> bool:
    return isinstance(claim, str) and claim.rstrip("/") == adres.rstrip("/")
