"""Answers that were given, for as long as someone may still react to them. In memory only, known by keyed hashes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.antwoord.model import Antwoordobject, OptieRegel
from bot.begrensd import Begrensd
from bot.gesprek.draad import Draad
from bot.privacy import RuweTekst

MEESTE = 1_000
"""Answers remembered; an answer object takes some kilobytes."""


@dataclass
class Gegeven:
    """One answer in a room."""

    antwoord: Antwoordobject | None
    """None for a step of a guided flow."""
    vrager: bytes
    """Hash of room and asker: only the asker may choose."""
    opties: tuple[OptieRegel, ...]
    relatie: dict[str, Any] | None
    """Thread it stands in."""
    draad: Draad | None = None
    """What it rests on, for who replies to it later."""
    geteld: set[bytes] = field(default_factory=set)
    """Hashes of who gave a thumb, so that each counts once."""


class Antwoordenboek:
    """Answers by the event they stand in, and questions by a hash of their words."""

    def __init__(self, merk: Callable[..., bytes]) -> None:
        self._merk = merk
        self._gegeven: Begrensd[bytes, Gegeven] = Begrensd(MEESTE)
        self._laatste: Begrensd[bytes, Gegeven] = Begrensd(MEESTE)
        """What each asker may choose from: the newest with options."""
        self._woorden: Begrensd[bytes, bytes] = Begrensd(MEESTE)

    def zet(self, id_: str, gegeven: Gegeven) -> None:
        """An answer now stands in this event."""
        self._gegeven.zet(self._merk(id_), gegeven)
        if gegeven.opties:
            self._laatste.zet(gegeven.vrager, gegeven)

    def bij(self, id_: str) -> Gegeven | None:
        """The answer in an event."""
        return self._gegeven.haal(self._merk(id_))

    def is_laatste(self, gegeven: Gegeven) -> bool:
        """Whether nothing with options came after it: steps of a flow may all offer the same."""
        return self._laatste.haal(gegeven.vrager) is gegeven

    def weg(self, id_: str) -> None:
        """The event is gone."""
        self._gegeven.weg(self._merk(id_))

    def zelfde_woorden(self, id_: str, tekst: RuweTekst) -> bool:
        """Whether a question was asked in these very words before; they count from now on."""
        sleutel, woorden = self._merk(id_), self._merk(id_, " ".join(tekst.onthul().split()))
        zelfde = self._woorden.haal(sleutel) == woorden
        self._woorden.zet(sleutel, woorden)
        return zelfde
