"""Settings of management."""

from pathlib import Path

from bot.beheer.mensen import Rol
from kennis.model import Model


class Functionaris(Model):
    """An officer who may manage knowledge from the chat."""

    naam: str
    """As it stands in the history."""
    kanaal: str
    """'matrix' or 'teams'."""
    id: str
    """User id the channel vouches for: '@naam:server', or in Teams '29:…'."""
    rollen: frozenset[Rol]


class Beheerinstellingen(Model):
    """Management runs when these are there."""

    map: Path
    """Folder of the knowledge repository; made and filled at the first start."""
    functionarissen: tuple[Functionaris, ...] = ()
