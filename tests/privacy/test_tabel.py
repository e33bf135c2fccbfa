"""The tables of questions: everything marked must go, and clean questions must pass untouched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.privacy import Poort

MAP = Path(__file__).parent
MERK = re.compile(r"\[\[([\w-]+):(.*?)\]\]")
# Words inside a mark that are no personal data by themselves.
GEWOON = frozenset(
    [
        "mevrouw",
        "mw",
        "mevr",
        "meneer",
        "de",
        "van",
        "den",
        "der",
        "ten",
        "ter",
        "in",
        "op",
        "het",
        "juf",
        "tante",
        "dr",
        "en",
        "el",
        "at",
        "nl",
    ]
)


def _regels(bestand: str) -> list[str]:
    groepen = yaml.safe_load((MAP / bestand).read_text(encoding="utf-8"))
    return [regel for groep in groepen.values() for regel in groep]


def _gemist() -> frozenset[str]:
    return frozenset(yaml.safe_load((MAP / "gemist.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("regel", _regels("positief.yaml"))
def test_gemerkte_gegevens_gaan_weg(poort: Poort, regel: str) -> None:
    ruw = MERK.sub(r"\2", regel)
    if ruw in _gemist():
        pytest.xfail("known limit")
    uit = poort.zuiver(ruw)
    soorten = {soort for soort, _ in MERK.findall(regel)}
    assert {s.value for s in uit.soorten} == soorten
    for soort, stuk in MERK.findall(regel):
        delen = [] if soort == "combinatie" else [d for d in re.findall(r"\w{2,}", stuk) if d.lower() not in GEWOON]
        over = [d for d in delen if re.search(rf"(?<!\w){re.escape(d)}(?!\w)", uit.tekst, re.I)]
        assert not over


@pytest.mark.parametrize("regel", _regels("positief.yaml"))
def test_gezuiverd_blijft_gelijk(poort: Poort, regel: str) -> None:
    eens = poort.zuiver(MERK.sub(r"\2", regel))
    nog_eens = poort.zuiver(eens.tekst)
    assert not nog_eens.gevonden
    assert nog_eens.tekst == eens.tekst


@pytest.mark.parametrize("vraag", _regels("schoon.yaml"))
def test_schone_vraag_gaat_heel_door(poort: Poort, vraag: str) -> None:
    uit = poort.zuiver(vraag)
    assert not uit.gevonden
    assert uit.tekst == vraag


@pytest.mark.parametrize("vorm", [str.upper, str.lower, str.title, lambda v: v[0].upper() + v[1:]])
def test_hoofdletters_maken_niet_uit(poort: Poort, vorm: object) -> None:
    assert callable(vorm)
    vals = [v for v in _regels("schoon.yaml") if poort.zuiver(vorm(v)).gevonden]
    assert not vals


def test_tabellen_zijn_groot_genoeg() -> None:
    assert len(_regels("positief.yaml")) >= 120
    assert len(_regels("schoon.yaml")) >= 150
