"""Export: a reader's edition, a table and linked data, for registers of processing and for people."""

from datetime import date
from pathlib import Path

from bot.beheer.uitvoer.dpv import als_jsonld
from bot.beheer.uitvoer.leesuitgave import leesuitgave
from bot.beheer.uitvoer.tabel import als_csv
from kennis.laden import Kennis

__all__ = ["als_csv", "als_jsonld", "leesuitgave", "schrijf"]


def schrijf(kennis: Kennis, regio: str, map_: Path, sinds: date | None = None) -> list[Path]:
    """All of these in a folder."""
    map_.mkdir(parents=True, exist_ok=True)
    inhoud = {
        "html": leesuitgave(kennis, regio, sinds),
        "csv": f"\ufeff{als_csv(kennis, regio)}",
        "jsonld": als_jsonld(kennis, regio),
    }
    uit = []
    for soort, tekst in inhoud.items():
        pad = map_ / f"deelwijzer-{regio}.{soort}"
        pad.write_text(tekst, encoding="utf-8", newline="")
        uit.append(pad)
    return uit
