"""The one core behind every channel: guard, understand, decide, phrase. Channels only translate its answer object."""

from dataclasses import dataclass, replace
from datetime import date

from bot.antwoord.model import Antwoordobject, OptieRegel, WedervraagRegel
from bot.antwoord.opstellen import Opsteller, Stof
from bot.antwoord.spoor import spoor
from bot.antwoord.tekst import markdown
from bot.overleggen import Overleggids
from bot.privacy import Gezuiverd, Poort, RuweTekst, Soort
from bot.privacy.ruw import als_ruw
from intents.begrijp import Begrijper, Begrip
from intents.bewijs import OVERLEG
from intents.kiezer import Kandidaat
from intents.laden import DELEN
from intents.tekst import LANGSTE_VRAAG
from kennis.beslissen import Besluit, past, rang_van_als
from kennis.feiten import Feiten
from kennis.laden import LANDELIJK, Kennis
from kennis.model import Antwoord, Inhoud, Oordeel, Vorm
from kennis.zinnen import Zinnen

STANDAARD_REGIO = "goeree-overflakkee"
"""The region whose covenant text this is; used when nothing else is known."""
ZEKER = 0.30
"""Calibrated chance below which the bot asks back instead of answering."""
GOED_ONDER, GOED_BOVEN = 0.75, 0.95
"""Share of given answers that is right at the lowest and at the highest chance, as `make bench` finds it."""
NOG_DENKBAAR = 0.05
"""Chance an alternative needs to be taken when the rules do not know the case."""
KORTE_VRAAG = 14
"""Words of a question that can be about nothing but the number in it."""
BIJNA_EVEN = 0.4
"""Share of the best chance from which a second answer is added in one line."""
ZEKER_RUIM = 0.6
"""Chance a plain answer needs when it says yes: a wrong yes does harm."""
RUIM = frozenset({Oordeel.JA, Oordeel.VERPLICHT})
VRAAGT_GEEN_OORDEEL = frozenset({Vorm.WIE, Vorm.HOE, Vorm.HOELANG, Vorm.WAAROM})
"""Questions about who, how, how long and why ask for no permission; a verdict would answer another question."""
MENU, BUITEN = "menu.", "buiten."
MEESTE_OPTIES = 3
"""Options of 'did you mean': more is reading work."""


@dataclass(frozen=True, init=False, eq=False)
class Vraag:
    """A question as a channel hands it over; the text is raw and goes no further than the guard."""

    tekst: RuweTekst
    regio: str | None
    rol: str | None

    def __init__(self, tekst: str | RuweTekst, regio: str | None = None, rol: str | None = None) -> None:
        object.__setattr__(self, "tekst", als_ruw(tekst))
        object.__setattr__(self, "regio", regio)
        object.__setattr__(self, "rol", rol)


