"""The one core behind every channel: guard, understand, decide, phrase. Channels only translate its answer object."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.antwoord.model import Antwoordobject
from bot.antwoord.opstellen import Opsteller
from bot.antwoord.spoor import spoor
from bot.antwoord.tekst import bronnen_tekst
from bot.antwoorder import ZEKER_RUIM, Antwoorder
from bot.begripgeheugen import Begripgeheugen
from bot.privacy import Gezuiverd, Poort, RuweTekst, Soort
from bot.privacy.ruw import als_ruw
from intents.begrijp import Begrijper, Begrip
from intents.laden import DELEN
from intents.tekst import LANGSTE_VRAAG
from kennis.laden import LANDELIJK, Kennis
from kennis.zinnen import Zinnen

STANDAARD_REGIO = "goeree-overflakkee"
"""The region whose covenant text this is; used when nothing else is known."""
KORTE_VRAAG = 14
"""Words of a question that can be about nothing but the number in it."""


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


class Kernbron(Protocol):
    """Has the core that answers now; a new version of the knowledge brings a new one."""

    @property
    def kern(self) -> "Kern":
        """The core."""


class Kern:
    """Answers questions; holds no state between them but what makes the same question quicker."""

    def __init__(
        self, kennis: Kennis, zinnen: Zinnen, begrijper: Begrijper, poort: Poort, dag: date | None = None
    ) -> None:
        self.kennis = kennis
        self.zinnen = zinnen
        self.begrijper = begrijper
        self._onthouden = Begripgeheugen(begrijper)
        self.poort = poort
        self._dag = dag
        self._opstellers: dict[tuple[str, date], Opsteller] = {}

    @property
    def kern(self) -> "Kern":
        """Itself: where nothing changes a core is its own source."""
        return self

    @property
    def dag(self) -> date:
        """The day that answers are given for."""
        return self._dag or date.today()

    def bronnen_tekst(self, verwijzingen: tuple[str, ...]) -> str:
        """Sources in words, each once."""
        return bronnen_tekst(self.opsteller(STANDAARD_REGIO, self.dag).bronnen(verwijzingen))

    def zuiver(self, tekst: RuweTekst) -> Gezuiverd:
        """The text without personal data."""
        return self.poort.zuiver(tekst)

    def antwoord(self, vraag: Vraag) -> Antwoordobject:
        """The answer to one question."""
        return self.antwoord_met_begrip(vraag)[0]

    def antwoord_met_begrip(self, vraag: Vraag) -> tuple[Antwoordobject, Begrip | None]:
        """The answer with what the question was understood to be; None when there was nothing to understand."""
        schoon = self.poort.zuiver(vraag.tekst)
        if not any(t.isalnum() for t in schoon.tekst) and not schoon.gevonden:
            return self._leeg(vraag.regio), None
        begrijper = self.begrijper if schoon.gevonden else self._onthouden
        begrippen = begrijper.begrijp_alle(schoon.tekst, vraag.rol, vraag.regio or STANDAARD_REGIO)
        if Soort.BSN in schoon.soorten:
            begrippen = tuple(map(self._gaat_over_bsn, begrippen))
        regio = next((b.lezing.regio for b in begrippen if b.lezing.regio), vraag.regio or STANDAARD_REGIO)
        uit, begrip = self._samen([(self.antwoord_op_begrip(b, regio), b) for b in begrippen])
        if len(schoon.tekst) > LANGSTE_VRAAG:
            uit = replace(uit, tekst=f"{uit.tekst}\n\n{self.zinnen.te_lang}")
        return (self.met_waarschuwing(uit) if schoon.gevonden else uit), begrip

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
        dag = self.dag
        regio = regio if regio in self.kennis.regios else LANDELIJK
        return Antwoorder(self.kennis, self.zinnen, self.opsteller(regio, dag), regio, dag).antwoord(begrip)

    def uitleg(self, vraag: Vraag) -> list[str]:
        """The trace of an answer: fact, rule, article, verdict. Holds ids only."""
        begrip = self.begrijper.begrijp(self.poort.zuiver(vraag.tekst).tekst, vraag.rol)
        return self.uitleg_op_begrip(begrip, begrip.lezing.regio or vraag.regio or STANDAARD_REGIO)

    def uitleg_op_begrip(self, begrip: Begrip, regio: str) -> list[str]:
        """The same trace once a question is understood."""
        return spoor(begrip, Opsteller(self.kennis, self.zinnen, regio, self.dag), self.kennis)

    def _leeg(self, regio: str | None) -> Antwoordobject:
        return Antwoordobject(
            soort="menu",
            intent="menu.leeg",
            vertrouwen=1.0,
            tekst=self.zinnen.leeg,
            regio=regio if regio in self.kennis.regios else None,
            kennisversie=self.kennis.versie,
        )

    def met_waarschuwing(self, antwoord: Antwoordobject) -> Antwoordobject:
        """The answer to a line that held data about a person."""
        return replace(antwoord, persoonsgegevens=True, tekst=f"{antwoord.tekst}\n\n{self.zinnen.persoonsgegevens}")
