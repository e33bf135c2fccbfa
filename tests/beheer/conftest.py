"""A repository with officers; the live version is worked out once for all tests that only look."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.opslag import Opslag
from bot.beheer.werkbank import Werkbank
from kennis.bewerken import Bundel, Sleutel, Wijziging

NU = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AN = Medewerker("an", "An Aanvrager", frozenset({Rol.REDACTEUR}))
BO = Medewerker("bo", "Bo Beslisser", frozenset({Rol.GOEDKEURDER, Rol.REDACTEUR}))
CO = Medewerker("co", "Co Collega", frozenset({Rol.REDACTEUR}))
LEZER = Medewerker("lezer", "Lies Lezer", frozenset({Rol.LEZER}))
DOEL = "antwoorden/adv.doel"
REGEL = "regels/leerplicht-swv-algemeen"


class Klok:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture(scope="session")
def _gedeeld() -> dict[tuple[str, Any], Any]:
    """What is known of the first version, which is the same in every repository of these tests."""
    return {}


@pytest.fixture
def werkbank(tmp_path: Path, klok: Klok, _gedeeld: dict[tuple[str, Any], Any]) -> Werkbank:
    bank = Werkbank(Opslag(tmp_path / "kennis"), klok)
    eerste = ("eerste", klok.nu.date())
    if eerste not in _gedeeld:
        _gedeeld[eerste] = bank._vergelijker(bank.opslag.versie, klok.nu.date())
    bank._vergelijkers = {(bank.opslag.versie, klok.nu.date()): _gedeeld[eerste]}
    return bank


def wijziging(bundel: Bundel, sleutel: str, **velden: Any) -> Wijziging:
    """An entry with some fields of `dan` (or of itself) changed."""
    item = bundel.item(Sleutel.lees(sleutel))
    assert item is not None
    voor = item.volledig
    eigen = {naam: waarde for naam, waarde in velden.items() if naam in voor or naam not in voor.get("dan", {})}
    dan = {**voor.get("dan", {}), **{n: w for n, w in velden.items() if n not in eigen}}
    return Wijziging(sleutel=sleutel, voor=voor, na={**voor, **eigen, "dan": dan})
