"""Drafts: what they do, and the steps from draft to live. Roles and four eyes are kept by the workbench as well."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

from aiohttp import web

from bot.beheer.concept import OPEN, Concept, Status, schrijvers
from bot.beheer.fouten import Beheerfout, Onbekend
from bot.beheer.mensen import GeenRecht, Rol
from bot.beheer.web.adressen import wijzigadres
from bot.beheer.web.bewerking import MODELLEN
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.deur import Pagina
from bot.beheer.web.leesverschil import velden_van
from bot.beheer.web.velden import LANGSTE_REDEN, tekst_fout
from bot.beheer.werkbank import Werkbank
from kennis.bewerken import Bewerkfout, Botsingfout, Sleutel, Verschil

LANGSTE_WACHT = 10.0
"""Seconds that a step may take before the officer goes on."""
LOOPT = "Dit loopt. U mag verder met iets anders; deze pagina zegt wanneer het klaar is."
MEESTE_OVERZICHT = 200
"""Drafts on one page."""


async def lijst(bezoek: Bezoek) -> web.Response:
    """All drafts, the open ones first."""
    stand = bezoek.verzoek.query.get("stand", "open")
    keuze = OPEN if stand == "open" else {s for s in Status if s.value == stand} or set(Status)
    werkbank = bezoek.beheer.werkbank
    concepten = await bezoek.werk(lambda: werkbank.concepten(*keuze))
    return bezoek.toon("concepten.html", concepten=concepten[:MEESTE_OVERZICHT], stand=stand, standen=list(Status))


def nummer(bezoek: Bezoek) -> int:
    """The draft that a path names."""
    nr = bezoek.verzoek.match_info["nr"]
    if not nr.isdecimal() or len(nr) > 9:
        raise web.HTTPNotFound
    return int(nr)


async def concept(bezoek: Bezoek) -> web.Response:
    """One draft with everything it does."""
    return await toon(bezoek, nummer(bezoek))


async def toon(bezoek: Bezoek, nr: int, status: int = 200, fout: str = "", reden: str = "") -> web.Response:
    """The page of a draft."""
    werkbank = bezoek.beheer.werkbank
    try:
        item = await bezoek.werk(lambda: werkbank.opslag.concept(nr))
    except Onbekend:
        raise web.HTTPNotFound from None
    effect, verschil, botsing = None, [], None
    try:
        verschil = await bezoek.werk(lambda: _verschil(werkbank, item))
        effect = await bezoek.beheer.gevolgen.haal(item) if item.status in OPEN else None
    except Botsingfout as botst:
        botsing = botst
    except Bewerkfout as kapot:
        fout = fout or str(kapot)
    return bezoek.toon(
        "concept.html",
        status,
        concept=item,
        gevolgen=effect,
        rekent=effect is None and item.status in OPEN and botsing is None and not fout,
        verschil=[(v, _wijzig_adres(bezoek, v.sleutel, item), velden_van(v)) for v in verschil],
        botsing=botsing,
        sleutels=[(w, _wijzig_adres(bezoek, w.waar, item)) for w in item.wijzigingen],
        fout=fout,
        reden=reden,
        mag=_mag(bezoek, item),
        vandaag=date.today().isoformat(),
        loopt=nr in bezoek.beheer.lopend,
    )


def _verschil(werkbank: Werkbank, item: Concept) -> list[Verschil]:
    """What a draft changes; once it is live, what it changed."""
    return werkbank.verschil_van(item.versie) if item.versie else werkbank.verschil(item)


def _wijzig_adres(bezoek: Bezoek, sleutel: Sleutel, item: Concept) -> str | None:
    """Where this officer can mend this change, when there is a form for it."""
    if sleutel.soort not in MODELLEN or item.status not in OPEN or not bezoek.mag("redacteur"):
        return None
    return f"{wijzigadres(sleutel)}?concept={item.nr}"


def _mag(bezoek: Bezoek, item: Concept) -> dict[str, bool]:
    """Which steps this officer can take now; the workbench checks them once more."""
    auteur, schreef = item.auteur.id == bezoek.gebruiker.id, bezoek.gebruiker.id in schrijvers(item)
    open_, wacht = item.status in OPEN, item.status is Status.TER_GOEDKEURING
    return {
        "wijzigen": open_ and bezoek.mag("redacteur"),
        "indienen": item.status in (Status.CONCEPT, Status.AFGEKEURD) and bezoek.mag("redacteur"),
        "keuren": wacht and bezoek.mag("goedkeurder") and not schreef,
        "eigen_werk": wacht and bezoek.mag("goedkeurder") and schreef,
        "intrekken": open_ and (auteur or bezoek.mag("goedkeurder")),
    }


async def _stap(bezoek: Bezoek, naam: str, doe: Callable[[int, int, Any], Concept], gelukt: str) -> web.Response:
    """Take a step with a draft, or tell why not on the draft's own page; what was typed stays."""
    vorm, nr = await bezoek.verzoek.post(), nummer(bezoek)
    stand = str(vorm.get("stand", ""))
    reden = " ".join(str(vorm.get("reden", "")).split())[:LANGSTE_REDEN]
    werk = asyncio.ensure_future(bezoek.werk(lambda: doe(nr, int(stand) if stand.isdecimal() else -1, vorm)))
    bezoek.beheer.houd_vast(nr, werk)
    await asyncio.wait([werk], timeout=LANGSTE_WACHT)
    if not werk.done():  # learning new words takes long; the page of the draft tells when it is done
        bezoek.noteer(naam, str(nr), "loopt")
        return bezoek.naar(f"/beheer/concepten/{nr}", LOOPT)
    try:
        item = werk.result()
    except (Beheerfout, Bewerkfout, GeenRecht) as fout:
        bezoek.noteer(naam, str(nr), f"geweigerd: {type(fout).__name__}")
        status = 403 if isinstance(fout, GeenRecht) else 409
        return await toon(bezoek, nr, status, str(fout), reden)
    bezoek.noteer(naam, str(nr))
    return bezoek.naar(f"/beheer/concepten/{nr}", gelukt.format(stand=item.status.value))


