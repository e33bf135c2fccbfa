"""The app package for Teams: the manifest with the ids of this organisation, and the icons, in one zip."""

import json
import zipfile
from importlib.metadata import version
from pathlib import Path

from bot.instellingen import Instellingfout
from bot.kanalen.teams.instelling import Teamsinstellingen

MAP = Path(__file__).parents[3] / "deploy" / "teams"
"""Template and icons."""
SJABLOON = "manifest.json"
ICONEN = ("kleur.png", "omtrek.png")
VAST = (1980, 1, 1, 0, 0, 0)
"""Time on every file in the zip, so that the same settings give the same package."""


def schrijf_pakket(instelling: Teamsinstellingen, uit: Path) -> None:
    """Write the zip. Raises Instellingfout when settings are missing or the file cannot be written."""
    inhoud = {SJABLOON: manifest(instelling).encode()} | {naam: (MAP / naam).read_bytes() for naam in ICONEN}
    try:
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
            for naam, ruw in inhoud.items():
                zip_.writestr(zipfile.ZipInfo(naam, VAST), ruw, zipfile.ZIP_DEFLATED)
    except OSError as fout:
        melding = f"{uit}: dit bestand is niet te schrijven ({fout.strerror}). Kies een andere plek."
        raise Instellingfout(melding) from None


def manifest(instelling: Teamsinstellingen) -> str:
    """The manifest as JSON text, filled in."""
    pakket = instelling.pakket
    if pakket is None:
        raise Instellingfout("Vul eerst 'teams.pakket' in: id, organisatie, website, privacy en voorwaarden.")
    waarden = {
        "{versie}": version("deelwijzer"),
        "{app_id}": instelling.app_id,
        "{pakket_id}": pakket.id,
        "{organisatie}": pakket.organisatie,
        "{website}": pakket.website,
        "{privacy}": pakket.privacy,
        "{voorwaarden}": pakket.voorwaarden,
    }
    sjabloon = json.loads((MAP / SJABLOON).read_text(encoding="utf-8"))
    return json.dumps(_vul_in(sjabloon, waarden), ensure_ascii=False, indent=2) + "\n"


def _vul_in(deel: object, waarden: dict[str, str]) -> object:
    """The same with every text that is the name of a setting replaced by its value."""
    if isinstance(deel, dict):
        return {naam: _vul_in(kind, waarden) for naam, kind in deel.items()}
    if isinstance(deel, list):
        return [_vul_in(kind, waarden) for kind in deel]
    return waarden.get(deel, deel) if isinstance(deel, str) else deel
