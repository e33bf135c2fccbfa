"""Sign-in at the organisation's own provider: OpenID Connect, code flow with PKCE.

Threat: a code or token meant for another, or made up. The state belongs to one browser and is used once; the verifier
proves that who began also ends; the nonce ties the token to this sign-in; the signature, issuer, audience and times of
the token are checked with the provider's own keys, and only algorithms with a public key are taken.
"""

import asyncio
import base64
import hashlib
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp
import jwt
from yarl import URL

from bot.beheer.mensen import Medewerker
from bot.beheer.web.instelling import Oidcinstellingen, is_lokaal
from kennis.fouten import DeelwijzerFout

VOORBEREID_S = 10.0
"""Seconds the provider gets to answer."""
GELDIG_S = 3600.0
"""Seconds that the discovery document and keys are used before they are read again."""
SPELING_S = 60
"""Seconds that clocks may differ."""
ALGORITMEN = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
GROOTSTE = 256 * 1024
"""Bytes of any reply of the provider."""
TERUG = "/beheer/oidc/terug"


class Oidcfout(DeelwijzerFout):
    """Sign-in did not succeed; the message is for the officer, `reden` for the log."""

    def __init__(
        self, reden: str, uitleg: str = "Aanmelden bij uw organisatie is niet gelukt. Probeer het opnieuw."
    ) -> None:
        super().__init__(uitleg)
        self.reden = reden


@dataclass(frozen=True)
class _Uitgever:
    aanmelden: str
    token: str
    sleutels: jwt.PyJWKSet
    gelezen: float


