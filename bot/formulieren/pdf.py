"""Text as PDF/UA: tagged, with its fonts inside. Typst sets it; each kind of document has its layout in a file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from bot.formulieren.blad import Blad

OPMAAK = Path(__file__).with_name("blad.typ")


def als_pdf(blad: Blad) -> bytes:
    """The file of a sheet."""
    inhoud = {
        "titel": blad.titel,
        "inleiding": blad.inleiding,
        "voet": blad.voet,
        "delen": [vars(deel) for deel in blad.delen],
    }
    return zet_pdf(OPMAAK, inhoud)


def zet_pdf(opmaak: Path, inhoud: Mapping[str, Any]) -> bytes:
    """The layout filled with content, which it reads as JSON from the input `inhoud`; with the fonts of Typst only, so
    that it is the same everywhere."""
    uit = typst.compile(
        opmaak.read_bytes(),
        format="pdf",
        sys_inputs={"inhoud": json.dumps(inhoud, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    assert isinstance(uit, bytes)
    return uit
