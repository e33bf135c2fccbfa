"""Handing in a question that got no good answer: stripped, shown back, and added only after a yes.

Threat: the asker believes the names are gone when they are not. So the very text that would be kept is shown first.
Until the next line it waits in memory; any other word than yes throws it away.
"""

from collections.abc import Callable

from bot.gesprek.teksten import Indienteksten
from bot.kern import Kern
from bot.privacy import RuweTekst
from bot.tellingen.opslag import LANGSTE_INZENDING


class Indienen:
    """One conversation's proposal."""

    def __init__(self, kern: Kern, teksten: Indienteksten, dien_in: Callable[[str], None] | None) -> None:
        self._kern = kern
        self._teksten = teksten
        self._dien_in = dien_in
        self._voorstel: str | None = None

    def stel_voor(self, tekst: str) -> str:
        """Strip a question and show what would be kept; the reaction to `/indienen`."""
        if self._dien_in is None:
            return self._teksten.staat_uit
        if not tekst:
            return self._teksten.zonder_vraag
        schoon = self._kern.zuiver(RuweTekst(tekst))
        if len(schoon.tekst) > LANGSTE_INZENDING:
            return self._teksten.te_lang.format(aantal=LANGSTE_INZENDING)
        self._voorstel = schoon.tekst
        weg = self._teksten.weggehaald if schoon.gevonden else self._teksten.niets_weggehaald
        return self._teksten.voorstel.format(tekst=" ".join(schoon.tekst.split()), weg=weg)

    def bevestig(self, regel: str) -> str | None:
        """The reaction when a line says yes to a proposal; None for any other line, which also withdraws it."""
        voorstel, self._voorstel = self._voorstel, None
        if voorstel is None or self._dien_in is None or regel.casefold().rstrip(".!") not in self._teksten.ja:
            return None
        self._dien_in(voorstel)
        return self._teksten.gelukt
