"""From one understood question to its answer object: by the rules, about a meeting, a plain answer, or asking back."""

from dataclasses import replace
from datetime import date

from bot.antwoord.ijking import laad_ijking, weg_van
from bot.antwoord.model import Antwoordobject, OptieRegel, WedervraagRegel
from bot.antwoord.opstellen import Opsteller, Stof
from bot.antwoord.tekst import markdown
from bot.overleggen import Overleggids
from intents.begrijp import Begrip
from intents.bewijs import OVERLEG
from intents.kiezer import BUITEN, MENU, Kandidaat
from intents.laden import DELEN
from kennis.beslissen import Besluit, past, rang_van_als
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Antwoord, Inhoud, Oordeel, Vorm
from kennis.zinnen import Zinnen

ZEKER = 0.30
"""Chance below which the bot asks back instead of answering."""
NOG_DENKBAAR = 0.05
"""Chance an alternative needs to be taken when the rules do not know the case."""
NOG_DENKBAAR_HALF = 0.001
"""The same when giver or receiver is not named: a question on rights or forms then passes for one on sharing."""
BIJNA_EVEN = 0.4
"""Share of the best chance from which a second answer is added in one line."""
ZEKER_RUIM = 0.6
"""Chance a plain answer needs when it says yes: a wrong yes does harm."""
RUIM = frozenset({Oordeel.JA, Oordeel.VERPLICHT})
VRAAGT_GEEN_OORDEEL = frozenset({Vorm.WIE, Vorm.HOE, Vorm.HOELANG, Vorm.WAAROM})
"""Questions about who, how, how long and why ask for no permission; a verdict would answer another question."""
ONZEKER = "onzeker"
"""Intent of 'which of these questions do you mean'."""
MEESTE_OPTIES = 3
"""Options of 'did you mean': more is reading work."""


