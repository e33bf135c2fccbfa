"""How long the effect of one changed rule takes, over the whole grid: `python tests/bench/gevolgen.py UITVOER.json`."""

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from kennis.bewerken import Bundel, Sleutel
from kennis.controle.vergelijk import aantal_cellen, vergelijk
from kennis.laden import Kennis, laad_kennis

REGELS = ("school-leerplicht-luxe", "leerplicht-school", "derde", "jgz")
"""Rules of which the verdict is changed, narrow and broad ones."""
GOAL = 3.0
"""Seconds that one changed rule may take."""


def met(bundel: Bundel, regel: str, map_: Path) -> Kennis:
    """The knowledge with another verdict for one rule."""
    item = bundel.item(Sleutel("regels", regel))
    assert item is not None
    dan = {**item.volledig["dan"], "oordeel": "nee" if item.volledig["dan"]["oordeel"] != "nee" else "ja"}
    bundel.zet(item.sleutel, {**item.volledig, "dan": dan}).schrijf(map_, zeker=False)
    return laad_kennis(map_ / "kennis")


def main(uitvoer: Path) -> None:
    """Measure each rule three times and write the figures."""
    oud, bundel, tijden = laad_kennis(), Bundel.meegeleverd(), {}
    for regel in REGELS:
        with tempfile.TemporaryDirectory() as map_:
            nieuw = met(bundel, regel, Path(map_))
            metingen = []
            for _ in range(3):
                wand, rekentijd = perf_counter(), process_time()
                gevonden = vergelijk(oud, nieuw, date.today())
                metingen.append((perf_counter() - wand, process_time() - rekentijd))
            assert gevonden
            seconden, cpu = median(m[0] for m in metingen), median(m[1] for m in metingen)
            tijden[regel] = {"seconden": round(seconden, 3), "rekentijd": round(cpu, 3)}
    uit = {"cellen": aantal_cellen(oud), "per_regel": tijden, "doel_seconden": GOAL}
    uit["gehaald"] = all(t["seconden"] <= GOAL for t in tijden.values())
    uitvoer.parent.mkdir(parents=True, exist_ok=True)
    uitvoer.write_text(json.dumps(uit, indent=1), encoding="utf-8")
    print(json.dumps(uit))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
