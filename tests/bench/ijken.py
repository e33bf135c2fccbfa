"""Fit the chance that an answer is right on examples that were held back, and try the fit on others."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from sklearn.isotonic import IsotonicRegression
from vouwen import Uitslag

from bot.antwoord.ijking import BESTAND, Ijking, Weg, weg_van

PUNTEN = 8
"""Points of a line at most: groups of examples that are equally large."""
KLEINSTE_GROEP = 40
"""Examples of a point: fewer say too little."""
KOP = """# Hoe vaak een antwoord klopt, bij de kans die het verstaan er zelf aan geeft. Gemeten op voorbeelden die het
# niet had gezien; `make kruis` maakt dit bestand. Per soort antwoord: [eigen kans, deel dat goed is].
"""


def weg(uitslag: Uitslag) -> Weg:
    """The way an example was answered."""
    return weg_van(uitslag.gekozen[0].intent)


def beantwoord(uitslagen: Sequence[Uitslag]) -> list[Uitslag]:
    """Those that got an answer: asking what was meant claims nothing that could be wrong."""
    return [u for u in uitslagen if not u.teruggevraagd]


def ijk(uitslagen: Sequence[Uitslag]) -> Ijking:
    """Per way the rising line that fits best."""
    wegen: dict[Weg, list[Uitslag]] = {}
    for u in beantwoord(uitslagen):
        wegen.setdefault(weg(u), []).append(u)
    return Ijking(wegen={naam: _lijn(wegen[naam]) for naam in sorted(wegen)})


def _lijn(uitslagen: Sequence[Uitslag]) -> tuple[tuple[float, float], ...]:
    rij = sorted(uitslagen, key=lambda u: u.kans)
    groepen = np.array_split(np.arange(len(rij)), max(1, min(PUNTEN, len(rij) // KLEINSTE_GROEP)))
    kansen = [float(np.mean([rij[i].kans for i in groep])) for groep in groepen]
    goed = [float(np.mean([rij[i].oordeel_goed for i in groep])) for groep in groepen]
    lijn = IsotonicRegression().fit_transform(kansen, goed)
    punten = {round(kans, 4): round(float(deel), 3) for kans, deel in zip(kansen, lijn, strict=True)}
    return tuple(sorted(punten.items()))


def kruislings_geijkt(vouwen: Sequence[Sequence[Uitslag]]) -> list[tuple[float, Uitslag]]:
    """Every example with its confidence by a line that was fitted on the other folds."""
    uit = []
    for nummer, vouw in enumerate(vouwen):
        ijking = ijk([u for nr, andere in enumerate(vouwen) if nr != nummer for u in andere])
        uit += [(ijking.goed(weg(u), u.kans), u) for u in beantwoord(vouw)]
    return uit


def schrijf_ijking(ijking: Ijking, pad: Path = BESTAND) -> None:
    """Keep the lines with the program."""
    wegen = {naam: [list(punt) for punt in punten] for naam, punten in ijking.wegen.items()}
    pad.write_text(KOP + yaml.safe_dump({"wegen": wegen}, default_flow_style=None, width=1000), encoding="utf-8")
