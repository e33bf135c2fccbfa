"""What was understood of a question, in the words of the knowledge."""

from collections.abc import Mapping
from typing import Any

from kennis.laden import Kennis
from kennis.model import Dimensie


def in_woorden(kennis: Kennis, begrepen: Mapping[str, Any]) -> list[tuple[str, str]]:
    """For each dimension that is known: its id and the names of its values."""
    uit = []
    for dim in Dimensie:
        ids = begrepen.get(dim.value, ())
        namen = [kennis.taxonomie(dim)[i].naam for i in ([ids] if isinstance(ids, str) else ids)]
        if namen:
            uit.append((dim.value, ", ".join(namen)))
    return uit
