"""One core for all tests: starting it takes seconds."""

from datetime import date

import pytest
from hypothesis import settings

from bot.kern import Kern
from bot.samenstellen import maak_kern

settings.register_profile("vast", deadline=None, derandomize=True)
settings.load_profile("vast")

DAG = date(2026, 11, 24)
"""A fixed day, so that no test changes with the calendar."""


@pytest.fixture(scope="session")
def kern() -> Kern:
    """The core that ships with the program, on a fixed day."""
    return maak_kern(DAG)
