"""Who may do what: three roles, each of which may all that the one before it may."""

from enum import StrEnum


class Rol(StrEnum):
    """Roles of management, from least to most."""

    LEZER = "lezer"
    REDACTEUR = "redacteur"
    GOEDKEURDER = "goedkeurder"

    def mag_als(self, nodig: "Rol") -> bool:
        """Whether this role may what another may."""
        volgorde = list(Rol)
        return volgorde.index(self) >= volgorde.index(nodig)


def hoogste(rollen: "list[Rol]") -> Rol | None:
    """The role that may most; None for who has no role here."""
    return max(rollen, key=list(Rol).index, default=None)
