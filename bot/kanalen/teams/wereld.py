"""Where Microsoft's services are: who signs, where the keys are, and where our own token may go.

Threat: the body of an activity is not signed. Whoever names another service address in it would get our token, so an
address must be https and one of the hosts below. The zone `trafficmanager.net` is open to anyone: only one name in it
is Microsoft's.
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

HOST = re.compile(r"[a-z0-9.:-]+")
"""Characters of a host, so that no two readers of an address can differ about where it ends."""
HTTPS_POORTEN = (None, 443)
"""Ports a service address may name."""


@dataclass(frozen=True)
class Wereld:
    """Addresses of one cloud."""

    uitgever: str = "https://api.botframework.com"
    """Issuer of the tokens that come with activities."""
    openid: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    """Tells where the keys of the issuer are."""
    aanmelden: str = "https://login.microsoftonline.com"
    """Where our own token comes from."""
    hosts: tuple[str, ...] = ("smba.trafficmanager.net", "*.botframework.com")
    """Hosts that may get our token; `*.` stands for one or more labels."""
    opslag: tuple[str, ...] = ("*.sharepoint.com",)
    """Hosts that a file may be put at: the OneDrive of a user."""
    alleen_lus: bool = False
    """Instead of all those hosts only this computer, with http allowed: for trying out."""

    def mag_naar(self, adres: str) -> bool:
        """Whether an answer may be sent to this service address."""
        return self._mag(adres, self.hosts) and "?" not in adres

    def mag_bestand_naar(self, adres: str) -> bool:
        """Whether a file may be put at this address."""
        return self._mag(adres, self.opslag)

    def _mag(self, adres: str, hosts: tuple[str, ...]) -> bool:
        try:
            delen = urlsplit(adres)
            host, poort = (delen.hostname or "").rstrip("."), delen.port
        except ValueError:
            return False
        if host and not HOST.fullmatch(host):
            return False
        if delen.username is not None or delen.password is not None or delen.fragment:
            return False
        if self.alleen_lus:
            return delen.scheme in ("http", "https") and is_lus(host)
        return delen.scheme == "https" and poort in HTTPS_POORTEN and any(_past(host, h) for h in hosts)


def is_lus(host: str) -> bool:
    """Whether a host is this computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _past(host: str, patroon: str) -> bool:
    if patroon.startswith("*."):
        return host.endswith(patroon[1:]) and len(host) > len(patroon) - 1
    return host == patroon


PUBLIEK = Wereld()
LUS = Wereld(alleen_lus=True)
