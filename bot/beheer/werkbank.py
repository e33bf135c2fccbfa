"""The one door to management for web pages, chat and command line: every step checks the role and the four eyes."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from threading import RLock

from bot.beheer.concept import Concept, Persoon, Stap, Status, schrijvers
from bot.beheer.fouten import Beheerfout, Nietgoed, Verkeerdestap, Verouderd
from bot.beheer.gevolgen import Gevolgen, Vergelijker
from bot.beheer.mensen import GeenRecht, Medewerker, Rol
from bot.beheer.opslag import PLANNER, Opslag, Publicatie, slot
from bot.beheer.proef import Proef, uitkomst
from kennis.bewerken import Bewerkfout, Bundel, Verschil, Wijziging, verschillen

BEWAARDE_GEVOLGEN = 32
"""Drafts of which the effect is kept."""
POGINGEN = 3
"""Times a publication is merged again when a colleague was first."""
PLANNERSLOTEN = 16
"""Locks for drafts that go live; two drafts with the same one wait for each other."""
LANGSTE_TEKST = 2_000
"""Characters of a reason, a source or a title."""
_Merk = tuple[str, date, str]
"""Live version, day, and changes."""
WACHT = frozenset({Status.TER_GOEDKEURING})
BEWERKBAAR = frozenset({Status.CONCEPT, Status.TER_GOEDKEURING, Status.AFGEKEURD})


class Werkbank:
    """What officers can do. Methods block: call them in a thread from a web page."""

    def __init__(self, opslag: Opslag, klok: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.opslag = opslag
        self._klok = klok
        self._slot = RLock()
        self._vergelijkers: dict[tuple[str, date], Vergelijker] = {}
        self._gevolgen: OrderedDict[_Merk, Gevolgen] = OrderedDict()
        self._laatste: tuple[_Merk, Proef] | None = None
        self._trek_gelijk()

    def concepten(self, *statussen: Status) -> list[Concept]:
        """Drafts with one of these states (all when none is named), newest first."""
        return [c for c in self.opslag.concepten() if not statussen or c.status in statussen]

    def begin(self, wie: Medewerker, titel: str, wijzigingen: Iterable[Wijziging], reden: str, bron: str) -> Concept:
        """A new draft; editors only. Raises Bewerkfout when a change cannot be made."""
        wie.eis(Rol.REDACTEUR)
        leeg = Concept(
            nr=0,
            stand=0,
            titel=_tekst(titel, "een titel"),
            status=Status.CONCEPT,
            auteur=_persoon(wie),
            reden=_tekst(reden, "een reden"),
            bron=bron.strip()[:LANGSTE_TEKST],
            basis=self.opslag.versie,
            wijzigingen=self._te_maken(wijzigingen),
        )
        return self._bewaar(leeg, wie, Status.CONCEPT)

    def wijzig(
        self, wie: Medewerker, nr: int, gezien: int, wijzigingen: Iterable[Wijziging], reden: str, bron: str
    ) -> Concept:
        """Change a draft; it goes back to 'concept'. Raises Verouderd when `gezien` is not its latest `stand`."""
        wie.eis(Rol.REDACTEUR)
        oud = self._haal(nr, gezien, BEWERKBAAR)
        nieuw = {
            "wijzigingen": self._te_maken(wijzigingen),
            "reden": _tekst(reden, "een reden"),
            "bron": bron.strip()[:LANGSTE_TEKST],
            "basis": self.opslag.versie,
        }
        return self._bewaar(oud.model_copy(update=nieuw), wie, Status.CONCEPT)

    def dien_in(self, wie: Medewerker, nr: int, gezien: int) -> Concept:
        """Ask for approval. Raises Nietgoed when it breaks the checks."""
        wie.eis(Rol.REDACTEUR)
        concept = self._haal(nr, gezien, frozenset({Status.CONCEPT, Status.AFGEKEURD}))
        self._eis_goed(concept)
        return self._bewaar(concept, wie, Status.TER_GOEDKEURING)

    def keur_goed(self, wie: Medewerker, nr: int, gezien: int, gepland: date | None = None) -> Concept:
        """Approve someone else's draft; goes live at once, or on its day. Raises Nietgoed, Botsingfout."""
        concept = self.mag_goedkeuren(wie, nr, gezien)
        concept = concept.model_copy(update={"gepland": gepland, "goedkeurder": _persoon(wie)})
        self._eis_goed(concept)
        with self._alleen(nr):
            concept = self._bewaar(concept, wie, Status.GOEDGEKEURD)
            return self._publiceer(concept) if gepland is None or gepland <= self._klok().date() else concept

    def mag_goedkeuren(self, wie: Medewerker, nr: int, gezien: int | None = None) -> Concept:
        """The draft, when this person may approve it now. Raises GeenRecht, Verkeerdestap, Verouderd."""
        wie.eis(Rol.GOEDKEURDER)
        concept = self._haal(nr, self.opslag.concept(nr).stand if gezien is None else gezien, WACHT)
        if wie.id in schrijvers(concept):
            raise GeenRecht("U werkte zelf aan dit concept. Een collega keurt het goed.")
        return concept

    def keur_af(self, wie: Medewerker, nr: int, gezien: int, reden: str) -> Concept:
        """Send back with a reason."""
        wie.eis(Rol.GOEDKEURDER)
        concept = self._haal(nr, gezien, frozenset({Status.TER_GOEDKEURING, Status.GOEDGEKEURD}))
        return self._wijs_af(concept, wie, _tekst(reden, "een reden"))

    def trek_in(self, wie: Medewerker, nr: int, gezien: int) -> Concept:
        """Give up a draft; its author or an approver."""
        concept = self._haal(nr, gezien, BEWERKBAAR | {Status.GOEDGEKEURD})
        if wie.id != concept.auteur.id:
            wie.eis(Rol.GOEDKEURDER)
        return self._bewaar(concept, wie, Status.INGETROKKEN)

    def publiceer_geplande(self) -> list[Concept]:
        """Make live what was approved for today or earlier; one that no longer fits is sent back with the reason."""
        self._trek_gelijk()
        vandaag, uit = self._klok().date(), []
        for concept in reversed(self.concepten(Status.GOEDGEKEURD)):
            if concept.gepland is None or concept.gepland <= vandaag:
                with self._alleen(concept.nr):
                    uit += self._publiceer_gepland(self.opslag.concept(concept.nr))
        return uit

    def _publiceer_gepland(self, concept: Concept) -> list[Concept]:
        if concept.status is not Status.GOEDGEKEURD:  # another process was first
            return []
        try:
            return [self._publiceer(concept)]
        except (Nietgoed, Bewerkfout) as fout:
            return [self._wijs_af(concept, _PLANNER, str(fout))]

    def _alleen(self, nr: int) -> AbstractContextManager[None]:
        """No other process makes this draft live; others can go live meanwhile, for learning takes minutes."""
        return slot(self.opslag.map, f"{PLANNER}-{nr % PLANNERSLOTEN}")

    def voorbeeld(self, concept: Concept) -> Bundel:
        """The live version with a draft. Raises Botsingfout when both changed the same field."""
        return self.opslag.bundel().met(concept.wijzigingen)

    def gevolgen(self, concept: Concept) -> Gevolgen:
        """What a draft does; worked out once per draft and version."""
        versie, dag = self.opslag.versie, concept.gepland or self._klok().date()
        merk = (versie, dag, concept.model_dump_json(include={"wijzigingen"}))
        with self._slot:
            if merk not in self._gevolgen:
                self._gevolgen[merk] = self._vergelijker(versie, dag).gevolgen(self._proef(concept, merk))
                if len(self._gevolgen) > BEWAARDE_GEVOLGEN:
                    self._gevolgen.popitem(last=False)
            return self._gevolgen[merk]

    def _proef(self, concept: Concept, merk: _Merk) -> Proef:
        """A draft on trial; the last one is kept, for it is often published next."""
        if self._laatste is None or self._laatste[0] != merk:
            self._laatste = (merk, Proef(self.voorbeeld(concept), merk[1], self.modelmap))
        return self._laatste[1]

    @property
    def modelmap(self) -> Path:
        """Where models of changed examples are kept."""
        return self.opslag.map / "taal"

    def verschil(self, concept: Concept) -> list[Verschil]:
        """What a draft changes, in plain words."""
        nu = self.opslag.bundel()
        return verschillen(nu, nu.met(concept.wijzigingen))

    def geschiedenis(self, meeste: int = 100) -> list[Publicatie]:
        """Publications, newest first."""
        return list(islice(self.opslag.geschiedenis(), meeste))

    def verschil_van(self, versie: str) -> list[Verschil]:
        """What a publication changed."""
        return verschillen(*self.opslag.veranderd(versie))

    def terug(self, wie: Medewerker, versie: str, reden: str) -> Publicatie:
        """All knowledge as it was in a version; a new publication, live at once; approvers only."""
        wie.eis(Rol.GOEDKEURDER)
        bundel, op = self.opslag.bundel(versie), self.opslag.versie
        if bundel == self.opslag.bundel():
            raise Beheerfout("De kennis is nu al zoals in die versie. Kies een andere versie.")
        proef = Proef(bundel, self._klok().date(), self.modelmap)
        if proef.laadfouten:
            raise Nietgoed(proef.laadfouten)
        wat = Publicatie(
            "", self._klok(), f"Terug naar versie {versie[:12]}", wie.naam, "", _tekst(reden, "een reden"), "", None
        )
        return self.opslag.publiceer(bundel, op, wat, lambda: self._probeer(proef))

    def maak_ongedaan(self, wie: Medewerker, versie: str, reden: str) -> Concept:
        """A draft that takes back what one publication changed, and leaves later ones."""
        voor, na = self.opslag.veranderd(versie)
        terug = [_wijziging(v, voor) for v in verschillen(na, voor)]
        titel = next(p.titel for p in self.opslag.geschiedenis() if p.versie.startswith(versie))
        return self.begin(wie, f"Maak ongedaan: {titel}", terug, reden, "")

    def _publiceer(self, concept: Concept) -> Concept:
        """Merge, prove and make live; again when a colleague was first."""
        assert concept.goedkeurder is not None
        for poging in range(POGINGEN):
            op, vandaag = self.opslag.versie, self._klok().date()
            nu = concept.model_copy(update={"gepland": None})
            self._eis_goed(nu)
            proef = self._proef(nu, (op, vandaag, nu.model_dump_json(include={"wijzigingen"})))
            wie = (concept.auteur.naam, concept.goedkeurder.naam)
            wat = Publicatie("", self._klok(), concept.titel, *wie, concept.reden, concept.bron, concept.nr)
            try:
                gedaan = self.opslag.publiceer(proef.bundel, op, wat, partial(self._probeer, proef))
            except Verouderd:
                if poging + 1 == POGINGEN:
                    raise
                continue
            self._vergelijkers = {(gedaan.versie, vandaag): Vergelijker(proef)}
            return self._klaar(concept, gedaan.versie)
        raise AssertionError

    def _probeer(self, proef: Proef) -> None:
        """Train when needed, and see that it answers, before anyone gets it; else the test questions did that."""
        for vraag in proef.vragen[:1]:
            uitkomst(proef.kern, vraag)

    def _klaar(self, concept: Concept, versie: str) -> Concept:
        wie = concept.goedkeurder or concept.auteur
        return self._bewaar(concept.model_copy(update={"versie": versie}), wie, Status.GEPUBLICEERD)

    def _trek_gelijk(self) -> None:
        """Drafts that went live just before the process died are marked so."""
        wachtend = {c.nr for c in self.concepten(Status.GOEDGEKEURD)}
        for publicatie in self.opslag.geschiedenis() if wachtend else ():
            if publicatie.concept in wachtend:
                wachtend.remove(publicatie.concept)
                with self._alleen(publicatie.concept):
                    concept = self.opslag.concept(publicatie.concept)
                    if concept.status is Status.GOEDGEKEURD:
                        self._klaar(concept, publicatie.versie)

    def _wijs_af(self, concept: Concept, wie: Medewerker | Persoon, reden: str) -> Concept:
        return self._bewaar(concept.model_copy(update={"afgekeurd_om": reden}), wie, Status.AFGEKEURD, reden)

    def _bewaar(self, concept: Concept, wie: Medewerker | Persoon, status: Status, reden: str = "") -> Concept:
        stap = Stap(moment=self._klok(), wie=_persoon(wie), status=status, reden=reden)
        return self.opslag.bewaar(concept.model_copy(update={"status": status, "logboek": (*concept.logboek, stap)}))

    def _haal(self, nr: int, gezien: int, mag: frozenset[Status]) -> Concept:
        concept = self.opslag.concept(nr)
        if concept.stand != gezien:
            raise Verouderd
        if concept.status not in mag:
            raise Verkeerdestap(f"Concept {nr} is {in_woorden(concept.status)}. Dan kan dit niet.")
        return concept

    def _te_maken(self, wijzigingen: Iterable[Wijziging]) -> tuple[Wijziging, ...]:
        """Only changes that can be made, of which there is at least one."""
        alle = tuple(wijzigingen)
        nu = self.opslag.bundel()
        if nu.met(alle) == nu:
            raise Beheerfout("Er is niets veranderd. Pas eerst iets aan.")
        return alle

    def _eis_goed(self, concept: Concept) -> None:
        gevolgen = self.gevolgen(concept)
        if not gevolgen.mag_live:
            raise Nietgoed(gevolgen.fouten)

    def _vergelijker(self, versie: str, dag: date) -> Vergelijker:
        if (versie, dag) not in self._vergelijkers:
            self._vergelijkers = {(versie, dag): Vergelijker(Proef(self.opslag.bundel(versie), dag, self.modelmap))}
        return self._vergelijkers[versie, dag]


def in_woorden(status: Status) -> str:
    """A state as people call it."""
    return "in goedkeuring" if status is Status.TER_GOEDKEURING else status.value


_PLANNER = Persoon(id="planner", naam="De planner van Deelwijzer")


def _persoon(wie: Medewerker | Persoon) -> Persoon:
    return Persoon(id=wie.id, naam=wie.naam)


def _tekst(tekst: str, wat: str) -> str:
    if not tekst.strip():
        raise Beheerfout(f"Vul {wat} in.")
    return tekst.strip()[:LANGSTE_TEKST]


def _wijziging(verschil: Verschil, vroeger: Bundel) -> Wijziging:
    item = vroeger.item(verschil.sleutel)
    bestand = item.bestand if item is not None else ""
    return Wijziging(sleutel=str(verschil.sleutel), voor=verschil.was, na=verschil.wordt, bestand=bestand)
