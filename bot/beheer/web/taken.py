"""What asks for an officer's attention."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.beheer.web.adressen import adres
from kennis.laden import Kennis
from kennis.model import Aanvulling, Antwoord, Grondslag, Regel


@dataclass(frozen=True)
class Verlopen:
    """An entry whose review is due."""

    titel: str
    adres: str
    beoordeeld_op: date


def te_beoordelen(kennis: Kennis, termijn: int, vandaag: date) -> list[Verlopen]:
    """Entries that were reviewed longer ago than the term in days, oldest first."""
    grens = vandaag - timedelta(days=termijn)
    return sorted(
        (
            Verlopen(titel_van(kennis, soort, item), adres(soort, item.id), item.beoordeeld_op)
            for soort, item in _alles(kennis)
            if item.beoordeeld_op < grens
        ),
        key=lambda v: (v.beoordeeld_op, v.titel),
    )


def _alles(kennis: Kennis) -> Iterator[tuple[str, Regel | Antwoord | Aanvulling]]:
    yield from (("antwoorden", a) for a in kennis.antwoorden.values())
    yield from (("regels", r) for r in kennis.regels.values())


def wetten_om_te_bekijken(kennis: Kennis) -> list[Grondslag]:
    """Legal bases where the law in force says otherwise than the source, or was not found."""
    return [
        g
        for g in kennis.grondslagen.values()
        if g.afwijking or g.gecontroleerd == "niet_gevonden" or (g.artikel_nu and g.artikel_nu != g.artikel)
    ]


def titel_van(kennis: Kennis, soort: str, item: object) -> str:
    """How people call an entry."""
    if isinstance(item, Antwoord):
        return item.titel
    return str(getattr(item, "naam", None) or getattr(item, "onderwerp", None) or vars(item)["id"])
