"""Who works on the knowledge, and what each may do."""

from dataclasses import dataclass
from enum import StrEnum

from kennis.fouten import DeelwijzerFout


class Rol(StrEnum):
    """What someone may do; a higher role does not hold the lower one."""

    LEZER = "lezer"
    REDACTEUR = "redacteur"
    GOEDKEURDER = "goedkeurder"


class GeenRecht(DeelwijzerFout):
    """Someone lacks the role, or would approve their own work."""


@dataclass(frozen=True)
class Medewerker:
    """A privacy officer, as signed in."""

    id: str
    """Stays the same: login name or subject of the identity provider. Author and approver must differ in this."""
    naam: str
    """As it stands in the history."""
    rollen: frozenset[Rol]

    def eis(self, rol: Rol) -> None:
        """Raises GeenRecht without this role."""
        if rol not in self.rollen:
            raise GeenRecht(f"Hiervoor is de rol '{rol.value}' nodig. Vraag die aan wie het beheer regelt.")
