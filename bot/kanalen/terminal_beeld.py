"""Showing answers in the terminal: a panel with a coloured edge on a screen, plain lines in a pipe."""

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.panel import Panel
from rich.text import Text

from bot.antwoord.model import Antwoordobject, OptieRegel
from bot.kanalen.inkorten import kort, vol
from bot.kanalen.teksten import Kanaalteksten
from bot.kanalen.voet import beoordeeld
from kennis.model import Oordeel
from kennis.zinnen import Zinnen

BREEDST = 100
"""Columns: longer lines read badly."""
_WIS_TERUGROLLEN = "\x1b[3J"
"""Clears the lines that scrolled off, which hold what was typed."""


class Beeld:
    """Writes to one screen or pipe."""

    def __init__(self, teksten: Kanaalteksten, zinnen: Zinnen, scherm: Console | None = None) -> None:
        self._teksten = teksten
        self._zinnen = zinnen
        self._scherm = scherm or Console(highlight=False)

    def zeg(self, tekst: str, opties: tuple[OptieRegel, ...] = ()) -> None:
        """A text that is no answer, with what can be picked below it."""
        delen: list[RenderableType] = [Markdown(tekst)]
        if opties:
            delen += [Text(), self._opties(None, opties)]
        self._toon(Group(*delen))

    def antwoord(self, antwoord: Antwoordobject, alles: bool = False) -> None:
        """One answer, short or in full, with its options below."""
        tekst = vol(antwoord) if alles else kort(antwoord, self._zinnen.kopjes, self._teksten.kort)
        delen: list[RenderableType] = [Markdown(tekst)]
        if antwoord.wedervraag:
            delen += [Text(), self._opties(antwoord.wedervraag.tekst, antwoord.wedervraag.opties)]
        if antwoord.persoonsgegevens:
            delen += [Text(), Markdown(self._teksten.verwijderen["terminal"])]
        woord = self._zinnen.oordelen[Oordeel(antwoord.oordeel)].woord if antwoord.oordeel else None
        kop = self._teksten.oordeel.format(woord=woord) if woord else None
        self._toon(self._in_kader(Group(*delen), kop, antwoord))

    def wis(self) -> None:
        """An empty screen, and nothing above it."""
        if self._scherm.is_terminal:
            self._scherm.clear()
            self._scherm.file.write(_WIS_TERUGROLLEN)

    def _in_kader(self, inhoud: RenderableType, kop: str | None, antwoord: Antwoordobject) -> RenderableType:
        voet = beoordeeld(antwoord, self._zinnen)
        if not self._scherm.is_terminal:
            return Group(*(d for d in (kop, inhoud, voet) if d))
        kleur = self._teksten.kleuren.get(antwoord.oordeel or "", self._teksten.kleur_zonder_oordeel)
        titel = Text(kop, style=f"bold {kleur}") if kop else None
        onder = Text(voet, style="dim") if voet else None
        return Panel(
            inhoud, title=titel, title_align="left", subtitle=onder, subtitle_align="right", border_style=kleur
        )

    def _opties(self, vraag: str | None, opties: tuple[OptieRegel, ...]) -> RenderableType:
        regels = [Text(vraag, style="bold")] if vraag else []
        regels += [Text(f" {nr}. {optie.tekst}") for nr, optie in enumerate(opties, 1)]
        return Group(*regels, Text(self._teksten.kies, style="dim"))

    def _toon(self, wat: RenderableType) -> None:
        self._scherm.print(wat, width=min(BREEDST, self._scherm.width))
        self._scherm.print()
