"""Runs what is measured in processes of its own: learning, starting, and answering a list of questions."""

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from herkomst import WORTEL
from peers import DEELWIJZER, NLPJS
from stof import Leerstof, Object

PROGRAMMA = Path(__file__).parent / "peers.py"
NLPJS_PROGRAMMA = Path(__file__).parent / "nlpjs" / "nlpjs.cjs"
LANGSTE_LES_S = 90
"""Seconds a peer may learn; one that needs longer is left out."""
STARTS = 3
"""New processes for the start-up time; the median counts."""
ONBEKEND: Object = {"soort": "onbekend", "oordeel": None}
"""What a peer answers when it names no class."""


@dataclass(frozen=True)
class Uitkomst:
    """What came out of answering a list of questions."""

    antwoorden: list[Object]
    duren_ms: list[float]
    start_s: float
    rss_mb: float

    def snelheid(self, aantal: int) -> dict[str, float]:
        """Speed over the first questions, one at a time, with start-up and memory."""
        duren = self.duren_ms[:aantal]
        return {
            "p50_ms": round(statistics.median(duren), 2),
            "p99_ms": round(statistics.quantiles(duren, n=100)[98], 2),
            "vragen_per_s": round(1000 * len(duren) / sum(duren), 1),
            "start_s": self.start_s,
            "rss_mb": self.rss_mb,
        }


class Dienst:
    """A folder in which peers learn and answer."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def deelwijzer(self, vragen: list[Object]) -> Uitkomst:
        """The project itself."""
        return self._bedien(DEELWIJZER, vragen)

    def peer(self, naam: str, stof: Leerstof, vragen: list[Object]) -> Uitkomst | None:
        """A peer that learnt from the examples, its classes read as answers; None when learning took too long."""
        self._schrijf("leerstof.json", stof.voorbeelden)
        try:
            opdracht = self._opdracht("leer", naam)
            subprocess.run(opdracht, cwd=WORTEL, check=True, timeout=LANGSTE_LES_S, stdout=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return None
        uit = self._bedien(naam, [{"vraag": vraag["vraag"]} for vraag in vragen])
        antwoorden = [stof.antwoorden.get(str(klasse), ONBEKEND) for klasse in uit.antwoorden]
        return Uitkomst(antwoorden, uit.duren_ms, uit.start_s, uit.rss_mb)

    def _bedien(self, naam: str, vragen: list[Object]) -> Uitkomst:
        self._schrijf("vragen.json", [_zonder_goud(vraag) for vraag in vragen[:1]])
        starts = [self._dien(naam) for _ in range(STARTS)]
        self._schrijf("vragen.json", [_zonder_goud(vraag) for vraag in vragen])
        self._dien(naam)
        uit = json.loads((self._map / f"{naam}.json").read_text(encoding="utf-8"))
        return Uitkomst(uit["antwoorden"], uit["duren_ms"], round(statistics.median(starts), 2), uit["rss_mb"])

    def _dien(self, naam: str) -> float:
        """Let a new process answer; seconds until its first answer."""
        begin = time.perf_counter()
        with subprocess.Popen(self._opdracht("dien", naam), cwd=WORTEL, stdout=subprocess.PIPE, text=True) as proces:
            eerste = proces.stdout.readline() if proces.stdout else ""
            duur = time.perf_counter() - begin
        if proces.returncode != 0 or not eerste:
            raise RuntimeError(f"{naam} stopte met status {proces.returncode}")
        return duur

    def _opdracht(self, wat: str, naam: str) -> list[str]:
        if naam == NLPJS:
            return ["node", str(NLPJS_PROGRAMMA), wat, str(self._map)]
        return [sys.executable, str(PROGRAMMA), wat, naam, str(self._map)]

    def _schrijf(self, naam: str, inhoud: object) -> None:
        (self._map / naam).write_text(json.dumps(inhoud, ensure_ascii=False), encoding="utf-8")


def _zonder_goud(vraag: Object) -> Object:
    """Only what an asker tells."""
    return {naam: vraag[naam] for naam in ("vraag", "regio", "rol") if naam in vraag}
