"""Whether words and examples fit the knowledge: they name concepts and answers that exist, and none is left out."""

from collections.abc import Iterator
from pathlib import Path

from intents.bewijs import OVERLEG
from intents.laden import DELEN, INTENTSMAP, Taal
from kennis.fouten import Bevinding, Plek
from kennis.laden import Kennis
from kennis.model import Dimensie

MINSTE_VOORBEELDEN = 12
"""Ways to ask that an answer needs before it is recognised well."""


def controleer_samenhang(kennis: Kennis, taal: Taal, map_: Path = INTENTSMAP) -> list[Bevinding]:
    """What has to be mended before these can be used together."""
    return [*_woorden(kennis, taal, map_), *_vragen(kennis, taal, map_), *_delen(kennis, taal, map_)]


def weinig_voorbeelden(kennis: Kennis, taal: Taal) -> list[Bevinding]:
    """Answers that are hard to find: only a warning."""
    return [
        Bevinding(
            kennis.plekken[("antwoorden", antwoord)],
            f"Het antwoord '{antwoord}' heeft {aantal} voorbeeldvragen en wordt daardoor slecht herkend.",
            f"Voeg er {MINSTE_VOORBEELDEN - aantal} toe.",
        )
        for antwoord in kennis.antwoorden
        if 0 < (aantal := len(taal.vragen.get(antwoord, ()))) < MINSTE_VOORBEELDEN
    ]


def _woorden(kennis: Kennis, taal: Taal, map_: Path) -> Iterator[Bevinding]:
    for naam, lijst in taal.woorden.items():
        plek = Plek(map_ / "woorden" / f"{naam}.yaml", 1)
        if naam not in kennis.taxonomieen:
            yield Bevinding(plek, f"De begrippenlijst '{naam}' bestaat niet.", "Haal het bestand weg.")
            continue
        for begrip, woorden in lijst.items():
            if begrip not in kennis.taxonomieen[naam]:
                yield Bevinding(plek, f"Het begrip '{begrip}' bestaat niet in '{naam}'.", "Controleer de spelling.")
            if not all(woord.strip() for woord in woorden):
                yield Bevinding(plek, f"Bij '{begrip}' staat een leeg woord.", "Haal het weg.")


def _vragen(kennis: Kennis, taal: Taal, map_: Path) -> Iterator[Bevinding]:
    plek = Plek(map_ / "vragen", 1)
    aspecten = {f"{OVERLEG}{aspect.id}" for aspect in kennis.taxonomieen["aspecten"]}
    for intent in taal.vragen.keys() - kennis.antwoorden.keys() - aspecten - {DELEN}:
        yield Bevinding(plek, f"De voorbeeldvragen bij '{intent}' hebben geen antwoord.", "Haal ze weg.")
    for antwoord in kennis.antwoorden.keys() - taal.vragen.keys():
        waar = kennis.plekken[("antwoorden", antwoord)]
        yield Bevinding(waar, f"Niemand vindt het antwoord '{antwoord}': er is geen vraag bij.", "Voeg vragen toe.")


def _delen(kennis: Kennis, taal: Taal, map_: Path) -> Iterator[Bevinding]:
    plek = Plek(map_ / "vragen" / "delen.yaml", 1)
    for voorbeeld in taal.delen:
        for dim in Dimensie:
            waarden = getattr(voorbeeld, dim.value, None) or ()
            for waarde in (waarden,) if isinstance(waarden, str) else waarden:
                if waarde not in kennis.taxonomie(dim):
                    yield Bevinding(plek, f"Een voorbeeldvraag noemt '{waarde}', dat niet bestaat.", "Verbeter het id.")
