"""What nobody uses: legal bases, contradictions and concepts that no entry names; and dates that are swapped."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Vondst
from kennis.controle.teksten import blokken
from kennis.controle.verwijzingen import ASPECTEN, LEEFTIJDSREGELS, OVERLEG, PARTIJEN, WET
from kennis.fouten import Bevinding, KennisFout
from kennis.laden import Kennis
from kennis.model import Als, Herkomst
from kennis.yaml_lezen import lees_yaml

Gebruikt = set[tuple[str, str]]
"""Taxonomy and id."""


def controleer_gebruik(kennis: Kennis) -> list[Vondst]:
    """Everything that is kept but never used; a concept that the word lists recognise has a use, be it a small one."""
    woordenmap = kennis.map.parent / "intents" / "woorden"
    return [*_grondslagen(kennis), *_tegenstrijdigheden(kennis), *_begrippen(kennis, woordenmap)]


def controleer_geldigheid(kennis: Kennis) -> list[Vondst]:
    """Entries that end before they begin."""
    return [
        Vondst(Soort.GELDIGHEID, Bevinding(plek(kennis, soort, h_id, "geldig_tot"), wat, herstel))
        for soort, h_id, h in _herkomsten(kennis)
        if h.geldig_tot is not None and h.geldig_tot < h.geldig_van
        for wat, herstel in [
            (f"'geldig_tot' ({h.geldig_tot}) ligt voor 'geldig_van' ({h.geldig_van}).", "Verbeter de datum.")
        ]
    ]


def _herkomsten(kennis: Kennis) -> Iterator[tuple[str, str, Herkomst]]:
    yield from (("regels", r.id, r) for r in kennis.regels.values())
    yield from (("antwoorden", a.id, a) for a in kennis.antwoorden.values())
    yield from (("aanvullingen", a.id, a) for a in kennis.aanvullingen.values())


def _grondslagen(kennis: Kennis) -> Iterator[Vondst]:
    gebruikt = {g for blok in blokken(kennis) for g in blok.inhoud.grondslagen}
    kanten = (kant.bron for strijd in kennis.tegenstrijdigheden.values() for kant in strijd.kanten)
    gebruikt |= {bron.removeprefix(WET) for bron in kanten if bron.startswith(WET)}
    for id_ in kennis.grondslagen.keys() - gebruikt:
        yield _vondst(kennis, "grondslagen", id_, f"Geen regel of antwoord noemt de grondslag '{id_}'.")


def _tegenstrijdigheden(kennis: Kennis) -> Iterator[Vondst]:
    gebruikt = {t for _, _, h in _herkomsten(kennis) for t in h.tegenstrijdigheden}
    for id_ in kennis.tegenstrijdigheden.keys() - gebruikt:
        yield _vondst(
            kennis, "tegenstrijdigheden", id_, f"Geen regel of antwoord rust op de tegenstrijdigheid '{id_}'."
        )


def _begrippen(kennis: Kennis, woordenmap: Path) -> Iterator[Vondst]:
    gebruikt = _genoemd(kennis)
    herkend = _herkend(woordenmap)
    for taxonomie in kennis.taxonomieen.values():
        nodig = {
            b for naam, id_ in gebruikt if naam == taxonomie.naam and id_ in taxonomie for b in taxonomie.boven(id_)
        }
        for begrip in taxonomie:
            if begrip.id not in nodig and begrip.is_een:
                in_woorden = (taxonomie.naam, begrip.id) in herkend
                wat = f"Geen regel, antwoord of regio noemt het begrip '{begrip.id}'."
                yield _vondst(kennis, taxonomie.naam, begrip.id, wat, waarschuwing=in_woorden)


def _genoemd(kennis: Kennis) -> Gebruikt:
    uit: Gebruikt = set()
    for als in _alle_voorwaarden(kennis):
        uit |= {(kennis.taxonomie(dim).naam, w) for dim, waarden in als.per_dimensie().items() for w in waarden}
    for blok in blokken(kennis):
        if blok.inhoud.wedervraag is not None:
            feiten = (f for optie in blok.inhoud.wedervraag.opties for f in optie.feiten.items())
            uit |= {(kennis.taxonomie(dim).naam, waarde) for dim, waarde in feiten}
        if blok.inhoud.toestemming is not None:
            uit |= {(PARTIJEN, wie) for wie in blok.inhoud.toestemming.van if wie not in LEEFTIJDSREGELS}
    return uit | _in_regios(kennis)


def _in_regios(kennis: Kennis) -> Gebruikt:
    uit: Gebruikt = set()
    for regio in kennis.regios.values():
        uit |= {(PARTIJEN, p) for p in (*regio.geen_partij, *(d.partij for d in regio.partijen))}
        uit |= {(OVERLEG, v.overleg) for v in regio.vergaderingen}
        uit |= {(ASPECTEN, aspect) for v in regio.vergaderingen for aspect in v.aspecten}
    return uit


def _alle_voorwaarden(kennis: Kennis) -> Iterator[Als]:
    yield from (r.als for r in kennis.regels.values())
    yield from (a.als for a in kennis.aanvullingen.values())
    yield from (a.tenzij for a in kennis.aanvullingen.values() if a.tenzij is not None)
    yield from (v.als for a in kennis.antwoorden.values() for v in a.varianten)


def _herkend(woordenmap: Path) -> Gebruikt:
    uit: Gebruikt = set()
    for pad in sorted(woordenmap.glob("*.yaml")) if woordenmap.is_dir() else ():
        try:
            inhoud: Any = lees_yaml(pad).inhoud
        except KennisFout:
            continue
        woorden = inhoud.get("woorden") if isinstance(inhoud, dict) else None
        uit |= {(pad.stem, str(id_)) for id_ in woorden} if isinstance(woorden, dict) else set()
    return uit


def _vondst(kennis: Kennis, soort: str, id_: str, wat: str, waarschuwing: bool = False) -> Vondst:
    waar = plek(kennis, soort, id_)
    return Vondst(Soort.ONGEBRUIKT, Bevinding(waar, wat, "Gebruik het of haal het weg."), waarschuwing)
