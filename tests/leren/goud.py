"""Golden conversations in plain text: what the user types behind '> ', under it what Deelwijzer says.

`python -m tests.leren.goud` plays every file again and writes down what is said; read the difference.
"""

from pathlib import Path

from bot.gesprek.balie import Balie
from bot.gesprek.reactie import Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern
from bot.samenstellen import maak_kern
from tests.conftest import DAG

MAP = Path(__file__).parents[1] / "gesprekken"
MERK, KOP = "> ", "# "
"""Begin a line of the user, and a line that says what the conversation shows."""
VERSIE = "(versie)"
"""Stands for the version of the knowledge, which changes with every edit."""


def bestanden() -> list[Path]:
    """The golden conversations of the onboarding."""
    return sorted(MAP.glob("leren-*.txt"))


def speel(kern: Kern, tekst: str) -> str:
    """The conversation of these user lines, as it goes now."""
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    regels = tekst.splitlines()
    koppen = [regel for regel in regels if regel.startswith(KOP)]
    delen = ["\n".join(koppen)]
    for regel in (r for r in regels if r.startswith(MERK)):
        delen += [regel, toon(balie.verwerk(regel.removeprefix(MERK))).replace(kern.kennis.versie, VERSIE)]
    return "\n\n".join(delen) + "\n"


def toon(reactie: Reactie) -> str:
    """What a channel would show, as plain text."""
    antwoord = reactie.antwoord
    opties = reactie.opties or (antwoord.wedervraag.opties if antwoord and antwoord.wedervraag else ())
    tekst = antwoord.tekst if antwoord else reactie.tekst
    keuzes = "\n".join(f"[{nr}] {optie.tekst}" for nr, optie in enumerate(opties, 1))
    return "\n\n".join(deel.strip() for deel in (reactie.vooraf, tekst, reactie.erbij, keuzes) if deel.strip())


if __name__ == "__main__":
    kern = maak_kern(DAG)
    for pad in bestanden():
        pad.write_text(speel(kern, pad.read_text(encoding="utf-8")), encoding="utf-8")
