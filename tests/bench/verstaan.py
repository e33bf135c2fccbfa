"""Measure understanding: verdicts, harm, noise, refusal, calibration, speed and memory, beside existing tools.

    python tests/bench/verstaan.py RESULT QUESTIONS

QUESTIONS is the folder of the scoring program `meet.py`; without it no verdict is scored. `deelwijzer` is a whole
answer, the privacy guard included; a peer only names a class.
"""

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from dienst import Dienst, Uitkomst
from herkomst import herkomst
from maten import aangenomen, ece, geweigerd, hoort_erbij, lees_buiten, procent
from peers import PEERS
from ruis import STERKTEN, verruis
from stof import VRAGENMAP, Goud, Leerstof, Object, leerstof

from bot.samenstellen import maak_kern

Rij = dict[str, float | None]

KOPPEN = {
    "oordeel_goed_pct": "goed %",
    "schadelijk_pct": "schade %",
    "p50_ms": "p50 ms",
    "p99_ms": "p99 ms",
    "vragen_per_s": "vragen/s",
    "start_s": "start s",
    "rss_mb": "MB",
}
"""Measures of the table with their headings."""

VERGELEKEN = ("bm25s", "spacy")
"""Libraries that only the comparison needs."""


@dataclass(frozen=True)
class Eigen:
    """The project's answers, taken apart by what was asked."""

    uitkomst: Uitkomst
    schoon: list[Object]
    ruis: dict[str, list[Object]]
    """Strength to answers on the same questions with noise."""
    buiten: list[Object]


def main(resultaat: Path, vragenmap: Path) -> int:
    """Print a table and write the figures."""
    goud, stof = Goud(vragenmap), leerstof(maak_kern())
    with tempfile.TemporaryDirectory() as map_:
        dienst = Dienst(Path(map_))
        eigen = vraag_eigen(dienst, goud, lees_buiten(VRAGENMAP / "buiten.txt"))
        cijfers: dict[str, object] = {
            "deelwijzer": rij(goud, eigen.uitkomst, eigen.schoon),
            "peers": meet_peers(dienst, goud, stof),
            "ruis": meet_ruis(goud, eigen),
            "weigering": meet_weigering(goud, eigen),
            "ece": meet_ece(goud, eigen),
        }
    toon(cijfers, goud, len(eigen.buiten))
    resultaat.parent.mkdir(parents=True, exist_ok=True)
    tekst = json.dumps({**cijfers, **herkomst(*VERGELEKEN)}, ensure_ascii=False, indent=1)
    resultaat.write_text(tekst + "\n", encoding="utf-8")
    return 0


def vraag_eigen(dienst: Dienst, goud: Goud, buiten: list[Object]) -> Eigen:
    """Ask the project everything in one go: clean, with noise, and out of scope."""
    verruisd = [{**v, "vraag": verruis(v["vraag"], sterkte)} for sterkte in STERKTEN for v in goud.alle]
    uit = dienst.deelwijzer([*goud.alle, *verruisd, *buiten])
    aantal = len(goud.alle)
    delen = [uit.antwoorden[i * aantal : (i + 1) * aantal] for i in range(len(STERKTEN) + 1)]
    ruis = dict(zip(STERKTEN, delen[1:], strict=True))
    return Eigen(uit, delen[0], ruis, uit.antwoorden[len(delen) * aantal :])


def rij(goud: Goud, uitkomst: Uitkomst, antwoorden: list[Object]) -> Rij:
    """Verdicts, speed and memory on the scored questions."""
    return {**goud.cijfers(goud.alle, antwoorden), **uitkomst.snelheid(len(goud.alle))}


def meet_peers(dienst: Dienst, goud: Goud, stof: Leerstof) -> dict[str, Rij]:
    """The same for every peer that learns in time."""
    uit = {}
    for naam in PEERS:
        print(f"{naam} leert ...", file=sys.stderr, flush=True)
        uitkomst = dienst.peer(naam, stof, goud.alle)
        if uitkomst is None:
            print(f"{naam} leert te lang en doet niet mee.", file=sys.stderr)
        else:
            uit[naam] = rij(goud, uitkomst, uitkomst.antwoorden)
    return uit


def meet_ruis(goud: Goud, eigen: Eigen) -> Rij:
    """Verdicts that are right, by strength of the noise."""
    sets = {"schoon": eigen.schoon, **eigen.ruis}
    return {naam: goud.cijfers(goud.alle, antwoorden)["oordeel_goed_pct"] for naam, antwoorden in sets.items()}


def meet_weigering(goud: Goud, eigen: Eigen) -> Rij:
    """Out of scope yet answered, and in scope yet refused."""
    binnen = [a for v, a in zip(goud.eigen, eigen.schoon, strict=False) if hoort_erbij(v)]
    return {
        "buiten_aangenomen_pct": procent(map(aangenomen, eigen.buiten)),
        "binnen_geweigerd_pct": procent(map(geweigerd, binnen)),
    }


def meet_ece(goud: Goud, eigen: Eigen) -> float | None:
    """How far confidence is off on the project's own questions."""
    antwoorden = eigen.schoon[: len(goud.eigen)]
    goed = goud.oordeel_goed(goud.eigen, antwoorden)
    return None if goed is None else ece([a["vertrouwen"] for a in antwoorden], goed)


def toon(cijfers: dict[str, object], goud: Goud, buiten: int) -> None:
    """Print all figures as one table."""
    rijen = {"deelwijzer": cijfers["deelwijzer"], **_tabel(cijfers["peers"])}
    print(f"{len(goud.alle)} vragen met een goed antwoord, {buiten} vragen van buiten het onderwerp; een tegelijk")
    print(f"{'':12}" + "".join(f"{kop:>10}" for kop in KOPPEN.values()))
    for naam, waarden in rijen.items():
        print(f"{naam:12}" + "".join(f"{_cel(_tabel(waarden).get(maat)):>10}" for maat in KOPPEN))
    for kop in ("ruis", "weigering"):
        print(f"{kop:12}" + ", ".join(f"{naam} {_cel(waarde)}" for naam, waarde in _tabel(cijfers[kop]).items()))
    print(f"{'ece':12}{_cel(cijfers['ece'])}")


def _tabel(waarde: object) -> dict[str, object]:
    return waarde if isinstance(waarde, dict) else {}


def _cel(waarde: object) -> str:
    return "-" if waarde is None else str(waarde)


if __name__ == "__main__":
    sys.exit(main(*(Path(naam) for naam in sys.argv[1:3])))
