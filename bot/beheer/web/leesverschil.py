"""A difference for the eye: words that went and words that came, marked as such for screen readers too."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.beheer.web.namen import NAMEN
from kennis.bewerken import Veldverschil, Verschil

MEESTE_WOORDEN = 600
"""Words that are compared one by one; longer texts are shown whole."""
ONGENOEMD = frozenset({"dan", "als", "vergaderingen", "aspecten", "opties"})
"""Parts of a path that tell a reader nothing."""


@dataclass(frozen=True)
class Leesverschil:
    """One field that differs."""

    naam: str
    was: str
    wordt: str
    samen: Markup | None
    """Both in one text, with marks; None when one of them is empty or all is different."""


def vergelijk(verschil: Veldverschil) -> Leesverschil:
    """A changed field in words."""
    was, wordt = (_plat(_genoemd(verschil.veld, waarde)) for waarde in (verschil.was, verschil.wordt))
    return Leesverschil(veldnaam(verschil.veld), was, wordt, _samen(was, wordt) if was and wordt else None)


def velden_van(verschil: Verschil) -> list[Leesverschil]:
    """What differs in an entry, field by field; of a new or removed one everything it says."""
    if verschil.was is not None and verschil.wordt is not None:
        return [vergelijk(veld) for veld in verschil.velden]
    nieuw = verschil.was is None
    heel = verschil.wordt if nieuw else verschil.was
    bladeren = _bladeren(heel) if isinstance(heel, dict) else [("", heel)]
    return [
        vergelijk(Veldverschil(veld, None, waarde) if nieuw else Veldverschil(veld, waarde, None))
        for veld, waarde in bladeren
    ]


def _bladeren(waarde: dict[str, Any], boven: str = "") -> Iterator[tuple[str, Any]]:
    for naam, deel in waarde.items():
        if isinstance(deel, dict):
            yield from _bladeren(deel, f"{boven}{naam}.")
        else:
            yield f"{boven}{naam}", deel


def veldnaam(veld: str) -> str:
    """A dotted path as people call it."""
    delen = [d for d in veld.split(".") if d not in ONGENOEMD]
    woorden = [f"{int(d) + 1}" if d.isdecimal() else NAMEN.veld.get(d, NAMEN.dimensie.get(d, _los(d))) for d in delen]
    return " › ".join(woorden) or "Alles"


def _genoemd(veld: str, waarde: Any) -> Any:
    """A value of a closed list as people call it."""
    namen = {"oordeel": NAMEN.oordeel, "soort": NAMEN.soort, "vorm": NAMEN.vorm}.get(veld.rpartition(".")[2], {})
    return namen.get(waarde, waarde) if isinstance(waarde, str) else waarde


def _los(naam: str) -> str:
    return naam.replace("_", " ")


def _plat(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, list):
        return "\n".join(_plat(deel) for deel in waarde)
    if isinstance(waarde, dict):
        return "; ".join(f"{veldnaam(str(naam))}: {_plat(deel)}" for naam, deel in waarde.items())
    return str(waarde)


def _samen(was: str, wordt: str) -> Markup | None:
    oud, nieuw = _woorden(was), _woorden(wordt)
    if len(oud) + len(nieuw) > MEESTE_WOORDEN:
        return None
    vergelijking = difflib.SequenceMatcher(None, oud, nieuw, autojunk=False)
    if vergelijking.ratio() < _MINSTE_GELIJK:
        return None
    delen = []
    for soort, a, b, c, d in vergelijking.get_opcodes():
        weg, erbij = "".join(oud[a:b]), "".join(nieuw[c:d])
        if soort == "equal":
            delen.append(Markup("{}").format(weg))
            continue
        delen += [Markup('<del><span class="onzichtbaar">weg: </span>{}</del>').format(weg)] if weg.strip() else []
        delen += [Markup('<ins><span class="onzichtbaar">erbij: </span>{}</ins>').format(erbij)] if erbij else []
    return Markup().join(delen)


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", tekst)


_MINSTE_GELIJK = 0.35
"""Share of words in common below which the two texts are clearer side by side."""
