"""Take in another region's layer or a national update as a draft."""

from pathlib import Path

from kennis.bewerken import Bundel, Wijziging, verschillen


def wijzigingen_uit(map_: Path, nu: Bundel, basis: Bundel | None = None) -> list[Wijziging]:
    """What the files of a folder (`kennis/…`, `intents/…`) would change; entries it does not hold stay.

    With a `basis`, the version the folder was made from, only what changed since then is taken in, and what it took
    away goes; what officers changed themselves stays, and a clash is told when the draft is made.
    """
    nieuw = Bundel.lees(map_)
    if basis is not None:
        return [_wijziging(str(v.sleutel), v.was, v.wordt, nieuw) for v in verschillen(basis, nieuw)]
    eigen = Bundel({pad: ruw for pad, ruw in nu.bestanden.items() if pad in nieuw.bestanden})
    return [_wijziging(str(v.sleutel), v.was, v.wordt, nieuw) for v in verschillen(eigen, nieuw) if v.wordt is not None]


def _wijziging(sleutel: str, was: object, wordt: object, nieuw: Bundel) -> Wijziging:
    item = nieuw.item(Wijziging(sleutel=sleutel, voor=was, na=wordt).waar)
    return Wijziging(sleutel=sleutel, voor=was, na=wordt, bestand=item.bestand if item is not None else "")
