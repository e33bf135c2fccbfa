"""What all pages of management share."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from bot.beheer.web.accounts import Accounts
from bot.beheer.web.beeld import Beeld
from bot.beheer.web.instelling import Beheerwebinstellingen
from bot.beheer.web.logboek import Logboek
from bot.beheer.web.oidc import Oidc
from bot.beheer.web.remmen import Rem
from bot.beheer.web.sessies import Sessies
from bot.beheer.werkbank import Werkbank
from bot.kern import Kern
from bot.tellingen import Tellingen

T = TypeVar("T")


class Werk(Protocol):
    """Runs something in the one thread that answers questions."""

    def __call__(self, doe: Callable[[], T], /) -> Awaitable[T]:
        """The outcome."""


@dataclass
class Beheer:
    """Settings, knowledge and who is signed in."""

    instelling: Beheerwebinstellingen
    kern: Callable[[], Kern]
    """The core that is live now."""
    werk: Werk
    werkbank: Werkbank
    tellingen: Tellingen | None = None
    beeld: Beeld = field(default_factory=Beeld)
    sessies: Sessies = field(default_factory=Sessies)
    rem: Rem = field(default_factory=Rem)
    accounts: Accounts = field(init=False)
    logboek: Logboek = field(init=False)
    oidc: Oidc | None = field(init=False)

    def __post_init__(self) -> None:
        self.accounts = Accounts(self.instelling.map / "accounts.json")
        self.logboek = Logboek(self.instelling.map / "logboek.jsonl")
        self.oidc = Oidc(self.instelling.oidc, self.instelling.adres) if self.instelling.oidc else None
