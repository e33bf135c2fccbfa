"""Taxonomies: one root, existing parents, no cycles. Checked first: the other checks rely on it."""

from collections.abc import Iterator

from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Vondst
from kennis.fouten import Bevinding
from kennis.laden import Kennis
from kennis.model import Dimensie
from kennis.taxonomie import TAXONOMIE_VAN_DIMENSIE, Taxonomie


def controleer_taxonomieen(kennis: Kennis) -> list[Vondst]:
    """Everything that is wrong with the order of concepts."""
    vondsten = [v for naam in dict.fromkeys(TAXONOMIE_VAN_DIMENSIE.values()) for v in _ontbrekend(kennis, naam)]
    for taxonomie in kennis.taxonomieen.values():
        vondsten += [*_wortels(kennis, taxonomie), *_ouders(kennis, taxonomie), *_kringen(kennis, taxonomie)]
    return vondsten


def _ontbrekend(kennis: Kennis, naam: str) -> Iterator[Vondst]:
    if naam not in kennis.taxonomieen:
        dims = [dim.value for dim in Dimensie if TAXONOMIE_VAN_DIMENSIE[dim] == naam]
        wat = f"De begrippenlijst '{naam}' voor {', '.join(dims)} ontbreekt."
        plek_ = next(iter(kennis.plekken.values()), None)
        waar = plek_ if plek_ is not None else plek(kennis, naam, "")
        yield Vondst(Soort.TAXONOMIE, Bevinding(waar, wat, f"Maak kennis/begrippen/{naam}.yaml."))


def _wortels(kennis: Kennis, taxonomie: Taxonomie) -> Iterator[Vondst]:
    wortels = [b.id for b in taxonomie if not b.is_een]
    if not wortels:
        eerste = next(iter(taxonomie)).id
        yield _vondst(
            kennis, taxonomie, eerste, "Geen enkel begrip staat bovenaan.", "Laat bij een begrip 'is_een' weg."
        )
    for extra in wortels[1:]:
        wat = f"'{extra}' staat net als '{wortels[0]}' helemaal bovenaan."
        yield _vondst(kennis, taxonomie, extra, wat, f"Geef het 'is_een: {wortels[0]}' of iets daaronder.")


def _ouders(kennis: Kennis, taxonomie: Taxonomie) -> Iterator[Vondst]:
    for begrip in taxonomie:
        for ouder in begrip.is_een:
            if ouder not in taxonomie:
                wat = f"'{begrip.id}' valt onder '{ouder}', maar dat begrip bestaat niet."
                yield _vondst(kennis, taxonomie, begrip.id, wat, "Controleer de spelling of voeg het begrip toe.")


def _kringen(kennis: Kennis, taxonomie: Taxonomie) -> Iterator[Vondst]:
    for begrip in taxonomie:
        if begrip.id in _ver_boven(taxonomie, begrip.id):
            wat = f"'{begrip.id}' valt via een omweg onder zichzelf."
            yield _vondst(kennis, taxonomie, begrip.id, wat, "Haal een van de 'is_een' in de kring weg.")


def _ver_boven(taxonomie: Taxonomie, begrip_id: str) -> set[str]:
    """Everything above a concept, also when there is a cycle."""
    gezien: set[str] = set()
    rij = list(taxonomie[begrip_id].is_een)
    while rij:
        ouder = rij.pop()
        if ouder not in gezien and ouder in taxonomie:
            gezien.add(ouder)
            rij.extend(taxonomie[ouder].is_een)
    return gezien


def _vondst(kennis: Kennis, taxonomie: Taxonomie, begrip_id: str, wat: str, herstel: str) -> Vondst:
    return Vondst(Soort.TAXONOMIE, Bevinding(plek(kennis, taxonomie.naam, begrip_id, "is_een"), wat, herstel))
