"""What was found out about a text a moment ago, found back without keeping the text.

Threat: no text of a question may stay anywhere. What stays is a keyed hash. The key is made at start and stored
nowhere, so that a hash cannot be tried against a list of questions without the memory itself. Only for texts in which
the guard found no person. Bounded, and of no use after a quarter of an hour, asked again or not; the next question,
whatever it is, then drops it.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

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
        self._klok = klok
        self._sleutel = secrets.token_bytes(SLEUTELLENGTE)
        self._plekken: OrderedDict[bytes, tuple[_T, float]] = OrderedDict()

    def zoek(self, *wat: str) -> _T | None:
        """The value that was put here less than a quarter of an hour ago."""
        self._ruim_op()
        waarde, _ = self._plekken.get(self._merk(wat), (None, 0.0))
        return waarde

    def zet(self, waarde: _T, *wat: str) -> None:
        """Remember; beyond the maximum the oldest goes."""
        merk = self._merk(wat)
        self._plekken.pop(merk, None)
        self._plekken[merk] = (waarde, self._klok() + BEWAARTIJD)
        if len(self._plekken) > MEESTE:
            self._plekken.popitem(last=False)

    def _ruim_op(self) -> None:
        """Drop what is over time; the oldest comes first."""
        nu = self._klok()
        while self._plekken and next(iter(self._plekken.values()))[1] <= nu:
            self._plekken.popitem(last=False)

    def _merk(self, wat: tuple[str, ...]) -> bytes:
        tekst = SCHEIDING.join(deel.encode(errors="surrogatepass") for deel in wat)
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=SLEUTELLENGTE).digest()

    def __len__(self) -> int:
        return len(self._plekken)
