"""Load everything under `kennis/`, type it, and refuse it with every finding at once when something is wrong."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kennis.fouten import Bevinding, KennisFout, Plek
from kennis.hulp import Checklijst, Formulier, Stappenplan
from kennis.leren.model import Casus, Leerrol, Leerstof, Les, Sjabloon
from kennis.model import (
    Aanvulling,
    Antwoord,
    Begrip,
    Bron,
    Dimensie,
    Grondslag,
    Model,
    Regel,
    Regio,
    Tegenstrijdigheid,
    Vraagpunt,
)
from kennis.pydantic_nl import bevindingen_van
from kennis.taxonomie import TAXONOMIE_VAN_DIMENSIE, Taxonomie
from kennis.yaml_lezen import Pad, YamlBestand, lees_yaml

KENNISMAP = Path(__file__).parent
"""The knowledge that ships with the program."""
LANDELIJK = "landelijk"
"""Id of the layer under all regions."""

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Kennis:
    """All knowledge, loaded and typed. Built by `laad_kennis` only."""

    taxonomieen: dict[str, Taxonomie]
    bronnen: dict[str, Bron]
    grondslagen: dict[str, Grondslag]
    tegenstrijdigheden: dict[str, Tegenstrijdigheid]
    regels: dict[str, Regel]
    aanvullingen: dict[str, Aanvulling]
    antwoorden: dict[str, Antwoord]
    regios: dict[str, Regio]
    wedervragen: dict[str, Vraagpunt]
    stappenplannen: dict[str, Stappenplan]
    checklijsten: dict[str, Checklijst]
    formulieren: dict[str, Formulier]
    versie: str
    """Short hash of all files: the same knowledge always has the same version."""
    plekken: dict[tuple[str, str], Plek] = field(default_factory=dict)
    """Kind and id of an entry to the place where it stands."""
    leren: Leerstof = field(default_factory=Leerstof)
    map: Path = KENNISMAP
    """The folder it was read from."""

    def taxonomie(self, dimensie: Dimensie) -> Taxonomie:
        """The taxonomy in which the values of a dimension live."""
        return self.taxonomieen[TAXONOMIE_VAN_DIMENSIE[dimensie]]

    @cached_property
    def bronplekken(self) -> frozenset[str]:
        """Every reference that may be cited, as '<document> <place>'."""
        return frozenset(f"{bron.id} {deel.plek}" for bron in self.bronnen.values() for deel in bron.delen)


def laad_kennis(map_: Path = KENNISMAP) -> Kennis:
    """Read and type all knowledge. Raises KennisFout with every finding, each with file, line and remedy."""
    lezer = _Lezer(map_)
    taxonomieen = {
        bestand.pad.stem: Taxonomie(bestand.pad.stem, lezer.lijst(bestand, "begrippen", Begrip))
        for bestand in lezer.bestanden("begrippen")
    }
    kennis = Kennis(
        taxonomieen=taxonomieen,
        bronnen=lezer.per_bestand("bronnen", Bron),
        grondslagen=lezer.uit_bestand("grondslagen", Grondslag),
        tegenstrijdigheden=lezer.uit_bestand("tegenstrijdigheden", Tegenstrijdigheid),
        regels=lezer.uit_map("regels", "regels", Regel),
        aanvullingen=lezer.uit_bestand("aanvullingen", Aanvulling),
        antwoorden=lezer.uit_map("antwoorden", "antwoorden", Antwoord),
        regios=lezer.per_bestand("regios", Regio),
        leren=_leerstof(lezer),
        wedervragen=lezer.uit_bestand("wedervragen", Vraagpunt),
        stappenplannen=lezer.uit_bestand("stappenplannen", Stappenplan),
        checklijsten=lezer.uit_bestand("checklijsten", Checklijst),
        formulieren=lezer.uit_bestand("formulieren", Formulier),
        versie=lezer.versie(),
        plekken=lezer.plekken,
        map=map_,
    )
    if lezer.bevindingen:
        raise KennisFout(lezer.bevindingen)
    return kennis


def _leerstof(lezer: "_Lezer") -> Leerstof:
    return Leerstof(
        lessen=lezer.uit_map("leren/lessen", "lessen", Les),
        rollen=lezer.uit_bestand("leren/rollen", Leerrol),
        casussen=lezer.uit_map("leren/casussen", "casussen", Casus),
        sjablonen=lezer.uit_map("leren/sjablonen", "sjablonen", Sjabloon),
    )


class _Lezer:
    """Reads files and collects findings instead of stopping at the first."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._hash = hashlib.sha256()
        self.bevindingen: list[Bevinding] = []
        self.plekken: dict[tuple[str, str], Plek] = {}

    def versie(self) -> str:
        return self._hash.hexdigest()[:8]

    def bestanden(self, submap: str) -> Iterator[YamlBestand]:
        for pad in sorted((self._map / submap).glob("*.yaml")):
            if (bestand := self._lees(pad)) is not None:
                yield bestand

    def _lees(self, pad: Path) -> YamlBestand | None:
        self._hash.update(pad.name.encode())
        self._hash.update(pad.read_bytes())
        try:
            return lees_yaml(pad)
        except KennisFout as fout:
            self.bevindingen.extend(fout.bevindingen)
            return None

    def per_bestand(self, submap: str, soort: type[M]) -> dict[str, M]:
        gelezen: list[tuple[YamlBestand, Pad, Any]] = [(b, (), b.inhoud) for b in self.bestanden(submap)]
        return self._op_id(gelezen, soort, submap)

    def uit_bestand(self, naam: str, soort: type[M]) -> dict[str, M]:
        pad = self._map / f"{naam}.yaml"
        bestand = self._lees(pad) if pad.exists() else None
        return self._op_id(self._delen(bestand, pad.stem) if bestand else [], soort, naam)

    def uit_map(self, submap: str, sleutel: str, soort: type[M]) -> dict[str, M]:
        gelezen = [deel for bestand in self.bestanden(submap) for deel in self._delen(bestand, sleutel)]
        return self._op_id(gelezen, soort, submap)

    def lijst(self, bestand: YamlBestand, sleutel: str, soort: type[M]) -> list[M]:
        return list(self._op_id(self._delen(bestand, sleutel), soort, bestand.pad.stem).values())

    def _delen(self, bestand: YamlBestand, sleutel: str) -> list[tuple[YamlBestand, Pad, Any]]:
        """The entries of a list in a file, each completed with the file's `standaard`."""
        inhoud = bestand.inhoud
        if not isinstance(inhoud, dict) or not isinstance(inhoud.get(sleutel), list):
            self._meld(
                bestand, (), f"Hier hoort een lijst '{sleutel}' te staan.", f"Begin het bestand met '{sleutel}:'."
            )
            return []
        standaard = inhoud.get("standaard") or {}
        return [
            (bestand, (sleutel, nr), {**standaard, **deel} if isinstance(deel, dict) else deel)
            for nr, deel in enumerate(inhoud[sleutel])
        ]

    def _op_id(self, delen: list[tuple[YamlBestand, Pad, Any]], soort: type[M], wat: str) -> dict[str, M]:
        uit: dict[str, M] = {}
        for bestand, pad, ruw in delen:
            item = self._type(bestand, pad, ruw, soort)
            if item is None:
                continue
            item_id = str(vars(item)["id"])
            if item_id in uit:
                self._meld(
                    bestand, pad, f"Het id '{item_id}' bestaat al.", "Kies een ander id of haal een van de twee weg."
                )
            uit[item_id] = item
            self.plekken[(wat, item_id)] = bestand.plek(pad)
        return uit

    def _type(self, bestand: YamlBestand, pad: Pad, ruw: Any, soort: type[M]) -> M | None:
        try:
            return soort.model_validate(ruw)
        except ValidationError as fout:
            self.bevindingen.extend(bevindingen_van(fout, bestand, pad))
            return None

    def _meld(self, bestand: YamlBestand, pad: Pad, wat: str, herstel: str) -> None:
        self.bevindingen.append(Bevinding(bestand.plek(pad), wat, herstel))


Toets = Callable[[Kennis], list[Bevinding]]
"""A check on loaded knowledge; see `kennis/controle/`."""
