"""What went live, who decided, and the way back."""

import re
from collections.abc import Callable
from functools import partial

from aiohttp import web

from bot.beheer.fouten import Beheerfout
from bot.beheer.mensen import GeenRecht, Rol
from bot.beheer.opslag import Publicatie
from bot.beheer.web.adressen import pagina_van
from bot.beheer.web.archief import MEESTE_PUBLICATIES
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.deur import Pagina
from bot.beheer.web.leesverschil import velden_van
from bot.beheer.web.velden import LANGSTE_REDEN, tekst_fout
from kennis.bewerken import Bewerkfout

_VERSIE = re.compile(r"[0-9a-f]{40}")
REDEN_TERUG = "Terug naar de versie van {dag:%d-%m-%Y %H:%M}"
REDEN_ONGEDAAN = "Ongedaan: {titel}"


async def lijst(bezoek: Bezoek) -> web.Response:
    """All publications."""
    werkbank = bezoek.beheer.werkbank
    versies = await bezoek.werk(lambda: werkbank.geschiedenis(meeste=MEESTE_PUBLICATIES))
    return bezoek.toon("geschiedenis.html", versies=versies, nu=werkbank.opslag.versie)


async def _publicatie(bezoek: Bezoek) -> Publicatie:
    versie, werkbank = bezoek.verzoek.match_info["versie"], bezoek.beheer.werkbank
    if not _VERSIE.fullmatch(versie):
        raise web.HTTPNotFound
    alle = await bezoek.werk(lambda: werkbank.geschiedenis(meeste=MEESTE_PUBLICATIES))
    gevonden = next((p for p in alle if p.versie == versie), None)
    if gevonden is None:
        raise web.HTTPNotFound
    return gevonden


async def versie(bezoek: Bezoek) -> web.Response:
    """One publication with what it changed, and two ways back."""
    return await _toon(bezoek)


async def _toon(bezoek: Bezoek, status: int = 200, fout: str = "") -> web.Response:
    publicatie, werkbank = await _publicatie(bezoek), bezoek.beheer.werkbank
    is_begin = await bezoek.werk(lambda: werkbank.opslag.is_begin(publicatie.versie))
    verschil = [] if is_begin else await bezoek.werk(lambda: werkbank.verschil_van(publicatie.versie))
    return bezoek.toon(
        "versie.html",
        status,
        publicatie=publicatie,
        verschil=[(v, pagina_van(v.sleutel), velden_van(v)) for v in verschil],
        is_begin=is_begin,
        is_live=publicatie.versie == werkbank.opslag.versie,
        reden_terug=REDEN_TERUG.format(dag=publicatie.moment),
        reden_ongedaan=REDEN_ONGEDAAN.format(titel=publicatie.titel),
        fout=fout,
    )


def terug(bezoek: Bezoek, versie: str, reden: str) -> tuple[str, str]:
    """All knowledge as it was in this version, live at once."""
    nieuw = bezoek.beheer.werkbank.terug(bezoek.gebruiker, versie, reden)
    bezoek.noteer("teruggezet", f"{versie[:12]} als {nieuw.versie[:12]}")
    return f"/beheer/geschiedenis/{nieuw.versie}", "Alles is weer zoals in deze versie, in elk kanaal."


def ongedaan(bezoek: Bezoek, versie: str, reden: str) -> tuple[str, str]:
    """A draft that takes back this one publication."""
    concept = bezoek.beheer.werkbank.maak_ongedaan(bezoek.gebruiker, versie, reden)
    bezoek.noteer("concept bewaard: ongedaan", f"{concept.nr} {versie[:12]}")
    return f"/beheer/concepten/{concept.nr}", "Dit concept draait de wijziging terug."


async def _stap(doe: Callable[[Bezoek, str, str], tuple[str, str]], bezoek: Bezoek) -> web.Response:
    """Do something with a version, and go where it says; or tell on its own page why not."""
    publicatie, vorm = await _publicatie(bezoek), await bezoek.verzoek.post()
    reden = " ".join(str(vorm.get("reden", "")).split())[:LANGSTE_REDEN] or "Teruggezet"
    if fout := tekst_fout(reden):
        return await _toon(bezoek, 422, fout)
    try:
        plek, melding = await bezoek.werk(lambda: doe(bezoek, publicatie.versie, reden))
    except (Beheerfout, Bewerkfout, GeenRecht) as fout_:
        return await _toon(bezoek, 409, str(fout_))
    return bezoek.naar(plek, melding)


PAGINAS = (
    Pagina("GET", "/geschiedenis", Rol.LEZER, lijst, "geschiedenis"),
    Pagina("GET", "/geschiedenis/{versie}", Rol.LEZER, versie, "geschiedenis"),
    Pagina("POST", "/geschiedenis/{versie}/terug", Rol.GOEDKEURDER, partial(_stap, terug), "geschiedenis"),
    Pagina("POST", "/geschiedenis/{versie}/ongedaan", Rol.REDACTEUR, partial(_stap, ongedaan), "geschiedenis"),
)
