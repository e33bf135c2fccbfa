"""`deelwijzer kennis verschil, publiceer, terug, schema, uitvoer`: manage the knowledge with files."""

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any


def voeg_toe(groep: Any) -> None:
    """Add the commands to the group `kennis`."""
    verschil = _opdracht(
        groep, "verschil", "toon wat bestanden zouden veranderen, of wat een versie veranderde", "toon"
    )
    verschil.add_argument("versie", nargs="?", help="een versie uit de geschiedenis; leeg toont alle versies")
    _met_bestanden(verschil, verplicht=False)
    publiceer = _opdracht(groep, "publiceer", "maak bestanden de levende kennis", "publiceer")
    _met_bestanden(publiceer, verplicht=True)
    for naam, wat in (
        ("titel", "wat er verandert"),
        ("auteur", "wie het schreef"),
        ("goedkeurder", "wie het goedkeurt"),
    ):
        publiceer.add_argument(f"--{naam}", required=True, help=wat)
    publiceer.add_argument("--reden", required=True, help="waarom")
    publiceer.add_argument("--bron", default="", help="op welke bron")
    terug = _opdracht(groep, "terug", "maak een eerdere versie weer de levende kennis", "terug")
    terug.add_argument("versie")
    terug.add_argument("--wie", required=True, help="wie dit doet")
    terug.add_argument("--reden", required=True, help="waarom")
    schema = groep.add_parser("schema", help="schrijf schema's, waarmee een editor helpt bij het invullen")
    schema.add_argument("map", type=Path)
    schema.set_defaults(doe=partial(_doe, "schema"))
    uitvoer = _opdracht(groep, "uitvoer", "schrijf een leesuitgave, een tabel en JSON-LD", "uitvoer")
    uitvoer.add_argument("map", type=Path)
    uitvoer.add_argument("--regio", default="landelijk", help="regio waarvan de afspraken gelden")
    uitvoer.add_argument("--sinds", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="noem wat sindsdien veranderde")


def _opdracht(groep: Any, naam: str, hulp: str, wat: str) -> Any:
    lezer = groep.add_parser(naam, help=hulp)
    lezer.add_argument("--config", type=Path, metavar="BESTAND", help="YAML-bestand met instellingen")
    lezer.set_defaults(doe=partial(_doe, wat))
    return lezer


def _met_bestanden(lezer: Any, verplicht: bool) -> None:
    hulp = "map met 'kennis/' en 'intents/'; alleen wat erin staat, verandert"
    lezer.add_argument("--map", type=Path, required=verplicht, metavar="MAP", help=hulp)


def _doe(wat: str, opties: argparse.Namespace) -> int:
    """Carry out a command; what it needs is loaded now, for other commands do without."""
    from bot.beheer import opdrachten

    status: int = getattr(opdrachten, wat)(opties)
    return status
