"""The look-up lists that set-up derives from the libraries, and how they are loaded at run time."""

from __future__ import annotations

import json
import os
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from bot.privacy.fouten import Privacyfout

NAMENBESTAND = "namen.json"
WOORDENBESTAND = "woorden.bin"
DEDUCEMAP = "deduce"
UITGAVE = 4


def stempel() -> str:
    """What the lists depend on; after another stamp they must be made again, or deduce would do so while starting."""
    return f"{UITGAVE} deduce-{version('deduce')} python-{sys.version_info.major}.{sys.version_info.minor}"


class NietGebouwd(Privacyfout):
    """The look-up lists are missing or of another version; set-up has to make them first."""

    def __init__(self, map_: Path) -> None:
        super().__init__(f"De lijsten van de privacywacht ontbreken. Maak ze met: python -m bot.privacy.bouw {map_}")


def standaardmap() -> Path:
    """Where the lists are when nobody says otherwise."""
    eigen = os.environ.get("DEELWIJZER_PRIVACY")
    basis = Path(os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")))
    return Path(eigen) if eigen else basis / "deelwijzer" / "privacy"


def woordsleutel(woord: str) -> int:
    """A 64-bit fingerprint of a word: 8 bytes a word instead of a Python string."""
    return int.from_bytes(blake2b(woord.encode("utf-8", "replace"), digest_size=8).digest(), "little")


class Woorden:
    """A set of words that only answers 'is it in?', as a sorted array of fingerprints."""

    def __init__(self, sleutels: array[int]) -> None:
        self._sleutels = sleutels

    @classmethod
    def van(cls, woorden: Iterable[str]) -> Woorden:
        """Make the set from plain words."""
        return cls(array("Q", sorted({woordsleutel(w) for w in woorden})))

    @classmethod
    def lees(cls, bestand: Path) -> Woorden:
        """Read the set that `schrijf` wrote."""
        sleutels: array[int] = array("Q")
        sleutels.frombytes(bestand.read_bytes())
        return cls(sleutels)

    def schrijf(self, bestand: Path) -> None:
        """Write the set to a file."""
        bestand.write_bytes(self._sleutels.tobytes())

    def __contains__(self, woord: str) -> bool:
        sleutel = woordsleutel(woord)
        plek = bisect_left(self._sleutels, sleutel)
        return plek < len(self._sleutels) and self._sleutels[plek] == sleutel

    def __len__(self) -> int:
        return len(self._sleutels)


@dataclass(frozen=True)
class Lijsten:
    """First names, surnames, places, very common words (all lower case) and the words of the Dutch dictionary."""

    voornamen: frozenset[str]
    achternamen: frozenset[str]
    plaatsen: frozenset[str]
    gewoon: frozenset[str]
    woorden: Woorden

    @classmethod
    def lees(cls, map_: Path) -> Lijsten:
        """Read the lists that set-up left in a folder."""
        try:
            ruw = json.loads((map_ / NAMENBESTAND).read_text(encoding="utf-8"))
            woorden = Woorden.lees(map_ / WOORDENBESTAND)
        except FileNotFoundError:
            raise NietGebouwd(map_) from None
        if ruw.get("stempel") != stempel():
            raise NietGebouwd(map_)
        namen = {naam: frozenset(ruw[naam]) for naam in ("voornamen", "achternamen", "plaatsen", "gewoon")}
        return cls(**namen, woorden=woorden)
