"""The kinds of personal data, and what the guard hands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """One kind of personal data that can stand in a question."""

    NAAM = "naam"
    BSN = "bsn"
    GEBOORTEDATUM = "geboortedatum"
    ADRES = "adres"
    POSTCODE = "postcode"
    TELEFOON = "telefoon"
    EMAIL = "e-mail"
    IBAN = "iban"
    LEERLINGNUMMER = "leerlingnummer"
    KENTEKEN = "kenteken"
    GEBRUIKERSNAAM = "gebruikersnaam"
    LINK = "link"
    PASPOORT = "paspoort"
    COMBINATIE = "combinatie"


@dataclass(frozen=True)
class Gezuiverd:
    """A cleaned question and the kinds that were taken out of it (never the data themselves)."""

    tekst: str
    soorten: tuple[Soort, ...] = ()

    @property
    def gevonden(self) -> bool:
        """True when the raw question held personal data."""
        return bool(self.soorten)


@dataclass(frozen=True)
class Vondst:
    """A stretch of raw text that must go, with the words that take its place.

    `repr` leaves out everything but the kind and the place, so that a traceback or debug print cannot leak.
    """

    begin: int
    eind: int
    soort: Soort
    nieuw: str

    def __repr__(self) -> str:
        return f"Vondst({self.soort.value}, {self.begin}, {self.eind})"
