"""The case of the week in rooms that asked for it: on Monday morning, once per room and week, also after a restart.

The transaction id follows from room and week, and the room's account data says which week it had: whatever breaks in
between, the server knows a second sending again. Nobody in the room is known or kept.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.kanalen.matrix.aanspraak import schakelaar
from bot.kanalen.matrix.bericht import Bericht
from bot.kanalen.matrix.client import Client
from bot.kanalen.matrix.kamergegevens import Kamerboek
from bot.kanalen.matrix.teksten import Matrixteksten
from bot.kanalen.matrix.weergave import Weergave
from bot.kanalen.matrix.zender import Zender, tx
from bot.kern import Kernbron
from bot.leren.week import aankondiging, weekcode
from bot.privacy import RuweTekst


class Weekcasus:
    """Posts the case. The clock is the machine's own, so Monday is Monday there."""

    def __init__(
        self,
        client: Client,
        zender: Zender,
        boek: Kamerboek,
        weergave: Weergave,
        teksten: Matrixteksten,
        bron: Kernbron,
        uur: int,
        klok: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._client = client
        self._zender = zender
        self._boek = boek
        self._weergave = weergave
        self._teksten = teksten
        self._bron = bron
        self._uur = uur
        self.klok = klok
        self._gehad: int | None = None
        """The week for which every room was looked at."""

    async def opdracht(self, bericht: Bericht, tekst: RuweTekst) -> str | None:
        """Switch it on or off; what to say, or None when the line is something else."""
        aan = schakelaar(tekst, self._teksten.weekcasus_woorden)
        if aan is None:
            return None
        await self._boek.zet(bericht.kamer, weekcasus=aan, week=self._nu() if aan else None)
        return self._teksten.weekcasus_aan.format(uur=self._uur) if aan else self._teksten.weekcasus_uit

    def aan_de_beurt(self) -> Iterator[str]:
        """The rooms to look at, once a week and once after a start."""
        week = self._nu()
        if week == self._gehad:
            return
        self._gehad = week
        yield from tuple(self._client.rooms)

    async def plaats(self, kamer: str) -> None:
        """Post the case of this week, when the room wants it and does not have it yet."""
        gegevens, week = await self._boek.van(kamer), self._nu()
        if not gegevens.weekcasus or (gegevens.week or 0) >= week:
            return
        tekst = aankondiging(self._bron.kern, gegevens.regio, self.klok().date())
        if tekst:
            inhoud = self._weergave.tekst(tekst).als_inhoud()
            await self._zender.bericht(kamer, inhoud, tx("weekcasus", kamer, str(week)))
        await self._boek.zet(kamer, week=week)

    def _nu(self) -> int:
        """The week whose case may be out: until Monday morning that of the week before."""
        nu = self.klok()
        begonnen = nu.isoweekday() > 1 or nu.hour >= self._uur
        return weekcode(nu.date() if begonnen else nu.date().fromordinal(nu.toordinal() - 1))
