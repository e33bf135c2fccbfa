"""Measure understanding: verdicts, harm, noise, refusal, calibration, speed and memory, beside existing tools.

    python tests/bench/verstaan.py RESULT QUESTIONS

QUESTIONS is the folder of the scoring program `meet.py`; without it no verdict is scored. `deelwijzer` is a whole
answer, the privacy guard included; a peer only names a class.
"""

import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dienst import Dienst, Uitkomst
from dubbel import lees_dubbel, meet_dubbel
from groei import meet_groei
from herkomst import herkomst
from maten import aangenomen, ece, geweigerd, hoort_erbij, lees_buiten, procent, teruggevraagd
from peers import DEELWIJZER, NLPJS, PEERS
from ruis import STERKTEN, verruis
from stof import NIEUW, VRAGENMAP, Goud, Leerstof, Object, leerstof

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


BUITEN_BESTANDEN = {"buiten_aangenomen_pct": "buiten.txt", "buiten2_aangenomen_pct": "buiten2.txt"}
"""Questions out of scope by measure: the second by a writer who had not seen the examples."""


@dataclass(frozen=True)
class Eigen:
    """The project's answers, taken apart by what was asked."""

    uitkomst: Uitkomst
    schoon: list[Object]
    ruis: dict[str, list[Object]]
    """Strength to answers on the same questions with noise."""
    buiten: dict[str, list[Object]]
    """Measure to answers out of scope."""
    dubbel: list[Object]


def main(resultaat: Path, vragenmap: Path) -> int:
    """Print a table and write the figures."""
    kern = maak_kern()
    goud, stof = Goud(vragenmap), leerstof(kern)
    dubbel = lees_dubbel(VRAGENMAP / "dubbel.jsonl")
    with tempfile.TemporaryDirectory() as map_:
        dienst = Dienst(Path(map_))
        eigen = vraag_eigen(dienst, goud, dubbel)
        peers = vraag_peers(dienst, goud, stof)
    cijfers: dict[str, object] = {
        "deelwijzer": rij(goud, eigen.uitkomst, eigen.schoon),
        "peers": {naam: rij(goud, uitkomst, uitkomst.antwoorden) for naam, uitkomst in peers.items()},
        "ruis": meet_ruis(goud, eigen),
        "weigering": meet_weigering(goud, eigen),
        "ece": meet_ece(goud, eigen.schoon, NIEUW),
        "ece_alle": meet_ece(goud, eigen.schoon, tuple(goud.per_bestand)),
        "dubbel": meet_dubbel(dubbel, eigen.dubbel),
        "groei": meet_groei(kern, goud.alle),
        "per_set": {DEELWIJZER: goud.per_set(eigen.schoon)}
        | {naam: goud.per_set(uitkomst.antwoorden) for naam, uitkomst in peers.items()},
    }
    toon(cijfers, goud, eigen)
    resultaat.parent.mkdir(parents=True, exist_ok=True)
    tekst = json.dumps({**cijfers, **herkomst(*VERGELEKEN)}, ensure_ascii=False, indent=1)
    resultaat.write_text(tekst + "\n", encoding="utf-8")
    return 0


def vraag_eigen(dienst: Dienst, goud: Goud, dubbel: list[Object]) -> Eigen:
    """Ask the project everything in one go: clean, with noise, out of scope, and two questions at once."""
    verruisd = {s: [{**v, "vraag": verruis(v["vraag"], s)} for v in goud.alle] for s in STERKTEN}
    buiten = {maat: lees_buiten(VRAGENMAP / naam) for maat, naam in BUITEN_BESTANDEN.items()}
    stapels = [goud.alle, *verruisd.values(), *buiten.values(), dubbel]
    uit = dienst.deelwijzer([vraag for stapel in stapels for vraag in stapel])
    over = iter(uit.antwoorden)
    delen = iter([list(islice(over, len(stapel))) for stapel in stapels])
    schoon = next(delen)
    ruis = dict(zip(verruisd, delen, strict=False))
    return Eigen(uit, schoon, ruis, dict(zip(buiten, delen, strict=False)), next(delen))


