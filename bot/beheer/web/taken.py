"""What asks for an officer's attention."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.beheer.web.adressen import adres
from kennis.laden import Kennis
from kennis.leren.model import Les
from kennis.model import Antwoord, Grondslag, Regel


@dataclass(frozen=True)
class Verlopen:
    """An entry whose review is due."""

    titel: str
    adres: str
    beoordeeld_op: date


def is_verlopen(item: Antwoord | Regel | Les, termijn: int, vandaag: date) -> bool:
    """Whether an entry was reviewed longer ago than the term in days."""
    return item.beoordeeld_op < vandaag - timedelta(days=termijn)


def te_beoordelen(kennis: Kennis, termijn: int, vandaag: date) -> list[Verlopen]:
    """Entries whose review is due, oldest first."""
    verlopen = (
        Verlopen(titel_van(item), adres(soort, item.id), item.beoordeeld_op)
        for soort, items in _beoordeeld(kennis)
        for item in items.values()
        if is_verlopen(item, termijn, vandaag)
    )
    return sorted(verlopen, key=lambda v: (v.beoordeeld_op, v.titel))


def _beoordeeld(kennis: Kennis) -> Iterator[tuple[str, Mapping[str, Antwoord | Regel | Les]]]:
    yield "antwoorden", kennis.antwoorden
    yield "regels", kennis.regels
    yield "lessen", kennis.leren.lessen


def wetten_om_te_bekijken(kennis: Kennis) -> list[Grondslag]:
    """Legal bases where the law in force says otherwise than the source, or was not found."""
    return [
        g
        for g in kennis.grondslagen.values()
        if g.afwijking or g.gecontroleerd == "niet_gevonden" or (g.artikel_nu and g.artikel_nu != g.artikel)
    ]


def titel_van(item: Antwoord | Regel | Les) -> str:
    """How people call an entry."""
    return item.id if isinstance(item, Regel) else item.titel
