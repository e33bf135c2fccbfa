"""Build the core from what ships with the program: the one place where the parts meet."""

from collections.abc import Iterator
from datetime import date

from bot.kern import Kern
from bot.privacy import Poort
from intents.begrijp import Begrijper
from intents.bouwmap import BOUWMAP
from intents.laden import laad_taal
from kennis.laden import Kennis, laad_kennis
from kennis.zinnen import laad_zinnen

PRIVACYMAP = BOUWMAP / "privacy"
"""Look-up lists of the privacy guard, made at set-up."""


def maak_kern(dag: date | None = None) -> Kern:
    """A core that is ready to answer. Raises KennisFout when the knowledge cannot be used."""
    kennis = laad_kennis()
    taal = laad_taal()
    return Kern(kennis, laad_zinnen(), Begrijper(kennis, taal), Poort(bekende_namen(kennis), bouwmap=PRIVACYMAP), dag)


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
