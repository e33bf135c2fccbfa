"""The Teams channel: puts its parts together and hands the service one route."""

import asyncio
import logging
from collections.abc import Iterable

from aiohttp import web

from bot.gesprek.geheugen import Geheugen
from bot.gesprek.tellers import GeenTellers, Tellers
from bot.instellingen import Instellingfout, Webinstellingen
from bot.kanalen.teams.beantwoord import KANAAL
from bot.kanalen.teams.behandel import Behandelaar
from bot.kanalen.teams.claims import Claims
from bot.kanalen.teams.ingang import Ingang
from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.sdk import Sdk, Tokenbron
from bot.kanalen.teams.sleutels import Sleutelbos
from bot.kanalen.teams.taken import Taken
from bot.kanalen.teams.toegang import Toegang
from bot.kanalen.teams.wereld import LUS, PUBLIEK, Wereld, is_lus
from bot.kanalen.teams.zender import Zender
from bot.kanalen.teams.zoeken import Zoeker
from bot.opslag.vorm import Opslag
from bot.organisaties import Organisaties

PAD = "/api/messages"
"""Path that the registration in Azure points to."""
_log = logging.getLogger(__name__)


class Teamskanaal:
    """Serves Teams."""

    naam = KANAAL

    def __init__(
        self,
        instelling: Teamsinstellingen,
        geheugen: Geheugen,
        web: Webinstellingen,
        regio: str,
        tellers: Tellers | None = None,
        wereld: Wereld | None = None,
        token: Tokenbron | None = None,
        organisaties: Organisaties | None = None,
        opslag: Opslag | None = None,
    ) -> None:
        """`wereld` and `token` replace Microsoft's services; `opslag` is shared with other replicas.

        Raises Instellingfout.
        """
        controleer(instelling, web)
        wereld = wereld or (LUS if instelling.zonder_aanmelding else PUBLIEK)
        aanmelding = None if instelling.zonder_aanmelding else token or _geheim(instelling)
        geheim = (aanmelding if isinstance(aanmelding, str) else KANAAL).encode()
        self._claims = Claims(instelling.claims, geheim, opslag=opslag)
        wie = organisaties or Organisaties()

        def regio_van(tenant: str | None) -> str:
            return wie.van_tenant(tenant) or regio

        self._sdk = Sdk(instelling, wereld, aanmelding)
        self._taken = Taken()
        zender = Zender(self._sdk)
        behandelaar = Behandelaar(geheugen, zender, self._claims, tellers or GeenTellers(), regio_van, wereld)
        toegang = Toegang(instelling, wereld, Sleutelbos(wereld.openid), wie.tenants)
        zoeker = Zoeker(geheugen, regio_van)
        self._ingang = Ingang(toegang, self._claims, self._taken, behandelaar, zoeker, geheugen)

    def routes(self) -> Iterable[web.RouteDef]:
        """The one address Teams calls."""
        return [web.post(PAD, self._ingang.neem_aan)]

    def laatste_goed(self) -> float | None:
        """It only waits to be called."""
        return None

    def verbonden(self) -> bool:
        """Whether it takes work on."""
        return self._ingang.open

    async def draai(self) -> None:
        """Wait; when stopped, finish what was begun and take nothing new on."""
        try:
            await asyncio.Event().wait()
        finally:
            self._ingang.open = False
            await self._taken.wacht()
            await self._sdk.sluit()
            self._claims.sluit()


def controleer(instelling: Teamsinstellingen, web: Webinstellingen) -> None:
    """Refuse settings that would let anyone in."""
    if instelling.zonder_aanmelding != instelling.alleen_deze_computer:
        raise Instellingfout(
            "Zonder aanmelding kan iedereen vragen stellen. Dat mag alleen om te proberen: "
            "zet 'teams.zonder_aanmelding' en 'teams.alleen_deze_computer' allebei aan, of allebei uit."
        )
    if instelling.zonder_aanmelding and not is_lus(web.adres):
        raise Instellingfout("Zonder aanmelding mag 'web.adres' alleen 127.0.0.1 zijn.")


def _geheim(instelling: Teamsinstellingen) -> str:
    if instelling.geheim_bestand is None:
        raise Instellingfout("Zet in 'teams.geheim_bestand' het bestand met het clientgeheim van de registratie.")
    try:
        geheim = instelling.geheim_bestand.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        geheim = ""
    if not geheim:
        raise Instellingfout(f"{instelling.geheim_bestand}: hier is geen clientgeheim te lezen. Zet het erin.")
    return geheim
