"""Keeps a number of Matrix processes alive on one folder, of which one leads.

The core is loaded once and the processes are forked from it, so that a new one starts in a fraction of a second. A
process that dies is replaced at once. Lines out: `klaar` once the core is loaded, `leidt N` when process N takes the
lead. It ends when its input does.
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
from typing import Any

from bot.gesprek.geheugen import Geheugen
from bot.kanalen.matrix.fouten import MapInGebruik
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kanaal import MatrixKanaal
from bot.kanalen.matrix.postvak import Postvak
from bot.kern import Kern, Vraag
from bot.leiding import Leiding
from bot.opslag.gedeeld import Gedeeldeopslag
from bot.samenstellen import maak_kern

SLEUTEL = b"proef" * 6
TRAAG_S = 0.3
"""Seconds that each write takes on a slow disk."""
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


def kind(kern: Kern, instelling: MatrixInstellingen, redis: str, huur_s: float) -> None:
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

        await Leiding("matrix", maak, MapInGebruik, opslag, "proef", huur_s).draai()

    maak_traag()
    asyncio.run(draai())


def main() -> None:
    """Fork, and fork again."""
    instelling = MatrixInstellingen.model_validate(json.loads(sys.argv[1]))
    redis, huur_s, aantal = sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    kern = maak_kern()
    kern.antwoord(Vraag("wat is een casusoverleg?"))
    gc.freeze()  # children share what is there, instead of copying it to look for garbage
    print("klaar", flush=True)
    kinderen: set[int] = set()
    threading.Thread(target=_einde, args=(kinderen,), daemon=True).start()
    while True:
        while len(kinderen) < aantal:
            pid = os.fork()
            if pid == 0:
                kind(kern, instelling, redis, huur_s)
                os._exit(0)
            kinderen.add(pid)
        kinderen.discard(os.wait()[0])


def _einde(kinderen: set[int]) -> None:
    """Once the input ends, all ends."""
    sys.stdin.read()
    for pid in tuple(kinderen):
        os.kill(pid, signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    main()
