"""The door every page is behind: session, role, forged requests, and headers that tell the browser what to refuse.

Threat: another site acts with an officer's cookie, a page is framed, text that was typed becomes a script, a role is
only hidden in the menu. All of it is decided here, from the table of pages, so that no page can forget it.
"""

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import web

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.web.accounts import Account
from bot.beheer.web.beheer import Beheer
from bot.beheer.web.bezoek import BEGIN, Bezoek
from bot.beheer.web.instelling import is_lokaal
from bot.beheer.web.sessies import RUST, Sessie
from bot.logboek import plaats
from kennis.fouten import DeelwijzerFout

Handler = Callable[[Bezoek], Awaitable[web.StreamResponse]]
AANMELDEN = f"{BEGIN}/aanmelden"
OIDC = "oidc:"
"""Begin of the id of an officer who signed in at the organisation."""
LOKAAL = "lokaal:"
"""Begin of the id of an officer with a local account."""
KOPPEN = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser does not say where our own forms come from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "Server": "deelwijzer",
}
HSTS = {"Strict-Transport-Security": "max-age=31536000"}
"""Only where the address is https."""
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pagina:
    """One route: its method and path, who may, and what it does."""

    methode: str
    pad: str
    """Below `/beheer`."""
    rol: Rol | None
    """None: also for who has not signed in."""
    doe: Handler
    menu: str = ""
    """Entry of the navigation it belongs to."""


class Deur:
    """Wraps pages."""

    def __init__(self, beheer: Beheer) -> None:
        self._beheer = beheer
        self._lokaal = is_lokaal(beheer.instelling.adres)

    def route(self, pagina: Pagina) -> web.RouteDef:
        """The page as a route of the web server."""

        async def open_(verzoek: web.Request) -> web.StreamResponse:
            koek, delen = verzoek.cookies.get(koeknaam(self._beheer.instelling.adres)), self._beheer.deelsessies
            gezien = await delen.haal(koek) if delen is not None else None
            bezoek = Bezoek(self._beheer, verzoek, self._sessie(koek), pagina.menu)
            antwoord = self._met_koppen(await self._veilig(pagina, bezoek))
            for naam, was in ((koek, gezien), (nieuwe_koek(antwoord), None)):
                if delen is not None and naam:
                    await delen.deel(naam, was)
            return antwoord

        return web.route(pagina.methode, f"{BEGIN}{pagina.pad}", open_)

    def _sessie(self, koek: str | None) -> Sessie | None:
        """The session, with the role somebody has now."""
        sessie = self._beheer.sessies.bij(koek)
        if sessie is None or sessie.gebruiker is None or not sessie.gebruiker.id.startswith(LOKAAL):
            return sessie
        account = self._beheer.accounts.zoek(sessie.gebruiker.id.removeprefix(LOKAAL))
        if account is None or not self._beheer.instelling.lokale_accounts:
            self._beheer.sessies.eindig(koek)
            return None
        sessie.gebruiker = lokale_gebruiker(account)
        return sessie

    async def _veilig(self, pagina: Pagina, bezoek: Bezoek) -> web.StreamResponse:
        """The page, or the reason why not. Nothing of a request reaches a log."""
        try:
            weigering = self._weiger_rol(pagina, bezoek)
            if weigering is None and pagina.methode == "POST":
                weigering = await self._weiger_vervalst(pagina, bezoek)
            return weigering or await pagina.doe(bezoek)
        except web.HTTPException as fout:
            return foutpagina(bezoek, fout.status)
        except DeelwijzerFout as fout:
            return bezoek.toon("fout.html", 422, kop="Dat kan zo niet", uitleg=str(fout))
        except Exception as fout:
            log.error("pagina %s: %s", pagina.pad, plaats(type(fout), fout.__traceback__))
            return foutpagina(bezoek, 500)

    def _weiger_rol(self, pagina: Pagina, bezoek: Bezoek) -> web.Response | None:
        if pagina.rol is None:
            return None
        if bezoek.is_binnen and (vraag := self._vraag_rollen(bezoek)) is not None:
            return vraag
        if bezoek.mag(pagina.rol):
            return None
        if not bezoek.is_binnen:
            return self._eerst_aanmelden(bezoek)
        bezoek.noteer(f"{pagina.methode} {pagina.pad}", uitkomst="geweigerd: rol")
        return foutpagina(bezoek, 403)

    def _vraag_rollen(self, bezoek: Bezoek) -> web.Response | None:
        """Who signed in at the organisation goes there again now and then, unseen, to have the roles of today.

        A form that is sent cannot take that road; much later it is no longer taken, and is given back.
        """
        sessie, sessies = bezoek.sessie, self._beheer.sessies
        if self._beheer.oidc is None or sessie is None or not bezoek.gebruiker.id.startswith(OIDC):
            return None
        if bezoek.verzoek.method in ("GET", "HEAD") and sessies.is_oud(sessie):
            return bezoek.naar(f"{BEGIN}/oidc/begin?stil=1&verder={quote(bezoek.verzoek.path_qs, safe='')}")
        if sessies.is_oud(sessie, RUST):
            bezoek.sessie = None
            return self._eerst_aanmelden(bezoek)
        return None

    def _eerst_aanmelden(self, bezoek: Bezoek) -> web.Response | None:
        """Back to where somebody was going; what was typed goes along, once we know it came from our own page."""
        if bezoek.verzoek.method in ("GET", "HEAD"):
            return bezoek.naar(f"{AANMELDEN}?verder={quote(bezoek.verzoek.path_qs, safe='')}")
        return None if self._van_hier(bezoek.verzoek) else foutpagina(bezoek, 401)

    async def _weiger_vervalst(self, pagina: Pagina, bezoek: Bezoek) -> web.Response | None:
        """A form has to come from our own page and carry the token of this very session."""
        if not self._van_hier(bezoek.verzoek):
            return foutpagina(bezoek, 403)
        vorm = await bezoek.verzoek.post()
        gegeven = vorm.get("csrf")
        geldt = pagina.rol is None or bezoek.is_binnen  # the token of who has yet to sign in opens the sign-in only
        token = bezoek.sessie.csrf if bezoek.sessie and geldt else ""
        if token and isinstance(gegeven, str) and secrets.compare_digest(gegeven.encode(), token.encode()):
            return None
        velden = [(n, w) for n, w in vorm.items() if isinstance(w, str) and n not in NIET_BEWAREN]
        return bezoek.toon("opnieuw.html", 403, velden=velden, doel=bezoek.verzoek.path, aanmelden=AANMELDEN)

    def _van_hier(self, verzoek: web.Request) -> bool:
        """Whether the browser says that our own page sent this."""
        return verzoek.headers.get("Origin") == self._beheer.instelling.adres

    def _met_koppen(self, antwoord: web.StreamResponse) -> web.StreamResponse:
        for naam, waarde in (KOPPEN if self._lokaal else KOPPEN | HSTS).items():
            antwoord.headers.setdefault(naam, waarde)
        return antwoord


