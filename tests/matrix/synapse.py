"""A real Synapse on loopback, in a process and environment of its own."""

import hashlib
import hmac
import json
import os
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.draaien import vrije_poort

BOUW = Path(os.environ.get("DEELWIJZER_BOUW", Path(__file__).parents[2] / "build"))
OMGEVING = BOUW / "matrix" / "omgeving"
"""Virtual environment with Synapse and node; `make test` makes it."""
NAAM = "praat.test"
GEHEIM = "alleen-voor-proeven"
START_S = 60.0
"""Seconds Synapse gets to start."""
GEEN_GRENS = {"per_second": 10000, "burst_count": 10000}
_GRENZEN = {
    "rc_message": GEEN_GRENS,
    "rc_registration": GEEN_GRENS,
    "rc_admin_redaction": GEEN_GRENS,
    "rc_room_creation": GEEN_GRENS,
    "rc_joins_per_room": GEEN_GRENS,
    "rc_login": dict.fromkeys(("address", "account", "failed_attempts"), GEEN_GRENS),
    "rc_joins": dict.fromkeys(("local", "remote"), GEEN_GRENS),
    "rc_invites": dict.fromkeys(("per_room", "per_user", "per_issuer"), GEEN_GRENS),
}
_LOGBOEK = {
    "version": 1,
    "handlers": {"bestand": {"class": "logging.FileHandler", "filename": "synapse.log"}},
    "root": {"level": "WARNING", "handlers": ["bestand"]},
}


class Synapse:
    """One homeserver. `grenzen` keeps Synapse's default rate limits on; `velden` are settings of Synapse."""

    def __init__(self, map_: Path, grenzen: bool = False, **velden: Any) -> None:
        self._map = map_
        self._poort = vrije_poort()
        self.adres = f"http://127.0.0.1:{self._poort}"
        self._proces: subprocess.Popen[bytes] | None = None
        self._schrijf({**({} if grenzen else _GRENZEN), **velden})
        self._draai("--generate-keys").wait(timeout=START_S)

    def start(self) -> None:
        """Start and wait until it answers."""
        self._proces = self._draai()
        einde = time.monotonic() + START_S
        while not self._leeft():
            if self._proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError(f"Synapse start niet; zie {self._map / 'synapse.log'}")
            time.sleep(0.1)  # nothing to await: the server tells nobody that it is up

    def stop(self) -> None:
        """Stop and wait until it is gone."""
        if self._proces is not None:
            self._proces.terminate()
            self._proces.wait(timeout=START_S)
            self._proces = None

    def maak_gebruiker(self, naam: str, wachtwoord: str, beheerder: bool = False) -> str:
        """Register an account; gives its user id."""
        return self.registreer(naam, wachtwoord, beheerder)["user_id"]

    def registreer(self, naam: str, wachtwoord: str, beheerder: bool = False) -> dict[str, str]:
        """Register an account; gives its user id, and the token and id of a device."""
        pad = "/_synapse/admin/v1/register"
        nonce = self._vraag("GET", pad)["nonce"]
        delen = [nonce, naam, wachtwoord, "admin" if beheerder else "notadmin"]
        mac = hmac.new(GEHEIM.encode(), "\0".join(delen).encode(), hashlib.sha1).hexdigest()
        inhoud = {"nonce": nonce, "username": naam, "password": wachtwoord, "admin": beheerder, "mac": mac}
        uit: dict[str, str] = self._vraag("POST", pad, inhoud)
        return uit

    def geheugen_mb(self) -> float:
        """Resident memory."""
        assert self._proces is not None
        return rss_mb(self._proces.pid)

    def _vraag(self, methode: str, pad: str, inhoud: object = None) -> Any:
        data = None if inhoud is None else json.dumps(inhoud).encode()
        verzoek = urllib.request.Request(self.adres + pad, data, method=methode)
        with urllib.request.urlopen(verzoek, timeout=START_S) as antwoord:
            return json.load(antwoord)

    def _leeft(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.adres}/health", timeout=5) as antwoord:
                return bool(antwoord.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _draai(self, *opties: str) -> subprocess.Popen[bytes]:
        opdracht = [str(OMGEVING / "bin" / "python"), "-m", "synapse.app.homeserver", "-c", "homeserver.yaml", *opties]
        stil = subprocess.DEVNULL
        return subprocess.Popen(opdracht, cwd=self._map, stdout=stil, stderr=stil)

    def _schrijf(self, velden: dict[str, Any]) -> None:
        luister = {
            "port": self._poort,
            "bind_addresses": ["127.0.0.1"],
            "type": "http",
            "tls": False,
            "resources": [{"names": ["client"], "compress": False}],
        }
        instelling = {
            "server_name": NAAM,
            "public_baseurl": f"{self.adres}/",
            "pid_file": "hs.pid",
            "listeners": [luister],
            "database": {"name": "sqlite3", "args": {"database": "hs.db"}},
            "log_config": "log.yaml",
            "media_store_path": "media",
            "signing_key_path": "signing.key",
            "registration_shared_secret": GEHEIM,
            "macaroon_secret_key": GEHEIM,
            "form_secret": GEHEIM,
            "report_stats": False,
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "url_preview_enabled": False,
            **velden,
        }
        self._map.mkdir(parents=True, exist_ok=True)
        (self._map / "homeserver.yaml").write_text(json.dumps(instelling))
        (self._map / "log.yaml").write_text(json.dumps(_LOGBOEK))


def rss_mb(pid: int) -> float:
    """Resident memory of a process."""
    for regel in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if regel.startswith("VmRSS:"):
            return int(regel.split()[1]) / 1024
    raise RuntimeError("VmRSS ontbreekt")
