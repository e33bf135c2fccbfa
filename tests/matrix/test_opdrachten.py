"""`deelwijzer matrix aanmelden` and `matrix status`, as an administrator types them, on a real Synapse."""

import asyncio
import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.kanalen.matrix.kruistekenen import Paar
from bot.kanalen.matrix.sessie import BESTAND, Kruissleutels, laad_sessie
from bot.kanalen.matrix.toestand import bewaard
from bot.opdrachten import main
from tests.draaien import vrije_poort
from tests.matrix.gebruiker import gebruiker
from tests.matrix.synapse import NAAM, Synapse

WACHTWOORD = "proef-wachtwoord"
WORTEL = Path(__file__).parents[2]
_NUMMER = count()
IN_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


class Beheerder:
    """Types commands, with settings that can be changed in between."""

    def __init__(self, map_: Path, capsys: pytest.CaptureFixture[str], server: str, gebruiker: str) -> None:
        self.map = map_
        self._capsys = capsys
        self.velden: dict[str, Any] = {"server": server, "gebruiker": gebruiker, "map": str(map_ / "bot")}

    def bestand(self) -> str:
        """The settings as they are now."""
        pad_ = self.map / "deelwijzer.yaml"
        pad_.write_text(json.dumps({"matrix": self.velden}), encoding="utf-8")
        return str(pad_)

    def geheim(self, soort: str, waarde: str) -> None:
        """Put a password or token in a file that the settings name."""
        pad_ = self.map / soort
        pad_.write_text(waarde + "\n", encoding="utf-8")
        self.velden[f"{soort}_bestand"] = str(pad_)

    def typt(self, *woorden: str) -> tuple[int, str, str]:
        """Status, what is shown, and what is complained about."""
        status = main(["matrix", *woorden, "--config", self.bestand()])
        uit, fout = self._capsys.readouterr()
        return status, uit, fout


@pytest.fixture
def beheer(synapse: Synapse, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Beheerder:
    """An administrator with an account for the bot and its password in a file."""
    naam = synapse.maak_gebruiker(f"beheerd-{os.getpid()}-{next(_NUMMER)}", WACHTWOORD)
    uit = Beheerder(tmp_path, capsys, synapse.adres, naam)
    uit.geheim("wachtwoord", WACHTWOORD)
    return uit


def test_aanmelden_status_en_nog_eens_aanmelden(beheer: Beheerder) -> None:
    assert beheer.typt("status") == (
        1,
        "",
        "Er is nog niet aangemeld bij Matrix. Doe dat met: deelwijzer matrix aanmelden\n",
    )
    status, uit, fout = beheer.typt("aanmelden")
    apparaat = laad_sessie(beheer.map / "bot").apparaat
    getekend = f"Apparaat: {apparaat}\nOndertekening: getekend: andere apparaten vertrouwen de bot\n"
    assert (status, uit, fout) == (0, f"Aangemeld.\n{getekend}", "")
    status, uit, fout = beheer.typt("status")
    rest = "Eenmalige sleutels op de server: 50\nLaatste contact: nog nooit\nKamers: 0\n"
    assert (status, uit, fout) == (0, getekend + rest, "")
    assert beheer.typt("aanmelden") == (0, f"Deze map was al aangemeld.\n{getekend}", "")


def test_verkeerd_wachtwoord_en_geen_wachtwoord(beheer: Beheerder) -> None:
    beheer.geheim("wachtwoord", "verkeerd")
    status, uit, fout = beheer.typt("aanmelden")
    assert (status, uit, fout) == (1, "", "Aanmelden lukte niet (M_FORBIDDEN). Klopt het wachtwoord?\n")
    assert not (beheer.map / "bot" / BESTAND).exists()
    beheer.velden["wachtwoord_bestand"] = str(beheer.map / "weg")
    assert beheer.typt("aanmelden")[2] == f"{beheer.map / 'weg'} is niet te lezen. Geef een ander bestand op.\n"
    del beheer.velden["wachtwoord_bestand"]
    assert "noem een bestand bij 'matrix.wachtwoord_bestand'" in beheer.typt("aanmelden")[2]
    beheer.geheim("wachtwoord", WACHTWOORD)
    assert beheer.typt("aanmelden")[0] == 0  # a failed try leaves nothing in the way


def test_het_wachtwoord_typen(beheer: Beheerder) -> None:
    """In a terminal it is asked for, and not shown."""
    del beheer.velden["wachtwoord_bestand"]
    opdracht = [sys.executable, "-m", "bot", "matrix", "aanmelden", "--config", beheer.bestand()]
    pijp = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", IN_TERMINAL, *opdracht], cwd=WORTEL, stdin=pijp, stdout=pijp
    ) as proces:
        assert proces.stdin is not None
        assert proces.stdout is not None
        gezien = b""
        while b"Wachtwoord van het account: " not in gezien:
            gezien += os.read(proces.stdout.fileno(), 1000) or pytest.fail(gezien.decode())
        proces.stdin.write(WACHTWOORD.encode() + b"\n")
        proces.stdin.flush()
        gezien += proces.stdout.read()
    assert proces.returncode == 0
    assert b"Aangemeld." in gezien
    assert WACHTWOORD.encode() not in gezien


