"""Measure the privacy guard beside deduce alone and presidio alone, and look for canaries in all that was written.

    python tests/bench/privacy.py RESULT

The figures of the table are those of the questions nobody looked at while the guard was made. `oefen` are the questions
it was made with, `gevallen` the public test cases of deduce and presidio.
"""

import json
import sys
import tempfile
from pathlib import Path

from bewaken import Bewaker, deduce, eigen, presidio, tel
from herkomst import herkomst
from kanarieproef import KANALEN, speur
from kanaries import maak_vragen
from stof import VRAGENMAP, Object

from bot.kern import Kern
from bot.samenstellen import maak_kern

SETS = {
    "toets": ("persoonsgegevens_toets.jsonl",),
    "oefen": (
        "persoonsgegevens.jsonl",
        "persoonsgegevens2.jsonl",
        "persoonsgegevens3.jsonl",
        "persoonsgegevens4.jsonl",
    ),
    "gevallen": ("persoonsgegevens_peers.jsonl",),
}
KANARIEVRAGEN = 1600
"""Questions with canaries that the channels draw from."""
KOPPEN = {
    "recall_namen": "namen",
    "recall_nummers": "nummers",
    "vals_alarm_pct": "vals %",
    "p50_ms": "p50 ms",
    "p99_ms": "p99 ms",
}


def main(resultaat: Path) -> int:
    """Print a table and write the figures."""
    cijfers = {naam: meet(bewaker) for naam, bewaker in bewakers(maak_kern()).items()}
    toon(cijfers)
    kanaries = zoek_kanaries()
    print("kanaries    " + ", ".join(f"{naam} {waarde}" for naam, waarde in kanaries.items()))
    resultaat.parent.mkdir(parents=True, exist_ok=True)
    tekst = json.dumps(
        {**cijfers, "kanaries": kanaries, **herkomst("presidio-analyzer", "spacy")}, ensure_ascii=False, indent=1
    )
    resultaat.write_text(tekst + "\n", encoding="utf-8")
    return 0


def zoek_kanaries() -> dict[str, int]:
    """Questions asked over all channels, and traces of canaries or writes that may not be, found afterwards."""
    vragen, asked, gevonden = maak_vragen(KANARIEVRAGEN), 0, 0
    for kanaal in KANALEN:
        with tempfile.TemporaryDirectory() as map_:
            uit = speur(Path(map_), kanaal, vragen)
        asked += uit.vragen
        gevonden += sum(uit.sporen.values()) + len(uit.geschreven) + len(uit.vreemd)
    return {"vragen": asked, "gevonden": gevonden}


def bewakers(kern: Kern) -> dict[str, Bewaker]:
    """All engines, ready to work."""
    return {"bewaker": eigen(kern), "deduce": deduce(), "presidio": presidio()}


def meet(bewaker: Bewaker) -> dict[str, object]:
    """One engine on all sets."""
    for vraag in lees("oefen"):
        bewaker(vraag["vraag"])  # warm
    per_set = {naam: tel(bewaker, lees(naam)).cijfers() for naam in SETS}
    return {**per_set["toets"], **{naam: per_set[naam] for naam in ("oefen", "gevallen")}}


def lees(naam: str) -> list[Object]:
    """The questions of a set, each with the pieces of personal data in it."""
    teksten = ((VRAGENMAP / bestand).read_text(encoding="utf-8") for bestand in SETS[naam])
    return [json.loads(regel) for tekst in teksten for regel in tekst.splitlines()]


def toon(cijfers: dict[str, dict[str, object]]) -> None:
    """Print the figures, best first seen: unseen questions, then the others."""
    print(f"{len(lees('toets'))} vragen die bij het maken niet zijn bekeken")
    print(f"{'':12}" + "".join(f"{kop:>10}" for kop in KOPPEN.values()))
    for naam, waarden in cijfers.items():
        rijen = {naam: waarden} | {f" {s}": waarden[s] for s in ("oefen", "gevallen")}
        for kop, rij in rijen.items():
            assert isinstance(rij, dict)
            print(f"{kop:12}" + "".join(f"{rij[maat]!s:>10}" for maat in KOPPEN))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
