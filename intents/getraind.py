"""The trained part of understanding: built from the example questions in YAML, reproducible, stored under `build/`."""

import hashlib
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from intents.laden import DELEN, Taal
from intents.tekst import platte_vorm
from intents.zinvector import Zinvectoren

Rij = npt.NDArray[np.float32]
ZAAD = 20240111
"""Seed of every random choice in training."""
VERSIE = "10"
"""Raise when the way of training changes, so that stored models are not reused."""
MEESTE_RONDES = 60
"""Rounds of fitting on sentence vectors; stopping early generalises better than going on."""
BOUWMAP = Path(os.environ.get("DEELWIJZER_BOUW", Path(__file__).parent.parent / "build"))
GEWICHT_LETTERS, GEWICHT_DICHTST, GEWICHT_ZIN = 0.35, 0.25, 0.4
"""Weights of the views, chosen on held-back examples: letters 57 % right, sentence vectors 53 %, together 62 %."""


@dataclass
class Getraind:
    """Trained views on the wording."""

    intents: tuple[str, ...]
    vec: Any
    svm: Any
    matrix: Any
    """TF-IDF rows of all examples, for the nearest one."""
    rij_intent: npt.NDArray[np.int32]
    """Index of the intent of each example."""
    zin_gewichten: Rij
    """Intents by vector width."""
    zin_nulpunt: Rij
    zin_gemiddelde: Rij
    """Mean of the example vectors: taken off first, since all vectors point roughly the same way."""
    temperatuur: float = 0.35

    def __post_init__(self) -> None:
        self._vectoren = Zinvectoren()

    def __getstate__(self) -> dict[str, Any]:
        return {k: v for k, v in self.__dict__.items() if k != "_vectoren"}

    def __setstate__(self, staat: dict[str, Any]) -> None:
        self.__dict__.update(staat)
        self._vectoren = Zinvectoren()

    def scores(self, tekst: str) -> Rij:
        """Mixed score per intent; about 0 on average, the best above 3."""
        rij = self.vec.transform([tekst])
        letters = _genormeerd(self.svm.decision_function(rij)[0])
        dichtst = np.zeros(len(self.intents), dtype=np.float32)
        np.maximum.at(dichtst, self.rij_intent, self.matrix @ rij.toarray()[0])
        vector = _gericht(self._vectoren.vector(tekst)[None] - self.zin_gemiddelde)[0]
        zin = _genormeerd(self.zin_gewichten @ vector + self.zin_nulpunt)
        som: Rij = GEWICHT_LETTERS * letters + GEWICHT_DICHTST * _genormeerd(dichtst) + GEWICHT_ZIN * zin
        return som

    def kansen(self, scores: Rij) -> Rij:
        """Chances of the best few scores."""
        e = np.exp((scores - scores.max()) / self.temperatuur)
        kansen: Rij = (e / e.sum()).astype(np.float32)
        return kansen


def _genormeerd(scores: npt.NDArray[Any]) -> Rij:
    genormeerd: Rij = ((scores - scores.mean()) / (scores.std() + 1e-9)).astype(np.float32)
    return genormeerd


def _gericht(vectoren: Rij) -> Rij:
    lengtes = np.linalg.norm(vectoren, axis=1, keepdims=True)
    genormeerd: Rij = (vectoren / lengtes).astype(np.float32)
    return genormeerd


def train(taal: Taal, bouwmap: Path = BOUWMAP) -> Getraind:
    """Train on all examples; the slow part, the sentence vectors, is kept between runs."""
    paren = [(platte_vorm(z), intent) for intent, zinnen in taal.vragen.items() for z in zinnen]
    paren += [(platte_vorm(v.v), DELEN) for v in taal.delen]
    teksten, namen = [p[0] for p in paren], [p[1] for p in paren]
    vec = make_union(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, dtype=np.float32),
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b", dtype=np.float32),
    )
    matrix = vec.fit_transform(teksten)
    svm = LinearSVC(C=0.5, random_state=ZAAD).fit(matrix, namen)
    svm.coef_ = svm.coef_.astype(np.float32)
    vectoren = Zinvectoren().vectoren(teksten, bouwmap / "zinvectoren.npz")
    gemiddelde = vectoren.mean(axis=0)
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):
        zin = LogisticRegression(C=20, max_iter=MEESTE_RONDES, random_state=ZAAD)
        zin.fit(_gericht(vectoren - gemiddelde), namen)
    return Getraind(
        intents=tuple(str(naam) for naam in svm.classes_),
        vec=vec,
        svm=svm,
        matrix=matrix.tocsr(),
        rij_intent=np.searchsorted(svm.classes_, namen).astype(np.int32),
        zin_gewichten=zin.coef_.astype(np.float32),
        zin_nulpunt=zin.intercept_.astype(np.float32),
        zin_gemiddelde=gemiddelde,
    )


def kenmerk(taal: Taal) -> str:
    """Fingerprint of the examples and the way of training."""
    h = hashlib.sha256(VERSIE.encode())
    for intent in sorted(taal.vragen):
        h.update(f"{intent}\0{chr(0).join(taal.vragen[intent])}\n".encode())
    for v in taal.delen:
        h.update(v.v.encode())
    return h.hexdigest()[:12]


def laad_getraind(taal: Taal) -> Getraind:
    """The stored model of these examples, or a new one."""
    pad = BOUWMAP / f"intents-{kenmerk(taal)}.joblib"
    if pad.exists():
        model: Getraind = joblib.load(pad)
        return model
    model = train(taal)
    BOUWMAP.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, pad)
    for oud in BOUWMAP.glob("intents-*.joblib"):
        if oud != pad:
            oud.unlink()
    return model
