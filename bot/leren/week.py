"""The case of the week: one for everybody, by the number of the week, so that nothing about anyone is kept."""

from datetime import date

from bot.antwoord.model import OptieRegel
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Beurt, Stand, Stap
from bot.gesprek.staat import Gesprek
from bot.kern import Kern
from bot.leren.omgeving import Gesteldevraag, Omgeving
from bot.leren.schermen import KEUZE, klein
from bot.leren.verstaan import antwoord
from bot.leren.worp import worp
from kennis.leren.casus import aantal, uit_sjabloon, zwaarte

POGINGEN = 60
LICHTSTE = 2
"""A case for a whole team may ask for some thought."""
WEKEN = 53


def weekcode(dag: date) -> int:
    """The ISO week of a day, as 202648."""
    jaar, week, _ = dag.isocalendar()
    return jaar * 100 + week


def aankondiging(kern: Kern, regio: str | None, dag: date) -> str:
    """What is posted in a room that asked for it; empty when there is no case for this region."""
    omgeving = Omgeving(Gesprek(kern, regio))
    vraag = weekvraag(omgeving, weekcode(dag))
    if vraag is None:
        return ""
    opties = "\n".join(f"- {optie.tekst}" for optie in vraag.opties)
    kop = omgeving.teksten.week.format(week=dag.isocalendar().week, tekst=vraag.tekst)
    return f"{kop.strip()}\n\n{opties}\n\n{omgeving.teksten.week_uitnodiging}"


def weekvraag(omgeving: Omgeving, week: int) -> Gesteldevraag | None:
    """The case of a week: every week another template, and of that one a case that is not too light."""
    sjablonen = sorted(omgeving.leren.sjablonen.values(), key=lambda s: s.id)
    if not sjablonen:
        return None
    jaar, nummer = divmod(week, 100)
    sjabloon = sjablonen[(jaar * WEKEN + nummer) % len(sjablonen)]
    beste: Gesteldevraag | None = None
    for poging in range(POGINGEN):
        casus = uit_sjabloon(omgeving.kennis, sjabloon, worp(week, poging) % aantal(sjabloon))
        vraag = omgeving.casus_vraag(casus.sleutel, week)
        if vraag is not None:
            beste = beste or vraag
            if zwaarte(omgeving.rekenaar, casus, vraag.uitkomst) >= LICHTSTE:
                return vraag
    return beste


class Weekgids:
    """The guided flow behind `casus`: the case of this week, one answer, and why."""

    titel = "de casus van de week"

    def begin(self, gesprek: Gesprek, bij: str) -> Beurt:
        """Ask the case of this week."""
        omgeving = Omgeving(gesprek)
        stand = {"week": weekcode(omgeving.dag)}
        if weekvraag(omgeving, stand["week"]) is None:
            return Beurt(Stap(omgeving.teksten.niet_hier), None)
        return Beurt(self.toon(gesprek, stand), stand)

    def toon(self, gesprek: Gesprek, stand: Stand) -> Stap:
        """The case with its options."""
        omgeving, vraag = self._vraag(gesprek, stand)
        tekst = omgeving.teksten.week.format(week=int(str(stand["week"])) % 100, tekst=vraag.tekst)
        opties = tuple(OptieRegel(f"{KEUZE}{nr}", optie.tekst) for nr, optie in enumerate(vraag.opties))
        return Stap(tekst, opties)

    def kies(self, gesprek: Gesprek, stand: Stand, optie: str) -> Beurt:
        """Say whether it was right, and why; then it is over."""
        omgeving, vraag = self._vraag(gesprek, stand)
        t = omgeving.teksten
        fout = t.fout.format(antwoord=klein(vraag.opties[vraag.goed].tekst))
        oordeel = t.goed if optie == f"{KEUZE}{vraag.goed}" else fout
        return Beurt(Stap(f"{oordeel} {omgeving.uitleg(vraag)}"), None)

    def lees(self, gesprek: Gesprek, stand: Stand, regel: str) -> Beurt | None:
        """A verdict in words is an answer; any other line is a question."""
        omgeving, vraag = self._vraag(gesprek, stand)
        nr = antwoord(regel, vraag, omgeving.teksten.woorden)
        return self.kies(gesprek, stand, f"{KEUZE}{nr}") if nr is not None else None

    def _vraag(self, gesprek: Gesprek, stand: Stand) -> tuple[Omgeving, Gesteldevraag]:
        omgeving, week = Omgeving(gesprek), stand.get("week")
        vraag = weekvraag(omgeving, week) if type(week) is int and 1 <= week % 100 <= WEKEN else None
        if vraag is None:
            raise DraadKapot("Deze casus is er niet meer. Vraag de casus opnieuw.")
        return omgeving, vraag
