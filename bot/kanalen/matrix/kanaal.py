"""The channel as the service runs it: puts the parts together and passes what comes in on to the work queue."""

import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from aiohttp import web

from bot.gesprek.geheugen import Geheugen
from bot.gesprek.teksten import laad_gesprekteksten
from bot.gesprek.tellers import GeenTellers, Tellers
from bot.kanalen.matrix.behandelaar import KANAAL, Behandelaar
from bot.kanalen.matrix.bericht import Bericht, Soort, lees_bericht
from bot.kanalen.matrix.client import maak_client
from bot.kanalen.matrix.fouten import NietAangemeld, Weigering
from bot.kanalen.matrix.inname import Inname
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kamergegevens import Kamerboek
from bot.kanalen.matrix.kamers import Kamers
from bot.kanalen.matrix.kruistekenen import teken_apparaat
from bot.kanalen.matrix.luisteren import Luisteraar
from bot.kanalen.matrix.onleesbaar import Onleesbaar, is_vervalst
from bot.kanalen.matrix.opruimen import Opruimer
from bot.kanalen.matrix.postvak import Postvak
from bot.kanalen.matrix.schijf import volhardend
from bot.kanalen.matrix.sessie import laad_sessie, maak_map, vergrendel
from bot.kanalen.matrix.teksten import laad_matrixteksten
from bot.kanalen.matrix.voortgang import Voortgang
from bot.kanalen.matrix.weekcasus import Weekcasus
from bot.kanalen.matrix.weergave import Weergave
from bot.kanalen.matrix.werkrij import Werkrij
from bot.kanalen.matrix.zender import Zender
from bot.kanalen.teksten import laad_teksten
from bot.logboek import plaats
from bot.organisaties import Regiokiezer

LOG = logging.getLogger(__name__)
MET_LEEFTIJD = frozenset({Soort.TEKST, Soort.GEEN_TEKST, Soort.REACTIE})
"""Kinds of events that get no answer once they are old."""
VOORRANG_S = 0.1
"""Seconds that the next sync lets answers go first."""
OPRUIMTIJD_S = 3600.0
"""Seconds between two rounds of forgetting."""


