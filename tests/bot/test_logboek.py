"""The program tells kinds and places, never what was typed: in logs, in crashes, in warnings and in core dumps."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logboek import STIL, maak_melding
from bot.opdrachten.hoofd import main

NAAM = "Kwibus Zonderland"
WORTEL = Path(__file__).parents[2]


@pytest.fixture
def stil() -> Iterator[None]:
    """The log records of the running program."""
    gewoon = logging.getLogRecordFactory()
    logging.setLogRecordFactory(maak_melding)
    yield
    logging.setLogRecordFactory(gewoon)


def _draai(code: str) -> subprocess.CompletedProcess[str]:
    begin = f"from bot.logboek import richt_in\nricht_in()\nnaam = {NAAM!r}\n"
    return subprocess.run([sys.executable, "-c", begin + code], capture_output=True, text=True, cwd=WORTEL, check=False)


@pytest.mark.usefixtures("stil")
def test_een_bibliotheek_wordt_nooit_geciteerd(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("nio.responses").warning("Error validating response: %s", NAAM)
    assert caplog.messages == [STIL]
    assert "nio.responses" in caplog.text


@pytest.mark.usefixtures("stil")
def test_een_fout_verliest_zijn_tekst_maar_niet_zijn_plek(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError(NAAM)
    except ValueError:
        logging.getLogger("bot.proef").exception("lezen mislukt")
    assert "lezen mislukt" in caplog.text
    assert "builtins.ValueError in " in caplog.text
    assert "test_logboek.py, regel " in caplog.text
    assert NAAM not in caplog.text


@pytest.mark.parametrize(
    "code",
    [
        "raise ValueError(naam)",
        "{}[naam]",
        "try:\n    int(naam)\nexcept ValueError as f:\n    raise RuntimeError(naam) from f",
        "import threading\nt = threading.Thread(target=lambda: int(naam))\nt.start(); t.join()",
        "class K:\n    def __del__(self): raise ValueError(naam)\nK()",
        "import asyncio\nasync def f(): raise ValueError(naam)\n"
        "async def g():\n    t = asyncio.create_task(f())\n    await asyncio.sleep(0)\n    del t\nasyncio.run(g())",
        "import asyncio\nasync def g():\n    asyncio.get_running_loop().call_soon(int, naam)\n"
        "    await asyncio.sleep(0)\nasyncio.run(g())",
        "import logging, warnings\nlogging.getLogger('lib').error(naam)\nwarnings.warn(naam)",
        "import logging\nlogging.getLogger('lib').error('%d', naam)",
        "import logging\nlogging.getLogger('bot').error('%d', naam)",
    ],
    ids=["fout", "sleutel", "keten", "draad", "del", "taak", "lus", "bibliotheek", "vorm", "eigen-vorm"],
)
def test_geen_enkele_weg_naar_buiten_toont_de_waarde(code: str) -> None:
    klaar = _draai(code)
    assert klaar.stderr, "er hoort iets gemeld te worden"
    assert "Kwibus" not in klaar.stdout + klaar.stderr


def test_geen_geheugenafdruk_en_niemand_kijkt_mee() -> None:
    code = "import resource, ctypes\nprint(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3))"
    assert _draai(code).stdout.strip() == "(0, 0) 0"


@pytest.mark.parametrize("woorden", [["vraag", "--regoi", NAAM, NAAM, NAAM], [NAAM], ["vraag", "--op", NAAM, "x"]])
def test_een_verkeerde_opdracht_herhaalt_niets(woorden: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(woorden)
    opvang = capsys.readouterr()
    assert "Deze opdracht klopt niet" in opvang.err
    assert "Kwibus" not in opvang.out + opvang.err
