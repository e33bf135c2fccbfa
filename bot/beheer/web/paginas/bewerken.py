"""Editing entries in a form; what is saved is a draft."""

from datetime import date
from typing import Any

from aiohttp import web
from wtforms import Form

from bot.beheer.concept import Concept
from bot.beheer.fouten import Beheerfout
from bot.beheer.mensen import Rol
from bot.beheer.web import bewerking as b
from bot.beheer.web.adressen import adres
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.deur import Pagina
from bot.beheer.web.formulieren import Redenform, Woordenform
from bot.beheer.web.leesbaar import lees_inhoud
from bot.beheer.web.nakijken import controleer, fouten
from bot.beheer.web.omzetten import lijst
from bot.beheer.web.regioformulieren import lokaal_in, met_ruimte
from bot.beheer.web.voorbeeld import Voorbeeld, van_antwoord, van_lokaal, van_regel, van_wedervraag
from kennis.bewerken import Bewerkfout, Sleutel, Wijziging
from kennis.model import Antwoord, Model, Regel, Regio, Vraagpunt

BEWAARD = "Het concept is bewaard. Bekijk wat het verandert en vraag dan goedkeuring."
NIETS = "Er is niets veranderd."


def _vraag(bezoek: Bezoek, naam: str, vorm: Any = None) -> str:
    bron = bezoek.verzoek.query if vorm is None else vorm
    return str(bron.get(naam, ""))


async def _open(bezoek: Bezoek, vorm: Any = None) -> b.Bewerking:
    pad = bezoek.verzoek.match_info
    bezoek.pad = pad["soort"]
    gezien = {naam: _vraag(bezoek, naam, vorm) for naam in ("versie", "concept", "basis")}
    return await bezoek.werk(lambda: b.open_bewerking(bezoek, pad["soort"], pad.get("id", ""), _deel(bezoek), **gezien))


def _deel(bezoek: Bezoek) -> tuple[str, str] | None:
    """The part of a region that a path names."""
    pad = bezoek.verzoek.match_info
    if "overleg" not in pad:
        return b.NIEUW_DEEL if "nieuw_deel" in pad else None
    return pad["overleg"], pad["aspect"]


async def wijzig(bezoek: Bezoek) -> web.Response:
    """The form with what stands there now."""
    bewerking = await _open(bezoek)
    form = b.formulier(bewerking.vorm, bezoek.kennis)(data=bewerking.toon)
    if bewerking.deel == b.NIEUW_DEEL:
        form["overleg"].data = _vraag(bezoek, "overleg")
    return await _toon(bezoek, bewerking, form, b.redenform(bezoek, bewerking))


async def neem_aan(bezoek: Bezoek) -> web.Response:
    """A preview, one more variant, or a draft."""
    vorm = await bezoek.verzoek.post()
    bewerking = await _open(bezoek, vorm)
    form, reden = b.formulier(bewerking.vorm, bezoek.kennis)(vorm), b.redenform(bezoek, bewerking, vorm)
    actie = str(vorm.get("actie", "voorbeeld"))
    if actie == "variant":
        lijst(form, "varianten").append_entry()
    if actie in ("variant", "rij"):
        return await _toon(bezoek, bewerking, form, reden)
    item = await bezoek.beheer.werk(lambda: controleer(bezoek, bewerking, form))
    goed = reden.validate() if actie == "bewaar" else True
    if item is None or not goed:
        return await _toon(bezoek, bewerking, form, reden, status=422)
    if actie != "bewaar":
        return await _toon(bezoek, bewerking, form, reden, item=item)
    return await _bewaar(bezoek, bewerking, form, reden, vorm)


async def _bewaar(bezoek: Bezoek, bewerking: b.Bewerking, form: Form, reden: Form, vorm: Any) -> web.Response:
    nieuw = b.wijzigingen(bewerking, form)
    titel = titel_van(bewerking, form)
    try:
        concept = await _zet(bezoek, bewerking.concept, titel, nieuw, reden, vorm)
    except (Beheerfout, Bewerkfout) as fout:
        return await _toon(bezoek, bewerking, form, reden, status=409, botsing=str(fout))
    bezoek.noteer("concept bewaard", f"{concept.nr} {nieuw[0].sleutel}")
    return bezoek.naar(f"/beheer/concepten/{concept.nr}", BEWAARD)


