"""What the checks found, as typed findings, as text and as JSON."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kennis.fouten import Bevinding


class Soort(StrEnum):
    """The kinds of finding, in the order in which they are shown."""

    TAXONOMIE = "taxonomie"
    VERWIJZING = "verwijzingen"
    CONFLICT = "conflicten"
    GAT = "gaten"
    ONBEREIKBAAR = "onbereikbaar"
    WEDERVRAAG = "wedervragen"
    GELDIGHEID = "geldigheid"
    ONGEBRUIKT = "ongebruikt"
    LEREN = "lessen"
    LEESBAARHEID = "leesbaarheid"


@dataclass(frozen=True)
class Vondst:
    """A finding with its kind; a warning does not fail the check."""

    soort: Soort
    bevinding: Bevinding
    waarschuwing: bool = False


@dataclass(frozen=True)
class Telling:
    """Cells of one region, or of all regions together."""

    cellen: int
    oordelen: Mapping[str, int]
    """Verdict to the number of cells that get it."""


@dataclass(frozen=True)
class Lezing:
    """How the texts read, measured over all entries."""

    teksten: int
    woorden_per_zin: float
    score: float
    """Average Flesch-Douma score."""
    laagste: float


@dataclass(frozen=True)
class Rapport:
    """Everything the checks have to say about one version of the knowledge."""

    kennisversie: str
    regels: int
    antwoorden: int
    per_regio: Mapping[str, Telling]
    lezing: Lezing
    seconden: float
    vondsten: tuple[Vondst, ...] = field(default=())

    @property
    def cellen(self) -> int:
        """Number of cells proven, over all regions."""
        return sum(t.cellen for t in self.per_regio.values())

    @property
    def fouten(self) -> tuple[Vondst, ...]:
        """What has to be mended."""
        return tuple(v for v in self.vondsten if not v.waarschuwing)

    @property
    def in_orde(self) -> bool:
        """Whether the knowledge may be used."""
        return not self.fouten

    def aantal(self, soort: Soort) -> int:
        """Number of findings of a kind that have to be mended."""
        return sum(v.soort is soort for v in self.fouten)

    def als_json(self) -> dict[str, Any]:
        """For machines and for the proof page."""
        return {
            "cellen": self.cellen,
            "per_regio": {r: {"cellen": t.cellen, "oordelen": dict(t.oordelen)} for r, t in self.per_regio.items()},
            **{soort.value: self.aantal(soort) for soort in Soort},
            "waarschuwingen": len(self.vondsten) - len(self.fouten),
            "regels": self.regels,
            "antwoorden": self.antwoorden,
            "oordelen": dict(_optellen(self.per_regio.values())),
            "lezing": vars(self.lezing),
            "seconden": round(self.seconden, 2),
            "kennisversie": self.kennisversie,
            "bevindingen": [_als_json(v) for v in self.vondsten],
        }

    def als_tekst(self) -> str:
        """For people: findings first, the totals last."""
        regels = [f"[{v.soort}{', let op' if v.waarschuwing else ''}] {v.bevinding}" for v in self.vondsten]
        regels += [f"{regio}: {getal(t.cellen)} cellen" for regio, t in self.per_regio.items()]
        regels += [", ".join(f"{soort.value} {self.aantal(soort)}" for soort in Soort)]
        regels += [f"{self.regels} regels, {self.antwoorden} antwoorden, kennisversie {self.kennisversie}."]
        regels += [f"Leesscore gemiddeld {self.lezing.score:.0f}; {self.seconden:.1f} seconden."]
        return "\n".join(regels)


def getal(n: int) -> str:
    """A number with Dutch thousands separators."""
    return f"{n:,}".replace(",", ".")


def _optellen(tellingen: Any) -> Counter[str]:
    som: Counter[str] = Counter()
    for telling in tellingen:
        som.update(telling.oordelen)
    return som


def _als_json(vondst: Vondst) -> dict[str, Any]:
    b = vondst.bevinding
    return {
        "soort": vondst.soort.value,
        "waarschuwing": vondst.waarschuwing,
        "bestand": str(b.plek.bestand),
        "regel": b.plek.regel,
        "veld": b.plek.veld,
        "wat": b.wat,
        "herstel": b.herstel,
    }
