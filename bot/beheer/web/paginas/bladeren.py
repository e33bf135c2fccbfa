"""Lists and pages of everything that is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiohttp import web

from bot.beheer.concept import OPEN, Concept
from bot.beheer.mensen import Rol
from bot.beheer.web.adressen import adres
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.cijfers import Duimen, duimen
from bot.beheer.web.deur import Pagina
from bot.beheer.web.leesbaar import lees_inhoud
from bot.beheer.web.taken import is_verlopen, titel_van, wetten_om_te_bekijken
from bot.beheer.web.voorbeeld import Voorbeeld, van_antwoord, van_regel
from kennis.bewerken import Sleutel
from kennis.laden import Kennis
from kennis.model import Antwoord, Regel

LANGSTE_ZOEKTEKST = 200
"""Characters that are searched for."""
MEESTE_TREFFERS = 100
"""Hits shown; who gets more adds a word."""


@dataclass(frozen=True)
class Rij:
    """One entry in a list."""

    id: str
    titel: str
    adres: str
    kort: str
    oordeel: str | None
    soort: str
    regio: str | None
    beoordeeld_op: date
    verlopen: bool


async def lijst(bezoek: Bezoek) -> web.Response:
    """Answers or rules, with a filter."""
    soort = bezoek.verzoek.match_info["soort"]
    vraag = _filter(bezoek)
    rijen = [r for r in _rijen(bezoek, soort) if _past(r, vraag)]
    if vraag["q"]:
        raak = {t.id for t in bezoek.beheer.zoeker.vind(bezoek.beheer.kern(), vraag["q"]) if t.soort == soort}
        rijen = [r for r in rijen if r.id in raak]
    bezoek.pad = soort
    return bezoek.toon(
        "lijst.html",
        soort=soort,
        rijen=rijen,
        vraag=vraag,
        kennis=bezoek.kennis,
        alle=len(_items(bezoek.kennis, soort)),
    )


def _filter(bezoek: Bezoek) -> dict[str, str]:
    return {naam: bezoek.verzoek.query.get(naam, "")[:LANGSTE_ZOEKTEKST] for naam in ("q", "oordeel", "regio", "toon")}


def _past(rij: Rij, vraag: dict[str, str]) -> bool:
    return (
        vraag["oordeel"] in ("", rij.oordeel or "geen")
        and vraag["regio"] in ("", rij.regio or "landelijk")
        and (vraag["toon"] != "verlopen" or rij.verlopen)
    )


def _items(kennis: Kennis, soort: str) -> dict[str, Any]:
    return dict(getattr(kennis, soort))


def _rijen(bezoek: Bezoek, soort: str) -> Iterator[Rij]:
    for item in _items(bezoek.kennis, soort).values():
        dan = item.dan
        yield Rij(
            item.id,
            titel_van(item),
            adres(soort, item.id),
            dan.kort,
            dan.oordeel,
            item.soort,
            item.regio,
            item.beoordeeld_op,
            _is_verlopen(bezoek, item),
        )


async def antwoord(bezoek: Bezoek) -> web.Response:
    """One plain answer."""
    item = zoek(bezoek.kennis.antwoorden, bezoek)
    vragen = bezoek.beheer.kern().begrijper.taal.vragen.get(item.id, ())
    return await _stuk(bezoek, "antwoorden", item, item.id, vragen=vragen)


async def regel(bezoek: Bezoek) -> web.Response:
    """One rule."""
    item = zoek(bezoek.kennis.regels, bezoek)
    return await _stuk(bezoek, "regels", item, f"delen.{item.id}", vragen=())


async def _stuk(
    bezoek: Bezoek, soort: str, item: Antwoord | Regel, intent: str, vragen: tuple[str, ...]
) -> web.Response:
    sleutel = Sleutel(soort, item.id)
    werkbank = bezoek.beheer.werkbank
    versies = await bezoek.werk(lambda: bezoek.beheer.archief.geschiedenis(sleutel))
    concepten = await bezoek.werk(lambda: [c for c in werkbank.concepten(*OPEN) if raakt(c, sleutel)])
    bezoek.pad = soort
    return bezoek.toon(
        "stuk.html",
        soort=soort,
        item=item,
        titel=titel_van(item),
        kennis=bezoek.kennis,
        vragen=vragen,
        versies=versies,
        concepten=concepten,
        duimen=_duimen(bezoek, intent),
        voorbeeld=await bezoek.beheer.werk(lambda: voorbeeld_van(bezoek, item)),
        leesbaar=lees_inhoud(bezoek.kennis, item.dan),
        verlopen=_is_verlopen(bezoek, item),
    )


def raakt(concept: Concept, sleutel: Sleutel) -> bool:
    """Whether a draft changes an entry."""
    return any(w.waar == sleutel for w in concept.wijzigingen)


def voorbeeld_van(bezoek: Bezoek, item: Antwoord | Regel) -> Voorbeeld:
    """How it looks in each channel."""
    kern, dag = bezoek.beheer.kern(), max(date.today(), item.geldig_van)
    return van_antwoord(kern, item, dag) if isinstance(item, Antwoord) else van_regel(kern, item, dag)


def _is_verlopen(bezoek: Bezoek, item: Antwoord | Regel) -> bool:
    return is_verlopen(item, bezoek.beheer.instelling.beoordeeltermijn, date.today())


def _duimen(bezoek: Bezoek, intent: str) -> Duimen | None:
    if bezoek.beheer.tellingen is None:
        return None
    alle = bezoek.beheer.tellingen.totalen().items()
    return next((d for d in duimen((cel, n) for (_, _, cel), n in alle) if d.intent == intent), None)


def zoek(items: dict[str, Any], bezoek: Bezoek) -> Any:
    """The entry that a path names; only ids that exist."""
    item = items.get(bezoek.verzoek.match_info["id"])
    if item is None:
        raise web.HTTPNotFound
    return item


async def woorden(bezoek: Bezoek) -> web.Response:
    """All concepts with the words that name them."""
    taal, q = bezoek.beheer.kern().begrijper.taal, bezoek.verzoek.query.get("q", "")[:LANGSTE_ZOEKTEKST].strip().lower()
    groepen = []
    for naam, taxonomie in bezoek.kennis.taxonomieen.items():
        rijen = [(b, taal.woorden.get(naam, {}).get(b.id, ())) for b in taxonomie]
        rijen = [(b, w) for b, w in rijen if not q or any(q in t.lower() for t in (b.naam, b.id, *b.ook, *w))]
        if rijen:
            groepen.append((naam, rijen))
    return bezoek.toon("woorden.html", groepen=groepen, q=q)


async def woord(bezoek: Bezoek) -> web.Response:
    """One concept."""
    taxonomie = bezoek.kennis.taxonomieen.get(bezoek.verzoek.match_info["taxonomie"])
    if taxonomie is None or bezoek.verzoek.match_info["id"] not in taxonomie:
        raise web.HTTPNotFound
    begrip = taxonomie[bezoek.verzoek.match_info["id"]]
    lijst = bezoek.beheer.kern().begrijper.taal.woorden.get(taxonomie.naam, {}).get(begrip.id, ())
    regels = [r for r in bezoek.kennis.regels.values() if _noemt(bezoek.kennis, r, taxonomie.naam, begrip.id)]
    onder = [b for b in taxonomie if begrip.id in b.is_een]
    return bezoek.toon("woord.html", taxonomie=taxonomie, begrip=begrip, lijst=lijst, regels=regels, onder=onder)


def _noemt(kennis: Kennis, regel: Regel, taxonomie: str, begrip: str) -> bool:
    return any(
        kennis.taxonomie(dim).naam == taxonomie and begrip in waarden
        for dim, waarden in regel.als.per_dimensie().items()
    )


async def regios(bezoek: Bezoek) -> web.Response:
    """All regions."""
    return bezoek.toon("regios.html", regios=list(bezoek.kennis.regios.values()))


async def regio(bezoek: Bezoek) -> web.Response:
    """One region with its parties and meetings."""
    item = zoek(bezoek.kennis.regios, bezoek)
    stukken = [(titel, plek) for titel, plek, _, stuk in _stukken(bezoek.kennis) if stuk.regio == item.id]
    sleutel, beheer = Sleutel("regios", item.id), bezoek.beheer
    versies = await bezoek.werk(lambda: beheer.archief.geschiedenis(sleutel))
    concepten = await bezoek.werk(lambda: [c for c in beheer.werkbank.concepten(*OPEN) if raakt(c, sleutel)])
    return bezoek.toon(
        "regio.html", regio=item, stukken=stukken, kennis=bezoek.kennis, versies=versies, concepten=concepten
    )


async def wedervragen(bezoek: Bezoek) -> web.Response:
    """Questions back that fit many situations."""
    vragen = list(bezoek.kennis.wedervragen.values())
    return bezoek.toon("wedervragen.html", vragen=vragen, kennis=bezoek.kennis)


async def lessen(bezoek: Bezoek) -> web.Response:
    """Lessons, with the paths they are in."""
    return bezoek.toon("lessen.html", leer=bezoek.kennis.leren)


async def grondslagen(bezoek: Bezoek) -> web.Response:
    """Legal bases, those to look at first."""
    let_op = {g.id for g in wetten_om_te_bekijken(bezoek.kennis)}
    alle = sorted(bezoek.kennis.grondslagen.values(), key=lambda g: (g.id not in let_op, g.wet, g.id))
    if bezoek.verzoek.query.get("toon") == "afwijking":
        alle = [g for g in alle if g.id in let_op]
    return bezoek.toon("grondslagen.html", grondslagen=alle, let_op=let_op)


async def grondslag(bezoek: Bezoek) -> web.Response:
    """One legal basis and what rests on it."""
    item = zoek(bezoek.kennis.grondslagen, bezoek)
    rusten = [(t, a) for t, a, dan, _ in _stukken(bezoek.kennis) if item.id in dan.grondslagen]
    return bezoek.toon("grondslag.html", grondslag=item, rusten=rusten)


async def strijd(bezoek: Bezoek) -> web.Response:
    """Contradictions between sources."""
    rusten: dict[str, list[tuple[str, str]]] = {}
    for titel, plek, _, item in _stukken(bezoek.kennis):
        for id_ in item.tegenstrijdigheden:
            rusten.setdefault(id_, []).append((titel, plek))
    alle = list(bezoek.kennis.tegenstrijdigheden.values())
    return bezoek.toon("tegenstrijdigheden.html", alle=alle, rusten=rusten)


async def bronnen(bezoek: Bezoek) -> web.Response:
    """Sources."""
    return bezoek.toon("bronnen.html", bronnen=sorted(bezoek.kennis.bronnen.values(), key=lambda b: b.rang))


async def bron(bezoek: Bezoek) -> web.Response:
    """One source by article, with what rests on each."""
    item = zoek(bezoek.kennis.bronnen, bezoek)
    rusten: dict[str, list[tuple[str, str]]] = {}
    for titel, plek, _, stuk in _stukken(bezoek.kennis):
        for verwijzing in stuk.bronnen:
            rusten.setdefault(verwijzing, []).append((titel, plek))
    return bezoek.toon("bron.html", bron=item, rusten=rusten)


def _stukken(kennis: Kennis) -> Iterator[tuple[str, str, Any, Antwoord | Regel]]:
    for a in kennis.antwoorden.values():
        yield a.titel, adres("antwoorden", a.id), a.dan, a
    for r in kennis.regels.values():
        yield r.id, adres("regels", r.id), r.dan, r


async def vind(bezoek: Bezoek) -> web.Response:
    """Search through everything."""
    q = bezoek.verzoek.query.get("q", "")[:LANGSTE_ZOEKTEKST].strip()
    gevonden = bezoek.beheer.zoeker.vind(bezoek.beheer.kern(), q) if q else []
    return bezoek.toon("zoeken.html", q=q, gevonden=gevonden[:MEESTE_TREFFERS], aantal=len(gevonden))


PAGINAS = (
    Pagina("GET", "/{soort:antwoorden|regels}", Rol.LEZER, lijst),
    Pagina("GET", "/antwoorden/{id}", Rol.LEZER, antwoord),
    Pagina("GET", "/regels/{id}", Rol.LEZER, regel),
    Pagina("GET", "/woorden", Rol.LEZER, woorden, "woorden"),
    Pagina("GET", "/woorden/{taxonomie}/{id}", Rol.LEZER, woord, "woorden"),
    Pagina("GET", "/regios", Rol.LEZER, regios, "overzicht"),
    Pagina("GET", "/regios/{id}", Rol.LEZER, regio, "overzicht"),
    Pagina("GET", "/lessen", Rol.LEZER, lessen, "overzicht"),
    Pagina("GET", "/wedervragen", Rol.LEZER, wedervragen, "overzicht"),
    Pagina("GET", "/grondslagen", Rol.LEZER, grondslagen, "overzicht"),
    Pagina("GET", "/grondslagen/{id}", Rol.LEZER, grondslag, "overzicht"),
    Pagina("GET", "/tegenstrijdigheden", Rol.LEZER, strijd, "overzicht"),
    Pagina("GET", "/bronnen", Rol.LEZER, bronnen, "overzicht"),
    Pagina("GET", "/bronnen/{id}", Rol.LEZER, bron, "overzicht"),
    Pagina("GET", "/zoeken", Rol.LEZER, vind, "overzicht"),
)
