"""One request: who it is from, and the replies a page can give."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from aiohttp import web

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.web.sessies import Sessie
from kennis.laden import Kennis

if TYPE_CHECKING:
    from bot.beheer.web.beheer import Beheer

T = TypeVar("T")
BEGIN = "/beheer"
"""Path under which all of management lives."""


@dataclass
class Bezoek:
    """A request with its session."""

    beheer: "Beheer"
    verzoek: web.Request
    sessie: Sessie | None
    pad: str
    """The page in the navigation that this belongs to."""

    @property
    def gebruiker(self) -> Medewerker:
        """Who is signed in; only for pages that ask for a role."""
        assert self.sessie is not None
        assert self.sessie.gebruiker is not None
        return self.sessie.gebruiker

    @property
    def kennis(self) -> Kennis:
        """The knowledge that is live now."""
        return self.beheer.kern().kennis

    async def werk(self, doe: Callable[[], T]) -> T:
        """Run what takes time in a thread, so that others are served meanwhile."""
        return await asyncio.to_thread(doe)

    @property
    def is_binnen(self) -> bool:
        """Whether somebody is signed in."""
        return self.sessie is not None and self.sessie.gebruiker is not None

    def mag(self, rol: str) -> bool:
        """Whether the officer has a role; whoever has any may read."""
        return self.is_binnen and (rol == Rol.LEZER or rol in self.gebruiker.rollen)

    def toon(self, sjabloon: str, status: int = 200, **waarden: Any) -> web.Response:
        """A page."""
        vast = {
            "bezoek": self,
            "pad": self.pad,
            "csrf": self.sessie.csrf if self.sessie else "",
            "wie": self.sessie.gebruiker if self.sessie else None,
            "melding": self._melding(),
        }
        tekst = self.beheer.beeld.toon(sjabloon, {**vast, **waarden})
        return web.Response(text=tekst, status=status, content_type="text/html")

    def naar(self, pad: str, melding: str | None = None) -> web.Response:
        """On to another page, which tells what happened."""
        if self.sessie is not None and melding:
            self.sessie.melding = melding
        return web.Response(status=303, headers={"Location": pad})

    def noteer(self, wat: str, waarop: str = "", uitkomst: str = "gelukt") -> None:
        """A line in the log of who did what."""
        wie = self.sessie.gebruiker.id if self.sessie and self.sessie.gebruiker else "niet aangemeld"
        self.beheer.logboek.schrijf(wie, wat, waarop, uitkomst)

    def _melding(self) -> str | None:
        if self.sessie is None:
            return None
        melding, self.sessie.melding = self.sessie.melding, None
        return melding


def eigen_pad(pad: str | None) -> str:
    """A path to go on to after signing in; the overview when it does not lie within management."""
    if not pad or any(ord(t) <= 32 or t == "\\" for t in pad):
        return BEGIN
    delen = urlsplit(pad)
    binnen = pad == BEGIN or pad.startswith((f"{BEGIN}/", f"{BEGIN}?"))
    return pad if binnen and not delen.scheme and not delen.netloc else BEGIN
