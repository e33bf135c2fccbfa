"""Take a knowledge file apart into entries, each with the lines it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from kennis.bewerken.model import Item, Sleutel, Waarde
from kennis.yaml_lezen import lees_inhoud

WOORDEN, VRAGEN, BEGRIPPEN = "woorden", "vragen", "begrippen"
PER_BESTAND = frozenset({WOORDEN, VRAGEN, BEGRIPPEN})
"""Kinds of which the file is part of the name: an id may stand in several of them."""
STANDAARD = "standaard"
"""Key under which a file says something for all its entries."""
MEESTE_BESTANDEN = 1024
"""Parsed files kept: a few versions of some 150 files, a few MB."""
_Lader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Vorm(Enum):
    """How entries stand in a file."""

    LIJST = "lijst"
    """As items of a list."""
    KAART = "kaart"
    """As values of a mapping."""
    HEEL = "heel"
    """The file is one entry."""


@dataclass(frozen=True)
class Ontleding:
    """A file and its entries, in order."""

    pad: str
    vorm: Vorm
    soort: str
    sleutel: str
    """Key that holds the entries; empty when they stand at the top."""
    items: dict[str, Item]


@lru_cache(maxsize=MEESTE_BESTANDEN)
def ontleed(pad: str, ruw: bytes) -> Ontleding:
    """The entries of a file. Raises KennisFout when it is no good YAML."""
    inhoud = plat(lees_inhoud(Path(pad), ruw).inhoud)
    map_, stam = PurePosixPath(pad).parent.name, PurePosixPath(pad).stem
    in_map = len(PurePosixPath(pad).parts) > 2
    soort = (f"{map_}/{stam}" if map_ in PER_BESTAND else map_) if in_map else stam
    if in_map and isinstance(inhoud, dict) and "id" in inhoud:
        regels = max(1, ruw.decode().count("\n"))
        item = Item(Sleutel(soort, str(inhoud["id"])), inhoud, {}, pad, 1, regels)
        return Ontleding(pad, Vorm.HEEL, soort, "", {item.sleutel.id: item})
    sleutel = next((s for s in (map_ if in_map else stam, soort) if isinstance(inhoud, dict) and s in inhoud), "")
    wortel = yaml.compose(ruw.decode("utf-8"), Loader=_Lader)
    knoop = _onder(wortel, sleutel) if sleutel else wortel
    standaard = inhoud.get(STANDAARD, {}) if isinstance(inhoud, dict) else {}
    waarden = inhoud[sleutel] if sleutel else inhoud
    vorm = Vorm.LIJST if isinstance(knoop, yaml.SequenceNode) else Vorm.KAART
    return Ontleding(pad, vorm, soort, sleutel, dict(_items(pad, soort, knoop, waarden, standaard)))


def _items(
    pad: str, soort: str, knoop: yaml.Node | None, waarden: Waarde, standaard: Waarde
) -> Iterator[tuple[str, Item]]:
    if isinstance(knoop, yaml.SequenceNode):
        for deel, waarde in zip(knoop.value, waarden, strict=True):
            naam = _naam(waarde)
            yield naam, Item(Sleutel(soort, naam), waarde, standaard, pad, deel.start_mark.line + 1, _einde(deel))
    elif isinstance(knoop, yaml.MappingNode):
        for naamknoop, deel in knoop.value:
            naam = str(naamknoop.value)
            eerste = naamknoop.start_mark.line + 1
            yield naam, Item(Sleutel(soort, naam), waarden[naam], {}, pad, eerste, max(eerste, _einde(deel)))


def _naam(waarde: Waarde) -> str:
    """What an item of a list is called: its id, or the sentence of an example; else all of it."""
    if isinstance(waarde, dict):
        return str(waarde.get("id", waarde.get("v", waarde)))
    return str(waarde)


def _onder(knoop: yaml.Node | None, sleutel: str) -> yaml.Node | None:
    assert isinstance(knoop, yaml.MappingNode)
    return next((waarde for naam, waarde in knoop.value if naam.value == sleutel), None)


def _einde(knoop: yaml.Node) -> int:
    """Last line: the end of a block itself lies after the white space and comments that follow it."""
    delen = [deel for paar in knoop.value for deel in paar] if isinstance(knoop, yaml.MappingNode) else knoop.value
    if isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style and delen:
        return max(_einde(deel) for deel in delen)
    return int(knoop.end_mark.line) + (knoop.end_mark.column > 0)


def plat(waarde: Waarde) -> Waarde:
    """Plain data with dates as ISO strings, so that it can be stored as JSON and compared."""
    if isinstance(waarde, dict):
        return {str(naam): plat(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [plat(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde
