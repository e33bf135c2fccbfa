"""The desk where every channel hands in a line: a question, a choice or a command goes in, one reaction comes out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.antwoord.model import OptieRegel
from bot.gesprek.gids import Beurt, Gids, Loop, MetSlot
from bot.gesprek.gidsen import GIDSEN, HERKEND
from bot.gesprek.indienen import Indienen
from bot.gesprek.opdracht import Opdracht, lees_opdracht
from bot.gesprek.reactie import Reactie as Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import Gesprekteksten
from bot.gesprek.toestand import lees_loop
from bot.gesprek.vervolgen import Vervolgen
from bot.privacy.ruw import RuweTekst, als_ruw

LANGSTE_VRAAG = 10_000
"""Characters that are read, some five pages: reading 64 kB takes a second, in which nobody else gets an answer."""
NIEUWE_REGEL = "  \n"
"""A line break in Markdown."""


class Balie:
    """Serves one conversation."""

    def __init__(
        self,
        gesprek: Gesprek,
        teksten: Gesprekteksten,
        dien_in: Callable[[str], None] | None = None,
        gidsen: Mapping[str, Gids] = GIDSEN,
    ) -> None:
        self.gesprek = gesprek
        self.beheer: Callable[[str], str | None] | None = None
        """Answers a line that manages the knowledge, and gives None for any other."""
        self._gidsen = gidsen
        self._vervolgen = Vervolgen(gesprek, teksten)
        self._teksten = teksten
        self._indienen = Indienen(gesprek.kern, teksten.indienen, dien_in)
        self._doe: dict[str, Callable[[Opdracht], Reactie]] = {
            "hulp": lambda _: Reactie(tekst=teksten.hulp),
            "meer": self._meer,
            "bron": self._bron,
            "uitleg": self._uitleg,
            "regio": self._regio,
            "rol": self._rol,
            "indienen": lambda o: Reactie(tekst=self._indienen.stel_voor(o.naam)),
            "weekcasus": lambda _: Reactie(tekst=teksten.weekcasus_niet_hier),
            "wis": lambda _: self._wis(teksten.gewist),
            "stop": lambda _: self._wis(teksten.afscheid),
            "verder": self._verder,
            "bewaar": lambda _: Reactie(tekst=teksten.bewaar),
        }

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was said, or all of it is forgotten."""
        return self.gesprek.laatste is None and self.gesprek.loop is None

    def open(self, regio: str | None = None, rol: str | None = None) -> list[Reactie]:
        """The greeting; also says when the region or role that was passed in is not known."""
        reacties = [Reactie(tekst=NIEUWE_REGEL.join(self._teksten.opening))]
        if regio and self.gesprek.herken_regio(regio) is None:
            reacties.append(Reactie(tekst=self._teksten.regio_onbekend.format(lijst=self._regios())))
        if rol and self.gesprek.rol is None:
            reacties.append(Reactie(tekst=self._teksten.rol_onbekend))
        return reacties

    def verwerk(self, ruw: str | RuweTekst) -> Reactie:
        """React to one line. A number means an option when there are options; a command may carry a mark."""
        regel = als_ruw(ruw).onthul().strip()
        over_kennis = self.beheer(regel) if self.beheer else None
        if over_kennis is not None:
            return Reactie(tekst=over_kennis)
        ingediend = self._indienen.bevestig(regel)
        if ingediend is not None:
            return Reactie(tekst=ingediend)
        nr = self.gesprek.keuze(regel)
        if nr is not None:
            return self.kies(nr)
        opdracht = lees_opdracht(regel, self._teksten)
        if opdracht is not None:
            return self._voer_uit(opdracht)
        beurt = self._lees_in_loop(regel)
        if beurt is not None:
            return beurt
        if self._van_loop() and (self.gesprek.weet_niet(regel) or self._vervolgen.vraagt_niets(regel)):
            return Reactie(tekst=self._teksten.kies_of_stop, opties=self._van_loop())
        for naam in (n for n, herken in HERKEND.items() if n in self._gidsen and herken(regel)):
            return self.start(naam, regel)
        if regel.isdigit():
            return self._met_rust(Reactie(tekst=self._teksten.geen_keuze))
        vervolg = self._vervolgen.reactie(regel)
        return self._met_rust(vervolg) if vervolg is not None else self._vraag(regel[:LANGSTE_VRAAG])

    def kies(self, nr: int) -> Reactie:
        """React to an option that was pointed at, counted from 1."""
        opties = self.gesprek.opties
        if not opties:
            return self._met_rust(Reactie(tekst=self._teksten.geen_keuze))
        if not 1 <= nr <= len(opties):
            return Reactie(tekst=self._teksten.kies_uit.format(aantal=len(opties)), opties=self._van_loop())
        if self._van_loop():
            return self._kies_in_loop(opties[nr - 1].id)
        return self._met_rust(Reactie(self.gesprek.kies(nr)))

    def kies_id(self, optie: str) -> Reactie:
        """The same for an option by its id."""
        return self.kies(next((nr for nr, o in enumerate(self.gesprek.opties, 1) if o.id == optie), 0))

    def hervat(self, loop: object) -> Reactie:
        """Show a flow where it stood when a button was made, to go on from there. Raises DraadKapot."""
        self.gesprek.begin(replace(lees_loop(loop, self.gesprek, self._gidsen), rust=False))
        return self._toon_loop()

    def start(self, naam: str, bij: str = "") -> Reactie:
        """Begin a guided flow; one that ran before is over."""
        self.gesprek.loop = None
        return self._na(naam, self._gidsen[naam].begin(self.gesprek, bij))

    def _vraag(self, regel: str) -> Reactie:
        antwoord = self.gesprek.vraag(regel)
        naam = self._teksten.start_bij.get(antwoord.intent, "")
        if naam in self._gidsen and not antwoord.persoonsgegevens:
            return self.start(naam)
        return self._met_rust(Reactie(antwoord))

    def _van_loop(self) -> tuple[OptieRegel, ...]:
        """Options of the flow that runs."""
        loop = self.gesprek.loop
        return loop.opties if loop is not None and not loop.rust else ()

    def _kies_in_loop(self, optie: str) -> Reactie:
        loop = self.gesprek.loop
        assert loop is not None
        return self._na(loop.naam, self._gidsen[loop.naam].kies(self.gesprek, loop.stand, optie))

    def _lees_in_loop(self, regel: str) -> Reactie | None:
        """The flow's turn when a typed line is an answer to it."""
        loop = self.gesprek.loop
        if loop is None or loop.rust:
            return None
        beurt = self._gidsen[loop.naam].lees(self.gesprek, loop.stand, regel)
        return self._na(loop.naam, beurt) if beurt is not None else None

    def _na(self, naam: str, beurt: Beurt) -> Reactie:
        """Keep where the flow stands, and show its step; or begin the flow that takes over."""
        if beurt.daarna is not None:
            return self.start(*beurt.daarna)
        if beurt.stand is None:
            self.gesprek.loop = None
        else:
            self.gesprek.begin(Loop(naam, beurt.stand, beurt.stap.opties))
        return Reactie(tekst=beurt.stap.tekst, opties=beurt.stap.opties, bestanden=beurt.stap.bestanden)

    def _verder(self, _: Opdracht) -> Reactie:
        return self._toon_loop() if self.gesprek.loop else Reactie(tekst=self._teksten.niets_om_verder)

    def _toon_loop(self) -> Reactie:
        loop = self.gesprek.loop
        assert loop is not None
        stap = self._gidsen[loop.naam].toon(self.gesprek, loop.stand)
        return self._na(loop.naam, Beurt(stap, loop.stand))

    def _met_rust(self, reactie: Reactie) -> Reactie:
        """Say how to go on with a flow that rests, or else which command helps with this answer."""
        loop = self.gesprek.loop
        if loop is None or not loop.rust:
            aanbod = self._teksten.aanbod.get(reactie.antwoord.intent, "") if reactie.antwoord else ""
            return replace(reactie, erbij=reactie.erbij or aanbod)
        return replace(reactie, erbij=self._teksten.rust.format(titel=self._gidsen[loop.naam].titel))

    def _voer_uit(self, opdracht: Opdracht) -> Reactie:
        if opdracht.wat is None:
            return Reactie(tekst=self._teksten.onbekende_opdracht)
        if opdracht.wat in self._gidsen:
            return replace(self.start(opdracht.wat, opdracht.naam), opdracht=opdracht.wat)
        if opdracht.wat not in self._doe:
            return Reactie(tekst=self._teksten.onbekende_opdracht)
        if opdracht.wat == "stop" and self.gesprek.loop is not None:
            return self._stop_loop()
        return replace(self._doe[opdracht.wat](opdracht), opdracht=opdracht.wat)

    def _stop_loop(self) -> Reactie:
        """End the flow only; the command is not passed on, for the conversation goes on."""
        loop = self.gesprek.loop
        assert loop is not None
        self.gesprek.loop = None
        gids = self._gidsen[loop.naam]
        if isinstance(gids, MetSlot):
            return Reactie(tekst=gids.slot(self.gesprek, loop.stand))
        return Reactie(tekst=self._teksten.loop_gestopt.format(titel=gids.titel))

    def _wis(self, tekst: str) -> Reactie:
        self.gesprek.wis()
        return Reactie(tekst=tekst)

    def _meer(self, _: Opdracht) -> Reactie:
        laatste = self.gesprek.laatste
        return Reactie(laatste, alles=True) if laatste else Reactie(tekst=self._teksten.geen_antwoord)

    def _bron(self, _: Opdracht) -> Reactie:
        return Reactie(tekst=self._vervolgen.bronnen())

    def _uitleg(self, _: Opdracht) -> Reactie:
        return Reactie(tekst="\n".join(self.gesprek.uitleg()) or self._teksten.geen_antwoord)

    def _regio(self, opdracht: Opdracht) -> Reactie:
        t, gesprek = self._teksten, self.gesprek
        if not opdracht.naam:
            zin = t.regio_nu
        else:
            zin = t.regio_gezet if gesprek.zet_regio(opdracht.naam) else t.regio_onbekend
        return Reactie(tekst=zin.format(regio=gesprek.naam_van_regio(), lijst=self._regios()))

    def _rol(self, opdracht: Opdracht) -> Reactie:
        t, gesprek = self._teksten, self.gesprek
        if not opdracht.naam:
            zin = t.rol_nu if gesprek.rol else t.rol_leeg
        else:
            zin = t.rol_gezet if gesprek.zet_rol(opdracht.naam) else t.rol_onbekend
        return Reactie(tekst=zin.format(rol=gesprek.naam_van_rol()))

    def _regios(self) -> str:
        return ", ".join(regio.naam for regio in self.gesprek.kern.kennis.regios.values())
