"""One conversation on top of the core, the same for every channel: which options are open, and what was understood.

Holds recognised ids only, in memory only: no word that was typed stays behind after an answer.
"""

from dataclasses import dataclass, replace

from bot.antwoord.model import WEET_NIET, Antwoordobject, OptieRegel
from bot.antwoorder import ONZEKER, ZEKER
from bot.begripgeheugen import zonder_woorden
from bot.gesprek.beantwoord import GEKOZEN, beantwoord, begrip_met
from bot.gesprek.draad import Draad
from bot.gesprek.gids import Loop
from bot.gesprek.keuzelezer import Keuzelezer, woorden_van
from bot.gesprek.vervolg import Wending, met_rol, samengevoegd
from bot.kern import STANDAARD_REGIO, Kern, Vraag
from bot.privacy import RuweTekst
from intents.begrijp import Begrip
from intents.bewijs import OVERLEG
from intents.kiezer import BUITEN, MENU
from intents.laden import DELEN
from kennis.beslissen import past
from kennis.feiten import Feiten
from kennis.laden import LANDELIJK
from kennis.model import Dimensie

_OVER_DELEN = f"{DELEN}."
"""Begins the intent of an answer by the rules; a question on sharing may also get the plain answer that is closest."""
MEESTE_OP_RIJ = 3
"""Counter-questions in a row; then the asker gets an answer, whatever is still open."""


@dataclass(frozen=True)
class Keuze:
    """A counter-question that may still be answered."""

    draad: Draad
    opties: tuple[OptieRegel, ...]


