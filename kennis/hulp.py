"""The types of what helps with a task: a plan to walk through, a checklist, a blank form."""

from pydantic import Field

from kennis.model import Herkomst, Id, Ids, Model, Zinnen


class Keus(Model):
    """One reply that can be picked in a step."""

    id: Id
    tekst: str
    schrijf: str = ""
    """What goes into the summary or on the form; empty: nothing."""
    let_op: str = ""
    """What to mind with this reply."""
    velden: Zinnen = ()
    """Lines to fill in by hand that go with this reply on a form."""
    stop: str = ""
    """Why sharing stops here; the plan ends."""


class Stap(Model):
    """One question of a plan or a form."""

    id: Id
    titel: str
    vraag: str
    uitleg: Zinnen = ()
    meer: bool = False
    """More than one reply may be picked."""
    keuzes: tuple[Keus, ...] = Field(min_length=2)
    bronnen: Ids = ()


class Stappenplan(Herkomst):
    """Questions in order, ending in a summary of what was picked."""

    id: Id
    titel: str
    inleiding: str
    stappen: tuple[Stap, ...]
    kop: str
    """Heading of the summary; holds {datum}."""
    goed: str
    """Conclusion when nothing stands in the way."""
    met_let_op: str
    """Conclusion when something is to be minded; the points follow."""
    niet: str
    """Conclusion when sharing stopped; the reason follows."""
    voet: str
    """Last line of the summary; holds {versie} and {bronnen}."""
    plakken: str
    """What to do with the summary."""


class Punt(Model):
    """One thing to arrange."""

    tekst: str
    bronnen: Ids


class Puntenblok(Model):
    """Things to arrange under one heading."""

    titel: str
    punten: tuple[Punt, ...] = ()
    aspecten: Ids = ()
    """What the region laid down about the chosen meeting comes here too."""


class Checklijst(Herkomst):
    """What to arrange, in groups."""

    id: Id
    titel: str
    inleiding: str
    """Holds {overleg}."""
    hier: str = ""
    """Added for a meeting of the region; holds {regio}."""
    blokken: tuple[Puntenblok, ...]


class Formulierdeel(Model):
    """A part of a form under its own heading; what is empty is left out."""

    kop: str
    tekst: Zinnen = ()
    gekozen: Id | None = None
    """Step whose picked replies are listed here."""
    vakjes: Zinnen = ()
    """Boxes to tick by hand."""
    velden: Zinnen = ()
    """Labels of dotted lines to fill in by hand."""


class Formulier(Herkomst):
    """A blank form: what to ask first, and what is on paper."""

    id: Id
    titel: str
    bestand: str
    """Name of the file, without extension."""
    woorden: Zinnen
    """How a user may call it behind the command."""
    inleiding: Zinnen
    stappen: tuple[Stap, ...] = ()
    delen: tuple[Formulierdeel, ...]
    voet: str
    """Small print at the end; holds {versie} and {bronnen}."""
