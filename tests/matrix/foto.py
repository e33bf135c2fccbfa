"""Makes the picture of the README: a real client (nheko, under Xvfb) in an encrypted chat with the bot.

    python -m tests.matrix.foto deploy/beelden/matrix.png

Needs the Debian packages nheko, xvfb, xdotool, imagemagick and dbus-x11.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.samenstellen import maak_kern
from tests.matrix.gebruiker import Gebruiker, is_notitie
from tests.matrix.synapse import Synapse
from tests.matrix.wereld import WACHTWOORD, wereld

NODIG = ("nheko", "Xvfb", "xdotool", "import", "dbus-run-session")
SCHERM, MATEN = ":77", "1180x1120"
OPSTART_S, TEKEN_S = 14, 5
"""Seconds nheko gets to start, and to draw."""
ANNULEREN, KAMER = (1000, 562), (130, 108)
"""Where to click: away the offer to verify, and the room."""
VRAAG, KEUZE = "Mag ik verzuim delen met leerplicht?", "2"
INSTELLING = """[General]
run_without_secure_secrets_service=true
disable_certificate_validation=true
[auth]
access_token={token}
device_id={apparaat}
home_server={adres}
user_id={gebruiker}
[user]
timeline\\buttons=false
"""


@contextmanager
def proces(opdracht: list[str], omgeving: dict[str, str]) -> Iterator[None]:
    """A program that runs as long as it is needed."""
    kind = subprocess.Popen(opdracht, env=omgeving, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        kind.terminate()
        kind.wait()


async def gesprek(wie: Gebruiker, bot: str) -> None:
    """What the picture shows."""
    kamer = await wie.maak_kamer(bot, versleuteld=True, name="Deelwijzer")
    await wie.wacht(kamer, is_notitie)
    draad = {"rel_type": "m.thread", "event_id": await wie.zeg(kamer, VRAAG)}
    await wie.antwoord(kamer, 1)
    await wie.zeg(kamer, KEUZE, m_relates_to=draad)
    await wie.antwoord(kamer, 2)


async def maak(doel: Path, map_: Path, synapse: Synapse) -> None:
    """Talk, start nheko, click, and take the picture."""
    async with wereld(synapse, maak_kern(), map_) as w:
        await w.kanaal_naam("Deelwijzer")
        anna = await w.mens()
        await anna.client.set_displayname("Anna")
        toegang = await anna.roep(
            "POST", "/login", {"type": "m.login.password", "user": anna.client.user_id, "password": WACHTWOORD}
        )
        thuis = map_ / "thuis"
        (thuis / ".config" / "nheko").mkdir(parents=True)
        tekst = INSTELLING.format(
            token=toegang["access_token"],
            apparaat=toegang["device_id"],
            adres=synapse.adres,
            gebruiker=anna.client.user_id,
        )
        (thuis / ".config" / "nheko" / "nheko.conf").write_text(tekst, encoding="utf-8")
        omgeving = {
            **os.environ,
            "DISPLAY": SCHERM,
            "HOME": str(thuis),
            "QT_QUICK_BACKEND": "software",
            "XDG_RUNTIME_DIR": str(thuis),
        }
        with proces(["Xvfb", SCHERM, "-screen", "0", f"{MATEN}x24"], omgeving):
            await asyncio.sleep(1)  # a program outside tells nothing: wait until it has drawn
            with proces(["dbus-run-session", "--", "nheko"], omgeving):
                await asyncio.sleep(OPSTART_S)
                await gesprek(anna, w.bot)
                vergroot = ("search", "--onlyvisible", "--class", "nheko", "windowsize", "%@", *MATEN.split("x"))
                for doen in (_klik(ANNULEREN), vergroot, _klik(KAMER), ("mousemove", "5", "1100")):
                    subprocess.run(["xdotool", *doen], env=omgeving, check=True)
                    await asyncio.sleep(TEKEN_S)
                subprocess.run(["import", "-window", "root", str(doel)], env=omgeving, check=True)


def _klik(plek: tuple[int, int]) -> tuple[str, ...]:
    return ("mousemove", *map(str, plek), "click", "1")


def main() -> None:
    """Check what is needed, then do it."""
    if weg := [naam for naam in NODIG if shutil.which(naam) is None]:
        sys.exit(f"Niet gevonden: {', '.join(weg)}. Op Debian: apt-get install nheko xvfb xdotool imagemagick dbus-x11")
    doel = Path(sys.argv[1])
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        synapse = Synapse(map_ / "synapse")
        synapse.start()
        try:
            asyncio.run(maak(doel, map_, synapse))
        finally:
            synapse.stop()


if __name__ == "__main__":
    main()
