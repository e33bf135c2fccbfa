"""Write one entry in the layout of the house: through ruamel.yaml, which keeps comments, quotes and order."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kennis.bewerken.gelijk import gelijk, is_leeg, op_naam
from kennis.bewerken.model import Bewerkfout, Waarde

BREEDTE = 120
"""Columns of a line with words; sentences stay on one line."""
KORTE_LIJST = 90
"""Characters of a new list of words that stands on one line, between brackets."""
DATUMVELDEN = frozenset({"geldig_van", "geldig_tot", "beoordeeld_op", "stand"})
"""Fields that are dates; a date elsewhere, such as that of a document, is text."""
_VERBODEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_HERKENNER: Any = yaml.SafeLoader("")
_TEKST = "tag:yaml.org,2002:str"


def _yaml() -> YAML:
    uit = YAML()
    uit.preserve_quotes = True
    uit.width = 1_000_000
    uit.indent(mapping=2, sequence=2, offset=0)
    uit.representer.add_representer(type(None), lambda r, _: r.represent_scalar("tag:yaml.org,2002:null", "null"))
    return uit


def lees_regels(regels: Sequence[str]) -> Any:
    """The entry in these lines, with all that surrounds its values."""
    return _yaml().load("\n".join(regels) + "\n")


def schrijf_regels(data: Any) -> list[str]:
    """The lines of an entry."""
    uit = StringIO()
    _yaml().dump(data, uit)
    return uit.getvalue().rstrip("\n").split("\n")


def werk_bij(bestaand: CommentedMap, was: Waarde, wordt: Waarde, standaard: Waarde) -> None:
    """Make a mapping say something else; what stays the same is not touched. `standaard` need not be repeated."""
    for naam in [n for n in bestaand if is_leeg(wordt.get(n)) and not is_leeg(was.get(n))]:
        del bestaand[naam]
    for naam, waarde in wordt.items():
        if gelijk(waarde, was.get(naam)) or (naam not in bestaand and gelijk(waarde, standaard.get(naam))):
            continue
        bestaand[naam] = _vervang(naam, bestaand.get(naam), was.get(naam), waarde)


def _vervang(naam: str, bestaand: Any, was: Waarde, wordt: Waarde) -> Any:
    if isinstance(bestaand, CommentedMap) and isinstance(wordt, dict):
        werk_bij(bestaand, was, wordt, {})
        return bestaand
    if isinstance(bestaand, CommentedSeq) and isinstance(wordt, list):
        werk_lijst_bij(bestaand, was, wordt)
        return bestaand
    return nieuw(wordt, naam)


def werk_lijst_bij(bestaand: CommentedSeq, was: list[Waarde], wordt: list[Waarde]) -> None:
    """Make a list say something else; items that stay keep their place and comments."""
    een, ander = (list(op_naam(lijst) or map(repr, lijst)) for lijst in (was, wordt))
    plat = bool(bestaand) and isinstance(bestaand[0], CommentedMap) and bestaand[0].fa.flow_style() is True
    for soort, i1, i2, j1, j2 in reversed(SequenceMatcher(None, een, ander, autojunk=False).get_opcodes()):
        if soort == "equal":
            for nr, deel in enumerate(wordt[j1:j2], i1):
                if not gelijk(was[nr], deel):
                    bestaand[nr] = _vervang("", bestaand[nr], was[nr], deel)
            continue
        for nr in reversed(range(i1, i2)):
            del bestaand[nr]
        for nr, deel in enumerate(wordt[j1:j2], i1):
            bestaand.insert(nr, nieuw(deel, plat=plat))


def nieuw(waarde: Waarde, naam: str = "", plat: bool = False) -> Any:
    """Plain data as the writer wants it: short lists on a line, and quotes where a reader could take text for more."""
    if isinstance(waarde, dict):
        kaart = CommentedMap({n: nieuw(deel, n, plat) for n, deel in waarde.items() if not is_leeg(deel)})
        if plat:
            kaart.fa.set_flow_style()
        return kaart
    if isinstance(waarde, list):
        lijst = CommentedSeq(nieuw(deel, plat=plat) for deel in waarde)
        if plat or _is_kort(waarde):
            lijst.fa.set_flow_style()
        return lijst
    return _waarde(waarde, naam)


def _is_kort(lijst: list[Waarde]) -> bool:
    woorden = all(isinstance(deel, str) and len(deel.split()) <= 5 for deel in lijst)
    return woorden and sum(len(deel) + 2 for deel in lijst) < KORTE_LIJST


def _waarde(waarde: Waarde, naam: str) -> Any:
    if not isinstance(waarde, str):
        return waarde
    tekst = waarde.strip()
    if _VERBODEN.search(tekst):
        raise Bewerkfout("Er staat een onzichtbaar teken in de tekst. Typ de tekst opnieuw, zonder te plakken.")
    if naam in DATUMVELDEN:
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            raise Bewerkfout(f"'{naam}' is geen datum. Schrijf JJJJ-MM-DD.") from None
    gewoon: bool = _HERKENNER.resolve(yaml.ScalarNode, tekst, (True, False)) == _TEKST
    return tekst if gewoon and "\n" not in tekst else DoubleQuotedScalarString(tekst)


def woordenlijst(naam: str, woorden: Sequence[str], inspring: int) -> list[str]:
    """`naam: [een, twee]` in lines of at most 120 columns."""
    begin = schrijf_regels({nieuw(naam): 0})[0].removesuffix(": 0")
    delen = [schrijf_regels(nieuw([woord], plat=True))[0].removeprefix("[").removesuffix("]") for woord in woorden]
    een_regel = f"{begin}: [{', '.join(delen)}]"
    if inspring + len(een_regel) <= BREEDTE:
        return [een_regel]
    regels, regel = [f"{begin}: ["], " "
    for deel in (*(f"{d}," for d in delen[:-1]), delen[-1]):
        if inspring + len(regel) + 1 + len(deel) > BREEDTE:
            regels.append(regel)
            regel = " "
        regel += f" {deel}"
    return [*regels, regel, "]"]
