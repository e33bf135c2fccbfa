"""Points for an intent from what a question names: its subject, a giver and receiver, a meeting, a region."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from intents.feiten_lezen import Lezing
from intents.laden import DELEN
from intents.tekst import platte_vorm
from intents.woordvormen import sleutel
from kennis.laden import Kennis
from kennis.model import Dimensie, Vorm
from kennis.taxonomie import VERGADERING

Rij = npt.NDArray[np.float32]

OVERLEG = "overleg."
"""Prefix of the intents about a meeting."""
OVERLEG_DOEL = "overleg.doel"

# Points, chosen on held-back examples. The views on the wording give the best intent about 3.
PER_TERM, MEESTE_TERMEN, GEEN_TERM = 0.5, 2.0, -0.3
DEELT_TERM = 0.25
"""How much less a term tells for each further answer that has it."""
VORM_PAST, VORM_PAST_NIET = 0.4, -0.25
GEEN_UITLEG = -0.5
"""'Must we report X?' does not ask what X is."""
DELEN_BEGIN, DELEN_PER_FEIT = -0.4, 0.45
TOELATING, UITLEG, UITLEG_EN_TOELATING = 0.5, -3.0, -1.0
MET_VERGADERING, ZONDER_VERGADERING, ASPECT_GENOEMD, WAT_IS_HET = 0.3, -0.8, 0.5, 0.4
EIGEN_REGIO, ANDERE_REGIO = 0.5, -0.5
VRAAGT_NAAR = {"delen": 1.0, "anders": -0.6}
"""For the question on sharing, when a situation is named that is mostly asked about for that, or for something else."""


class Bewijs:
    """Weighs what is named, for all intents at once."""

    def __init__(self, kennis: Kennis, intents: tuple[str, ...]) -> None:
        self._aantal = len(intents)
        self._soorten_overleg = kennis.taxonomie(Dimensie.OVERLEG)
        self._vraagt_naar = {
            b.id: VRAAGT_NAAR[b.vraagt_naar] for b in kennis.taxonomie(Dimensie.SITUATIE) if b.vraagt_naar
        }
        self._plek = {intent: plek for plek, intent in enumerate(intents)}
        self._los, self._frasen = _termen(kennis, intents)
        met_term = {p for paren in (*self._los.values(), *self._frasen.values()) for p, _ in paren}
        self._zonder_treffer = np.where(np.isin(np.arange(self._aantal), list(met_term)), GEEN_TERM, 0.0)
        antwoorden = [kennis.antwoorden.get(intent) for intent in intents]
        self._overleg = np.array([intent.startswith(OVERLEG) for intent in intents])
        vormen = [a.vorm if a and not i.startswith(OVERLEG) else None for i, a in zip(intents, antwoorden, strict=True)]
        self._vormpunten = {
            vraagt: np.array([_vormpunt(v, vraagt) for v in vormen], dtype=np.float32) for vraagt in Vorm
        }
        regios = [a.regio if a else None for a in antwoorden]
        self._ergens = np.array([regio is not None for regio in regios])
        self._in_regio = {r: np.array([regio == r for regio in regios]) for r in kennis.regios}

    def punten(self, lezing: Lezing, regio: str | None) -> Rij:
        """Points per intent."""
        punten = self._onderwerp(lezing) + self._regio(lezing, regio)
        if lezing.vorm is not None:
            punten += self._vormpunten[lezing.vorm]
        self._weeg_overleg(lezing, punten)
        if DELEN in self._plek:
            punten[self._plek[DELEN]] += _delen(lezing) + self._situatie(lezing)
        return punten

    def _situatie(self, lezing: Lezing) -> float:
        """What the situations that are named say about sharing; nothing when it is asked how, who or what."""
        if lezing.vraagt_uitleg:
            return 0.0
        return sum(self._vraagt_naar.get(situatie, 0.0) for situatie in lezing.feiten.situatie)

    def _onderwerp(self, lezing: Lezing) -> Rij:
        """For intents whose subject is named, and off for those whose subject is not."""
        som = np.zeros(self._aantal, dtype=np.float32)
        for woord in dict.fromkeys(lezing.sleutels):
            for plek, gewicht in self._los.get(woord, ()):
                som[plek] += gewicht
        tekst = f" {' '.join(lezing.sleutels)} "
        for frase, paren in self._frasen.items():
            if f" {frase} " in tekst:
                for plek, gewicht in paren:
                    som[plek] += gewicht
        uit: Rij = np.where(som > 0, np.minimum(som, MEESTE_TERMEN) * PER_TERM, self._zonder_treffer)
        return uit.astype(np.float32)

    def _regio(self, lezing: Lezing, regio: str | None) -> Rij:
        """Answers of the asker's region first when a region or meeting is named, those of another region last."""
        punten = np.zeros(self._aantal, dtype=np.float32)
        if regio in self._in_regio:
            punten[self._ergens] = ANDERE_REGIO
            punten[self._in_regio[regio]] = EIGEN_REGIO if lezing.regio or lezing.feiten.overleg else 0.0
        return punten

    def _weeg_overleg(self, lezing: Lezing, punten: Rij) -> None:
        """A meeting points to questions about meetings, and its named aspects to those."""
        overleg = lezing.feiten.overleg
        vergadering = overleg is not None and self._soorten_overleg.is_een(overleg, VERGADERING)
        punten[self._overleg] += MET_VERGADERING if vergadering else ZONDER_VERGADERING
        for aspect in lezing.aspecten:
            if OVERLEG + aspect in self._plek:
                punten[self._plek[OVERLEG + aspect]] += ASPECT_GENOEMD
        if vergadering and lezing.vorm is Vorm.BEGRIP and OVERLEG_DOEL in self._plek:
            punten[self._plek[OVERLEG_DOEL]] += WAT_IS_HET


