"""Writing to a disk that may be full: the work waits until there is room, rather than being lost or done twice."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from typing import TypeVar

WACHT_S = 2.0
"""Seconds until the next try: someone has to make room."""
LOG = logging.getLogger(__name__)
T = TypeVar("T")


async def volhardend(schrijf: Callable[[], T]) -> T:
    """What `schrijf` gives, once the disk takes it."""
    while True:
        try:
            return schrijf()
        except sqlite3.OperationalError as fout:
            LOG.error("de schijf neemt niets aan (%s): het werk wacht", type(fout).__name__)
        await asyncio.sleep(WACHT_S)
