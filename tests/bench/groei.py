"""How much slower a question gets when the words, the intents and their examples are ten times as many."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from stof import Object

from bot.kern import Kern, Vraag
from bot.privacy import Poort
from bot.samenstellen import PRIVACYMAP, bekende_namen
from intents.begrijp import Begrijper
from intents.bewijs import OVERLEG
from intents.getraind import Getraind, laad_getraind
from intents.kiezer import Kiezer
from intents.laden import DELEN, Taal
from kennis.laden import Kennis

KEER = 10
"""How many times as much."""
VRAGEN = 200
"""Questions that are timed."""
ACHTERAF = 1.0
"""How much less likely a copy is than the intent it copies, so that the answers stay the same."""


def meet_groei(kern: Kern, vragen: Sequence[Object]) -> dict[str, float]:
    """Time per question with more words and intents as a ratio of the time without, asked in turn."""
    groot = vergroot(kern)
    duren: tuple[list[float], list[float]] = ([], [])
    for vraag in vragen[:VRAGEN]:
        for plek, wie in enumerate((kern, groot)):
            begin = time.perf_counter()
            wie.antwoord(Vraag(vraag["vraag"], vraag.get("regio"), vraag.get("rol")))
            duren[plek].append(time.perf_counter() - begin)
    klein, veel = (statistics.median(rij[len(rij) // 10 :]) for rij in duren)  # the first few fill caches
    return {"keer": KEER, "tijd_verhouding": round(veel / klein, 2)}


def vergroot(kern: Kern) -> Kern:
    """The same program with copies of every word and intent."""
    klein = laad_getraind(kern.kennis, kern.begrijper.taal)
    model = _met_intents(klein)
    kennis, taal = _met_antwoorden(kern.kennis, klein.intents), _met_woorden(kern.begrijper.taal)
    begrijper = Begrijper(kennis, taal, Kiezer(kennis, model))
    return Kern(kennis, kern.zinnen, begrijper, Poort(bekende_namen(kern.kennis), bouwmap=PRIVACYMAP))


def _kopie(naam: str, nummer: int) -> str:
    """Name of a copy; it says the same kind of thing, but sharing and meetings, which code answers, become answers."""
    return f"{'kopie.' if naam == DELEN or naam.startswith(OVERLEG) else ''}{naam}~{nummer}"


def _met_antwoorden(kennis: Kennis, intents: Sequence[str]) -> Kennis:
    een = next(iter(kennis.antwoorden.values()))
    kopieen = {
        _kopie(naam, nr): kennis.antwoorden.get(naam, een).model_copy(update={"id": _kopie(naam, nr)})
        for naam in intents
        for nr in range(1, KEER)
    }
    return replace(kennis, antwoorden={**kennis.antwoorden, **kopieen})


def _met_woorden(taal: Taal) -> Taal:
    """Every everyday word with nine that no one uses, as long and as many words: letters moved along the alphabet."""
    woorden = {
        naam: {begrip: tuple(w for zin in zinnen for w in _varianten(zin)) for begrip, zinnen in lijst.items()}
        for naam, lijst in taal.woorden.items()
    }
    return replace(taal, woorden=woorden)


def _varianten(zin: str) -> list[str]:
    return [zin, *("".join(_verschoven(teken, nr) for teken in zin) for nr in range(1, KEER))]


def _verschoven(teken: str, stap: int) -> str:
    return chr((ord(teken) - ord("a") + stap) % 26 + ord("a")) if "a" <= teken <= "z" else teken


def _met_intents(model: Getraind) -> Getraind:
    """A model with copies of every intent and its weights."""
    kopieen = [_kopie(intent, nr) for nr in range(1, KEER) for intent in model.intents]
    lager = np.repeat([0.0, *[ACHTERAF] * (KEER - 1)], len(model.intents)).astype(np.float32)
    return replace(
        model,
        intents=(*model.intents, *kopieen),
        letters=np.tile(model.letters, (1, KEER)),
        letters_nulpunt=np.tile(model.letters_nulpunt, KEER) - lager,
        zin_gewichten=np.tile(model.zin_gewichten, (KEER, 1)),
        zin_nulpunt=np.tile(model.zin_nulpunt, KEER) - lager,
    )
