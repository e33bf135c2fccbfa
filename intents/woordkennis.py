"""What is known of one word: whether it is a word at all, which concepts it names, and whether it is a compound."""

from collections.abc import Iterable

from intents.model import Grammatica
from intents.woordenboek import Begripnaam, Woordenboek
from intents.woordvormen import bestaat, sleutel

KORTSTE_BEKENDE_SAMENSTELLING = 9
"""Letters: a shorter word that exists ('persoon') is never taken apart."""
KORTSTE_DEEL = 3
"""Letters of a part of a compound."""
BEGIN = 4
"""Letters that all forms of a word share."""
KORTSTE_KLEIN = 2
"""Letters of a small word that was typed on to another."""
VOORZETSELS = frozenset("voor over door naar van met bij uit aan per tot onder op in om tegen".split())
"""Small words that compounds may start with."""
_TUSSEN = ("", "s", "en", "e", "-", "s-")

Delen = tuple[list[Begripnaam], list[Begripnaam]]
"""Concepts of the first part of a compound and of its head."""


class Woordkennis:
    """The lexicon, the words of the examples and the Dutch language, asked about one word at a time."""

    def __init__(self, boek: Woordenboek, extra_woorden: Iterable[str], grammatica: Grammatica) -> None:
        self.boek = boek
        self.klein = frozenset(w for w in grammatica.klein if len(w) >= KORTSTE_KLEIN)
        self.bekend = frozenset((*boek.woorden(), *extra_woorden))
        self._begin = frozenset(woord[:BEGIN] for woord in boek.enkel)

    def kent(self, vorm: str) -> bool:
        """Whether a word, or a form of it, is in the word lists."""
        return vorm in self.bekend or sleutel(vorm) in self.bekend

    def is_woord(self, vorm: str) -> bool:
        """Whether a word is known, exists, or is a compound of known words."""
        return self.kent(vorm) or bestaat(vorm) or self.is_samenstelling(vorm)

    def is_samenstelling(self, vorm: str) -> bool:
        """Whether both parts of a word name a concept."""
        delen = self.delen(vorm)
        return delen is not None and all(delen)

    def begrippen(self, vorm: str) -> frozenset[Begripnaam]:
        """What a single word names."""
        return frozenset(self.boek.enkel.get(vorm) or self.boek.enkel.get(sleutel(vorm)) or ())

    def is_partij(self, vorm: str) -> bool:
        """Whether a word names somebody who gives or receives."""
        return any(naam.taxonomie == "partijen" for naam in self.boek.enkel.get(sleutel(vorm), ()))

    def staat_op_zich(self, deel: str, na_voorzetsel: bool = False) -> bool:
        """Whether the rest is a word; after a preposition only a party, since 'aan' and 'op' begin many a real word."""
        if deel in self.klein:
            return True
        if na_voorzetsel:
            return self.is_partij(deel)
        return len(deel) >= KORTSTE_DEEL and (deel in self.bekend or sleutel(deel) in self.boek.enkel)

    def delen(self, vorm: str) -> Delen | None:
        """Concepts of the first part and of the head of a compound; None when it is none."""
        if len(vorm) < KORTSTE_BEKENDE_SAMENSTELLING and bestaat(vorm):
            return None
        beste: Delen | None = None
        for knip in range(len(vorm) - KORTSTE_DEEL, KORTSTE_DEEL - 1, -1):
            voor, kop = vorm[:knip].rstrip("-"), vorm[knip:].lstrip("-")
            if kop in self.klein:
                continue
            voorste, koppen = self._voorste(voor), self._namen(kop)
            if voorste and koppen:
                return voorste, koppen
            if voorste and beste is None and bestaat(kop) and len(voor) > KORTSTE_DEEL:
                beste = (voorste, [])
            if koppen and beste is None and bestaat(voor) and len(kop) > KORTSTE_DEEL:
                beste = ([], koppen)
        return beste

    def _voorste(self, voor: str) -> list[Begripnaam]:
        for tussen in _TUSSEN:
            stam = voor.removesuffix(tussen) if tussen else voor
            if len(stam) >= KORTSTE_DEEL and (namen := self._namen(stam)):
                return namen
        return []

    def _namen(self, deel: str) -> list[Begripnaam]:
        """Concepts of one part of a compound; most parts begin like no word of the lexicon, which is seen at once."""
        lijkt = deel[:BEGIN] in self._begin or deel[:KORTSTE_DEEL] in self._begin
        return self.boek.enkel.get(sleutel(deel), []) if lijkt else []
