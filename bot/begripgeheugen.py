"""Remembers for a while what a question was understood to be: in an organisation the same questions come back all day.

What stays is ids, never a word, never who asked. Only questions in which the guard found no person come here.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from bot.privacy.kortgeheugen import Kortgeheugen
from intents.begrijp import Begrijper, Begrip
from kennis.feiten import Feiten


class Begripgeheugen:
    """Understands through the one behind it, or gives what that understood a moment ago."""

    def __init__(self, begrijper: Begrijper, klok: Callable[[], float] = time.monotonic) -> None:
        self._begrijper = begrijper
        self._geheugen: Kortgeheugen[tuple[Begrip, ...]] = Kortgeheugen(klok)

    def begrijp_alle(self, vraag: str, rol: str | None, regio: str) -> tuple[Begrip, ...]:
        """What a question holds, without its words."""
        wat = (vraag, rol or "", regio)
        begrippen = self._geheugen.zoek(*wat)
        if begrippen is None:
            begrippen = tuple(map(zonder_woorden, self._begrijper.begrijp_alle(vraag, rol, regio)))
            self._geheugen.zet(begrippen, *wat)
        return begrippen

    def __len__(self) -> int:
        return len(self._geheugen)


def zonder_woorden(begrip: Begrip) -> Begrip:
    """The same understanding without the words it was read from."""
    kaal = replace(begrip.lezing, genoemd=Feiten(), vermeldingen=(), woorden=(), sleutels=(), plat="")
    return replace(begrip, lezing=kaal)
