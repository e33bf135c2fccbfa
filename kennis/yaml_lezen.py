"""Read YAML safely: plain data only, capped in size and depth, with the line of every field kept.

Threat: a knowledge file can come from a form or a merge; a bomb of anchors, a deep nest or a duplicate key must be
refused with a clear message, never half-read.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kennis.fouten import Bevinding, KennisFout, Plek

GROOTSTE_BESTAND = 1_000_000
"""Bytes; the largest file today is under 100 kB."""
DIEPSTE_NEST = 12
"""Levels; the deepest today is 7."""

_GEWOON = frozenset({"str", "int", "float", "bool", "null", "timestamp"})
"""Types a value may have; anything else names code or is a surprise."""

Pad = tuple[str | int, ...]

_Lader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlBestand:
    """Plain data of one file and the line on which each value starts."""

    pad: Path
    inhoud: Any
    regels: dict[Pad, int] = field(default_factory=dict)

    def plek(self, pad: Pad) -> Plek:
        """The place of a field, or of the nearest parent that exists when the field itself is missing."""
        zoek = pad
        while zoek and zoek not in self.regels:
            zoek = zoek[:-1]
        return Plek(self.pad, self.regels.get(zoek, 1), ".".join(str(deel) for deel in pad))


def lees_yaml(pad: Path) -> YamlBestand:
    """Read one file. Raises KennisFout with file, line and remedy."""
    return lees_inhoud(pad, pad.read_bytes())


def lees_inhoud(pad: Path, ruw: bytes) -> YamlBestand:
    """Read the content of a file that is not, or not yet, on disk. Raises KennisFout."""
    if len(ruw) > GROOTSTE_BESTAND:
        raise _fout(pad, 1, "Het bestand is te groot.", f"Splits het: hooguit {GROOTSTE_BESTAND} bytes per bestand.")
    try:
        knoop = yaml.compose(ruw.decode("utf-8"), Loader=_Lader)
    except UnicodeDecodeError:
        raise _fout(pad, 1, "Het bestand is geen UTF-8.", "Sla het op als UTF-8.") from None
    except yaml.YAMLError as fout:
        raise _fout(
            pad,
            _foutregel(fout),
            "Dit is geen geldige YAML.",
            "Kijk naar inspringen, dubbele punten en aanhalingstekens.",
        ) from None
    regels: dict[Pad, int] = {}
    inhoud = _Bouwer(pad, regels).bouw(knoop, ()) if knoop is not None else None
    return YamlBestand(pad, inhoud, regels)


class _Bouwer:
    """Turns YAML nodes into plain data and refuses what could surprise."""

    def __init__(self, pad: Path, regels: dict[Pad, int]) -> None:
        self._pad = pad
        self._regels = regels
        self._gezien: set[int] = set()
        self._scalair = yaml.constructor.SafeConstructor()

    def bouw(self, knoop: yaml.Node, pad: Pad) -> Any:
        regel = knoop.start_mark.line + 1
        self._regels[pad] = regel
        if len(pad) > DIEPSTE_NEST:
            raise _fout(
                self._pad, regel, "De gegevens zijn te diep genest.", f"Gebruik hooguit {DIEPSTE_NEST} niveaus."
            )
        if isinstance(knoop, yaml.ScalarNode):
            return self._scalaire_waarde(knoop, regel)
        if id(knoop) in self._gezien:
            raise _fout(self._pad, regel, "Verwijzingen met & en * mogen niet.", "Schrijf de waarde voluit.")
        self._gezien.add(id(knoop))
        if isinstance(knoop, yaml.SequenceNode):
            return [self.bouw(kind, (*pad, nr)) for nr, kind in enumerate(knoop.value)]
        assert isinstance(knoop, yaml.MappingNode)
        return self._woordenboek(knoop, pad)

    def _woordenboek(self, knoop: yaml.MappingNode, pad: Pad) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        for sleutelknoop, waarde in knoop.value:
            sleutel = str(sleutelknoop.value)
            if sleutel in uit:
                raise _fout(
                    self._pad, sleutelknoop.start_mark.line + 1, f"'{sleutel}' staat er twee keer.", "Haal er een weg."
                )
            uit[sleutel] = self.bouw(waarde, (*pad, sleutel))
        return uit

    def _scalaire_waarde(self, knoop: yaml.ScalarNode, regel: int) -> Any:
        if knoop.tag.removeprefix("tag:yaml.org,2002:") not in _GEWOON:
            raise _fout(self._pad, regel, "Een eigen YAML-type mag niet.", "Haal het uitroepteken met de naam weg.")
        try:
            return self._scalair.construct_object(knoop)
        except (yaml.YAMLError, ValueError):
            raise _fout(
                self._pad,
                regel,
                "Dit is geen geldige waarde.",
                "Zet de waarde tussen aanhalingstekens of verbeter de datum.",
            ) from None


def _foutregel(fout: yaml.YAMLError) -> int:
    merk = getattr(fout, "problem_mark", None)
    return int(merk.line) + 1 if merk is not None else 1


def _fout(pad: Path, regel: int, wat: str, herstel: str) -> KennisFout:
    return KennisFout([Bevinding(Plek(pad, regel), wat, herstel)])
