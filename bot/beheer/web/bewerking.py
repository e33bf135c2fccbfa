"""One entry being edited: what the editor saw, in which draft it ends up, and what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from wtforms import Form

from bot.beheer.concept import Concept
from bot.beheer.fouten import Onbekend
from bot.beheer.web.bezoek import Bezoek
from bot.beheer.web.formulieren import (
    Formulier,
    Redenform,
    maak_antwoordform,
    maak_lesform,
    maak_regelform,
    maak_vraagpuntform,
)
from bot.beheer.web.houder import Houder, houd
from bot.beheer.web.omzetten import Data, naar_velden, uit_form
from bot.beheer.web.regioformulieren import lokaal_in, lokaal_uit, maak_lokaalform, maak_regioform, regio_uit
from kennis.bewerken import Bundel, Sleutel, Wijziging
from kennis.bewerken.gelijk import gelijk, op_naam
from kennis.laden import Kennis
from kennis.leren.model import Les
from kennis.model import Antwoord, Model, Regel, Regio, Vraagpunt

LOKAAL = "lokaal"
"""Form of what a region lays down about a meeting: a part of the region."""
NIEUW_DEEL = ("", "")

MODELLEN: dict[str, type[Model]] = {
    "antwoorden": Antwoord,
    "regels": Regel,
    "wedervragen": Vraagpunt,
    "lessen": Les,
    "regios": Regio,
    LOKAAL: Regio,
}
_FORMULIEREN: dict[str, Callable[[Kennis], Formulier]] = {
    "antwoorden": maak_antwoordform,
    "regels": maak_regelform,
    "wedervragen": maak_vraagpuntform,
    "lessen": maak_lesform,
    "regios": maak_regioform,
    LOKAAL: maak_lokaalform,
}
_VERSIE = re.compile(r"[0-9a-f]{7,40}")
LIVE = "live"


@dataclass
class Bewerking:
    """State of one edit page."""

    soort: str
    id: str
    """Empty for a new entry."""
    versie: str
    """The version the editor looked at."""
    bundel: Bundel
    was: Data | None
    """The entry as the editor found it; None for a new one."""
    wordt: Data
    """The entry with what the draft makes of it: what the form shows at first, and what it does not show at all."""
    concept: Concept | None = None
    vragen: dict[Sleutel, list[str]] = field(default_factory=dict)
    """Example questions as found, per place."""
    getoonde_vragen: list[str] = field(default_factory=list)
    """Example questions as the draft has them."""
    deel: tuple[str, str] | None = None
    """Meeting and what is laid down about it, when only that part of a region is edited; both empty for a new part."""
    basis: str = ""
    """`LIVE` when the editor starts again from what is live, after somebody else changed the same."""

    @property
    def is_nieuw(self) -> bool:
        """Whether the entry does not exist yet."""
        return not self.id or self.deel == NIEUW_DEEL

    @property
    def vorm(self) -> str:
        """Which form it is edited in."""
        return self.soort if self.deel is None else LOKAAL

    @property
    def toon(self) -> Data:
        """What the form shows at first."""
        if self.deel is not None:
            return naar_velden(lokaal_in(self.wordt, *self.deel))
        return naar_velden(self.wordt) | {"vragen": self.getoonde_vragen}

    @property
    def sleutel(self) -> Sleutel:
        """The entry."""
        return Sleutel(self.soort, self.id)


@lru_cache(maxsize=10)
def _formulier(soort: str, houder: Houder) -> Formulier:
    return _FORMULIEREN[soort](houder.kennis)


def formulier(soort: str, kennis: Kennis) -> Formulier:
    """The form for a kind of entry; its choices are the ids of one version, so it is made once for each."""
    return _formulier(soort, houd(kennis))


def open_bewerking(
    bezoek: Bezoek, soort: str, item_id: str, deel: tuple[str, str] | None, *, versie: str, concept: str, basis: str
) -> Bewerking:
    """What to edit. Raises Onbekend."""
    werkbank = bezoek.beheer.werkbank
    van = werkbank.opslag.concept(int(concept)) if concept.isdecimal() else None
    gezien = versie if _VERSIE.fullmatch(versie) else werkbank.opslag.versie
    if van is not None and basis != LIVE and not versie:
        gezien = van.basis
    bundel = bezoek.beheer.archief.bundel(gezien)
    item = bundel.item(Sleutel(soort, item_id)) if item_id else None
    wijziging = _in_concept(van, Sleutel(soort, item_id))
    if item_id and item is None and wijziging is None:
        raise Onbekend("Dit onderdeel is er niet (meer). Zoek het op in de lijst.")
    live = item.volledig if item else None
    vragen = bundel.voorbeeldvragen(item_id) if soort == "antwoorden" and item_id else {}
    if basis != LIVE:
        was = wijziging.voor if wijziging else live
        toon = wijziging.na if wijziging and wijziging.na is not None else live or _leeg(soort)
        vragen = {s: _vragen_voor(van, s, lijst) for s, lijst in vragen.items()}
    else:
        was = live
        toon = bovenop(wijziging.voor, wijziging.na, live) if wijziging and wijziging.na else live or _leeg(soort)
    getoond = [v for s, lijst in vragen.items() for v in _vragen_in(van, s, lijst)] or _nieuwe_vragen(van, item_id)
    return Bewerking(soort, item_id, gezien, bundel, was, toon, van, vragen, getoond, deel, basis)


def bovenop(voor: Any, na: Any, live: Any) -> Any:
    """What is live now, with on top of it what the editor changed: nothing of a colleague is taken back unseen."""
    if (een := op_naam(na)) and (ander := op_naam(live)):
        return list(bovenop(op_naam(voor) or {}, een, ander).values())
    if not (isinstance(na, dict) and isinstance(live, dict)):
        return live if gelijk(voor, na) else na
    was = voor if isinstance(voor, dict) else {}
    uit = {naam: bovenop(was.get(naam), na.get(naam), live.get(naam)) for naam in {**live, **na}}
    return {naam: waarde for naam, waarde in uit.items() if waarde is not None}


def _in_concept(concept: Concept | None, sleutel: Sleutel) -> Wijziging | None:
    return next((w for w in concept.wijzigingen if w.waar == sleutel), None) if concept else None


def _vragen_voor(concept: Concept | None, sleutel: Sleutel, lijst: list[str]) -> list[str]:
    """Example questions as the editor found them when the draft began."""
    wijziging = _in_concept(concept, sleutel)
    return list(wijziging.voor or []) if wijziging else lijst


def _vragen_in(concept: Concept | None, sleutel: Sleutel, lijst: list[str]) -> list[str]:
    wijziging = _in_concept(concept, sleutel)
    return list(wijziging.na or []) if wijziging else lijst


def _nieuwe_vragen(concept: Concept | None, item_id: str) -> list[str]:
    wijzigingen = concept.wijzigingen if concept else ()
    return [v for w in wijzigingen if w.waar.soort.startswith("vragen/") and w.waar.id == item_id for v in w.na or []]


def _leeg(soort: str) -> Data:
    if soort in ("regios", "wedervragen"):
        return {}
    vandaag = date.today().isoformat()
    vorm = {"vorm": "mag"} if soort == "antwoorden" else {}
    return {**vorm, "soort": "afspraak", "geldig_van": vandaag, "beoordeeld_op": vandaag, "dan": {}}


def lees(bewerking: Bewerking, form: Form) -> Data:
    """The entry as the form says it."""
    if bewerking.deel is not None:
        return lokaal_uit(form, bewerking.wordt)
    item_id = bewerking.id or form["id"].data
    lezer = regio_uit if bewerking.soort == "regios" else uit_form
    return {"id": item_id, **lezer(form, bewerking.wordt)}


def wijzigingen(bewerking: Bewerking, form: Form) -> list[Wijziging]:
    """What the edit changes: the entry, and its example questions."""
    na = lees(bewerking, form)
    uit = [Wijziging(sleutel=str(Sleutel(bewerking.soort, na["id"])), voor=bewerking.was, na=na)]
    if "vragen" in form:
        uit += _vraagwijzigingen(bewerking, na["id"], form["vragen"].data)
    return uit


def _vraagwijzigingen(bewerking: Bewerking, item_id: str, vragen: list[str]) -> Iterator[Wijziging]:
    oud = bewerking.vragen
    bekend = {v for lijst in oud.values() for v in lijst}
    erbij = [v for v in vragen if v not in bekend]
    plekken = oud or {Sleutel(f"vragen/{_stam(bewerking)}", item_id): []}
    for nr, (sleutel, lijst) in enumerate(plekken.items()):
        nieuw = [v for v in lijst if v in vragen] + (erbij if nr == 0 else [])
        if nieuw != lijst:
            yield Wijziging(sleutel=str(sleutel), voor=lijst or None, na=nieuw or None)


def _stam(bewerking: Bewerking) -> str:
    """Example questions stand in a file of the same name as the answer's."""
    item = bewerking.bundel.item(bewerking.sleutel) if bewerking.id else None
    namen = [s.partition("/")[2] for s in bewerking.bundel.soorten() if s.startswith("vragen/")]
    stam = PurePosixPath(item.bestand).stem if item else ""
    return stam if stam in namen else "aanvulling"


def samen(concept: Concept, nieuw: Iterable[Wijziging]) -> list[Wijziging]:
    """The changes of a draft with some of them replaced."""
    per_sleutel = {w.sleutel: w for w in concept.wijzigingen} | {w.sleutel: w for w in nieuw}
    return list(per_sleutel.values())


def redenform(bezoek: Bezoek, bewerking: Bewerking, gegeven: Any = None) -> Form:
    """Why, as the draft has it already."""
    concept = bewerking.concept
    data = {"reden": concept.reden, "bron": concept.bron} if concept else {}
    return Redenform(gegeven, data=data)
