"""What comes back to a follow-up: the same question with something changed, or the same answer said another way."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.antwoord.model import Antwoordobject
from bot.gesprek.anders_gezegd import AndersGezegd
from bot.gesprek.beantwoord import beantwoord
from bot.gesprek.reactie import Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import Gesprekteksten
from bot.gesprek.verschil import Verschil
from bot.gesprek.vervolg import Vervolglezer
from bot.gesprek.vervolgteksten import laad_vervolgteksten
from bot.kern import Kern
from bot.privacy import Gezuiverd, RuweTekst

ZEGT_NIETS = ("menu", "buiten_bereik")
"""Kinds of answer that cannot be explained or shortened: the subject before them is meant."""
FORMULIERVRAAG = "toestemming.formulier_inhoud"
"""The answer on what a consent form holds."""


@lru_cache(maxsize=2)
def _lezer(kern: Kern) -> Vervolglezer:
    """One for all conversations of a core."""
    return Vervolglezer(kern.begrijper, laad_vervolgteksten())


class Vervolgen:
    """Serves the follow-ups of one conversation."""

    def __init__(self, gesprek: Gesprek, teksten: Gesprekteksten) -> None:
        kern = gesprek.kern
        self._gesprek = gesprek
        self._gespreksteksten = teksten
        self._teksten = laad_vervolgteksten()
        self._verschil = Verschil(kern.kennis, kern.zinnen, self._teksten)
        self._anders = AndersGezegd(kern, self._teksten)
        self._vast: dict[str, Callable[[Antwoordobject], Reactie | None]] = {
            "waarom": lambda a: Reactie(tekst=self._anders.waarom(a)),
            "bron": lambda _: Reactie(tekst=self.bronnen()),
            "korter": lambda a: Reactie(tekst=self._anders.korter(a)),
            "ouder": lambda a: Reactie(tekst=self._anders.voor_ouder(a if a.oordeel else self._eerder() or a)),
            "formulier": self._formulier,
            "andersom": lambda _: self._andersom(),
        }

    def reactie(self, regel: str) -> Reactie | None:
        """The reaction to a follow-up; None for a line that is a question of its own."""
        schoon = self._gesprek.kern.zuiver(RuweTekst(regel))
        soort = _lezer(self._gesprek.kern).vast(schoon.tekst)
        if soort == "engels":
            return Reactie(tekst=self._teksten.engels)
        if soort is not None:
            return self._vaste(soort)
        return self._wending(schoon) if self._gesprek.laatste is not None else None

    def bronnen(self) -> str:
        """The sources of the last answer in full."""
        laatste, teksten = self._gesprek.laatste, self._gespreksteksten
        if laatste is None:
            return teksten.geen_antwoord
        return "\n".join(f"- {teksten.bron(b)}" for b in laatste.bronnen) or teksten.geen_bron

    def _vaste(self, soort: str) -> Reactie | None:
        laatste = self._gesprek.laatste
        if laatste is not None and laatste.soort in ZEGT_NIETS:
            laatste = self._eerder()
        if laatste is None:
            return None if soort == "formulier" else Reactie(tekst=self._gespreksteksten.geen_antwoord)
        return self._vast[soort](laatste)

    def _wending(self, schoon: Gezuiverd) -> Reactie | None:
        wending = _lezer(self._gesprek.kern).lees(schoon.tekst)
        antwoorden = self._gesprek.verder_op(wending) if wending is not None else None
        if wending is None or antwoorden is None:
            return None
        voor, na = antwoorden
        vooraf = self._verschil.zin(voor, na, self._verschil.aanloop(wending))
        return Reactie(self._gesprek.kern.met_waarschuwing(na) if schoon.gevonden else na, vooraf=vooraf)

    def _andersom(self) -> Reactie:
        eerder, draad = self._eerder(), self._gesprek.omgekeerd()
        if eerder is None or draad is None:
            return Reactie(tekst=self._teksten.andersom_niet)
        na = self._gesprek.verder_met(draad)
        feiten = draad.begrip.lezing.feiten
        aanloop = self._verschil.andersom(feiten.van or "", feiten.naar or "")
        return Reactie(na, vooraf=self._verschil.zin(eerder, na, aanloop))

    def _eerder(self) -> Antwoordobject | None:
        """The answer to the last question on sharing."""
        draad = self._gesprek.onderwerp
        return beantwoord(self._gesprek.kern, draad) if draad else None

    def _formulier(self, laatste: Antwoordobject) -> Reactie | None:
        """What the form holds, and whether it is needed and who signs in the case that was asked about."""
        draad, eerder = self._gesprek.onderwerp, self._eerder()
        if draad is None or eerder is None:
            return None
        vooraf = self._anders.wie_tekent(eerder)
        begrip = replace(draad.begrip, intent=FORMULIERVRAAG, vertrouwen=1.0, alternatieven=())
        antwoord = self._gesprek.verder_met(replace(draad, begrip=begrip))
        return Reactie(antwoord, vooraf=vooraf, erbij=self._teksten.formulier["aanbod"])
