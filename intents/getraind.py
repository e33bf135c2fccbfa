"""The trained part of understanding: built from the example questions in YAML, reproducible, stored under `build/`."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from intents.laden import DELEN, Taal
from intents.tekst import platte_vorm

Rij = npt.NDArray[np.float32]
ZAAD = 20240111
"""Seed of every random choice in training."""
VERSIE = "4"
"""Raise when the way of training changes, so that stored models are not reused."""
BOUWMAP = Path(os.environ.get("DEELWIJZER_BOUW", Path(__file__).parent.parent / "build"))


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
    temperatuur: float = 0.35

    def scores(self, tekst: str) -> Rij:
        """Mixed score per intent; about 0 on average, the best above 3."""
        rij = self.vec.transform([tekst])
        svm = _genormeerd(self.svm.decision_function(rij)[0])
        dichtst = np.full(len(self.intents), 0.0, dtype=np.float32)
        np.maximum.at(dichtst, self.rij_intent, (self.matrix @ rij.T).toarray()[:, 0].astype(np.float32))
        return (0.5 * svm + 0.5 * _genormeerd(dichtst)).astype(np.float32)

    def kansen(self, scores: Rij) -> Rij:
        """Chances of the best few scores."""
        e = np.exp((scores - scores.max()) / self.temperatuur)
        return (e / e.sum()).astype(np.float32)


def _genormeerd(scores: npt.NDArray[Any]) -> Rij:
    return ((scores - scores.mean()) / (scores.std() + 1e-9)).astype(np.float32)


def train(taal: Taal) -> Getraind:
    """Train on all examples."""
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
    intents = tuple(svm.classes_)
    plek = {naam: i for i, naam in enumerate(intents)}
    return Getraind(intents, vec, svm, matrix.tocsr(), np.array([plek[n] for n in namen], dtype=np.int32))


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
    return model
