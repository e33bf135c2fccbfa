"""The whole grid of decisions on one page that needs nothing but a browser: for review by a privacy officer."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from kennis.laden import Kennis
from kennis.matrix.gegevens import gegevens

__all__ = ["maak_matrix", "schrijf_matrix"]

_MAP = Path(__file__).parent
_GEVAARLIJK = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that could end the data block in HTML."""


def schrijf_matrix(kennis: Kennis, pad: Path, dag: date | None = None) -> None:
    """Write the page to a file."""
    pad.write_text(maak_matrix(kennis, dag or date.today()), encoding="utf-8")


def maak_matrix(kennis: Kennis, dag: date) -> str:
    """The page as HTML: template, style, behaviour and data in one."""
    pagina = (_MAP / "sjabloon.html").read_text(encoding="utf-8")
    delen = {
        "@@STIJL@@": (_MAP / "stijl.css").read_text(encoding="utf-8"),
        "@@GEDRAG@@": (_MAP / "gedrag.js").read_text(encoding="utf-8"),
        "@@GEGEVENS@@": als_script(gegevens(kennis, dag)),
    }
    for merk, deel in delen.items():
        pagina = pagina.replace(merk, deel)
    return pagina


def als_script(waarde: Any) -> str:
    """JSON that can stand inside a script element, whatever the texts hold."""
    tekst = json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))
    for teken, veilig in _GEVAARLIJK.items():
        tekst = tekst.replace(teken, veilig)
    return tekst
