"""Search through all that is known: every word that was typed has to be somewhere in an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.beheer.web.adressen import adres
from bot.beheer.web.taken import titel_van
from intents.laden import Taal
from kennis.laden import Kennis
from kennis.model import Inhoud, Model

MEESTE = 100
"""Hits shown; who gets more adds a word."""


@dataclass(frozen=True)
class Treffer:
    """An entry that was found."""

    soort: str
    id: str
    titel: str
    adres: str
    kort: str
    gewicht: int
    """How well it fits: words in the title count most."""


def treffers(kennis: Kennis, q: str, taal: Taal | None = None) -> list[Treffer]:
    """Entries that hold all words, best first."""
    woorden = q.lower().split()
    gevonden = []
    for soort, id_, titel, plek, kort, tekst in _alles(kennis, taal):
        klein, kop = tekst.lower(), f"{titel} {id_}".lower()
        if all(w in klein or w in kop for w in woorden):
            gevonden.append(Treffer(soort, id_, titel, plek, kort, sum(w in kop for w in woorden)))
    return sorted(gevonden, key=lambda t: -t.gewicht)[:MEESTE]


def _alles(kennis: Kennis, taal: Taal | None) -> Iterator[tuple[str, str, str, str, str, str]]:
    for a in kennis.antwoorden.values():
        voorbeelden = taal.vragen.get(a.id, ()) if taal else ()
        yield "antwoorden", a.id, a.titel, adres("antwoorden", a.id), a.dan.kort, _tekst(a, *voorbeelden)
    for r in kennis.regels.values():
        yield "regels", r.id, r.id, adres("regels", r.id), r.dan.kort, _tekst(r)
    for naam, taxonomie in kennis.taxonomieen.items():
        for b in taxonomie:
            woorden = taal.woorden.get(naam, {}).get(b.id, ()) if taal else ()
            plek = f"{adres('woorden', naam)}/{adres('', b.id).rpartition('/')[2]}"
            yield "woorden", b.id, b.naam, plek, b.uitleg, " ".join((b.uitleg, *b.ook, *woorden))
    for g in kennis.grondslagen.values():
        titel = f"{g.wet} {g.artikel or ''}".strip()
        yield "grondslagen", g.id, titel, adres("grondslagen", g.id), g.uitleg, _tekst(g)
    for t in kennis.tegenstrijdigheden.values():
        plek = f"{adres('', '')[:-2]}/tegenstrijdigheden#{t.id}"
        yield "tegenstrijdigheden", t.id, titel_van(kennis, "", t), plek, t.keuze, _tekst(t)
    for s in kennis.regios.values():
        yield "regios", s.id, s.naam, adres("regios", s.id), "", " ".join((s.naam, *s.plaatsen))


def _tekst(item: Model, *meer: str) -> str:
    """All texts of an entry in one."""
    return " ".join((*_teksten(item), *meer))


def _teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Model | Inhoud):
        for deel in vars(waarde).values():
            yield from _teksten(deel)
    elif isinstance(waarde, tuple | list):
        for deel in waarde:
            yield from _teksten(deel)
