"""Checks on all knowledge. What passes here can be answered from; `python -m kennis.controle` runs them."""

from datetime import date
from time import perf_counter

from kennis.controle.beslisregels import Beslisproef
from kennis.controle.gebruik import controleer_gebruik, controleer_geldigheid
from kennis.controle.hulp import controleer_hulp
from kennis.controle.leerstof import controleer_leerstof
from kennis.controle.leeruitkomst import controleer_uitkomsten
from kennis.controle.leesbaarheid import lange_zinnen, lezing, moeilijke_teksten, scores
from kennis.controle.leestekst import controleer_leestekst
from kennis.controle.rapport import Rapport, Soort, Telling, Vondst
from kennis.controle.taxonomieen import controleer_taxonomieen
from kennis.controle.verwijzingen import controleer_verwijzingen, heeft_onbekende_begrippen
from kennis.laden import Kennis

__all__ = ["Rapport", "Soort", "Telling", "Vondst", "controleer"]


def controleer(kennis: Kennis, regio: str | None = None, dag: date | None = None) -> Rapport:
    """Prove all knowledge, for every region or for one; later checks are skipped when earlier ones make them void."""
    begin = perf_counter()
    vondsten = controleer_taxonomieen(kennis)
    per_regio: dict[str, Telling] = {}
    if not vondsten:
        vondsten += [*controleer_verwijzingen(kennis), *controleer_hulp(kennis)]
        vondsten += [*controleer_geldigheid(kennis), *controleer_gebruik(kennis)]
        if not heeft_onbekende_begrippen(kennis):
            per_regio = _beslisregels(kennis, regio, dag or date.today(), vondsten)
            vondsten += _leerstof(kennis, dag or date.today())
    gemeten = scores(kennis)
    vondsten += [*lange_zinnen(kennis), *moeilijke_teksten(kennis, gemeten), *controleer_leestekst(kennis)]
    return Rapport(
        kennisversie=kennis.versie,
        regels=len(kennis.regels),
        antwoorden=len(kennis.antwoorden),
        per_regio=per_regio,
        lezing=lezing(gemeten),
        seconden=perf_counter() - begin,
        vondsten=tuple(sorted(vondsten, key=_volgorde)),
    )


def _beslisregels(kennis: Kennis, regio: str | None, dag: date, vondsten: list[Vondst]) -> dict[str, Telling]:
    proef = Beslisproef(kennis, dag)
    regios = [regio] if regio is not None else list(kennis.regios)
    per_regio = {naam: proef.doorloop(naam) for naam in regios}
    vondsten += proef.vondsten(ook_onbereikbaar=regio is None)
    return per_regio


def _leerstof(kennis: Kennis, dag: date) -> list[Vondst]:
    """Outcomes only when every reference leads somewhere."""
    return controleer_leerstof(kennis) or list(controleer_uitkomsten(kennis, dag))


def _volgorde(vondst: Vondst) -> tuple[bool, int, str, int]:
    waar = vondst.bevinding.plek
    return vondst.waarschuwing, list(Soort).index(vondst.soort), str(waar.bestand), waar.regel
