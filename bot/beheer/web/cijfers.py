"""Figures for the overview: how often, what was not answered, what readers thought. Small counts never get here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.beheer.web.namen import NAMEN
from bot.tellingen import Tellingen
from bot.tellingen.cellen import GEEN, ONBEANTWOORD, Cel
from kennis.laden import Kennis
from kennis.model import Dimensie, Oordeel

WEKEN = 12
"""Weeks shown: a quarter."""
MEESTE_ONDERWERPEN = 12


@dataclass(frozen=True)
class Staaf:
    """One bar of a chart."""

    naam: str
    aantal: int


@dataclass(frozen=True)
class Duimen:
    """What readers thought of one answer."""

    intent: str
    op: int
    neer: int


@dataclass(frozen=True)
class Cijfers:
    """All figures of the overview."""

    per_week: tuple[Staaf, ...]
    oordelen: tuple[Staaf, ...]
    soorten: tuple[Staaf, ...]
    onbeantwoord: tuple[Staaf, ...]
    duimen: tuple[Duimen, ...]

    @property
    def oordelen_in_woorden(self) -> tuple[Staaf, ...]:
        """Verdicts as readers see them."""
        return tuple(Staaf(NAMEN.oordeel.get(s.naam, "Geen oordeel"), s.aantal) for s in self.oordelen)

    @property
    def soorten_in_woorden(self) -> tuple[Staaf, ...]:
        """Kinds of answer in words."""
        return tuple(Staaf(NAMEN.antwoordsoort[s.naam], s.aantal) for s in self.soorten)


Som = Counter[tuple[str, Cel]]


def week(dag: date) -> str:
    """ISO week of a day, sortable."""
    jaar, nr, _ = dag.isocalendar()
    return f"{jaar}-{nr:02}"


def cijfers(tellingen: Tellingen, kennis: Kennis, vandaag: date) -> Cijfers:
    """Figures over the last weeks; a count under five in a week and region is left out before anything is added up."""
    weken = [week(vandaag - timedelta(weeks=n)) for n in reversed(range(WEKEN))]
    som: Som = Counter()
    for (wanneer, _, cel), aantal in tellingen.totalen(week).items():
        if wanneer in weken:
            som[wanneer, cel] += aantal
    per_week = tuple(Staaf(f"week {int(w[5:])}", _som(som, "soort", week=w)) for w in weken)
    return Cijfers(
        per_week=per_week,
        oordelen=tuple(Staaf(o, _som(som, "oordeel", o)) for o in (*(o.value for o in Oordeel), GEEN)),
        soorten=tuple(Staaf(s, _som(som, "soort", s)) for s in ("antwoord", "wedervraag", *sorted(ONBEANTWOORD))),
        onbeantwoord=_onderwerpen(som, kennis),
        duimen=duimen(cel_aantal for cel_aantal in _per_cel(som).items()),
    )


def _som(som: Som, maat: str, waarde: str | None = None, week: str | None = None) -> int:
    return sum(
        aantal
        for (wanneer, cel), aantal in som.items()
        if cel.maat == maat and waarde in (None, cel.waarde) and week in (None, wanneer)
    )


def _per_cel(som: Som) -> Counter[Cel]:
    uit: Counter[Cel] = Counter()
    for (_, cel), aantal in som.items():
        uit[cel] += aantal
    return uit


def _onderwerpen(som: Som, kennis: Kennis) -> tuple[Staaf, ...]:
    """Concepts named in questions that got no answer, in words."""
    geteld = Counter({cel.waarde: n for cel, n in _per_cel(som).items() if cel.maat == "onbeantwoord"})
    uit = []
    for waarde, aantal in geteld.most_common(MEESTE_ONDERWERPEN):
        dim, _, begrip = waarde.partition(".")
        uit.append(Staaf(kennis.taxonomie(Dimensie(dim))[begrip].naam, aantal))
    return tuple(uit)


def duimen(tellingen: Iterable[tuple[Cel, int]]) -> tuple[Duimen, ...]:
    """Per answer, the worst first."""
    per: dict[str, dict[str, int]] = {}
    for cel, aantal in tellingen:
        if cel.maat in ("duim_op", "duim_neer"):
            per.setdefault(cel.waarde, {})[cel.maat] = per.get(cel.waarde, {}).get(cel.maat, 0) + aantal
    rijen = [Duimen(intent, d.get("duim_op", 0), d.get("duim_neer", 0)) for intent, d in per.items()]
    return tuple(sorted(rijen, key=lambda d: (-d.neer, d.op, d.intent)))
