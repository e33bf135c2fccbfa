"""What a draft does before it is live: cells, test questions, verdicts, and what the checks find."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from time import perf_counter

from bot.beheer.proef import Proef, uitkomst
from bot.beheer.uitvoer.regels import als_in_woorden
from intents.laden import DELEN
from kennis.controle import Vondst
from kennis.controle.vergelijk import Celverschil, aantal_cellen, vergelijk
from kennis.fouten import Bevinding
from kennis.laden import Kennis
from kennis.model import Dimensie, Oordeel
from kennis.toetsvragen import Toetsvraag

TAALKENNIS = ("intents/", "kennis/begrippen/", "kennis/regios/")
"""Files of which a change can break words and examples."""


@dataclass(frozen=True)
class Celwijziging:
    """Cells of one region that go from one rule to another, or get other content."""

    regio: str
    oud_regel: str
    """Empty: no rule."""
    nieuw_regel: str
    oud: Oordeel | None
    nieuw: Oordeel | None
    cellen: int
    voorbeeld: Mapping[Dimensie, str]
    """One of the cells, without what is not known."""
    zin: str
    """The example in words: 'van de school, naar het samenwerkingsverband, verzuim'."""


@dataclass(frozen=True)
class Vraagwijziging:
    """A test question that gets another answer, or not the expected one."""

    id: str
    vraag: str
    oud: str
    """Verdict, or kind of answer, and the rule or answer it comes from: 'ja (school-leerplicht)'. Empty for a
    new question."""
    nieuw: str
    verwacht: str
    goed: bool
    """Whether the new answer is what was expected."""


@dataclass(frozen=True)
class Oordeelwijziging:
    """A plain answer of which the verdict changes."""

    sleutel: str
    titel: str
    oud: Oordeel | None
    nieuw: Oordeel | None


@dataclass(frozen=True)
class Gevolgen:
    """Everything a draft does."""

    cellen: tuple[Celwijziging, ...] = ()
    cellen_totaal: int = 0
    """Cells of the whole grid, over all regions."""
    vragen: tuple[Vraagwijziging, ...] = ()
    vragen_totaal: int = 0
    antwoorden: tuple[Oordeelwijziging, ...] = ()
    fouten: tuple[Bevinding, ...] = ()
    """What has to be mended first; not empty: cannot be published."""
    nieuw: tuple[Bevinding, ...] = ()
    """Warnings that were not there before."""
    opgelost: tuple[Bevinding, ...] = ()
    """Findings that are gone."""
    traint: bool = False
    """Examples changed: it goes live once they are learnt, which takes minutes; what is live answers meanwhile.
    The test questions were asked with the examples as they are now."""
    seconden: float = 0.0

    @property
    def mag_live(self) -> bool:
        """Whether it may be published."""
        return not self.fouten

    @property
    def verandert_oordeel(self) -> bool:
        """Whether any verdict changes; the approver must see these."""
        return bool(self.antwoorden) or any(c.oud != c.nieuw for c in self.cellen)


class Vergelijker:
    """Compares drafts with the live version, of which everything is worked out once."""

    def __init__(self, oud: Proef) -> None:
        self.oud = oud

    @cached_property
    def _oude_uitkomsten(self) -> dict[str, tuple[str, str]]:
        return {vraag.id: uitkomst(self.oud.kern, vraag) for vraag in self.oud.vragen}

    def gevolgen(self, nieuw: Proef) -> Gevolgen:
        """Everything that a new version does."""
        begin = perf_counter()
        if nieuw.laadfouten:
            return Gevolgen(fouten=nieuw.laadfouten, seconden=perf_counter() - begin)
        fouten, waarschuwingen, opgelost = self._bevindingen(nieuw)
        kan_lopen = not any(
            v.soort.value in ("taxonomie", "verwijzingen") for v in nieuw.vondsten if not v.waarschuwing
        )
        return Gevolgen(
            cellen=tuple(self._cellen(nieuw)) if kan_lopen else (),
            cellen_totaal=aantal_cellen(nieuw.kennis),
            vragen=tuple(self._vragen(nieuw)) if not fouten else (),
            vragen_totaal=len(nieuw.vragen),
            antwoorden=tuple(_antwoorden(self.oud.kennis, nieuw.kennis)),
            fouten=fouten,
            nieuw=waarschuwingen,
            opgelost=opgelost,
            traint=not nieuw.is_getraind,
            seconden=perf_counter() - begin,
        )

    def _cellen(self, nieuw: Proef) -> Iterable[Celwijziging]:
        return (_cel(nieuw.kennis, v) for v in vergelijk(self.oud.kennis, nieuw.kennis, nieuw.dag))

    def _bevindingen(self, nieuw: Proef) -> tuple[tuple[Bevinding, ...], tuple[Bevinding, ...], tuple[Bevinding, ...]]:
        """New errors, new warnings, and what is solved."""
        was, wordt = self._alle(self.oud, nieuw), self._alle(nieuw, nieuw)
        fouten = tuple(v.bevinding for naam, v in wordt.items() if naam not in was and not v.waarschuwing)
        waarschuwingen = tuple(v.bevinding for naam, v in wordt.items() if naam not in was and v.waarschuwing)
        return fouten, waarschuwingen, tuple(v.bevinding for naam, v in was.items() if naam not in wordt)

    def _alle(self, proef: Proef, nieuw: Proef) -> dict[tuple[bool, str], "Vondst | _Taalvondst"]:
        uit: dict[tuple[bool, str], Vondst | _Taalvondst] = {
            (v.waarschuwing, v.bevinding.wat): v for v in proef.vondsten
        }
        if self._raakt_taal(nieuw):
            vondsten = [
                *(_Taalvondst(b) for b in proef.taalfouten),
                *(_Taalvondst(b, True) for b in proef.taalwaarschuwingen),
            ]
            uit |= {(v.waarschuwing, v.bevinding.wat): v for v in vondsten}
        return uit

    def _raakt_taal(self, nieuw: Proef) -> bool:
        oud, anders = self.oud.bundel.bestanden, nieuw.bundel.bestanden
        woorden = any(oud.get(pad) != anders.get(pad) for pad in {*oud, *anders} if pad.startswith(TAALKENNIS))
        return woorden or self.oud.kennis.antwoorden.keys() != nieuw.kennis.antwoorden.keys()

    def _vragen(self, nieuw: Proef) -> Iterable[Vraagwijziging]:
        """With all of the live version that is the same: it takes seconds to make. Examples are those of before when
        there is no model of the new ones yet: training takes minutes."""
        taal = nieuw.taal if nieuw.is_getraind else self.oud.taal
        kern = nieuw.kern_naast(self.oud.kern, taal, zelfde_woorden=not self._raakt_taal(nieuw))
        if nieuw.is_getraind:
            nieuw.kern = kern
        for vraag in nieuw.vragen:
            oud, wordt = self._oude_uitkomsten.get(vraag.id), uitkomst(kern, vraag)
            goed = _is_goed(vraag, wordt)
            if oud != wordt or not goed:
                verwacht = _in_woorden(vraag.oordeel or "", vraag.antwoord or "")
                eerst = _in_woorden(*oud) if oud else ""
                yield Vraagwijziging(vraag.id, vraag.vraag, eerst, _in_woorden(*wordt), verwacht, goed)


@dataclass(frozen=True)
class _Taalvondst:
    bevinding: Bevinding
    waarschuwing: bool = False


def _cel(kennis: Kennis, v: Celverschil) -> Celwijziging:
    return Celwijziging(
        regio=v.regio,
        oud_regel=v.oud.id if v.oud else "",
        nieuw_regel=v.nieuw.id if v.nieuw else "",
        oud=v.oud.dan.oordeel if v.oud else None,
        nieuw=v.nieuw.dan.oordeel if v.nieuw else None,
        cellen=v.cellen,
        voorbeeld=v.voorbeeld,
        zin=als_in_woorden(kennis, {dim: (v.voorbeeld[dim],) for dim in Dimensie if dim in v.voorbeeld}),
    )


def _antwoorden(oud: Kennis, nieuw: Kennis) -> Iterable[Oordeelwijziging]:
    for naam in dict.fromkeys((*oud.antwoorden, *nieuw.antwoorden)):
        was, wordt = oud.antwoorden.get(naam), nieuw.antwoorden.get(naam)
        een = [was.dan.oordeel, *(v.dan.oordeel for v in was.varianten)] if was else [None]
        ander = [wordt.dan.oordeel, *(v.dan.oordeel for v in wordt.varianten)] if wordt else [None]
        if een != ander and any((*een, *ander)):
            bekend = wordt or was
            assert bekend is not None
            yield Oordeelwijziging(f"antwoorden/{naam}", bekend.titel, een[0], ander[0])


def _is_goed(vraag: Toetsvraag, gekregen: tuple[str, str]) -> bool:
    oordeel, intent = gekregen
    return vraag.oordeel in (None, oordeel) and vraag.antwoord in (None, intent)


def _in_woorden(oordeel: str, intent: str) -> str:
    naam = intent.removeprefix(f"{DELEN}.")
    return f"{oordeel} ({naam})" if oordeel and naam else oordeel or naam
