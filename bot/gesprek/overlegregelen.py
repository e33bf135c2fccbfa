"""What to arrange for a case meeting: a checklist for the region and the meeting, and the points of the letter."""

import re

from bot.antwoord.model import OptieRegel
from bot.gesprek.draad import DraadKapot
from bot.gesprek.gids import Beurt, Stand, Stap
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.privacy import RuweTekst
from kennis.hulp import Checklijst, Puntenblok
from kennis.model import Aspect, Dimensie, Vergadering

ALGEMEEN = "algemeen"
"""Option and stand of no meeting in particular."""
CHECKLIJST, BRIEF = "casusoverleg", "informatiebrief"
_JA_OF_NEE = re.compile(r"^(?:Ja|Nee)[.,:] ")
TOESTEMMING = ("formulier", "toestemming")
"""The flow that makes a consent form."""


class Overleghulp:
    """The flow: first which meeting, then the list, then what may go with it."""

    def __init__(self) -> None:
        self._teksten = laad_gesprekteksten().hulpmiddelen

    @property
    def titel(self) -> str:
        """What it is called."""
        return self._teksten.titels["casusoverleg"]

    def begin(self, gesprek: Gesprek, bij: str) -> Beurt:
        """The list for the meeting that was named, else the question which meeting."""
        hier = self._hier(gesprek)
        overleg = _genoemd(gesprek, bij) if bij else None
        if overleg in hier or not hier:
            return self._lijst(gesprek, overleg or ALGEMEEN)
        return Beurt(self._vraag(gesprek), {"plek": "welk"})

    def toon(self, gesprek: Gesprek, stand: Stand) -> Stap:
        """The question which meeting, or the list with what may go with it."""
        if stand.get("plek") == "welk":
            return self._vraag(gesprek)
        if stand.get("plek") != "lijst" or stand.get("overleg") not in {ALGEMEEN, *self._hier(gesprek)}:
            raise DraadKapot("Dit overleg hoort niet bij deze regio.")
        return self._lijst(gesprek, str(stand["overleg"])).stap

    def kies(self, gesprek: Gesprek, stand: Stand, optie: str) -> Beurt:
        """The list, the letter, a form, or the end."""
        if stand.get("plek") == "welk":
            return self._lijst(gesprek, optie)
        if optie == "brief":
            tekst = self._tekst(gesprek, gesprek.kern.kennis.checklijsten[BRIEF], str(stand["overleg"]))
            return Beurt(Stap(tekst, self._opties()), stand)
        return Beurt(Stap(self._teksten.einde), None, TOESTEMMING if optie == "toestemming" else None)

    def lees(self, gesprek: Gesprek, stand: Stand, regel: str) -> Beurt | None:
        """Nothing is typed here."""
        return None

    def _hier(self, gesprek: Gesprek) -> dict[str, Vergadering]:
        return {v.overleg: v for v in gesprek.kern.kennis.regios[gesprek.regio].vergaderingen}

    def _vraag(self, gesprek: Gesprek) -> Stap:
        opties = tuple(OptieRegel(v.overleg, v.naam) for v in self._hier(gesprek).values())
        return Stap(f"**{self._teksten.welk_overleg}**", (*opties, OptieRegel(ALGEMEEN, self._teksten.algemeen)))

    def _lijst(self, gesprek: Gesprek, overleg: str) -> Beurt:
        tekst = self._tekst(gesprek, gesprek.kern.kennis.checklijsten[CHECKLIJST], overleg)
        return Beurt(Stap(tekst, self._opties()), {"plek": "lijst", "overleg": overleg})

    def _opties(self) -> tuple[OptieRegel, ...]:
        t = self._teksten
        return (OptieRegel("brief", t.brief), OptieRegel("toestemming", t.toestemming), OptieRegel("klaar", t.klaar))

    def _tekst(self, gesprek: Gesprek, lijst: Checklijst, overleg: str) -> str:
        """The list in Markdown, with what the region laid down about the meeting, and the sources."""
        vergadering = self._hier(gesprek).get(overleg)
        naam = vergadering.naam if vergadering else self._naam(gesprek)
        delen = [lijst.inleiding.format(overleg=naam)]
        if vergadering and lijst.hier:
            delen[0] += " " + lijst.hier.format(regio=gesprek.naam_van_regio())
        bronnen: list[str] = []
        for blok in lijst.blokken:
            hier = _afspraken(vergadering, blok)
            regels = [p.tekst for p in blok.punten] + [
                self._teksten.hier.format(tekst=_zonder_ja(a.dan.kort)) for a in hier
            ]
            delen.append(f"**{blok.titel}**\n" + "\n".join(f"- {regel}" for regel in regels))
            bronnen += [bron for punt in blok.punten for bron in punt.bronnen]
            bronnen += [bron for afspraak in hier for bron in afspraak.bronnen]
        return "\n\n".join((*delen, self._teksten.bronnen.format(bronnen=gesprek.kern.bronnen_tekst(tuple(bronnen)))))

    def _naam(self, gesprek: Gesprek) -> str:
        return gesprek.kern.kennis.taxonomie(Dimensie.OVERLEG)["casusoverleg"].naam


def _afspraken(vergadering: Vergadering | None, blok: Puntenblok) -> list[Aspect]:
    """What the region laid down about the meeting that belongs under this heading."""
    return [vergadering.aspecten[a] for a in blok.aspecten if a in vergadering.aspecten] if vergadering else []


def _zonder_ja(tekst: str) -> str:
    """A statement without the yes or no that answers a question."""
    rest = _JA_OF_NEE.sub("", tekst)
    return rest[0].upper() + rest[1:]


def _genoemd(gesprek: Gesprek, bij: str) -> str | None:
    """The meeting these words name."""
    schoon = gesprek.kern.zuiver(RuweTekst(bij)).tekst
    return gesprek.kern.begrijper.lezer.lees(schoon).genoemd.overleg
