"""The lexicon: every word and phrase by which a concept can be named, and how to find them in a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from intents.laden import Taal
from intents.tekst import woorden
from intents.woordvormen import sleutel
from kennis.laden import Kennis

KALE_LIDWOORDEN = frozenset({"de", "het", "een"})
LANGSTE_GAT = 3
"""Words that may stand where a phrase has '..'."""
GAT = ".."
EINDE = ""
"""Stands for the second word of a phrase that has one."""


@dataclass(frozen=True)
class Begripnaam:
    """A concept together with the taxonomy it lives in."""

    taxonomie: str
    begrip: str


@dataclass(frozen=True)
class Vermelding:
    """A place in the question where a concept is named."""

    begin: int
    """Index of the first word."""
    eind: int
    """Index after the last word."""
    naam: Begripnaam
    hoe: str
    """'letterlijk' or 'samenstelling'."""
    zwak: bool = False
    """Named only as the first part of a compound, such as 'school' in 'schoolverslag'."""


@dataclass
class Woordenboek:
    """Phrases by the key of their first word, and by that of the second where it must follow at once."""

    frasen: dict[str, dict[str, list[tuple[tuple[str, ...], Begripnaam]]]] = field(default_factory=dict)
    enkel: dict[str, list[Begripnaam]] = field(default_factory=dict)
    """Single words, for compounds and typing errors."""

    def voeg_toe(self, tekst: str, naam: Begripnaam) -> None:
        """Add one word or phrase."""
        sleutels = tuple(frase_sleutels(tekst))
        if not sleutels:
            return
        tweede = sleutels[1] if len(sleutels) > 1 else EINDE
        lijst = self.frasen.setdefault(sleutels[0], {}).setdefault(tweede, [])
        if (sleutels, naam) not in lijst:
            lijst.append((sleutels, naam))
        if len(sleutels) == 1:
            self.enkel.setdefault(sleutels[0], []).append(naam)

    def woorden(self) -> Iterable[str]:
        """The keys of all words that phrases are made of."""
        for vervolgen in self.frasen.values():
            for frases in vervolgen.values():
                for frase, _ in frases:
                    yield from frase

    def vind(self, sleutels: Sequence[str]) -> list[Vermelding]:
        """All mentions; within one taxonomy the longest phrase wins and mentions do not overlap."""
        gevonden = [
            Vermelding(begin + (frase[0] in KALE_LIDWOORDEN), eind, naam, "letterlijk")
            for begin, (eerste, tweede) in enumerate(pairwise((*sleutels, EINDE)))
            if (vervolgen := self.frasen.get(eerste)) is not None
            for vervolg in dict.fromkeys((EINDE, tweede, GAT))
            for frase, naam in vervolgen.get(vervolg, ())
            if (eind := _past(frase, sleutels, begin)) is not None
        ]
        return _langste(gevonden)


def _past(frase: tuple[str, ...], sleutels: Sequence[str], begin: int) -> int | None:
    """Index after the phrase when it stands at `begin`, allowing gaps where the phrase has them."""
    plek = begin
    gat = False
    for deel in frase:
        if deel == GAT:
            gat = True
            continue
        for stap in range(LANGSTE_GAT + 1 if gat else 1):
            if plek + stap < len(sleutels) and sleutels[plek + stap] == deel:
                plek += stap + 1
                break
        else:
            return None
        gat = False
    return plek


def _langste(vermeldingen: list[Vermelding]) -> list[Vermelding]:
    """Per taxonomy the longest first; whatever overlaps a longer one is dropped."""
    gekozen: list[Vermelding] = []
    bezet: set[tuple[str, int]] = set()
    for v in sorted(vermeldingen, key=lambda v: (v.begin - v.eind, v.begin)):
        plekken = {(v.naam.taxonomie, plek) for plek in range(v.begin, v.eind)}
        if not plekken & bezet:
            gekozen.append(v)
            bezet |= plekken
    return gekozen


def frase_sleutels(tekst: str) -> Iterable[str]:
    """The keys of a word or phrase, with the gaps."""
    for stuk in tekst.replace("…", GAT).split():
        if stuk == GAT:
            yield GAT
        else:
            yield from (sleutel(w.vorm) for w in woorden(stuk) if not w.is_leesteken)


def bouw_woordenboek(kennis: Kennis, taal: Taal) -> Woordenboek:
    """The lexicon of all names in the knowledge and all everyday words."""
    boek = Woordenboek()
    for taxonomie in kennis.taxonomieen.values():
        for begrip in taxonomie:
            if not begrip.is_een:
                continue
            for woord in (_zonder_lidwoord(begrip.naam), *begrip.ook):
                boek.voeg_toe(woord, Begripnaam(taxonomie.naam, begrip.id))
    for naam, lijst in taal.woorden.items():
        for begrip_id, zinnen in lijst.items():
            for zin in zinnen:
                boek.voeg_toe(zin, Begripnaam(naam, begrip_id))
    for regio in kennis.regios.values():
        for plaats in regio.plaatsen:
            boek.voeg_toe(plaats, Begripnaam("regio", regio.id))
        for deelnemer in regio.partijen:
            boek.voeg_toe(deelnemer.naam, Begripnaam("partijen", deelnemer.partij))
    return boek


def _zonder_lidwoord(naam: str) -> str:
    eerste, _, rest = naam.partition(" ")
    return rest if rest and eerste.casefold() in KALE_LIDWOORDEN else naam
