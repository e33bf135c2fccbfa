"""The types of lessons, paths, cases and templates. A right answer is never written down: the rules compute it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from kennis.model import Als, Dimensie, Id, Ids, Model, Oordeel, Zinnen


def _als_lijst(waarde: Any) -> Any:
    return (waarde,) if isinstance(waarde, str) else waarde


Oordelen = Annotated[tuple[Oordeel, ...], BeforeValidator(_als_lijst)]


class Bewering(Model):
    """Something a lesson says that the rules must bear out."""

    feiten: Als
    oordeel: Oordeel
    wie: Ids = ()
    """Who consents; empty when the lesson says nothing about it."""
    aanvulling: str | None = None
    """Id of a general addition the lesson counts on."""


class Voorbeeld(Bewering):
    """One example from the rules, as a sentence."""

    tekst: str
    rollen: Ids = ()
    """Only for these roles; empty: for every role without an example of its own."""


class Leeroptie(Model):
    """An option of a question, with the outcome it stands for: every field that is filled must hold."""

    tekst: str
    oordeel: Oordelen = ()
    wie: Ids = ()
    aanvulling: str | None = None
    """Id of a general addition that must go with the answer."""
    zonder_aanvulling: str | None = None
    """Id of a general addition that must not."""


class Leervraag(Model):
    """One question; exactly one of its options is right by the rules."""

    tekst: str
    feiten: Als
    rollen: Ids = ()
    oordelen: Oordelen = ()
    """The options are these verdicts, in the fixed words."""
    wie: bool = False
    """The options are who may consent, in the fixed words."""
    opties: tuple[Leeroptie, ...] = ()
    """Options in words of their own."""


class Les(Model):
    """One idea in two minutes."""

    id: Id
    nr: int
    """Stands in the code with which someone goes on another day: never give a number to another lesson."""
    titel: str
    idee: Zinnen
    beweringen: tuple[Bewering, ...] = ()
    """What `idee` says about sharing, to be checked by the rules."""
    voorbeelden: tuple[Voorbeeld, ...]
    vragen: tuple[Leervraag, ...]
    bronnen: Ids
    beoordeeld_op: date


class Leerrol(Model):
    """A kind of work with the path that fits it."""

    id: Id
    nr: int
    """Stands in the code too."""
    naam: str
    partij: Id
    """What someone with this role is in the rules."""
    lessen: Ids
    casussen: Ids = ()
    sjablonen: Ids


class Casus(Model):
    """A case from a source."""

    id: Id
    titel: str
    tekst: str
    feiten: Als
    oordeel: Oordeel
    """What the source says; the rules must agree."""
    les: Id
    """The lesson to read again after a mistake."""
    bronnen: Ids


class Sjabloon(Model):
    """A sentence from which many cases are made: every combination of what it can be filled with is one."""

    id: Id
    tekst: str
    """With the names of dimensions between braces."""
    vast: Als = Als()
    """Facts that are the same in every case."""
    vul: Mapping[Dimensie, Mapping[str, str | None]]
    """Per dimension the concepts and how they read in this sentence; nothing: the name of the concept."""
    wie: bool = False
    """The case asks whose consent is needed, instead of whether sharing is allowed."""
    les: Id


NIETS = "-"
"""In `Sjabloon.vul`: this fact is not named."""


@dataclass(frozen=True)
class Leerstof:
    """Everything about learning."""

    lessen: dict[str, Les] = field(default_factory=dict)
    rollen: dict[str, Leerrol] = field(default_factory=dict)
    casussen: dict[str, Casus] = field(default_factory=dict)
    sjablonen: dict[str, Sjabloon] = field(default_factory=dict)