def rij(goud: Goud, uitkomst: Uitkomst, antwoorden: list[Object]) -> Rij:
    """Verdicts, speed and memory on the scored questions."""
    return {**goud.cijfers(goud.alle, antwoorden), **uitkomst.snelheid(len(goud.alle))}


def vraag_peers(dienst: Dienst, goud: Goud, stof: Leerstof) -> dict[str, Uitkomst]:
    """Answers of every peer that is there and learns in time."""
    uit = {}
    for naam in (*PEERS, NLPJS):
        if naam == NLPJS and shutil.which("node") is None:
            print("nlpjs doet niet mee: node ontbreekt.", file=sys.stderr)
            continue
        print(f"{naam} leert ...", file=sys.stderr, flush=True)
        uitkomst = dienst.peer(naam, stof, goud.alle)
        if uitkomst is None:
            print(f"{naam} leert te lang en doet niet mee.", file=sys.stderr)
        else:
            uit[naam] = uitkomst
    return uit


def meet_ruis(goud: Goud, eigen: Eigen) -> Rij:
    """Verdicts that are right, by strength of the noise."""
    sets = {"schoon": eigen.schoon, **eigen.ruis}
    return {naam: goud.cijfers(goud.alle, antwoorden)["oordeel_goed_pct"] for naam, antwoorden in sets.items()}


def meet_weigering(goud: Goud, eigen: Eigen) -> Rij:
    """Out of scope yet answered, and in scope yet refused."""
    binnen = [a for v, a in zip(goud.alle, eigen.schoon, strict=True) if hoort_erbij(v)]
    buiten = {maat: procent(map(aangenomen, antwoorden)) for maat, antwoorden in eigen.buiten.items()}
    return {**buiten, "binnen_geweigerd_pct": procent(map(geweigerd, binnen))}


def meet_ece(goud: Goud, antwoorden: list[Object], sets: tuple[str, ...]) -> float | None:
    """How far the confidence of answers is off on these files; asking what was meant claims nothing."""
    paren = [
        paar for naam, delen in goud.verdeel(antwoorden).items() if naam in sets for paar in zip(*delen, strict=True)
    ]
    gegeven = [(vraag, antwoord) for vraag, antwoord in paren if not teruggevraagd(antwoord)]
    goed = goud.oordeel_goed([vraag for vraag, _ in gegeven], [antwoord for _, antwoord in gegeven])
    return None if goed is None else ece([antwoord["vertrouwen"] for _, antwoord in gegeven], goed)


def toon(cijfers: dict[str, object], goud: Goud, eigen: Eigen) -> None:
    """Print all figures as one table."""
    rijen = {"deelwijzer": cijfers["deelwijzer"], **_tabel(cijfers["peers"])}
    buiten = sum(map(len, eigen.buiten.values()))
    print(f"{len(goud.alle)} vragen met een goed antwoord, {buiten} vragen van buiten het onderwerp; een tegelijk")
    _toon_rijen(rijen, KOPPEN)
    for kop in ("ruis", "weigering", "dubbel", "groei"):
        print(f"{kop:12}" + ", ".join(f"{naam} {_cel(waarde)}" for naam, waarde in _tabel(cijfers[kop]).items()))
    print(f"{'ece':12}nieuwe vragen {_cel(cijfers['ece'])}, alle vragen {_cel(cijfers['ece_alle'])}")
    print("oordeel goed per bestand, in procent")
    _toon_rijen(_tabel(cijfers["per_set"]), {naam: Path(naam).stem for naam in goud.per_bestand})


def _toon_rijen(rijen: dict[str, object], koppen: dict[str, str]) -> None:
    print(f"{'':12}" + "".join(f"{kop:>10}" for kop in koppen.values()))
    for naam, waarden in rijen.items():
        print(f"{naam:12}" + "".join(f"{_cel(_tabel(waarden).get(maat)):>10}" for maat in koppen))


def _tabel(waarde: object) -> dict[str, object]:
    return waarde if isinstance(waarde, dict) else {}


def _cel(waarde: object) -> str:
    return "-" if waarde is None else str(waarde)


if __name__ == "__main__":
    sys.exit(main(*(Path(naam) for naam in sys.argv[1:3])))
