"""Fields of JSON that someone else made: each is checked for its shape, and left out when it has another."""

from collections.abc import Mapping
from typing import Any


def velden(ruw: object) -> Mapping[str, Any]:
    """An object; an empty one when it is something else."""
    return ruw if isinstance(ruw, Mapping) else {}


def lijst(ruw: object) -> list[Any]:
    """A list; an empty one when it is something else."""
    return ruw if isinstance(ruw, list) else []


def woorden(ruw: object) -> str:
    """A text; an empty one when it is something else."""
    return ruw if isinstance(ruw, str) else ""