class Antwoorder:
    """Turns one understood question into an answer object for one region and day."""

    def __init__(self, kennis: Kennis, zinnen: Zinnen, opsteller: Opsteller, regio: str, dag: date) -> None:
        self._kennis = kennis
        self._zinnen = zinnen
        self._regio = regio
        self._opsteller = opsteller
        self._gids = Overleggids(kennis, zinnen, regio)
        self._dag = dag

    def antwoord(self, begrip: Begrip) -> Antwoordobject:
        """Choose the road: rules, meeting, plain answer, or asking back."""
        if begrip.intent == DELEN and begrip.vertrouwen >= ZEKER:
            begrip = self._of_iets_anders(begrip)
        if begrip.intent == DELEN and begrip.vertrouwen >= ZEKER:
            return self._uit_regels(begrip)
        if begrip.vertrouwen < self._drempel(begrip):
            return self._vraag_terug(begrip)
        if begrip.intent.startswith(OVERLEG):
            return self._over_overleg(begrip)
        return self._uit_antwoord(begrip, self._kennis.antwoorden[begrip.intent])

    def _drempel(self, begrip: Begrip) -> float:
        """The chance an answer needs: more when it gives permission."""
        antwoord = self._kennis.antwoorden.get(begrip.intent)
        return ZEKER_RUIM if antwoord is not None and antwoord.dan.oordeel in RUIM else ZEKER

    def _of_iets_anders(self, begrip: Begrip) -> Begrip:
        """When no rule knows the case, the closest plain answer is likelier what was asked."""
        if self._opsteller.besluit(begrip.lezing.feiten).regel.rang >= 0:
            return begrip
        half = begrip.lezing.feiten.van is None or begrip.lezing.feiten.naar is None
        nodig = NOG_DENKBAAR_HALF if half else NOG_DENKBAAR
        anders = next((k for k in begrip.alternatieven if self._mag_invallen(k, nodig)), None)
        return replace(begrip, intent=anders.intent, vertrouwen=max(anders.kans, ZEKER)) if anders else begrip

    def _mag_invallen(self, kandidaat: Kandidaat, nodig: float) -> bool:
        """Whether a plain answer may stand in: never one that gives permission on a faint likeness."""
        if kandidaat.intent == DELEN or kandidaat.kans < nodig:
            return False
        antwoord = self._kennis.antwoorden.get(kandidaat.intent)
        oordelen = {v.dan.oordeel for v in antwoord.varianten} | {antwoord.dan.oordeel} if antwoord else set()
        return not oordelen & RUIM or kandidaat.kans >= ZEKER_RUIM

    def _uit_regels(self, begrip: Begrip) -> Antwoordobject:
        besluit = self._opsteller.besluit(begrip.lezing.feiten)
        stof = self._opsteller.uit_besluit(besluit)
        soort = "antwoord"
        if _nergens_geregeld(besluit):
            soort = "onbekend"
            stof = replace(stof, inhoud=stof.inhoud.model_copy(update={"wedervraag": None}), per_optie=())
        elif not besluit.regel.als.per_dimensie():
            soort = "wedervraag"
        return self._object(begrip, stof, soort, intent=f"delen.{besluit.regel.id}")

    def _over_overleg(self, begrip: Begrip) -> Antwoordobject:
        aspect = begrip.intent.removeprefix(OVERLEG)
        stof, soort = self._gids.stof(begrip.lezing.feiten, aspect, self._dag)
        return self._object(begrip, stof, soort)

    def _uit_antwoord(self, begrip: Begrip, antwoord: Antwoord) -> Antwoordobject:
        inhoud, bronnen = self._variant(antwoord, begrip.lezing.feiten)
        if begrip.lezing.vorm in VRAAGT_GEEN_OORDEEL:
            inhoud = inhoud.model_copy(update={"oordeel": None})
        if antwoord.regio not in (None, self._regio):
            hier = next((a for k in begrip.alternatieven if (a := self._antwoord_hier(k.intent)) is not None), None)
            if hier is not None:
                return self._uit_antwoord(replace(begrip, intent=hier.id), hier)
            stof = self._gids.niet_hier(antwoord.titel, begrip.lezing.feiten, self._dag)
            return self._object(begrip, stof, "onbekend")
        let_op = inhoud.let_op or tuple(self._kennis.tegenstrijdigheden[t].let_op for t in antwoord.tegenstrijdigheden)
        stof = Stof(inhoud.model_copy(update={"let_op": let_op}), bronnen, antwoord.beoordeeld_op, begrip.lezing.feiten)
        stof = self._met_buur(stof, begrip)
        soort = _soort(antwoord.id, inhoud)
        if soort in ("menu", "buiten_bereik"):
            stof = replace(stof, bronnen=())
        return self._object(begrip, stof, soort)

    def _met_buur(self, stof: Stof, begrip: Begrip) -> Stof:
        """Add the core of a second answer that was nearly as likely: it mostly is the other half of the question."""
        buur = next((k for k in begrip.alternatieven if k.intent != begrip.intent), None)
        antwoord = self._kennis.antwoorden.get(buur.intent) if buur else None
        dichtbij = buur is not None and buur.kans >= BIJNA_EVEN * begrip.alternatieven[0].kans
        if (
            antwoord is None
            or not dichtbij
            or antwoord.id.startswith((MENU, BUITEN))
            or antwoord.regio not in (None, self._regio)
        ):
            return stof
        inhoud, bronnen = self._variant(antwoord, stof.feiten)
        ook = self._zinnen.hoort_hierbij.format(titel=antwoord.titel, kort=inhoud.kort)
        extra = stof.inhoud.model_copy(update={"punten": (*stof.inhoud.punten, ook)})
        return replace(stof, inhoud=extra, bronnen=(*stof.bronnen, *(b for b in bronnen if b not in stof.bronnen)))

    def _antwoord_hier(self, intent: str) -> Antwoord | None:
        """The answer of an intent when it was written for this very region."""
        antwoord = self._kennis.antwoorden.get(intent)
        return antwoord if antwoord is not None and antwoord.regio == self._regio else None

    def _variant(self, antwoord: Antwoord, feiten: Feiten) -> tuple[Inhoud, tuple[str, ...]]:
        """The most specific variant that holds, with the sources of both."""
        passend = [v for v in antwoord.varianten if past(self._kennis, v.als, feiten) is not None]
        if not passend:
            return antwoord.dan, antwoord.bronnen
        beste = max(passend, key=lambda v: rang_van_als(self._kennis, v.als, feiten))
        return beste.dan, (*beste.bronnen, *(b for b in antwoord.bronnen if b not in beste.bronnen))

    def _vraag_terug(self, begrip: Begrip) -> Antwoordobject:
        """Not sure enough: name the closest subjects and let the asker choose."""
        zinnen = self._zinnen.niet_gevonden
        namen: dict[str, str] = {}
        for kandidaat in begrip.alternatieven:
            titel = self._titel(kandidaat.intent)
            if titel and titel not in namen.values():
                namen[kandidaat.intent] = titel
        opties = tuple(OptieRegel(i, t, intent=i) for i, t in list(namen.items())[:MEESTE_OPTIES])
        wedervraag = WedervraagRegel(zinnen.bedoel, (*opties, OptieRegel("geen", zinnen.geen)))
        lijst = "\n".join(f"{nr}. {o.tekst}" for nr, o in enumerate(wedervraag.opties, 1))
        tekst = f"{zinnen.kort}\n\n{zinnen.bedoel}\n{lijst}\n\n{self._zinnen.wijs_door.format(wie=self._wie())}"
        return Antwoordobject(
            soort="wedervraag",
            intent=ONZEKER,
            vertrouwen=begrip.vertrouwen,
            tekst=tekst,
            begrepen=begrip.lezing.feiten.als_ids(),
            wedervraag=wedervraag,
            regio=self._regio,
            kennisversie=self._kennis.versie,
        )

    def _titel(self, intent: str) -> str | None:
        if intent == DELEN:
            return self._zinnen.niet_gevonden.delen
        if intent.startswith(OVERLEG):
            aspect = self._kennis.taxonomieen["aspecten"][intent.removeprefix(OVERLEG)]
            return self._zinnen.niet_gevonden.overleg.format(aspect=aspect.naam)
        return None if intent.startswith(BUITEN) else self._kennis.antwoorden[intent].titel

    def _object(self, begrip: Begrip, stof: Stof, soort: str, intent: str | None = None) -> Antwoordobject:
        inhoud = stof.inhoud
        oordeel = inhoud.oordeel
        wijs_door = inhoud.wijs_door or (self._wie() if inhoud.niet_geregeld or oordeel in _MET_VERWIJZING else None)
        return Antwoordobject(
            soort=soort,  # type: ignore[arg-type]
            intent=intent or begrip.intent,
            vertrouwen=laad_ijking().goed(weg_van(begrip.intent), begrip.vertrouwen),
            tekst=markdown(stof, self._opsteller, self._zinnen, wijs_door),
            begrepen=begrip.lezing.feiten.als_ids(),
            oordeel=oordeel.value if oordeel else None,
            grondslagen=self._opsteller.grondslagen(inhoud),
            toestemming=self._opsteller.toestemming(inhoud, stof.feiten),
            voorwaarden=inhoud.voorwaarden,
            stappen=inhoud.stappen,
            let_op=inhoud.let_op,
            bronnen=self._opsteller.bronnen(stof.bronnen),
            wedervraag=self._opsteller.wedervraag(inhoud),
            regio=self._regio,
            beoordeeld_op=stof.beoordeeld_op.isoformat(),
            kennisversie=self._kennis.versie,
        )

    def _wie(self) -> str:
        return (
            self._kennis.regios[self._regio].wijs_door
            if self._regio in self._kennis.regios
            else self._zinnen.wijs_door_standaard
        )


_MET_VERWIJZING = frozenset({"hangt_af", "afweging"})
"""Verdicts after which the answer always names whom to ask."""


def _nergens_geregeld(besluit: Besluit) -> bool:
    """Whether no rule knows the case: only a catch-all held, and it has nothing left to ask."""
    vraag = besluit.regel.dan.wedervraag
    if besluit.regel.rang >= 0 or vraag is None:
        return False
    return all(besluit.feiten.waarden(dim) for dim in vraag.opties[0].feiten)


def _soort(intent: str, inhoud: Inhoud) -> str:
    if intent.startswith(MENU):
        return "menu"
    if intent.startswith(BUITEN):
        return "buiten_bereik"
    return "onbekend" if inhoud.niet_geregeld else "antwoord"
