"""Whole conversations, word for word, as a privacy officer can read them."""

from pathlib import Path

import pytest

from bot.kern import Kern
from tests.gesprek.goud import bestanden, speel

MINSTE = 60


def test_er_zijn_er_genoeg() -> None:
    assert len(bestanden()) >= MINSTE


@pytest.mark.parametrize("pad", bestanden(), ids=lambda pad: pad.stem)
def test_gesprek_gaat_zoals_het_staat(kern: Kern, pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert speel(kern, tekst) == tekst
