"""An answer as Matrix shows it: HTML for clients that can, and a plain text that reads well alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

from bot.antwoord.model import Antwoordobject, OptieRegel
from bot.gesprek.balie import Reactie
from bot.kanalen.inkorten import kort, vol
from bot.kanalen.matrix.teksten import Matrixteksten
from bot.kanalen.teksten import Kanaalteksten
from bot.kanalen.voet import beoordeeld
from bot.kern import Kernbron
from kennis.model import Oordeel
from kennis.zinnen import Zinnen

GROOTST = 30_000
"""Bytes of text and HTML together: an event may be 65,536, and encryption adds a third and more."""
_OPMAAK = re.compile(r"\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
"""Marks of bold and italic in Markdown."""
_PUNT = re.compile(r"^- ", re.MULTILINE)


@dataclass(frozen=True)
class Beeld:
    """What is sent, in both forms."""

    plat: str
    html: str

    def als_inhoud(self) -> dict[str, Any]:
        """Content of a message: a notice, so that no bot answers it, that mentions nobody."""
        return {
            "msgtype": "m.notice",
            "body": self.plat,
            "format": "org.matrix.custom.html",
            "formatted_body": self.html,
            "m.mentions": {},
        }


class Weergave:
    """Turns reactions of the desk into messages."""

    def __init__(self, teksten: Matrixteksten, kanaalteksten: Kanaalteksten, bron: Kernbron) -> None:
        self._teksten = teksten
        self._kanaal = kanaalteksten
        self._bron = bron
        self._html = MarkdownIt("commonmark", {"html": False})

    @property
    def _zinnen(self) -> Zinnen:
        return self._bron.kern.zinnen

    def reactie(self, reactie: Reactie, erbij: tuple[str, ...] = ()) -> Beeld:
        """A reaction, with lines of this channel below it."""
        if reactie.antwoord is None:
            delen = [reactie.tekst, *erbij, *self._opties(None, reactie.opties)]
        else:
            delen = self._antwoord(reactie.antwoord, reactie.alles, erbij)
        return self._begrensd("\n\n".join(filter(None, (reactie.vooraf, *delen, reactie.erbij))))

    def tekst(self, markdown: str) -> Beeld:
        """A fixed text."""
        return self._begrensd(markdown)

    def _antwoord(self, antwoord: Antwoordobject, alles: bool, erbij: tuple[str, ...]) -> list[str]:
        tekst = vol(antwoord) if alles else kort(antwoord, self._zinnen.kopjes, self._kanaal.kort)
        delen = [self._teken(antwoord) + tekst, *erbij]
        if antwoord.wedervraag:
            delen += self._opties(antwoord.wedervraag.tekst, antwoord.wedervraag.opties)
        if (voet := beoordeeld(antwoord, self._zinnen)) is not None:
            delen.append(f"*{voet}*")
        return delen

    def _teken(self, antwoord: Antwoordobject) -> str:
        return f"{self._zinnen.oordelen[Oordeel(antwoord.oordeel)].teken} " if antwoord.oordeel else ""

    def _opties(self, vraag: str | None, opties: tuple[OptieRegel, ...]) -> list[str]:
        """What can be picked, numbered as the digits below it are."""
        if not opties:
            return []
        regels = "\n".join(f"{nr}. {optie.tekst}" for nr, optie in enumerate(opties, 1))
        return [*([f"**{vraag}**"] if vraag else []), regels, f"*{self._teksten.kies}*"]

    def _begrensd(self, markdown: str) -> Beeld:
        """Whole blocks from the top, as many as fit in one event."""
        beeld = self._beeld(markdown)
        blokken = markdown.split("\n\n")
        while len(beeld.plat.encode()) + len(beeld.html.encode()) > GROOTST and len(blokken) > 1:
            blokken.pop()
            beeld = self._beeld("\n\n".join((*blokken, f"*{self._teksten.te_groot}*")))
        return beeld

    def _beeld(self, markdown: str) -> Beeld:
        return Beeld(plat(markdown), self._html.render(markdown).strip())


def plat(markdown: str) -> str:
    """Markdown without its marks."""
    return _PUNT.sub("• ", _OPMAAK.sub("", markdown.replace("  \n", "\n")))


def met_relatie(inhoud: Mapping[str, Any], relatie: Mapping[str, Any] | None) -> dict[str, Any]:
    """The content as part of a thread, or as a reply."""
    return {**inhoud, "m.relates_to": dict(relatie)} if relatie else dict(inhoud)


def als_verbetering(inhoud: Mapping[str, Any], van: str) -> dict[str, Any]:
    """The content in the place of an earlier message."""
    return {
        **inhoud,
        "body": f"* {inhoud['body']}",
        "formatted_body": f"* {inhoud['formatted_body']}",
        "m.new_content": dict(inhoud),
        "m.relates_to": {"rel_type": "m.replace", "event_id": van},
    }
