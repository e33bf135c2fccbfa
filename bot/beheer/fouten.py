"""What can go wrong in management, told to the one who can go on."""

from kennis.fouten import Bevinding, DeelwijzerFout


class Beheerfout(DeelwijzerFout):
    """Base of these errors."""


class Onbekend(Beheerfout):
    """There is no such draft or version."""


class Verouderd(Beheerfout):
    """Someone else was first: look again."""

    def __init__(self) -> None:
        super().__init__(
            "Een collega heeft dit intussen veranderd. Bekijk eerst hoe het nu is, en probeer het opnieuw."
        )


class Nietgoed(Beheerfout):
    """The checks do not pass."""

    def __init__(self, bevindingen: tuple[Bevinding, ...]) -> None:
        self.bevindingen = bevindingen
        super().__init__("Dit kan nog niet live: " + " ".join(f"{b.wat} {b.herstel}" for b in bevindingen[:5]))


class Verkeerdestap(Beheerfout):
    """The draft is not in a state in which this can be done."""
