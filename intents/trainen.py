"""Train understanding on the example questions in YAML: reproducible, in a minute or two, with nothing fetched."""

import random
import shutil
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csc_matrix, csr_matrix, vstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from intents.bouwmap import BOUWMAP
from intents.getraind import Getraind, Rij, gericht
from intents.laden import DELEN, Taal
from intents.ngrammen import Ngrammen
from intents.tekst import platte_vorm, woorden, zonder_leestekens
from intents.woordvormen import bestaat
from intents.zinvector import Zinvectoren

ZAAD = 20240111
"""Seed of every random choice in training."""
MEESTE_RONDES = 60
"""Rounds of fitting on sentence vectors; stopping early generalises better than going on."""
BINNEN_RONDES = 300
BINNEN_C = 100.0
"""Rounds and looseness of the detector of what is no subject of the bot; chosen on other questions."""
MEESTE_ZINNEN = 1100
"""Examples in which a feature may stand to count in the search for the nearest: one in more tells little, and a fixed
number keeps the search short when examples are added."""
MEESTE_STAPPEN = 127
"""Steps up and down in which a weight of a feature is kept: one byte."""
VECTOREN = "zinvectoren.npz"
"""Sentence vectors of the examples, the slow part of training: kept, so that only new examples take time."""
MEESTE_MODELLEN = 5
"""Models kept where knowledge changes, some 25 MB each."""
MINSTE_KEREN, MINSTE_KEREN_NIEUW = 2, 6
"""Times a Dutch word, and one that the dictionary lacks, must occur for typing errors to be repaired to it: examples
hold errors made on purpose."""
HAAST = 0.35
"""Weight of an example without its marks and some small words, out of 1 for both ways of writing it."""
WEG = 0.35
"""Chance that a small word is left out."""
WEGLAATBAAR = frozenset("de het een 't er wel ook nog dan even al maar om te".split())
"""Small words that tell nothing of what is asked."""
BUITEN = ("buiten.", "menu.")
"""Intents that are not about the subject."""


def train_en_bewaar(taal: Taal, map_: Path) -> None:
    """Train, store, and drop models of other examples: beside what set-up made a few stay, to go back to."""
    map_.parent.mkdir(parents=True, exist_ok=True)
    vectoren = map_.parent / VECTOREN
    if not vectoren.exists() and (BOUWMAP / VECTOREN).exists():
        shutil.copy(BOUWMAP / VECTOREN, vectoren)
    train(taal, map_.parent).schrijf(map_)
    blijven = 1 if map_.parent == BOUWMAP else MEESTE_MODELLEN
    for oud in sorted(map_.parent.glob("taal-*"), key=lambda m: m.stat().st_mtime, reverse=True)[blijven:]:
        shutil.rmtree(oud)


def train(taal: Taal, bouwmap: Path) -> Getraind:
    """Train on all examples; the slow part, the sentence vectors, is kept between runs."""
    paren = [(intent, platte_vorm(z)) for intent, zinnen in taal.vragen.items() for z in zinnen]
    paren = sorted(paren + [(DELEN, platte_vorm(v.v)) for v in taal.delen])
    return train_op(
        [z for _, z in paren],
        [i for i, _ in paren],
        Zinvectoren().vectoren([z for _, z in paren], bouwmap / VECTOREN),
    )


def train_op(zinnen: list[str], namen: list[str], vectoren: Rij) -> Getraind:
    """Train on plain sentences with their intents, in the order of the intents, and their sentence vectors."""
    ngrammen = Ngrammen.leer(zinnen)
    begin, plaatsen, gewichten = ngrammen.rijen(zinnen)
    matrix = csr_matrix((gewichten, plaatsen, begin), shape=(len(zinnen), len(ngrammen.plaats)))
    ruim, gewicht = _met_haast(ngrammen, matrix, zinnen)
    svm = LinearSVC(C=0.5, random_state=ZAAD).fit(ruim, namen * 2, gewicht)
    gemiddelde = vectoren.mean(axis=0)
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):
        zin = LogisticRegression(C=20, max_iter=MEESTE_RONDES, random_state=ZAAD)
        zin.fit(gericht(vectoren - gemiddelde), namen)
    zoek = zoekbaar(matrix)
    stap = np.abs(svm.coef_).max(axis=0) / MEESTE_STAPPEN
    return Getraind(
        intents=tuple(str(naam) for naam in svm.classes_),
        ngrammen=ngrammen,
        letters=np.ascontiguousarray(np.rint(svm.coef_ / np.where(stap, stap, 1.0)).T, dtype=np.int8),
        letters_stap=stap.astype(np.float32),
        letters_nulpunt=svm.intercept_.astype(np.float32),
        binnen=_binnen(ruim, namen * 2, gewicht),
        zoek_begin=zoek.indptr.astype(np.int32),
        zoek_zin=zoek.indices.astype(np.int32),
        zoek_gewicht=zoek.data.astype(np.float32),
        eerste_zin=np.searchsorted(namen, svm.classes_).astype(np.int32),
        zin_gewichten=zin.coef_.astype(np.float32),
        zin_nulpunt=zin.intercept_.astype(np.float32),
        zin_gemiddelde=gemiddelde,
        aantal=len(zinnen),
        woorden=gewone_woorden(zinnen),
    )


def gewone_woorden(zinnen: list[str]) -> tuple[str, ...]:
    """Dutch words that examples use."""
    telling = Counter(woord.vorm for zin in zinnen for woord in woorden(zin) if woord.vorm.isalpha())
    vaak = ((woord, aantal) for woord, aantal in telling.items() if aantal >= MINSTE_KEREN)
    return tuple(woord for woord, aantal in vaak if aantal >= MINSTE_KEREN_NIEUW or bestaat(woord))


def zoekbaar(matrix: csr_matrix) -> csc_matrix:
    """The examples by feature, without features of so many examples that they tell little and cost most."""
    vaak = np.diff(matrix.tocsc().indptr) > MEESTE_ZINNEN
    zoek = matrix.multiply(~vaak).tocsc()
    zoek.eliminate_zeros()
    return zoek


def _met_haast(ngrammen: Ngrammen, matrix: csr_matrix, zinnen: list[str]) -> tuple[csr_matrix, Rij]:
    """The examples, and each once more as it is typed in a hurry, with the weight of each."""
    begin, plaatsen, gewichten = ngrammen.rijen(map(gehaast, zinnen))
    haast = csr_matrix((gewichten, plaatsen, begin), shape=matrix.shape)
    return vstack([matrix, haast]).tocsr(), np.repeat([1 - HAAST, HAAST], len(zinnen)).astype(np.float32)


def gehaast(plat: str) -> str:
    """A plain text without marks and without some of the small words; the same text comes out the same."""
    kans = random.Random(f"{ZAAD}|{plat}")
    return " ".join(w for w in zonder_leestekens(plat).split() if w not in WEGLAATBAAR or kans.random() >= WEG)


def _binnen(matrix: csr_matrix, namen: list[str], gewicht: Rij) -> Rij:
    """Weights that tell the bot's subject from all else, with the zero point as last."""
    doel = [not naam.startswith(BUITEN) for naam in namen]
    poort = LogisticRegression(C=BINNEN_C, max_iter=BINNEN_RONDES, class_weight="balanced", random_state=ZAAD)
    poort.fit(matrix, doel, gewicht)
    uit: Rij = np.append(poort.coef_[0], poort.intercept_).astype(np.float32)
    return uit
