"""How long a page of management takes on the server: `python -m tests.bench.paginas UITVOER.json`."""

import json
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.beheer_web.wereld import Bezoeker, wereld

PADEN = (
    "/beheer",
    "/beheer/antwoorden",
    "/beheer/antwoorden/toestemming.wie",
    "/beheer/regels",
    "/beheer/regels/school-leerplicht-luxe",
    "/beheer/woorden",
    "/beheer/regios",
    "/beheer/grondslagen",
    "/beheer/bronnen",
    "/beheer/tegenstrijdigheden",
    "/beheer/zoeken?q=verzuim",
    "/beheer/proberen",
    "/beheer/wijzig/antwoorden/toestemming.wie",
    "/beheer/wijzig/regels/school-leerplicht-luxe",
    "/beheer/wijzig/regels/school-leerplicht-gezondheid",
    "/beheer/wijzig/regios/goeree-overflakkee",
    "/beheer/wijzig/regios/amersfoort/tom_tafel/doel",
    "/beheer/regios/goeree-overflakkee",
    "/beheer/wedervragen",
    "/beheer/wijzig/wedervragen/verzuim",
    "/beheer/lessen",
    "/beheer/concepten",
    "/beheer/geschiedenis",
    "/beheer/uitvoer",
)
GOAL = 100.0
"""Milliseconds that a page may take."""
KEREN = 15


def meet(wie: Bezoeker, pad: str) -> dict[str, float]:
    """Milliseconds of the first visit, and of later ones."""
    tijden = []
    for _ in range(KEREN + 1):
        begin = perf_counter()
        wie.get(pad).raise_for_status()
        tijden.append(1000 * (perf_counter() - begin))
    return {"eerste_ms": round(tijden[0], 1), "mediaan_ms": round(median(tijden[1:]), 1)}


def main(uitvoer: Path) -> None:
    """Visit each page and write the figures."""
    with tempfile.TemporaryDirectory() as map_, wereld(Path(map_)) as w:
        wie = w.als("beide")
        begin = re.search(r"/beheer/geschiedenis/\w{40}", wie.get("/beheer/geschiedenis").text)
        assert begin
        tijden = {pad: meet(wie, pad) for pad in (*PADEN, begin[0])}
    traagste = max(t["mediaan_ms"] for t in tijden.values())
    for pad, tijd in tijden.items():
        print(f"{tijd['mediaan_ms']:7.1f} ms (eerste keer {tijd['eerste_ms']:.1f})  {pad.partition('?')[0][:48]}")
    print(f"Traagste pagina: {traagste:.0f} ms; doel {GOAL:.0f} ms.")
    uitvoer.parent.mkdir(parents=True, exist_ok=True)
    uit = {"doel_ms": GOAL, "traagste_ms": traagste, "paginas": tijden}
    uitvoer.write_text(json.dumps(uit, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
