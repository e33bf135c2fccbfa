"""Works out an activity that was taken on: asks the desk, makes the card, and puts it where it belongs."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.antwoord.model import Antwoordobject
from bot.gesprek.balie import Reactie
from bot.gesprek.draad import DraadKapot
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.staat import Gesprek
from bot.gesprek.tellers import Tellers
from bot.kanalen.teams.activiteit import Activiteit
from bot.kanalen.teams.claims import WELKOM_HOUDBAAR, Claims
from bot.kanalen.teams.gebeurtenis import Gebeurtenis
from bot.kanalen.teams.kaart import Kaartmaker
from bot.kanalen.teams.kaartvorm import Kaart
from bot.kanalen.teams.plekken import Plekken
from bot.kanalen.teams.sdk import Mislukt
from bot.kanalen.teams.stand import Beeld, Druk, Stand, lees_druk, lees_voorbeeld
from bot.kanalen.teams.welkom import welkomstkaart
from bot.kanalen.teams.zender import Zender
from bot.privacy import RuweTekst

KANAAL = "teams"
_log = logging.getLogger(__name__)


class Behandelaar:
    """One for all conversations."""

    def __init__(self, geheugen: Geheugen, zender: Zender, claims: Claims, tellers: Tellers, regio: str) -> None:
        self._geheugen = geheugen
        self._zender = zender
        self._claims = claims
        self._tellers = tellers
        self._regio = regio
        self._maker = Kaartmaker(geheugen.kern)
        self._plekken = Plekken()
        self._doe: dict[Gebeurtenis, Callable[[Activiteit], Awaitable[None]]] = {
            Gebeurtenis.VRAAG: self._vraag,
            Gebeurtenis.DRUK: self._druk,
            Gebeurtenis.BEWERKT: self._bewerkt,
            Gebeurtenis.VERWIJDERD: self._verwijderd,
            Gebeurtenis.ERBIJ: self._erbij,
            Gebeurtenis.ERAF: self._eraf,
        }

    async def behandel(self, a: Activiteit, wat: Gebeurtenis) -> None:
        """Work it out to the end. What goes wrong in sending is told to the administrator, by kind only."""
        try:
            await self._doe[wat](a)
        except Mislukt as fout:
            _log.warning("Teams nam een bericht niet aan (status %s)", fout.status or "onbekend")

    async def _vraag(self, a: Activiteit) -> None:
        kaart = await self._kaart(lambda: self._antwoord_op(a))
        self._onthoud(a, await self._zender.plaats(a.dienst, a.gesprek, kaart))

    async def _bewerkt(self, a: Activiteit) -> None:
        kaart = await self._kaart(lambda: self._antwoord_op(a))
        bericht = self._plekken.zoek(self._merk(a))
        if bericht is None:
            self._onthoud(a, await self._zender.plaats(a.dienst, a.gesprek, kaart))
        else:
            self._onthoud(a, await self._zender.vervang(a.dienst, a.gesprek, bericht, kaart))

    async def _verwijderd(self, a: Activiteit) -> None:
        bericht = self._plekken.vergeet(self._merk(a))
        if bericht is not None:
            await self._zender.verwijder(a.dienst, a.gesprek, bericht)

    async def _druk(self, a: Activiteit) -> None:
        voorbeeld = lees_voorbeeld(a.waarde, self._maker.teksten.welkom.voorbeelden)
        if voorbeeld is not None:
            kaart = await self._kaart(
                lambda: self._antwoord_op(replace(a, tekst=RuweTekst(voorbeeld)), gekozen=voorbeeld)
            )
            await self._zender.plaats(a.dienst, a.gesprek, kaart)
            return
        kaart = await self._kaart(lambda: self._na_druk(a))
        if a.antwoord_op is None:
            await self._zender.plaats(a.dienst, a.gesprek, kaart)
        else:
            await self._zender.vervang(a.dienst, a.gesprek, a.antwoord_op, kaart)

    async def _erbij(self, a: Activiteit) -> None:
        if self._claims.neem(a.gesprek, "welkom", houdbaar=WELKOM_HOUDBAAR):
            kaart = welkomstkaart(self._maker.teksten.welkom, a.persoonlijk)
            await self._zender.plaats(a.dienst, a.gesprek, kaart)

    async def _eraf(self, a: Activiteit) -> None:
        self._claims.geef_vrij(a.gesprek, "welkom")

    async def _kaart(self, maak: Callable[[], Kaart]) -> Kaart:
        """Make a card beside the event loop; an error of ours becomes a card that says so."""
        try:
            return await self._geheugen.werk(maak)
        except DraadKapot:
            return self._maker.mededeling(self._maker.teksten.oude_kaart)
        except Exception as fout:
            _log.error("een antwoord is niet gelukt: %s", type(fout).__name__)
            return self._maker.mededeling(self._maker.teksten.storing)

    def _antwoord_op(self, a: Activiteit, gekozen: str = "") -> Kaart:
        teksten = self._maker.teksten
        if a.tekst.leeg:
            return self._maker.mededeling(teksten.alleen_tekst if a.bijlagen else teksten.leeg_genoemd)
        balie = self._geheugen.bij(KANAAL, a.gesprek, a.van, regio=self._regio)
        return self._kaart_van(balie.verwerk(a.tekst), balie.gesprek, gekozen)

    def _kaart_van(self, reactie: Reactie, gesprek: Gesprek, gekozen: str) -> Kaart:
        if reactie.antwoord is None:
            return self._maker.mededeling(reactie.tekst)
        if reactie.opdracht is None:
            self._tellers.tel("antwoord", reactie.antwoord)
        beeld = Beeld(lang=reactie.alles, persoonsgegevens=reactie.antwoord.persoonsgegevens)
        stand = Stand(gesprek.draad, beeld) if gesprek.draad else None
        return self._maker.antwoord(reactie.antwoord, stand, beeld, gekozen)

    def _na_druk(self, a: Activiteit) -> Kaart:
        druk = lees_druk(a.waarde, self._geheugen.kern)
        gesprek = self._geheugen.bij(KANAAL, a.gesprek, a.van, regio=self._regio).gesprek
        gekozen = _naam_van_keuze(gesprek, druk.stand)
        antwoord = gesprek.herneem(druk.stand.draad)
        if druk.optie is not None:
            return self._na_keuze(gesprek, druk, antwoord)
        if druk.duim is not None:
            self._tellers.tel(f"duim_{druk.duim}", antwoord)
        return self._maker.antwoord(antwoord, druk.stand, druk.stand.beeld, gekozen)

    def _na_keuze(self, gesprek: Gesprek, druk: Druk, eerder: Antwoordobject) -> Kaart:
        """The card after an option was chosen; the options before it stay within reach."""
        namen = {o.id: o.tekst for o in gesprek.opties}
        nieuw = gesprek.kies_id(druk.optie or "")
        if nieuw is None:
            return self._maker.antwoord(eerder, druk.stand, druk.stand.beeld)
        self._tellers.tel("antwoord", nieuw)
        draad = gesprek.draad
        stand = Stand(draad, terug=druk.stand.draad, keuze=druk.optie) if draad else None
        return self._maker.antwoord(nieuw, stand, Beeld(), namen[druk.optie or ""])

    def _onthoud(self, a: Activiteit, bericht: str) -> None:
        if a.id is not None and bericht:
            self._plekken.zet(self._merk(a), bericht)

    def _merk(self, a: Activiteit) -> bytes:
        return self._geheugen.merk(KANAAL, a.gesprek, a.id or "")


def _naam_van_keuze(gesprek: Gesprek, stand: Stand) -> str:
    """Words of the option this card came from; empty when it came from none."""
    if stand.terug is None:
        return ""
    gesprek.herneem(stand.terug)
    return next((o.tekst for o in gesprek.opties if o.id == stand.keuze), "")
