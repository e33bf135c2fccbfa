"""Open conversations, in memory only: found by a keyed hash, forgotten after a quarter of an hour.

Threat: whoever sees a memory dump or a debugger must not learn who spoke. The key is made at start and stored nowhere,
so a hash cannot be recomputed from a list of user ids. A conversation holds recognised ids only.
"""

import asyncio
import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.gesprek.balie import Balie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern

BEWAARTIJD = 15 * 60.0
"""Seconds after its last line that a conversation is forgotten."""
MEESTE = 20_000
"""Conversations held at once (some 100 MB at most); beyond it the one that was silent longest goes."""
SLEUTELLENGTE = 32
"""Bytes of the key and of a hash."""
SCHEIDING = b"\x1f"
"""Keeps ('a', 'bc') and ('ab', 'c') apart."""


_T = TypeVar("_T")


@dataclass
class _Plek:
    balie: Balie
    laatst: float


class Geheugen:
    """Hands out the desk of a conversation."""

    def __init__(
        self, kern: Kern, klok: Callable[[], float] = time.monotonic, dien_in: Callable[[str], None] | None = None
    ) -> None:
        self.kern = kern
        self.beheer: Callable[[str, str, str], str | None] | None = None
        """Answers a line that manages the knowledge, by channel and user; nobody can when there is none."""
        self._dien_in = dien_in
        self._klok = klok
        self._sleutel = secrets.token_bytes(SLEUTELLENGTE)
        self._plekken: OrderedDict[bytes, _Plek] = OrderedDict()
        self._werker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gesprek")

    def neem(self, kern: Kern) -> None:
        """Use a new version of the knowledge for every new question; what was begun goes on with its own."""
        self.kern = kern

    async def werk(self, doe: Callable[[], _T]) -> _T:
        """Run in the one thread that channels use conversations from, so that their event loop stays free."""
        return await asyncio.get_running_loop().run_in_executor(self._werker, doe)

    def bij(self, *wie: str, regio: str | None = None, rol: str | None = None) -> Balie:
        """The desk for this combination of channel, room and user; region and role count for a new one."""
        self.ruim_op()
        merk = self.merk(*wie)
        plek = self._plekken.get(merk)
        if plek is None:
            plek = _Plek(
                Balie(Gesprek(self.kern, regio, rol), laad_gesprekteksten(), self._dien_in, self._beheer_van(wie)), 0.0
            )
            self._plekken[merk] = plek
        plek.balie.gesprek.nieuwste = self.kern
        plek.laatst = self._klok()
        self._plekken.move_to_end(merk)
        if len(self._plekken) > MEESTE:
            self._plekken.popitem(last=False)
        return plek.balie

    def _beheer_van(self, wie: tuple[str, ...]) -> Callable[[str], str | None] | None:
        return partial(self.beheer, wie[0], wie[-1]) if self.beheer else None

    def vergeet(self, *wie: str) -> None:
        """Drop one conversation now."""
        self._plekken.pop(self.merk(*wie), None)

    def merk(self, *wie: str) -> bytes:
        """A keyed hash that is different after each start."""
        tekst = SCHEIDING.join(deel.encode(errors="surrogatepass") for deel in wie)
        return hashlib.blake2b(tekst, key=self._sleutel, digest_size=SLEUTELLENGTE).digest()

    def ruim_op(self) -> None:
        """Drop conversations that were silent too long."""
        grens = self._klok() - BEWAARTIJD
        while self._plekken and next(iter(self._plekken.values())).laatst <= grens:
            self._plekken.popitem(last=False)

    def __len__(self) -> int:
        return len(self._plekken)
