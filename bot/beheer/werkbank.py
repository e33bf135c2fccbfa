"""The one door to management for web pages, chat and command line: every step checks the role and the four eyes."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from bot.beheer.concept import Concept, Status
from bot.beheer.gevolgen import Gevolgen
from bot.beheer.mensen import Medewerker
from bot.beheer.opslag import Opslag, Publicatie
from kennis.bewerken import Bundel, Sleutel, Verschil, Wijziging


class Werkbank:
    """What officers can do. Methods block: call them in a thread from a web page."""

    def __init__(self, opslag: Opslag, klok: Callable[[], datetime] = datetime.now) -> None:
        self.opslag = opslag
        self._klok = klok

    def concepten(self, *statussen: Status) -> list[Concept]:
        """Drafts with one of these states (all when none is named), newest first."""
        raise NotImplementedError

    def begin(self, wie: Medewerker, titel: str, wijzigingen: Iterable[Wijziging], reden: str, bron: str) -> Concept:
        """A new draft; editors only."""
        raise NotImplementedError

    def wijzig(
        self, wie: Medewerker, nr: int, gezien: int, wijzigingen: Iterable[Wijziging], reden: str, bron: str
    ) -> Concept:
        """Change a draft; it goes back to 'concept'. Raises Verouderd when `gezien` is not its latest `stand`."""
        raise NotImplementedError

    def dien_in(self, wie: Medewerker, nr: int, gezien: int) -> Concept:
        """Ask for approval. Raises Nietgoed when it breaks the checks."""
        raise NotImplementedError

    def keur_goed(self, wie: Medewerker, nr: int, gezien: int, gepland: date | None = None) -> Concept:
        """Approve someone else's draft; goes live at once, or on its day. Raises Nietgoed, Botsingfout."""
        raise NotImplementedError

    def keur_af(self, wie: Medewerker, nr: int, gezien: int, reden: str) -> Concept:
        """Send back with a reason."""
        raise NotImplementedError

    def trek_in(self, wie: Medewerker, nr: int, gezien: int) -> Concept:
        """Give up a draft; its author or an approver."""
        raise NotImplementedError

    def publiceer_geplande(self) -> list[Concept]:
        """Make live what was approved for today or earlier; one that no longer fits is sent back with the reason."""
        raise NotImplementedError

    def voorbeeld(self, concept: Concept) -> Bundel:
        """The live version with a draft. Raises Botsingfout when both changed the same field."""
        raise NotImplementedError

    def gevolgen(self, concept: Concept) -> Gevolgen:
        """What a draft does; worked out once per draft and version."""
        raise NotImplementedError

    def verschil(self, concept: Concept) -> list[Verschil]:
        """What a draft changes, in plain words."""
        raise NotImplementedError

    def geschiedenis(self, sleutel: Sleutel | None = None, meeste: int = 100) -> list[Publicatie]:
        """Publications, newest first; of one entry only those that changed it."""
        raise NotImplementedError

    def verschil_van(self, versie: str) -> list[Verschil]:
        """What a publication changed."""
        raise NotImplementedError

    def terug(self, wie: Medewerker, versie: str, reden: str) -> Publicatie:
        """All knowledge as it was in a version; a new publication, live at once; approvers only."""
        raise NotImplementedError

    def maak_ongedaan(self, wie: Medewerker, versie: str, reden: str) -> Concept:
        """A draft that takes back what one publication changed, and leaves later ones."""
        raise NotImplementedError
