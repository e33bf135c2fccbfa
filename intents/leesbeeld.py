"""A question as features: its letter groups and words, and what reading it found.

A concept says the same whatever word names it, so that 'de orthopedagoog van het swv' teaches something about every
expert; two concepts together, or a concept and what is asked about it, tell subjects apart that share their words.
"""

from collections.abc import Iterator
from itertools import chain, combinations

from intents.feiten_lezen import Lezing
from intents.ngrammen import GELEZEN, kenmerken


def zinkenmerken(lezing: Lezing, tekst: str | None = None) -> Iterator[str]:
    """The features of a question that was read; `tekst` is its plain form when that is not the repaired one."""
    return chain(kenmerken(lezing.plat if tekst is None else tekst), leeskenmerken(lezing))


def leeskenmerken(lezing: Lezing) -> Iterator[str]:
    """Concepts, pairs of them, what is asked for, and each concept with what is asked for."""
    begrippen = sorted({f"{v.naam.taxonomie}:{v.naam.begrip}" for v in lezing.vermeldingen})
    vorm = lezing.vorm.value if lezing.vorm else "-"
    for begrip in begrippen:
        yield f"{GELEZEN}{begrip}"
        yield f"{GELEZEN}{vorm}+{begrip}"
    for een, ander in combinations(begrippen, 2):
        yield f"{GELEZEN}{een}+{ander}"
    yield f"{GELEZEN}{vorm}"
    yield f"{GELEZEN}toelating {lezing.vraagt_toelating}, uitleg {lezing.vraagt_uitleg}"
