"""Export: a reader's edition, a table and linked data, for registers of processing and for people."""

from datetime import date
from pathlib import Path

from kennis.laden import Kennis


def leesuitgave(kennis: Kennis, regio: str, sinds: date | None = None) -> str:
    """All rules and answers that hold in a region as one HTML page, with what changed since a day."""
    raise NotImplementedError


def als_csv(kennis: Kennis, regio: str | None = None) -> str:
    """Rules and answers as a table, one per line; opens in a spreadsheet without running anything."""
    raise NotImplementedError


def als_jsonld(kennis: Kennis, regio: str | None = None) -> str:
    """Rules as JSON-LD with W3C DPV ids for legal bases and purposes. One way: it cannot be read back."""
    raise NotImplementedError


def schrijf(kennis: Kennis, regio: str, map_: Path) -> list[Path]:
    """All of these in a folder."""
    raise NotImplementedError
