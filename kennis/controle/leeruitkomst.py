"""What a lesson or a case says must be what the rules say, in every region; if not, the lesson is named."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from kennis.controle.leerstof import CASUSSEN, LESSEN, SJABLONEN, stukken, vondst
from kennis.controle.rapport import Vondst
from kennis.controle.teksten import Veld
from kennis.laden import Kennis
from kennis.leren.casus import alle, oordeel_over, uit_bron
from kennis.leren.model import Bewering, Leervraag, Les
from kennis.leren.opties import feiten_van, juiste, opties_van
from kennis.leren.teksten import laad_leerteksten
from kennis.uitkomst import Rekenaar, Uitkomst
from kennis.zinnen import laad_zinnen

MINSTE_CASUSSEN = 4
"""Cases a template must give in every region; with fewer the same one keeps coming back."""


def controleer_uitkomsten(kennis: Kennis, dag: date) -> Iterator[Vondst]:
    """Every lesson, case and template of which the rules do not bear out what it says. References must be in order."""
    if not kennis.leren.lessen:
        return
    zinnen = laad_zinnen()
    for regio in kennis.regios:
        proef = _Proef(kennis, Rekenaar(kennis, zinnen, regio, dag), regio)
        for les in kennis.leren.lessen.values():
            for veld, stuk in stukken(les):
                yield from proef.stuk(les, veld, stuk)
        yield from proef.casussen()
        yield from proef.sjablonen()


class _Proef:
    """The check of one region."""

    def __init__(self, kennis: Kennis, rekenaar: Rekenaar, regio: str) -> None:
        self._kennis = kennis
        self._rekenaar = rekenaar
        self._regio = regio
        self._teksten = laad_leerteksten()

    def stuk(self, les: Les, veld: Veld, stuk: Bewering | Leervraag) -> Iterator[Vondst]:
        """Whatever a piece of a lesson says."""
        return self._bewering(les, veld, stuk) if isinstance(stuk, Bewering) else self._vraag(les, veld, stuk)

    def _bewering(self, les: Les, veld: Veld, stuk: Bewering) -> Iterator[Vondst]:
        uitkomst = self._rekenaar.uitkomst(feiten_van(stuk.feiten))
        anders = []
        if uitkomst.oordeel is not stuk.oordeel:
            anders.append(f"het oordeel '{stuk.oordeel.value}'")
        if stuk.wie and uitkomst.wie != set(stuk.wie):
            anders.append(f"toestemming van {' en '.join(stuk.wie)}")
        if stuk.aanvulling and stuk.aanvulling not in {a.id for a in uitkomst.aanvullingen}:
            anders.append(f"de aanvulling '{stuk.aanvulling}'")
        if anders:
            wat = f"Les '{les.id}' noemt {', '.join(anders)}, maar {self._zegt(uitkomst)}."
            yield vondst(self._kennis, LESSEN, les.id, veld, wat, "Pas de les aan, of de regel.")

    def _vraag(self, les: Les, veld: Veld, vraag: Leervraag) -> Iterator[Vondst]:
        uitkomst = self._rekenaar.uitkomst(feiten_van(vraag.feiten))
        opties = opties_van(vraag, self._teksten)
        goed = juiste(opties, uitkomst)
        if len(goed) == 1 and len(opties) > 1:
            return
        hoeveel = "geen enkel antwoord" if not goed else "meer dan een antwoord"
        wat = f"Bij een vraag van les '{les.id}' is {hoeveel} goed: {self._zegt(uitkomst)}."
        yield vondst(self._kennis, LESSEN, les.id, veld, wat, "Pas de keuzes of de feiten aan, of de regel.")

    def casussen(self) -> Iterator[Vondst]:
        """Cases from a source that the rules see differently."""
        for casus in self._kennis.leren.casussen.values():
            uitkomst = self._rekenaar.uitkomst(feiten_van(casus.feiten))
            bruikbaar = oordeel_over(self._rekenaar, self._kennis, uit_bron(casus))
            if uitkomst.oordeel is not casus.oordeel or bruikbaar is None:
                wat = f"Casus '{casus.id}' rekent op '{casus.oordeel.value}', maar {self._zegt(uitkomst)}."
                yield vondst(self._kennis, CASUSSEN, casus.id, ("oordeel",), wat, "Pas de casus aan, of de regel.")

    def sjablonen(self) -> Iterator[Vondst]:
        """Templates from which hardly a case can be made."""
        for sjabloon in self._kennis.leren.sjablonen.values():
            goed = (c for c in alle(self._kennis, sjabloon) if oordeel_over(self._rekenaar, self._kennis, c))
            aantal = len(list(islice(goed, MINSTE_CASUSSEN)))
            if aantal < MINSTE_CASUSSEN:
                wat = f"Sjabloon '{sjabloon.id}' geeft in regio '{self._regio}' maar {aantal} casussen."
                herstel = "Vul meer in, of haal het sjabloon weg."
                yield vondst(self._kennis, SJABLONEN, sjabloon.id, ("vul",), wat, herstel)

    def _zegt(self, uitkomst: Uitkomst) -> str:
        regel = uitkomst.besluit.regel.id
        oordeel = uitkomst.oordeel.value if uitkomst.oordeel else "niets"
        wie = f", toestemming van {' en '.join(sorted(uitkomst.wie))}" if uitkomst.wie else ""
        return f"regel '{regel}' zegt in regio '{self._regio}': {oordeel}{wie}"