async def _zet(
    bezoek: Bezoek, oud: Concept | None, titel: str, nieuw: list[Wijziging], reden: Form, vorm: Any
) -> Concept:
    """A new draft, or a draft with changes; one that came from what the officer saw last."""
    werkbank, wie = bezoek.beheer.werkbank, bezoek.gebruiker
    waarom, bron = reden["reden"].data, reden["bron"].data
    if oud is None:
        return await bezoek.werk(lambda: werkbank.begin(wie, titel, nieuw, waarom, bron))
    stand = str(vorm.get("stand", ""))
    gezien = int(stand) if stand.isdecimal() else -1
    return await bezoek.werk(lambda: werkbank.wijzig(wie, oud.nr, gezien, b.samen(oud, nieuw), waarom, bron))


async def _toon(
    bezoek: Bezoek,
    bewerking: b.Bewerking,
    form: Form,
    reden: Form,
    status: int = 200,
    item: Model | None = None,
    botsing: str = "",
) -> web.Response:
    beeld = await bezoek.beheer.werk(lambda: _voorbeeld(bezoek, bewerking, item, form)) if item is not None else None
    inhoud = beeld.inhoud if beeld else None
    titel = titel_van(bewerking, form)
    met_ruimte(form)
    return bezoek.toon(
        "wijzig.html" if bewerking.vorm in ("antwoorden", "regels") else "wijzig_los.html",
        status,
        bewerking=bewerking,
        form=form,
        reden=reden,
        fouten=[*fouten(form), *fouten(reden)],
        voorbeeld=beeld,
        leesbaar=lees_inhoud(bezoek.kennis, inhoud) if inhoud else None,
        botsing=botsing,
        titel=titel,
        terug=adres(bewerking.soort, bewerking.id) if bewerking.id else f"/beheer/{bewerking.soort}",
    )


def titel_van(bewerking: b.Bewerking, form: Form) -> str:
    """How people call what is edited."""
    if bewerking.deel is None:
        naam = next((form[veld].data for veld in ("titel", "naam") if veld in form), "")
        return naam or bewerking.id or form["id"].data or ""
    waarover: Any = form["aspect"]
    aspect = dict(waarover.keuzes).get(waarover.data, "")
    vast = lokaal_in(bewerking.wordt, form["overleg"].data, form["aspect"].data)["naam"]
    return f"{vast or form['naam'].data}: {aspect}"


def _voorbeeld(bezoek: Bezoek, bewerking: b.Bewerking, item: Model, form: Form) -> Voorbeeld | None:
    """How it looks in each channel; a region itself is no answer."""
    kern = bezoek.beheer.kern()
    if isinstance(item, Antwoord | Regel):
        dag = max(date.today(), item.geldig_van)
        return van_antwoord(kern, item, dag) if isinstance(item, Antwoord) else van_regel(kern, item, dag)
    if isinstance(item, Vraagpunt):
        return van_wedervraag(kern, item, date.today())
    if isinstance(item, Regio) and bewerking.deel is not None and not form["weg"].data:
        return van_lokaal(kern, item, form["overleg"].data, form["aspect"].data, date.today())
    return None


async def verwijder(bezoek: Bezoek) -> web.Response:
    """A draft that takes an entry away."""
    vorm = await bezoek.verzoek.post()
    bewerking = await _open(bezoek, vorm)
    reden = Redenform(vorm)
    if bewerking.was is None or not reden.validate():
        form = b.formulier(bewerking.vorm, bezoek.kennis)(data=bewerking.toon)
        return await _toon(bezoek, bewerking, form, reden, status=422)
    weg = [Wijziging(sleutel=str(bewerking.sleutel), voor=bewerking.was)]
    weg += [Wijziging(sleutel=str(s), voor=lijst) for s, lijst in bewerking.vragen.items()]
    titel = f"Weg: {bewerking.was.get('titel', bewerking.id)}"
    concept = await _zet(bezoek, None, titel, weg, reden, vorm)
    bezoek.noteer("concept bewaard: weghalen", f"{concept.nr} {bewerking.sleutel}")
    return bezoek.naar(f"/beheer/concepten/{concept.nr}", BEWAARD)


