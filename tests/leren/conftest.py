"""Conversations for the onboarding."""

from collections.abc import Callable

import pytest

from bot.gesprek.staat import Gesprek
from bot.kern import Kern

REGIOS = ("landelijk", "amersfoort", "goeree-overflakkee")

NieuwGesprek = Callable[[str], Gesprek]


@pytest.fixture
def gesprek(kern: Kern) -> Gesprek:
    """A fresh conversation in the standard region."""
    return Gesprek(kern)