class Kern:
    """Answers questions; holds no state between them."""

    def __init__(
        self, kennis: Kennis, zinnen: Zinnen, begrijper: Begrijper, poort: Poort, dag: date | None = None
    ) -> None:
        self.kennis = kennis
        self.zinnen = zinnen
        self.begrijper = begrijper
        self._poort = poort
        self._dag = dag
        self._opstellers: dict[tuple[str, date], Opsteller] = {}

    def zuiver(self, tekst: RuweTekst) -> Gezuiverd:
        """The text without personal data."""
        return self._poort.zuiver(tekst)

    def antwoord(self, vraag: Vraag) -> Antwoordobject:
        """The answer to one question."""
        return self.antwoord_met_begrip(vraag)[0]

    def antwoord_met_begrip(self, vraag: Vraag) -> tuple[Antwoordobject, Begrip | None]:
        """The answer with what the question was understood to be; None when there was nothing to understand."""
        schoon = self._poort.zuiver(vraag.tekst)
        if not any(t.isalnum() for t in schoon.tekst) and not schoon.gevonden:
            return self._leeg(vraag.regio), None
        begrippen = self.begrijper.begrijp_alle(schoon.tekst, vraag.rol, vraag.regio or STANDAARD_REGIO)
        if Soort.BSN in schoon.soorten:
            begrippen = tuple(map(self._gaat_over_bsn, begrippen))
        regio = next((b.lezing.regio for b in begrippen if b.lezing.regio), vraag.regio or STANDAARD_REGIO)
        uit, begrip = self._samen([(self.antwoord_op_begrip(b, regio), b) for b in begrippen])
        if len(vraag.tekst) > LANGSTE_VRAAG:
            uit = replace(uit, tekst=f"{uit.tekst}\n\n{self.zinnen.te_lang}")
        return (self._met_waarschuwing(uit) if schoon.gevonden else uit), begrip

    def _samen(self, paren: list[tuple[Antwoordobject, Begrip]]) -> tuple[Antwoordobject, Begrip]:
        """One answer to a message with two questions; the one with a verdict leads."""
        if len(paren) == 1 or paren[0][0].intent == paren[1][0].intent:
            return paren[0]
        (eerste, begrip), (tweede, _) = sorted(paren, key=lambda paar: paar[0].oordeel is None)
        tekst = f"{eerste.tekst}\n\n{self.zinnen.tweede_vraag} {tweede.tekst}"
        zeker = min(eerste.vertrouwen, tweede.vertrouwen)
        return replace(eerste, tekst=tekst, vertrouwen=zeker, ook=(tweede,)), begrip

    def _gaat_over_bsn(self, begrip: Begrip) -> Begrip:
        """A short question with a number and nothing else about the pupil asks about the number itself."""
        lezing = begrip.lezing
        anders = lezing.feiten.gegevens or lezing.feiten.leerling or lezing.feiten.overleg or lezing.feiten.situatie
        if anders or len(lezing.woorden) > KORTE_VRAAG:
            return begrip
        feiten, afgeleid = self.begrijper.lezer.leid_af(replace(lezing.genoemd, gegevens=("bsn",)), lezing.woorden)
        return replace(
            begrip, intent=DELEN, vertrouwen=ZEKER_RUIM, lezing=replace(lezing, feiten=feiten, afgeleid=afgeleid)
        )

    def opsteller(self, regio: str, dag: date) -> Opsteller:
        """The rules and sentences of a region on a day; made once."""
        if (regio, dag) not in self._opstellers:
            self._opstellers = {(regio, dag): Opsteller(self.kennis, self.zinnen, regio, dag)} | {
                sleutel: waarde for sleutel, waarde in self._opstellers.items() if sleutel[1] == dag
            }
        return self._opstellers[regio, dag]

    def antwoord_op_begrip(self, begrip: Begrip, regio: str) -> Antwoordobject:
        """The answer once a question is understood."""
        antwoorder = _Antwoorder(self, regio, self._dag or date.today())
        return antwoorder.antwoord(begrip)

    def uitleg(self, vraag: Vraag) -> list[str]:
        """The trace of an answer: fact, rule, article, verdict. Holds ids only."""
        begrip = self.begrijper.begrijp(self._poort.zuiver(vraag.tekst).tekst, vraag.rol)
        return self.uitleg_op_begrip(begrip, begrip.lezing.regio or vraag.regio or STANDAARD_REGIO)

    def uitleg_op_begrip(self, begrip: Begrip, regio: str) -> list[str]:
        """The same trace once a question is understood."""
        return spoor(begrip, Opsteller(self.kennis, self.zinnen, regio, self._dag or date.today()), self.kennis)

    def _leeg(self, regio: str | None) -> Antwoordobject:
        return Antwoordobject(
            soort="menu",
            intent="menu.leeg",
            vertrouwen=1.0,
            tekst=self.zinnen.leeg,
            regio=regio if regio in self.kennis.regios else None,
            kennisversie=self.kennis.versie,
        )

    def _met_waarschuwing(self, antwoord: Antwoordobject) -> Antwoordobject:
        return replace(antwoord, persoonsgegevens=True, tekst=f"{antwoord.tekst}\n\n{self.zinnen.persoonsgegevens}")


class _Antwoorder:
    """Turns one understood question into an answer object for one region and day."""

    def __init__(self, kern: Kern, regio: str, dag: date) -> None:
        self._kennis = kern.kennis
        self._zinnen = kern.zinnen
        self._regio = regio if regio in kern.kennis.regios else LANDELIJK
        self._opsteller = kern.opsteller(self._regio, dag)
        self._gids = Overleggids(kern.kennis, kern.zinnen, self._regio)
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
        nodig = 0.0 if half else NOG_DENKBAAR
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
            intent="onzeker",
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
            vertrouwen=round(GOED_ONDER + (GOED_BOVEN - GOED_ONDER) * begrip.vertrouwen, 3),
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
