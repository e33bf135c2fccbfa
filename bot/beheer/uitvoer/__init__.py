"""Export: a reader's edition, a table and linked data, for registers of processing and for people."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bot.beheer.uitvoer.dpv import als_jsonld
from bot.beheer.uitvoer.leesuitgave import leesuitgave, leesuitgave_pdf
from bot.beheer.uitvoer.tabel import als_csv
from kennis.laden import Kennis

__all__ = ["als_csv", "als_jsonld", "leesuitgave", "leesuitgave_pdf", "schrijf", "vormen"]

UTF8_MERK = "\ufeff"
"""Tells a spreadsheet how letters with accents are written."""


def vormen(kennis: Kennis, regio: str, sinds: date | None = None) -> Mapping[str, Callable[[], bytes]]:
    """End of the name of each file, and what makes its content."""
    return {
        "html": lambda: leesuitgave(kennis, regio, sinds).encode(),
        "pdf": lambda: leesuitgave_pdf(kennis, regio, sinds),
        "csv": lambda: f"{UTF8_MERK}{als_csv(kennis, regio)}".encode(),
        "jsonld": lambda: als_jsonld(kennis, regio).encode(),
    }


def schrijf(kennis: Kennis, regio: str, map_: Path, sinds: date | None = None) -> list[Path]:
    """All of these in a folder."""
    map_.mkdir(parents=True, exist_ok=True)
    uit = []
    for soort, maak in vormen(kennis, regio, sinds).items():
        pad = map_ / f"deelwijzer-{regio}.{soort}"
        pad.write_bytes(maak())
        uit.append(pad)
    return uit
