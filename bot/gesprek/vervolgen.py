"""What comes back to a follow-up: the same question with something changed, or the same answer said another way."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.antwoord.model import Antwoordobject
from bot.antwoorder import ONZEKER, ZEKER, ZEKER_RUIM
from bot.gesprek.anders_gezegd import AndersGezegd
from bot.gesprek.beantwoord import beantwoord
from bot.gesprek.reactie import Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import Gesprekteksten
from bot.gesprek.verschil import Verschil
from bot.gesprek.vervolg import BEVESTIGING, Vervolglezer, Wending, kale_woorden
from bot.gesprek.vervolgteksten import laad_vervolgteksten
from bot.kern import Kern
from bot.privacy import Gezuiverd, RuweTekst
from intents.kiezer import BUITEN, MENU
from intents.laden import DELEN
from kennis.feiten import Feiten
from kennis.model import Dimensie, Vorm

ZEGT_NIETS = ("menu", "buiten_bereik")
"""Kinds of answer that cannot be explained or shortened: the subject before them is meant."""
HIERBIJ = (f"{DELEN}.", "toestemming.", "praktijk.")
"""Begin the intents of answers after which a question on consent is about the subject."""
FORMULIERVRAAG = "toestemming.formulier_inhoud"
"""The answer on what a consent form holds."""
OOK_EEN_VRAAG = ("formulier", "stappen", "moet", BEVESTIGING)
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
            "bron": lambda a: Reactie(tekst=self.bronnen(a)),
            "moet": lambda a: Reactie(tekst=self._anders.moet(a)),
            "korter": lambda a: Reactie(tekst=self._anders.korter(a)),
            "ouder": lambda a: Reactie(tekst=self._anders.voor_ouder(a if a.oordeel else self._eerder() or a)),
            "formulier": self._formulier,
            "andersom": lambda _: self._andersom(),
            "stappen": lambda a: Reactie(a, alles=True),
        }

    def reactie(self, regel: str) -> Reactie | None:
        """The reaction to a follow-up; None for a line that is a question of its own."""
        kern = self._gesprek.kern
        schoon = kern.zuiver(RuweTekst(regel))
        soort = _lezer(kern).vast(schoon.tekst)
        if soort == "engels":
            return Reactie(tekst=self._teksten.engels)
        if self._gesprek.weet_niet(schoon.tekst):
            return Reactie(tekst=self._teksten.weet_niet.format(wie=kern.kennis.regios[self._gesprek.regio].wijs_door))
        if self.vraagt_niets(schoon.tekst):
            return self._kies_past() or Reactie(tekst=self._teksten.goed)
        if soort is not None:
            return self._vaste(soort, schoon)
        if self._gesprek.laatste is None:
            return None
        stappen = (self._over_toestemming, self._wending, self._ruime_keuze, self._brokstuk, self._geen_keuze)
        return next((reactie for stap in stappen if (reactie := stap(schoon)) is not None), None)

    def vraagt_niets(self, tekst: str) -> bool:
        """Whether a line only shows that someone reads along: 'ok', 'hmm'."""
        return _lezer(self._gesprek.kern).ontvangen(tekst)

    def bronnen(self, antwoord: Antwoordobject | None = None) -> str:
        """The sources of an answer in full, the last one unless another is given."""
        van, teksten = antwoord or self._gesprek.laatste, self._gespreksteksten
        if van is None:
            return teksten.geen_antwoord
        return "\n".join(f"- {teksten.bron(b)}" for b in van.bronnen) or teksten.geen_bron

    def _vaste(self, soort: str, schoon: Gezuiverd) -> Reactie | None:
        laatste = self._gesprek.laatste
        if laatste is not None and (laatste.soort in ZEGT_NIETS or laatste.intent == ONZEKER):
            laatste = self._eerder()
        if laatste is None:
            return self._zonder_antwoord(soort, schoon)
        if soort == BEVESTIGING:
            over = laatste if laatste.oordeel else self._eerder() or laatste
            return Reactie(tekst=self._anders.bevestigd(over, kale_woorden(schoon.tekst)))
        return self._vast[soort](laatste)

    def _zonder_antwoord(self, soort: str, schoon: Gezuiverd) -> Reactie | None:
        """To a follow-up on nothing: it may be a question too, else say what to ask."""
        if soort not in OOK_EEN_VRAAG:
            return Reactie(tekst=self._gespreksteksten.geen_antwoord)
        leeg = soort == "stappen" or self._onbegrepen(schoon)
        return Reactie(tekst=self._teksten.begin) if leeg else None

    def _onbegrepen(self, schoon: Gezuiverd) -> bool:
        begrip = self._gesprek.kern.begrijper.begrijp(schoon.tekst)
        return begrip.vertrouwen < ZEKER or begrip.intent.startswith(BUITEN)

    def _kies_past(self) -> Reactie | None:
        """The open counter-question once more."""
        laatste = self._gesprek.laatste if self._gesprek.vraagt_nog else None
        return Reactie(laatste, vooraf=self._teksten.kies_past) if laatste is not None else None

    def _ruime_keuze(self, schoon: Gezuiverd) -> Reactie | None:
        """The answer when a short line is one of the open options in other words."""
        if not self._gesprek.vraagt_nog or not _lezer(self._gesprek.kern).is_kort(schoon.tekst):
            return None
        nr = self._gesprek.ruime_keuze(schoon.tekst) or self._keuze_met_feit(schoon)
        return Reactie(self._gesprek.kies(nr)) if nr is not None else None

    def _keuze_met_feit(self, schoon: Gezuiverd) -> int | None:
        """The only open option that stands for what this line names: '16 uur of meer'."""
        kern = self._gesprek.kern
        genoemd = kern.begrijper.lezer.lees(schoon.tekst).genoemd

        def noemt(dim: Dimensie, waarde: str) -> bool:
            return any(kern.kennis.taxonomie(dim).is_een(w, waarde) for w in genoemd.waarden(dim))

        opties = enumerate(self._gesprek.opties, 1)
        past = [nr for nr, o in opties if o.feiten and all(noemt(Dimensie(d), w) for d, w in o.feiten.items())]
        return past[0] if len(past) == 1 else None

    def _geen_keuze(self, schoon: Gezuiverd) -> Reactie | None:
        """The open counter-question once more after a short line that is neither an answer to it nor a question."""
        kort = self._gesprek.vraagt_nog and _lezer(self._gesprek.kern).is_kort(schoon.tekst)
        return self._kies_past() if kort and self._onbegrepen(schoon) else None

    def _over_toestemming(self, schoon: Gezuiverd) -> Reactie | None:
        """To a question on the consent that the last answer is about: who signs, in what form, for how long."""
        soort, draad = _lezer(self._gesprek.kern).over_toestemming(schoon.tekst), self._gesprek.onderwerp
        eerder, laatste = self._eerder(), self._gesprek.laatste
        if soort is None or draad is None or eerder is None or not (laatste and laatste.intent.startswith(HIERBIJ)):
            return None
        vraag = self._teksten.over_toestemming.soorten[soort]
        if eerder.toestemming is None or eerder.toestemming.nodig == "nee":
            return None if vraag.alleen_nodig else Reactie(tekst=self._teksten.over_toestemming.niet_nodig)
        if vraag.antwoord is None:
            return Reactie(tekst=self._anders.wie_tekent(eerder), erbij=self._teksten.formulier["aanbod"])
        lezing = replace(draad.begrip.lezing, vorm=Vorm.HOE)
        begrip = replace(draad.begrip, intent=vraag.antwoord, lezing=lezing, vertrouwen=1.0, alternatieven=())
        return Reactie(
            self._anders.met_toestemming_van(eerder, self._gesprek.verder_met(replace(draad, begrip=begrip)))
        )

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
        vooraf = "" if door_het_vragen else self._verschil.zin(voor, na, self._verschil.aanloop(wending, voor, na))
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
        antwoord = self._anders.met_toestemming_van(eerder, self._gesprek.verder_met(replace(draad, begrip=begrip)))
        return Reactie(antwoord, vooraf=vooraf, erbij=self._teksten.formulier["aanbod"])
