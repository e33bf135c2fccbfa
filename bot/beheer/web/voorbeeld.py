"""How an answer looks in each channel, drawn on the server with the channels' own code."""

import io
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from markupsafe import Markup
from rich.console import Console

from bot.antwoord.model import Antwoordobject
from bot.antwoord.opstellen import Opsteller
from bot.antwoorder import Antwoorder
from bot.gesprek.balie import Reactie
from bot.gesprek.draad import Draad
from bot.kanalen.matrix.teksten import laad_matrixteksten
from bot.kanalen.matrix.weergave import Weergave
from bot.kanalen.teams.kaart import Kaartmaker
from bot.kanalen.teams.stand import Beeld, Stand
from bot.kanalen.teksten import laad_teksten
from bot.kanalen.terminal_beeld import Beeld as Terminalbeeld
from bot.kern import Kern
from intents.begrijp import Begrip
from intents.bewijs import OVERLEG
from intents.kiezer import Kandidaat
from intents.laden import DELEN
from kennis.feiten import Feiten
from kennis.laden import LANDELIJK, Kennis
from kennis.model import Antwoord, Dimensie, Inhoud, Oordeel, Regel, Regio, Vraagpunt

BREED = 72
"""Columns of the terminal; fits next to the form, and a phone scrolls it."""


@dataclass(frozen=True)
class Voorbeeld:
    """One answer, three times."""

    antwoord: Antwoordobject
    matrix: Markup
    kaart: dict[str, Any]
    """The card as sent to Teams; the template draws it."""
    terminal: str
    wint: str | None = None
    """Another rule that goes first for the facts of a rule; None when all is as expected."""
    inhoud: Inhoud | None = None
    """What is read, to tell how hard that is; None for a question back, which has no text of its own."""


@dataclass(frozen=True)
class _Vast:
    """A channel asks for the core each time; here it stays the same."""

    kern: Kern


def beeld_van(kern: Kern, antwoord: Antwoordobject, begrip: Begrip | None = None) -> Voorbeeld:
    """An answer as each channel shows it."""
    weergave = Weergave(laad_matrixteksten(), laad_teksten(), _Vast(kern))
    html = Markup(weergave.reactie(Reactie(antwoord, alles=True)).html)  # made by the channel, which escapes all text
    stand = Stand(Draad(begrip, antwoord.regio or LANDELIJK)) if begrip else None
    kaart = Kaartmaker(_Vast(kern)).antwoord(antwoord, stand, Beeld(lang=True))
    return Voorbeeld(antwoord, html, kaart.inhoud, _terminal(kern, antwoord))


def _terminal(kern: Kern, antwoord: Antwoordobject) -> str:
    uit = io.StringIO()
    scherm = Console(file=uit, width=BREED, highlight=False, force_terminal=False, color_system=None)
    Terminalbeeld(laad_teksten(), kern.zinnen, scherm).antwoord(antwoord, alles=True)
    return "\n".join(regel.rstrip() for regel in uit.getvalue().rstrip().splitlines())


def van_antwoord(kern: Kern, antwoord: Antwoord, dag: date) -> Voorbeeld:
    """A plain answer as it would be given, also before it is part of the knowledge."""
    kennis = replace(kern.kennis, antwoorden={**kern.kennis.antwoorden, antwoord.id: antwoord})
    regio = antwoord.regio or LANDELIJK
    begrip = Begrip(antwoord.id, 1.0, kern.begrijper.lezer.lees(""), (Kandidaat(antwoord.id, 1.0),))
    beeld = beeld_van(kern, _antwoorder(kern, kennis, regio, dag).antwoord(begrip))
    return replace(beeld, inhoud=antwoord.dan)


def van_lokaal(kern: Kern, regio: Regio, overleg: str, aspect: str, dag: date) -> Voorbeeld:
    """What a region lays down about a meeting, as it would be given."""
    kennis = replace(kern.kennis, regios={**kern.kennis.regios, regio.id: regio})
    feiten = Feiten().met({Dimensie.OVERLEG: overleg})
    intent = f"{OVERLEG}{aspect}"
    begrip = Begrip(intent, 1.0, replace(kern.begrijper.lezer.lees(""), feiten=feiten), (Kandidaat(intent, 1.0),))
    beeld = beeld_van(kern, _antwoorder(kern, kennis, regio.id, dag).antwoord(begrip))
    inhoud = next(v.aspecten[aspect].dan for v in regio.vergaderingen if v.overleg == overleg)
    return replace(beeld, inhoud=inhoud)


def van_wedervraag(kern: Kern, punt: Vraagpunt, dag: date) -> Voorbeeld:
    """A question back, below the verdict that asks for it."""
    kort = "Hier staat het antwoord dat nog van een feit afhangt."
    dan = Inhoud(oordeel=Oordeel.HANGT_AF, kort=kort, wedervraag=punt.wedervraag)
    bron = next(iter(kern.kennis.antwoorden.values()))
    drager = bron.model_copy(update={"id": "voorbeeld", "regio": None, "dan": dan, "varianten": ()})
    return replace(van_antwoord(kern, drager, dag), inhoud=None)


def van_regel(kern: Kern, regel: Regel, dag: date) -> Voorbeeld:
    """A rule as it decides for its own facts, also before it is part of the knowledge."""
    kennis = replace(kern.kennis, regels={**kern.kennis.regels, regel.id: regel})
    regio = regel.regio or LANDELIJK
    feiten = Feiten().met({dim: waarden[0] for dim, waarden in regel.als.per_dimensie().items()})
    lezing = replace(kern.begrijper.lezer.lees(""), feiten=feiten)
    begrip = Begrip(DELEN, 1.0, lezing, (Kandidaat(DELEN, 1.0),))
    beeld = beeld_van(kern, _antwoorder(kern, kennis, regio, dag).antwoord(begrip))
    wint = beeld.antwoord.intent.removeprefix(f"{DELEN}.")
    return replace(beeld, wint=wint if wint != regel.id else None, inhoud=regel.dan)


def _antwoorder(kern: Kern, kennis: Kennis, regio: str, dag: date) -> Antwoorder:
    return Antwoorder(kennis, kern.zinnen, Opsteller(kennis, kern.zinnen, regio, dag), regio, dag)
