"""Reading of facts for all tests, built once; the trained part is not needed for it."""

from itertools import chain
from types import SimpleNamespace
from typing import cast

import pytest

from intents.begrijp import Begrijper
from intents.feiten_lezen import Feitenlezer
from intents.getraind import Getraind
from intents.herken import Herkenner
from intents.kiezer import Kiezer
from intents.laden import Taal, laad_taal
from intents.ngrammen import Ngrammen, kenmerken
from intents.tekst import platte_vorm
from intents.trainen import gewone_woorden
from kennis.laden import Kennis, laad_kennis

# The same examples each run, however busy the machine is.


@pytest.fixture(scope="session")
def kennis() -> Kennis:
    """The knowledge that ships with the program."""
    return laad_kennis()


@pytest.fixture(scope="session")
def taal() -> Taal:
    """The language data that ship with the program."""
    return laad_taal()


@pytest.fixture(scope="session")
def begrijper(kennis: Kennis, taal: Taal) -> Begrijper:
    """Understanding without a model: it reads facts, but knows no intents."""
    zinnen = [platte_vorm(z) for z in (*chain.from_iterable(taal.vragen.values()), *(v.v for v in taal.delen))]
    woorden, ngrammen = gewone_woorden(zinnen), Ngrammen.leer([list(kenmerken(z)) for z in zinnen])
    zonder_model = cast(Getraind, SimpleNamespace(intents=(), woorden=woorden, ngrammen=ngrammen))
    return Begrijper(kennis, taal, Kiezer(kennis, zonder_model))


@pytest.fixture(scope="session")
def lezer(begrijper: Begrijper) -> Feitenlezer:
    """Reads facts."""
    return begrijper.lezer


@pytest.fixture(scope="session")
def herkenner(begrijper: Begrijper) -> Herkenner:
    """Finds concepts."""
    return begrijper.herkenner
