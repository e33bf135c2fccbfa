"""One running management for most tests: filling a repository and reading it takes seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.beheer_web.wereld import Wereld, wereld


@pytest.fixture(scope="package")
def beheer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    """The shared one; tests leave the live knowledge as they found it."""
    map_: Path = tmp_path_factory.mktemp("beheer")
    with wereld(map_) as w:
        yield w
