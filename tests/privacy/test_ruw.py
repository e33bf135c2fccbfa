"""Raw text refuses to be shown, stored or copied, wherever a careless line would do so."""

import copy
import json
import logging
import pickle
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import joblib
import pytest

from bot.gesprek.opdracht import Opdracht
from bot.kern import Kern, Vraag
from bot.privacy import RuweTekst
from bot.privacy.ruw import Lekfout, als_ruw

NAAM = "Kwibus Zonderland"
BOT = Path(__file__).parents[2] / "bot"
OPENERS = {
    "privacy/poort.py",
    "privacy/ruw.py",
    "gesprek/balie.py",
    "kanalen/terminal_invoer.py",
    "kanalen/matrix/aanspraak.py",
    "kanalen/matrix/gegeven.py",
}
"""Where raw text may be opened: the guard, the desk that looks for commands, recall by arrow key in memory, and in
Matrix to see whether the bot is addressed and, by a keyed hash, whether a correction changed the words."""

MISBRUIK: dict[str, Callable[[Any], object]] = {
    "repr": repr,
    "str": str,
    "f-string": lambda t: f"{t}",
    "f-string repr": lambda t: f"{t!r}",
    "format": "{}".format,
    "procent": lambda t: "%s" % t,  # noqa: UP031
    "optellen": lambda t: "" + t,
    "join": lambda t: " ".join([t]),
    "bytes": bytes,
    "pickle": pickle.dumps,
    "joblib": joblib.hash,
    "kopie": copy.copy,
    "diepe kopie": copy.deepcopy,
    "json": json.dumps,
    "hash": hash,
    "sleutel": lambda t: {t: 1},
    "gelijk": lambda t: t == NAAM,
    "lengte": len,
    "doorlopen": list,
    "vars": vars,
    "sqlite": lambda t: sqlite3.connect(":memory:").execute("select ?", (t,)),
    "veld in een lijst": lambda t: repr([t]),
    "vraag": lambda t: repr(Vraag(t)),
    "vraag pickle": lambda t: pickle.dumps(Vraag(t)),
}


@pytest.mark.filterwarnings("ignore:unclosed database")
@pytest.mark.parametrize("doe", MISBRUIK.values(), ids=MISBRUIK.keys())
def test_elk_gebruik_buiten_de_wacht_mislukt_zonder_de_tekst(doe: Callable[[Any], object]) -> None:
    with pytest.raises((TypeError, sqlite3.Error)) as fout:
        doe(RuweTekst(NAAM))
    assert NAAM not in str(fout.value)


def test_naar_een_bestand_schrijven_mislukt(tmp_path: Path) -> None:
    ruw: Any = RuweTekst(NAAM)
    with (tmp_path / "x").open("w") as bestand:
        with pytest.raises(TypeError):
            bestand.write(ruw)
        with pytest.raises(Lekfout):
            print(ruw, file=bestand)


def test_loggen_valt_op_in_een_test() -> None:
    with pytest.raises(Lekfout):
        logging.getLogger("bot.proef").warning("vraag: %s", RuweTekst(NAAM))


def test_loggen_buiten_een_test_toont_de_tekst_niet(capsys: pytest.CaptureFixture[str]) -> None:
    melding = logging.LogRecord("bot", logging.ERROR, "x.py", 1, "vraag: %s", (RuweTekst(NAAM),), None)
    logging.StreamHandler().handle(melding)
    opvang = capsys.readouterr()
    assert "Kwibus" not in opvang.out + opvang.err


def test_de_wacht_opent_hem_wel(kern: Kern) -> None:
    schoon = kern.zuiver(RuweTekst("mag ik Daan Verhulst bespreken"))
    assert schoon.tekst == "mag ik deze persoon bespreken"


def test_wat_al_dicht_is_blijft_dicht() -> None:
    ruw = RuweTekst(NAAM)
    assert als_ruw(ruw) is ruw
    assert als_ruw(NAAM).onthul() == NAAM
    assert RuweTekst(" \n").leeg
    assert not ruw.leeg


def test_een_opdracht_toont_niet_wat_erachter_staat() -> None:
    assert "Kwibus" not in repr(Opdracht("rol", NAAM))


def test_alleen_bekende_plekken_openen_ruwe_tekst() -> None:
    gevonden = {
        str(pad.relative_to(BOT))
        for pad in BOT.rglob("*.py")
        if re.search(r"\bonthul\b|_RuweTekst__", pad.read_text(encoding="utf-8"))
    }
    assert gevonden == OPENERS
