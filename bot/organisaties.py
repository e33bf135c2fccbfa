"""Organisations that one process serves: who belongs to which, and whose arrangements hold for them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Annotated

from pydantic import Field

from kennis.model import Model

Tenant = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
Server = Annotated[str, Field(pattern=r"^[A-Za-z0-9.:\[\]-]{1,255}$")]
Regiokiezer = Callable[[str | None], str | None]
"""The region for a tenant (Teams) or a user id (Matrix); None when nothing is known of it."""


class Organisatie(Model):
    """One organisation; its region layer brings its arrangements and whom to ask."""

    naam: Annotated[str, Field(min_length=1, max_length=80)]
    regio: str
    """Id of the region in the knowledge."""
    tenants: tuple[Tenant, ...] = ()
    """Its tenants in Teams; they may use the bot."""
    servers: tuple[Server, ...] = ()
    """Its Matrix servers; their users may invite the bot."""


class Organisaties:
    """Finds the organisation of who asks."""

    def __init__(self, lijst: Sequence[Organisatie] = ()) -> None:
        self._bij_tenant = {t.lower(): o.regio for o in lijst for t in o.tenants}
        self._bij_server = {s.lower(): o.regio for o in lijst for s in o.servers}

    @property
    def tenants(self) -> frozenset[str]:
        """All tenants, in small letters."""
        return frozenset(self._bij_tenant)

    @property
    def servers(self) -> frozenset[str]:
        """All Matrix servers, in small letters."""
        return frozenset(self._bij_server)

    def van_tenant(self, tenant: str | None) -> str | None:
        """Region of a tenant."""
        return self._bij_tenant.get((tenant or "").lower())

    def van_gebruiker(self, gebruiker: str | None) -> str | None:
        """Region of a Matrix user, by the server in the id."""
        return self._bij_server.get((gebruiker or "").partition(":")[2].lower())


def fouten_in(lijst: Sequence[Organisatie], regios: Collection[str]) -> Iterator[str]:
    """What an administrator has to mend, all of it."""
    for nr, organisatie in enumerate(lijst, 1):
        if organisatie.regio not in regios:
            yield f"organisaties, nummer {nr}, veld 'regio': deze regio is er niet. Kies uit: {', '.join(regios)}."
    for veld in ("tenants", "servers"):
        geteld = Counter(w.lower() for o in lijst for w in getattr(o, veld))
        if any(aantal > 1 for aantal in geteld.values()):
            yield f"organisaties, veld '{veld}': een waarde staat er twee keer. Laat haar bij één organisatie staan."
