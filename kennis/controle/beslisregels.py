"""Proof over the whole grid: no two rules contradict each other, no cell is left without an answer, no rule is idle.

A question may name two situations. Those cells are proven as well, but not counted: the counts are of single ones.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Telling, Vondst, getal
from kennis.controle.rooster import Cel, Eind, Klasse, Rooster
from kennis.fouten import Bevinding
from kennis.laden import Kennis
from kennis.model import Dimensie, Inhoud, Oordeel, Regel

Uitkomst = tuple[Oordeel | None, str | None, tuple[str, ...]]


@dataclass
class _Tel:
    """Cells of one finding, over all regions."""

    cellen: int = 0
    regios: set[str] = field(default_factory=set)
    voorbeeld: Cel = field(default_factory=dict)

    def bij(self, regio: str, eind: Eind) -> None:
        self.cellen += eind.cellen
        self.regios.add(regio)
        self.voorbeeld = self.voorbeeld or eind.voorbeeld


class Beslisproef:
    """Walks the grid of one or more regions and collects what is wrong."""

    def __init__(self, kennis: Kennis, dag: date) -> None:
        self._kennis = kennis
        self._dag = dag
        self._conflicten: dict[tuple[str, str], _Tel] = {}
        self._gaten: dict[str, _Tel] = {}
        self._winnaars: set[str] = set()
        self._rondjes: dict[tuple[str, int], _Tel] = {}

    def doorloop(self, regio: str) -> Telling:
        """Prove one region, today and on every later day on which other rules hold."""
        tellingen = [self._doorloop(regio, regels) for regels in _perioden(self._kennis, regio, self._dag)]
        return tellingen[0]

    def _doorloop(self, regio: str, regels: Sequence[Regel]) -> Telling:
        rooster = Rooster(self._kennis, regels)
        oordelen: Counter[str] = Counter()
        einden = rooster.einden()
        for eind in einden:
            self._bekijk(regio, eind)
            self._winnaars |= {eind.regels[0].id} if eind.regels else set()
            winnaar = eind.regels[0].dan.oordeel if eind.regels else None
            oordelen[winnaar.value if winnaar else "geen"] += eind.cellen
        for eind in rooster.einden({Dimensie.SITUATIE: rooster.paren(Dimensie.SITUATIE)}):
            self._bekijk(regio, eind)
        self._volg_wedervragen(regio, rooster)
        return Telling(sum(e.cellen for e in einden), dict(oordelen))

    def _bekijk(self, regio: str, eind: Eind) -> None:
        if not eind.regels:
            self._gaten.setdefault("", _Tel()).bij(regio, eind)
            return
        if is_gat(eind.regels[0].dan):
            self._gaten.setdefault(eind.regels[0].id, _Tel()).bij(regio, eind)
        for een, ander in combinations(eind.regels, 2):
            if botst(een, ander):
                self._conflicten.setdefault((een.id, ander.id), _Tel()).bij(regio, eind)

    def _volg_wedervragen(self, regio: str, rooster: Rooster) -> None:
        for regel in rooster.regels:
            for nr, optie in enumerate(regel.dan.wedervraag.opties if regel.dan.wedervraag else ()):
                beperking = {dim: _na_antwoord(self._kennis, rooster, dim, w) for dim, w in optie.feiten.items()}
                for eind in rooster.einden(beperking, rooster.strengen_van(regel)):
                    if eind.regels[0] is regel:
                        self._rondjes.setdefault((regel.id, nr), _Tel()).bij(regio, eind)

    def vondsten(self, *, ook_onbereikbaar: bool) -> Iterator[Vondst]:
        """What was found so far; unreachable rules only make sense after all regions."""
        yield from (self._conflict(een, ander, tel) for (een, ander), tel in self._conflicten.items())
        yield from (self._gat(regel_id, tel) for regel_id, tel in self._gaten.items())
        yield from (self._rondje(regel_id, nr, tel) for (regel_id, nr), tel in self._rondjes.items())
        if ook_onbereikbaar:
            bekend = (None, *self._kennis.regios)
            regels = (r for r in self._kennis.regels.values() if r.regio in bekend and r.id not in self._winnaars)
            yield from (self._onbereikbaar(r) for r in regels)

    def _conflict(self, een: str, ander: str, tel: _Tel) -> Vondst:
        wat = (
            f"De regels '{een}' en '{ander}' zijn even sterk en spreken elkaar tegen in {getal(tel.cellen)} cellen "
            f"({', '.join(sorted(tel.regios))}), bijvoorbeeld {self._cel(tel.voorbeeld)}."
        )
        herstel = (
            "Geef een van de twee een hogere 'rang', maak de voorwaarden nauwer of noem bij beide de tegenstrijdigheid."
        )
        return Vondst(Soort.CONFLICT, Bevinding(plek(self._kennis, "regels", ander, "als"), wat, herstel))

    def _gat(self, regel_id: str, tel: _Tel) -> Vondst:
        if not regel_id:
            wat = f"Voor {getal(tel.cellen)} cellen is er geen regel, bijvoorbeeld {self._cel(tel.voorbeeld)}."
            waar = plek(self._kennis, "regels", next(iter(self._kennis.regels), ""))
            return Vondst(
                Soort.GAT, Bevinding(waar, wat, "Voeg een regel toe, of een regel met 'niet_geregeld: true'.")
            )
        wat = f"De regel '{regel_id}' laat {getal(tel.cellen)} cellen zonder antwoord."
        herstel = "Geef een oordeel; bij 'hangt_af' hoort een wedervraag of 'niet_geregeld: true'."
        return Vondst(Soort.GAT, Bevinding(plek(self._kennis, "regels", regel_id, "dan"), wat, herstel))

    def _rondje(self, regel_id: str, nr: int, tel: _Tel) -> Vondst:
        cel = self._cel(tel.voorbeeld)
        wat = f"Deze keuze van regel '{regel_id}' leidt weer naar dezelfde vraag, bijvoorbeeld {cel}."
        waar = plek(self._kennis, "regels", regel_id, "dan", "wedervraag", "opties", nr)
        return Vondst(Soort.WEDERVRAAG, Bevinding(waar, wat, "Maak een preciezere regel voor deze keuze."))

    def _onbereikbaar(self, regel: Regel) -> Vondst:
        wat = f"De regel '{regel.id}' wint in geen enkele cel van geen enkele regio."
        herstel = "Haal de regel weg, maak hem preciezer of geef hem een hogere 'rang'."
        return Vondst(Soort.ONBEREIKBAAR, Bevinding(plek(self._kennis, "regels", regel.id), wat, herstel))

    def _cel(self, cel: Cel) -> str:
        los = [f"{dim.value} {w}" for dim, w in cel.items() if w != self._kennis.taxonomie(dim).wortel]
        return ", ".join(los) or "als er niets bekend is"


def uitkomst(inhoud: Inhoud) -> Uitkomst:
    """What two rules must agree on when they are equally strong."""
    nodig = inhoud.toestemming.nodig if inhoud.toestemming else None
    return inhoud.oordeel, nodig, tuple(sorted(inhoud.grondslagen))


def botst(een: Regel, ander: Regel) -> bool:
    """Whether two rules of equal rank differ without saying why."""
    verklaard = set(een.tegenstrijdigheden) & set(ander.tegenstrijdigheden)
    return not verklaard and uitkomst(een.dan) != uitkomst(ander.dan)


def is_gat(inhoud: Inhoud) -> bool:
    """Whether content neither answers, nor asks, nor says that nothing is laid down."""
    if inhoud.oordeel is None:
        return not inhoud.niet_geregeld
    vraagt = inhoud.wedervraag is not None and bool(inhoud.wedervraag.opties)
    return inhoud.oordeel is Oordeel.HANGT_AF and not (vraagt or inhoud.niet_geregeld)


def regels_van(kennis: Kennis, regio: str, dag: date) -> list[Regel]:
    """The rules `Beslisser` uses for a region on a day, in the same order."""
    return [r for r in kennis.regels.values() if r.regio in (None, regio) and r.geldt_op(dag)]


def _perioden(kennis: Kennis, regio: str, dag: date) -> list[list[Regel]]:
    """The rules of today, and of every later day on which one starts or ends."""
    grenzen = {dag}
    for regel in kennis.regels.values():
        grenzen.add(max(dag, regel.geldig_van))
        if regel.geldig_tot is not None and dag <= regel.geldig_tot < date.max:
            grenzen.add(regel.geldig_tot + timedelta(days=1))
    return [regels_van(kennis, regio, grens) for grens in sorted(grenzen)]


def _na_antwoord(kennis: Kennis, rooster: Rooster, dim: Dimensie, waarde: str) -> tuple[Klasse, ...]:
    """What a dimension can be after an option is chosen; a situation is added to the one that was there."""
    nieuw = rooster.masker(dim, waarde)
    if dim is not Dimensie.SITUATIE:
        return (Klasse((waarde,), nieuw),)
    maskers = {nieuw | klasse.masker: klasse.waarden for klasse in rooster.klassen[dim]}
    return tuple(Klasse(waarden, masker) for masker, waarden in maskers.items())
