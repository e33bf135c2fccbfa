"""Change the lines of one entry in the text of a file; every other line stays as it is."""

from typing import Any

from kennis.bewerken.model import Bewerkfout, Item, Waarde
from kennis.bewerken.ontleden import Ontleding, Vorm
from kennis.bewerken.schrijven import (
    lees_regels,
    nieuw,
    schrijf_regels,
    werk_bij,
    werk_lijst_bij,
    woordenlijst,
)


def pas_aan(ontleding: Ontleding, tekst: str, item: Item, waarde: Waarde) -> str:
    """The text with one entry changed."""
    regels = tekst.split("\n")
    van, tot = item.eerste - 1, item.laatste
    inspring = _inspring(regels[van])
    stuk = [regel[inspring:] if not regel[:inspring].strip() else regel for regel in regels[van:tot]]
    nieuwe = _aangepast(ontleding.vorm, stuk, item, waarde, inspring)
    return _tekst([*regels[:van], *_ingesprongen(nieuwe, inspring), *regels[tot:]])


def _aangepast(vorm: Vorm, stuk: list[str], item: Item, waarde: Waarde, inspring: int) -> list[str]:
    data = lees_regels(stuk)
    if vorm is Vorm.KAART and _is_woordenlijst(data[next(iter(data))], waarde):
        return woordenlijst(item.sleutel.id, waarde, inspring)
    houder, plek = _plek(vorm, data)
    oud = data if plek is None else houder[plek]
    if isinstance(oud, dict) and isinstance(waarde, dict):
        werk_bij(oud, item.waarde, waarde, item.standaard)  # type: ignore[arg-type]
    elif isinstance(oud, list) and isinstance(waarde, list):
        werk_lijst_bij(oud, item.waarde, waarde)  # type: ignore[arg-type]
    else:
        houder[plek] = nieuw(waarde, str(plek))
    return schrijf_regels(data)


def _plek(vorm: Vorm, data: Any) -> tuple[Any, Any]:
    """What holds the value of an entry, and under which key."""
    if vorm is Vorm.HEEL:
        return data, None
    return (data, 0) if vorm is Vorm.LIJST else (data, next(iter(data)))


def _is_woordenlijst(oud: Any, waarde: Waarde) -> bool:
    """Whether this is a list of words between brackets, without comments."""
    op_regel = isinstance(oud, list) and bool(getattr(oud, "fa", None)) and oud.fa.flow_style()  # type: ignore[attr-defined]
    zonder = not getattr(getattr(oud, "ca", None), "items", None)
    return bool(op_regel and zonder and isinstance(waarde, list) and all(isinstance(w, str) for w in waarde))


def zet_erbij(ontleding: Ontleding, tekst: str, naam: str, waarde: Waarde) -> str:
    """The text with an entry added after the last one, in the same style."""
    if not ontleding.items:
        raise Bewerkfout("Dit bestand heeft nog geen onderdelen. Kies een ander bestand.")
    regels = tekst.split("\n")
    laatste = list(ontleding.items.values())[-1]
    eerste_regel = regels[laatste.eerste - 1]
    inspring = _inspring(eerste_regel)
    if ontleding.vorm is Vorm.LIJST:
        erbij = schrijf_regels([nieuw(waarde, plat=eerste_regel.lstrip().startswith("- {"))])
    elif isinstance(waarde, list) and isinstance(laatste.waarde, list) and "[" in eerste_regel:
        erbij = woordenlijst(naam, waarde, inspring)
    else:
        erbij = schrijf_regels({nieuw(naam): _als_blok(waarde)})
    return _tekst([*regels[: laatste.laatste], *_ingesprongen(erbij, inspring), *regels[laatste.laatste :]])


def _als_blok(waarde: Waarde) -> Any:
    uit = nieuw(waarde)
    if isinstance(uit, list):
        uit.fa.set_block_style()  # type: ignore[attr-defined]
    return uit


def haal_weg(ontleding: Ontleding, tekst: str, item: Item) -> str:
    """The text without an entry."""
    if ontleding.vorm is Vorm.HEEL or len(ontleding.items) == 1:
        raise Bewerkfout("Dit is het enige onderdeel van zijn bestand. Geef het liever een einddatum.")
    regels = tekst.split("\n")
    return _tekst([*regels[: item.eerste - 1], *regels[item.laatste :]])


def _inspring(regel: str) -> int:
    return len(regel) - len(regel.lstrip(" "))


def _ingesprongen(regels: list[str], inspring: int) -> list[str]:
    return [" " * inspring + regel if regel else regel for regel in regels]


def _tekst(regels: list[str]) -> str:
    return "\n".join(regels)
