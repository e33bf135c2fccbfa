"""Keeps a number of Matrix processes alive on one folder, of which one leads.

The core is loaded once and the processes are forked from it, so that a new one starts in a fraction of a second. A
process that dies is replaced at once. Lines out: `klaar` once the core is loaded, `leidt N` when process N takes the
lead, `kennis N VERSIE GEWEIGERD` when process N answers from another version, or refuses one. It ends when its input
does.
"""

import asyncio
import gc
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.beheer.levend import Levend, laad_levend
from bot.beheer.opslag import Opslag
from bot.gesprek.geheugen import Geheugen
from bot.kanalen.matrix.fouten import MapInGebruik
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kanaal import MatrixKanaal
from bot.kanalen.matrix.postvak import Postvak
from bot.kern import Kern
from bot.leiding import Leiding
from bot.opslag.gedeeld import Gedeeldeopslag

SLEUTEL = b"proef" * 6
TRAAG_S = 0.3
"""Seconds that each write takes on a slow disk."""
KIJK_S = 0.2
SPRONGEN = (0.0, 2 * 3600.0, -2 * 3600.0)
"""Seconds the clock is off: two hours is more than the age at which a question gets no answer any more."""
traag = {"s": 0.0, "klok": 0.0}
echte_tijd = time.time


def wissel_schijf() -> None:
    """Make the disk slow, or as it was."""
    traag["s"] = 0.0 if traag["s"] else TRAAG_S


def verzet_klok() -> None:
    """Let the clock of this process jump."""
    echt = echte_tijd
    sprong = SPRONGEN[(SPRONGEN.index(traag["klok"]) + 1) % len(SPRONGEN)]
    traag["klok"] = sprong
    time.time = lambda: echt() + sprong


def maak_traag() -> None:
    """Put the wait around every write of the inbox."""
    for naam in ("begin", "klaar", "zet_stand"):
        oud = getattr(Postvak, naam)

        def nieuw(*args: Any, _oud: Callable[..., Any] = oud, **kwargs: Any) -> Any:
            time.sleep(traag["s"])
            return _oud(*args, **kwargs)

        setattr(Postvak, naam, nieuw)


async def vertel(levend: Levend) -> None:
    """Say what /gezond would."""
    gezien = levend.stand()
    while True:
        await asyncio.sleep(KIJK_S)
        if levend.stand() != gezien:
            gezien = levend.stand()
            print(f"kennis {os.getpid()} {levend.versie} {levend.geweigerd}", flush=True)


def kind(kern: Kern, instelling: MatrixInstellingen, redis: str, huur_s: float, kennis: Path, versie: str) -> None:
    """One process: leads, or waits."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGUSR1, lambda *_: wissel_schijf())
    signal.signal(signal.SIGUSR2, lambda *_: verzet_klok())

    async def draai() -> None:
        opslag = Gedeeldeopslag(redis, None, "proef")
        geheugen = Geheugen(kern, opslag=opslag, sleutel=SLEUTEL)

        def maak() -> MatrixKanaal:
            kanaal = MatrixKanaal(instelling, geheugen)
            print(f"leidt {os.getpid()}", flush=True)
            return kanaal

        levend = Levend(kennis, versie, geheugen.neem, opslag)
        leiding = Leiding("matrix", maak, MapInGebruik, opslag, "proef", huur_s)
        await asyncio.gather(leiding.draai(), levend.draai(), vertel(levend))

    maak_traag()
    asyncio.run(draai())


def main() -> None:
    """Fork, and fork again."""
    instelling = MatrixInstellingen.model_validate(json.loads(sys.argv[1]))
    redis, huur_s, aantal = sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    kennis = Path(sys.argv[5])
    Opslag(kennis)
    kern, versie = laad_levend(kennis)
    gc.freeze()  # children share what is there, instead of copying it to look for garbage
    print("klaar", flush=True)
    kinderen: set[int] = set()
    threading.Thread(target=_einde, daemon=True).start()
    while True:
        while len(kinderen) < aantal:
            pid = os.fork()
            if pid == 0:
                kind(kern, instelling, redis, huur_s, kennis, versie)
                os._exit(0)
            kinderen.add(pid)
        kinderen.discard(os.wait()[0])


def _einde() -> None:
    """Once the input ends, the whole group ends, whoever is being born just now too."""
    sys.stdin.read()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
