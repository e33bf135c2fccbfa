"""Load word lists and example questions. Mirrors the subjects of `kennis/`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from intents.fouten import IntentFout
from intents.model import Afleiding, Grammatica, Maten, Voorbeeld
from intents.twee_vragen import Signalen
from kennis.fouten import Bevinding
from kennis.pydantic_nl import M, bevindingen_van, getypt
from kennis.yaml_lezen import YamlBestand, lees_yaml

INTENTSMAP = Path(__file__).parent
"""The word lists that ship with the program."""
DELEN = "delen"
"""The one intent that the rules decide."""


@dataclass(frozen=True)
class Taal:
    """All language data, typed."""

    woorden: dict[str, dict[str, tuple[str, ...]]]
    """Per taxonomy: concept id to everyday words."""
    vragen: dict[str, tuple[str, ...]]
    """Intent id to example questions."""
    delen: tuple[Voorbeeld, ...]
    """Example questions for sharing, with the facts they hold."""
    grammatica: Grammatica
    maten: Maten
    afleidingen: tuple[Afleiding, ...]
    twee_vragen: Signalen


def laad_taal(map_: Path = INTENTSMAP) -> Taal:
    """Read all language data. Raises KennisFout with every finding."""
    bevindingen: list[Bevinding] = []
    woorden = {b.pad.stem: _woorden(b) for b in _bestanden(map_ / "woorden")}
    vragen: dict[str, tuple[str, ...]] = {}
    delen: list[Voorbeeld] = []
    for bestand in _bestanden(map_ / "vragen"):
        inhoud = _deel(bestand, "vragen")
        if isinstance(inhoud, list):
            delen.extend(_voorbeelden(bestand, inhoud, bevindingen))
            continue
        for intent, zinnen in inhoud.items():
            vragen[intent] = (*vragen.get(intent, ()), *_zinnen(bestand, intent, zinnen, bevindingen))
    afleidingen = lees_yaml(map_ / "afleidingen.yaml")
    if bevindingen:
        raise IntentFout(bevindingen)
    return Taal(
        woorden=woorden,
        vragen=vragen,
        delen=tuple(delen),
        grammatica=_heel(map_ / "grammatica.yaml", Grammatica),
        maten=_heel(map_ / "maten.yaml", Maten),
        afleidingen=tuple(getypt(Afleiding, afleidingen, a) for a in _deel(afleidingen, "afleidingen")),
        twee_vragen=_heel(map_ / "twee_vragen.yaml", Signalen),
    )


def _heel(pad: Path, soort: type[M]) -> M:
    bestand = lees_yaml(pad)
    return getypt(soort, bestand, bestand.inhoud)


def _deel(bestand: YamlBestand, sleutel: str) -> Any:
    """The list or mapping that a file must hold."""
    deel = bestand.inhoud.get(sleutel) if isinstance(bestand.inhoud, dict) else None
    if not isinstance(deel, dict | list):
        wat = f"Hier hoort '{sleutel}' te staan."
        raise IntentFout([Bevinding(bestand.plek(()), wat, f"Begin het bestand met '{sleutel}:'.")])
    return deel


def _bestanden(map_: Path) -> list[YamlBestand]:
    return [lees_yaml(pad) for pad in sorted(map_.glob("*.yaml"))]


def _zinnen(bestand: YamlBestand, intent: str, zinnen: list[object], bevindingen: list[Bevinding]) -> list[str]:
    for nr, zin in enumerate(zinnen):
        if not isinstance(zin, str):
            plek = bestand.plek(("vragen", intent, nr))
            bevindingen.append(Bevinding(plek, "Dit is geen tekst.", "Zet de vraag tussen aanhalingstekens."))
    return [zin for zin in zinnen if isinstance(zin, str)]


def _woorden(bestand: YamlBestand) -> dict[str, tuple[str, ...]]:
    return {begrip: tuple(str(w) for w in lijst) for begrip, lijst in _deel(bestand, "woorden").items()}


def _voorbeelden(bestand: YamlBestand, inhoud: list[object], bevindingen: list[Bevinding]) -> list[Voorbeeld]:
    uit = []
    for nr, ruw in enumerate(inhoud):
        try:
            uit.append(Voorbeeld.model_validate(ruw))
        except ValidationError as fout:
            bevindingen.extend(bevindingen_van(fout, bestand, ("vragen", nr)))
    return uit
