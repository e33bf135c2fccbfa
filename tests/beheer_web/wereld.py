"""The real server with a real knowledge repository, in a thread of its own, and officers who call it."""

import asyncio
import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import httpx
import yaml

from bot.beheer.instellingen import Beheerinstellingen
from bot.beheer.levend import Levend, laad_levend
from bot.beheer.mensen import Rol
from bot.beheer.opslag import Opslag
from bot.beheer.web.accounts import ACCOUNTS, WEBMAP, Accounts
from bot.beheer.web.beheer import Beheer
from bot.beheer.web.instelling import Beheerwebinstellingen, Oidcinstellingen
from bot.beheer.web.kanaal import Beheerkanaal
from bot.beheer.werkbank import Werkbank
from bot.dienst import Dienst
from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Webinstellingen
from bot.tellingen import Opslag as Tellingopslag
from bot.tellingen import Tellingen
from kennis.bewerken import Bundel
from tests.draaien import vrije_poort

T = TypeVar("T")
WACHTWOORD = "een lang geheim woord"
MENSEN: dict[str, tuple[str, tuple[Rol, ...]]] = {
    "lex": ("Lex Lezer", (Rol.LEZER,)),
    "robin": ("Robin Redacteur", (Rol.LEZER, Rol.REDACTEUR)),
    "gerda": ("Gerda Goedkeurder", (Rol.LEZER, Rol.GOEDKEURDER)),
    "beide": ("Bea Beide", (Rol.REDACTEUR, Rol.GOEDKEURDER)),
}
GEDULD = 60.0
"""Seconds for one step of the server."""
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass
class Wereld:
    """A running management."""

    adres: str
    map: Path
    beheer: Beheer
    geheugen: Geheugen
    levend: Levend
    lus: asyncio.AbstractEventLoop
    accounts: Accounts = field(init=False)
    bezoekers: list["Bezoeker"] = field(default_factory=list)
    _binnen: dict[str, "Bezoeker"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.accounts = self.beheer.accounts

    def in_lus(self, doe: Callable[[], Awaitable[T]]) -> T:
        """Run something on the server's own loop."""

        async def stap() -> T:
            return await doe()

        return asyncio.run_coroutine_threadsafe(stap(), self.lus).result(GEDULD)

    def neem_nieuwste(self) -> None:
        """Take the version that the pointer names, as every running process does within a second."""
        self.in_lus(self.levend.kijk)

    def bezoeker(self) -> "Bezoeker":
        """Somebody who has yet to sign in."""
        self.bezoekers.append(Bezoeker(self.adres))
        return self.bezoekers[-1]

    def binnen(self, naam: str) -> "Bezoeker":
        """An officer who is signed in already, shared by tests that leave the session alone."""
        if naam not in self._binnen:
            self._binnen[naam] = self.als(naam)
        return self._binnen[naam]

    def als(self, naam: str) -> "Bezoeker":
        """An officer who signed in."""
        bezoeker = self.bezoeker()
        assert bezoeker.meld_aan(naam).status_code == 303
        return bezoeker


class Bezoeker(httpx.Client):
    """A browser without a screen: keeps cookies, says where its forms come from, follows nothing."""

    def __init__(self, adres: str) -> None:
        super().__init__(base_url=adres, timeout=GEDULD, trust_env=False, headers={"Origin": adres})

    def csrf(self, pad: str = "/beheer/proberen") -> str:
        """The token in the forms of a page."""
        gevonden = _CSRF.search(self.get(pad).text)
        assert gevonden, pad
        return gevonden[1]

    def meld_aan(self, naam: str, wachtwoord: str = WACHTWOORD) -> httpx.Response:
        """Name and password."""
        token = self.csrf("/beheer/aanmelden")
        return self.post("/beheer/aanmelden", data={"csrf": token, "naam": naam, "wachtwoord": wachtwoord})

    def stuur(self, pad: str, **velden: str) -> httpx.Response:
        """A form of this session."""
        return self.post(pad, data={"csrf": self.csrf(), **velden})


OEFENING = "De kennis om mee te oefenen"
"""Title of the version with fewer examples."""


def met_minder_voorbeelden(opslag: Opslag, per_antwoord: int) -> None:
    """The same knowledge with a few examples of each answer: learning takes seconds then, and goes just the same."""
    bestanden = dict(opslag.bundel().bestanden)
    for pad in (p for p in bestanden if p.startswith("intents/vragen/")):
        inhoud = yaml.safe_load(bestanden[pad])
        vragen = inhoud["vragen"]
        if isinstance(vragen, dict):
            inhoud["vragen"] = {naam: lijst[:per_antwoord] for naam, lijst in vragen.items()}
        else:
            inhoud["vragen"] = vragen[:: 4 * per_antwoord]
        bestanden[pad] = yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False).encode()
    wat = replace(next(opslag.geschiedenis()), titel=OEFENING)
    opslag.publiceer(Bundel(bestanden), opslag.versie, wat)


@contextmanager
def wereld(
    map_: Path, oidc: Oidcinstellingen | None = None, poort: int | None = None, per_antwoord: int | None = None
) -> Iterator[Wereld]:
    """Start, and stop afterwards; with at most so many examples per answer, when that is given."""
    poort = poort or vrije_poort()
    adres = f"http://127.0.0.1:{poort}"
    instelling = Beheerinstellingen(map=map_, web=Beheerwebinstellingen(adres=adres, oidc=oidc))
    assert instelling.web is not None
    opslag = Opslag(map_)
    if per_antwoord is not None:
        met_minder_voorbeelden(opslag, per_antwoord)
    kern, versie = laad_levend(map_)
    tellingen = Tellingen(Tellingopslag(map_ / "tellingen.db"), kern.kennis)
    geheugen = Geheugen(kern, dien_in=tellingen.dien_in)
    accounts = Accounts(map_ / WEBMAP / ACCOUNTS)
    for naam, (voluit, rollen) in MENSEN.items():
        accounts.zet(naam, voluit, rollen, WACHTWOORD)
    lus = asyncio.new_event_loop()
    draad = threading.Thread(target=lus.run_forever, name="beheer", daemon=True)
    draad.start()
    beheer = Beheer(instelling.web, map_ / WEBMAP, lambda: geheugen.kern, geheugen.werk, Werkbank(opslag), tellingen)
    levend = Levend(map_, versie, geheugen.neem)
    uit = Wereld(adres, map_, beheer, geheugen, levend, lus)
    dienst = Dienst([Beheerkanaal(beheer)], Webinstellingen(poort=poort))
    stop = _start(uit, dienst)
    try:
        yield uit
    finally:
        for bezoeker in uit.bezoekers:
            bezoeker.close()
        stop()
        lus.call_soon_threadsafe(lus.stop)
        draad.join(GEDULD)
        lus.close()
        tellingen.opslag.sluit()


def _start(w: Wereld, dienst: Dienst) -> Callable[[], None]:
    """The web server of the service; signals belong to the main thread, so the channels' loop is left out."""
    from aiohttp import web

    async def begin() -> web.AppRunner:
        runner = web.AppRunner(dienst._app(), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", int(w.adres.rpartition(":")[2])).start()
        return runner

    runner = w.in_lus(begin)
    return lambda: w.in_lus(runner.cleanup)
