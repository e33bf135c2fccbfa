"""What is measured with: the scored questions, their scoring rules, and the examples that every peer learns from."""

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from herkomst import WORTEL

from bot.kern import STANDAARD_REGIO, Kern
from intents.kiezer import BUITEN, MENU
from intents.laden import DELEN
from kennis.model import Regel

Object = dict[str, Any]
"""A question of a file, or an answer, as JSON has it."""

EIGEN = ("proef.jsonl", "blind.jsonl", "derde.jsonl", "vierde.jsonl", "vijfde.jsonl")
"""Scored questions that belong to the project, oldest first."""
NIEUW = ("vierde.jsonl", "vijfde.jsonl")
"""Those of writers who had not seen the examples, that came when most of the program was there."""
ONTWIKKEL = "ontwikkel.jsonl"
"""Scored questions beside the scoring program, when they are there."""
METER = "meet.py"
"""The scoring program, when it is there."""
VRAGENMAP = WORTEL / "tests" / "vragen"


class Goud:
    """The scored questions and, when the scoring program is there, its own rules to score with."""

    def __init__(self, map_: Path) -> None:
        self._meter = _laad_meter(map_ / METER)
        self._eigen = [VRAGENMAP / naam for naam in EIGEN]
        ontwikkel = map_ / ONTWIKKEL
        self._ontwikkel = [ontwikkel] if self._meter is not None and ontwikkel.exists() else []

    @cached_property
    def per_bestand(self) -> dict[str, list[Object]]:
        """Scored questions by file, the project's own first."""
        return {pad.name: self._lees(pad) for pad in (*self._eigen, *self._ontwikkel)}

    @cached_property
    def eigen(self) -> list[Object]:
        """Questions of the project itself."""
        return [vraag for pad in self._eigen for vraag in self.per_bestand[pad.name]]

    @cached_property
    def alle(self) -> list[Object]:
        """All scored questions, in the order of the files."""
        return [vraag for vragen in self.per_bestand.values() for vraag in vragen]

    def verdeel(self, antwoorden: Sequence[Object]) -> dict[str, tuple[list[Object], list[Object]]]:
        """Questions and answers by file; the answers are those to all questions."""
        uit, begin = {}, 0
        for naam, vragen in self.per_bestand.items():
            uit[naam] = (vragen, list(antwoorden[begin : begin + len(vragen)]))
            begin += len(vragen)
        return uit

    def per_set(self, antwoorden: Sequence[Object]) -> dict[str, float | None]:
        """Share of verdicts that are right, by file."""
        paren = self.verdeel(antwoorden).items()
        return {naam: self.cijfers(vragen, gegeven)["oordeel_goed_pct"] for naam, (vragen, gegeven) in paren}

    def _lees(self, pad: Path) -> list[Object]:
        if self._meter is None:
            return [json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines() if regel.strip()]
        return list(self._meter.lees_vragen([str(pad)]))

    def cijfers(self, vragen: list[Object], antwoorden: list[Object]) -> dict[str, float | None]:
        """Share of verdicts that are right, and of answers that do harm; None when there are no rules to score with."""
        if self._meter is None:
            return {"oordeel_goed_pct": None, "schadelijk_pct": None}
        rijen = [(v, self._meter.beoordeel(v, a)) for v, a in zip(vragen, antwoorden, strict=True)]
        uit = self._meter.cijfers(rijen)
        return {naam: float(uit[naam]) for naam in ("oordeel_goed_pct", "schadelijk_pct")}

    def oordeel_goed(self, vragen: list[Object], antwoorden: list[Object]) -> list[bool] | None:
        """Whether each verdict is right; None when there are no rules to score with."""
        if self._meter is None:
            return None
        paren = zip(vragen, antwoorden, strict=True)
        return [self._meter.cijfers([(v, self._meter.beoordeel(v, a))])["oordeel_goed"] == 1 for v, a in paren]


def _laad_meter(pad: Path) -> ModuleType | None:
    """The scoring program as a module."""
    vorm = importlib.util.spec_from_file_location("meter", pad) if pad.exists() else None
    if vorm is None or vorm.loader is None:
        return None
    module = importlib.util.module_from_spec(vorm)
    vorm.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Leerstof:
    """What a peer gets: the very examples this project ships, each with its class, and what each class answers."""

    voorbeelden: list[tuple[str, str]]
    """Question and class."""
    antwoorden: dict[str, Object]
    """Class to the answer it stands for."""


def leerstof(kern: Kern) -> Leerstof:
    """Examples of sharing get the rule that decides their facts as class, all others their intent."""
    taal = kern.begrijper.taal
    voorbeelden = [(zin, intent) for intent, zinnen in taal.vragen.items() for zin in zinnen]
    antwoorden = {intent: _vast_antwoord(kern, intent) for intent in taal.vragen}
    opsteller = kern.opsteller(STANDAARD_REGIO, date.today())
    for voorbeeld in taal.delen:
        regel = opsteller.besluit(voorbeeld.feiten).regel
        naam = f"{DELEN}.{regel.id}"
        voorbeelden.append((voorbeeld.v, naam))
        antwoorden[naam] = _antwoord(_soort_van_regel(regel), regel.dan.oordeel)
    return Leerstof(voorbeelden, antwoorden)


def _soort_van_regel(regel: Regel) -> str:
    """The rule without conditions holds when no other does: then it is asked who gives."""
    return "antwoord" if regel.als.per_dimensie() else "wedervraag"


def _vast_antwoord(kern: Kern, intent: str) -> Object:
    antwoord = kern.kennis.antwoorden.get(intent)
    soort = "menu" if intent.startswith(MENU) else "buiten_bereik" if intent.startswith(BUITEN) else "antwoord"
    return _antwoord(soort, antwoord.dan.oordeel if antwoord else None)


def _antwoord(soort: str, oordeel: str | None) -> Object:
    return {"soort": soort, "oordeel": str(oordeel) if oordeel else None}
