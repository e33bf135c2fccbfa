"""What all pages of management share."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.beheer.web.accounts import ACCOUNTS, Accounts
from bot.beheer.web.archief import Archief
from bot.beheer.web.beeld import Beeld
from bot.beheer.web.deelsessies import Deelsessies
from bot.beheer.web.instelling import Beheerwebinstellingen
from bot.beheer.web.logboek import Logboek
from bot.beheer.web.oidc import Oidc
from bot.beheer.web.rekenwerk import Rekenwerk
from bot.beheer.web.remmen import Rem
from bot.beheer.web.sessies import Sessies
from bot.beheer.web.zoeken import Zoeker
from bot.beheer.werkbank import Werkbank
from bot.kern import Kern
from bot.tellingen import Tellingen

T = TypeVar("T")
LOGBOEK = "logboek.jsonl"
"""File in the folder of management."""


class Werk(Protocol):
    """Runs something in the one thread that answers questions."""

    def __call__(self, doe: Callable[[], T], /) -> Awaitable[T]:
        """The outcome."""


@dataclass
class Beheer:
    """Settings, knowledge and who is signed in."""

    instelling: Beheerwebinstellingen
    map: Path
    """Folder for the accounts and for the log of who did what."""
    kern: Callable[[], Kern]
    """The core that is live now."""
    werk: Werk
    werkbank: Werkbank
    tellingen: Tellingen | None = None
    beeld: Beeld = field(default_factory=Beeld)
    zoeker: Zoeker = field(default_factory=Zoeker)
    sessies: Sessies = field(default_factory=Sessies)
    deelsessies: Deelsessies | None = None
    """There where several processes serve management."""
    rem: Rem = field(default_factory=Rem)
    archief: Archief = field(init=False)
    gevolgen: Rekenwerk = field(init=False)
    accounts: Accounts = field(init=False)
    logboek: Logboek = field(init=False)
    oidc: Oidc | None = field(init=False)

    lopend: "dict[int, asyncio.Future[Any]]" = field(default_factory=dict)
    """Steps with a draft that go on after their page was sent."""

    def houd_vast(self, nr: int, taak: "asyncio.Future[Any]") -> None:
        """Remember a step until it is done."""
        self.lopend[nr] = taak
        taak.add_done_callback(lambda _: self.lopend.pop(nr, None))

    def __post_init__(self) -> None:
        self.archief = Archief(self.werkbank)
        self.gevolgen = Rekenwerk(self.werkbank)
        self.accounts = Accounts(self.map / ACCOUNTS)
        self.logboek = Logboek(self.map / LOGBOEK)
        self.oidc = Oidc(self.instelling.oidc, self.instelling.adres) if self.instelling.oidc else None
