"""Export: a reader's edition, a table and linked data, for registers of processing and for people."""

from datetime import date
from pathlib import Path

from bot.beheer.uitvoer.dpv import als_jsonld
from bot.beheer.uitvoer.leesuitgave import leesuitgave, leesuitgave_pdf
from bot.beheer.uitvoer.tabel import als_csv
from kennis.laden import Kennis

__all__ = ["als_csv", "als_jsonld", "leesuitgave", "leesuitgave_pdf", "schrijf"]


def schrijf(kennis: Kennis, regio: str, map_: Path, sinds: date | None = None) -> list[Path]:
    """All of these in a folder."""
    map_.mkdir(parents=True, exist_ok=True)
    inhoud = {
        "html": leesuitgave(kennis, regio, sinds).encode(),
        "pdf": leesuitgave_pdf(kennis, regio, sinds),
        "csv": f"\ufeff{als_csv(kennis, regio)}".encode(),
        "jsonld": als_jsonld(kennis, regio).encode(),
    }
    uit = []
    for soort, ruw in inhoud.items():
        pad = map_ / f"deelwijzer-{regio}.{soort}"
        pad.write_bytes(ruw)
        uit.append(pad)
    return uit
