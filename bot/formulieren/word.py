"""A sheet as a Word file: real headings and lists, language and title set."""

from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.formulieren.blad import Blad, Deel

MARGE = 2.2
"""Centimetres left and right."""
BREED = 21.0 - 2 * MARGE
"""Centimetres of a line on A4."""
TAAL = "nl-NL"


def als_word(blad: Blad) -> bytes:
    """The file."""
    uit = Document()
    _richt_in(uit, blad.titel)
    uit.add_heading(blad.titel, level=1)
    for alinea in blad.inleiding:
        uit.add_paragraph(alinea)
    for deel in blad.delen:
        _deel(uit, deel)
    klein = uit.add_paragraph().add_run(blad.voet)
    klein.font.size = Pt(9)
    stroom = BytesIO()
    uit.save(stroom)
    return stroom.getvalue()


def _richt_in(uit: Docx, titel: str) -> None:
    """Page, letter, language and title."""
    sectie = uit.sections[0]
    sectie.page_width, sectie.page_height = Cm(21.0), Cm(29.7)
    sectie.left_margin = sectie.right_margin = Cm(MARGE)
    uit.core_properties.title, uit.core_properties.language = titel, TAAL
    uit.core_properties.author = ""
    normaal = uit.styles["Normal"]
    normaal.font.size = Pt(11)
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), TAAL)
    normaal.element.get_or_add_rPr().append(taal)


def _deel(uit: Docx, deel: Deel) -> None:
    uit.add_heading(deel.kop, level=2)
    for alinea in deel.alineas:
        uit.add_paragraph(alinea)
    for punt in deel.punten:
        uit.add_paragraph(punt, style="List Bullet")
    for tekst in deel.vakjes:
        uit.add_paragraph(f"☐ {tekst}")
    for naam in deel.velden:
        regel = uit.add_paragraph(f"{naam}: \t")
        regel.paragraph_format.space_before = Pt(8)
        regel.paragraph_format.tab_stops.add_tab_stop(Cm(BREED), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