def lokale_gebruiker(account: Account) -> Medewerker:
    """The officer of a local account."""
    return Medewerker(f"{LOKAAL}{account.naam}", account.voluit, frozenset(account.rollen))


def foutpagina(bezoek: Bezoek, status: int) -> web.Response:
    """A fixed text for a kind of error; holds nothing of the request."""
    kop, uitleg = _FOUTEN.get(status, _FOUTEN[400])
    return bezoek.toon("fout.html", status, kop=kop, uitleg=uitleg)


def koeknaam(adres: str) -> str:
    """Name of the cookie; the prefix makes browsers refuse one that is not secure or was set by a sister site."""
    return KOEKNAMEN[0] if is_lokaal(adres) else KOEKNAMEN[1]


def nieuwe_koek(antwoord: web.StreamResponse) -> str:
    """The session that a reply gives the browser; empty when it gives none."""
    return next((morsel.value for naam, morsel in antwoord.cookies.items() if naam in KOEKNAMEN), "")


def zet_koek(antwoord: web.Response, adres: str, koek: str | None) -> web.Response:
    """Give the browser a session, or take it away."""
    naam = koeknaam(adres)
    veilig = not is_lokaal(adres)
    if koek is None:
        antwoord.del_cookie(naam, path="/", secure=veilig, httponly=True, samesite="Lax")
    else:
        antwoord.set_cookie(naam, koek, path="/", secure=veilig, httponly=True, samesite="Lax")
    return antwoord


KOEKNAMEN = ("deelwijzer", "__Host-deelwijzer")
NIET_BEWAREN = frozenset({"csrf", "wachtwoord"})
"""Fields that are not given back."""
_FOUTEN = {
    400: ("Dat kan zo niet", "De aanvraag klopt niet. Ga terug en probeer het opnieuw."),
    401: ("U bent niet aangemeld", "Meld u opnieuw aan en doe het daarna nog een keer."),
    403: ("Dat mag u niet", "Uw rol mag dit niet doen. Vraag een collega die het wel mag, of uw beheerder."),
    404: ("Niet gevonden", "Deze pagina is er niet. Zoek in de antwoorden en regels."),
    405: ("Dat kan zo niet", "Deze pagina kent die aanvraag niet."),
    413: ("Te groot", "Dit bestand of deze tekst is te groot."),
    500: ("Er ging iets mis", "Het ligt niet aan u. Probeer het opnieuw; de beheerder kan in het logboek kijken."),
}
