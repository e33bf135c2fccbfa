"""What others made is taken in as a draft; two editors of one field choose together; and all can be taken out."""

import asyncio
import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from bot.beheer.web.paginas import concepten
from kennis.bewerken import Bundel
from tests.beheer.conftest import AN, DOEL, wijziging
from tests.beheer_web.wereld import Bezoeker, Wereld


def als_zip(bundel: Bundel) -> bytes:
    """All files of the knowledge, as somebody in another region sends them."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, ruw in bundel.bestanden.items():
            zip_.writestr(pad, ruw)
    return uit.getvalue()


def neem_over(wie: Bezoeker, inhoud: bytes, **velden: str) -> tuple[int, str, str]:
    """Send a file with the form; status, where to, and the page."""
    velden = {"csrf": wie.csrf(), "reden": "De landelijke versie van dit jaar.", "bron": "CONV", **velden}
    antwoord = wie.post("/beheer/invoer", data=velden, files={"bestand": ("kennis.zip", inhoud, "application/zip")})
    return antwoord.status_code, antwoord.headers.get("Location", ""), antwoord.text


def test_een_zip_met_alle_kennis_wordt_een_concept_met_de_verschillen(beheer: Wereld) -> None:
    robin, nu = beheer.binnen("robin"), beheer.beheer.werkbank.opslag.bundel()
    nieuw = nu.met([wijziging(nu, DOEL, kort="Zo staat het landelijk.")])
    status, waar, _ = neem_over(robin, als_zip(nieuw))
    assert status == 303
    nummer = int(re.sub(r"\D", "", waar))
    concept = beheer.beheer.werkbank.opslag.concept(nummer)
    assert [w.sleutel for w in concept.wijzigingen] == [DOEL]
    pagina = robin.get(waar).text
    assert "Zo staat het landelijk." in pagina
    assert "De landelijke versie van dit jaar." in pagina
    robin.stuur(f"/beheer/concepten/{nummer}/intrekken", stand=str(concept.stand))


@pytest.mark.parametrize("soort", ["geen zip", "gelijk", "pad", "kapot", "geen reden"])
def test_wat_niet_over_te_nemen_is_wordt_uitgelegd(beheer: Wereld, soort: str) -> None:
    robin, nu = beheer.binnen("robin"), beheer.beheer.werkbank.opslag.bundel()
    voor = len(beheer.beheer.werkbank.concepten())
    gif = {"geen zip": b"PK", "gelijk": als_zip(nu), "geen reden": als_zip(nu)} | {
        naam: als_zip(Bundel({pad: b"- [half"}))
        for naam, pad in (("pad", "kennis/../../etc/x.yaml"), ("kapot", "kennis/antwoorden/advies.yaml"))
    }
    status, _, pagina = neem_over(robin, gif[soort], **({"reden": ""} if soort == "geen reden" else {}))
    assert status == 422
    assert 'class="fout"' in pagina
    assert len(beheer.beheer.werkbank.concepten()) == voor


@pytest.mark.parametrize("wacht", [60.0, 0.0], ids=["meteen", "later"])
def test_twee_redacteuren_van_een_veld_krijgen_te_zien_wat_de_ander_schreef(
    beheer: Wereld, monkeypatch: pytest.MonkeyPatch, wacht: float
) -> None:
    monkeypatch.setattr(concepten, "LANGSTE_WACHT", wacht)  # a step that takes longer goes on beside its page
    robin, bank = beheer.binnen("robin"), beheer.beheer.werkbank
    nu = bank.opslag.bundel()
    een = bank.begin(AN, "Van Robin", [wijziging(nu, DOEL, kort="De tekst van Robin.")], "r", "")
    ander = nu.met([wijziging(nu, DOEL, kort="De tekst van Bea.")])
    bank.opslag.publiceer(ander, bank.opslag.versie, next(bank.opslag.geschiedenis()))
    try:
        pagina = robin.get(f"/beheer/concepten/{een.nr}").text
        assert "Een ander heeft intussen hetzelfde veranderd" in pagina
        assert "U maakte er “De tekst van Robin.” van, een ander “De tekst van Bea.”" in pagina
        ingediend = robin.stuur(f"/beheer/concepten/{een.nr}/indienen", stand=str(een.stand))
        assert ingediend.status_code == (409 if wacht else 303)
        for stap in list(beheer.beheer.lopend.values()):
            beheer.in_lus(lambda stap=stap: asyncio.wait([stap]))  # type: ignore[misc]
        tekst = ingediend.text or robin.get(f"/beheer/concepten/{een.nr}").text
        assert "Er is niets overschreven." in tekst
        opnieuw = re.search(r'href="([^"]+basis=live)"', pagina)
        assert opnieuw
        form = robin.get(opnieuw[1].replace("&amp;", "&")).text
        assert "De tekst van Robin." in form
    finally:
        bank.opslag.publiceer(nu, bank.opslag.versie, next(bank.opslag.geschiedenis()))
        bank.trek_in(AN, een.nr, een.stand)
        beheer.neem_nieuwste()


def test_de_eerste_versie_toont_niet_alle_kennis_als_verschil(beheer: Wereld) -> None:
    eerste = list(beheer.beheer.werkbank.opslag.geschiedenis())[-1].versie
    pagina = beheer.binnen("gerda").get(f"/beheer/geschiedenis/{eerste}").text
    assert "Dit is het begin" in pagina
    assert len(pagina) < 10_000


def test_de_leesuitgave_komt_als_pdf_dat_een_schermlezer_kan_lezen(beheer: Wereld) -> None:
    antwoord = beheer.binnen("lex").get("/beheer/uitvoer/leesuitgave.pdf?regio=amersfoort&sinds=2026-11-01")
    assert antwoord.headers["Content-Type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(antwoord.content))
    assert "/StructTreeRoot" in pdf.root_object
    tekst = "\n".join(blad.extract_text() for blad in pdf.pages[:2])
    assert "Alle regels en antwoorden in" in tekst


def test_een_afgewezen_woord_is_te_verbeteren(beheer: Wereld) -> None:
    robin, gerda, bank = beheer.binnen("robin"), beheer.binnen("gerda"), beheer.beheer.werkbank
    pad = "/beheer/wijzig/woorden/partijen/school"
    oud = bank.opslag.bundel().items("woorden/partijen")["school"].waarde
    eerste = robin.stuur(pad, woorden="\n".join([*oud, "leeshuis"]), reden="Zo noemen ze het hier.")
    nummer = int(re.sub(r"\D", "", eerste.headers["Location"]))
    concept = bank.dien_in(AN, nummer, bank.opslag.concept(nummer).stand)
    assert gerda.stuur(f"/beheer/concepten/{nummer}/afwijzen", stand=str(concept.stand), reden="Het heet leerhuis.")
    form = robin.get(f"{pad}?concept={nummer}").text
    assert "Het heet leerhuis." in form
    assert "leeshuis" in form
    stand = str(bank.opslag.concept(nummer).stand)
    velden = {"woorden": "\n".join([*oud, "leerhuis"]), "reden": "Verbeterd."}
    beter = robin.stuur(pad, concept=str(nummer), stand=stand, **velden)
    assert beter.headers["Location"] == f"/beheer/concepten/{nummer}"
    assert [w.na[-1] for w in bank.opslag.concept(nummer).wijzigingen] == ["leerhuis"]
    robin.stuur(f"/beheer/concepten/{nummer}/intrekken", stand=str(bank.opslag.concept(nummer).stand))