class MatrixKanaal:
    """Serves one Matrix account. Raises MatrixFout or NietAangemeld when it cannot start or go on."""

    naam = KANAAL

    def __init__(
        self,
        instelling: MatrixInstellingen,
        geheugen: Geheugen,
        tellers: Tellers | None = None,
        regio_van: Regiokiezer = lambda _: None,
    ) -> None:
        maak_map(instelling.map)
        self._sessie = laad_sessie(instelling.map)
        self._slot = vergrendel(instelling.map)
        self._instelling = instelling
        self.postvak = Postvak(instelling.map, self._sessie.merkbytes())
        self._werk = Werkrij()
        self._voortgang = Voortgang(self._bewaar_token)
        self._opgeruimd = time.monotonic()
        self._client = maak_client(self._sessie, instelling.map, instelling.versleuteling)
        self._bouw(geheugen, tellers or GeenTellers(), regio_van)

    def _bouw(self, geheugen: Geheugen, tellers: Tellers, regio_van: Regiokiezer) -> None:
        client, instelling = self._client, self._instelling
        teksten, gesprekteksten = laad_matrixteksten(), laad_gesprekteksten()
        boek = Kamerboek(client)
        self.zender = Zender(client, instelling.oudste_vraag_s)
        self._kamers = Kamers(client, instelling, boek)
        weergave = Weergave(teksten, laad_teksten(), geheugen)
        self.weekcasus = Weekcasus(client, self.zender, boek, weergave, teksten, geheugen, instelling.weekcasus_uur)
        self.behandelaar = Behandelaar(
            client,
            self.zender,
            self.postvak,
            geheugen,
            boek,
            self._kamers,
            Luisteraar(client, instelling, self._kamers, gesprekteksten),
            Opruimer(client, self.zender, boek, teksten),
            self.weekcasus,
            weergave,
            teksten,
            tellers,
            regio_van,
        )
        self._onleesbaar = Onleesbaar(client, instelling.respijt_s, self._alsnog, self._geef_op)
        self._inname = Inname(client, self, self.postvak.stand("token"), instelling.oudste_vraag_s)
        self._doe: dict[Soort, Callable[[Bericht], Awaitable[str | None]]] = {
            Soort.TEKST: self.behandelaar.tekst,
            Soort.GEEN_TEKST: self.behandelaar.geen_tekst,
            Soort.REACTIE: self.behandelaar.reactie,
            Soort.VERWIJDERING: self._verwijdering,
            Soort.LID: self._lid,
            Soort.OPVOLGER: self._opvolger,
        }

    async def draai(self) -> None:
        """Serve until cancelled; what was begun is finished first."""
        try:
            if self._instelling.versleuteling:
                await teken_apparaat(self._client, self._sessie)
            await self._inname.draai()
        finally:
            await self._werk.rond_af()
            await self._client.close()
            self.postvak.sluit()
            self._slot.close()

    def routes(self) -> Iterable[web.RouteDef]:
        """None: this channel asks, it is not called."""
        return ()

    def laatste_goed(self) -> float | None:
        """Clock of the last good sync."""
        return self._inname.laatste_goed

    def verbonden(self) -> bool:
        """Whether the first sync went well."""
        return self._inname.laatste_goed is not None

    # What the intake reports.

    def lading(self, token: str, berichten: list[Bericht], onleesbaar: list[tuple[str, Any]]) -> None:
        """Queue what is new; the token is kept once all of it is done."""
        nieuw = [b for b in berichten if self._telt(b)]
        wachtend = [(kamer, g) for kamer, g in onleesbaar if self._wacht_op_sleutel(g)]
        self._voortgang.neem(token, [*(b.id for b in nieuw), *(g.event_id for _, g in wachtend)])
        for kamer, gebeurtenis in wachtend:
            self._onleesbaar.neem(kamer, gebeurtenis)
        for bericht in nieuw:
            if bericht.soort is Soort.OPVOLGER:
                self._kamers.meld_opvolger(bericht.kamer, bericht.doel or "", bericht.afzender)
            self._neem(bericht)

    def uitnodiging(self, kamer: str, van: str) -> None:
        """Queue an invitation."""
        self._werk.neem(kamer, partial(self._kamers.uitgenodigd, kamer, van))

    def gesynchroniseerd(self) -> None:
        """Look whether keys came in that messages wait for, and forget old things now and then."""
        self._onleesbaar.probeer()
        for kamer in self.weekcasus.aan_de_beurt():
            self._werk.neem(kamer, partial(self.weekcasus.plaats, kamer))
        if time.monotonic() - self._opgeruimd > OPRUIMTIJD_S:
            self._opgeruimd = time.monotonic()
            self.postvak.ruim_op()

    async def voorrang(self) -> None:
        """Let answers go first: a sync that stands open makes the server tell us of our own answer before the asker."""
        await self._werk.geef_voorrang(VOORRANG_S)

    # Which events count.

    def _telt(self, bericht: Bericht) -> bool:
        if bericht.soort is Soort.LID:
            return self._lid_telt(bericht) and not self.postvak.is_klaar(bericht.id)
        if bericht.afzender == self._sessie.gebruiker or bericht.afzender in self._instelling.negeer:
            return False
        if bericht.soort in MET_LEEFTIJD and self._te_oud(bericht.tijd_s):
            return False
        return not self.postvak.is_klaar(bericht.id)

    def _lid_telt(self, bericht: Bericht) -> bool:
        """Our own joining, or someone else's leaving."""
        if bericht.lid == self._sessie.gebruiker:
            return bericht.teken == "join" and not self._te_oud(bericht.tijd_s)
        return bericht.teken in ("leave", "ban")

    def _wacht_op_sleutel(self, gebeurtenis: Any) -> bool:
        van_mij = gebeurtenis.sender == self._sessie.gebruiker
        oud = self._te_oud(gebeurtenis.server_timestamp / 1000)
        return not van_mij and not oud and not self.postvak.is_klaar(gebeurtenis.event_id)

    def _te_oud(self, tijd_s: float) -> bool:
        return self._inname.servertijd() - tijd_s > self._instelling.oudste_vraag_s

    # The work.

    def _neem(self, bericht: Bericht) -> None:
        self._werk.neem(bericht.kamer, partial(self._behandel, bericht))

    async def _behandel(self, bericht: Bericht) -> None:
        """Take on one event, do it, and tell that it is done; a refusal by the server also ends it."""
        if await volhardend(lambda: self.postvak.begin(bericht.id)):
            antwoord: str | None = None
            try:
                antwoord = await self._doe[bericht.soort](bericht)
            except NietAangemeld:
                return
            except Weigering as fout:
                LOG.info("Een bericht kreeg geen antwoord: %s", fout.code)
            except Exception as fout:
                LOG.error("Fout bij een bericht: %s", plaats(type(fout), fout.__traceback__))
                await self.behandelaar.storing(bericht)
            await volhardend(lambda: self.postvak.klaar(bericht.id, antwoord=antwoord))
        self._voortgang.klaar(bericht.id)

    async def _verwijdering(self, bericht: Bericht) -> None:
        await self.behandelaar.verwijdering(bericht)

    async def _lid(self, bericht: Bericht) -> str | None:
        if bericht.lid == self._sessie.gebruiker:
            return await self.behandelaar.welkom(bericht)
        await self._kamers.verlaat_als_leeg(bericht.kamer)
        return None

    async def _opvolger(self, bericht: Bericht) -> None:
        await self._kamers.volg(bericht.kamer, bericht.doel or "", bericht.afzender)

    # Messages that could not be read.

    def _alsnog(self, kamer: str, gebeurtenis: Any) -> None:
        bericht = lees_bericht(kamer, gebeurtenis.source)
        if bericht is not None and self._telt(bericht) and not is_vervalst(self._client, gebeurtenis):
            self._neem(bericht)
        else:
            self._voortgang.klaar(gebeurtenis.event_id)

    def _geef_op(self, kamer: str, gebeurtenis: Any) -> None:
        """One notice per session in a chat of two; in a group one for the room, since most is not meant for the bot."""
        waarvoor = gebeurtenis.session_id if self._kamers.is_samen(kamer) else kamer
        self._werk.neem(kamer, partial(self._meld_onleesbaar, kamer, str(waarvoor)))
        self._voortgang.klaar(gebeurtenis.event_id)

    async def _meld_onleesbaar(self, kamer: str, waarvoor: str) -> None:
        if await volhardend(lambda: self.postvak.begin("onleesbaar", waarvoor)):
            await self.behandelaar.onleesbaar(kamer, waarvoor)
            await volhardend(lambda: self.postvak.klaar("onleesbaar", waarvoor))

    def _bewaar_token(self, token: str) -> None:
        """On a full disk the next one counts: an older token only means that the server tells more than once."""
        with suppress(sqlite3.OperationalError):
            self.postvak.zet_stand(token=token, laatste_goed=str(int(time.time())))
