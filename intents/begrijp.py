"""Understand one question: intent with confidence, facts, and the alternatives that were close."""

from dataclasses import dataclass, replace
from functools import cached_property

from intents.feiten_lezen import Feitenlezer, Lezing
from intents.herken import Herkenner
from intents.herkenner_maken import maak_herkenner
from intents.kiezer import BUITEN, MENU, Kandidaat, Kiezer
from intents.laden import DELEN, Taal
from intents.twee_vragen import deelvragen
from intents.woordenboek import Woordenboek, bouw_woordenboek
from intents.woordvormen import bestaat
from kennis.laden import Kennis
from kennis.model import Dimensie


@dataclass(frozen=True)
class Begrip:
    """What a question was understood to be."""

    intent: str
    vertrouwen: float
    """Chance of the intent by the mix of views, 0-1; how often such an answer is right is measured apart."""
    lezing: Lezing
    alternatieven: tuple[Kandidaat, ...]
    """Best intents in order, the chosen one first."""


class Begrijper:
    """The whole of understanding; build once, then ask many times."""

    def __init__(self, kennis: Kennis, taal: Taal, kiezer: Kiezer | None = None) -> None:
        self.kennis = kennis
        self.taal = taal
        self._kiezer = kiezer or Kiezer.laad(kennis, taal)

    @cached_property
    def woordenboek(self) -> Woordenboek:
        """All words by which a concept can be named."""
        return bouw_woordenboek(self.kennis, self.taal)

    @cached_property
    def herkenner(self) -> Herkenner:
        """Finds concepts in a question."""
        return maak_herkenner(self.woordenboek, self.taal, self._kiezer.woorden)

    @cached_property
    def lezer(self) -> Feitenlezer:
        """Reads facts."""
        return Feitenlezer(self.kennis, self.taal, self.herkenner)

    def warm_op(self) -> None:
        """Load what is only loaded at a question that needs it, so that no user waits for that."""
        self._kiezer.warm_op()

    def begrijp(self, vraag: str, rol: str | None = None, regio: str | None = None) -> Begrip:
        """Understand a question that holds no personal data; `rol` is how the asker is known, in words."""
        lezing = self.lezer.lees(vraag, self.partij_van_rol(rol))
        kandidaten = self._kiezer.rangschik(lezing, lezing.regio or regio)
        if self._zegt_niets(lezing):
            kandidaten = [replace(k, kans=0.0) for k in kandidaten]
        return Begrip(kandidaten[0].intent, kandidaten[0].kans, lezing, tuple(kandidaten[:5]))

    def begrijp_alle(self, vraag: str, rol: str | None = None, regio: str | None = None) -> tuple[Begrip, ...]:
        """One understanding per question: two only when both halves of a message are clear on their own."""
        delen = deelvragen(vraag, self.taal.twee_vragen)
        if delen is not None:
            eerste = self.begrijp(delen[0], rol, regio)
            tweede = self._vervolg(delen[1], eerste, rol, regio)
            if eerste.vertrouwen >= HELDER and tweede is not None:
                return eerste, tweede
        return (self.begrijp(vraag, rol, regio),)

    def _vervolg(self, vraag: str, eerste: Begrip, rol: str | None, regio: str | None) -> Begrip | None:
        """The second question, read with what the first one said; None when it adds no question of its own."""
        begrip = self.begrijp(vraag, eerste.lezing.rollen.vrager or rol, regio)
        eigen = begrip.lezing.genoemd
        noemt_iets = bool(eigen.naar or eigen.gegevens or eigen.leeftijd)
        aanvulling = eerste.intent == DELEN and len(begrip.lezing.woorden) <= KORTE_AANVULLING
        over_delen = (begrip.intent == DELEN and begrip.vertrouwen >= HELDER) or (aanvulling and noemt_iets)
        helder = begrip.vertrouwen >= HELDER and not begrip.intent.startswith((BUITEN, MENU))
        if over_delen or (not helder and eerste.intent == DELEN):
            return self._met_feiten_van(begrip, eerste) if noemt_iets else None
        return begrip if helder and begrip.intent != eerste.intent else None

    def _met_feiten_van(self, begrip: Begrip, eerste: Begrip) -> Begrip:
        """A question on sharing that leaves out what was just said."""
        genoemd = begrip.lezing.genoemd.aangevuld(eerste.lezing.genoemd)
        feiten, afgeleid = self.lezer.leid_af(genoemd, begrip.lezing.woorden)
        lezing = replace(begrip.lezing, genoemd=genoemd, feiten=feiten, afgeleid=afgeleid)
        return replace(begrip, intent=DELEN, vertrouwen=max(begrip.vertrouwen, HELDER), lezing=lezing)

    def _zegt_niets(self, lezing: Lezing) -> bool:
        """Whether a text has too few Dutch words, or only words that say nothing: 'mag dat zomaar?'."""
        leeg = self.taal.grammatica.lege_woorden
        alleen_leeg = all(w.vorm in leeg for w in lezing.woorden if not w.is_leesteken)
        return alleen_leeg or self._bekend_deel(lezing) < MINSTE_BEKEND

    def _bekend_deel(self, lezing: Lezing) -> float:
        """Share of the words that are Dutch or in the word lists."""
        echt = [(w.vorm, s) for w, s in zip(lezing.woorden, lezing.sleutels, strict=True) if not w.is_leesteken]
        bekend = sum(
            bestaat(vorm) or self.herkenner.kent(vorm) or self.herkenner.kent(sleutel) for vorm, sleutel in echt
        )
        return bekend / len(echt) if echt else 0.0

    def partij_van_rol(self, rol: str | None) -> str | None:
        """The party a role belongs to: 'trajectbegeleider samenwerkingsverband' is the swv."""
        if not rol:
            return None
        taxonomie = self.kennis.taxonomie(Dimensie.VAN)
        if rol in taxonomie:
            return rol
        zin, sleutels, _ = self.herkenner.lees(rol)
        partijen = [
            v.naam.begrip for v in self.herkenner.vermeldingen(zin, sleutels) if v.naam.taxonomie == taxonomie.naam
        ]
        return max(partijen, key=taxonomie.diepte, default=None)


HELDER = 0.7
"""Chance from which half a message counts as a question of its own."""
KORTE_AANVULLING = 6
"""Words and marks of 'and to the youth doctor?', which means nothing without the question before it."""
MINSTE_BEKEND = 0.4
"""Share of known words below which a text is no Dutch question."""
