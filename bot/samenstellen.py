"""Build the core from what ships with the program: the one place where the parts meet."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.kern import Kern
from bot.privacy import Poort
from intents.begrijp import Begrijper
from intents.bouwmap import BOUWMAP
from intents.kiezer import Kiezer
from intents.laden import laad_taal
from kennis.laden import KENNISMAP, Kennis, laad_kennis
from kennis.zinnen import laad_zinnen

MEEGELEVERD = KENNISMAP.parent
"""The folder of the knowledge and the language that ship with the program."""
OPWARMVRAAG = "mag de school verzuim delen met leerplicht?"
"""Asked once at the start: the first question loads word lists for seconds, and no user should wait for that."""
PRIVACYMAP = BOUWMAP / "privacy"
"""Look-up lists of the privacy guard, made at set-up."""


def maak_kern(dag: date | None = None, map_: Path = MEEGELEVERD, modelmap: Path | None = None) -> Kern:
    """A core that is ready to answer. Raises KennisFout when the knowledge cannot be used.

    `map_` holds `kennis/` and `intents/`; `modelmap` is where models of changed examples are kept.
    """
    kennis, taal = laad_kennis(map_ / "kennis"), laad_taal(map_ / "intents")
    begrijper = Begrijper(kennis, taal, Kiezer.laad(kennis, taal, modelmap))
    poort = Poort(bekende_namen(kennis), bouwmap=PRIVACYMAP)
    return Kern(kennis, laad_zinnen(kennis.map), begrijper, poort, dag)


def bekende_namen(kennis: Kennis) -> Iterator[str]:
    """Names that are no persons: organisations, places, documents and the knowledge's own words."""
    for regio in kennis.regios.values():
        yield regio.naam
        yield from regio.plaatsen
        yield from (deelnemer.naam for deelnemer in regio.partijen)
        yield from (vergadering.naam for vergadering in regio.vergaderingen)
    for taxonomie in kennis.taxonomieen.values():
        for begrip in taxonomie:
            yield begrip.naam
            yield from begrip.ook
    for bron in kennis.bronnen.values():
        yield bron.titel
    for antwoord in kennis.antwoorden.values():
        yield antwoord.titel
        yield from antwoord.termen
