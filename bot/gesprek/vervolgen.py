"""What comes back to a follow-up: the same question with something changed, or the same answer said another way."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.antwoord.model import Antwoordobject
from bot.antwoorder import ZEKER_RUIM
from bot.gesprek.anders_gezegd import AndersGezegd
from bot.gesprek.beantwoord import beantwoord
from bot.gesprek.reactie import Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import Gesprekteksten
from bot.gesprek.verschil import Verschil
from bot.gesprek.vervolg import BEVESTIGING, Vervolglezer, Wending
from bot.gesprek.vervolgteksten import laad_vervolgteksten
from bot.kern import Kern
from bot.privacy import Gezuiverd, RuweTekst
from intents.kiezer import BUITEN, MENU
from kennis.feiten import Feiten
from kennis.model import Dimensie

ZEGT_NIETS = ("menu", "buiten_bereik")
"""Kinds of answer that cannot be explained or shortened: the subject before them is meant."""
FORMULIERVRAAG = "toestemming.formulier_inhoud"
"""The answer on what a consent form holds."""
OOK_EEN_VRAAG = ("formulier", "stappen", BEVESTIGING)
"""Kinds of follow-up that may be a question too when nothing was asked before."""


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
            "stappen": lambda a: Reactie(a, alles=True),
            BEVESTIGING: lambda a: Reactie(tekst=self._anders.korter(a)),
        }

    def reactie(self, regel: str) -> Reactie | None:
        """The reaction to a follow-up; None for a line that is a question of its own."""
        schoon = self._gesprek.kern.zuiver(RuweTekst(regel))
        soort = _lezer(self._gesprek.kern).vast(schoon.tekst)
        if soort == "engels":
            return Reactie(tekst=self._teksten.engels)
        if soort is not None:
            return self._vaste(soort)
        if self._gesprek.laatste is None:
            return None
        return self._wending(schoon) or self._brokstuk(schoon)

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
            return None if soort in OOK_EEN_VRAAG else Reactie(tekst=self._gespreksteksten.geen_antwoord)
        return self._vast[soort](laatste)

    def _wending(self, schoon: Gezuiverd) -> Reactie | None:
        wending = _lezer(self._gesprek.kern).lees(schoon.tekst)
        eigen = self._eigen_vraag(schoon, wending) if wending is not None else None
        if eigen is not None:
            return Reactie(self._gesprek.kern.met_waarschuwing(eigen) if schoon.gevonden else eigen)
        was_voorzichtig = self._voorzichtig()
        antwoorden = self._gesprek.verder_op(wending) if wending is not None else None
        if wending is None or antwoorden is None:
            return None
        voor, na = antwoorden
        door_het_vragen = self._voorzichtig() and not was_voorzichtig
        vooraf = "" if door_het_vragen else self._verschil.zin(voor, na, self._verschil.aanloop(wending))
        return Reactie(self._gesprek.kern.met_waarschuwing(na) if schoon.gevonden else na, vooraf=vooraf)

    def _eigen_vraag(self, schoon: Gezuiverd, wending: Wending) -> Antwoordobject | None:
        """The plain answer to a follow-up on what no rule tells apart ('en via de mail?'); None for any other."""
        kern = self._gesprek.kern
        if not all(self._zonder_regel(dim, w) for dim in Dimensie for w in wending.feiten.waarden(dim)):
            return None
        vraag = self._teksten.eigen_vraag.format(rest=_lezer(kern).rest(schoon.tekst))
        begrip = kern.begrijper.begrijp(vraag)
        gewoon = begrip.intent in kern.kennis.antwoorden and begrip.vertrouwen >= ZEKER_RUIM
        return self._gesprek.vraag(vraag) if gewoon and wending.feiten != Feiten() else None

    def _zonder_regel(self, dim: Dimensie, waarde: str) -> bool:
        """Whether no rule asks for this situation or meeting."""
        if dim not in (Dimensie.SITUATIE, Dimensie.OVERLEG):
            return False
        kennis, taxonomie = self._gesprek.kern.kennis, self._gesprek.kern.kennis.taxonomie(dim)
        gevraagd = {w for regel in kennis.regels.values() for w in regel.als.per_dimensie().get(dim, ())}
        return not any(taxonomie.is_een(waarde, w) for w in gevraagd - {taxonomie.wortel})

    def _brokstuk(self, schoon: Gezuiverd) -> Reactie | None:
        """Say that a loose piece of a question is not understood, rather than guess at one about something else."""
        kern = self._gesprek.kern
        if not _lezer(kern).is_brokstuk(schoon.tekst):
            return None
        begrip = kern.begrijper.begrijp(schoon.tekst)
        buiten = begrip.intent.startswith((MENU, BUITEN))
        return Reactie(tekst=self._teksten.onduidelijk) if buiten else None

    def _voorzichtig(self) -> bool:
        """Whether the last answer is the careful one to a counter-question that stays open."""
        draad = self._gesprek.draad
        return draad is not None and draad.voorzichtig

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
