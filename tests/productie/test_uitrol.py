"""What administrators roll out passes the linters of its own world, and names only what exists."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from bot.bewaking import Bewaking
from bot.instellingen import laad_instellingen
from bot.kern import Kern
from bot.leiding import Leiding
from bot.logboek import Meldingteller
from bot.opslag import Geheugenopslag
from bot.tellingen.cellen import Cellen

WORTEL = Path(__file__).parents[2]
DEPLOY = WORTEL / "deploy"
README = (DEPLOY / "README.md").read_text(encoding="utf-8")
KUBERNETES = sorted(p for p in (DEPLOY / "kubernetes").glob("*.yaml") if not p.name.startswith(("inst", "kust")))
HOOGSTE_BLOOTSTELLING = "15"
"""Tenths of what systemd calls exposure: below 2 is as good as a service with a network gets."""
VAN_PROMETHEUS = frozenset({"up", "process_resident_memory_bytes", "process_cpu_seconds_total"})
WOORDEN = frozenset(
    {"sum", "max", "count", "by", "rate", "increase", "vector", "or", "kanaal", "niveau", "instance", "versie"}
    | {"oordeel", "soort", "fout", "job", "deelwijzer", "matrix"}
)
"""Words of the query language, labels and their values."""


def _programma(naam: str, pakket: str) -> str:
    pad = shutil.which(naam)
    assert pad, f"De proeven gebruiken {naam}. Op Debian: sudo apt-get install {pakket}"
    return pad


def _draai(*opdracht: str, in_: Path = DEPLOY) -> str:
    klaar = subprocess.run(opdracht, cwd=in_, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    return klaar.stdout


def test_het_containerbestand() -> None:
    _draai(str(Path(sys.executable).with_name("hadolint")), "Containerfile")


@pytest.mark.parametrize("script", sorted(DEPLOY.rglob("*.sh")), ids=lambda pad: pad.name)
def test_de_scripts_zijn_geldig(script: Path) -> None:
    _draai("bash" if "bash" in script.read_text(encoding="utf-8").splitlines()[0] else "sh", "-n", str(script))


def test_de_systemd_eenheid_is_dicht() -> None:
    analyse = _programma("systemd-analyze", "systemd")
    drempel = f"--threshold={HOOGSTE_BLOOTSTELLING}"
    _draai(analyse, "security", "--offline=true", drempel, "systemd/deelwijzer.service")


@pytest.mark.parametrize("bestand", KUBERNETES, ids=lambda pad: pad.name)
def test_de_bestanden_voor_kubernetes(bestand: Path) -> None:
    delen = list(yaml.safe_load_all(bestand.read_text(encoding="utf-8")))
    assert delen
    for deel in delen:
        kubernetes_validate.validate(deel, kubernetes_validate.latest_version(), strict=True)
        for sjabloon in [deel["spec"]["template"]["spec"]] if deel["kind"] == "Deployment" else []:
            assert sjabloon["securityContext"]["runAsNonRoot"]
            assert sjabloon["automountServiceAccountToken"] is False
            for doos in sjabloon["containers"]:
                assert doos["securityContext"] == {
                    "allowPrivilegeEscalation": False,
                    "readOnlyRootFilesystem": True,
                    "capabilities": {"drop": ["ALL"]},
                }


def test_kustomize_noemt_alle_bestanden() -> None:
    kust = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text(encoding="utf-8"))
    assert sorted(kust["resources"]) == [pad.name for pad in KUBERNETES]
    project = (WORTEL / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{kust["images"][0]["newTag"]}"' in project


@pytest.mark.parametrize("naam", ["kubernetes/instellingen-teams.yaml", "kubernetes/instellingen-matrix.yaml"])
def test_de_voorbeelden_van_instellingen_kloppen(naam: str) -> None:
    assert laad_instellingen(DEPLOY / naam).opslag.redis


def test_de_proef_met_een_eigen_server() -> None:
    assert laad_instellingen(DEPLOY / "proef" / "instellingen.yaml").matrix is not None
    proef = yaml.safe_load((DEPLOY / "proef" / "compose.yaml").read_text(encoding="utf-8"))
    for dienst in proef["services"].values():
        assert dienst["read_only"]
        assert dienst["cap_drop"] == ["ALL"]
        assert dienst["security_opt"] == ["no-new-privileges:true"]
        assert all(poort.startswith("127.0.0.1:") for poort in dienst.get("ports", ()))
        for bron in (deel.split(":")[0] for deel in dienst["volumes"] if deel.startswith("./")):
            assert (DEPLOY / "proef" / bron).exists()


def test_de_alarmen_kloppen() -> None:
    uit = _draai(_programma("promtool", "prometheus"), "check", "config", "prometheus.yaml", in_=DEPLOY / "bewaking")
    assert "rules found" in uit


def _alarmen() -> list[dict[str, Any]]:
    groepen = yaml.safe_load((DEPLOY / "bewaking" / "alarmen.yaml").read_text(encoding="utf-8"))["groups"]
    return [regel for groep in groepen for regel in groep["rules"]]


@pytest.mark.parametrize("alarm", [alarm["alert"] for alarm in _alarmen()])
def test_elk_alarm_staat_uitgelegd(alarm: str) -> None:
    assert f"| `{alarm}` |" in README


def _vragen() -> Iterator[str]:
    yield from (alarm["expr"] for alarm in _alarmen())
    bord = json.loads((DEPLOY / "bewaking" / "grafana.json").read_text(encoding="utf-8"))
    yield from (doel["expr"] for paneel in bord["panels"] for doel in paneel["targets"])


def test_alarmen_en_dashboard_noemen_alleen_meters_die_er_zijn(kern: Kern) -> None:
    opslag = Geheugenopslag()
    kanaal = Leiding("matrix", lambda: pytest.fail("niet starten"), OSError, opslag, "x", 1.0)
    tekst = Bewaking([kanaal], opslag, Meldingteller(), lambda: kern.kennis.versie).tekst().decode()
    er_zijn = set(re.findall(r"^# TYPE (\S+)", tekst, flags=re.MULTILINE)) | VAN_PROMETHEUS
    er_zijn |= {f"deelwijzer_{cel.maat}_total" for cel in Cellen(kern.kennis)._bij_getal.values()}
    for vraag in _vragen():
        namen = set(re.findall(r"(?<![\w\"])[a-z_]{2,}\b", re.sub(r"\[\w+\]", "", vraag))) - WOORDEN
        assert namen, vraag
        assert namen <= er_zijn, vraag
