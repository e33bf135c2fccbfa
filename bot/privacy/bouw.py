"""Set-up: derive the look-up lists of the privacy guard once, so that starting is quick.

    python -m bot.privacy.bouw DIR

The lists come from the installed libraries deduce (names) and simplemma (Dutch words); none is kept in this project.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from bot.privacy.fouten import Privacyfout
from bot.privacy.lijsten import DEDUCEMAP, NAMENBESTAND, WOORDENBESTAND, Woorden, standaardmap, stempel
from bot.privacy.motor import laad_deduce

# Places and institutions make up nine tenths of deduce's memory; it is only asked for names of persons.
_LEEG = (
    "locations/lst_street",
    "locations/lst_placename",
    "institutions/lst_healthcare_institution",
    "institutions/lst_hospital",
)
_GEWOON = ("whitelist/lst_common_word", "whitelist/lst_stop_word")


def _zonder_accent(woord: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", woord) if not unicodedata.combining(c))


def _klein(woorden: Iterable[str]) -> list[str]:
    """Lower case, with and without accents, sorted."""
    klein = {w.strip().lower() for w in woorden if len(w.strip()) > 1}
    return sorted(klein | {_zonder_accent(w) for w in klein})


def _slanke_bron(bron: Path, doel: Path) -> None:
    """Copy deduce's source lists and empty the large ones."""
    shutil.copytree(bron / "src", doel / "src")
    for map_ in _LEEG:
        for bestand in (doel / "src" / map_).rglob("*.txt"):
            bestand.write_text("", encoding="utf-8")


def _bouw_deduce(bron: Path, map_: Path) -> None:
    """Let deduce make its look-up structures from the slim lists."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        _slanke_bron(bron, Path(tijdelijk))
        cache = map_ / DEDUCEMAP
        cache.mkdir(parents=True, exist_ok=True)
        laad_deduce(lookup_data_path=Path(tijdelijk), cache_path=cache, build_lookup_structs=True)


def _bouw_namen(bron: Path, map_: Path) -> None:
    from deduce.lookup_structs import load_raw_itemsets

    ruw = load_raw_itemsets(
        bron,
        [
            "names/lst_first_name",
            "names/lst_surname",
            "names/lst_interfix_surname",
            "locations/lst_placename",
            *_GEWOON,
        ],
    )
    inhoud = {
        "stempel": stempel(),
        "voornamen": _klein(ruw["first_name"]),
        "achternamen": _klein(ruw["surname"] | ruw["interfix_surname"]),
        "plaatsen": _klein(ruw["placename"]),
        "gewoon": _klein(ruw["common_word"] | ruw["stop_word"]),
    }
    (map_ / NAMENBESTAND).write_text(json.dumps(inhoud, ensure_ascii=False), encoding="utf-8")


def _bouw_woorden(bron: Path, map_: Path) -> None:
    from deduce.lookup_structs import load_raw_itemsets
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    woordenboek = DefaultDictionaryFactory().get_dictionary("nl")
    woorden = {w.lower() for w in load_raw_itemsets(bron, ["whitelist/lst_medical_term"])["medical_term"]}
    for vorm, lemma in woordenboek.items():
        woorden.update(w.decode() if isinstance(w, bytes) else str(w) for w in (vorm, lemma))
    Woorden.van(w for w in woorden if w[:1].islower()).schrijf(map_ / WOORDENBESTAND)


def bouw(map_: Path) -> None:
    """Make all lists of the privacy guard in a folder."""
    map_.mkdir(parents=True, exist_ok=True)
    bron = _deducebron()
    _bouw_deduce(bron, map_)
    _bouw_namen(bron, map_)
    _bouw_woorden(bron, map_)


def _deducebron() -> Path:
    """The folder with deduce's own source lists, found without importing it."""
    from importlib.util import find_spec

    spec = find_spec("deduce")
    if spec is None or spec.origin is None:
        raise Privacyfout("De bibliotheek deduce is niet geïnstalleerd.")
    return Path(spec.origin).parent / "data" / "lookup"


def main() -> None:
    """Command line entry."""
    lezer = argparse.ArgumentParser(description="Maak de lijsten van de privacywacht.")
    lezer.add_argument("map", nargs="?", type=Path, default=standaardmap())
    map_: Path = lezer.parse_args().map
    bouw(map_)
    print(f"De lijsten van de privacywacht staan in {map_}.")


if __name__ == "__main__":
    main()
