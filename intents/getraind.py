"""The trained part of understanding as it answers: arrays that set-up made and that are read where needed.

The arrays stay in files and are mapped into memory: starting costs nothing, and processes on one machine share them.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from intents.bouwmap import BOUWMAP
from intents.laden import Taal
from intents.ngrammen import Ngrammen
from intents.zinvector import Zinvectoren
from kennis.laden import Kennis

Rij = npt.NDArray[np.float32]
Reeks = npt.NDArray[Any]
VERSIE = "18"
"""Raise when the way of training changes, so that stored models are not reused."""
GEWICHT_LETTERS, GEWICHT_ZIN = 0.5, 0.45
"""Weights of the views, chosen on held-back examples: features 64 % right, sentence vectors 48 %, together 66 %."""
TEMPERATUUR = 0.35
"""Turns scores into chances; chosen on held-back examples."""
KENMERKEN = "kenmerken.json"
"""File with the features and the intents; each array has a file of its own."""


@dataclass(frozen=True)
class Letterbeeld:
    """What the letters of a question say."""

    scores: Rij
    """Mixed score per intent, without the sentence vector."""
    binnen: float
    """Log-odds that the question is the bot's subject."""


@dataclass(frozen=True)
class Getraind:
    """Trained views on the wording."""

    intents: tuple[str, ...]
    ngrammen: Ngrammen
    letters: Reeks
    """Weight per feature and intent, from the examples and the answer's own text, in whole steps of `letters_stap`: a
    quarter of the size, and faster to add up."""
    letters_stap: Reeks
    """Size of a step per feature."""
    letters_nulpunt: Reeks
    binnen: Reeks
    """Weight per feature that a question is the bot's subject; the last is the zero point."""
    zin_gewichten: Reeks
    """Intents by vector width."""
    zin_nulpunt: Reeks
    zin_gemiddelde: Reeks
    """Mean of the example vectors: taken off first, since all vectors point roughly the same way."""
    woorden: tuple[str, ...]
    """Dutch words of the examples, to repair typing errors to."""
    vectoren: Zinvectoren = field(default_factory=Zinvectoren)

    def letterbeeld(self, kenmerken: Iterable[str]) -> Letterbeeld:
        """The view on the features of a question, which needs no sentence vector."""
        plaatsen, gewichten = self.ngrammen.rij(kenmerken)
        stappen = gewichten * self.letters_stap[plaatsen]
        letters = stappen @ self.letters[plaatsen].astype(np.float32) + self.letters_nulpunt
        binnen = float(gewichten @ self.binnen[plaatsen] + self.binnen[-1])
        return Letterbeeld(GEWICHT_LETTERS * genormeerd(letters), binnen)

    def zinbeeld(self, tekst: str) -> Rij:
        """Score per intent by the sentence vector."""
        vector = gericht(self.vectoren.vector(tekst)[None] - self.zin_gemiddelde)[0]
        return GEWICHT_ZIN * genormeerd(self.zin_gewichten @ vector + self.zin_nulpunt)

    def kansen(self, scores: Rij) -> Rij:
        """Chances of the best few scores."""
        e = np.exp((scores - scores.max()) / TEMPERATUUR)
        kansen: Rij = (e / e.sum()).astype(np.float32)
        return kansen

    def schrijf(self, map_: Path) -> None:
        """Store under a folder; it appears whole or not at all. Of two at the same time the first one stays."""
        map_.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(suffix=".half", dir=map_.parent) as naam:
            half = Path(naam, map_.name)
            half.mkdir()
            self._schrijf_in(half)
            try:
                half.rename(map_)
            except OSError:
                if not map_.exists():
                    raise

    def _schrijf_in(self, half: Path) -> None:
        namen = {
            "intents": self.intents,
            "plaats": list(self.ngrammen.plaats),
            "grenzen": self.ngrammen.grenzen,
            "woorden": self.woorden,
        }
        (half / KENMERKEN).write_text(json.dumps(namen), encoding="utf-8")
        np.save(half / "zeldzaamheid.npy", self.ngrammen.zeldzaamheid)
        for naam in REEKSEN:
            np.save(half / f"{naam}.npy", getattr(self, naam))

    @classmethod
    def lees(cls, map_: Path) -> Self:
        """What `schrijf` stored."""
        namen = json.loads((map_ / KENMERKEN).read_text(encoding="utf-8"))
        plaats = {naam: nr for nr, naam in enumerate(namen["plaats"])}
        reeksen: dict[str, Any] = {naam: np.asarray(np.load(map_ / f"{naam}.npy", mmap_mode="r")) for naam in REEKSEN}
        ngrammen = Ngrammen(plaats, tuple(namen["grenzen"]), np.load(map_ / "zeldzaamheid.npy"))
        woorden = tuple(namen["woorden"])
        return cls(tuple(namen["intents"]), ngrammen, woorden=woorden, **reeksen)


REEKSEN = (
    "letters",
    "letters_stap",
    "letters_nulpunt",
    "binnen",
    "zin_gewichten",
    "zin_nulpunt",
    "zin_gemiddelde",
)
"""Fields that are arrays."""


def genormeerd(scores: npt.NDArray[Any]) -> Rij:
    """Mean 0 and spread 1, so that views can be added."""
    uit: Rij = ((scores - scores.mean()) / (scores.std() + 1e-9)).astype(np.float32)
    return uit


def gericht(vectoren: Rij) -> Rij:
    """Each row at length 1."""
    uit: Rij = (vectoren / np.linalg.norm(vectoren, axis=1, keepdims=True)).astype(np.float32)
    return uit


def kenmerk(taal: Taal) -> str:
    """Fingerprint of the examples and the way of training.

    Word lists and texts of answers shape the weights too, but a changed word alone is no reason to train for minutes.
    """
    h = hashlib.sha256(VERSIE.encode())
    for intent in sorted(taal.vragen):
        h.update(f"{intent}\0{chr(0).join(taal.vragen[intent])}\n".encode())
    for v in taal.delen:
        h.update(v.v.encode())
    return h.hexdigest()[:12]


def laad_getraind(kennis: Kennis, taal: Taal, modelmap: Path | None = None) -> Getraind:
    """The stored model of these examples; trained now when there is none.

    What set-up made is used when it fits; else what is in `modelmap`, the folder for models of changed examples.
    """
    map_ = _plaats(taal, BOUWMAP)
    if not map_.exists() and modelmap is not None:
        map_ = _plaats(taal, modelmap)
    if not map_.exists():
        from intents.trainen import train_en_bewaar  # imports scikit-learn, which answering never needs

        train_en_bewaar(kennis, taal, map_)
    return Getraind.lees(map_)


def is_getraind(taal: Taal, modelmap: Path | None = None) -> bool:
    """Whether there is a model of these examples already."""
    return any(_plaats(taal, map_).exists() for map_ in (BOUWMAP, modelmap) if map_ is not None)


def _plaats(taal: Taal, map_: Path) -> Path:
    return map_ / f"taal-{kenmerk(taal)}"
