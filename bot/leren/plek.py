"""Where someone stands in the onboarding, as typed fields and as the ids the conversation holds.

Threat: a stand may come back from a button, so every field is checked; what is off is refused, never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Stand

_TERUG = re.compile(r"[^|]+\|\d{1,6}\|[01]")


class Waar(StrEnum):
    """The screens."""

    ROL = "rol"
    MENU = "menu"
    LES = "les"
    NA_LES = "na_les"
    CASUS = "casus"
    NA_CASUS = "na_casus"
    TOETS = "toets"
    UITSLAG = "uitslag"
    CODE = "code"


@dataclass(frozen=True)
class Plek:
    """One stand of the flow. The numbers make every random choice repeatable."""

    waar: Waar
    zaad: int = 0
    """The day it began."""
    beurt: int = 0
    """Turns so far."""
    melding: str = ""
    """Name of a fixed sentence to show above the screen."""
    rol: str = ""
    gedaan: tuple[int, ...] = ()
    """Numbers of lessons done."""
    les: str = ""
    keuze: int = 0
    """The option that was picked, for the screen that says whether it was right."""
    casus: str = ""
    """Key of the case on the screen."""
    nr: int = 0
    """Cases asked in this practice, or questions in this check."""
    niveau: int = 1
    rij: int = 0
    """Right answers in a row."""
    gehad: tuple[str, ...] = ()
    """Keys of cases seen of late, or of all questions of the check."""
    terug: tuple[str, ...] = ()
    """Cases that come back: key, when, and how often they were right since, with bars between."""
    fout: tuple[str, ...] = ()
    """Keys of the questions of the check that went wrong."""

    def als_stand(self) -> Stand:
        """As ids and numbers, only what is not as at the start."""
        leeg = Plek(self.waar)
        uit: dict[str, str | int | Sequence[str | int]] = {"waar": self.waar.value}
        for veld in fields(self):
            waarde = getattr(self, veld.name)
            if veld.name != "waar" and waarde != getattr(leeg, veld.name):
                uit[veld.name] = list(waarde) if isinstance(waarde, tuple) else waarde
        return uit

    def naar(self, waar: Waar, **anders: object) -> "Plek":
        """The next stand."""
        return replace(self, **{"waar": waar, "beurt": self.beurt + 1, "melding": "", **anders})  # type: ignore[arg-type]


def lees_plek(stand: Stand) -> Plek:
    """The typed stand. Raises DraadKapot when a field is unknown or has the wrong type."""
    try:
        leeg = Plek(Waar(str(stand["waar"])))
    except (KeyError, ValueError):
        raise _kapot() from None
    velden: dict[str, object] = {}
    for naam, waarde in stand.items():
        if naam != "waar":
            velden[naam] = _veld(getattr(leeg, naam, None), naam, waarde)
    if not all(isinstance(t, str) and _TERUG.fullmatch(t) for t in stand.get("terug", ()) or ()):  # type: ignore[union-attr]
        raise _kapot()
    return replace(leeg, **velden)  # type: ignore[arg-type]


def _veld(voorbeeld: object, naam: str, waarde: object) -> object:
    if isinstance(voorbeeld, tuple):
        soort = int if naam == "gedaan" else str
        if isinstance(waarde, list | tuple) and all(type(deel) is soort for deel in waarde):
            return tuple(waarde)
    elif type(waarde) is type(voorbeeld) and voorbeeld is not None:
        return waarde
    raise _kapot()


def _kapot() -> DraadKapot:
    return DraadKapot("Dit is geen plek in de onboarding. Begin opnieuw.")
