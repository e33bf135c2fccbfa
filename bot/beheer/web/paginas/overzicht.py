"""The first page: what there is, what asks for attention, and what readers ask."""

from datetime import date

from aiohttp import web

from bot.beheer.concept import OPEN, Status
from bot.beheer.mensen import Rol
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.cijfers import cijfers
from bot.beheer.web.deur import Pagina
from bot.beheer.web.taken import te_beoordelen, wetten_om_te_bekijken
from kennis.laden import Kennis

KORTE_LIJST = 5
"""Entries of a list on the overview; the rest is a click away."""


async def overzicht(bezoek: Bezoek) -> web.Response:
    """Counts, tasks and charts."""
    beheer, kennis = bezoek.beheer, bezoek.kennis
    concepten = await bezoek.werk(lambda: beheer.werkbank.concepten(*OPEN))
    vandaag = date.today()
    tellingen = beheer.tellingen
    return bezoek.toon(
        "overzicht.html",
        aantallen=_aantallen(bezoek, kennis),
        verlopen=te_beoordelen(kennis, beheer.instelling.beoordeeltermijn, vandaag),
        strijd=list(kennis.tegenstrijdigheden.values()),
        wetten=wetten_om_te_bekijken(kennis),
        concepten=concepten,
        wachten=[c for c in concepten if c.status is Status.TER_GOEDKEURING and c.auteur.id != bezoek.gebruiker.id],
        inzendingen=len(tellingen.opslag.inzendingen()) if tellingen else 0,
        cijfers=cijfers(tellingen, kennis, vandaag) if tellingen else None,
        kort=KORTE_LIJST,
        kennis=kennis,
    )


def _aantallen(bezoek: Bezoek, kennis: Kennis) -> list[tuple[str, int, str]]:
    taal = bezoek.beheer.kern().begrijper.taal
    woorden = sum(len(lijst) for begrippen in taal.woorden.values() for lijst in begrippen.values())
    return [
        ("antwoorden", len(kennis.antwoorden), "antwoorden"),
        ("regels", len(kennis.regels), "regels"),
        ("woorden", woorden, "woorden"),
        ("regio's", len(kennis.regios), "regios"),
        ("lessen", len(kennis.leren.lessen), "lessen"),
        ("wedervragen", len(kennis.wedervragen), "wedervragen"),
        ("grondslagen", len(kennis.grondslagen), "grondslagen"),
        ("bronnen", len(kennis.bronnen), "bronnen"),
    ]


async def inzendingen(bezoek: Bezoek) -> web.Response:
    """Questions that readers handed in to be answered."""
    tellingen = bezoek.beheer.tellingen
    lijst = tellingen.opslag.inzendingen() if tellingen else []
    return bezoek.toon("inzendingen.html", lijst=list(reversed(lijst)))


async def verwijder_inzending(bezoek: Bezoek) -> web.Response:
    """Take a question off the list once it was dealt with."""
    tellingen, nr = bezoek.beheer.tellingen, bezoek.verzoek.match_info["nr"]
    if tellingen is None or not nr.isdecimal() or not tellingen.opslag.verwijder(int(nr)):
        raise web.HTTPNotFound
    bezoek.noteer("inzending verwijderd", nr)
    return bezoek.naar("/beheer/inzendingen", "De vraag is van de lijst.")


async def logboek(bezoek: Bezoek) -> web.Response:
    """Who did what."""
    return bezoek.toon("logboek.html", regels=bezoek.beheer.logboek.laatste())


PAGINAS = (
    Pagina("GET", "", Rol.LEZER, overzicht, "overzicht"),
    Pagina("GET", "/inzendingen", Rol.LEZER, inzendingen, "overzicht"),
    Pagina("POST", "/inzendingen/{nr}/weg", Rol.REDACTEUR, verwijder_inzending, "overzicht"),
    Pagina("GET", "/logboek", Rol.GOEDKEURDER, logboek, "overzicht"),
)
