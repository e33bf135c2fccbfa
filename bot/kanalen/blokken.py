"""The parts of an answer's text, each with its heading, for channels that lay them out themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.antwoord.model import Antwoordobject
from bot.kanalen.inkorten import vol


@dataclass(frozen=True)
class Blok:
    """One part of the text."""

    kop: str | None
    """Key of the heading in `kopjes`; None for a part without one."""
    tekst: str
    """Markdown, without the heading."""


def blokken(antwoord: Antwoordobject, kopjes: Mapping[str, str]) -> list[Blok]:
    """The text in parts, less the counter-question."""
    return [_blok(tekst, kopjes) for tekst in vol(antwoord).split("\n\n")]


def _blok(tekst: str, kopjes: Mapping[str, str]) -> Blok:
    for sleutel, kop in kopjes.items():
        begin = f"**{kop}:**"
        if tekst.startswith(begin):
            return Blok(sleutel, tekst.removeprefix(begin).strip())
    return Blok(None, tekst)
