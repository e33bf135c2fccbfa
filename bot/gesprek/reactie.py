"""What comes back from the desk, for a channel to show."""

from dataclasses import dataclass

from bot.antwoord.model import Antwoordobject, OptieRegel
from bot.gesprek.gids import Bestand


@dataclass(frozen=True)
class Reactie:
    """What to show: an answer, or a fixed text of the conversation itself."""

    antwoord: Antwoordobject | None = None
    tekst: str = ""
    """Markdown; only when there is no answer."""
    vooraf: str = ""
    """Markdown above the answer: what a follow-up changed."""
    erbij: str = ""
    """Markdown below the answer or text: how to go on with what rests."""
    opties: tuple[OptieRegel, ...] = ()
    """What can be picked under a text; an answer carries its own in `wedervraag`. Both go to `Balie.kies`."""
    bestanden: tuple[Bestand, ...] = ()
    """Files to hand over with a text."""
    alles: bool = False
    """Show the whole answer, also what can wait."""
    opdracht: str | None = None
    """The command that was carried out: a channel may have to do its part, such as clearing the screen."""
