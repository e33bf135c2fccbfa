"""A guided flow: a lesson, a check, a form. It asks, the user picks, until it is done; the same in every channel.

A flow keeps nothing itself. Where it stands is a small mapping of ids that the conversation holds, so that it can be
forgotten with the conversation and handed to another process.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from bot.antwoord.model import OptieRegel

if TYPE_CHECKING:
    from bot.gesprek.staat import Gesprek

Stand = Mapping[str, str | int | Sequence[str | int]]
"""Where a flow stands, as JSON of ids and numbers. Never a word that was typed."""


@dataclass(frozen=True)
class Bestand:
    """A file to hand over: a blank form, a summary. Made on the spot, kept nowhere."""

    naam: str
    mime: str
    inhoud: bytes


@dataclass(frozen=True)
class Stap:
    """What the user sees next."""

    tekst: str
    """Markdown."""
    opties: tuple[OptieRegel, ...] = ()
    """What can be picked; every channel makes them tappable and takes their number too."""
    bestanden: tuple[Bestand, ...] = ()


@dataclass(frozen=True)
class Beurt:
    """One turn of a flow."""

    stap: Stap
    stand: Stand | None
    """None when the flow is over."""
    daarna: tuple[str, str] | None = None
    """Another flow that takes over at once: its name, and what stands behind its command. The step is not shown."""


class Gids(Protocol):
    """One guided flow. All methods are pure: the same input gives the same turn.

    A stand may come back from elsewhere: a method raises DraadKapot for one this flow never gave out.
    """

    @property
    def titel(self) -> str:
        """What the flow is called in a sentence: 'U was bezig met {titel}.'"""

    def begin(self, gesprek: "Gesprek", bij: str) -> Beurt:
        """Start; `bij` is what stood behind the command (a code to go on with, a form name), mostly empty."""

    def toon(self, gesprek: "Gesprek", stand: Stand) -> Stap:
        """The open question of this stand once more, with the same options; shown when a resting flow goes on."""

    def kies(self, gesprek: "Gesprek", stand: Stand, optie: str) -> Beurt:
        """Go on with one of the options of `toon`, by its id; no other id is ever handed in."""

    def lees(self, gesprek: "Gesprek", stand: Stand, regel: str) -> Beurt | None:
        """Go on with a typed line; None when it is no answer to the flow: it is a question then."""


@runtime_checkable
class MetSlot(Protocol):
    """A flow with something to say when it is stopped halfway, such as how to go on another day."""

    def slot(self, gesprek: "Gesprek", stand: Stand) -> str:
        """Markdown."""


@dataclass(frozen=True)
class Loop:
    """A flow that was begun and is not over."""

    naam: str
    """Its name among the flows."""
    stand: Stand
    opties: tuple[OptieRegel, ...]
    """What can be picked where it stands."""
    rust: bool = False
    """A question came in between: what is picked now goes to its answer until the user says to go on."""
