"""Remembers for a while what a question was understood to be: in an organisation the same questions come back all day.

Threat: no text of a question may stay anywhere. What stays is a keyed hash of the question after the privacy guard, and
the ids that were understood; never a word, never who asked. The key is made at start and stored nowhere. Only questions
in which the guard found no person come here. In memory, bounded, gone after a quarter of an hour.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from intents.begrijp import Begrijper, Begrip
from kennis.feiten import Feiten

BEWAARTIJD = 15 * 60.0
"""Seconds after it was understood that it is forgotten, asked again or not."""
MEESTE = 2_000
"""Questions remembered, some 10 MB."""
SLEUTELLENGTE = 32
SCHEIDING = b"\x1f"
"""Keeps ('a', 'bc') and ('ab', 'c') apart."""


@dataclass(frozen=True)
class _Plek:
    begrippen: tuple[Begrip, ...]
    tot: float


class Begripgeheugen:
    """Understands through the one behind it, or gives what that understood a moment ago."""

    def __init__(self, begrijper: Begrijper, klok: Callable[[], float] = time.monotonic) -> None:
        self._begrijper = begrijper
        self._klok = klok
        self._sleutel = secrets.token_bytes(SLEUTELLENGTE)
        self._plekken: OrderedDict[bytes, _Plek] = OrderedDict()

    def begrijp_alle(self, vraag: str, rol: str | None, regio: str) -> tuple[Begrip, ...]:
        """What a question holds, without its words. The same question is the same to the letter."""
        merk = self._merk(vraag, rol or "", regio)
        plek = self._plekken.get(merk)
        if plek is not None and self._klok() < plek.tot:
            return plek.begrippen
        begrippen = tuple(map(zonder_woorden, self._begrijper.begrijp_alle(vraag, rol, regio)))
        self._zet(merk, begrippen)
        return begrippen

    def _zet(self, merk: bytes, begrippen: tuple[Begrip, ...]) -> None:
        nu = self._klok()
        self._plekken.pop(merk, None)
        self._plekken[merk] = _Plek(begrippen, nu + BEWAARTIJD)
        while len(self._plekken) > MEESTE or next(iter(self._plekken.values())).tot <= nu:
            self._plekken.popitem(last=False)

    def _merk(self, *wat: str) -> bytes:
        tekst = SCHEIDING.join(deel.encode(errors="surrogatepass") for deel in wat)
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=SLEUTELLENGTE).digest()

    def __len__(self) -> int:
        return len(self._plekken)


def zonder_woorden(begrip: Begrip) -> Begrip:
    """The same understanding without the words it was read from."""
    kaal = replace(begrip.lezing, genoemd=Feiten(), vermeldingen=(), woorden=(), sleutels=())
    return replace(begrip, lezing=kaal)
