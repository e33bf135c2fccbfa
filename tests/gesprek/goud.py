"""Golden conversations in plain text: what the user types behind '> ', under it what Deelwijzer says.

Of an answer the verdict, its reason and the line on consent are written down; the rest is tested elsewhere.
`python -m tests.gesprek.goud` plays every file again and writes down what is said; read the difference.
"""

from pathlib import Path

from bot.antwoord.model import Antwoordobject
from bot.gesprek.balie import Balie
from bot.gesprek.reactie import Reactie
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern
from bot.samenstellen import maak_kern
from kennis.model import Oordeel
from tests.conftest import DAG

MAP = Path(__file__).parents[1] / "gesprekken"
MERK, KOP = "> ", "# "
"""Begin a line of the user, and a line that says what the conversation shows."""
VERSIE = "(versie)"
"""Stands for the version of the knowledge, which changes with every edit."""


def bestanden() -> list[Path]:
    """The golden conversations: `gesprek-` on questions, the plan, checklist and forms, `leren-` on learning."""
    return sorted(MAP.glob("*.txt"))


def speel(kern: Kern, tekst: str) -> str:
    """The conversation of these user lines, as it goes now."""
    balie = Balie(Gesprek(kern), laad_gesprekteksten())
    regels = tekst.splitlines()
    delen = ["\n".join(regel for regel in regels if regel.startswith(KOP))]
    for regel in (r for r in regels if r.startswith(MERK)):
        delen += [regel, toon(kern, balie.verwerk(regel.removeprefix(MERK))).replace(kern.kennis.versie, VERSIE)]
    return "\n\n".join(delen) + "\n"


def toon(kern: Kern, reactie: Reactie) -> str:
    """What a channel would show at first sight, as plain text."""
    antwoord = reactie.antwoord
    opties = reactie.opties or (antwoord.wedervraag.opties if antwoord and antwoord.wedervraag else ())
    tekst = _kern_van(kern, antwoord, reactie.alles) if antwoord else reactie.tekst
    vraag = antwoord.wedervraag.tekst if antwoord and antwoord.wedervraag else ""
    keuzes = "\n".join(f"[{nr}] {optie.tekst}" for nr, optie in enumerate(opties, 1))
    namen = "\n".join(f"(bestand: {bestand.naam})" for bestand in reactie.bestanden)
    delen = (reactie.vooraf, tekst, vraag, keuzes, namen, reactie.erbij)
    return "\n\n".join(deel.strip() for deel in delen if deel.strip())


def _kern_van(kern: Kern, antwoord: Antwoordobject, alles: bool) -> str:
    if alles:
        return antwoord.tekst
    blokken = antwoord.tekst.split("\n\n")
    merken = (f"**{kern.zinnen.kopjes['toestemming']}:**", "**Zoek", "Zolang", kern.zinnen.persoonsgegevens[:15])
    kort = [blokken[0], *(b for b in blokken[1:] if b.startswith(merken))]
    woord = kern.zinnen.oordelen[Oordeel(antwoord.oordeel)].woord if antwoord.oordeel else None
    return "\n\n".join(([f"(oordeel: {woord})"] if woord else []) + kort)


if __name__ == "__main__":
    echt = maak_kern(DAG)
    for pad in bestanden():
        pad.write_text(speel(echt, pad.read_text(encoding="utf-8")), encoding="utf-8")
