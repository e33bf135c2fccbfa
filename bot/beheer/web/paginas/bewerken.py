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
from bot.beheer.web.omzetten import lijst
from bot.beheer.web.voorbeeld import van_antwoord, van_regel
from kennis.bewerken import Bewerkfout, Sleutel, Wijziging
from kennis.model import Antwoord, Regel

BEWAARD = "Het concept is bewaard. Bekijk wat het verandert en vraag dan goedkeuring."
NIETS = "Er is niets veranderd."


def _vraag(bezoek: Bezoek, naam: str, vorm: Any = None) -> str:
    bron = bezoek.verzoek.query if vorm is None else vorm
    return str(bron.get(naam, ""))


async def _open(bezoek: Bezoek, vorm: Any = None) -> b.Bewerking:
    pad = bezoek.verzoek.match_info
    bezoek.pad = pad["soort"]
    gezien = {naam: _vraag(bezoek, naam, vorm) for naam in ("versie", "concept", "basis")}
    return await bezoek.werk(lambda: b.open_bewerking(bezoek, pad["soort"], pad.get("id", ""), **gezien))


async def wijzig(bezoek: Bezoek) -> web.Response:
    """The form with what stands there now."""
    bewerking = await _open(bezoek)
    form = b.formulier(bewerking.soort, bezoek.kennis)(data=bewerking.toon)
    return await _toon(bezoek, bewerking, form, b.redenform(bezoek, bewerking))


async def neem_aan(bezoek: Bezoek) -> web.Response:
    """A preview, one more variant, or a draft."""
    vorm = await bezoek.verzoek.post()
    bewerking = await _open(bezoek, vorm)
    form, reden = b.formulier(bewerking.soort, bezoek.kennis)(vorm), b.redenform(bezoek, bewerking, vorm)
    actie = str(vorm.get("actie", "voorbeeld"))
    if actie == "variant":
        lijst(form, "varianten").append_entry()
        return await _toon(bezoek, bewerking, form, reden)
    item = await bezoek.beheer.werk(lambda: b.controleer(bezoek, bewerking, form))
    goed = reden.validate() if actie == "bewaar" else True
    if item is None or not goed:
        return await _toon(bezoek, bewerking, form, reden, status=422)
    if actie != "bewaar":
        return await _toon(bezoek, bewerking, form, reden, item=item)
    return await _bewaar(bezoek, bewerking, form, reden, vorm)


async def _bewaar(bezoek: Bezoek, bewerking: b.Bewerking, form: Form, reden: Form, vorm: Any) -> web.Response:
    nieuw = b.wijzigingen(bewerking, form)
    titel = form["titel"].data if "titel" in form else (bewerking.id or form["id"].data)
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
    item: Antwoord | Regel | None = None,
    botsing: str = "",
) -> web.Response:
    kern = bezoek.beheer.kern()
    beeld = None
    if item is not None:
        dag, maak = max(date.today(), item.geldig_van), item
        beeld = await bezoek.beheer.werk(
            lambda: van_antwoord(kern, maak, dag) if isinstance(maak, Antwoord) else van_regel(kern, maak, dag)
        )
    return bezoek.toon(
        "wijzig.html",
        status,
        bewerking=bewerking,
        form=form,
        reden=reden,
        fouten=[*b.fouten(form), *b.fouten(reden)],
        voorbeeld=beeld,
        leesbaar=lees_inhoud(bezoek.kennis, item.dan) if item else None,
        botsing=botsing,
        terug=adres(bewerking.soort, bewerking.id) if bewerking.id else f"/beheer/{bewerking.soort}",
    )


async def verwijder(bezoek: Bezoek) -> web.Response:
    """A draft that takes an entry away."""
    vorm = await bezoek.verzoek.post()
    bewerking = await _open(bezoek, vorm)
    reden = Redenform(vorm)
    if bewerking.was is None or not reden.validate():
        form = b.formulier(bewerking.soort, bezoek.kennis)(data=bewerking.toon)
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
        fouten=[*b.fouten(form), *b.fouten(reden)],
    )


PAGINAS = (
    Pagina("GET", "/nieuw/{soort:antwoorden|regels}", Rol.REDACTEUR, wijzig),
    Pagina("POST", "/nieuw/{soort:antwoorden|regels}", Rol.REDACTEUR, neem_aan),
    Pagina("GET", "/wijzig/{soort:antwoorden|regels}/{id}", Rol.REDACTEUR, wijzig),
    Pagina("POST", "/wijzig/{soort:antwoorden|regels}/{id}", Rol.REDACTEUR, neem_aan),
    Pagina("POST", "/wijzig/{soort:antwoorden|regels}/{id}/weg", Rol.REDACTEUR, verwijder),
    Pagina("GET", "/wijzig/woorden/{taxonomie}/{id}", Rol.REDACTEUR, woorden, "woorden"),
    Pagina("POST", "/wijzig/woorden/{taxonomie}/{id}", Rol.REDACTEUR, neem_woorden_aan, "woorden"),
)
