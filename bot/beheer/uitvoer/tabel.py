"""Rules and answers as CSV. Threat: a spreadsheet runs a cell that begins with a sign; such a cell gets a quote."""

import csv
from io import StringIO

from bot.beheer.uitvoer.regels import Rij, rijen
from kennis.laden import Kennis

GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")
"""What a formula can begin with."""
KOPPEN = (
    "soort", "id", "onderwerp", "oordeel", "antwoord", "toestemming", "grondslagen", "voorwaarden", "bronnen", "regio",
    "geldig_van", "geldig_tot", "beoordeeld_op",
)  # fmt: skip


def als_csv(kennis: Kennis, regio: str | None = None) -> str:
    """One line per rule or answer; opens in a spreadsheet without running anything."""
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    schrijver.writerows([_veilig(cel) for cel in _cellen(rij)] for rij in rijen(kennis, regio))
    return uit.getvalue()


def _cellen(rij: Rij) -> tuple[str, ...]:
    inhoud = rij.inhoud
    toestemming = inhoud.toestemming.nodig if inhoud.toestemming else ""
    einde = rij.geldig_tot.isoformat() if rij.geldig_tot else ""
    return (
        rij.soort, rij.id, rij.titel, inhoud.oordeel or "", inhoud.kort, toestemming, " | ".join(rij.grondslagen),
        " | ".join(inhoud.voorwaarden), " | ".join(rij.bronnen), rij.regio, rij.geldig_van.isoformat(), einde,
        rij.beoordeeld_op.isoformat(),
    )  # fmt: skip


def _veilig(cel: str) -> str:
    return f"'{cel}" if cel.startswith(GEVAARLIJK) else cel
