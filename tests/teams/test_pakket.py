"""The app package fits Microsoft's published schema, asks for nothing beyond the bot, and agrees with the code."""

import json
import os
import struct
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gesprek.teksten import laad_gesprekteksten
from bot.kanalen.teams.activiteit import PARAMETER
from bot.kanalen.teams.instelling import Pakketinstellingen, Teamsinstellingen
from bot.kanalen.teams.pakket import manifest
from bot.kanalen.teams.teksten import laad_teamsteksten
from bot.kern import Kern, Vraag
from bot.opdrachten.hoofd import main
from tests.teams.opstelling import APP, TENANT

KNOPEN = Path(os.environ.get("DEELWIJZER_BOUW", "build")).resolve() / "teams-node"
HIER = Path(__file__).with_name("speeltuin")
ADRES = r"https://[a-z]{1,9}\.nl/[a-z]*"
CONFIG = f"""
teams:
  app_id: {APP}
  tenant: {TENANT}
  pakket:
    id: 12345678-1234-1234-1234-123456789012
    organisatie: Samenwerkingsverband
    website: https://voorbeeld.nl/
    privacy: https://voorbeeld.nl/privacy
    voorwaarden: https://voorbeeld.nl/voorwaarden
"""


def keur(tekst: str) -> str:
    """What the schema has against a manifest; empty when it fits."""
    omgeving = os.environ | {"KNOPEN": str(KNOPEN)}
    opdracht = ["node", str(HIER / "manifest.mjs")]
    af = subprocess.run(opdracht, input=tekst, env=omgeving, capture_output=True, text=True, check=False)
    return af.stdout + af.stderr


@pytest.fixture
def pakket(tmp_path: Path) -> dict[str, bytes]:
    """What the command puts in the zip."""
    config, uit = tmp_path / "instellingen.yaml", tmp_path / "uit.zip"
    config.write_text(CONFIG, encoding="utf-8")
    assert main(["teams", "pakket", "--config", str(config), "--uit", str(uit)]) == 0
    with zipfile.ZipFile(uit) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def test_het_manifest_past_in_het_schema_van_microsoft(pakket: dict[str, bytes]) -> None:
    assert keur(pakket["manifest.json"].decode()) == ""


def test_het_schema_keurt_ook_echt_af(pakket: dict[str, bytes]) -> None:
    kapot = json.loads(pakket["manifest.json"])
    kapot["bots"][0]["botId"] = "geen guid"
    assert "botId" in keur(json.dumps(kapot))


@settings(max_examples=5)
@given(st.uuids(), st.text(min_size=1, max_size=32).filter(str.strip), st.from_regex(ADRES, fullmatch=True))
def test_elke_toegestane_instelling_geeft_een_goed_manifest(guid: Any, naam: str, adres: str) -> None:
    deel = Pakketinstellingen(id=str(guid), organisatie=naam, website=adres, privacy=adres, voorwaarden=adres)
    assert keur(manifest(Teamsinstellingen(app_id=str(guid), tenant=TENANT, pakket=deel))) == ""


def test_er_wordt_niets_gevraagd_buiten_de_bot(pakket: dict[str, bytes]) -> None:
    inhoud = json.loads(pakket["manifest.json"])
    assert not {"authorization", "webApplicationInfo", "devicePermissions", "connectors"} & set(inhoud)
    assert inhoud["permissions"] == ["messageTeamMembers"]
    assert inhoud["validDomains"] == []
    assert inhoud["bots"][0]["botId"] == inhoud["composeExtensions"][0]["botId"] == APP


def test_de_iconen_hebben_de_maat_die_teams_vraagt(pakket: dict[str, bytes]) -> None:
    inhoud = json.loads(pakket["manifest.json"])
    assert [_maat(pakket[inhoud["icons"][soort]]) for soort in ("color", "outline")] == [(192, 192), (32, 32)]


def _maat(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    breed, hoog = struct.unpack(">II", png[16:24])
    return breed, hoog


def test_elke_opdracht_in_het_manifest_bestaat(pakket: dict[str, bytes], kern: Kern) -> None:
    bekend = set(laad_gesprekteksten().opdrachten)
    for lijst in json.loads(pakket["manifest.json"])["bots"][0]["commandLists"]:
        for opdracht in lijst["commands"]:
            if opdracht.get("type") == "prompt":
                assert kern.antwoord(Vraag(opdracht["prompt"])).soort in {"antwoord", "wedervraag"}
            else:
                assert opdracht["title"] in bekend


def test_elk_voorbeeld_van_de_begroeting_heeft_een_antwoord(kern: Kern) -> None:
    for zin in laad_teamsteksten().welkom.voorbeelden:
        assert kern.antwoord(Vraag(zin)).soort in {"antwoord", "wedervraag"}


def test_het_zoekveld_heet_zoals_de_code_het_leest(pakket: dict[str, bytes]) -> None:
    (opdracht,) = json.loads(pakket["manifest.json"])["composeExtensions"][0]["commands"]
    assert [p["name"] for p in opdracht["parameters"]] == [PARAMETER]


@pytest.mark.parametrize(
    ("config", "melding"), [("web: {poort: 1}", "geen 'teams:'"), (CONFIG[: CONFIG.index("  pakket")], "teams.pakket")]
)
def test_wat_ontbreekt_wordt_gemeld(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], config: str, melding: str
) -> None:
    pad = tmp_path / "instellingen.yaml"
    pad.write_text(config, encoding="utf-8")
    assert main(["teams", "pakket", "--config", str(pad), "--uit", str(tmp_path / "uit.zip")]) == 1
    assert melding in capsys.readouterr().err


def test_een_map_die_er_niet_is_wordt_gemeld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "instellingen.yaml"
    pad.write_text(CONFIG, encoding="utf-8")
    assert main(["teams", "pakket", "--config", str(pad), "--uit", str(tmp_path / "weg" / "uit.zip")]) == 1
    assert "niet te schrijven" in capsys.readouterr().err
