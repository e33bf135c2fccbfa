"""Runs inside a network of its own: starts the bot and the Playground, then drives a browser. Ends with its status.

The Playground listens on every address of the machine; in here there is only loopback.
"""

import fcntl
import os
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1
BOTPOORT, SPEELPOORT = 3978, 56150
"""Free in here: nobody else is in this network."""
GEDULD = 60.0
"""Seconds for a program to start."""


def lus_aan() -> None:
    """Bring loopback up."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        vraag = struct.pack("16sH14x", b"lo", 0)
        _, vlaggen = struct.unpack("16sH14x", fcntl.ioctl(s, SIOCGIFFLAGS, vraag))
        fcntl.ioctl(s, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", vlaggen | IFF_UP))


def wacht_op(adres: str, proces: subprocess.Popen[bytes]) -> None:
    """Until an address answers."""
    eind = time.monotonic() + GEDULD
    while time.monotonic() < eind and proces.poll() is None:
        try:
            urllib.request.urlopen(adres, timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{adres} kwam niet op")


def main(knopen: Path, uit: Path) -> int:
    """Start all, drive, stop all."""
    hier = Path(__file__).parent
    lus_aan()
    instelling = uit / "instellingen.yaml"
    app = "{app_id: 11111111-2222-3333-4444-555555555555, tenant: aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
    proef = "zonder_aanmelding: true, alleen_deze_computer: true}"
    instelling.write_text(f"web: {{poort: {BOTPOORT}}}\nteams: {app}, {proef}\n", encoding="utf-8")
    omgeving = os.environ | {"TEAMSAPPTESTER_BROWSER": "none", "KNOPEN": str(knopen), "UIT": str(uit)}
    speel = [str(knopen / "node_modules/@microsoft/m365agentsplayground/cli.js"), "start", "-c", "msteams", "--dt"]
    doel = ["-e", f"http://127.0.0.1:{BOTPOORT}/api/messages", "-p", str(SPEELPOORT)]
    with (uit / "bot.log").open("wb") as log, (uit / "speeltuin.log").open("wb") as speellog:
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "start", "--config", str(instelling)], stdout=log, stderr=log
        )
        wacht_op(f"http://127.0.0.1:{BOTPOORT}/gezond", bot)
        speeltuin = subprocess.Popen(["node", *speel, *doel], stdout=speellog, stderr=speellog, env=omgeving, cwd=uit)
        try:
            wacht_op(f"http://127.0.0.1:{SPEELPOORT}/", speeltuin)
            ritten = ("rijd.mjs", "steekproef.mjs")
            return max(subprocess.run(["node", str(hier / r)], env=omgeving, check=False).returncode for r in ritten)
        finally:
            for proces in (speeltuin, bot):
                proces.terminate()
                proces.wait()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
