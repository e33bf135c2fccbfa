"""The reader's edition: all rules and answers of a region on one page or in one PDF, for reading and printing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.beheer.uitvoer.regels import Rij, rijen
from bot.formulieren.pdf import zet_pdf
from kennis.laden import Kennis
from kennis.model import Inhoud
from kennis.zinnen import Zinnen, laad_zinnen

SJABLOON, OPMAAK = "leesuitgave.html", Path(__file__).with_name("leesuitgave.typ")
NIETS = "Niets."
GROEPEN = {"regel": "Wie mag wat met wie delen", "antwoord": "Antwoorden op andere vragen"}


@dataclass(frozen=True)
class _Groep:
    id: str
    naam: str
    rijen: list["_Blok"]


@dataclass(frozen=True)
class _Blok:
    """One rule or answer as it is shown."""

    soort: str
    id: str
    titel: str
    inhoud: Inhoud
    delen: list[tuple[str, tuple[str, ...]]]
    voet: str


def leesuitgave(kennis: Kennis, regio: str, sinds: date | None = None, vandaag: date | None = None) -> str:
    """All that holds in a region today as one HTML page, with what changed since a day."""
    omgeving = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined)
    return omgeving.get_template(SJABLOON).render(_inhoud(kennis, regio, sinds, vandaag or date.today()))


def leesuitgave_pdf(kennis: Kennis, regio: str, sinds: date | None = None, vandaag: date | None = None) -> bytes:
    """The same as PDF."""
    uit = _inhoud(kennis, regio, sinds, vandaag or date.today())
    veranderd = [{"kop": f"Veranderd sinds {uit['sinds']}", "punten": [rij.titel for rij in uit["veranderd"]]}]
    inhoud = {
        "titel": uit["titel"],
        "onder": uit["onder"],
        "niets": NIETS,
        "lijsten": veranderd if sinds else [],
        "groepen": [
            {"kop": g.naam, "blokken": [_plat(blok, uit["woorden"]) for blok in g.rijen]} for g in uit["groepen"]
        ],
    }
    return zet_pdf(OPMAAK, inhoud)


def _inhoud(kennis: Kennis, regio: str, sinds: date | None, dag: date) -> dict[str, Any]:
    zinnen = laad_zinnen(kennis.map)
    alle = list(rijen(kennis, regio, dag))
    return {
        "titel": f"Alle regels en antwoorden in {kennis.regios[regio].naam}",
        "onder": f"Gemaakt op {_datum(dag)}. Kennisversie {kennis.versie}. {len(alle)} onderdelen.",
        "niets": NIETS,
        "sinds": _datum(sinds) if sinds else "",
        "veranderd": [rij for rij in alle if sinds is not None and is_veranderd(rij, sinds)],
        "groepen": [_Groep(soort, naam, _blokken(alle, soort, zinnen)) for soort, naam in GROEPEN.items()],
        "woorden": {oordeel.value: zin.opening for oordeel, zin in zinnen.oordelen.items()},
    }


def _plat(blok: _Blok, woorden: dict[str, str]) -> dict[str, Any]:
    inhoud = blok.inhoud
    return {
        "titel": blok.titel,
        "oordeel": woorden[inhoud.oordeel] if inhoud.oordeel else "",
        "kort": inhoud.kort,
        "punten": inhoud.punten,
        "delen": blok.delen,
        "voet": blok.voet,
    }


def is_veranderd(rij: Rij, sinds: date) -> bool:
    """Whether someone looked at an entry anew, or it began to hold, since a day."""
    return rij.beoordeeld_op >= sinds or rij.geldig_van >= sinds


def _blokken(alle: Iterable[Rij], soort: str, zinnen: Zinnen) -> list[_Blok]:
    return [_blok(rij, zinnen) for rij in alle if rij.soort == soort]


def _blok(rij: Rij, zinnen: Zinnen) -> _Blok:
    inhoud = rij.inhoud
    wat = {"grondslagen": rij.grondslagen, "voorwaarden": inhoud.voorwaarden, "stappen": inhoud.stappen}
    delen = [(zinnen.kopjes.get(naam, naam.capitalize()), lijst) for naam, lijst in wat.items() if lijst]
    einde = f" tot en met {_datum(rij.geldig_tot)}" if rij.geldig_tot else ""
    voet = (
        f"Bron: {'; '.join(rij.bronnen)}. Geldt vanaf {_datum(rij.geldig_van)}{einde}. "
        f"Beoordeeld op {_datum(rij.beoordeeld_op)}. Id: {rij.id}."
    )
    return _Blok(rij.soort, rij.id, rij.titel, inhoud, delen, voet)


def _datum(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"
