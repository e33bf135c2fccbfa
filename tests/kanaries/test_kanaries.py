"""Nothing of a question stays anywhere: thousands of questions with canaries, with failures in every layer."""

import base64
import json
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from kanarieproef import KANALEN, Kanaalproef, geschreven, speur
from kanaries import NAMEN, NUMMERS, Zoeker, maak_vragen
from kanarieserver import LAGEN
from kanariestart import omgeving, opdracht, server

from bot.kern import Kern
from bot.privacy import RuweTekst

AANTAL = 1600
"""Questions; each channel gets its share."""
NAAM = NAMEN[2]
ZOEKER = Zoeker()


@pytest.fixture(scope="module")
def vragen() -> list[str]:
    """All generated questions."""
    return maak_vragen(AANTAL)


@pytest.mark.traag
@pytest.mark.parametrize("kanaal", KANALEN, ids=[kanaal.naam for kanaal in KANALEN])
def test_van_geen_enkele_vraag_blijft_iets_achter(kanaal: Kanaalproef, vragen: list[str], tmp_path: Path) -> None:
    uit = speur(tmp_path, kanaal, vragen)
    assert uit.vragen >= AANTAL * kanaal.deel * 0.9
    assert uit.sporen == {}
    assert uit.kenmerken == {}
    assert uit.geschreven == set()
    assert uit.vreemd == []


@pytest.mark.traag
def test_een_lek_zou_gevonden_worden(tmp_path: Path) -> None:
    with server(tmp_path, "--lek") as dienst:
        dienst.vraag(f"mag ik {NAAM} bespreken")
        limiet = Path(f"/proc/{dienst.proces}/limits").read_text(encoding="utf-8")
    assert set(ZOEKER.in_map(tmp_path)) == {str(tmp_path / "stderr")}
    assert "Max core file size        0 " in limiet


def test_elke_vraag_draagt_een_kanarie(vragen: list[str]) -> None:
    assert [vraag for vraag in vragen if ZOEKER.aantal(vraag.encode()) == 0] == []


@pytest.mark.parametrize("kanarie", [*NAMEN, *NUMMERS])
def test_de_wacht_kent_elke_kanarie(kern: Kern, kanarie: str) -> None:
    schoon = kern.zuiver(RuweTekst(f"mag {kanarie} mee op kamp?"))
    assert schoon.gevonden
    assert ZOEKER.aantal(schoon.tekst.encode()) == 0


@pytest.mark.parametrize(
    "vorm",
    [
        NAAM.encode(),
        NAAM.upper().encode(),
        NAAM.split()[1].lower().encode(),
        quote(NAAM).encode(),
        json.dumps({"naam": NAAM}).encode(),
        json.dumps(json.dumps(NAAM)).encode(),
        base64.b64encode(f"x{NAAM}y".encode()),
        base64.urlsafe_b64encode(f"xx{NAAM}".encode()),
        base64.b64encode(NAAM.encode()),
        NAAM.encode("utf-16-le"),
        f"a{NAAM}".encode("utf-16-be"),
        repr(NAAM.encode()).encode(),
        b"999994797",
        b"tel 0697918264",
    ],
)
def test_de_zoeker_ziet_elke_schrijfwijze(vorm: bytes) -> None:
    assert ZOEKER.aantal(b"\x00voor" + vorm + b"na\x00") > 0


def test_de_zoeker_ziet_ook_namen_van_bestanden(tmp_path: Path) -> None:
    (tmp_path / f"{NAMEN[0]}.txt").touch()
    assert len(ZOEKER.in_map(tmp_path)) == 1


def test_gewone_tekst_is_geen_spoor() -> None:
    assert ZOEKER.aantal(Path(__file__).parents[1].joinpath("conftest.py").read_bytes()) == 0


def test_schrijven_buiten_de_lijst_wordt_gezien(tmp_path: Path) -> None:
    code = "import os, socket; open('spoor.txt', 'w').close(); os.mkdir('nieuw'); open('/dev/null', 'w').close()"
    subprocess.run(opdracht(tmp_path, "-c", code), cwd=tmp_path, env=omgeving(tmp_path), check=True)
    assert geschreven(tmp_path) == {"spoor.txt", "nieuw"}


@pytest.mark.traag
def test_elke_laag_gaat_echt_stuk(tmp_path: Path) -> None:
    with server(tmp_path) as dienst:
        uit = {laag: dienst.vraag("mag ik verzuim delen met leerplicht?", laag)[0] for laag in (*LAGEN, "kanaal")}
        heel = dienst.vraag("mag ik verzuim delen met leerplicht?")[0]
    assert uit == dict.fromkeys(uit, 500)
    assert heel == 200
