"""What the rules say about some facts, in full: the verdict, who consents, and which general additions go with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kennis.beslissen import Beslisser, Besluit, past
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Aanvulling, Als, Dimensie, Inhoud, Oordeel, Toestemming
from kennis.zinnen import Leeftijdszin, Zinnen

LEEFTIJDSREGEL = "leeftijd"
LEEFTIJDSREGEL_MBO = "leeftijd-mbo"
"""In `toestemming.van`: whoever decides at this age."""
BEWAARD = 2_000
"""Outcomes kept: the templates of one role give some hundreds of cases, each looked at more than once."""


@dataclass(frozen=True)
class Uitkomst:
    """The outcome for a set of facts."""

    besluit: Besluit
    wie: frozenset[str]
    """Who must consent; empty when consent is not needed, or only sometimes."""
    zin: str | None
    """Who consents, in words."""
    aanvullingen: tuple[Aanvulling, ...]

    @property
    def oordeel(self) -> Oordeel | None:
        """The verdict."""
        return self.besluit.regel.dan.oordeel


class Rekenaar:
    """Works out outcomes for one region on one day."""

    def __init__(self, kennis: Kennis, zinnen: Zinnen, regio: str | None, dag: date) -> None:
        self._kennis = kennis
        self._zinnen = zinnen
        self._beslisser = Beslisser(kennis, regio, dag)
        self.uitkomst = lru_cache(BEWAARD)(self._uitkomst)
        """The whole outcome of some facts."""
        self._aanvullingen = [a for a in kennis.aanvullingen.values() if a.regio in (None, regio) and a.geldt_op(dag)]

    def _uitkomst(self, feiten: Feiten) -> Uitkomst:
        besluit = self._beslisser.besluit(feiten)
        inhoud = besluit.regel.dan
        zin = leeftijdszin(self._kennis, self._zinnen, inhoud.toestemming, feiten)
        wie = zin.van if zin else inhoud.toestemming.van if inhoud.toestemming else ()
        nodig = inhoud.toestemming is not None and inhoud.toestemming.nodig == "ja"
        extra = tuple(geldende_aanvullingen(self._kennis, self._aanvullingen, inhoud, besluit.feiten))
        return Uitkomst(besluit, frozenset(wie) if nodig else frozenset(), zin.tekst if zin and nodig else None, extra)


def geldende_aanvullingen(
    kennis: Kennis, aanvullingen: list[Aanvulling], inhoud: Inhoud, feiten: Feiten
) -> Iterator[Aanvulling]:
    """The general additions that go with content for these facts."""
    if inhoud.kale_voorwaarden or inhoud.oordeel is None:
        return
    for extra in aanvullingen:
        if inhoud.oordeel not in extra.bij or past(kennis, extra.als, feiten) is None:
            continue
        if extra.tenzij is None or not _een_past(kennis, extra.tenzij, feiten):
            yield extra


def _een_past(kennis: Kennis, tenzij: Als, feiten: Feiten) -> bool:
    """Whether one of the excepted dimensions holds: exceptions are alternatives."""
    return any(
        kennis.taxonomie(dim).is_een(waarde, v)
        for dim, vs in tenzij.per_dimensie().items()
        for v in vs
        for waarde in feiten.waarden(dim)
    )


def leeftijdszin(
    kennis: Kennis, zinnen: Zinnen, toestemming: Toestemming | None, feiten: Feiten
) -> Leeftijdszin | None:
    """Whose consent counts, by the age rule, or None when the entry names them itself."""
    if toestemming is None or toestemming.nodig == "nee":
        return None
    tabel = None
    if LEEFTIJDSREGEL_MBO in toestemming.van:
        tabel = zinnen.leeftijdsregel_mbo
    elif LEEFTIJDSREGEL in toestemming.van:
        tabel = zinnen.leeftijdsregel
    if tabel is None:
        return None
    if feiten.leeftijd is None:
        return tabel["onbekend"]
    boven = kennis.taxonomie(Dimensie.LEEFTIJD).boven(feiten.leeftijd)
    return next((tabel[groep] for groep in tabel if groep in boven), tabel["onbekend"])