class Gesprek:
    """State of one conversation. A later choice may correct an earlier one until the next question."""

    def __init__(self, kern: Kern, regio: str | None = None, rol: str | None = None) -> None:
        self.kern = kern
        """Stays the same from a question up to its last counter-question."""
        self.nieuwste = kern
        """The core for the next question: newer when the knowledge changed meanwhile."""
        self.regio = kern.kennis.regios[self.herken_regio(regio) or STANDAARD_REGIO].id
        self.rol = self.herken_rol(rol)
        """The party the asker belongs to, as an id."""
        self.laatste: Antwoordobject | None = None
        self.loop: Loop | None = None
        """The one guided flow that runs or rests."""
        self._draad: Draad | None = None
        self._onderwerp: Draad | None = None
        """The last question on sharing: a question in between does not end that subject."""
        self._keuze: Keuze | None = None

    @property
    def opties(self) -> tuple[OptieRegel, ...]:
        """Options that can be chosen now: of the flow when one runs, else of the last counter-question."""
        if self.loop is not None and not self.loop.rust:
            return self.loop.opties
        return self._keuze.opties if self._keuze else ()

    def vraag(self, tekst: str | RuweTekst) -> Antwoordobject:
        """Answer a question; what was open before is closed, and a flow rests."""
        self._neem_nieuwste()
        self._sluit()
        antwoord, begrip = self.kern.antwoord_met_begrip(Vraag(tekst, self.regio, self.rol))
        draad = Draad(zonder_woorden(begrip), antwoord.regio or self.regio) if begrip else None
        return self._onthoud(antwoord, draad)

    def keuze(self, tekst: str) -> int | None:
        """The number of the open option a reply names; None when it is something else."""
        if not self.opties:
            return None
        if self.weet_niet(tekst):
            return next((nr for nr, optie in enumerate(self.opties, 1) if self._zegt_niets(optie)), None)
        return self._keuzelezer.nummer(tekst, self.opties)

    def ruime_keuze(self, tekst: str) -> int | None:
        """The only option of the open counter-question that has all these words; None when that is not clear."""
        return self._keuzelezer.ruim(tekst, self.opties) if self.vraagt_nog else None

    @property
    def vraagt_nog(self) -> bool:
        """Whether the last answer waits for a fact; 'which question do you mean' does not."""
        laatste = self.laatste
        return laatste is not None and laatste.wedervraag is not None and laatste.intent != ONZEKER

    def weet_niet(self, tekst: str) -> bool:
        """Whether someone says not to know."""
        return self._keuzelezer.weet_niet(tekst)

    @property
    def _keuzelezer(self) -> Keuzelezer:
        return Keuzelezer(self.kern.zinnen)

    def _zegt_niets(self, optie: OptieRegel) -> bool:
        """'I do not know', or of the questions that may be meant: none."""
        return optie.id == WEET_NIET or (self._keuze is not None and not optie.intent and not optie.feiten)

    def kies(self, nr: int) -> Antwoordobject | None:
        """Answer as if option `nr` had been in the question; None when there is no such option."""
        if self._keuze is None or not 1 <= nr <= len(self._keuze.opties):
            return None
        optie, draad = self._keuze.opties[nr - 1], self._keuze.draad
        if optie.id == WEET_NIET:
            return self._neem(replace(draad, voorzichtig=True))
        if not optie.intent and not optie.feiten:
            return self._onthoud(self._niets_van_dit(draad.regio), None)
        return self._neem(replace(draad, begrip=begrip_met(draad.begrip, optie), gevraagd=draad.gevraagd + 1))

    def verder_op(self, wending: Wending) -> tuple[Antwoordobject, Antwoordobject] | None:
        """The answer before and the answer now that a follow-up says something anew; None when there was nothing."""
        draad = next((d for d in (self.draad, self._onderwerp) if d and self._gaat_over(d.begrip, wending)), None)
        if draad is None:
            return None
        voor = beantwoord(self.kern, draad)
        wending = met_rol(draad.begrip.lezing.feiten, wending, self.kern.kennis.taxonomie(Dimensie.VAN))
        feiten = samengevoegd(draad.begrip.lezing.feiten, wending.feiten)
        if not self._raakt(draad.begrip, feiten):
            return None
        feiten, afgeleid = self.kern.begrijper.lezer.leid_af(feiten, wending.lezing.woorden)
        lezing = replace(draad.begrip.lezing, feiten=feiten, afgeleid=afgeleid)
        nieuw = Draad(
            replace(draad.begrip, lezing=lezing), wending.regio or draad.regio, draad.gevraagd + bool(self.opties)
        )
        return voor, self.verder_met(replace(nieuw, voorzichtig=self._weet_nog_niet(draad, nieuw)))

    def _raakt(self, begrip: Begrip, feiten: Feiten) -> bool:
        """Whether a plain answer has something to say for these facts; the rules always do."""
        antwoord = self.kern.kennis.antwoorden.get(begrip.intent)
        return antwoord is None or any(past(self.kern.kennis, v.als, feiten) is not None for v in antwoord.varianten)

    def _weet_nog_niet(self, eerder: Draad, nieuw: Draad) -> bool:
        """Whether the asker could not answer the very question that is open again."""
        vragen = [self.kern.antwoord_op_begrip(d.begrip, d.regio).wedervraag for d in (eerder, nieuw)]
        return eerder.voorzichtig and vragen[0] == vragen[1]

    def omgekeerd(self) -> Draad | None:
        """The last question on sharing with giver and receiver changed places; None when one is not known."""
        if self._onderwerp is None:
            return None
        begrip = self._onderwerp.begrip
        feiten = begrip.lezing.feiten
        if feiten.van is None or feiten.naar is None:
            return None
        om = replace(feiten, van=feiten.naar, naar=feiten.van)
        return replace(self._onderwerp, begrip=replace(begrip, lezing=replace(begrip.lezing, feiten=om)))

    def _gaat_over(self, begrip: Begrip, wending: Wending) -> bool:
        """Whether what is said anew can matter to this question."""
        if begrip.vertrouwen < ZEKER:
            return False
        if begrip.intent == DELEN:
            return True
        if begrip.intent.startswith(OVERLEG):
            return bool(wending.regio or wending.feiten.overleg)
        if begrip.intent.startswith((MENU, BUITEN)):
            return False
        antwoord = self.kern.kennis.antwoorden[begrip.intent]
        return any(wending.feiten.waarden(dim) for variant in antwoord.varianten for dim in variant.als.per_dimensie())

    def kies_id(self, optie: str) -> Antwoordobject | None:
        """The same for an option by its id, which stays the same when the order changes."""
        nr = next((nr for nr, o in enumerate(self.opties, 1) if o.id == optie), 0)
        return self.kies(nr)

    @property
    def draad(self) -> Draad | None:
        """What the last answer rests on, to take it up again later; None when it rests on no understanding."""
        return self._draad

    @property
    def onderwerp(self) -> Draad | None:
        """The last question on sharing, which follow-ups go on with."""
        return self._onderwerp

    @property
    def draad_van_keuze(self) -> Draad | None:
        """What the open options belong to; they may be of an answer before the last one."""
        return self._keuze.draad if self._keuze else None

    def herstel(self, onderwerp: Draad | None, keuze: Draad | None, laatste: Draad | None) -> None:
        """Take up where another process left off."""
        self._onderwerp, self._draad = onderwerp, laatste
        self.laatste = beantwoord(self.kern, laatste) if laatste is not None else None
        vraag = beantwoord(self.kern, keuze).wedervraag if keuze is not None else None
        self._keuze = Keuze(keuze, vraag.opties) if keuze is not None and vraag is not None else None

    def begin(self, loop: Loop) -> None:
        """Run a flow, or go on with it; options of an earlier question are closed."""
        self.loop, self._keuze = loop, None

    def herneem(self, draad: Draad) -> Antwoordobject:
        """Give an earlier answer again; what was open since is closed, and a flow rests."""
        self._sluit()
        return self._onthoud(beantwoord(self.kern, draad), draad)

    def verder_met(self, draad: Draad) -> Antwoordobject:
        """Answer what a follow-up made of an earlier question; what was open is closed, and a flow rests."""
        self._sluit()
        return self._neem(draad)

    def uitleg(self) -> list[str]:
        """The trace of the last answer; empty when there is none."""
        return self.kern.uitleg_op_begrip(self._draad.begrip, self._draad.regio) if self._draad else []

    def wis(self) -> None:
        """Forget the last question and the flow; region and role stay."""
        self._sluit()
        self._onderwerp = self.loop = None

    def _sluit(self) -> None:
        """Forget the last question; a flow that runs rests."""
        self.laatste = self._draad = self._keuze = None
        self.laat_rusten()

    def laat_rusten(self) -> None:
        """Let the flow wait for the user to say to go on."""
        if self.loop is not None:
            self.loop = replace(self.loop, rust=True)

    def zet_regio(self, naam: str) -> bool:
        """Use the arrangements of another region; False when it is not known."""
        regio = self.herken_regio(naam)
        if regio is not None:
            self.regio = regio
            self._sluit()
        return regio is not None

    def zet_rol(self, naam: str) -> bool:
        """Say who asks; False when no party is recognised."""
        rol = self.herken_rol(naam)
        if rol is not None:
            self.rol = rol
            self._sluit()
        return rol is not None

    def herken_regio(self, naam: str | None) -> str | None:
        """Id of the region with this id, name or place."""
        gezocht = woorden_van(naam or "")
        for regio in self.kern.kennis.regios.values():
            if gezocht in map(woorden_van, (regio.id, regio.naam, *regio.plaatsen)):
                return regio.id
        return None

    def herken_rol(self, naam: str | None) -> str | None:
        """Id of the party these words name."""
        return self.kern.begrijper.partij_van_rol(naam)

    def naam_van_regio(self) -> str:
        """The region in words."""
        return self.kern.kennis.regios[self.regio].naam

    def naam_van_rol(self) -> str | None:
        """The asker's party in words."""
        return self.kern.kennis.taxonomie(Dimensie.VAN)[self.rol].naam if self.rol else None

    def _neem_nieuwste(self) -> None:
        """Go on with the newest knowledge; a region or a party that is gone is no longer this asker's."""
        self.kern = self.nieuwste
        if self.regio not in self.kern.kennis.regios:
            self.regio = STANDAARD_REGIO
        if self.rol is not None and self.rol not in self.kern.kennis.taxonomie(Dimensie.VAN):
            self.rol = None

    def _neem(self, draad: Draad) -> Antwoordobject:
        """The answer of a thread; after three counter-questions in a row the most careful one."""
        antwoord = beantwoord(self.kern, draad)
        if antwoord.wedervraag is not None and draad.gevraagd >= MEESTE_OP_RIJ:
            draad = replace(draad, voorzichtig=True)
            antwoord = beantwoord(self.kern, draad)
        return self._onthoud(antwoord, draad)

    def _onthoud(self, antwoord: Antwoordobject, draad: Draad | None) -> Antwoordobject:
        if draad is not None and antwoord.intent.startswith(_OVER_DELEN) and draad.begrip.vertrouwen >= ZEKER:
            self._onderwerp = replace(draad, voorzichtig=False)
        if draad is not None and antwoord.wedervraag is not None:
            self._keuze = Keuze(draad, antwoord.wedervraag.opties)
        self.laatste, self._draad = antwoord, draad
        return antwoord

    def _niets_van_dit(self, regio: str) -> Antwoordobject:
        """None of the options fits: say so and name whom to ask."""
        zinnen = self.kern.zinnen
        wie = self.kern.kennis.regios[regio if regio in self.kern.kennis.regios else LANDELIJK].wijs_door
        delen = (zinnen.niet_gevonden.kort, zinnen.wijs_door.format(wie=wie), zinnen.leeg)
        return Antwoordobject("onbekend", "onzeker.geen", GEKOZEN, "\n\n".join(delen), regio=regio)
