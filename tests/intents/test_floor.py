"""How well sharing questions are read may not get worse.

Every example holds the facts a careful reader finds in it. Those facts and the facts as read are both completed with
the same inferences. Then two things count: each slot, and whether the rules come to the same verdict.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import pytest

from intents.feiten_lezen import Feitenlezer
from intents.laden import Taal
from kennis.beslissen import Beslisser
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Dimensie

DAG = date(2026, 11, 24)
REGIO = "goeree-overflakkee"
BODEM = {
    "van": 0.82,
    "naar": 0.81,
    "gegevens": 0.715,
    "leerling": 0.95,
    "leeftijd": 0.95,
    "overleg": 0.82,
    "situatie": 0.85,
    "toestemming": 0.9,
}
"""Part of the examples in which a slot is read as the careful reader does; a little under what is reached now."""
BODEM_OORDEEL = 0.82
PLAFOND_SCHADELIJK = 10
"""Examples in which sharing is called allowed while it is not, or only with consent or without names."""
DICHT, OPEN = frozenset({"toestemming", "nee", "anoniem"}), frozenset({"ja", "verplicht"})


@dataclass
class Meting:
    """What was counted over all examples."""

    totaal: int = 0
    goed: Counter[str] = field(default_factory=Counter)
    zelfde_oordeel: int = 0
    schadelijk: list[str] = field(default_factory=list)

    def deel(self, veld: str) -> float:
        """Part of the examples in which a slot is right."""
        return self.goed[veld] / self.totaal


@pytest.fixture(scope="module")
def meting(kennis: Kennis, taal: Taal, lezer: Feitenlezer) -> Meting:
    """All examples, read once."""
    beslisser = Beslisser(kennis, REGIO, DAG)
    uit = Meting(len(taal.delen))
    for voorbeeld in taal.delen:
        lezing = lezer.lees(voorbeeld.v)
        goud, _ = lezer.leid_af(voorbeeld.feiten, lezing.woorden)
        uit.goed.update(d.value for d in Dimensie if set(goud.waarden(d)) == set(lezing.feiten.waarden(d)))
        hoort, is_ = oordeel(beslisser, goud), oordeel(beslisser, lezing.feiten)
        uit.zelfde_oordeel += hoort == is_
        if hoort in DICHT and is_ in OPEN:
            uit.schadelijk.append(f"{hoort} werd {is_}: {voorbeeld.v}")
    return uit


def oordeel(beslisser: Beslisser, feiten: Feiten) -> str | None:
    """The verdict of the rules."""
    uitkomst = beslisser.besluit(feiten).regel.dan.oordeel
    return uitkomst.value if uitkomst else None


@pytest.mark.parametrize("veld", [dim.value for dim in Dimensie])
def test_elk_feit_wordt_minstens_zo_goed_gelezen(meting: Meting, veld: str) -> None:
    assert meting.deel(veld) >= BODEM[veld]


def test_het_oordeel_is_minstens_zo_vaak_gelijk(meting: Meting) -> None:
    assert meting.zelfde_oordeel / meting.totaal >= BODEM_OORDEEL


def test_er_zijn_niet_meer_schadelijke_verschillen(meting: Meting) -> None:
    assert len(meting.schadelijk) <= PLAFOND_SCHADELIJK, "\n".join(meting.schadelijk)


def test_er_is_genoeg_om_te_meten(meting: Meting) -> None:
    assert meting.totaal >= 800
