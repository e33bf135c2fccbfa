"""Runs the bot in child processes that end themselves with SIGKILL at a chosen moment.

The core is loaded once and children are forked from it, so that a start takes a fraction of a second. Lines in: a
stage, or `stop`. Lines out: `klaar` once the core is loaded, `pid N` for a child, `dood N` with its exit status.
A child is harmless until it gets SIGUSR1; stage `geen` never kills.
"""

import asyncio
import gc
import json
import os
import random
import signal
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from bot.gesprek.geheugen import Geheugen
from bot.kanalen.matrix.client import Client
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kanaal import MatrixKanaal
from bot.kanalen.matrix.postvak import Postvak
from bot.kanalen.matrix.zender import Zender
from bot.kern import Kern, Vraag
from bot.samenstellen import maak_kern

LANGST_ONDERWEG_S = 0.05
"""Seconds after the start of a request within which it is cut off: before, during and after the server handles it."""


class Doder:
    """Puts a kill around a method."""

    def __init__(self) -> None:
        self.scherp = False
        signal.signal(signal.SIGUSR1, self._maak_scherp)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])

    def voor(self, soort: type, methode: str) -> None:
        """Die when it is called."""

        def nieuw(oud: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            self._dood()
            return oud(*args, **kwargs)

        self._vervang(soort, methode, nieuw)

    def na(self, soort: type, methode: str) -> None:
        """Die when it has returned."""

        def nieuw(oud: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            uit = oud(*args, **kwargs)
            self._dood()
            return uit

        self._vervang(soort, methode, nieuw)

    def na_async(self, soort: type, methode: str) -> None:
        """Die when the coroutine is done."""

        async def nieuw(oud: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            uit = await oud(*args, **kwargs)
            self._dood()
            return uit

        self._vervang(soort, methode, nieuw)

    def tijdens(self, soort: type, methode: str) -> None:
        """Die a moment after it began, at a random point."""

        def nieuw(oud: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            asyncio.get_running_loop().call_later(random.uniform(0, LANGST_ONDERWEG_S), self._dood)
            return oud(*args, **kwargs)

        self._vervang(soort, methode, nieuw)

    def _vervang(self, soort: type, methode: str, nieuw: Callable[..., Any]) -> None:
        oud = getattr(soort, methode)
        setattr(soort, methode, wraps(oud)(lambda *args, **kwargs: nieuw(oud, *args, **kwargs)))

    def _maak_scherp(self, *_: object) -> None:
        self.scherp = True

    def _dood(self) -> None:
        if self.scherp:
            os.kill(os.getpid(), signal.SIGKILL)


STADIA: dict[str, Callable[[Doder], None]] = {
    "ontvangst": lambda d: d.voor(MatrixKanaal, "lading"),
    "voor_onthouden": lambda d: d.voor(Postvak, "begin"),
    "voor_werk": lambda d: d.na(Postvak, "begin"),
    "voor_zenden": lambda d: d.voor(Zender, "bericht"),
    "tijdens_zenden": lambda d: d.tijdens(Client, "room_send"),
    "na_zenden": lambda d: d.na_async(Zender, "bericht"),
    "na_klaar": lambda d: d.na(Postvak, "klaar"),
    "na_token": lambda d: d.na(Postvak, "zet_stand"),
}
"""Every stage of handling a message."""


def kind(kern: Kern, instelling: MatrixInstellingen, stadium: str) -> None:
    """One life of the bot."""
    doder = Doder()
    if stadium in STADIA:
        STADIA[stadium](doder)
    asyncio.run(MatrixKanaal(instelling, Geheugen(kern)).draai())


def main() -> None:
    """Fork a child per line."""
    instelling = MatrixInstellingen.model_validate(json.loads(sys.argv[1]))
    kern = maak_kern()
    kern.antwoord(Vraag("wat is een casusoverleg?"))
    gc.freeze()  # children share what is there, instead of copying it to look for garbage
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])  # kept for a child that has no handler yet
    print("klaar", flush=True)
    for regel in sys.stdin:
        if regel.strip() == "stop":
            return
        pid = os.fork()
        if pid == 0:
            kind(kern, instelling, regel.strip())
            os._exit(0)
        print(f"pid {pid}", flush=True)
        print(f"dood {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}", flush=True)


if __name__ == "__main__":
    main()
