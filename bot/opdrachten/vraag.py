"""`deelwijzer vraag`: answer one question, or a stream of them."""

import argparse
import json
import sys
from datetime import date
from typing import Any, TextIO

from rich.console import Console
from rich.markdown import Markdown

from bot.kanalen.inkorten import kort, vol
from bot.kanalen.teksten import laad_teksten
from bot.kern import Kern, Vraag
from bot.privacy import RuweTekst
from bot.samenstellen import maak_kern


def voeg_toe(opdrachten: Any) -> None:
    """Add the command to the command line."""
    lezer = opdrachten.add_parser("vraag", help="beantwoord een vraag")
    lezer.add_argument("vraag", nargs="?", type=RuweTekst, help="de vraag, tussen aanhalingstekens")
    lezer.add_argument("--regio", help="regio waarvan de afspraken gelden")
    lezer.add_argument("--rol", help="wie u bent, bijvoorbeeld 'jeugdarts'")
    lezer.add_argument(
        "--op", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="antwoord zoals het op deze dag gold"
    )
    lezer.add_argument("--meer", action="store_true", help="toon het hele antwoord, ook stappen en waar u op let")
    lezer.add_argument("--uitleg", action="store_true", help="toon ook hoe het antwoord tot stand kwam")
    vorm = lezer.add_mutually_exclusive_group()
    vorm.add_argument("--json", action="store_true", help="het antwoord als JSON")
    vorm.add_argument("--jsonl", action="store_true", help="lees vragen van standaardinvoer, een JSON-object per regel")
    lezer.set_defaults(doe=doe)


def doe(opties: argparse.Namespace) -> int:
    """Run the command."""
    kern = maak_kern(opties.op)
    if opties.jsonl:
        beantwoord_stroom(kern, sys.stdin, sys.stdout)
        return 0
    if opties.vraag is None or opties.vraag.leeg:
        print(
            'Geef een vraag mee, bijvoorbeeld: deelwijzer vraag "mag ik verzuim delen met leerplicht?"', file=sys.stderr
        )
        return 2
    vraag = Vraag(opties.vraag, opties.regio, opties.rol)
    antwoord = kern.antwoord(vraag)
    if opties.json:
        print(json.dumps(antwoord.als_json(), ensure_ascii=False, indent=1))
        return 0
    scherm = Console()
    tekst = vol(antwoord) if opties.meer else kort(antwoord, kern.zinnen.kopjes, laad_teksten().kort_los)
    scherm.print(Markdown(tekst))
    if opties.uitleg:
        scherm.print(Markdown("\n".join(("---", *kern.uitleg(vraag)))))
    return 0


def beantwoord_stroom(kern: Kern, invoer: TextIO, uitvoer: TextIO) -> None:
    """One answer per line, in the same order; a bad line gets an error object on its place and the rest goes on."""
    for regel in invoer:
        if regel.strip():
            print(json.dumps(_beantwoord_regel(kern, regel), ensure_ascii=False), file=uitvoer, flush=True)


def _beantwoord_regel(kern: Kern, regel: str) -> dict[str, Any]:
    try:
        ruw = json.loads(regel)
    except (ValueError, RecursionError):
        return _fout("Deze regel is geen JSON.")
    if not isinstance(ruw, dict) or not isinstance(ruw.get("vraag"), str):
        return _fout("Deze regel heeft geen veld 'vraag' met tekst.")
    antwoord = kern.antwoord(Vraag(RuweTekst(ruw["vraag"]), _tekst(ruw, "regio"), _tekst(ruw, "rol"))).als_json()
    return {"id": ruw["id"], **antwoord} if "id" in ruw else antwoord


def _tekst(ruw: dict[str, Any], veld: str) -> str | None:
    waarde = ruw.get(veld)
    return waarde if isinstance(waarde, str) else None


def _fout(wat: str) -> dict[str, Any]:
    """The error object: same shape for every bad line, without anything that was typed."""
    return {"soort": "fout", "tekst": wat}
