"""What was found out about a text a moment ago, found back without keeping the text.

Threat: no text of a question may stay anywhere. What stays is a keyed hash. The key is made at start and stored
nowhere, so that a hash cannot be tried against a list of questions without the memory itself. Only for texts in which
the guard found no person. Bounded, and of no use after a quarter of an hour, asked again or not; the next question,
whatever it is, then drops it.
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from bot.begrensd import Begrensd

BEWAARTIJD = 15 * 60.0
"""Seconds after which a text is forgotten."""
MEESTE = 2_000
"""Texts remembered; with what they were understood to be some 10 MB."""
SLEUTELLENGTE = 32
SCHEIDING = b"\x1f"
"""Keeps ('a', 'bc') and ('ab', 'c') apart."""

_T = TypeVar("_T")


class Kortgeheugen(Generic[_T]):
    """Values by a keyed hash. The same text is the same to the letter."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self._sleutel = secrets.token_bytes(SLEUTELLENGTE)
        self._plekken: Begrensd[bytes, _T] = Begrensd(MEESTE, BEWAARTIJD, klok)

    def zoek(self, *wat: str) -> _T | None:
        """The value that was put here less than a quarter of an hour ago."""
        return self._plekken.haal(self._merk(wat))

    def zet(self, waarde: _T, *wat: str) -> None:
        """Remember; beyond the maximum the oldest goes."""
        self._plekken.zet(self._merk(wat), waarde)

    def _merk(self, wat: tuple[str, ...]) -> bytes:
        tekst = SCHEIDING.join(deel.encode(errors="surrogatepass") for deel in wat)
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=SLEUTELLENGTE).digest()

    def __len__(self) -> int:
        return len(self._plekken)
