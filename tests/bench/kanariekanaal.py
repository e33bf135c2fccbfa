"""A real channel as a process of its own; every layer breaks now and then with an exception full of user input.

    python tests/bench/kanariekanaal.py FOLDER CONFIG

CONFIG is a file with settings as `deelwijzer start` reads it; its `matrix` and `teams` parts make the channels. For
Teams the key server and our own token come from the connector that the file `wereld` beside CONFIG names. Prints its
port.
"""

import asyncio
import itertools
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from kanarieserver import LAGEN, Stuk, dien, maak_breekbaar

import bot.kanalen.matrix.inname
import bot.kanalen.teams.ingang
from bot.dienst import Kanaal
from bot.gesprek.balie import Balie
from bot.gesprek.geheugen import Geheugen
from bot.instellingen import Instellingen, laad_instellingen
from bot.kanalen.matrix.postvak import Postvak
from bot.kanalen.matrix.zender import Zender as Matrixzender
from bot.kanalen.teams.kanaal import Teamskanaal
from bot.kanalen.teams.wereld import Wereld
from bot.kanalen.teams.zender import Zender as Teamszender
from bot.logboek import richt_in
from bot.opdrachten.start import maak_kanalen
from bot.privacy.ruw import als_ruw
from bot.samenstellen import maak_kern
from bot.tellingen import Opslag, Tellingen
from tests.teams.sleutelmaker import eigen_token

MEESTE_KEREN = 3
"""Failures of one function: a batch that meets one again at each new try would never come through."""
HAPERT: tuple[tuple[Any, str, int], ...] = (
    (bot.kanalen.matrix.inname, "lees_bericht", 199),
    (bot.kanalen.teams.ingang, "lees_activiteit", 17),
    (Matrixzender, "bericht", 13),
    (Teamszender, "plaats", 13),
    (Postvak, "klaar", 19),
)
"""Functions of the channels themselves, each with how often it fails: once in so many calls."""


def laat_haperen(plek: Any, naam: str, keer: int) -> None:
    """Let a function fail once in so many calls, with what it was called with in the exception."""
    echt, beurt = getattr(plek, naam), itertools.count(1)

    def doe(*args: Any, **opties: Any) -> Any:
        nr = next(beurt)
        if nr % keer == 0 and nr <= MEESTE_KEREN * keer:
            Stuk.tekst = _wat(args[-1])
            Stuk.gooi()
        return echt(*args, **opties)

    setattr(plek, naam, doe)


def _wat(waarde: object) -> str:
    try:
        return repr(waarde)
    except TypeError:  # raw text that refuses to be shown
        return Stuk.tekst


def breek_om_de_beurt() -> None:
    """At each line another layer behind the desk fails; two lines in so many none."""
    beurt = itertools.cycle([None, None, *LAGEN])
    echt: Callable[..., Any] = Balie.verwerk

    def verwerk(balie: Balie, ruw: Any) -> Any:
        Stuk.laag, Stuk.tekst = next(beurt), als_ruw(ruw).onthul()
        return echt(balie, ruw)

    setattr(Balie, "verwerk", verwerk)  # noqa: B010  # a method of another class


def maak(instellingen: Instellingen, geheugen: Geheugen, tellingen: Tellingen, config: Path) -> list[Kanaal]:
    """The channels of the settings; Teams with keys from this computer."""
    kanalen = maak_kanalen(instellingen.model_copy(update={"teams": None}), geheugen, tellingen)
    if instellingen.teams is not None:
        adres = config.with_name("wereld").read_text(encoding="utf-8")
        wereld = Wereld(openid=f"{adres}/openid", alleen_lus=True)
        teams = partial(Teamskanaal, instellingen.teams, geheugen, instellingen.web, instellingen.regio)
        kanalen.append(teams(tellingen.voor("teams"), wereld, eigen_token))
    return kanalen


def main(map_: Path, config: Path) -> None:
    """Serve until a signal."""
    instellingen = laad_instellingen(config)
    kern = maak_kern()
    tellingen = Tellingen(Opslag(map_ / "tellingen.sqlite"), kern.kennis)
    asyncio.run(_draai(instellingen, Geheugen(kern, dien_in=tellingen.dien_in), tellingen, config))


async def _draai(instellingen: Instellingen, geheugen: Geheugen, tellingen: Tellingen, config: Path) -> None:
    await dien(maak(instellingen, geheugen, tellingen, config), tellingen)


if __name__ == "__main__":
    richt_in()
    maak_breekbaar()
    breek_om_de_beurt()
    for stukje in HAPERT:
        laat_haperen(*stukje)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
