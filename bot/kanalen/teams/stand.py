"""What a card shows, carried by its own buttons: a press works on any card, after a restart, and by anyone in the room.

Threat: what a button brings back can be made up. It is read into ids and flags that exist here, and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from bot.gesprek.draad import Draad, lees_draad
from bot.kanalen.teams.activiteit import MERK
from bot.kanalen.velden import lijst, velden
from bot.kern import Kern

LANGSTE_ID = 64
DUIMEN = ("op", "neer")


@dataclass(frozen=True)
class Beeld:
    """Which parts of a card are open."""

    lang: bool = False
    waarom: bool = False
    bron: bool = False
    beoordeeld: bool = False
    """A thumb was given."""
    persoonsgegevens: bool = False
    """The question held data of a person."""


@dataclass(frozen=True)
class Stand:
    """What a card shows."""

    draad: Draad
    beeld: Beeld = Beeld()
    terug: Draad | None = None
    """The counter-question this answer came from."""
    keuze: str | None = None
    """Id of the option that was chosen there."""


@dataclass(frozen=True)
class Druk:
    """A pressed button: the state to show, and what else it does."""

    stand: Stand
    optie: str | None = None
    duim: str | None = None


def als_data(druk: Druk) -> dict[str, Any]:
    """The data of a button."""
    stand = druk.stand
    uit: dict[str, Any] = {"draad": stand.draad.ids, "open": _open(stand.beeld)}
    if stand.terug is not None:
        uit |= {"terug": stand.terug.ids, "keuze": stand.keuze}
    extra = {"optie": druk.optie, "duim": druk.duim}
    return {MERK: uit | {naam: waarde for naam, waarde in extra.items() if waarde is not None}}


def lees_druk(data: Mapping[str, Any], kern: Kern) -> Druk:
    """The button these data come from. Raises DraadKapot."""
    ons = velden(data.get(MERK))
    terug = lees_draad(ons["terug"], kern) if ons.get("terug") is not None else None
    stand = Stand(lees_draad(ons.get("draad"), kern), _beeld(ons.get("open")), terug, _kort(ons.get("keuze")))
    duim = ons.get("duim")
    return Druk(stand, _kort(ons.get("optie")), duim if duim in DUIMEN else None)


def voorbeeld_data(nr: int) -> dict[str, Any]:
    """The data of a button that asks an example question."""
    return {MERK: {"voorbeeld": nr}}


def lees_voorbeeld(data: Mapping[str, Any], voorbeelden: Sequence[str]) -> str | None:
    """The example question a button asks; None for a button of an answer."""
    nr = velden(data.get(MERK)).get("voorbeeld")
    return voorbeelden[nr] if isinstance(nr, int) and 0 <= nr < len(voorbeelden) else None


def loop_data(loop: object, optie: str | None = None) -> dict[str, Any]:
    """The data of a button in a flow: the option to pick there, or none to see that step again."""
    return {MERK: {"loop": loop} | ({"optie": optie} if optie is not None else {})}


def lees_loopdruk(data: Mapping[str, Any]) -> tuple[object, str | None] | None:
    """The flow as it came back, for the desk to judge, and the option; None for a button of an answer."""
    ons = velden(data.get(MERK))
    return (ons["loop"], _kort(ons.get("optie"))) if "loop" in ons else None


def zet(stand: Stand, **deel: bool) -> Stand:
    """The same card with a part opened or closed."""
    return replace(stand, beeld=replace(stand.beeld, **deel))


def _open(beeld: Beeld) -> list[str]:
    return [veld.name for veld in fields(beeld) if getattr(beeld, veld.name)]


def _beeld(ruw: object) -> Beeld:
    return Beeld(**{veld.name: veld.name in lijst(ruw) for veld in fields(Beeld)})


def _kort(ruw: object) -> str | None:
    return ruw if isinstance(ruw, str) and len(ruw) <= LANGSTE_ID else None
