"""The whole story in a real browser: an answer is missing, and a day later it is there, seen by two pairs of eyes."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.kern import Vraag
from tests.beheer_web.conftest import BREED
from tests.beheer_web.kamer import kamer
from tests.beheer_web.wereld import OEFENING, WACHTWOORD, Wereld, wereld
from tests.matrix.synapse import Synapse

VRAAG = "Mag ik een klassenfoto aan de buurtkrant geven?"
NIEUW = "foto.buurtkrant"
KORT = "Vraag eerst toestemming. Op een klassenfoto is elke leerling te herkennen."
REKENTIJD = 120_000.0
"""Milliseconds for all cases, all questions and learning new examples, on a slow machine that does more."""

expect.set_options(timeout=REKENTIJD)
Aanmelden = Callable[[str], Page]
PER_ANTWOORD = 2
"""Examples of each answer, so that learning takes seconds."""


@pytest.fixture(scope="module")
def beheer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    """A management of its own: the story makes it learn new examples."""
    with wereld(tmp_path_factory.mktemp("verhaal"), per_antwoord=PER_ANTWOORD) as w:
        yield w


@pytest.fixture
def aanmelden(browser: Browser, beheer: Wereld) -> Aanmelden:
    """Opens a window of its own for an officer."""

    def doe(naam: str) -> Page:
        pagina = browser.new_context(viewport=BREED, locale="nl-NL").new_page()  # type: ignore[arg-type]
        pagina.set_default_timeout(REKENTIJD)
        pagina.goto(f"{beheer.adres}/beheer")
        pagina.get_by_label("Naam").fill(naam)
        pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
        pagina.get_by_role("button", name="Aanmelden").click()
        expect(pagina.get_by_role("heading", name="Overzicht")).to_be_visible()
        return pagina

    return doe


def antwoord(beheer: Wereld) -> str:
    """What a reader gets in the terminal, and in every other channel."""
    beheer.neem_nieuwste()
    return beheer.geheugen.kern.antwoord(Vraag(VRAAG)).intent


def vul_in(robin: Page) -> None:
    """A new answer, by the labels somebody sees or hears."""
    robin.get_by_label("Id", exact=False).first.fill(NIEUW)
    robin.get_by_label("Titel").fill("Een klassenfoto naar de buurtkrant")
    robin.get_by_label("Kort antwoord").first.fill(KORT)
    robin.get_by_label("Oordeel").first.select_option(label="Alleen met toestemming")
    robin.get_by_label("Grondslag: voeg er een toe (1)").first.select_option(value="uavg-5")
    robin.get_by_label("Bronnen: voeg er een toe (1)").fill("CONV noot 53")
    robin.get_by_label("Woorden die het onderwerp noemen").fill("klassenfoto\nbuurtkrant")
    voorbeelden = [
        VRAAG,
        "Mag een klassenfoto in de buurtkrant?",
        "Mag de buurtkrant een klassenfoto van ons plaatsen?",
    ]
    robin.get_by_label("Voorbeeldvragen").fill("\n".join(voorbeelden))


def schrijf(robin: Page) -> str:
    """From a question without an answer to a draft that waits for approval; the address of the draft."""
    robin.get_by_role("link", name="Proberen").click()
    robin.get_by_label("Vraag", exact=True).fill(VRAAG)
    robin.get_by_role("button", name="Vraag het").click()
    robin.get_by_role("link", name="Maak een nieuw antwoord").click()

    vul_in(robin)
    robin.get_by_role("button", name="Voorbeeld").click()
    expect(robin.locator("#voorbeeld .matrix")).to_contain_text(KORT)
    expect(robin.locator("#voorbeeld")).to_contain_text("Leesbaarheid")
    robin.get_by_role("button", name="Bewaar als concept").click()
    expect(robin.locator(".veldfout")).to_have_text("Schrijf in een zin waarom u dit wijzigt.")
    expect(robin.get_by_label("Kort antwoord").first).to_have_value(KORT)
    robin.get_by_label("Waarom", exact=False).last.fill("Lezers vragen ernaar.")
    robin.get_by_role("button", name="Bewaar als concept").click()

    expect(robin.get_by_role("heading", name="Wat dit doet")).to_be_visible()
    expect(robin.get_by_text("Berekend in")).to_be_visible()
    vraag_goedkeuring(robin)
    return robin.url


def vraag_goedkeuring(robin: Page) -> None:
    """Hand a draft in."""
    robin.get_by_role("button", name="Vraag goedkeuring").click()
    expect(robin.get_by_role("heading", level=1)).to_contain_text("Wacht op goedkeuring")


def wijs_af(gerda: Page) -> None:
    """Found on the overview, looked at, and sent back with a reason."""
    gerda.reload()
    gerda.get_by_role("link", name="1 concept wacht op goedkeuring").click()
    gerda.get_by_role("link", name="Een klassenfoto naar de buurtkrant").click()
    gerda.get_by_role("button", name="Wijs af").click()
    expect(gerda.get_by_role("alert")).to_contain_text("Schrijf in een zin waarom")
    gerda.get_by_label("Reden om af te wijzen").fill("Zeg ook dat ouders nee mogen zeggen.")
    gerda.get_by_role("button", name="Wijs af").click()


def verbeter(robin: Page, concept: str) -> None:
    """What the reason asks for, and handed in again."""
    robin.goto(concept)
    expect(robin.get_by_text("Zeg ook dat ouders nee mogen zeggen.").first).to_be_visible()
    robin.get_by_role("link", name="Verder wijzigen").first.click()
    robin.get_by_label("Uitleg").first.fill("Ouders mogen nee zeggen.")
    robin.get_by_role("button", name="Bewaar als concept").click()
    vraag_goedkeuring(robin)


def test_van_gemist_antwoord_tot_live_en_terug(
    beheer: Wereld, aanmelden: Aanmelden, synapse: Synapse, tmp_path: Path
) -> None:
    with kamer(beheer, synapse, tmp_path) as matrix:
        eerst, eerst_matrix = antwoord(beheer), matrix.vraag(VRAAG)
        assert eerst != NIEUW
        assert KORT not in eerst_matrix
        robin, gerda = aanmelden("robin"), aanmelden("gerda")
        concept = schrijf(robin)
        assert antwoord(beheer) == eerst
        wijs_af(gerda)
        verbeter(robin, concept)

        gerda.goto(concept)
        expect(gerda.get_by_text("Ouders mogen nee zeggen.").first).to_be_visible()
        gerda.get_by_role("button", name="Keur goed").click()
        expect(gerda.get_by_text("Dit is live gegaan")).to_be_visible()
        assert antwoord(beheer) == NIEUW
        assert KORT in matrix.vraag(VRAAG)

        gerda.get_by_role("link", name="Geschiedenis").click()
        gerda.get_by_role("link", name=OEFENING).click()
        gerda.get_by_role("button", name="Zet alles terug").click()
        expect(gerda.locator(".melding")).to_contain_text("Alles is weer zoals")
        assert antwoord(beheer) == eerst
        assert matrix.vraag(VRAAG) == eerst_matrix
        for pagina in (robin, gerda):
            pagina.context.close()


def test_wie_het_schreef_kan_het_niet_zelf_goedkeuren(beheer: Wereld, aanmelden: Aanmelden) -> None:
    bea = aanmelden("beide")
    bea.goto(f"{beheer.adres}/beheer/wijzig/regels/school-leerplicht-luxe")
    bea.get_by_label("Let op").fill("Bel bij twijfel de FG.")
    bea.locator("#reden").fill("Proef met vier ogen.")
    bea.get_by_role("button", name="Bewaar als concept").click()
    bea.get_by_role("button", name="Vraag goedkeuring").click()
    expect(bea.get_by_text("Een ander moet het goedkeuren.")).to_be_visible()
    expect(bea.get_by_role("button", name="Keur goed")).to_have_count(0)
    nummer = re.sub(r"\D", "", bea.url.rpartition("/")[2])
    wie = beheer.binnen("beide")
    stand = str(beheer.beheer.werkbank.opslag.concept(int(nummer)).stand)
    geweigerd = wie.stuur(f"/beheer/concepten/{nummer}/goedkeuren", stand=stand)
    assert geweigerd.status_code == 403
    assert beheer.beheer.werkbank.opslag.concept(int(nummer)).versie is None
    wie.stuur(f"/beheer/concepten/{nummer}/intrekken", stand=stand)
    bea.context.close()


def test_twee_redacteuren_verliezen_elkaars_werk_niet(beheer: Wereld) -> None:
    robin, bea, pad = beheer.binnen("robin"), beheer.binnen("beide"), "/beheer/wijzig/woorden/partijen/school"
    versie = re.search(r'name="versie" value="(\w+)"', robin.get(pad).text)
    woorden = re.search(r"<textarea[^>]*name=\"woorden\"[^>]*>\n(.*?)</textarea>", robin.get(pad).text, re.DOTALL)
    assert versie
    assert woorden
    nieuw = f"{woorden[1]}\nleeshuis"
    eerste = robin.stuur(pad, versie=versie[1], woorden=nieuw, reden="Proef")
    nummer = int(re.sub(r"\D", "", eerste.headers["Location"]))
    stand = str(beheer.beheer.werkbank.opslag.concept(nummer).stand)
    assert bea.stuur(f"/beheer/concepten/{nummer}/intrekken", stand=stand).status_code == 303
    laat = robin.stuur(f"/beheer/concepten/{nummer}/indienen", stand=stand)
    assert laat.status_code == 409
    assert "Een collega heeft dit intussen veranderd" in laat.text
