"""Management as a channel of the service: it hands over routes and waits to be called."""

import asyncio
import logging
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from bot.beheer.instellingen import Beheerinstellingen
from bot.beheer.opslag import Opslag
from bot.beheer.web.accounts import WEBMAP
from bot.beheer.web.beeld import STATISCH
from bot.beheer.web.beheer import Beheer
from bot.beheer.web.bewerking import MODELLEN, formulier
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.deelsessies import Deelsessies
from bot.beheer.web.deur import Deur, Pagina, foutpagina
from bot.beheer.web.instelling import Beheerwebinstellingen
from bot.beheer.web.paginas import aanmelden, bewerken, bladeren, concepten, geschiedenis, overzicht, proberen, uitvoer
from bot.beheer.werkbank import Werkbank
from bot.gesprek.geheugen import Geheugen
from bot.opslag import Opslag as Gedeeld
from bot.tellingen import Tellingen
from kennis.fouten import DeelwijzerFout, KennisFout

SOORTEN = {"stijl.css": "text/css", "beheer.js": "text/javascript", "merk.svg": "image/svg+xml"}
"""The files a page may ask for; there are no others to be had."""
OM_DE = 30.0
"""Seconds between two looks at what was approved for a day."""
log = logging.getLogger(__name__)
BEWAAR = "public, max-age=3600"


async def bestand(bezoek: Bezoek) -> web.Response:
    """Style sheet and script."""
    naam = bezoek.verzoek.match_info["naam"]
    if naam not in SOORTEN:
        return foutpagina(bezoek, 404)
    pad: Path = STATISCH / naam
    kop = {"Cache-Control": BEWAAR}
    return web.Response(body=pad.read_bytes(), content_type=SOORTEN[naam], charset="utf-8", headers=kop)


async def niet_gevonden(bezoek: Bezoek) -> web.Response:
    """Any other address."""
    return foutpagina(bezoek, 404)


PAGINAS: tuple[Pagina, ...] = (
    *aanmelden.PAGINAS,
    *overzicht.PAGINAS,
    *bladeren.PAGINAS,
    *bewerken.PAGINAS,
    *concepten.PAGINAS,
    *geschiedenis.PAGINAS,
    *proberen.PAGINAS,
    *uitvoer.PAGINAS,
    Pagina("GET", "/bestand/{naam}", None, bestand),
    Pagina("GET", "/{rest:.*}", None, niet_gevonden),
)
"""Every page there is; the order is the order in which they are tried."""


def maak_beheerkanaal(
    instelling: Beheerinstellingen,
    web: Beheerwebinstellingen,
    geheugen: Geheugen,
    tellingen: Tellingen | None,
    gedeeld: Gedeeld | None = None,
    sleutel: bytes = b"",
) -> "Beheerkanaal":
    """Management on the web, over the knowledge repository of the settings; `sleutel` is what processes share."""
    map_, werkbank = instelling.map / WEBMAP, Werkbank(Opslag(instelling.map))
    beheer = Beheer(web, map_, lambda: geheugen.kern, geheugen.werk, werkbank, tellingen)
    if gedeeld is not None:
        beheer.deelsessies = Deelsessies(beheer.sessies, gedeeld, sleutel)
    return Beheerkanaal(beheer)


class Beheerkanaal:
    """Serves management."""

    naam = "beheer"

    def __init__(self, beheer: Beheer) -> None:
        self._beheer = beheer

    def routes(self) -> Iterable[web.RouteDef]:
        """All pages."""
        deur = Deur(self._beheer)
        return [deur.route(pagina) for pagina in PAGINAS]

    def laatste_goed(self) -> float | None:
        """It only waits to be called."""
        return None

    def verbonden(self) -> bool:
        """It has nothing to connect to."""
        return True

    async def draai(self) -> None:
        """Make live what was approved for today, until stopped."""
        await asyncio.to_thread(self._warm_op)
        while True:
            await asyncio.to_thread(self._publiceer_geplande)
            await asyncio.sleep(OM_DE)

    def _warm_op(self) -> None:
        """What every officer needs first takes seconds to read once; let nobody wait for it."""
        for soort in MODELLEN:
            formulier(soort, self._beheer.kern().kennis)
        with suppress(KennisFout):  # live knowledge that is broken is told elsewhere, and mended on these pages
            self._beheer.archief.bundel().soorten()

    def _publiceer_geplande(self) -> None:
        try:
            for concept in self._beheer.werkbank.publiceer_geplande():
                self._beheer.logboek.schrijf("planner", f"geplande publicatie: {concept.status.value}", str(concept.nr))
        except (DeelwijzerFout, OSError) as fout:
            log.error("geplande publicatie lukt niet: %s", type(fout).__name__)
