"""The conversation in the terminal: reads lines, hands them to the desk, shows what comes back."""

from contextlib import suppress
from pathlib import Path

from bot.gesprek.balie import Balie, Reactie
from bot.gesprek.gids import Bestand
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kanalen.bewaren import bewaar
from bot.kanalen.teksten import Kanaalteksten, laad_teksten
from bot.kanalen.terminal_beeld import Beeld
from bot.kanalen.terminal_invoer import Invoer, kies_invoer
from bot.kern import Kern


def voer_gesprek(kern: Kern, regio: str | None, rol: str | None) -> None:
    """Talk until the asker stops."""
    teksten, gesprekteksten = laad_teksten(), laad_gesprekteksten()
    balie = Balie(Gesprek(kern, regio, rol), gesprekteksten)
    beeld = Beeld(teksten, kern.zinnen)
    terminal = Terminal(balie, teksten, beeld)
    for reactie in balie.open(regio, rol):
        beeld.zeg(reactie.tekst)
    with suppress(KeyboardInterrupt):
        terminal.draai(kies_invoer(f"{teksten.prompt} ", terminal.werkbalk))
    beeld.zeg(gesprekteksten.afscheid)


class Terminal:
    """One conversation on one screen."""

    def __init__(self, balie: Balie, teksten: Kanaalteksten, beeld: Beeld) -> None:
        self._balie = balie
        self._teksten = teksten
        self._beeld = beeld
        self._bestanden: tuple[Bestand, ...] = ()
        """Files of the last reaction that had any; written only when asked for."""

    def draai(self, invoer: Invoer) -> None:
        """Line after line until there are no more or one says stop."""
        while (regel := invoer.lees()) is not None:
            if regel.leeg:
                continue
            reactie = self._balie.verwerk(regel)
            if reactie.opdracht == "bewaar" and self._bestanden:
                self._bewaar()
                continue
            if reactie.opdracht == "stop":
                return
            if reactie.opdracht == "wis":
                invoer.wis()
                self._beeld.wis()
                self._bestanden = ()
            self._toon(reactie)
            if reactie.antwoord and not reactie.antwoord.persoonsgegevens and not reactie.opdracht:
                invoer.onthoud(regel)

    def werkbalk(self) -> str:
        """The line at the bottom of the screen."""
        gesprek = self._balie.gesprek
        regio, rol = gesprek.naam_van_regio(), gesprek.naam_van_rol()
        wie = self._teksten.werkbalk_rol.format(regio=regio, rol=rol) if rol else regio
        return f" {self._teksten.werkbalk.format(wie=wie)}"

    def _bewaar(self) -> None:
        """Write the files on offer."""
        for bestand in self._bestanden:
            self._beeld.zeg(bewaar(bestand, Path.cwd(), self._teksten.bewaren))

    def _toon(self, reactie: Reactie) -> None:
        if reactie.vooraf:
            self._beeld.zeg(reactie.vooraf)
        if reactie.antwoord is not None:
            self._beeld.antwoord(reactie.antwoord, reactie.alles)
        else:
            self._beeld.zeg(reactie.tekst, reactie.opties)
        if reactie.bestanden:
            self._bestanden = reactie.bestanden
            namen = ", ".join(f"`{bestand.naam}`" for bestand in reactie.bestanden)
            self._beeld.zeg(self._teksten.bewaren.aanbod.format(namen=namen))
        if reactie.erbij:
            self._beeld.zeg(reactie.erbij)
