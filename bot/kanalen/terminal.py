"""The conversation in the terminal: reads lines, hands them to the conversation, shows what comes back."""

from collections.abc import Callable
from contextlib import suppress

from bot.antwoord.model import BronRegel
from bot.gesprek import Gesprek
from bot.kanalen.teksten import Kanaalteksten, laad_teksten
from bot.kanalen.terminal_beeld import Beeld
from bot.kanalen.terminal_invoer import Invoer, kies_invoer
from bot.kanalen.terminal_opdrachten import Opdracht, lees_opdracht
from bot.kern import Kern

NIEUWE_REGEL = "  \n"
"""A line break in Markdown."""


def voer_gesprek(kern: Kern, regio: str | None, rol: str | None) -> None:
    """Talk until the asker stops."""
    teksten = laad_teksten()
    gesprek = Gesprek(kern, regio, rol)
    beeld = Beeld(teksten, kern.zinnen)
    terminal = Terminal(gesprek, teksten, beeld)
    terminal.open(regio, rol)
    with suppress(KeyboardInterrupt):
        terminal.draai(kies_invoer(f"{teksten.prompt} ", terminal.werkbalk))
    beeld.zeg(teksten.afscheid)


class Terminal:
    """One conversation on one screen."""

    def __init__(self, gesprek: Gesprek, teksten: Kanaalteksten, beeld: Beeld) -> None:
        self._gesprek = gesprek
        self._teksten = teksten
        self._beeld = beeld
        self._doe: dict[str, Callable[[Opdracht], None]] = {
            "hulp": lambda _: beeld.zeg(teksten.hulp),
            "meer": self._meer,
            "bron": self._bron,
            "uitleg": self._uitleg,
            "regio": self._regio,
            "rol": self._rol,
        }

    def open(self, regio: str | None, rol: str | None) -> None:
        """Greet; say so when the region or role that was passed in is not known."""
        self._beeld.zeg(NIEUWE_REGEL.join(self._teksten.opening))
        if regio and self._gesprek.herken_regio(regio) is None:
            self._beeld.zeg(self._teksten.regio_onbekend.format(lijst=self._regios()))
        if rol and self._gesprek.rol is None:
            self._beeld.zeg(self._teksten.rol_onbekend)

    def draai(self, invoer: Invoer) -> None:
        """Line after line until there are no more or one says stop."""
        while (ruw := invoer.lees()) is not None:
            regel = ruw.strip()
            opdracht = lees_opdracht(regel, self._teksten)
            if opdracht and opdracht.wat == "stop":
                return
            if opdracht and opdracht.wat == "wis":
                self._wis(invoer)
            elif regel:
                self._verwerk(regel, opdracht, invoer)

    def werkbalk(self) -> str:
        """The line at the bottom of the screen."""
        regio, rol = self._gesprek.naam_van_regio(), self._gesprek.naam_van_rol()
        wie = self._teksten.werkbalk_rol.format(regio=regio, rol=rol) if rol else regio
        return f" {self._teksten.werkbalk.format(wie=wie)}"

    def _verwerk(self, regel: str, opdracht: Opdracht | None, invoer: Invoer) -> None:
        nr = self._gesprek.keuze(regel)
        if opdracht is not None and nr is None:
            self._voer_uit(opdracht)
        elif nr is not None:
            self._kies(nr)
        elif regel.isdigit():
            self._beeld.zeg(self._teksten.geen_keuze)
        else:
            antwoord = self._gesprek.vraag(regel)
            self._beeld.antwoord(antwoord)
            if not antwoord.persoonsgegevens:
                invoer.onthoud(regel)

    def _voer_uit(self, opdracht: Opdracht) -> None:
        if opdracht.wat is None:
            self._beeld.zeg(self._teksten.onbekende_opdracht)
        else:
            self._doe[opdracht.wat](opdracht)

    def _kies(self, nr: int) -> None:
        antwoord = self._gesprek.kies(nr)
        if antwoord is None:
            self._beeld.zeg(self._teksten.kies_uit.format(aantal=len(self._gesprek.opties)))
        else:
            self._beeld.antwoord(antwoord)

    def _wis(self, invoer: Invoer) -> None:
        self._gesprek.wis()
        invoer.wis()
        self._beeld.wis()
        self._beeld.zeg(self._teksten.gewist)

    def _meer(self, _: Opdracht) -> None:
        if self._gesprek.laatste is None:
            self._beeld.zeg(self._teksten.geen_antwoord)
        else:
            self._beeld.antwoord(self._gesprek.laatste, alles=True)

    def _bron(self, _: Opdracht) -> None:
        laatste = self._gesprek.laatste
        if laatste is None:
            self._beeld.zeg(self._teksten.geen_antwoord)
        elif not laatste.bronnen:
            self._beeld.zeg(self._teksten.geen_bron)
        else:
            self._beeld.zeg("\n".join(f"- {self._bronregel(b)}" for b in laatste.bronnen))

    def _bronregel(self, bron: BronRegel) -> str:
        vorm = self._teksten.bronregel if bron.titel else self._teksten.bronregel_zonder_titel
        return vorm.format(document=bron.document, artikel=bron.artikel, titel=bron.titel, datum=bron.datum)

    def _uitleg(self, _: Opdracht) -> None:
        self._beeld.zeg("\n".join(self._gesprek.uitleg()) or self._teksten.geen_antwoord)

    def _regio(self, opdracht: Opdracht) -> None:
        t, gesprek = self._teksten, self._gesprek
        if not opdracht.naam:
            zin = t.regio_nu
        else:
            zin = t.regio_gezet if gesprek.zet_regio(opdracht.naam) else t.regio_onbekend
        self._beeld.zeg(zin.format(regio=gesprek.naam_van_regio(), lijst=self._regios()))

    def _rol(self, opdracht: Opdracht) -> None:
        t, gesprek = self._teksten, self._gesprek
        if not opdracht.naam:
            zin = t.rol_nu if gesprek.rol else t.rol_leeg
        else:
            zin = t.rol_gezet if gesprek.zet_rol(opdracht.naam) else t.rol_onbekend
        self._beeld.zeg(zin.format(rol=gesprek.naam_van_rol()))

    def _regios(self) -> str:
        return ", ".join(regio.naam for regio in self._gesprek.kern.kennis.regios.values())
