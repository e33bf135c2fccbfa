"""The documents are true: each target, command, setting and field has its place, and the sample answer is real."""

import re
import subprocess
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

import intents.model
import kennis.hulp
import kennis.leren.model
import kennis.model
import kennis.zinnen
from bot.instellingen import Instellingen
from bot.kern import Vraag
from bot.opdrachten.hoofd import _lezer
from bot.samenstellen import maak_kern

WORTEL = Path(__file__).parents[1]
BEHEER = (WORTEL / "deploy" / "README.md").read_text(encoding="utf-8")
KENNIS = (WORTEL / "kennis" / "README.md").read_text(encoding="utf-8")
LEES = (WORTEL / "README.md").read_text(encoding="utf-8")
MAAK = (WORTEL / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DOELEN = re.findall(r"^([a-z]+):.*## ", MAAK, flags=re.MULTILINE)

MODELLEN = (kennis.hulp, kennis.model, kennis.zinnen, kennis.leren.model, intents.model)

GEMAAKT = frozenset({".venv", "build", ".git", "node_modules", "__pycache__"})
"""Folders that are made or kept by tools."""
TEKST = frozenset({"", ".css", ".html", ".js", ".json", ".jsonl", ".lock", ".md", ".py", ".toml", ".txt", ".yaml"})
"""Endings of files that people read."""
MACHINEPAD = re.compile(r"(?<![\w.~-])/(?:home|root|work|tmp|mnt|Users|var/folders)/\w")
"""A path that exists on one machine only."""
ADRES = re.compile(r"(?:pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|--index-url|--extra-index-url)")
"""A package registry: which one is used is up to the machine."""


def bestanden() -> Iterator[Path]:
    """Every text file that belongs to the project."""
    for pad in sorted(WORTEL.rglob("*")):
        if pad.is_file() and pad.suffix in TEKST and not any(_gemaakt(deel) for deel in pad.relative_to(WORTEL).parts):
            yield pad


def _gemaakt(deel: str) -> bool:
    return deel in GEMAAKT or deel.endswith((".egg-info", "_cache")) or deel == ".hypothesis"


def velden(modellen: object) -> Iterator[tuple[str, str]]:
    """Class and field of everything that can be written in YAML."""
    for naam, soort in vars(modellen).items():
        if isinstance(soort, type) and issubclass(soort, BaseModel):
            yield from ((naam, veld) for veld in soort.model_fields)


def instellingen() -> set[str]:
    """Names of the environment variables that code reads."""
    code = (pad.read_text(encoding="utf-8") for pad in bestanden() if pad.suffix == ".py")
    return {naam for tekst in code for naam in re.findall(r"\bDEELWIJZER_[A-Z]+\b", tekst)}


def diensten(model: type[BaseModel], boven: str = "") -> Iterator[str]:
    """Dotted names of all settings of the running service."""
    for naam, veld in model.model_fields.items():
        delen = [t for t in (veld.annotation, *get_args(veld.annotation)) if isinstance(t, type)]
        onder = next((t for t in delen if issubclass(t, BaseModel)), None)
        yield from diensten(onder, f"{boven}{naam}.") if onder else [f"{boven}{naam}"]


def opdrachten(lezer: ArgumentParser, naam: str = "") -> Iterator[tuple[str, ArgumentParser]]:
    """Every command with its parser; a group of commands is no command itself."""
    groepen = [actie for actie in lezer._actions if isinstance(actie, _SubParsersAction)]
    for groep in groepen:
        for woord, kind in groep.choices.items():
            yield from opdrachten(kind, f"{naam} {woord}".strip())
    if not groepen:
        yield naam, lezer


@pytest.mark.parametrize("doel", DOELEN)
def test_readme_noemt_elk_doel(doel: str) -> None:
    assert f"| `make {doel}` |" in LEES


def test_readme_noemt_geen_doel_dat_er_niet_is() -> None:
    genoemd = set(re.findall(r"`make ([a-z]+)[` ]", LEES + KENNIS + BEHEER))
    assert genoemd <= set(DOELEN)


def test_elk_doel_staat_in_de_lijst_van_make() -> None:
    lijst = subprocess.run(["make", "-s"], cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    assert [regel.split()[0] for regel in lijst.splitlines()[1:]] == DOELEN


@pytest.mark.parametrize("opdracht", [naam for naam, _ in opdrachten(_lezer())])
def test_beheerders_kunnen_elke_opdracht_vinden(opdracht: str) -> None:
    assert f"deelwijzer {opdracht}" in BEHEER


@pytest.mark.parametrize("instelling", sorted(instellingen()))
def test_beheerders_kunnen_elke_instelling_vinden(instelling: str) -> None:
    assert f"| `{instelling}` |" in BEHEER


@pytest.mark.parametrize("instelling", sorted(diensten(Instellingen)))
def test_beheerders_kunnen_elke_instelling_van_de_dienst_vinden(instelling: str) -> None:
    assert f"| `{instelling}` |" in BEHEER


@pytest.mark.parametrize(("soort", "veld"), sorted({v for m in MODELLEN for v in velden(m)}))
def test_privacy_officers_kunnen_elk_veld_vinden(soort: str, veld: str) -> None:
    assert f"`{veld}`" in KENNIS, f"{soort}.{veld}"


@pytest.mark.parametrize(
    "plek",
    sorted(
        {
            f"{pakket}/{kind.name}{'/' if kind.is_dir() else ''}"
            for pakket in ("kennis", "intents")
            for kind in (WORTEL / pakket).iterdir()
            if kind.suffix == ".yaml" or (kind.is_dir() and any(kind.glob("*.yaml")))
        }
    ),
)
def test_elke_soort_yaml_heeft_een_kopje(plek: str) -> None:
    assert re.search(rf"^### .*\(`{re.escape(plek)}`\)$", KENNIS, flags=re.MULTILINE)


def test_het_voorbeeld_is_het_echte_antwoord() -> None:
    citaat = [regel.removeprefix(">").strip() for regel in LEES.splitlines() if regel.startswith(">")]
    antwoord = maak_kern().antwoord(Vraag(citaat[0].strip("*"))).tekst
    assert " ".join(" ".join(citaat[1:]).split()) == " ".join(antwoord.split())


def test_wijzigingen_noemen_deze_versie() -> None:
    eerste = re.search(r"^## (\S+)", (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert eerste is not None
    assert eerste[1] == PROJECT["version"]


def test_elk_pakket_ligt_vast_met_een_controlegetal() -> None:
    slot = (WORTEL / "requirements.lock").read_text(encoding="utf-8")
    for eis in PROJECT["dependencies"]:
        naam, versie = re.sub(r"\[.*\]", "", eis.lower()).replace("_", "-").split("==")
        assert re.search(
            rf"^{re.escape(naam)}=={re.escape(versie)} \\\n    --hash=sha256:", slot, flags=re.MULTILINE
        ), eis


@pytest.mark.parametrize("patroon", [MACHINEPAD, ADRES], ids=["machinepad", "adres"])
def test_niets_hangt_aan_een_machine(patroon: re.Pattern[str]) -> None:
    eigen = Path(__file__)
    gevonden = [
        f"{pad.relative_to(WORTEL)}:{nr}"
        for pad in bestanden()
        if pad != eigen
        for nr, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1)
        if patroon.search(regel)
    ]
    assert not gevonden
