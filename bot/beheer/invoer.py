"""Take in another region's layer or a national update as a draft."""

from pathlib import Path

from kennis.bewerken import Bundel, Wijziging


def wijzigingen_uit(map_: Path, nu: Bundel) -> list[Wijziging]:
    """What the files of a folder (`kennis/…`, `intents/…`) would change; entries it does not hold stay."""
    raise NotImplementedError