def _vormpunt(vorm: Vorm | None, gevraagd: Vorm) -> float:
    """For an answer of one form when the question asks for another, or the same."""
    if vorm is None:
        return 0.0
    uitleg = GEEN_UITLEG if gevraagd is Vorm.MAG and vorm is Vorm.BEGRIP else 0.0
    return uitleg + (VORM_PAST if vorm is gevraagd else VORM_PAST_NIET)


def _delen(lezing: Lezing) -> float:
    """A giver, a receiver and data point to sharing; asking who, how or what points away from it."""
    feiten, genoemd = lezing.feiten, lezing.genoemd
    over_toestemming = genoemd.naar and feiten.toestemming and lezing.vraagt_toelating
    aantal = sum(bool(x) for x in (genoemd.van, genoemd.naar, feiten.gegevens, over_toestemming))
    if lezing.vraagt_uitleg:
        vraag = UITLEG_EN_TOELATING if lezing.vraagt_toelating else UITLEG
    else:
        vraag = TOELATING if lezing.vraagt_toelating else 0.0
    return DELEN_BEGIN + DELEN_PER_FEIT * aantal + vraag


Termen = dict[str, list[tuple[int, float]]]


def _termen(kennis: Kennis, intents: tuple[str, ...]) -> tuple[Termen, Termen]:
    """Keys of the terms of answers, single words and phrases apart, with place and weight of each intent."""
    van: dict[int, list[str]] = {}
    for plek, intent in enumerate(intents):
        antwoord = kennis.antwoorden.get(intent)
        if antwoord is not None:
            van[plek] = [" ".join(sleutel(deel) for deel in platte_vorm(t).split()) for t in antwoord.termen]
    telling = _telling(van.values())
    los: Termen = {}
    frasen: Termen = {}
    for plek, termen in van.items():
        for term in termen:
            gewicht = 1 / (1 + DEELT_TERM * (telling[term] - 1))
            (frasen if " " in term else los).setdefault(term, []).append((plek, gewicht))
    return los, frasen


def _telling(lijsten: Iterable[list[str]]) -> Mapping[str, int]:
    """In how many answers each term stands."""
    uit: dict[str, int] = {}
    for termen in lijsten:
        for term in set(termen):
            uit[term] = uit.get(term, 0) + 1
    return uit
