"""Where a sentence ends that was typed without a full stop: 'ik ben mentor ouders willen niet mag ik dat melden'.

Roles are read per sentence, so a missing stop makes one party do what another does. A stop is only put where a whole
clause stands before it, so that 'in het overleg mag ik ...' and 'als ouders weigeren mag ik ...' stay one sentence.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from intents.model import Grammatica
from intents.tekst import ZINSEINDE, Woord

KORTSTE_BIJZIN = 4
"""Words of a clause before a question can follow it."""
VERSTE_VRAAGWOORD = 5
"""Words before the verb among which 'welke' or 'wie' makes it one question: 'welke gegevens van hem mag ik'."""
LANGSTE_ROL = 3
"""Words of a function after 'ik ben'."""
VERSTE_HANDELING = 4
"""Words after a function within which somebody must do something: 'de gemeente vraagt'."""
STOP = "."
_LEESTEKENS = ZINSEINDE | {":", ","}


class Zinsgrenzen:
    """Puts the stops that were left out."""

    def __init__(self, grammatica: Grammatica, is_rol: Callable[[str], bool]) -> None:
        self._is_rol = is_rol
        self._handelt = frozenset(grammatica.hoofdwerkwoorden)
        self._vraagt = frozenset(grammatica.modaal) | frozenset(grammatica.vraag_opening)
        self._wie = frozenset(grammatica.vraag_onderwerp)
        self._vraagwoord = frozenset(v.split()[0] for v in grammatica.vraagwoorden)
        self._onderschikt = frozenset(grammatica.onderschikkend)
        self._aan_elkaar = frozenset(grammatica.verbindt)

    def zet(self, zin: Sequence[Woord]) -> tuple[Woord, ...]:
        """The words with a stop at every end that was left out, and sentences numbered anew."""
        uit: list[Woord] = []
        erbij, begin = 0, 0
        for plek, woord in enumerate(zin):
            if woord.vorm in _LEESTEKENS:
                begin = plek + 1
            elif self._begint_vraag(zin, begin, plek) or self._na_rol(zin, begin, plek):
                uit.append(Woord(STOP, zin[plek - 1].zin + erbij))
                erbij, begin = erbij + 1, plek
            uit.append(replace(woord, zin=woord.zin + erbij) if erbij else woord)
        return tuple(uit)

    def _begint_vraag(self, zin: Sequence[Woord], begin: int, plek: int) -> bool:
        """'... mag ik', after a clause of its own."""
        if plek - begin < KORTSTE_BIJZIN or plek + 1 >= len(zin) or zin[plek].vorm not in self._vraagt:
            return False
        if zin[plek + 1].vorm not in self._wie or zin[plek - 1].vorm in self._aan_elkaar:
            return False
        voor = [w.vorm for w in zin[begin:plek]]
        if voor[0] in self._onderschikt or self._vraagwoord & set(voor[-VERSTE_VRAAGWOORD:]):
            return False
        return not self._handelt.isdisjoint(voor)

    def _na_rol(self, zin: Sequence[Woord], begin: int, plek: int) -> bool:
        """'Ik ben mentor, ouders ...' and 'leerplicht hier, school ...'."""
        if zin[plek].vorm in self._aan_elkaar or self._handelt.isdisjoint(
            w.vorm for w in zin[plek + 1 : plek + VERSTE_HANDELING]
        ):
            return False
        voor = [w.vorm for w in zin[begin:plek]]
        if voor[-1:] == ["hier"]:
            return 1 < len(voor) <= LANGSTE_ROL + 1 and self._is_rol(voor[-2])
        ben = voor.index("ben") if "ben" in voor[:2] else -1
        rol = voor[ben + 1 :] if ben >= 0 else []
        return 0 < len(rol) <= LANGSTE_ROL and self._is_rol(rol[-1])
