"""Which case comes next: what went wrong comes back, the level follows success, and the same never comes twice running.

All by numbers from the stand, so that the same stand always asks the same case.
"""

from dataclasses import dataclass

from bot.leren.omgeving import Omgeving
from bot.leren.plek import Plek
from bot.leren.worp import worp
from kennis.leren.casus import VAST, Gesteld, aantal, oordeel_over, uit_sjabloon, zwaarte
from kennis.model import Oordeel
from kennis.uitkomst import Uitkomst

TERUG_NA = (2, 5)
"""A case that went wrong comes back after two others, and when it is right then, after five more."""
MEESTE_TERUG = 10
ONTHOUDEN = 12
"""Cases that are not asked again soon."""
OP_NA = 2
"""Right answers in a row after which it gets harder."""
HOOGSTE_NIVEAU = 3
VAST_ELKE = 3
"""In practice every third case is one from a source."""
KEUS = 12
"""Made cases among which the best is taken."""
POGINGEN = 80


@dataclass(frozen=True)
class _Kandidaat:
    casus: Gesteld
    zwaarte: int
    oordeel: Oordeel | None


def volgende(omgeving: Omgeving, plek: Plek) -> Plek | None:
    """The stand with the next case of practice in it; None when there is none for this role here."""
    sleutel = _van_terug(omgeving, plek) or _uit_bron(omgeving, plek) or _gemaakt(omgeving, plek)
    if sleutel is None:
        return None
    return _met(plek, sleutel)


def toetsvraag(omgeving: Omgeving, plek: Plek, niveau: int) -> str | None:
    """Key of the next question of the check."""
    return _gemaakt(omgeving, plek, niveau)


def na_antwoord(plek: Plek, goed: bool) -> Plek:
    """The stand after an answer: level, and what comes back when."""
    nu = {sleutel: trap for sleutel, _, trap in map(_lees, plek.terug)}
    terug = tuple(t for t in plek.terug if _lees(t)[0] != plek.casus)
    trap = nu.get(plek.casus, -1) + 1 if goed else 0
    if not goed or (plek.casus in nu and trap < len(TERUG_NA)):
        terug = (*terug, f"{plek.casus}|{plek.nr + TERUG_NA[trap]}|{trap}")[-MEESTE_TERUG:]
    rij = plek.rij + 1 if goed else 0
    niveau = min(plek.niveau + 1, HOOGSTE_NIVEAU) if rij >= OP_NA else plek.niveau if goed else max(plek.niveau - 1, 1)
    return plek.naar(
        plek.waar,
        terug=terug,
        rij=0 if rij >= OP_NA else rij,
        niveau=niveau,
        melding="niveau_op" if niveau > plek.niveau else "",
    )


def _met(plek: Plek, sleutel: str) -> Plek:
    gehad = (*(s for s in plek.gehad if s != sleutel), sleutel)[-ONTHOUDEN:]
    return plek.naar(plek.waar, casus=sleutel, nr=plek.nr + 1, gehad=gehad)


def _lees(terug: str) -> tuple[str, int, int]:
    sleutel, _, rest = terug.partition("|")
    wanneer, _, trap = rest.partition("|")
    return sleutel, int(wanneer), int(trap)


def _van_terug(omgeving: Omgeving, plek: Plek) -> str | None:
    """A case whose time has come; never the one that was just asked."""
    for sleutel, wanneer, _ in map(_lees, plek.terug):
        if wanneer <= plek.nr and sleutel != plek.casus and omgeving.casus_vraag(sleutel, plek.zaad):
            return sleutel
    return None


def _uit_bron(omgeving: Omgeving, plek: Plek) -> str | None:
    """All cases from sources in turn, between the others."""
    ids = omgeving.leren.rollen[plek.rol].casussen
    if plek.nr % VAST_ELKE != VAST_ELKE - 1 or not ids:
        return None
    sleutel = f"{VAST}:{ids[(plek.nr // VAST_ELKE + plek.zaad) % len(ids)]}"
    return sleutel if sleutel != plek.casus and omgeving.casus_vraag(sleutel, plek.zaad) else None


def _gemaakt(omgeving: Omgeving, plek: Plek, niveau: int | None = None) -> str | None:
    """Of some made cases the one that fits the level best and is least like the last."""
    vorige = omgeving.casus_vraag(plek.casus, plek.zaad) if plek.casus else None
    kandidaten = _kandidaten(omgeving, plek)
    if not kandidaten:
        return plek.gehad[0] if len(plek.gehad) > 1 else None
    doel = niveau or plek.niveau

    def afstand(k: _Kandidaat) -> int:
        vaak = sum(s.rpartition(":")[0] == k.casus.sleutel.rpartition(":")[0] for s in plek.gehad)
        zelfde = vorige is not None and vorige.uitkomst.oordeel is k.oordeel
        return 3 * abs(k.zwaarte - doel) + 2 * vaak + zelfde

    return min(kandidaten, key=afstand).casus.sleutel


def _kandidaten(omgeving: Omgeving, plek: Plek) -> list[_Kandidaat]:
    sjablonen = [omgeving.leren.sjablonen[id_] for id_ in omgeving.leren.rollen[plek.rol].sjablonen]
    uit: list[_Kandidaat] = []
    for poging in range(POGINGEN):
        gooi = worp(plek.zaad, plek.beurt, plek.rol, poging)
        sjabloon = sjablonen[gooi % len(sjablonen)]
        casus = uit_sjabloon(omgeving.kennis, sjabloon, gooi // len(sjablonen) % aantal(sjabloon))
        uitkomst = oordeel_over(omgeving.rekenaar, omgeving.kennis, casus)
        if uitkomst is None or casus.sleutel in plek.gehad or omgeving.casus_vraag(casus.sleutel, plek.zaad) is None:
            continue
        uit.append(_kandidaat(omgeving, casus, uitkomst))
        if len(uit) == KEUS:
            break
    return uit


def _kandidaat(omgeving: Omgeving, casus: Gesteld, uitkomst: Uitkomst) -> _Kandidaat:
    return _Kandidaat(casus, zwaarte(omgeving.rekenaar, casus, uitkomst), uitkomst.oordeel)
