"""Works out an activity that was taken on: asks the desk, makes the card, and puts it where it belongs."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.begrensd import Begrensd
from bot.gesprek.draad import DraadKapot
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import Tellers
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.beantwoord import KANAAL, Beantwoorder
from bot.kanalen.teams.bestanden import Klaarstaand, NietBezorgd, aanbod, bezorg, gegeven
from bot.kanalen.teams.claims import WELKOM_HOUDBAAR, Claims
from bot.kanalen.teams.gebeurtenis import Gebeurtenis
from bot.kanalen.teams.kaart import Kaartmaker
from bot.kanalen.teams.kaartvorm import Kaart
from bot.kanalen.teams.sdk import Mislukt
from bot.kanalen.teams.stand import lees_voorbeeld
from bot.kanalen.teams.welkom import welkomstkaart
from bot.kanalen.teams.wereld import Wereld
from bot.kanalen.teams.zender import Zender
from bot.privacy import RuweTekst

KAART_HOUDBAAR = 24 * 3600.0
"""Seconds that an edited question still changes its card and a deleted one removes it; few people do so a day later."""
MEESTE_KAARTEN = 20_000
"""Cards of which is known what they answer, under keyed hashes and in memory only: some 10 MB."""
_log = logging.getLogger(__name__)


class Behandelaar:
    """One for all conversations."""

    def __init__(
        self,
        geheugen: Geheugen,
        zender: Zender,
        claims: Claims,
        tellers: Tellers,
        regio: Callable[[str | None], str],
        wereld: Wereld,
    ) -> None:
        self._geheugen = geheugen
        self._zender = zender
        self._claims = claims
        self._wereld = wereld
        self._maker = Kaartmaker(geheugen)
        self._beantwoorder = Beantwoorder(geheugen, self._maker, tellers, regio)
        self._klaarstaand = Klaarstaand()
        self._plekken: Begrensd[bytes, str] = Begrensd(MEESTE_KAARTEN, KAART_HOUDBAAR)
        self._doe: dict[Gebeurtenis, Callable[[Activiteit], Awaitable[None]]] = {
            Gebeurtenis.VRAAG: self._vraag,
            Gebeurtenis.DRUK: self._druk,
            Gebeurtenis.BEWERKT: self._vraag,
            Gebeurtenis.VERWIJDERD: self._verwijderd,
            Gebeurtenis.ERBIJ: self._erbij,
            Gebeurtenis.ERAF: self._eraf,
            Gebeurtenis.BESTAND: self._bestand,
        }

    async def behandel(self, a: Activiteit, wat: Gebeurtenis) -> None:
        """Work it out to the end. What goes wrong in sending is told to the administrator, by kind only."""
        try:
            await self._doe[wat](a)
        except Mislukt as fout:
            _log.warning("Teams nam een bericht niet aan (status %s)", fout.status or "onbekend")

    async def _vraag(self, a: Activiteit) -> None:
        """Answer what was typed; for an edited question in the place of the earlier answer."""
        kaart = await self._kaart(a, lambda: self._beantwoorder.vraag(a))
        self._onthoud(a, await self._toon(a, kaart, self._plekken.haal(self._merk(a))))

    async def _verwijderd(self, a: Activiteit) -> None:
        bericht = self._plekken.weg(self._merk(a))
        if bericht is not None:
            await self._zender.verwijder(a.dienst, a.gesprek, bericht)

    async def _druk(self, a: Activiteit) -> None:
        voorbeeld = lees_voorbeeld(a.waarde, self._maker.teksten.welkom.voorbeelden)
        if voorbeeld is None:
            await self._toon(a, await self._kaart(a, lambda: self._beantwoorder.druk(a)), a.antwoord_op)
            return
        vraag = replace(a, tekst=RuweTekst(voorbeeld))
        await self._toon(a, await self._kaart(a, lambda: self._beantwoorder.vraag(vraag, gekozen=voorbeeld)))

    async def _bestand(self, a: Activiteit) -> None:
        """Hand over a file the user said yes to; the offer goes."""
        assert a.keuze is not None
        bestand = self._klaarstaand.neem(a.keuze.merk)
        if a.keuze.ja and bestand is not None:
            try:
                await bezorg(bestand, a.keuze.upload, self._wereld)
                await self._zender.plaats(a.dienst, a.gesprek, gegeven(bestand, a.keuze.upload))
            except NietBezorgd:
                _log.warning("een bestand is niet bezorgd")
                await self._meld(a, self._maker.teksten.bestanden.mislukt)
        elif a.keuze.ja:
            await self._meld(a, self._maker.teksten.bestanden.weg)
        if a.antwoord_op is not None:
            await self._zender.verwijder(a.dienst, a.gesprek, a.antwoord_op)

    async def _meld(self, a: Activiteit, zin: str) -> None:
        await self._zender.plaats(a.dienst, a.gesprek, self._maker.mededeling(zin))

    async def _toon(self, a: Activiteit, kaart: Kaart, plek: str | None = None) -> str:
        """Show a card, in the place of an earlier one when there is one, and offer its files; id of the card."""
        if plek is None:
            bericht = await self._zender.plaats(a.dienst, a.gesprek, kaart)
        else:
            bericht = await self._zender.vervang(a.dienst, a.gesprek, plek, kaart)
        for bestand in kaart.bestanden:
            vraag = aanbod(bestand, self._klaarstaand.zet(bestand), self._maker.teksten.bestanden.aanbod)
            await self._zender.plaats(a.dienst, a.gesprek, vraag)
        return bericht

    async def _erbij(self, a: Activiteit) -> None:
        if await self._claims.neem_samen(a.gesprek, "welkom", houdbaar=WELKOM_HOUDBAAR):
            kaart = welkomstkaart(self._maker.teksten.welkom, a.persoonlijk)
            await self._zender.plaats(a.dienst, a.gesprek, kaart)

    async def _eraf(self, a: Activiteit) -> None:
        await self._claims.geef_samen_vrij(a.gesprek, "welkom")

    async def _kaart(self, a: Activiteit, maak: Callable[[], Kaart]) -> Kaart:
        """Make a card beside the event loop; an error of ours becomes a card that says so."""
        try:
            return await self._geheugen.werk_bij((KANAAL, a.gesprek, a.van), maak)
        except DraadKapot:
            return self._maker.mededeling(self._maker.teksten.oude_kaart)
        except Exception as fout:
            _log.error("een antwoord is niet gelukt: %s", type(fout).__name__)
            return self._maker.mededeling(self._maker.teksten.storing)

    def _onthoud(self, a: Activiteit, bericht: str) -> None:
        if a.id is not None and bericht:
            self._plekken.zet(self._merk(a), bericht)

    def _merk(self, a: Activiteit) -> bytes:
        return self._geheugen.merk(KANAAL, a.gesprek, a.id or "")