class Afgebroken(Beheerfout):
    """A step that misses something."""


def _reden(vorm: Any) -> str:
    tekst = " ".join(str(vorm.get("reden", "")).split())
    if not tekst:
        raise Afgebroken("Schrijf in een zin waarom, zodat de auteur verder kan.")
    fout = tekst_fout(tekst) or ("Houd het korter." if len(tekst) > LANGSTE_REDEN else None)
    if fout:
        raise Afgebroken(fout)
    return tekst


def _dag(vorm: Any) -> date | None:
    ruw = str(vorm.get("gepland", "")).strip()
    if not ruw:
        return None
    try:
        dag = date.fromisoformat(ruw)
    except ValueError:
        raise Afgebroken("Dit is geen datum. Schrijf JJJJ-MM-DD, of laat het leeg voor vandaag.") from None
    if dag < date.today():
        raise Afgebroken("Deze dag is al voorbij. Kies een latere, of laat het leeg voor vandaag.")
    return dag


async def dien_in(bezoek: Bezoek) -> web.Response:
    """Ask for approval."""
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker
    gelukt = "Het concept wacht nu op goedkeuring door een collega."
    return await _stap(bezoek, "ter goedkeuring", lambda nr, gezien, _: werkbank.dien_in(wie, nr, gezien), gelukt)


async def keur_goed(bezoek: Bezoek) -> web.Response:
    """Approve: live now, or on a day."""
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker

    def doe(nr: int, gezien: int, vorm: Any) -> Concept:
        dag = _dag(vorm)
        return werkbank.keur_goed(wie, nr, gezien, dag if dag and dag > date.today() else None)

    return await _stap(bezoek, "goedgekeurd", doe, "Goedgekeurd. Binnen enkele seconden antwoordt elk kanaal zo.")


async def keur_af(bezoek: Bezoek) -> web.Response:
    """Send back with a reason."""
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker
    return await _stap(
        bezoek,
        "afgewezen",
        lambda nr, gezien, vorm: werkbank.keur_af(wie, nr, gezien, _reden(vorm)),
        "Het concept is terug bij de auteur, met uw reden.",
    )


async def trek_in(bezoek: Bezoek) -> web.Response:
    """Give up."""
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker
    gelukt = "Het concept is ingetrokken. Er is niets veranderd."
    return await _stap(bezoek, "ingetrokken", lambda nr, gezien, _: werkbank.trek_in(wie, nr, gezien), gelukt)


PAGINAS = (
    Pagina("GET", "/concepten", Rol.LEZER, lijst, "concepten"),
    Pagina("GET", "/concepten/{nr}", Rol.LEZER, concept, "concepten"),
    Pagina("POST", "/concepten/{nr}/indienen", Rol.REDACTEUR, dien_in, "concepten"),
    Pagina("POST", "/concepten/{nr}/goedkeuren", Rol.GOEDKEURDER, keur_goed, "concepten"),
    Pagina("POST", "/concepten/{nr}/afwijzen", Rol.GOEDKEURDER, keur_af, "concepten"),
    Pagina("POST", "/concepten/{nr}/intrekken", Rol.REDACTEUR, trek_in, "concepten"),
)