class Oidc:
    """One provider."""

    def __init__(self, instelling: Oidcinstellingen, adres: str) -> None:
        self._instelling = instelling
        self._terug = f"{adres}{TERUG}"
        self._uitgever: _Uitgever | None = None
        self._slot = asyncio.Lock()

    async def begin(self, *, stil: bool = False) -> tuple[str, dict[str, str]]:
        """Where to send the browser, and what it must come back with; `stil` asks nothing. Raises Oidcfout."""
        uitgever = await self._lees_uitgever()
        bij = {naam: secrets.token_urlsafe(32) for naam in ("state", "nonce", "verifier")}
        vraag = {
            "response_type": "code",
            "client_id": self._instelling.client_id,
            "redirect_uri": self._terug,
            "scope": "openid profile email",
            "state": bij["state"],
            "nonce": bij["nonce"],
            "code_challenge": _s256(bij["verifier"]),
            "code_challenge_method": "S256",
            **({"prompt": "none"} if stil else {}),
        }
        return f"{uitgever.aanmelden}{'&' if '?' in uitgever.aanmelden else '?'}{urlencode(vraag)}", bij

    async def eindig(self, vraag: Mapping[str, str], bij: Mapping[str, str]) -> Medewerker:
        """Who came back from the provider. Raises Oidcfout."""
        if not bij or not secrets.compare_digest(vraag.get("state", "").encode(), bij["state"].encode()):
            raise Oidcfout("state klopt niet")
        if vraag.get("iss", self._instelling.uitgever).rstrip("/") != self._instelling.uitgever:
            raise Oidcfout("uitgever van de code klopt niet")
        if "code" not in vraag:
            raise Oidcfout("uitgever weigerde")
        token = await self._ruil(vraag["code"], bij["verifier"])
        return self._gebruiker(await self._lees_token(token, bij["nonce"]))

    async def _ruil(self, code: str, verifier: str) -> str:
        uitgever = await self._lees_uitgever()
        vorm = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._terug,
            "code_verifier": verifier,
            "client_id": self._instelling.client_id,
            "client_secret": self._geheim(),
        }
        antwoord = await _haal("POST", uitgever.token, vorm)
        token = antwoord.get("id_token")
        if not isinstance(token, str):
            raise Oidcfout("geen id_token")
        return token

    def _geheim(self) -> str:
        try:
            return self._instelling.geheim_bestand.read_text(encoding="utf-8").strip()
        except OSError:
            raise Oidcfout("geheim niet te lezen") from None

    async def _lees_token(self, token: str, nonce: str) -> dict[str, Any]:
        try:
            sleutel = await self._sleutel(jwt.get_unverified_header(token).get("kid"))
            inhoud: dict[str, Any] = jwt.decode(
                token,
                sleutel,
                algorithms=ALGORITMEN,
                audience=self._instelling.client_id,
                issuer=self._uitgevers(),
                leeway=SPELING_S,
                options={"require": ["exp", "iat", "iss", "aud", "sub", "nonce"]},
            )
        except jwt.PyJWTError as fout:
            raise Oidcfout(f"token geweigerd: {type(fout).__name__}") from None
        if not secrets.compare_digest(str(inhoud["nonce"]).encode(), nonce.encode()):
            raise Oidcfout("nonce klopt niet")
        if (
            isinstance(inhoud["aud"], list)
            and len(inhoud["aud"]) > 1
            and inhoud.get("azp") != self._instelling.client_id
        ):
            raise Oidcfout("token is voor een ander")
        return inhoud

    def _uitgevers(self) -> list[str]:
        """Some providers end their name in a slash, which settings leave out."""
        return [self._instelling.uitgever, f"{self._instelling.uitgever}/"]

    def _gebruiker(self, inhoud: Mapping[str, Any]) -> Medewerker:
        ruw = inhoud.get(self._instelling.groepenveld, [])
        groepen = [ruw] if isinstance(ruw, str) else ruw if isinstance(ruw, list) else []
        rollen = {self._instelling.groepen[g] for g in groepen if g in self._instelling.groepen}
        if not rollen:
            raise Oidcfout("geen groep", "U bent aangemeld, maar u heeft hier geen rol. Vraag uw beheerder om toegang.")
        naam = str(inhoud.get("name") or inhoud.get("preferred_username") or "medewerker")
        schoon = "".join(t for t in naam if t.isprintable() and t not in "<>")[:80].strip() or "medewerker"
        return Medewerker(f"oidc:{inhoud['sub']}", schoon, frozenset(rollen))

    async def _sleutel(self, kid: object) -> jwt.PyJWK:
        """The provider's key; when it is not known, its keys may have been renewed."""
        for vers in (False, True):
            uitgever = await self._lees_uitgever(vers)
            bruikbaar = [k for k in uitgever.sleutels.keys if k.public_key_use in (None, "sig")]
            passend = [k for k in bruikbaar if k.key_id == kid] if kid is not None else bruikbaar[:1]
            if passend:
                return passend[0]
        raise Oidcfout("onbekende sleutel")

    async def _lees_uitgever(self, vers: bool = False) -> _Uitgever:
        async with self._slot:
            oud = self._uitgever
            if oud is None or vers or time.monotonic() - oud.gelezen > GELDIG_S:
                self._uitgever = oud = await self._ontdek()
            return oud

    async def _ontdek(self) -> _Uitgever:
        document = await _haal("GET", f"{self._instelling.uitgever}/.well-known/openid-configuration")
        if str(document.get("issuer", "")).rstrip("/") != self._instelling.uitgever:
            raise Oidcfout("uitgever noemt zich anders")
        plekken = {n: self._plek(document, n) for n in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
        try:
            sleutels = jwt.PyJWKSet.from_dict(await _haal("GET", plekken["jwks_uri"]))
        except jwt.PyJWTError:
            raise Oidcfout("geen sleutels") from None
        return _Uitgever(plekken["authorization_endpoint"], plekken["token_endpoint"], sleutels, time.monotonic())

    def _plek(self, document: Mapping[str, Any], naam: str) -> str:
        adres = str(document.get(naam, ""))
        veilig = URL(adres).scheme == "https" or (is_lokaal(adres) and is_lokaal(self._instelling.uitgever))
        if not veilig:
            raise Oidcfout(f"{naam} is niet veilig")
        return adres


def _s256(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


async def _haal(methode: str, adres: str, vorm: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A JSON object from the provider. Raises Oidcfout."""
    tijd = aiohttp.ClientTimeout(total=VOORBEREID_S)
    try:
        async with (
            aiohttp.ClientSession(timeout=tijd, trust_env=True) as sessie,
            sessie.request(methode, adres, data=vorm, allow_redirects=False) as antwoord,
        ):
            if antwoord.status != 200:
                raise Oidcfout(f"uitgever antwoordt {antwoord.status}")
            ruw = await antwoord.content.read(GROOTSTE)
            inhoud = json.loads(ruw)
    except (aiohttp.ClientError, TimeoutError, ValueError) as fout:
        raise Oidcfout(f"uitgever niet bereikbaar: {type(fout).__name__}") from None
    if not isinstance(inhoud, dict):
        raise Oidcfout("geen JSON-object")
    return inhoud
