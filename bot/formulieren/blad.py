"""What is on a sheet, apart from how a file holds it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kennis.hulp import Formulier, Formulierdeel, Keus

PUNT = "- "
"""Begins a text that is an item of a list."""


@dataclass(frozen=True)
class Deel:
    """A part under a heading."""

    kop: str
    alineas: tuple[str, ...]
    punten: tuple[str, ...]
    vakjes: tuple[str, ...]
    """Boxes to tick by hand."""
    velden: tuple[str, ...]
    """Labels of lines to fill in by hand."""


@dataclass(frozen=True)
class Blad:
    """A whole form."""

    titel: str
    inleiding: tuple[str, ...]
    delen: tuple[Deel, ...]
    voet: str


def maak_blad(formulier: Formulier, gekozen: Mapping[str, list[Keus]], voet: Mapping[str, str]) -> Blad:
    """The sheet of a form with what was picked per step; `voet` fills the small print."""
    delen = tuple(_deel(deel, gekozen) for deel in formulier.delen)
    return Blad(formulier.titel, formulier.inleiding, delen, formulier.voet.format(**voet))


def _deel(deel: Formulierdeel, gekozen: Mapping[str, list[Keus]]) -> Deel:
    uit_keuzes = [k.schrijf for k in gekozen.get(deel.gekozen or "", ())]
    punten = [t.removeprefix(PUNT) for t in deel.tekst if t.startswith(PUNT)]
    alineas = [t for t in deel.tekst if not t.startswith(PUNT)]
    een = len(uit_keuzes) == 1
    return Deel(
        deel.kop,
        (*alineas, *(uit_keuzes if een else ())),
        (*punten, *(() if een else uit_keuzes)),
        deel.vakjes,
        (*(veld for k in gekozen.get(deel.gekozen or "", ()) for veld in k.velden), *deel.velden),
    )
