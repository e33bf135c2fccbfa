"""Settings of management on the web."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.beheer.mensen import Rol
from kennis.model import Model

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that only this machine reaches; cookies may travel there without TLS."""


def is_lokaal(adres: str) -> bool:
    """Whether an address can be reached from this machine only."""
    return urlsplit(adres).hostname in LOOPBACK


def _veilig(adres: str) -> str:
    delen = urlsplit(adres)
    if delen.hostname is None or delen.query or delen.fragment or delen.username:
        raise ValueError("geen adres")
    if delen.scheme != "https" and not (delen.scheme == "http" and is_lokaal(adres)):
        raise ValueError("geen https")
    return adres.rstrip("/")


Adres = Annotated[str, AfterValidator(_veilig)]
"""An https address; http is for this machine only."""


class Oidcinstellingen(Model):
    """The organisation's own sign-in: Entra ID, Keycloak or another provider of OpenID Connect."""

    uitgever: Adres
    """Issuer, as its discovery document names it."""
    client_id: str
    geheim_bestand: Path
    """File with the client secret."""
    groepenveld: str = "groups"
    """Claim with the groups; Entra ID calls app roles 'roles'."""
    groepen: Mapping[str, Rol]
    """Group (name or id) to role; who is in none of them does not get in."""


class Beheerwebinstellingen(Model):
    """Where officers reach management, how they sign in, and when an answer is due."""

    adres: Adres
    """How browsers reach this program, without `/beheer`."""
    lokale_accounts: bool = True
    """Whether a name and password will do; off where everybody signs in at the organisation."""
    oidc: Oidcinstellingen | None = None
    beoordeeltermijn: int = Field(default=365, ge=1, le=3650)
    """Days after which an answer has to be looked at again."""
