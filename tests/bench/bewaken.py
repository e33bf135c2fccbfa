"""Engines that find personal data in a question, each behind the same small interface: text in, text without it out.

The libraries are used as they come. deduce gets the slim lists of set-up: with its own it needs ten times the memory
and half a minute to start, and finds the same. presidio has no Dutch recognisers; it gets spaCy's blank Dutch.
"""

import logging
import re
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from stof import Object

from bot.kern import Kern
from bot.privacy import RuweTekst
from bot.privacy.motor import laad_deduce
from bot.samenstellen import PRIVACYMAP

Bewaker = Callable[[str], tuple[str, bool]]
"""Question to the question without what was found, and whether anything was found."""

KLEIN = frozenset("de den der van ter ten te el al 't t en la le".split())
"""Words of a name that tell nothing by themselves."""
WOORDEN = frozenset({"naam", "adres"})
"""Kinds that are gone only when each of their words is gone."""
MS = 1000.0
"""Milliseconds in a second."""


@dataclass
class Telling:
    """Found and all, by kind of data; false alarms and clean questions; milliseconds a question."""

    gevonden: dict[str, int] = field(default_factory=dict)
    alle: dict[str, int] = field(default_factory=dict)
    gemist: list[str] = field(default_factory=list)
    """Ids of questions in which something stayed."""
    alarm: list[str] = field(default_factory=list)
    """Ids of clean questions in which something was found."""
    schoon: int = 0
    duren_ms: list[float] = field(default_factory=list)

    def recall(self, *soorten: str) -> float | None:
        """Share found of these kinds; None when there are none."""
        alle = sum(self.alle.get(s, 0) for s in soorten)
        return round(sum(self.gevonden.get(s, 0) for s in soorten) / alle, 3) if alle else None

    def cijfers(self) -> dict[str, float | None]:
        """The measures of the result file."""
        nummers = self.alle.keys() - {"naam", "combinatie"}
        return {
            "recall_namen": self.recall("naam"),
            "recall_nummers": self.recall(*nummers),
            "recall_combinaties": self.recall("combinatie"),
            "vals_alarm_pct": round(100 * len(self.alarm) / self.schoon, 1) if self.schoon else None,
            "p50_ms": round(statistics.median(self.duren_ms), 2),
            "p99_ms": round(statistics.quantiles(self.duren_ms, n=100)[98], 2),
        }


def tel(bewaker: Bewaker, vragen: Iterable[Object]) -> Telling:
    """Let one engine clean all questions."""
    uit = Telling()
    for vraag in vragen:
        begin = time.perf_counter()
        tekst, gevonden = bewaker(vraag["vraag"])
        uit.duren_ms.append((time.perf_counter() - begin) * MS)
        if not vraag["stukken"]:
            uit.schoon += 1
            uit.alarm += [vraag["id"]] * gevonden
        for stuk in vraag["stukken"]:
            uit.alle[stuk["soort"]] = uit.alle.get(stuk["soort"], 0) + 1
            if staat_er_nog(stuk["soort"], stuk["tekst"], tekst):
                uit.gemist.append(vraag["id"])
            else:
                uit.gevonden[stuk["soort"]] = uit.gevonden.get(stuk["soort"], 0) + 1
    return uit


def staat_er_nog(soort: str, stuk: str, tekst: str) -> bool:
    """Whether anything telling of a piece of personal data is left in a text."""
    if soort == "combinatie":
        return stuk.casefold() in tekst.casefold()
    if soort in WOORDEN:
        woorden = (w for w in re.findall(r"\w+", stuk) if w.casefold() not in KLEIN)
        return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", tekst, re.IGNORECASE) for w in woorden)
    return _tekens(stuk) in _tekens(tekst)


def _tekens(tekst: str) -> str:
    """Letters and digits only: a number stays the same number with other spaces."""
    return "".join(t for t in tekst.casefold() if t.isalnum())


def eigen(kern: Kern) -> Bewaker:
    """The guard of this project."""

    def zuiver(tekst: str) -> tuple[str, bool]:
        schoon = kern.zuiver(RuweTekst(tekst))
        return schoon.tekst, schoon.gevonden

    return zuiver


def deduce() -> Bewaker:
    """deduce alone."""
    motor = laad_deduce(cache_path=PRIVACYMAP / "deduce")

    def zuiver(tekst: str) -> tuple[str, bool]:
        uit = motor.deidentify(tekst)
        return uit.deidentified_text, bool(uit.annotations)

    return zuiver


def presidio() -> Bewaker:
    """presidio alone."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())  # its own list, so that nothing is fetched

    class Leeg(SpacyNlpEngine):  # type: ignore[misc]  # no types
        def __init__(self) -> None:
            super().__init__()
            self.nlp: dict[str, Any] = {"nl": spacy.blank("nl")}

        def is_loaded(self) -> bool:
            return True

        def load(self) -> None:
            pass

    register = RecognizerRegistry(supported_languages=["nl"])
    register.load_predefined_recognizers(languages=["nl"])
    motor = AnalyzerEngine(registry=register, nlp_engine=Leeg(), supported_languages=["nl"])

    def zuiver(tekst: str) -> tuple[str, bool]:
        vondsten = motor.analyze(text=tekst, language="nl")
        uit = tekst
        for v in vondsten:
            uit = uit[: v.start] + " " * (v.end - v.start) + uit[v.end :]
        return uit, bool(vondsten)

    return zuiver
