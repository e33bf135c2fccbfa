"""From raw characters to words. Everything later works on these words, never on the raw text."""

import re
import unicodedata
from dataclasses import dataclass

LANGSTE_VRAAG = 4000
"""Characters that are read; a longer message is cut, its start holds the question."""

_WOORD = re.compile(r"[a-z0-9]+(?:['.\-][a-z0-9]+)*[+]?|<\s?\d+|->|=>|[?!.,;:=/\n]")
_IK_TUSSEN_HAAKJES = re.compile(r"\b(ik|wij|we|mij|ons) ?\(")
"""'Mag ik (jeugdarts)' says what 'mag ik als jeugdarts' says."""
ZINSEINDE = frozenset(".?!\n;")
"""Marks that end a sentence."""
WIJ = frozenset({"ik", "wij", "we"})
"""The asker as subject."""
ONS = frozenset({"mij", "ons", "me"})
"""The asker as the one who is told or asked."""
VOEGWOORDEN = frozenset({"en", "of", ",", "maar", "."})
"""What stands before a clause with a subject of its own."""


@dataclass(frozen=True)
class Woord:
    """One word or punctuation mark of a question."""

    vorm: str
    """Lower case, without accents."""
    zin: int
    """Number of the sentence it stands in, from 0."""

    @property
    def is_leesteken(self) -> bool:
        """Whether this is punctuation."""
        return not self.vorm[0].isalnum() and self.vorm[0] != "<"


def platte_vorm(tekst: str) -> str:
    """Lower case, accents off, typographic quotes made plain, invisible characters and emoji gone."""
    tekst = tekst[:LANGSTE_VRAAG]
    if tekst.isascii() and tekst.isprintable():  # nearly all there is, and the same ten times as fast
        return tekst.replace("`", "'").lower()
    tekst = tekst.replace("’", "'").replace("‘", "'").replace("`", "'").replace("´", "'").replace("→", " naar ")
    ontleed = unicodedata.normalize("NFKD", tekst)
    tekens = (t if t in "\n\t" or unicodedata.category(t)[0] not in "CM" else "" for t in ontleed)
    return "".join(tekens).casefold()


def woorden(tekst: str) -> tuple[Woord, ...]:
    """The words of a question in order, with the sentence each belongs to."""
    uit: list[Woord] = []
    zin = 0
    for stuk in _WOORD.findall(_IK_TUSSEN_HAAKJES.sub(r"\1 als ", platte_vorm(tekst))):
        vorm = "naar" if stuk in ("->", "=>") else stuk.replace(" ", "")
        uit.append(Woord(vorm.rstrip(".") or vorm, zin))
        if vorm in ZINSEINDE:
            zin += 1
    return tuple(uit)
