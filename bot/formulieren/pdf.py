"""A sheet as PDF/UA: tagged, with its fonts inside. Typst sets it; the layout is in `blad.typ`."""

import json
from pathlib import Path

import typst

from bot.formulieren.blad import Blad

OPMAAK = Path(__file__).with_name("blad.typ")


def als_pdf(blad: Blad) -> bytes:
    """The file. Uses only the fonts that come with Typst, so that it is the same everywhere."""
    inhoud = {
        "titel": blad.titel,
        "inleiding": blad.inleiding,
        "voet": blad.voet,
        "delen": [vars(deel) for deel in blad.delen],
    }
    uit = typst.compile(
        OPMAAK.read_bytes(),
        format="pdf",
        sys_inputs={"blad": json.dumps(inhoud, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )
    assert isinstance(uit, bytes)
    return uit
