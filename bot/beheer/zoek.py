"""Find entries by words, and concepts by their names."""

from collections.abc import Iterable, Iterator

from kennis.bewerken import Bundel, Item, Sleutel
from kennis.bewerken.woorden import noem

DOORZOEKBAAR = ("antwoorden", "regels", "aanvullingen", "grondslagen", "tegenstrijdigheden")
"""Kinds in which someone looks for a text."""
LIDWOORDEN = ("de ", "het ", "een ")


def zoek(bundel: Bundel, woorden: str) -> Iterator[Item]:
    """Entries in which all words occur, those with all of them in id or title first."""
    gezocht = woorden.casefold().split()
    raak = [
        item
        for soort in DOORZOEKBAAR
        for item in bundel.items(soort).values()
        if all(woord in _alles(item.waarde) for woord in gezocht)
    ]
    yield from sorted(raak, key=lambda item: not all(woord in _kop(item) for woord in gezocht))


def titel(item: Item) -> str:
    """An entry in words."""
    waarde = item.waarde if isinstance(item.waarde, dict) else {}
    return noem(str(item.sleutel), str(waarde.get("titel") or waarde.get("naam") or waarde.get("onderwerp") or ""))


def vind(bundel: Bundel, wat: str) -> Item | None:
    """An entry by its key, or by its id alone."""
    if "/" in wat:
        return bundel.item(Sleutel.lees(wat))
    return next((item for soort in DOORZOEKBAAR if (item := bundel.item(Sleutel(soort, wat)))), None)


def begrippen(bundel: Bundel, naam: str) -> list[Sleutel]:
    """Lists of words of the concepts that are called this: by id, by name, by an official name, or by a word."""
    gezocht = _kaal(naam)
    uit = [
        Sleutel(item.sleutel.soort.replace("begrippen", "woorden"), item.sleutel.id)
        for soort in bundel.soorten()
        if soort.startswith("begrippen/")
        for item in bundel.items(soort).values()
        if gezocht in {item.sleutel.id, _kaal(item.waarde["naam"]), *map(_kaal, _lijst(item.waarde.get("ook")))}
    ]
    return list(dict.fromkeys(uit)) or list(met_woord(bundel, naam))


def met_woord(bundel: Bundel, woord: str) -> Iterator[Sleutel]:
    """Lists that hold a word."""
    for soort in bundel.soorten():
        if soort.startswith("woorden/"):
            yield from (i.sleutel for i in bundel.items(soort).values() if _kaal(woord) in map(_kaal, i.waarde))


def _lijst(waarde: str | Iterable[str] | None) -> Iterable[str]:
    return (waarde,) if isinstance(waarde, str) else waarde or ()


def _kaal(tekst: str) -> str:
    klein = " ".join(str(tekst).casefold().split())
    return next((klein.removeprefix(lid) for lid in LIDWOORDEN if klein.startswith(lid)), klein)


def _kop(item: Item) -> str:
    return f"{item.sleutel.id} {titel(item)}".casefold()


def _alles(waarde: object) -> str:
    return str(waarde).casefold()
