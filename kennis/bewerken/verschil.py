"""What differs between two versions, entry by entry, in plain Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennis.bewerken.gelijk import gelijk, is_leeg, op_naam
from kennis.bewerken.model import Item, Sleutel, Waarde
from kennis.bewerken.ontleden import ontleed
from kennis.bewerken.woorden import aangehaald, noem, veldnaam

if TYPE_CHECKING:
    from kennis.bewerken.bundel import Bundel


@dataclass(frozen=True)
class Veldverschil:
    """One field that differs."""

    veld: str
    """Dotted path: 'dan.kort'; empty for the entry as a whole."""
    was: Waarde
    """None when the field was not there."""
    wordt: Waarde
    """None when the field goes."""

    def in_woorden(self) -> str:
        """'kort' was "…", wordt "…"."""
        naam = f"{veldnaam(self.veld)} " if self.veld else ""
        if isinstance(self.was, list) and isinstance(self.wordt, list):
            return naam + self._lijst(self.was, self.wordt)
        if is_leeg(self.was):
            return f"{naam}erbij: {aangehaald(self.wordt)}"
        if is_leeg(self.wordt):
            return f"{naam}weg: {aangehaald(self.was)}"
        return f"{naam}was {aangehaald(self.was)}, wordt {aangehaald(self.wordt)}"

    @staticmethod
    def _lijst(was: list[Waarde], wordt: list[Waarde]) -> str:
        erbij = [aangehaald(deel) for deel in wordt if deel not in was]
        weg = [aangehaald(deel) for deel in was if deel not in wordt]
        delen = [f"{kop}: {', '.join(lijst)}" for kop, lijst in (("erbij", erbij), ("weg", weg)) if lijst]
        return "; ".join(delen) or f"in een andere volgorde: {aangehaald(wordt)}"


@dataclass(frozen=True)
class Verschil:
    """One entry that differs."""

    sleutel: Sleutel
    titel: str
    """How people call it: the title or name of the entry, else its id."""
    was: Waarde
    """The complete entry; None when it is new."""
    wordt: Waarde
    """None when it was taken away."""
    velden: tuple[Veldverschil, ...]

    def in_woorden(self) -> list[str]:
        """One plain sentence per field: Antwoord "Het advies": 'kort' was "…", wordt "…"."""
        naam = noem(str(self.sleutel), self.titel)
        if self.was is None:
            return [f"{naam} is nieuw: {aangehaald(_kern(self.wordt))}."]
        if self.wordt is None:
            return [f"{naam} gaat weg: {aangehaald(_kern(self.was))}."]
        return [f"{naam}: {veld.in_woorden()}." for veld in self.velden]


def verschillen(oud: "Bundel", nieuw: "Bundel") -> list[Verschil]:
    """Every entry that differs, in the order of the files."""
    anders = [
        pad for pad in sorted({*oud.bestanden, *nieuw.bestanden}) if oud.bestanden.get(pad) != nieuw.bestanden.get(pad)
    ]
    voor, na = _items(oud, anders), _items(nieuw, anders)
    paren = ((s, voor.get(s), na.get(s)) for s in dict.fromkeys((*voor, *na)))
    return [verschil(s, _vol(een), _vol(ander)) for s, een, ander in paren if not gelijk(_vol(een), _vol(ander))]


def verschil(sleutel: Sleutel, was: Waarde, wordt: Waarde) -> Verschil:
    """How one entry differs."""
    return Verschil(sleutel, _titel(was if wordt is None else wordt), was, wordt, tuple(_velden("", was, wordt)))


def _items(bundel: "Bundel", paden: list[str]) -> dict[Sleutel, Item]:
    delen = (ontleed(pad, bundel.bestanden[pad]) for pad in paden if pad in bundel.bestanden)
    return {item.sleutel: item for deel in delen for item in deel.items.values()}


def _vol(item: Item | None) -> Waarde:
    return item.volledig if item is not None else None


def _velden(veld: str, was: Waarde, wordt: Waarde) -> Iterator[Veldverschil]:
    if gelijk(was, wordt):
        return
    if isinstance(was, dict) and isinstance(wordt, dict):
        for naam in dict.fromkeys((*was, *wordt)):
            yield from _velden(f"{veld}.{naam}".strip("."), was.get(naam), wordt.get(naam))
    elif (een := op_naam(was)) and (ander := op_naam(wordt)) and een != ander:
        yield from _velden(veld, een, ander)
    else:
        yield Veldverschil(veld, was, wordt)


def _titel(waarde: Waarde) -> str:
    if not isinstance(waarde, dict):
        return ""
    return str(waarde.get("titel") or waarde.get("naam") or waarde.get("onderwerp") or waarde.get("id") or "")


def _kern(waarde: Waarde) -> Waarde:
    """What someone wants to know of an entry that comes or goes."""
    if isinstance(waarde, dict) and isinstance(waarde.get("dan"), dict):
        dan = waarde["dan"]
        return " ".join(str(deel) for deel in (dan.get("oordeel"), dan.get("kort")) if deel)
    return waarde
