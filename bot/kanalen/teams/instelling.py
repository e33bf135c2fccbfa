"""What an administrator sets for Teams. The secret is in a file that is named here, never a value."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from kennis.model import Model

Guid = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
"""An id as Microsoft writes it."""
Https = Annotated[str, Field(pattern=r"^https://[A-Za-z0-9.-]+(/[^\s]*)?$", max_length=2048)]


class Pakketinstellingen(Model):
    """What the app package says about the organisation."""

    id: Guid
    """Id of the app in Teams; another one than that of the bot is allowed."""
    organisatie: Annotated[str, Field(min_length=1, max_length=32)]
    website: Https
    privacy: Https
    voorwaarden: Https


class Teamsinstellingen(Model):
    """Registration of the bot, who may use it, and where claims are kept."""

    app_id: Guid
    """Application (client) id of the registration in Entra."""
    tenant: Guid
    """Tenant of the registration (single tenant)."""
    geheim_bestand: Path | None = None
    """File that holds the client secret of the registration."""
    tenants: tuple[Guid, ...] = ()
    """Tenants that may use the bot; empty means: only `tenant`."""
    claims: Path | None = None
    """File that remembers which activities were answered, across a restart; none means: in memory only."""
    zonder_aanmelding: bool = False
    """Take activities without a token; only together with `alleen_deze_computer`."""
    alleen_deze_computer: bool = False
    """Confirms that the web server listens on this computer only."""
    pakket: Pakketinstellingen | None = None

    def toegestane_tenants(self) -> frozenset[str]:
        """Tenants in small letters."""
        return frozenset(t.lower() for t in (self.tenants or (self.tenant,)))
