"""Where in which file a finding is: the line of the field itself, not just of the entry."""

from functools import lru_cache
from pathlib import Path

from kennis.fouten import KennisFout, Plek
from kennis.laden import Kennis
from kennis.yaml_lezen import Pad, YamlBestand, lees_yaml

ONBEKEND = Plek(Path("kennis"), 1)
"""For knowledge that was not read from files, as in tests."""


@lru_cache(maxsize=256)
def _bestand(pad: Path) -> YamlBestand | None:
    try:
        return lees_yaml(pad)
    except (KennisFout, OSError):
        return None


def plek(kennis: Kennis, soort: str, item_id: str, *velden: str | int) -> Plek:
    """The place of a field of an entry; the file is read again only when there is something to report."""
    basis = kennis.plekken.get((soort, item_id))
    if basis is None:
        return ONBEKEND
    bestand = _bestand(basis.bestand)
    if bestand is None:
        return basis
    begin: Pad = tuple(int(d) if d.isdigit() else d for d in basis.veld.split(".")) if basis.veld else ()
    return bestand.plek((*begin, *velden))
