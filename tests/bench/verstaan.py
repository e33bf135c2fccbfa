"""Measure speed and memory over the example questions.

    python tests/bench/verstaan.py RESULT

`deelwijzer` is understanding, deciding and phrasing; `met_wacht` is a whole answer, the privacy guard included.
Start-up is a new process up to and including its first answer.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from herkomst import WORTEL, herkomst

from bot.kern import STANDAARD_REGIO, Kern, Vraag
from bot.samenstellen import maak_kern

VRAGEN = 600
"""Questions measured, spread evenly over all examples: enough for a steady p99 in under a minute."""
OPWARMEN = 20
"""Questions asked first and not counted: some lists are made at their first use."""
STARTS = 3
"""New processes for the start-up time; the median counts."""


def main(resultaat: Path) -> int:
    """Print a table and write the figures."""
    kern = maak_kern()
    vragen = voorbeeldvragen(kern)
    cijfers = {
        "deelwijzer": meet(vragen, zonder_wacht(kern)),
        "met_wacht": meet(vragen, lambda v: kern.antwoord(Vraag(v))),
    }
    cijfers["deelwijzer"] |= {"start_s": starttijd(vragen[0]), "rss_mb": geheugen()}
    toon(cijfers, len(vragen))
    resultaat.parent.mkdir(parents=True, exist_ok=True)
    tekst = json.dumps({**cijfers, "vragen": len(vragen), **herkomst()}, ensure_ascii=False, indent=1)
    resultaat.write_text(tekst + "\n", encoding="utf-8")
    return 0


def zonder_wacht(kern: Kern) -> Callable[[str], object]:
    """Understand, decide and phrase."""
    return lambda vraag: kern.antwoord_op_begrip(kern.begrijper.begrijp(vraag), STANDAARD_REGIO)


def voorbeeldvragen(kern: Kern) -> list[str]:
    """Example questions that ship with the program, the same ones every time."""
    taal = kern.begrijper.taal
    alle = [zin for zinnen in taal.vragen.values() for zin in zinnen] + [voorbeeld.v for voorbeeld in taal.delen]
    return alle[:: max(1, len(alle) // VRAGEN)][:VRAGEN]


def meet(vragen: Sequence[str], doe: Callable[[str], object]) -> dict[str, float]:
    """Latency of each question and questions per second, one at a time on one core."""
    for vraag in vragen[:OPWARMEN]:
        doe(vraag)
    duren = []
    for vraag in vragen:
        begin = time.perf_counter()
        doe(vraag)
        duren.append(time.perf_counter() - begin)
    return {
        "p50_ms": round(statistics.median(duren) * 1000, 2),
        "p99_ms": round(statistics.quantiles(duren, n=100)[98] * 1000, 2),
        "vragen_per_s": round(len(duren) / sum(duren), 1),
    }


def starttijd(vraag: str) -> float:
    """Seconds from starting a process until its first answer has been given."""
    invoer = json.dumps({"vraag": vraag})
    duren = []
    for _ in range(STARTS):
        begin = time.perf_counter()
        opdracht = [sys.executable, "-m", "bot", "vraag", "--jsonl"]
        subprocess.run(opdracht, input=invoer, text=True, cwd=WORTEL, check=True, capture_output=True)
        duren.append(time.perf_counter() - begin)
    return round(statistics.median(duren), 2)


def geheugen() -> float:
    """Largest amount of memory this process has had, in MB; Linux counts in kB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def toon(cijfers: dict[str, dict[str, float]], aantal: int) -> None:
    """Print the figures as a table."""
    print(f"{aantal} vragen, een tegelijk")
    print(f"{'':12}{'p50 ms':>10}{'p99 ms':>10}{'vragen/s':>10}")
    for naam, rij in cijfers.items():
        print(f"{naam:12}{rij['p50_ms']:>10}{rij['p99_ms']:>10}{rij['vragen_per_s']:>10}")
    print(f"start {cijfers['deelwijzer']['start_s']} s, geheugen {cijfers['deelwijzer']['rss_mb']} MB")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
