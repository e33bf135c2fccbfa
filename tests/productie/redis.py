"""A real Redis on loopback, in a process of its own, that can be stopped, emptied and started again."""

import shutil
import subprocess
import time
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from tests.draaien import vrije_poort

START_S = 20.0
"""Seconds it gets to start."""
NODIG = "De proeven gebruiken Redis. Op Debian: sudo apt-get install redis-server"


class Redisserver:
    """One server without a disk: what is in it dies with it."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._poort = vrije_poort()
        self.adres = f"redis://127.0.0.1:{self._poort}/0"
        self._proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers."""
        programma = shutil.which("redis-server") or shutil.which("valkey-server")
        assert programma, NODIG
        opties = ("--port", str(self._poort), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._map))
        self._proces = subprocess.Popen([programma, *opties], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        einde = time.monotonic() + START_S
        with self.klant() as klant:
            while time.monotonic() < einde:
                try:
                    klant.ping()
                except RedisError:
                    time.sleep(0.02)  # nothing to await: it tells nobody that it is up
                else:
                    return
        raise RuntimeError(NODIG)

    def stop(self) -> None:
        """Stop and wait until it is gone."""
        if self._proces is not None:
            self._proces.kill()
            self._proces.wait(timeout=START_S)
            self._proces = None

    def klant(self) -> "Redis":
        """A client of its own, to look into it."""
        return Redis.from_url(self.adres)

    def alles(self) -> dict[bytes, bytes]:
        """Every key and value."""
        with self.klant() as klant:
            sleutels = list(klant.scan_iter("*"))
            return {sleutel: klant.get(sleutel) or b"" for sleutel in sleutels}

    def zonder_einde(self) -> list[bytes]:
        """Keys that never expire."""
        with self.klant() as klant:
            return [sleutel for sleutel in klant.scan_iter("*") if klant.ttl(sleutel) == -1]
