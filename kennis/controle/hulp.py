"""Plans, checklists and forms: every source, aspect and step they name must exist."""

from collections.abc import Iterator
from itertools import chain

from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Vondst
from kennis.controle.teksten import Veld
from kennis.controle.verwijzingen import ASPECTEN
from kennis.fouten import Bevinding
from kennis.hulp import Formulier, Stap
from kennis.laden import Kennis

Verwijzing = tuple[str, str, Veld]
"""Kind of thing, the reference, and the field it stands in."""


def controleer_hulp(kennis: Kennis) -> list[Vondst]:
    """Every reference that leads nowhere."""
    return [vondst for soort, id_ in _alles(kennis) for vondst in _van(kennis, soort, id_)]


def _alles(kennis: Kennis) -> Iterator[tuple[str, str]]:
    for soort in ("stappenplannen", "checklijsten", "formulieren"):
        yield from ((soort, id_) for id_ in getattr(kennis, soort))


def _van(kennis: Kennis, soort: str, id_: str) -> Iterator[Vondst]:
    ding = getattr(kennis, soort)[id_]
    bekend = {"bron": kennis.bronplekken, "aspect": {b.id for b in kennis.taxonomieen[ASPECTEN]}}
    verwijzingen: Iterator[Verwijzing] = chain(
        (("bron", bron, ("bronnen", nr)) for nr, bron in enumerate(ding.bronnen)), _binnen(ding)
    )
    if isinstance(ding, Formulier):
        bekend["stap"] = {stap.id for stap in ding.stappen}
    for wat, waarde, veld in verwijzingen:
        if waarde not in bekend[wat]:
            bevinding = Bevinding(
                plek(kennis, soort, id_, *veld), f"De {wat} '{waarde}' bestaat niet.", "Controleer de spelling."
            )
            yield Vondst(Soort.VERWIJZING, bevinding)


def _binnen(ding: object) -> Iterator[Verwijzing]:
    for nr, blok in enumerate(getattr(ding, "blokken", ())):
        yield from (("aspect", aspect, ("blokken", nr, "aspecten")) for aspect in blok.aspecten)
        for punt_nr, punt in enumerate(blok.punten):
            yield from (("bron", bron, ("blokken", nr, "punten", punt_nr, "bronnen")) for bron in punt.bronnen)
    stappen: tuple[Stap, ...] = getattr(ding, "stappen", ())
    for nr, stap in enumerate(stappen):
        yield from (("bron", bron, ("stappen", nr, "bronnen")) for bron in stap.bronnen)
    for nr, deel in enumerate(getattr(ding, "delen", ())):
        if deel.gekozen is not None:
            yield "stap", deel.gekozen, ("delen", nr, "gekozen")
