"""Open conversations: found by a keyed hash, forgotten after a quarter of an hour.

Threat: whoever sees a memory dump or a debugger must not learn who spoke. The key is made at start and stored nowhere,
so a hash cannot be recomputed from a list of user ids. A conversation holds recognised ids only. Where several
processes share conversations, they share the key too, and the store gets the hash and those ids.
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
from bot.gesprek.bewaard import VERGETEN, als_bytes, lees
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern
from bot.opslag.vorm import Opslag

BEWAARTIJD = 15 * 60.0
"""Seconds after its last line that a conversation is forgotten."""
MEESTE = 20_000
"""Conversations held at once (some 100 MB at most); beyond it the one that was silent longest goes."""
SLEUTELLENGTE = 32
"""Bytes of the key and of a hash."""
SCHEIDING = b"\x1f"
"""Keeps ('a', 'bc') and ('ab', 'c') apart."""
VAK = "gesprek"
"""Kind of value in the shared store."""


_T = TypeVar("_T")


@dataclass
class _Plek:
    balie: Balie
    laatst: float
    gedeeld: bytes | None = None
    """What the shared store holds of it, as far as this process knows."""


class Geheugen:
    """Hands out the desk of a conversation."""

    def __init__(
        self,
        kern: Kern,
        klok: Callable[[], float] = time.monotonic,
        dien_in: Callable[[str], None] | None = None,
        opslag: Opslag | None = None,
        sleutel: bytes | None = None,
    ) -> None:
        """`opslag` is what processes share; they then also share `sleutel`."""
        self.kern = kern
        self.beheer: Callable[[str, str, str], str | None] | None = None
        """Answers a line that manages the knowledge, by channel and user; nobody can when there is none."""
        self._dien_in = dien_in
        self._klok = klok
        self._opslag = opslag
        self._sleutel = sleutel or secrets.token_bytes(SLEUTELLENGTE)
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
            plek = self._leg_neer(merk, Gesprek(self.kern, regio, rol))
        plek.balie.gesprek.nieuwste = self.kern
        plek.balie.beheer = partial(self.beheer, wie[0], wie[-1]) if self.beheer else None
        plek.laatst = self._klok()
        self._plekken.move_to_end(merk)
        if len(self._plekken) > MEESTE:
            self._plekken.popitem(last=False)
        return plek.balie

    async def werk_bij(self, wie: tuple[str, ...], doe: Callable[[], _T]) -> _T:
        """`werk` on a conversation as all processes know it, which then get to know how it went on."""
        if self._opslag is None:
            return await self.werk(doe)
        merk = self.merk(*wie)
        ruw = await self._opslag.haal(VAK, merk)

        def samen() -> _T:
            self._neem_over(merk, ruw)
            return doe()

        uit = await self.werk(samen)
        await self._deel(merk)
        return uit

    async def deel(self, *wie: str) -> None:
        """Let other processes know how a conversation went on, or that it was forgotten."""
        if self._opslag is not None:
            await self._deel(self.merk(*wie))

    async def _deel(self, merk: bytes) -> None:
        assert self._opslag is not None
        plek = self._plekken.get(merk)
        ruw = als_bytes(plek.balie.gesprek) if plek else VERGETEN
        if await self._opslag.zet(VAK, merk, ruw, BEWAARTIJD) and plek:
            plek.gedeeld = ruw

    def _neem_over(self, merk: bytes, ruw: bytes | None) -> None:
        """Use what was shared, unless it is what this process itself knows already, or nothing is known of it."""
        plek = self._plekken.get(merk)
        if ruw is None or (plek is not None and plek.gedeeld == ruw):
            return
        self._plekken.pop(merk, None)
        if ruw != VERGETEN:
            plek = self._leg_neer(merk, lees(ruw, self.kern))
            plek.laatst, plek.gedeeld = self._klok(), ruw

    def _leg_neer(self, merk: bytes, gesprek: Gesprek) -> _Plek:
        plek = _Plek(Balie(gesprek, laad_gesprekteksten(), self._dien_in), 0.0)
        self._plekken[merk] = plek
        return plek

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
