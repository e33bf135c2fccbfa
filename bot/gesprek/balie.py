"""The desk where every channel hands in a line: a question, a choice or a command goes in, one reaction comes out."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.antwoord.model import Antwoordobject
from bot.gesprek.indienen import Indienen
from bot.gesprek.opdracht import Opdracht, lees_opdracht
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import Gesprekteksten
from bot.privacy.ruw import RuweTekst, als_ruw

LANGSTE_VRAAG = 10_000
"""Characters that are read, some five pages: reading 64 kB takes a second, in which nobody else gets an answer."""
NIEUWE_REGEL = "  \n"
"""A line break in Markdown."""


@dataclass(frozen=True)
class Reactie:
    """What to show: an answer, or a fixed text of the conversation itself."""

    antwoord: Antwoordobject | None = None
    tekst: str = ""
    """Markdown; only when there is no answer."""
    alles: bool = False
    """Show the whole answer, also what can wait."""
    opdracht: str | None = None
    """The command that was carried out: a channel may have to do its part, such as clearing the screen."""


class Balie:
    """Serves one conversation."""

    def __init__(
        self,
        gesprek: Gesprek,
        teksten: Gesprekteksten,
        dien_in: Callable[[str], None] | None = None,
        beheer: Callable[[str], str | None] | None = None,
    ) -> None:
        """`beheer` answers a line that manages the knowledge, and gives None for any other."""
        self.gesprek = gesprek
        self._beheer = beheer
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
            "onboarding": lambda _: Reactie(self.gesprek.vraag(teksten.onboarding_vraag)),
            "wis": lambda _: self._wis(teksten.gewist),
            "stop": lambda _: self._wis(teksten.afscheid),
        }

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
        over_kennis = self._beheer(regel) if self._beheer else None
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
        if regel.isdigit():
            return Reactie(tekst=self._teksten.geen_keuze)
        return Reactie(self.gesprek.vraag(regel[:LANGSTE_VRAAG]))

    def kies(self, nr: int) -> Reactie:
        """React to an option that was pointed at, counted from 1."""
        antwoord = self.gesprek.kies(nr)
        if antwoord is not None:
            return Reactie(antwoord)
        if not self.gesprek.opties:
            return Reactie(tekst=self._teksten.geen_keuze)
        return Reactie(tekst=self._teksten.kies_uit.format(aantal=len(self.gesprek.opties)))

    def _voer_uit(self, opdracht: Opdracht) -> Reactie:
        if opdracht.wat is None:
            return Reactie(tekst=self._teksten.onbekende_opdracht)
        reactie = self._doe[opdracht.wat](opdracht)
        return Reactie(reactie.antwoord, reactie.tekst, reactie.alles, opdracht.wat)

    def _wis(self, tekst: str) -> Reactie:
        self.gesprek.wis()
        return Reactie(tekst=tekst)

    def _meer(self, _: Opdracht) -> Reactie:
        laatste = self.gesprek.laatste
        return Reactie(laatste, alles=True) if laatste else Reactie(tekst=self._teksten.geen_antwoord)

    def _bron(self, _: Opdracht) -> Reactie:
        laatste = self.gesprek.laatste
        if laatste is None:
            return Reactie(tekst=self._teksten.geen_antwoord)
        return Reactie(
            tekst="\n".join(f"- {self._teksten.bron(b)}" for b in laatste.bronnen) or self._teksten.geen_bron
        )

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
