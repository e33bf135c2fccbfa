"""One running management and one browser for most tests: starting them takes seconds."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.beheer_web.wereld import Wereld, wereld
from tests.matrix.conftest import synapse as synapse  # one homeserver for who asks over Matrix

BREED, TELEFOON = {"width": 1180, "height": 820}, {"width": 390, "height": 844}
"""Sizes of a screen."""


@pytest.fixture(scope="package")
def beheer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    """The shared one; tests leave the live knowledge as they found it."""
    with wereld(tmp_path_factory.mktemp("beheer")) as w:
        yield w


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The Chromium of the system, without a screen."""
    pad = shutil.which("chromium")
    assert pad, "Chromium ontbreekt. Op Debian: sudo apt-get install chromium"
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=pad, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()


@pytest.fixture
def pagina(browser: Browser) -> Iterator[Page]:
    """A window of somebody who has not signed in."""
    omgeving = browser.new_context(viewport=BREED, locale="nl-NL")  # type: ignore[arg-type]
    yield omgeving.new_page()
    omgeving.close()
