"""Real RSA keys and real signed tokens, as Microsoft makes them."""

import json
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bot.kanalen.teams.wereld import Wereld
from tests.teams.connector import Connector
from tests.teams.opstelling import APP

UITGEVER = "https://api.botframework.com"


@dataclass(frozen=True)
class Sleutelpaar:
    """One key with its id."""

    kid: str
    geheim: rsa.RSAPrivateKey

    def openbaar(self, **extra: Any) -> dict[str, Any]:
        """The public half, as a key server shows it."""
        jwk: dict[str, Any] = json.loads(RSAAlgorithm.to_jwk(self.geheim.public_key()))
        return jwk | {"kid": self.kid, "use": "sig", "endorsements": ["msteams"]} | extra


@cache
def paar(kid: str) -> Sleutelpaar:
    """A key; the same one for the same id."""
    return Sleutelpaar(kid, rsa.generate_private_key(public_exponent=65537, key_size=2048))


def token(dienst: str, sleutel: Sleutelpaar | None = None, kop: dict[str, Any] | None = None, **anders: Any) -> str:
    """A signed token; a claim that is set to None is left out."""
    sleutel = sleutel or paar("een")
    nu = int(time.time())
    claims = {"iss": UITGEVER, "aud": APP, "exp": nu + 3600, "nbf": nu - 10, "serviceurl": dienst} | anders
    claims = {naam: waarde for naam, waarde in claims.items() if waarde is not None}
    return jwt.encode(claims, sleutel.geheim, algorithm="RS256", headers={"kid": sleutel.kid} | (kop or {}))


def wereld(nep: Connector) -> Wereld:
    """Microsoft's services, all on this computer."""
    return Wereld(openid=f"{nep.adres}/openid", alleen_lus=True)


async def eigen_token(_: str, __: str | None) -> str:
    """What the bot sends along; shaped like a token."""
    return token("", aud="connector")
