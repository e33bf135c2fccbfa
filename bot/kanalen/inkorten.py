"""Short and full forms of one answer, for every channel. Blocks of Markdown are kept or dropped, never rewritten."""

from collections.abc import Iterable, Mapping

from bot.antwoord.model import Antwoordobject
from bot.kanalen.teksten import Korttekst


def vol(antwoord: Antwoordobject) -> str:
    """The whole text, less the counter-question: a channel shows its options in its own way."""
    return "\n\n".join(_blokken(antwoord))


def kort(antwoord: Antwoordobject, kopjes: Mapping[str, str], teksten: Korttekst) -> str:
    """The text without the parts that can wait, and a line that names what was left out."""
    verborgen = [kopjes[sleutel] for sleutel in teksten.verberg]
    delen, weg = [], []
    for blok in _blokken(antwoord):
        kop = _kop(blok, verborgen)
        if kop is None:
            delen.append(blok)
        elif kop not in weg:
            weg.append(kop)
    if weg:
        delen.append(teksten.er_is_meer.format(delen=", ".join(kop.lower() for kop in weg)))
    return "\n\n".join(delen)


def _blokken(antwoord: Antwoordobject) -> list[str]:
    blokken = antwoord.tekst.split("\n\n")
    vraag = antwoord.wedervraag.tekst if antwoord.wedervraag else None
    return [b for b in blokken if vraag is None or not b.removeprefix("**").startswith(vraag)]


def _kop(blok: str, koppen: Iterable[str]) -> str | None:
    return next((kop for kop in koppen if blok.startswith(f"**{kop}:**")), None)