def _woordsleutel(bezoek: Bezoek) -> Sleutel:
    pad = bezoek.verzoek.match_info
    taxonomie = bezoek.kennis.taxonomieen.get(pad["taxonomie"])
    if taxonomie is None or pad["id"] not in taxonomie:
        raise web.HTTPNotFound
    return Sleutel(f"woorden/{taxonomie.naam}", pad["id"])


async def woorden(bezoek: Bezoek) -> web.Response:
    """The everyday words of a concept."""
    sleutel = _woordsleutel(bezoek)
    item = await bezoek.werk(lambda: bezoek.beheer.archief.bundel().item(sleutel))
    form = Woordenform(data={"woorden": item.waarde if item else []})
    return _toon_woorden(bezoek, sleutel, form, Redenform())


async def neem_woorden_aan(bezoek: Bezoek) -> web.Response:
    """A draft with other words."""
    sleutel, vorm = _woordsleutel(bezoek), await bezoek.verzoek.post()
    form, reden = Woordenform(vorm), Redenform(vorm)
    if not (form.validate() & reden.validate()):
        return _toon_woorden(bezoek, sleutel, form, reden, 422)
    archief = bezoek.beheer.archief
    item = await bezoek.werk(lambda: archief.bundel(str(vorm.get("versie", "")) or None).item(sleutel))
    was = list(item.waarde) if item else None
    if (was or []) == form["woorden"].data:
        form["woorden"].errors = [NIETS]
        return _toon_woorden(bezoek, sleutel, form, reden, 422)
    wijziging = Wijziging(sleutel=str(sleutel), voor=was, na=form["woorden"].data or None)
    concept = await _zet(bezoek, None, f"Woorden: {sleutel.id}", [wijziging], reden, vorm)
    bezoek.noteer("concept bewaard", f"{concept.nr} {sleutel}")
    return bezoek.naar(f"/beheer/concepten/{concept.nr}", BEWAARD)


def _toon_woorden(bezoek: Bezoek, sleutel: Sleutel, form: Form, reden: Form, status: int = 200) -> web.Response:
    taxonomie = sleutel.soort.partition("/")[2]
    return bezoek.toon(
        "wijzig_woorden.html",
        status,
        begrip=bezoek.kennis.taxonomieen[taxonomie][sleutel.id],
        taxonomie=taxonomie,
        form=form,
        reden=reden,
        versie=bezoek.beheer.werkbank.opslag.versie,
        fouten=[*fouten(form), *fouten(reden)],
    )


PAGINAS = (
    Pagina("GET", "/nieuw/{soort:antwoorden|regels|regios|wedervragen}", Rol.REDACTEUR, wijzig),
    Pagina("POST", "/nieuw/{soort:antwoorden|regels|regios|wedervragen}", Rol.REDACTEUR, neem_aan),
    Pagina("GET", "/wijzig/{soort:antwoorden|regels|regios|wedervragen|lessen}/{id}", Rol.REDACTEUR, wijzig),
    Pagina("POST", "/wijzig/{soort:antwoorden|regels|regios|wedervragen|lessen}/{id}", Rol.REDACTEUR, neem_aan),
    Pagina("GET", "/nieuw/{soort:regios}/{id}/{nieuw_deel:antwoord}", Rol.REDACTEUR, wijzig),
    Pagina("POST", "/nieuw/{soort:regios}/{id}/{nieuw_deel:antwoord}", Rol.REDACTEUR, neem_aan),
    Pagina("GET", "/wijzig/{soort:regios}/{id}/{overleg}/{aspect}", Rol.REDACTEUR, wijzig),
    Pagina("POST", "/wijzig/{soort:regios}/{id}/{overleg}/{aspect}", Rol.REDACTEUR, neem_aan),
    Pagina("POST", "/wijzig/{soort:antwoorden|regels|wedervragen}/{id}/weg", Rol.REDACTEUR, verwijder),
    Pagina("GET", "/wijzig/woorden/{taxonomie}/{id}", Rol.REDACTEUR, woorden, "woorden"),
    Pagina("POST", "/wijzig/woorden/{taxonomie}/{id}", Rol.REDACTEUR, neem_woorden_aan, "woorden"),
)
