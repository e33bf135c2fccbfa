"""All knowledge files of one version in memory: find an entry, and make a new version with changes."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

from kennis.bewerken import schrijven
from kennis.bewerken.gelijk import gelijk
from kennis.bewerken.model import Bewerkfout, Item, Sleutel, Waarde, Wijziging
from kennis.bewerken.ontleden import VRAGEN, Ontleding, Vorm, ontleed
from kennis.bewerken.regels import haal_weg, pas_aan, zet_erbij
from kennis.bewerken.samenvoegen import Botsing, Botsingfout, voeg_samen
from kennis.fouten import KennisFout
from kennis.laden import KENNISMAP

_NAAM = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.yaml")
MAPPEN = ("kennis", "intents")
"""Folders of the repository that hold knowledge."""


@dataclass(frozen=True)
class Bundel:
    """Immutable; a change gives a new bundle."""

    bestanden: Mapping[str, bytes]
    """Path inside the repository ('kennis/regels/swv.yaml', 'intents/vragen/delen.yaml') to content."""

    @classmethod
    def lees(cls, map_: Path) -> Self:
        """Every YAML file under `kennis/` and `intents/` of a folder."""
        paden = sorted(pad for naam in MAPPEN for pad in (map_ / naam).rglob("*.yaml"))
        return cls({pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in paden})

    @classmethod
    def meegeleverd(cls) -> Self:
        """The files that ship with the program."""
        return cls.lees(KENNISMAP.parent)

    def schrijf(self, map_: Path, zeker: bool = True) -> None:
        """Write all files under a folder; `zeker` makes them survive a power cut."""
        for pad, inhoud in self.bestanden.items():
            doel = map_ / pad
            doel.parent.mkdir(parents=True, exist_ok=True)
            with doel.open("wb") as bestand:
                bestand.write(inhoud)
                if zeker:
                    bestand.flush()
                    os.fsync(bestand.fileno())

    def ontledingen(self) -> Iterator[Ontleding]:
        """Every file taken apart, by path."""
        return (ontleed(pad, ruw) for pad, ruw in sorted(self.bestanden.items()))

    def items(self, soort: str) -> dict[str, Item]:
        """All entries of a kind by id, in the order of the files."""
        return {naam: item for o in self.ontledingen() if o.soort == soort for naam, item in o.items.items()}

    def soorten(self) -> list[str]:
        """Kinds that have entries here, in the order of the files."""
        return list(dict.fromkeys(o.soort for o in self.ontledingen()))

    def item(self, sleutel: Sleutel) -> Item | None:
        """One entry."""
        return next((o.items[sleutel.id] for o in self._van(sleutel.soort) if sleutel.id in o.items), None)

    def voorbeeldvragen(self, antwoord: str) -> dict[Sleutel, list[str]]:
        """The example questions of an answer, per place: they may stand in several files."""
        vragen = (o for o in self.ontledingen() if o.soort.startswith(f"{VRAGEN}/") and antwoord in o.items)
        return {Sleutel(o.soort, antwoord): list(o.items[antwoord].waarde) for o in vragen}

    def zet(self, sleutel: Sleutel, waarde: Waarde, bestand: str = "") -> "Bundel":
        """With an entry as given, in full: only fields that differ are touched. A new one goes at the end of a file.

        Raises Bewerkfout when the file would no longer be valid YAML or when there is no place for the entry.
        """
        item = self.item(sleutel)
        if item is not None and gelijk(item.volledig, waarde):
            return self
        pad = item.bestand if item is not None else self._bestand_voor(sleutel, bestand)
        if pad not in self.bestanden:
            return self._getoetst(pad, self._eerste_tekst(sleutel, waarde), sleutel, waarde)
        ontleding, tekst = ontleed(pad, self.bestanden[pad]), self.bestanden[pad].decode()
        nieuw = (
            zet_erbij(ontleding, tekst, sleutel.id, waarde) if item is None else pas_aan(ontleding, tekst, item, waarde)
        )
        return self._getoetst(pad, nieuw, sleutel, waarde)

    def zonder(self, sleutel: Sleutel) -> "Bundel":
        """Without an entry. Raises Bewerkfout when it is not there."""
        item = self.item(sleutel)
        if item is None:
            raise Bewerkfout(f"'{sleutel}' is er niet meer. Bekijk de lijst opnieuw.")
        ontleding = ontleed(item.bestand, self.bestanden[item.bestand])
        nieuw = haal_weg(ontleding, self.bestanden[item.bestand].decode(), item)
        return self._getoetst(item.bestand, nieuw, sleutel, None)

    def voeg_toe_aan_lijst(self, sleutel: Sleutel, *woorden: str) -> "Bundel":
        """With synonyms ('woorden/partijen/leerplicht') or example questions ('vragen/advies/adv.doel') added."""
        item = self.item(sleutel)
        oud = list(item.waarde) if item is not None else []
        return self.zet(sleutel, [*oud, *(w for w in dict.fromkeys(woorden) if w not in oud)])

    def met(self, wijzigingen: Iterable[Wijziging]) -> "Bundel":
        """With all changes, merged field by field with what changed meanwhile. Raises Botsingfout or Bewerkfout."""
        uit, botsingen = self, list[Botsing]()
        for wijziging in wijzigingen:
            try:
                uit = uit._met(wijziging)
            except Botsingfout as fout:
                botsingen += fout.botsingen
        if botsingen:
            raise Botsingfout(botsingen)
        return uit

    def _met(self, w: Wijziging) -> "Bundel":
        item = self.item(w.waar)
        huidig = item.volledig if item is not None else None
        if gelijk(huidig, w.na):
            return self
        if huidig is None or w.voor is None or w.na is None:
            if not gelijk(huidig, w.voor):
                raise Botsingfout([Botsing(w.sleutel, "", w.voor, w.na, huidig)])
            return self.zonder(w.waar) if w.na is None else self.zet(w.waar, w.na, w.bestand)
        return self.zet(w.waar, voeg_samen(w.sleutel, w.voor, w.na, huidig))

    def _van(self, soort: str) -> Iterator[Ontleding]:
        """Files that may hold a kind, without taking the others apart."""
        delen = set(soort.split("/"))
        for pad, ruw in sorted(self.bestanden.items()):
            if delen <= set(pad.removesuffix(".yaml").split("/")):
                yield ontleed(pad, ruw)

    def _bestand_voor(self, sleutel: Sleutel, bestand: str) -> str:
        """Where a new entry goes."""
        soort = self._soort(sleutel)
        if soort is not None and soort.vorm is Vorm.HEEL:
            bestand = f"{PurePosixPath(soort.pad).parent}/{sleutel.id}.yaml"
        elif soort is not None:
            bestand = bestand or soort.pad
        if bestand in self.bestanden or (soort is not None and _is_buur(bestand, soort.pad)):
            return bestand
        raise Bewerkfout(f"Voor '{sleutel}' is geen plaats. Kies een bestand dat dit soort onderdelen al heeft.")

    def _soort(self, sleutel: Sleutel) -> Ontleding | None:
        """The last file of this kind, or one of the same folder; where kinds are per file only of the folder."""
        zelfde = [o for o in self._van(sleutel.soort) if o.soort == sleutel.soort]
        buren = [o for o in self._van(sleutel.soort.partition("/")[0]) if "/" in o.soort]
        return next(reversed(zelfde or buren), None)

    def _eerste_tekst(self, sleutel: Sleutel, waarde: Waarde) -> str:
        """The text of a file that does not exist yet."""
        soort = self._soort(sleutel)
        assert soort is not None
        if soort.vorm is Vorm.HEEL:
            return "\n".join(schrijven.schrijf_regels(schrijven.nieuw(waarde)))
        inhoud = [waarde] if soort.vorm is Vorm.LIJST else {sleutel.id: waarde}
        return "\n".join(schrijven.schrijf_regels(schrijven.nieuw({soort.sleutel: inhoud})))

    def _getoetst(self, pad: str, tekst: str, sleutel: Sleutel, waarde: Waarde) -> "Bundel":
        """The new bundle, once it is certain that the file reads as meant and nothing else in it changed."""
        ruw = f"{tekst.rstrip()}\n".encode()
        try:
            na = ontleed(pad, ruw).items
        except (KennisFout, UnicodeDecodeError):
            raise Bewerkfout(f"'{sleutel}' is zo niet op te schrijven. Haal vreemde tekens weg.") from None
        voor = ontleed(pad, self.bestanden[pad]).items if pad in self.bestanden else {}
        anderen = {n: i.volledig for n, i in na.items() if n != sleutel.id}
        gelukt = (
            sleutel.id not in na if waarde is None else sleutel.id in na and gelijk(na[sleutel.id].volledig, waarde)
        )
        if not gelukt or anderen != {n: i.volledig for n, i in voor.items() if n != sleutel.id}:
            raise Bewerkfout(f"'{sleutel}' is zo niet op te schrijven. Controleer het id en de tekst.")
        return Bundel({**self.bestanden, pad: ruw})


def _is_buur(pad: str, ander: str) -> bool:
    """Whether a file that does not exist yet may stand beside another: same folder, a plain name."""
    een = PurePosixPath(pad)
    return een.parent == PurePosixPath(ander).parent and bool(_NAAM.fullmatch(een.name)) and str(een) == pad
