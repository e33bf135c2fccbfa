"""Signing in and out."""

import math

from aiohttp import web

from bot.beheer.mensen import Medewerker
from bot.beheer.web.bezoek import BEGIN, Bezoek, eigen_pad
from bot.beheer.web.deur import AANMELDEN, Pagina, koeknaam, lokale_gebruiker, zet_koek
from bot.beheer.web.oidc import Oidcfout

FOUT = "Deze naam en dit wachtwoord horen niet bij elkaar."
TE_VAAK = "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over {minuten} minuten opnieuw."


async def aanmelden(bezoek: Bezoek) -> web.Response:
    """The form."""
    return _met_sessie(bezoek, status=200)


def _met_sessie(bezoek: Bezoek, status: int, fout: str = "", naam: str = "", verder: str | None = None) -> web.Response:
    """The form, in a session of its own when there is none yet."""
    koek = None
    if bezoek.sessie is None:
        koek, bezoek.sessie = bezoek.beheer.sessies.begin()
    doel = eigen_pad(verder if verder is not None else bezoek.verzoek.query.get("verder"))
    antwoord = bezoek.toon("aanmelden.html", status, fout=fout, naam=naam, verder=doel, beheer=bezoek.beheer)
    return zet_koek(antwoord, bezoek.beheer.instelling.adres, koek) if koek else antwoord


async def neem_wachtwoord_aan(bezoek: Bezoek) -> web.Response:
    """Name and password."""
    vorm = await bezoek.verzoek.post()
    naam, wachtwoord = str(vorm.get("naam", "")).strip().lower(), str(vorm.get("wachtwoord", ""))
    verder = eigen_pad(str(vorm.get("verder", "")))
    beheer, adres = bezoek.beheer, bezoek.verzoek.remote or ""
    if not beheer.instelling.lokale_accounts:
        raise web.HTTPNotFound
    wacht = beheer.rem.wacht(naam, adres)
    if wacht > 0:
        return _met_sessie(bezoek, 429, TE_VAAK.format(minuten=math.ceil(wacht / 60)), naam, verder)
    beheer.rem.fout(naam, adres)  # counted before the check, so that many tries at once gain nothing
    account = await beheer.accounts.controleer(naam, wachtwoord)
    if account is None:
        bezoek.noteer("aanmelden", uitkomst="geweigerd")
        return _met_sessie(bezoek, 401, FOUT, naam, verder)
    beheer.rem.goed(naam, adres)
    return laat_binnen(bezoek, lokale_gebruiker(account), verder)


def laat_binnen(bezoek: Bezoek, gebruiker: Medewerker, verder: str) -> web.Response:
    """A fresh session for who proved who he is."""
    beheer = bezoek.beheer
    beheer.logboek.schrijf(gebruiker.id, "aanmelden", ", ".join(sorted(gebruiker.rollen)))
    koek = beheer.sessies.meld_aan(bezoek.verzoek.cookies.get(koeknaam(beheer.instelling.adres)), gebruiker)
    return zet_koek(bezoek.naar(verder), beheer.instelling.adres, koek)


async def afmelden(bezoek: Bezoek) -> web.Response:
    """The session ends here as well as in the browser."""
    adres = bezoek.beheer.instelling.adres
    bezoek.noteer("afmelden")
    _eindig(bezoek)
    return zet_koek(bezoek.naar(AANMELDEN), adres, None)


async def oidc_begin(bezoek: Bezoek) -> web.Response:
    """On to the provider of the organisation."""
    if bezoek.beheer.oidc is None:
        raise web.HTTPNotFound
    koek, stil = None, bezoek.is_binnen and "stil" in bezoek.verzoek.query
    if bezoek.sessie is None or (bezoek.is_binnen and not stil):
        koek, bezoek.sessie = bezoek.beheer.sessies.begin()
    adres, bij = await bezoek.beheer.oidc.begin(stil=stil)
    bezoek.sessie.oidc = bij | {"stil": "1" if stil else "", "verder": eigen_pad(bezoek.verzoek.query.get("verder"))}
    antwoord = bezoek.naar(adres)
    return zet_koek(antwoord, bezoek.beheer.instelling.adres, koek) if koek else antwoord


async def oidc_terug(bezoek: Bezoek) -> web.Response:
    """Back from the provider."""
    if bezoek.beheer.oidc is None:
        raise web.HTTPNotFound
    bij, verder = {}, BEGIN
    if bezoek.sessie is not None:
        bij, bezoek.sessie.oidc = bezoek.sessie.oidc, {}  # good for one try
        verder = bij.get("verder", BEGIN)
    try:
        gebruiker = await bezoek.beheer.oidc.eindig(bezoek.verzoek.query, bij)
    except Oidcfout as fout:
        bezoek.beheer.logboek.schrijf("niet aangemeld", "aanmelden bij organisatie", uitkomst=fout.reden)
        if bij.get("stil") and bezoek.verzoek.query.get("state") == bij["state"]:
            _eindig(bezoek)  # the organisation no longer knows who was signed in here
        return _met_sessie(bezoek, 403, str(fout), verder=verder)
    if bezoek.sessie is not None and bezoek.is_binnen and bezoek.gebruiker.id == gebruiker.id:
        bezoek.beheer.sessies.vernieuw(bezoek.sessie, gebruiker)  # the session stays, for a form may be open in it
        return bezoek.naar(verder)
    return laat_binnen(bezoek, gebruiker, verder)


def _eindig(bezoek: Bezoek) -> None:
    bezoek.beheer.sessies.eindig(bezoek.verzoek.cookies.get(koeknaam(bezoek.beheer.instelling.adres)))
    bezoek.sessie = None


PAGINAS = (
    Pagina("GET", "/aanmelden", None, aanmelden),
    Pagina("POST", "/aanmelden", None, neem_wachtwoord_aan),
    Pagina("POST", "/afmelden", None, afmelden),
    Pagina("GET", "/oidc/begin", None, oidc_begin),
    Pagina("GET", "/oidc/terug", None, oidc_terug),
)
