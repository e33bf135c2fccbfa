"""Lessons and cases must read as easily as answers do, and fit on the screen of a phone."""

from collections.abc import Iterable, Iterator

from kennis.controle.leerstof import CASUSSEN, LESSEN, SJABLONEN
from kennis.controle.leesbaarheid import LAAGSTE_SCORE, LANGSTE_ZIN, MINSTE_WOORDEN, meet, vakwoorden, woorden, zinnen
from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Vondst
from kennis.controle.teksten import Veld
from kennis.fouten import Bevinding
from kennis.laden import Kennis
from kennis.leren.casus import alle
from kennis.leren.model import Leervraag, Les, Sjabloon
from kennis.leren.opties import opties_van
from kennis.leren.teksten import BESTAND, laad_leerteksten
from kennis.yaml_lezen import lees_yaml

MEESTE_WOORDEN = 90
"""Words on one screen: what a phone shows without scrolling much."""


def controleer_leestekst(kennis: Kennis) -> Iterator[Vondst]:
    """Every sentence that is too long, every text that is too hard, every screen that is too full."""
    vak = vakwoorden(kennis)
    for les in kennis.leren.lessen.values():
        yield from _schermen(kennis, les)
        yield from _lees(kennis, LESSEN, les.id, _teksten(les), vak)
    yield from _vaste_zinnen(kennis, vak)
    for casus in kennis.leren.casussen.values():
        yield from _lees(kennis, CASUSSEN, casus.id, [casus.titel, casus.tekst], vak)
    for sjabloon in kennis.leren.sjablonen.values():
        yield from _lees(kennis, SJABLONEN, sjabloon.id, _langste(kennis, sjabloon), vak)


def _vaste_zinnen(kennis: Kennis, vak: frozenset[str]) -> Iterator[Vondst]:
    """The sentences around the lessons."""
    if not kennis.leren.lessen:
        return
    bestand = lees_yaml(BESTAND)
    for naam, tekst in bestand.inhoud.items():
        if isinstance(tekst, str):
            for wat, herstel in _bezwaren(naam, [tekst], vak):
                yield Vondst(Soort.LEESBAARHEID, Bevinding(bestand.plek((naam,)), wat, herstel))


def _teksten(les: Les) -> list[str]:
    los = [o.tekst for vraag in les.vragen for o in vraag.opties]
    return [*les.idee, *(v.tekst for v in les.voorbeelden), *(v.tekst for v in les.vragen), *los]


def _langste(kennis: Kennis, sjabloon: Sjabloon) -> list[str]:
    """The case of a template with the most words; only when its form is in order."""
    if not all(f"{{{dim.value}}}" in sjabloon.tekst for dim in sjabloon.vul):
        return []
    return [max((c.tekst for c in alle(kennis, sjabloon)), key=lambda tekst: len(woorden(tekst)))]


def _schermen(kennis: Kennis, les: Les) -> Iterator[Vondst]:
    for nr, vraag in enumerate(les.vragen):
        voorbeelden = [
            v for v in les.voorbeelden if not v.rollen or not vraag.rollen or set(v.rollen) & set(vraag.rollen)
        ]
        langste = max((v.tekst for v in voorbeelden), key=lambda t: len(woorden(t)), default="")
        aantal = sum(len(woorden(t)) for t in (les.titel, *les.idee, langste, *_met_keuzes(vraag)))
        if aantal > MEESTE_WOORDEN:
            wat = f"Les '{les.id}' heeft met deze vraag {aantal} woorden."
            yield _vondst(kennis, LESSEN, les.id, ("vragen", nr), wat, f"Kort hem in tot {MEESTE_WOORDEN} woorden.")


def _met_keuzes(vraag: Leervraag) -> list[str]:
    return [vraag.tekst, *(o.tekst for o in opties_van(vraag, laad_leerteksten()))]


def _lees(kennis: Kennis, soort: str, id_: str, teksten: Iterable[str], vak: frozenset[str]) -> Iterator[Vondst]:
    for wat, herstel in _bezwaren(id_, list(teksten), vak):
        yield _vondst(kennis, soort, id_, (), wat, herstel)


def _bezwaren(id_: str, teksten: list[str], vak: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What is hard to read, and the remedy."""
    for zin in (zin for tekst in teksten for zin in zinnen(tekst)):
        if (aantal := len(woorden(zin))) > LANGSTE_ZIN:
            wat = f"In '{id_}' heeft een zin {aantal} woorden: '{' '.join(zin.split()[:8])} ...'."
            yield wat, f"Splits hem: hooguit {LANGSTE_ZIN} woorden per zin."
    maat = meet(teksten, vak)
    if maat.woorden >= MINSTE_WOORDEN and maat.score < LAAGSTE_SCORE:
        wat = f"'{id_}' is te moeilijk: leesscore {maat.score:.0f}, nodig is {LAAGSTE_SCORE:.0f}."
        yield wat, "Schrijf korter, met gewone woorden en werkwoorden."


def _vondst(kennis: Kennis, soort: str, id_: str, veld: Veld, wat: str, herstel: str) -> Vondst:
    return Vondst(Soort.LEESBAARHEID, Bevinding(plek(kennis, soort, id_, *veld), wat, herstel))
