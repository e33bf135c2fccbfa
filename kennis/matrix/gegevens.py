"""What the page needs to know, as plain data: concepts, rules as a reader sees them, and a diagram per region."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kennis.controle.beslisregels import regels_van
from kennis.controle.rooster import VOLGORDE, Rooster
from kennis.laden import LANDELIJK, Kennis
from kennis.matrix.diagram import vouw
from kennis.model import Dimensie, Grondslag, Inhoud, Regel, Toestemming
from kennis.taxonomie import Taxonomie

NIET_GEREGELD = "niet_geregeld"
"""Shown apart from `hangt_af`: here nothing is asked, because no source settles it."""
WIE = {
    "ouders": "de ouders met gezag",
    "jongere": "de jongere zelf",
    "leeftijd": "ouders, jongere of beiden: dat hangt af van de leeftijd",
    "leeftijd-mbo": "de student zelf vanaf 16 jaar, daaronder de ouders of de voogd",
}
"""How those who decide are named."""
NODIG = {"ja": "Nodig", "nee": "Niet nodig", "soms": "Soms nodig"}


def gegevens(kennis: Kennis, dag: date) -> dict[str, Any]:
    """Everything on the page."""
    begrippen = {dim: list(_op_volgorde(kennis.taxonomie(dim))) for dim in Dimensie}
    nummers = {regel_id: nr for nr, regel_id in enumerate(kennis.regels)}
    waarden = {dim: [b["id"] for b in lijst] for dim, lijst in begrippen.items()}
    diagrammen = {r: vouw(Rooster(kennis, regels_van(kennis, r, dag)), nummers, waarden) for r in _regios(kennis)}
    return {
        "versie": kennis.versie,
        "dag": dag.isoformat(),
        "volgorde": [dim.value for dim in VOLGORDE],
        "begrippen": {dim.value: lijst for dim, lijst in begrippen.items()},
        "regels": [_regel(kennis, regel) for regel in kennis.regels.values()],
        "regios": [
            {
                "id": regio,
                "naam": kennis.regios[regio].naam,
                "klassen": {dim.value: kolommen for dim, kolommen in diagram.klassen.items()},
                "lagen": diagram.lagen,
            }
            for regio, diagram in diagrammen.items()
        ],
    }


def _regios(kennis: Kennis) -> list[str]:
    """The national layer first."""
    return sorted(kennis.regios, key=lambda regio: (regio != LANDELIJK, regio))


def _op_volgorde(taxonomie: Taxonomie) -> Iterator[dict[str, Any]]:
    """Concepts from broad to narrow: each one right below the first of its parents."""
    onder: dict[str, list[str]] = {}
    for begrip in taxonomie:
        onder.setdefault(begrip.is_een[0] if begrip.is_een else "", []).append(begrip.id)

    def loop(begrip_id: str, diepte: int) -> Iterator[dict[str, Any]]:
        begrip = taxonomie[begrip_id]
        yield {"id": begrip.id, "naam": begrip.naam, "uitleg": begrip.uitleg, "diepte": diepte}
        for kind in onder.get(begrip_id, ()):
            yield from loop(kind, diepte + 1)

    yield from loop(taxonomie.wortel, 0)


def _regel(kennis: Kennis, regel: Regel) -> dict[str, Any]:
    inhoud = regel.dan
    return {
        "id": regel.id,
        "oordeel": _soort(inhoud),
        "kort": inhoud.kort,
        "punten": inhoud.punten,
        "voorwaarden": inhoud.voorwaarden,
        "stappen": inhoud.stappen,
        "let_op": inhoud.let_op,
        "toestemming": _toestemming(inhoud.toestemming),
        "grondslagen": [_grondslag(kennis.grondslagen[g]) for g in inhoud.grondslagen if g in kennis.grondslagen],
        "vraag": inhoud.wedervraag.tekst if inhoud.wedervraag else None,
        "opties": [optie.tekst for optie in inhoud.wedervraag.opties] if inhoud.wedervraag else [],
        "bronnen": [_bron(kennis, bron) for bron in regel.bronnen],
        "regio": kennis.regios[regel.regio].naam if regel.regio in kennis.regios else None,
        "beoordeeld_op": regel.beoordeeld_op.isoformat(),
    }


def _soort(inhoud: Inhoud) -> str:
    if inhoud.oordeel is None or (inhoud.niet_geregeld and inhoud.wedervraag is None):
        return NIET_GEREGELD
    return inhoud.oordeel.value


def _toestemming(toestemming: Toestemming | None) -> str | None:
    if toestemming is None:
        return None
    wie = ", ".join(WIE.get(w, w) for w in toestemming.van)
    delen = [f"{NODIG[toestemming.nodig]}{f' van {wie}' if wie and toestemming.nodig != 'nee' else ''}."]
    delen += [f"Vorm: {toestemming.vorm}."] if toestemming.vorm else []
    delen += [toestemming.toelichting] if toestemming.toelichting else []
    return " ".join(delen)


def _grondslag(grondslag: Grondslag) -> dict[str, str | None]:
    artikel = grondslag.artikel_nu or grondslag.artikel or ""
    woord = "artikel " if artikel[:1].isdigit() else ""
    naam = f"{grondslag.wet}, {woord}{artikel}" if artikel else grondslag.wet
    return {"naam": naam, "uitleg": grondslag.uitleg}


def _bron(kennis: Kennis, verwijzing: str) -> str:
    document, _, plek = verwijzing.partition(" ")
    bron = kennis.bronnen.get(document)
    return f"{bron.titel}, {plek}" if bron is not None else verwijzing
