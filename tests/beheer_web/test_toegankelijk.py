"""Axe finds nothing on any page, on a desktop and on a phone, in light and dark; nothing falls off the screen."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.beheer_web.conftest import BREED, TELEFOON
from tests.beheer_web.wereld import WACHTWOORD, Wereld

AXE = (
    Path(os.environ.get("DEELWIJZER_BOUW", "build")).resolve()
    / "beheer-node"
    / "node_modules"
    / "axe-core"
    / "axe.min.js"
)
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BEKIJK = f"axe.run(document, {{runOnly: {json.dumps(NORMEN)}, resultTypes: ['violations']}})"
PAGINAS = (
    "",
    "/antwoorden",
    "/antwoorden/toestemming.wie",
    "/regels/school-leerplicht-16uur",
    "/woorden/partijen/school",
    "/zoeken?q=verzuim",
    "/regios",
    "/regios/goeree-overflakkee",
    "/grondslagen",
    "/grondslagen/uavg-5",
    "/tegenstrijdigheden",
    "/bronnen",
    "/bronnen/CONV",
    "/inzendingen",
    "/logboek",
    "/proberen",
    "/concepten",
    "/concepten/1",
    "/geschiedenis",
    "/uitvoer",
    "/invoer",
    "/nieuw/antwoorden",
    "/wijzig/antwoorden/toestemming.wie",
    "/wijzig/regels/school-leerplicht-16uur",
    "/wijzig/woorden/partijen/school",
    "/wedervragen",
    "/lessen",
    "/wijzig/lessen/taak-of-toestemming",
    "/nieuw/regios",
    "/nieuw/wedervragen",
    "/nieuw/regios/amersfoort/antwoord?overleg=tom_tafel",
    "/wijzig/regios/goeree-overflakkee",
    "/wijzig/regios/amersfoort/tom_tafel/doel",
    "/wijzig/wedervragen/verzuim",
    "/wijzig/regels/school-swv-vraagt",
    "/bestaat-niet",
)


@pytest.fixture(scope="module")
def vulling(beheer: Wereld) -> None:
    """A draft and a question that was handed in, so that there is something on the pages."""
    wie = beheer.binnen("robin")
    wie.stuur(
        "/beheer/proberen/toets", vraag="Mag ik verzuim delen met de oma van een leerling?", oordeel="toestemming"
    )
    assert beheer.beheer.tellingen
    beheer.beheer.tellingen.dien_in("Mag ik een foto delen met de buurtkrant?")


@pytest.fixture(scope="module", params=[("breed", BREED, "light"), ("telefoon", TELEFOON, "dark")], ids=lambda p: p[0])
def scherm(request: pytest.FixtureRequest, browser: Browser, beheer: Wereld, vulling: None) -> Iterator[Page]:
    """A window in which an officer is signed in."""
    _, maat, kleur = request.param
    omgeving = browser.new_context(viewport=maat, color_scheme=kleur, locale="nl-NL", bypass_csp=True)
    pagina = omgeving.new_page()
    pagina.goto(f"{beheer.adres}/beheer/aanmelden")
    assert _klachten(pagina) == []
    pagina.get_by_label("Naam").fill("beide")
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Aanmelden").click()
    yield pagina
    omgeving.close()


def _klachten(pagina: Page) -> list[str]:
    pagina.add_script_tag(path=AXE)
    uit: dict[str, Any] = pagina.evaluate(BEKIJK)
    return [f"{v['id']}: {[n['html'][:200] for n in v['nodes'][:3]]}" for v in uit["violations"]]


@pytest.mark.parametrize("pad", PAGINAS)
def test_axe_vindt_niets(scherm: Page, beheer: Wereld, pad: str) -> None:
    scherm.goto(f"{beheer.adres}/beheer{pad}")
    assert _klachten(scherm) == []
    assert scherm.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_vindt_niets_bij_een_uitkomst_en_bij_fouten(scherm: Page, beheer: Wereld) -> None:
    scherm.goto(f"{beheer.adres}/beheer/proberen")
    scherm.get_by_label("Vraag", exact=True).fill(
        "Mag de school drugsgebruik doorgeven aan de zwemjufferij van Jan de Vries?"
    )
    scherm.get_by_role("button", name="Vraag het").click()
    for samenvatting in scherm.locator("summary").all():
        if samenvatting.get_attribute("open") is None:
            samenvatting.click()
    assert _klachten(scherm) == []
    scherm.goto(f"{beheer.adres}/beheer/nieuw/antwoorden")
    scherm.get_by_role("button", name="Bewaar als concept").click()
    assert scherm.locator(".veldfout").count() > 2
    assert _klachten(scherm) == []


def test_alles_kan_met_het_toetsenbord(scherm: Page, beheer: Wereld) -> None:
    scherm.goto(f"{beheer.adres}/beheer/antwoorden")
    scherm.keyboard.press("Tab")
    assert scherm.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    scherm.keyboard.press("Enter")
    scherm.keyboard.press("Tab")
    assert scherm.evaluate("document.querySelector('main').contains(document.activeElement)")
