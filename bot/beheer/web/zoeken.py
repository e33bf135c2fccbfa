"""Search through all that is known: every word that was typed has to be somewhere in an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.beheer.web.adressen import adres
from bot.kern import Kern
from kennis.model import Inhoud, Model


@dataclass(frozen=True)
class Treffer:
    """An entry that was found."""

    soort: str
    id: str
    titel: str
    adres: str
    kort: str


class Zoeker:
    """Finds entries; keeps all texts of one version at hand."""

    def __init__(self) -> None:
        self._van: Kern | None = None
        self._teksten: list[tuple[Treffer, str, str]] = []

    def vind(self, kern: Kern, q: str) -> list[Treffer]:
        """Entries that hold all words, best first."""
        if self._van is not kern:
            self._teksten = [(t, f"{t.titel} {t.id}".lower(), tekst.lower()) for t, tekst in _alles(kern)]
            self._van = kern
        woorden = q.lower().split()
        raak = [
            (sum(w in kop for w in woorden), t)
            for t, kop, tekst in self._teksten
            if all(w in tekst or w in kop for w in woorden)
        ]
        return [t for _, t in sorted(raak, key=lambda paar: -paar[0])]


def _alles(kern: Kern) -> Iterator[tuple[Treffer, str]]:
    kennis, taal = kern.kennis, kern.begrijper.taal
    for a in kennis.antwoorden.values():
        treffer = Treffer("antwoorden", a.id, a.titel, adres("antwoorden", a.id), a.dan.kort)
        yield treffer, _tekst(a, *taal.vragen.get(a.id, ()))
    for r in kennis.regels.values():
        yield Treffer("regels", r.id, r.id, adres("regels", r.id), r.dan.kort), _tekst(r)
    for naam, taxonomie in kennis.taxonomieen.items():
        for b in taxonomie:
            woorden = taal.woorden.get(naam, {}).get(b.id, ())
            plek = adres(f"woorden/{naam}", b.id)
            yield Treffer("woorden", b.id, b.naam, plek, b.uitleg), " ".join((b.uitleg, *b.ook, *woorden))
    for g in kennis.grondslagen.values():
        titel = f"{g.wet} {g.artikel or ''}".strip()
        yield Treffer("grondslagen", g.id, titel, adres("grondslagen", g.id), g.uitleg), _tekst(g)
    for t in kennis.tegenstrijdigheden.values():
        yield Treffer("tegenstrijdigheden", t.id, t.onderwerp, adres("tegenstrijdigheden", t.id), t.keuze), _tekst(t)
    for s in kennis.regios.values():
        yield Treffer("regios", s.id, s.naam, adres("regios", s.id), ""), " ".join((s.naam, *s.plaatsen))


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
