"""Walks the onboarding the way a user does, and knows the right answers the way the rules do."""

from dataclasses import dataclass, field

from bot.gesprek.gids import Beurt, Stap
from bot.gesprek.staat import Gesprek
from bot.leren.omgeving import Gesteldevraag, Omgeving
from bot.leren.onboarding import Onboardinggids
from bot.leren.plek import Plek, Waar, lees_plek
from bot.leren.schermen import KEUZE, Schermen

GIDS = Onboardinggids()


@dataclass
class Loper:
    """One user."""

    gesprek: Gesprek
    beurt: Beurt = field(init=False)

    def __post_init__(self) -> None:
        self.beurt = GIDS.begin(self.gesprek, "")

    @property
    def stap(self) -> Stap:
        """What is on the screen."""
        return self.beurt.stap

    @property
    def plek(self) -> Plek:
        """Where it stands."""
        assert self.beurt.stand is not None
        return lees_plek(self.beurt.stand)

    def kies(self, *opties: str) -> "Loper":
        """Pick options one after the other; each must be on the screen."""
        for optie in opties:
            assert optie in {o.id for o in self.stap.opties}, (optie, self.stap)
            assert self.beurt.stand is not None
            self.beurt = GIDS.kies(self.gesprek, self.beurt.stand, optie)
        return self

    def vraag(self) -> Gesteldevraag:
        """The question on the screen."""
        schermen = Schermen(Omgeving(self.gesprek))
        return schermen.lesvraag(self.plek)[1] if self.plek.waar is Waar.LES else schermen.casusvraag(self.plek)

    def antwoord(self, goed: bool) -> "Loper":
        """Answer right or wrong."""
        nr = self.vraag().goed
        return self.kies(f"{KEUZE}{nr if goed else (nr + 1) % len(self.vraag().opties)}")
