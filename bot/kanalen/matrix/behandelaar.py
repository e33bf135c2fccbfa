"""Does what a message asks: looks whether it is for the bot, hands it to the desk, and sends what comes back."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from bot.gesprek.balie import Balie, Reactie
from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import Tellers
from bot.kanalen.matrix.aanspraak import kale_tekst
from bot.kanalen.matrix.bericht import Bericht
from bot.kanalen.matrix.client import Client, pad
from bot.kanalen.matrix.fouten import Weigering
from bot.kanalen.matrix.gegeven import Antwoordenboek, Gegeven
from bot.kanalen.matrix.kamergegevens import Kamerboek
from bot.kanalen.matrix.kamers import Kamers
from bot.kanalen.matrix.luisteren import Luisteraar
from bot.kanalen.matrix.opruimen import Opruimer
from bot.kanalen.matrix.postvak import Postvak
from bot.kanalen.matrix.teksten import Matrixteksten
from bot.kanalen.matrix.weekcasus import Weekcasus
from bot.kanalen.matrix.weergave import Weergave, als_verbetering, met_relatie
from bot.kanalen.matrix.zender import Zender, tx
from bot.organisaties import Regiokiezer

LOG = logging.getLogger(__name__)
KANAAL = "matrix"
R = TypeVar("R")
STIL_S = 0.5
"""Seconds of work before the bot shows that it is typing."""


class Behandelaar:
    """Handles messages one at a time per room; every step may be done again after a crash."""

    def __init__(
        self,
        client: Client,
        zender: Zender,
        postvak: Postvak,
        geheugen: Geheugen,
        boek: Kamerboek,
        kamers: Kamers,
        luisteraar: Luisteraar,
        opruimer: Opruimer,
        weekcasus: Weekcasus,
        weergave: Weergave,
        teksten: Matrixteksten,
        tellers: Tellers,
        regio_van: Regiokiezer = lambda _: None,
    ) -> None:
        self._client = client
        self._zender = zender
        self._postvak = postvak
        self._geheugen = geheugen
        self._boek = boek
        self._kamers = kamers
        self._luisteraar = luisteraar
        self._opruimer = opruimer
        self._weekcasus = weekcasus
        self._weergave = weergave
        self._teksten = teksten
        self._tellers = tellers
        self._regio_van = regio_van
        self._gegeven = Antwoordenboek(geheugen.merk)

    async def tekst(self, bericht: Bericht) -> str | None:
        """Answer a line; gives the id of the answer, None when the line was not for the bot."""
        if bericht.doel is not None:
            return await self._verbetering(bericht, bericht.doel)
        if not await self._luisteraar.voor_mij(bericht):
            return None
        self._gegeven.zelfde_woorden(bericht.id, bericht.tekst)
        teveel = self._luisteraar.te_vaak(self._wie(bericht))
        if teveel:
            return await self._zeg(bericht, self._teksten.te_vaak) if teveel == 1 else None
        async with self._toont_typen(bericht.kamer):
            return await self._beantwoord(bericht, None)

    async def geen_tekst(self, bericht: Bericht) -> str | None:
        """Say that only words can be read, where every message is for the bot."""
        return await self._zeg(bericht, self._teksten.alleen_tekst) if self._kamers.is_samen(bericht.kamer) else None

    async def verwijdering(self, bericht: Bericht) -> None:
        """Remove the answer to a question that was removed."""
        antwoord = self._postvak.antwoord_op(bericht.doel or "")
        if antwoord is None:
            return
        self._gegeven.weg(antwoord)
        await self._zender.verwijder(bericht.kamer, antwoord, self._teksten.vraag_weg, tx("weg", bericht.id))

    async def reactie(self, bericht: Bericht) -> str | None:
        """A tapped digit chooses, a thumb counts."""
        gegeven = self._gegeven.bij(bericht.doel or "")
        if gegeven is None:
            return await self._onbekende_keuze(bericht)
        for wat, teken in (("duim_omhoog", self._teksten.duim_omhoog), ("duim_omlaag", self._teksten.duim_omlaag)):
            if gegeven.antwoord and bericht.teken.startswith(teken) and self._wie(bericht) not in gegeven.geteld:
                gegeven.geteld.add(self._wie(bericht))
                self._tellers.tel(wat, gegeven.antwoord)
        return await self._keuze(bericht, gegeven)

    async def welkom(self, bericht: Bericht) -> str:
        """Greet a room the bot just came into."""
        samen = self._kamers.is_samen(bericht.kamer)
        erbij = self._teksten.welkom_samen if samen else self._teksten.welkom_kamer
        _, begroeting = await self._vraag_balie(bericht, lambda balie: balie.open()[0])
        inhoud = self._weergave.reactie(begroeting, (erbij,)).als_inhoud()
        return await self._zender.bericht(bericht.kamer, inhoud, tx("welkom", bericht.id))

    async def onleesbaar(self, kamer: str, waarvoor: str) -> None:
        """Say once that messages cannot be read."""
        inhoud = self._weergave.tekst(self._teksten.onleesbaar).als_inhoud()
        await self._zender.bericht(kamer, inhoud, tx("onleesbaar", waarvoor))

    async def storing(self, bericht: Bericht) -> None:
        """Say that something went wrong, rather than nothing."""
        with suppress(Weigering):
            await self._zeg(bericht, self._teksten.storing)

    def _cijfer(self, teken: str) -> int:
        """The digit that was tapped; 0 for anything else."""
        kaal = [cijfer.rstrip("\ufe0f\u20e3") for cijfer in self._teksten.cijfers]
        return int(teken[0]) if teken[:1] in kaal and teken[1:].strip("\ufe0f\u20e3") == "" else 0

    async def _onbekende_keuze(self, bericht: Bericht) -> str | None:
        """Say that a choice is forgotten; only where it cannot have been meant for anyone else."""
        voor_mij = self._cijfer(bericht.teken) and self._kamers.is_samen(bericht.kamer)
        return await self._zeg(bericht, self._teksten.keuze_vergeten) if voor_mij else None

    async def _keuze(self, bericht: Bericht, gegeven: Gegeven) -> str | None:
        nr = self._cijfer(bericht.teken)
        if not nr or self._wie(bericht) != gegeven.vrager or nr > len(gegeven.opties):
            return None
        if not self._gegeven.is_laatste(gegeven):
            return None

        def kies(balie: Balie) -> Reactie | None:
            if balie.is_leeg:
                return Reactie(tekst=self._teksten.keuze_vergeten)
            return balie.kies(nr) if balie.gesprek.opties is gegeven.opties else None

        balie, reactie = await self._vraag_balie(bericht, kies)
        return None if reactie is None else await self._stuur(bericht, balie, reactie, gegeven.relatie)

    async def _verbetering(self, bericht: Bericht, doel: str) -> str | None:
        """Answer a corrected question in the place of the earlier answer."""
        if not await self._is_van(bericht.kamer, doel, bericht.afzender):
            return None
        antwoord = self._postvak.antwoord_op(doel)
        if antwoord is None:
            return await self._nieuw_door_verbetering(bericht, doel)
        if self._gegeven.zelfde_woorden(doel, bericht.tekst):
            return None
        await self._beantwoord(bericht, antwoord)
        return None

    async def _nieuw_door_verbetering(self, bericht: Bericht, doel: str) -> str | None:
        """A line that only after a correction is for the bot."""
        antwoord = await self.tekst(replace(bericht, id=doel, doel=None))
        if antwoord is not None:
            self._postvak.klaar(doel, antwoord=antwoord)
        return None

    async def _beantwoord(self, bericht: Bericht, in_plaats_van: str | None) -> str:
        tekst = kale_tekst(bericht, self._luisteraar.ik(bericht.kamer))
        gezet = await self._opruimer.opdracht(bericht, tekst) or await self._weekcasus.opdracht(bericht, tekst)
        if gezet is not None:
            return await self._zeg(bericht, gezet)
        eerder = self._gegeven.bij(bericht.antwoord_op or "")

        def verwerk(balie: Balie) -> Reactie:
            if eerder and eerder.draad and eerder.antwoord is not balie.gesprek.laatste:
                balie.gesprek.herneem(eerder.draad)  # a reply goes on with what it replies to, whoever asked that
            return balie.verwerk(tekst)

        balie, reactie = await self._vraag_balie(bericht, verwerk)
        await self._na_opdracht(bericht, balie, reactie)
        return await self._stuur(bericht, balie, reactie, self._relatie(bericht), in_plaats_van)

    async def _na_opdracht(self, bericht: Bericht, balie: Balie, reactie: Reactie) -> None:
        """Do this channel's part of a command."""
        samen = self._kamers.is_samen(bericht.kamer)
        if reactie.opdracht == "regio":
            await self._boek.zet(bericht.kamer, regio=balie.gesprek.regio)
        if reactie.opdracht == "rol" and samen and balie.gesprek.rol:
            await self._boek.zet(bericht.kamer, rol=balie.gesprek.rol)
        if reactie.opdracht in ("wis", "stop"):
            await self._geheugen.werk(partial(self._geheugen.vergeet, KANAAL, bericht.kamer, bericht.afzender))
            await self._geheugen.deel(KANAAL, bericht.kamer, bericht.afzender)

    async def _stuur(
        self,
        bericht: Bericht,
        balie: Balie,
        reactie: Reactie,
        relatie: dict[str, Any] | None,
        in_plaats_van: str | None = None,
    ) -> str:
        erbij = await self._opruimer.opmerkingen(bericht, reactie)
        inhoud = met_relatie(self._weergave.reactie(reactie, erbij).als_inhoud(), relatie)
        if in_plaats_van is None:
            uit = await self._zender.bericht(bericht.kamer, inhoud, tx("antwoord", bericht.id))
        else:
            inhoud.pop("m.relates_to", None)
            await self._zender.bericht(bericht.kamer, als_verbetering(inhoud, in_plaats_van), tx("beter", bericht.id))
            uit = in_plaats_van
        if reactie.antwoord is not None and reactie.opdracht is None:
            self._tellers.tel("antwoord", reactie.antwoord)
        await self._onthoud(bericht, balie, reactie, relatie, uit)
        for nr, bestand in enumerate(reactie.bestanden):
            await self._zender.bestand(bericht.kamer, bestand, relatie, tx("bestand", bericht.id, str(nr)))
        return uit

    async def _onthoud(
        self, bericht: Bericht, balie: Balie, reactie: Reactie, relatie: dict[str, Any] | None, id_: str
    ) -> None:
        """Let people react to the answer: digits under it, and a place to look it up."""
        opties = balie.gesprek.opties if reactie.antwoord and reactie.antwoord.wedervraag else reactie.opties
        if reactie.antwoord is None and not opties:
            return
        draad = balie.gesprek.draad if reactie.antwoord else None
        self._gegeven.zet(id_, Gegeven(reactie.antwoord, self._wie(bericht), opties, relatie, draad))
        for cijfer, _ in zip(self._teksten.cijfers, opties, strict=False):
            with suppress(Weigering):
                await self._zender.reactie(bericht.kamer, id_, cijfer, tx("cijfer", bericht.id, cijfer))

    async def _zeg(self, bericht: Bericht, markdown: str) -> str:
        inhoud = met_relatie(self._weergave.tekst(markdown).als_inhoud(), self._relatie(bericht))
        return await self._zender.bericht(bericht.kamer, inhoud, tx("antwoord", bericht.id))

    def _relatie(self, bericht: Bericht) -> dict[str, Any] | None:
        """Where the answer belongs: in the thread, or as a reply where several people talk."""
        op = {"m.in_reply_to": {"event_id": bericht.id}}
        if bericht.draad is not None:
            self._luisteraar.doet_mee(bericht.kamer, bericht.draad)
            return {"rel_type": "m.thread", "event_id": bericht.draad, "is_falling_back": True, **op}
        return None if self._kamers.is_samen(bericht.kamer) and bericht.antwoord_op is None else op

    async def _vraag_balie(self, bericht: Bericht, doe: Callable[[Balie], R]) -> tuple[Balie, R]:
        """Have the desk of this conversation do something, in the one thread that conversations live in."""
        gegevens = await self._boek.van(bericht.kamer)
        wie = (KANAAL, bericht.kamer, bericht.afzender)

        def in_de_draad() -> tuple[Balie, R]:
            regio = gegevens.regio or self._regio_van(bericht.afzender)
            balie = self._geheugen.bij(*wie, regio=regio, rol=gegevens.rol)
            return balie, doe(balie)

        return await self._geheugen.werk_bij(wie, in_de_draad)

    def _wie(self, bericht: Bericht) -> bytes:
        return self._geheugen.merk(KANAAL, bericht.kamer, bericht.afzender)

    async def _is_van(self, kamer: str, id_: str, gebruiker: str) -> bool:
        """Whether this user sent this event: anyone may send a correction of anything."""
        try:
            bron = await self._client.roep("GET", f"/v3{pad('rooms', kamer, 'event', id_)}")
        except Weigering:
            return False
        return bool(bron.get("sender") == gebruiker)

    @asynccontextmanager
    async def _toont_typen(self, kamer: str) -> AsyncIterator[None]:
        """Show typing when it takes long."""

        async def later() -> None:
            await asyncio.sleep(STIL_S)
            await self._zender.typt(kamer, True)

        taak = asyncio.create_task(later())
        try:
            yield
        finally:
            if taak.cancel() or taak.cancelled():
                with suppress(asyncio.CancelledError):
                    await taak
            else:
                await self._zender.typt(kamer, False)
