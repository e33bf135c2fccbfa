"""Merge an edit with what changed since the editor looked: field by field, never a silent loss."""

from dataclasses import dataclass

from kennis.bewerken.gelijk import gelijk, op_naam
from kennis.bewerken.model import Bewerkfout, Waarde
from kennis.bewerken.woorden import aangehaald, noem, veldnaam

LOSSE_LIJSTEN = frozenset({"", "termen", "ook", "bronnen", "grondslagen", "plaatsen", "tegenstrijdigheden"})
"""Lists of which the order says nothing: what two people add or take away is put together."""


@dataclass(frozen=True)
class Botsing:
    """One field that two people changed differently."""

    sleutel: str
    veld: str
    """Dotted path; empty for the entry as a whole."""
    was: Waarde
    van_u: Waarde
    van_ander: Waarde

    def __str__(self) -> str:
        wat = f"{veldnaam(self.veld)} van {noem(self.sleutel)}" if self.veld else noem(self.sleutel)
        ander = "haalde dit weg" if self.van_ander is None else f"maakte ervan: {aangehaald(self.van_ander)}"
        u = "haalt het weg" if self.van_u is None else f"schreef: {aangehaald(self.van_u)}"
        return f"{wat}: een collega {ander}. U {u}."


class Botsingfout(Bewerkfout):
    """Two people changed the same field; says which, in plain Dutch."""

    def __init__(self, botsingen: list[Botsing]) -> None:
        self.botsingen = botsingen
        regels = [
            "Een collega veranderde intussen hetzelfde. Er is niets overschreven.",
            *map(str, botsingen),
            "Kies per veld wat er moet staan en bewaar opnieuw.",
        ]
        super().__init__("\n".join(regels))


def voeg_samen(sleutel: str, was: Waarde, van_u: Waarde, van_ander: Waarde) -> Waarde:
    """The entry with both changes. Raises Botsingfout."""
    botsingen: list[Botsing] = []
    uit = _samen(sleutel, "", (was, van_u, van_ander), botsingen)
    if botsingen:
        raise Botsingfout(botsingen)
    return uit


def _samen(sleutel: str, veld: str, drie: tuple[Waarde, Waarde, Waarde], botsingen: list[Botsing]) -> Waarde:
    was, van_u, van_ander = drie
    if gelijk(van_u, was) or gelijk(van_u, van_ander):
        return van_ander
    if gelijk(van_ander, was):
        return van_u
    if all(isinstance(deel, dict) for deel in drie):
        namen = dict.fromkeys((*van_ander, *van_u))
        delen = {n: (was.get(n), van_u.get(n), van_ander.get(n)) for n in namen}
        return {n: _samen(sleutel, f"{veld}.{n}".strip("."), deel, botsingen) for n, deel in delen.items()}
    een, ander, derde = (op_naam(deel) for deel in drie)
    if een and ander and derde and _zelfde_volgorde(een, ander):
        delen = _samen(sleutel, veld, (een, ander, derde), botsingen)
        return [deel for deel in delen.values() if deel is not None]
    if veld.rpartition(".")[2] in LOSSE_LIJSTEN and all(isinstance(deel, list) for deel in drie):
        weg = [deel for deel in was if deel not in van_u]
        erbij = [deel for deel in van_u if deel not in was and deel not in van_ander]
        return [*(deel for deel in van_ander if deel not in weg), *erbij]
    botsingen.append(Botsing(sleutel, veld, was, van_u, van_ander))
    return van_ander


def _zelfde_volgorde(een: dict[str, Waarde], ander: dict[str, Waarde]) -> bool:
    return [naam for naam in een if naam in ander] == [naam for naam in ander if naam in een]
