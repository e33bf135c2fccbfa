"""One version of the knowledge on trial: loaded, checked and asked the test questions, each part once."""

import shutil
import tempfile
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.kern import STANDAARD_REGIO, Kern, Vraag
from bot.samenstellen import maak_kern
from intents.begrijp import Begrijper
from intents.controle import controleer_taal
from intents.getraind import is_getraind
from intents.kiezer import Kiezer
from intents.laden import Taal, laad_taal
from intents.samenhang import controleer_samenhang, weinig_voorbeelden
from kennis.bewerken import Bundel
from kennis.controle import Vondst, controleer
from kennis.fouten import Bevinding, KennisFout
from kennis.laden import Kennis, laad_kennis
from kennis.toetsvragen import Toetsvraag, laad_toetsvragen
from kennis.zinnen import laad_zinnen


class Proef:
    """Lazy: each part is made when it is first asked for."""

    def __init__(self, bundel: Bundel, dag: date, modelmap: Path | None = None) -> None:
        self.bundel = bundel
        self.dag = dag
        self._modelmap = modelmap
        self.map = Path(tempfile.mkdtemp(prefix="deelwijzer-proef-"))
        weakref.finalize(self, shutil.rmtree, self.map, ignore_errors=True)
        bundel.schrijf(self.map, zeker=False)

    @cached_property
    def laadfouten(self) -> tuple[Bevinding, ...]:
        """Why it cannot be used at all; nothing else can be asked then."""
        stappen: tuple[Callable[[], object], ...] = (
            lambda: self.kennis,
            lambda: self.taal,
            lambda: self.vragen,
            lambda: laad_zinnen(self.map / "kennis"),
        )
        uit: list[Bevinding] = []
        for stap in stappen:
            try:
                stap()
            except KennisFout as fout:
                uit += [b for b in map(self.relatief, fout.bevindingen) if b not in uit]
        return tuple(uit)

    @cached_property
    def kennis(self) -> Kennis:
        """The knowledge."""
        return laad_kennis(self.map / "kennis")

    @cached_property
    def taal(self) -> Taal:
        """Words and examples."""
        return laad_taal(self.map / "intents")

    @cached_property
    def vragen(self) -> tuple[Toetsvraag, ...]:
        """The test questions."""
        return laad_toetsvragen(self.map / "kennis")

    @cached_property
    def vondsten(self) -> tuple[Vondst, ...]:
        """What the checks on the knowledge find."""
        gevonden = controleer(self.kennis, dag=self.dag).vondsten
        return tuple(replace(v, bevinding=self.relatief(v.bevinding)) for v in gevonden)

    @cached_property
    def taalfouten(self) -> tuple[Bevinding, ...]:
        """What the checks on words and examples find."""
        samenhang = controleer_samenhang(self.kennis, self.taal, self.map / "intents")
        return tuple(map(self.relatief, (*samenhang, *controleer_taal(self.kennis, self.map / "intents"))))

    @cached_property
    def taalwaarschuwingen(self) -> tuple[Bevinding, ...]:
        """What makes answers hard to find."""
        return tuple(map(self.relatief, weinig_voorbeelden(self.kennis, self.taal)))

    @property
    def is_getraind(self) -> bool:
        """Whether there is a model of these examples."""
        return is_getraind(self.taal, self._modelmap)

    @cached_property
    def kern(self) -> Kern:
        """A core of this version; trains when there is no model yet."""
        return maak_kern(self.dag, self.map, self._modelmap)

    def kern_naast(self, ander: Kern, voorbeelden: Taal, *, zelfde_woorden: bool) -> Kern:
        """A core of this version with the guard of another (test questions hold no names), and with these examples."""
        taal = replace(self.taal, vragen=voorbeelden.vragen, delen=voorbeelden.delen)
        begrijper = Begrijper(self.kennis, taal, Kiezer.laad(self.kennis, taal, self._modelmap))
        if zelfde_woorden:
            begrijper.herkenner = ander.begrijper.herkenner
        return Kern(self.kennis, laad_zinnen(self.map / "kennis"), begrijper, ander.poort, self.dag)

    def relatief(self, bevinding: Bevinding) -> Bevinding:
        """A finding with paths inside the repository, so that two versions can be compared and people can read it."""
        begin = f"{self.map}/"
        plek = replace(bevinding.plek, bestand=Path(str(bevinding.plek.bestand).replace(begin, "")))
        return Bevinding(plek, bevinding.wat.replace(begin, ""), bevinding.herstel.replace(begin, ""))


def uitkomst(kern: Kern, vraag: Toetsvraag) -> tuple[str, str]:
    """Verdict (or kind of answer) and intent that a test question gets."""
    try:
        antwoord = kern.antwoord(Vraag(vraag.vraag, vraag.regio or STANDAARD_REGIO, vraag.rol))
    except KeyError:  # the examples of a live version lead to an answer that a draft takes away
        return "onbekend", "weg"
    return (antwoord.oordeel or antwoord.soort), antwoord.intent
