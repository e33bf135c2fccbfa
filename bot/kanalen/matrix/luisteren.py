"""When to speak: always in a chat of two; in a group only to who addresses the bot."""

import time
from collections import deque

from bot.begrensd import Begrensd
from bot.gesprek.teksten import Gesprekteksten
from bot.kanalen.matrix.aanspraak import Ik, heeft_voorvoegsel, is_genoemd
from bot.kanalen.matrix.bericht import Bericht
from bot.kanalen.matrix.client import Client, pad
from bot.kanalen.matrix.fouten import Weigering
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kamers import Kamers
from bot.kanalen.velden import velden

MEESTE = 5_000
"""Events and people remembered, in memory only."""
MINUUT = 60.0


class Luisteraar:
    """Decides which lines are meant for the bot."""

    def __init__(self, client: Client, instelling: MatrixInstellingen, kamers: Kamers, teksten: Gesprekteksten) -> None:
        self._client = client
        self._instelling = instelling
        self._kamers = kamers
        self._teksten = teksten
        self._van_mij: Begrensd[tuple[str, str], bool] = Begrensd(MEESTE)
        self._tempo: Begrensd[bytes, deque[float]] = Begrensd(MEESTE)

    def ik(self, kamer: str) -> Ik:
        """What the bot is called here."""
        hier = self._client.rooms.get(kamer)
        naam = hier.user_name(self._client.user_id) if hier else None
        return Ik(self._client.user_id, naam or "", self._instelling.voorvoegsels)

    async def voor_mij(self, bericht: Bericht) -> bool:
        """Whether to answer this line."""
        if self._kamers.is_samen(bericht.kamer):
            return True
        ik = self.ik(bericht.kamer)
        if is_genoemd(bericht, ik) or heeft_voorvoegsel(bericht, ik, self._teksten):
            return True
        if bericht.antwoord_op and await self._is_van_mij(bericht.kamer, bericht.antwoord_op):
            return True
        return bericht.draad is not None and await self._is_van_mij(bericht.kamer, bericht.draad)

    def te_vaak(self, wie: bytes) -> int:
        """How many lines too many someone sent in the last minute; 0 when it is fine."""
        nu = time.monotonic()
        tijden = self._tempo.haal(wie)
        if tijden is None:
            tijden = deque(maxlen=self._instelling.hoogste_tempo + 2)
            self._tempo.zet(wie, tijden)
        while tijden and tijden[0] < nu - MINUUT:
            tijden.popleft()
        tijden.append(nu)
        return max(0, len(tijden) - self._instelling.hoogste_tempo)

    async def _is_van_mij(self, kamer: str, id_: str) -> bool:
        """Whether the bot sent this event, or took part in the thread that starts with it."""
        bekend = self._van_mij.haal((kamer, id_))
        if bekend is None:
            bekend = await self._vraag_server(kamer, id_)
            self._van_mij.zet((kamer, id_), bekend)
        return bekend

    def doet_mee(self, kamer: str, id_: str) -> None:
        """The bot answered in this thread."""
        self._van_mij.zet((kamer, id_), True)

    async def _vraag_server(self, kamer: str, id_: str) -> bool:
        try:
            bron = await self._client.roep("GET", f"/v3{pad('rooms', kamer, 'event', id_)}")
        except Weigering:
            return False
        if bron.get("sender") == self._client.user_id:
            return True
        draad = velden(velden(velden(bron.get("unsigned")).get("m.relations")).get("m.thread"))
        return draad.get("current_user_participated") is True
