"""Files that the terminal writes when the user asks for them: in the folder one works in, never over another file."""

from itertools import count
from pathlib import Path

from bot.gesprek.gids import Bestand
from bot.kanalen.teksten import Bewaarteksten


def bewaar(bestand: Bestand, map_: Path, teksten: Bewaarteksten) -> str:
    """Write a file and say where it is, or why that did not work."""
    try:
        return teksten.bewaard.format(pad=_schrijf(bestand, map_))
    except OSError:
        return teksten.mislukt.format(naam=bestand.naam, map=map_)


def _schrijf(bestand: Bestand, map_: Path) -> Path:
    """Take the first name that is free; `x` makes taking it and looking whether it is free one step."""
    naam = Path(bestand.naam)
    for nr in count(1):
        pad = map_ / (naam.name if nr == 1 else f"{naam.stem}-{nr}{naam.suffix}")
        try:
            with pad.open("xb") as uit:
                uit.write(bestand.inhoud)
        except FileExistsError:
            continue
        return pad
    raise AssertionError("count is endless")
