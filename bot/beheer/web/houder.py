"""Knowledge as the key of a cache: by its version, without hashing all of it."""

from dataclasses import dataclass, field

from kennis.laden import Kennis


@dataclass(frozen=True)
class Houder:
    """Equal for the same version."""

    kennis: Kennis = field(compare=False)
    versie: str


def houd(kennis: Kennis) -> Houder:
    """The knowledge in its holder."""
    return Houder(kennis, kennis.versie)
