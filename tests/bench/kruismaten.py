"""What cross-validation counts: intents, slots, honesty of the chances, and intents that are taken for each other."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from maten import VAKKEN, ece, procent
from vouwen import Lezingen, Uitslag

from intents.kiezer import BUITEN, MENU
from intents.laden import DELEN

MEESTE_PAREN = 25
"""Pairs of intents in the report."""
Paar = tuple[Hashable, bool, bool]
"""A label, whether it belongs there, and whether it was found."""


def f1(paren: Iterable[Paar]) -> dict[Hashable, float]:
    """F1 per label, between 0 and 1; a label that never belonged nor was found is left out."""
    raak: Counter[Hashable] = Counter()
    fout: Counter[Hashable] = Counter()
    for label, hoort, gevonden in paren:
        raak[label] += hoort and gevonden
        fout[label] += hoort != gevonden
    labels = {label for teller in (raak, fout) for label, aantal in teller.items() if aantal}
    return {label: round(2 * raak[label] / (2 * raak[label] + fout[label]), 3) for label in labels}


def f1_per_intent(uitslagen: Iterable[Uitslag]) -> dict[str, float]:
    """F1 of the first choice, per intent, lowest first."""
    paren: list[Paar] = []
    for u in uitslagen:
        hoort, is_ = u.zin.intent, u.gekozen[0].intent
        paren += [(hoort, True, hoort == is_)] + ([(is_, False, True)] if hoort != is_ else [])
    return _oplopend(f1(paren))


def f1_per_feit(lezingen: Iterable[Lezingen]) -> dict[str, float]:
    """F1 of the concepts in each slot, lowest first."""
    paren = [
        (veld, waarde in hoort, waarde in lezing.gelezen[veld])
        for lezing in lezingen
        for veld, hoort in lezing.hoort.items()
        for waarde in hoort | lezing.gelezen[veld]
    ]
    return _oplopend(f1(paren))


def _oplopend(waarden: dict[Hashable, float]) -> dict[str, float]:
    return {str(naam): waarde for naam, waarde in sorted(waarden.items(), key=lambda paar: (paar[1], str(paar[0])))}


def raak(uitslagen: Sequence[Uitslag]) -> dict[str, float]:
    """Shares right, in per cent."""
    beantwoord = [u for u in uitslagen if not u.teruggevraagd]
    return {
        "zinnen": len(uitslagen),
        "eerste_pct": procent(u.bij_de_eerste(1) for u in uitslagen),
        "eerste_drie_pct": procent(u.bij_de_eerste(3) for u in uitslagen),
        "zelfde_antwoord_of_oordeel_pct": procent(u.zelfde for u in uitslagen),
        "oordeel_goed_pct": procent(u.oordeel_goed for u in uitslagen),
        "teruggevraagd_pct": procent(u.teruggevraagd for u in uitslagen),
        "goed_van_beantwoord_pct": procent(u.zelfde for u in beantwoord),
    }


SOORTEN: dict[str, Callable[[str], bool]] = {
    "alles": lambda intent: True,
    "delen": lambda intent: intent == DELEN,
    "overige_antwoorden": lambda intent: intent != DELEN and not intent.startswith((BUITEN, MENU)),
    "buiten_en_menu": lambda intent: intent.startswith((BUITEN, MENU)),
}
"""Kinds of intents that are counted apart."""


def raak_per_soort(uitslagen: Sequence[Uitslag]) -> dict[str, dict[str, float]]:
    """The shares for all examples and for each kind of intent."""
    return {naam: raak([u for u in uitslagen if bij(u.zin.intent)]) for naam, bij in SOORTEN.items()}


def betrouwbaarheid(kansen: Sequence[float], goed: Sequence[bool]) -> dict[str, Any]:
    """Expected calibration error, with per bin: how many, the mean chance, and the share that is right."""
    vakken = []
    for vak in range(VAKKEN):
        leden = [i for i, kans in enumerate(kansen) if min(int(kans * VAKKEN), VAKKEN - 1) == vak]
        if leden:
            gemiddeld = sum(kansen[i] for i in leden) / len(leden)
            deel = sum(goed[i] for i in leden) / len(leden)
            vakken.append({"aantal": len(leden), "kans": round(gemiddeld, 3), "goed": round(deel, 3)})
    return {"ece": ece(kansen, goed), "vakken": vakken}


def verwarde_paren(uitslagen: Iterable[Uitslag]) -> list[tuple[str, str, int]]:
    """Intents that are most often taken for each other, either way."""
    paren = Counter(
        tuple(sorted((u.zin.intent, u.gekozen[0].intent))) for u in uitslagen if u.zin.intent != u.gekozen[0].intent
    )
    return [(a, b, aantal) for (a, b), aantal in paren.most_common(MEESTE_PAREN)]
