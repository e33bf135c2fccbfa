"""What can be counted: a closed list of cells, made from the knowledge. Nothing outside it has a place to go.

Threat: a count named after something typed keeps what was typed. A cell is a measure with a value out of the
knowledge; it is stored as the number that its name hashes to, so no text can get into the counts at all.
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from bot.antwoord.model import Antwoordobject
from intents.bewijs import OVERLEG
from intents.kiezer import MENU
from kennis.laden import Kennis
from kennis.model import Dimensie, Oordeel

BANDEN = ((0.5, "0-50"), (0.75, "50-75"), (0.85, "75-85"), (0.95, "85-95"), (2.0, "95-100"))
"""Upper bound of confidence (not included) and the name of the band, in per cent."""
KANALEN = ("terminal", "matrix", "teams")
SOORTEN = ("antwoord", "wedervraag", "onbekend", "buiten_bereik", "menu")
ONZEKER = ("onzeker", "onzeker.geen", f"{MENU}leeg")
"""Intents that are no answer of the knowledge."""
DUIMEN = {"duim_op": "duim_op", "duim_omhoog": "duim_op", "duim_neer": "duim_neer", "duim_omlaag": "duim_neer"}
"""What channels call a thumb, and the measure it counts for."""
ONBEANTWOORD = frozenset({"onbekend", "buiten_bereik"})
GEEN = "geen"
"""Value of a verdict when there is none, and of a region when it is not known."""
CIJFERS = 8
"""Bytes of a hash; one bit is dropped, as SQLite counts in signed numbers."""


class Cel(NamedTuple):
    """One thing to count."""

    maat: str
    waarde: str

    @property
    def getal(self) -> int:
        """The number it is stored under."""
        return getal(f"{self.maat}\x1f{self.waarde}")


def getal(naam: str) -> int:
    """A number for a name, the same in every version."""
    return int.from_bytes(hashlib.blake2b(naam.encode(), digest_size=CIJFERS).digest(), "big") >> 1


class Cellen:
    """All cells there are."""

    def __init__(self, kennis: Kennis) -> None:
        self._bij_getal = {cel.getal: cel for cel in _alle(kennis)}
        self._regios = {getal(regio): regio for regio in (*kennis.regios, GEEN)}

    def __contains__(self, cel: Cel) -> bool:
        return self._bij_getal.get(cel.getal) == cel

    def cel(self, nummer: int) -> Cel | None:
        """The cell of a stored number; None for one the knowledge does not know any more."""
        return self._bij_getal.get(nummer)

    def regio(self, nummer: int) -> str | None:
        """The region of a stored number."""
        return self._regios.get(nummer)

    def regiogetal(self, regio: str | None) -> int:
        """The number of a region; that of 'geen' when it is not known."""
        nummer = getal(regio or GEEN)
        return nummer if nummer in self._regios else getal(GEEN)

    def van(self, wat: str, kanaal: str, antwoord: Antwoordobject) -> tuple[Cel, ...]:
        """The cells that an event counts for; what is not on the list is left out."""
        if wat in DUIMEN:
            cellen: Iterator[Cel] = (Cel(DUIMEN[wat], deel.intent) for deel in (antwoord, *antwoord.ook))
        else:
            cellen = _van_antwoord(kanaal, antwoord) if wat == "antwoord" else iter(())
        return tuple(cel for cel in cellen if cel in self)


def _van_antwoord(kanaal: str, antwoord: Antwoordobject) -> Iterator[Cel]:
    yield Cel("kanaal", kanaal)
    if antwoord.persoonsgegevens:
        yield Cel("persoonsgegevens", "ja")
    for deel in (antwoord, *antwoord.ook):
        yield from _van_deel(deel)


def _van_deel(antwoord: Antwoordobject) -> Iterator[Cel]:
    """What the answer to one question counts for; two questions in one line get two."""
    yield Cel("intent", antwoord.intent)
    yield Cel("soort", antwoord.soort)
    yield Cel("oordeel", antwoord.oordeel or GEEN)
    yield Cel("zekerheid", next(naam for grens, naam in BANDEN if antwoord.vertrouwen < grens))
    if antwoord.soort in ONBEANTWOORD or antwoord.intent in ONZEKER:
        for dimensie, waarden in antwoord.begrepen.items():
            for waarde in waarden if isinstance(waarden, list) else [waarden]:
                yield Cel("onbeantwoord", f"{dimensie}.{waarde}")


def _alle(kennis: Kennis) -> Iterator[Cel]:
    for intent in _intents(kennis):
        yield from (Cel(maat, intent) for maat in ("intent", *sorted(set(DUIMEN.values()))))
    yield from (Cel("soort", soort) for soort in SOORTEN)
    yield from (Cel("oordeel", oordeel) for oordeel in (*(o.value for o in Oordeel), GEEN))
    yield from (Cel("zekerheid", naam) for _, naam in BANDEN)
    yield from (Cel("kanaal", kanaal) for kanaal in KANALEN)
    yield Cel("persoonsgegevens", "ja")
    for dimensie in Dimensie:
        yield from (Cel("onbeantwoord", f"{dimensie.value}.{b.id}") for b in kennis.taxonomie(dimensie))


def _intents(kennis: Kennis) -> Iterator[str]:
    yield from kennis.antwoorden
    yield from (f"delen.{regel}" for regel in kennis.regels)
    yield from (f"{OVERLEG}{aspect.id}" for aspect in kennis.taxonomieen["aspecten"])
    yield from ONZEKER
