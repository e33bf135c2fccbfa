"""Counts of answers and thumbs, per day and region, and how they may leave the program: never a cell under five."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from bot.antwoord.model import Antwoordobject
from bot.gesprek.tellers import Tellers
from bot.tellingen.cellen import Cel, Cellen
from bot.tellingen.opslag import Opslag
from kennis.laden import Kennis

KLEINSTE = 5
"""A smaller count could point at one person in a small town."""

log = logging.getLogger(__name__)


class Tellingen:
    """Counts into a file."""

    def __init__(self, opslag: Opslag, kennis: Kennis, vandaag: Callable[[], date] = date.today) -> None:
        self.opslag = opslag
        self.cellen = Cellen(kennis)
        self._vandaag = vandaag
        self._opgeruimd = date.min

    def neem(self, kennis: Kennis) -> None:
        """Count the ids of a new version of the knowledge too."""
        self.cellen = Cellen(kennis)

    def voor(self, kanaal: str) -> Tellers:
        """The counters of one channel."""
        return _Kanaaltellers(self, kanaal)

    def tel(self, kanaal: str, wat: str, antwoord: Antwoordobject) -> None:
        """Count an event. A full disk must not keep anybody from an answer: it is told to the administrator."""
        dag = self._vandaag()
        try:
            if dag != self._opgeruimd:
                self.opslag.ruim_op(dag)
                self._opgeruimd = dag
            getallen = [cel.getal for cel in self.cellen.van(wat, kanaal, antwoord)]
            self.opslag.tel(dag, self.cellen.regiogetal(antwoord.regio), getallen)
        except sqlite3.Error as fout:
            log.error("tellen lukt niet: %s", type(fout).__name__)

    def dien_in(self, tekst: str) -> None:
        """Add a question that was stripped and confirmed."""
        self.opslag.dien_in(self._vandaag(), tekst)

    def totalen(self, periode: Callable[[date], str] = lambda _: "") -> dict[tuple[str, str, Cel], int]:
        """Counts by period, region and cell; small ones are left out. Without a period: of all days together."""
        som: Counter[tuple[str, str, Cel]] = Counter()
        for dag, regiogetal, celgetal, aantal in self.opslag.lees():
            regio, cel = self.cellen.regio(regiogetal), self.cellen.cel(celgetal)
            if regio is not None and cel is not None:
                som[periode(dag), regio, cel] += aantal
        return groot_genoeg(som.items())


def groot_genoeg(aantallen: Iterable[tuple[tuple[str, str, Cel], int]]) -> dict[tuple[str, str, Cel], int]:
    """Only the counts that may be shown."""
    return {sleutel: aantal for sleutel, aantal in sorted(aantallen) if aantal >= KLEINSTE}


class _Kanaaltellers:
    def __init__(self, tellingen: Tellingen, kanaal: str) -> None:
        self._tellingen = tellingen
        self._kanaal = kanaal

    def tel(self, wat: str, antwoord: Antwoordobject) -> None:
        """Count an event of this channel."""
        self._tellingen.tel(self._kanaal, wat, antwoord)