def test_geen_server_en_een_ander_soort_server(beheer: Beheerder, synapse: Synapse) -> None:
    beheer.velden["server"] = f"http://127.0.0.1:{vrije_poort()}"
    onbereikbaar = "De Matrix-server is niet te bereiken. Klopt 'matrix.server' en staat hij aan?\n"
    assert beheer.typt("aanmelden") == (1, "", onbereikbaar)
    beheer.velden["server"] = f"{synapse.adres}/_synapse/client"
    assert "antwoordt geen Matrix-server" in beheer.typt("aanmelden")[2]
    beheer.velden["server"] = synapse.adres
    assert beheer.typt("aanmelden")[0] == 0
    sessie = beheer.map / "bot" / BESTAND
    sessie.write_text(sessie.read_text(encoding="utf-8").replace(synapse.adres, "http://127.0.0.1:9"), encoding="utf-8")
    assert beheer.typt("status") == (1, "", onbereikbaar)


def test_een_map_die_niet_kan_of_van_een_ander_is(beheer: Beheerder, synapse: Synapse) -> None:
    (beheer.map / "bestand").write_text("", encoding="utf-8")
    beheer.velden["map"] = str(beheer.map / "bestand")
    assert "kan geen map zijn" in beheer.typt("aanmelden")[2]
    beheer.velden["map"] = str(beheer.map / "bot")
    assert beheer.typt("aanmelden")[0] == 0
    beheer.velden["gebruiker"] = synapse.maak_gebruiker(f"ander-{os.getpid()}-{next(_NUMMER)}", WACHTWOORD)
    assert (
        beheer.typt("aanmelden")[2] == "Deze map hoort bij een ander account. Kies bij 'matrix.map' een andere map.\n"
    )


def test_een_afgemelde_bot_meldt_zich_weer_aan_op_hetzelfde_apparaat(beheer: Beheerder) -> None:
    assert beheer.typt("aanmelden")[0] == 0
    eerst = laad_sessie(beheer.map / "bot")
    asyncio.run(_meld_af(beheer.map / "bot"))
    status, _, fout = beheer.typt("status")
    assert (status, fout) == (
        1,
        "De Matrix-server kent deze aanmelding niet meer (M_UNKNOWN_TOKEN). Meld opnieuw aan.\n",
    )
    status, uit, _ = beheer.typt("aanmelden")
    assert (status, uit.splitlines()[:2]) == (0, ["Aangemeld.", f"Apparaat: {eerst.apparaat}"])
    assert "getekend: andere" in beheer.typt("status")[1]  # logging out took the keys from the server


async def _meld_af(map_: Path) -> None:
    async with bewaard(map_) as (client, _):
        await client.roep("POST", "/v3/logout", {})


def test_een_account_met_eigen_ondertekensleutels_vraagt_een_mens(beheer: Beheerder, synapse: Synapse) -> None:
    """Someone used the bot's account in a client of their own first: its keys are never replaced."""
    asyncio.run(_zet_sleutels_elders(synapse, beheer.velden["gebruiker"], beheer.map / "elders"))
    status, uit, fout = beheer.typt("aanmelden")
    assert (status, uit) == (1, "")
    assert "Dit account heeft al ondertekensleutels" in fout
    assert fout.rstrip().endswith(synapse.adres)  # the page to visit; this server names no other
    status, uit, fout = beheer.typt("status")
    assert (status, fout) == (1, "")
    assert "de server heeft andere ondertekensleutels dan deze map" in uit


async def _zet_sleutels_elders(synapse: Synapse, naam: str, map_: Path) -> None:
    async with gebruiker(synapse.adres, naam, WACHTWOORD, map_) as wie:
        sleutel = Paar(Kruissleutels.nieuw().master).openbaar
        hoofd = {"user_id": naam, "usage": ["master"], "keys": {f"ed25519:{sleutel}": sleutel}}
        assert await wie.roep("POST", "/keys/device_signing/upload", {"master_key": hoofd}) == {}


def test_een_server_zonder_wachtwoorden_neemt_een_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen = Synapse(tmp_path / "synapse", password_config={"enabled": False})
    eigen.start()
    try:
        gegevens = eigen.registreer("deelwijzer", WACHTWOORD)
        beheer = Beheerder(tmp_path, capsys, eigen.adres, f"@deelwijzer:{NAAM}")
        beheer.geheim("wachtwoord", WACHTWOORD)
        assert "mas-cli manage issue-compatibility-token" in beheer.typt("aanmelden")[2]
        del beheer.velden["wachtwoord_bestand"]
        beheer.geheim("token", gegevens["access_token"])
        status, uit, fout = beheer.typt("aanmelden")
        assert (status, fout) == (0, "")
        assert uit.splitlines()[1] == f"Apparaat: {gegevens['device_id']}"
        assert beheer.typt("status")[0] == 0
    finally:
        eigen.stop()


def test_zonder_deel_matrix_in_de_instellingen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leeg = tmp_path / "leeg.yaml"
    leeg.write_text("regio: amersfoort\n", encoding="utf-8")
    assert main(["matrix", "status", "--config", str(leeg)]) == 1
    assert "Voeg een deel 'matrix:' toe" in capsys.readouterr().err
