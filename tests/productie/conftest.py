"""One Redis for a test that needs it, and the Synapse of the Matrix tests."""

from collections.abc import Iterator

import pytest

from tests.matrix.conftest import synapse
from tests.productie.redis import Redisserver

__all__ = ["synapse"]


@pytest.fixture
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redisserver]:
    """A server of its own, empty."""
    server = Redisserver(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()
