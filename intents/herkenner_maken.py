"""Put together what finds concepts: the word lists, the words of the examples, and those of the grammar."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from intents.herken import Herkenner
from intents.laden import Taal
from intents.woordenboek import Woordenboek


def maak_herkenner(boek: Woordenboek, taal: Taal, voorbeeldwoorden: Iterable[str]) -> Herkenner:
    """Finds concepts; typing errors are repaired towards every word that is given."""
    return Herkenner(boek, (*voorbeeldwoorden, *_grammaticawoorden(taal)), taal.grammatica)


def _grammaticawoorden(taal: Taal) -> Iterator[str]:
    """Every word of the grammar."""
    return _woorden(taal.grammatica.model_dump())


def _woorden(deel: object) -> Iterator[str]:
    """The words of a text, or of all texts in a list or mapping."""
    if isinstance(deel, str):
        yield from deel.split()
    elif isinstance(deel, Mapping):
        yield from _woorden(tuple(deel.values()))
    elif isinstance(deel, tuple):
        yield from chain.from_iterable(map(_woorden, deel))
