"""The blank forms, opened and read: tagged, with fonts, title and language, and what was picked in the text."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.gesprek.balie import Balie
from bot.gesprek.formulier import PDF, WORD
from bot.gesprek.gids import Bestand
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern

FORMULIEREN = ("toestemming", "toetreding", "opruimen")
KEUZES = ("2", "verder", "1", "verder", "2")
"""A fitting place; education and guidance; 12 to 16 years."""


def _bestanden(kern: Kern, naam: str) -> tuple[Bestand, Bestand]:
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    reactie = balie.verwerk(f"!formulier {naam}")
    for keuze in KEUZES if reactie.opties else ():
        reactie = balie.verwerk(keuze)
    pdf, word = reactie.bestanden
    return pdf, word


def _pdf(bestand: Bestand) -> PdfReader:
    return PdfReader(BytesIO(bestand.inhoud))


def _plat(tekst: str) -> str:
    """Without the spaces and line ends, which differ between files."""
    return "".join(tekst.replace("\u00ad", "").split())


def _tekst(pdf: PdfReader) -> str:
    return _plat(" ".join(bladzij.extract_text() for bladzij in pdf.pages))


@pytest.mark.parametrize("naam", FORMULIEREN)
def test_pdf_is_toegankelijk(kern: Kern, naam: str) -> None:
    bestand, _ = _bestanden(kern, naam)
    assert bestand.mime == PDF
    pdf = _pdf(bestand)
    wortel = pdf.root_object
    assert "/StructTreeRoot" in wortel
    gemerkt = wortel["/MarkInfo"]
    assert isinstance(gemerkt, DictionaryObject)
    assert gemerkt["/Marked"]
    assert str(wortel["/Lang"]) == "nl"
    assert pdf.metadata is not None
    assert pdf.metadata.title == kern.kennis.formulieren[naam].titel
    assert b"pdfuaid:part" in bestand.inhoud or "pdfuaid" in str(
        pdf.xmp_metadata and pdf.xmp_metadata.stream.get_data()
    )


@pytest.mark.parametrize("naam", FORMULIEREN)
def test_pdf_draagt_zijn_letters_zelf(kern: Kern, naam: str) -> None:
    letters = 0
    for bladzij in _pdf(_bestanden(kern, naam)[0]).pages:
        for letter in bladzij["/Resources"]["/Font"].values():  # type: ignore[index]
            (onder,) = letter.get_object()["/DescendantFonts"]
            beschrijving = onder.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(beschrijving)
            letters += 1
    assert letters


@pytest.mark.parametrize("naam", FORMULIEREN)
def test_beide_bestanden_zeggen_hetzelfde(kern: Kern, naam: str) -> None:
    bestand, word = _bestanden(kern, naam)
    assert word.mime == WORD
    document = Document(BytesIO(word.inhoud))
    assert document.core_properties.title == kern.kennis.formulieren[naam].titel
    assert document.core_properties.language == "nl-NL"
    koppen = [p.text for p in document.paragraphs if str(p.style and p.style.name).startswith("Heading")]
    assert koppen == [kern.kennis.formulieren[naam].titel, *(d.kop for d in kern.kennis.formulieren[naam].delen)]
    tekst = _tekst(_pdf(bestand))
    for alinea in document.paragraphs:
        assert _plat(alinea.text).rstrip(":") in tekst


def test_toestemming_heeft_wat_het_convenant_vraagt_en_wat_gekozen_is(kern: Kern) -> None:
    tekst = _tekst(_pdf(_bestanden(kern, "toestemming")[0]))
    for stuk in (
        "Een passende plek vinden in het onderwijs of de jeugdhulp.",
        "Hoe het gaat op school",
        "de ouders met gezag en de jongere tekenen allebei",
        "U mag een ja altijd intrekken",
        "Autoriteit Persoonsgegevens",
        "Naam van de jongere:",
        "Handtekening:",
        "bijlage 5",
        kern.kennis.versie,
    ):
        assert _plat(stuk) in tekst
    assert _plat("Verzuim van school") not in tekst


def test_zelfde_keuzes_geven_hetzelfde_formulier(kern: Kern) -> None:
    een, twee = _bestanden(kern, "toestemming"), _bestanden(kern, "toestemming")
    assert _tekst(_pdf(een[0])) == _tekst(_pdf(twee[0]))
