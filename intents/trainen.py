"""Train understanding on the example questions in YAML: reproducible, in a minute or two, with nothing fetched."""

import shutil
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from intents.bouwmap import BOUWMAP
from intents.buren import Buren
from intents.feiten_lezen import Feitenlezer
from intents.getraind import Getraind, Rij, gericht
from intents.herkenner_maken import maak_herkenner
from intents.laden import DELEN, Taal
from intents.leesbeeld import zinkenmerken
from intents.ngrammen import Ngrammen, kenmerken
from intents.tekst import platte_vorm, woorden
from intents.woordenboek import bouw_woordenboek
from intents.woordvormen import bestaat
from intents.zinvector import Zinvectoren
from kennis.laden import Kennis
from kennis.model import Inhoud

ZAAD = 20240111
"""Seed of every random choice in training."""
MEESTE_RONDES = 60
"""Rounds of fitting on sentence vectors; stopping early generalises better than going on."""
BINNEN_RONDES = 300
BINNEN_C = 100.0
"""Rounds and looseness of the detector of what is no subject of the bot; chosen on other questions."""
GEWICHT_ANTWOORD, GEEN_ANTWOORD, GEEN_ANTWOORD_MENU, GEEN_ANTWOORD_DELEN = 0.7, 0.3, 0.2, 0.38
"""Weight of likeness to the text of the answer itself, which lies between 0 and 1, and the likeness that is taken for
intents without a text of their own, and for small talk; chosen on held-back examples."""
MEESTE_STAPPEN = 127
"""Steps up and down in which a weight of a feature is kept: one byte."""
VECTOREN = "zinvectoren.npz"
"""Sentence vectors of the examples, the slow part of training: kept, so that only new examples take time."""
MEESTE_MODELLEN = 5
"""Models kept where knowledge changes, some 25 MB each."""
MINSTE_KEREN, MINSTE_KEREN_NIEUW = 2, 6
"""Times a Dutch word, and one that the dictionary lacks, must occur for typing errors to be repaired to it: examples
hold errors made on purpose."""
MENU = "menu."
BUITEN = ("buiten.", MENU)
"""Intents that are not about the subject."""


def train_en_bewaar(kennis: Kennis, taal: Taal, map_: Path) -> None:
    """Train, store, and drop models of other examples: beside what set-up made a few stay, to go back to."""
    map_.parent.mkdir(parents=True, exist_ok=True)
    vectoren = map_.parent / VECTOREN
    if not vectoren.exists() and (BOUWMAP / VECTOREN).exists():
        shutil.copy(BOUWMAP / VECTOREN, vectoren)
    train(kennis, taal, map_.parent).schrijf(map_)
    blijven = 1 if map_.parent == BOUWMAP else MEESTE_MODELLEN
    for oud in sorted(map_.parent.glob("taal-*"), key=lambda m: m.stat().st_mtime, reverse=True)[blijven:]:
        shutil.rmtree(oud)


def train(kennis: Kennis, taal: Taal, bouwmap: Path) -> Getraind:
    """Train on all examples; the slow part, the sentence vectors, is kept between runs."""
    paren = [(intent, z) for intent, zinnen in taal.vragen.items() for z in zinnen]
    paren = sorted(paren + [(DELEN, v.v) for v in taal.delen])
    zinnen = [platte_vorm(z) for _, z in paren]
    gewoon = gewone_woorden(zinnen)
    buren = Buren(Ngrammen.leer([list(kenmerken(zin)) for zin in zinnen]))
    lezer = Feitenlezer(kennis, taal, maak_herkenner(bouw_woordenboek(kennis, taal), taal, gewoon, buren))
    return train_op(
        [list(zinkenmerken(lezer.lees(z), plat)) for (_, z), plat in zip(paren, zinnen, strict=True)],
        [i for i, _ in paren],
        Zinvectoren().vectoren(zinnen, bouwmap / VECTOREN),
        antwoordteksten(kennis),
        gewoon,
    )


def train_op(
    zinnen: Sequence[Sequence[str]],
    namen: list[str],
    vectoren: Rij,
    antwoorden: Mapping[str, str],
    gewoon: tuple[str, ...],
) -> Getraind:
    """Train on the features of sentences, their intents and vectors, the text of answers, and words to repair to."""
    ngrammen = Ngrammen.leer(zinnen)
    matrix = _matrix(ngrammen, zinnen)
    svm = LinearSVC(C=0.5, random_state=ZAAD).fit(matrix, namen)
    gemiddelde = vectoren.mean(axis=0)
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):
        zin = LogisticRegression(C=20, max_iter=MEESTE_RONDES, random_state=ZAAD)
        zin.fit(gericht(vectoren - gemiddelde), namen)
    letters = svm.coef_ + GEWICHT_ANTWOORD * _antwoordbeeld(ngrammen, svm.classes_, antwoorden)
    stap = np.abs(letters).max(axis=0) / MEESTE_STAPPEN
    return Getraind(
        intents=tuple(str(naam) for naam in svm.classes_),
        ngrammen=ngrammen,
        letters=np.ascontiguousarray(np.rint(letters / np.where(stap, stap, 1.0)).T, dtype=np.int8),
        letters_stap=stap.astype(np.float32),
        letters_nulpunt=(svm.intercept_ + GEWICHT_ANTWOORD * _zonder_antwoord(svm.classes_, antwoorden)).astype(
            np.float32
        ),
        binnen=_binnen(matrix, ngrammen.grenzen[0], namen),
        zin_gewichten=zin.coef_.astype(np.float32),
        zin_nulpunt=zin.intercept_.astype(np.float32),
        zin_gemiddelde=gemiddelde,
        woorden=gewoon,
    )


def _matrix(ngrammen: Ngrammen, zinnen: Iterable[Iterable[str]]) -> csr_matrix:
    begin, plaatsen, gewichten = ngrammen.rijen(zinnen)
    return csr_matrix((gewichten, plaatsen, begin), shape=(len(begin) - 1, len(ngrammen.plaats)))


def _antwoordbeeld(ngrammen: Ngrammen, namen: Iterable[str], antwoorden: Mapping[str, str]) -> Rij:
    """Per intent the features of its answer."""
    beeld: Rij = _matrix(ngrammen, [list(kenmerken(antwoorden.get(naam, ""))) for naam in namen]).toarray()
    return beeld


def _zonder_antwoord(namen: Iterable[str], antwoorden: Mapping[str, str]) -> Rij:
    """The likeness that is given to intents without a text."""
    return np.array([0.0 if naam in antwoorden else _gelijkenis(naam) for naam in namen], dtype=np.float32)


def _gelijkenis(naam: str) -> float:
    if naam == DELEN:
        return GEEN_ANTWOORD_DELEN
    return GEEN_ANTWOORD_MENU if naam.startswith(MENU) else GEEN_ANTWOORD


def antwoordteksten(kennis: Kennis) -> dict[str, str]:
    """What answers say, in plain form; without those that refuse or chat, which say nothing about their subject."""
    return {
        naam: platte_vorm(" ".join((a.titel, a.titel, *a.termen, *_uitleg(a.dan))))
        for naam, a in kennis.antwoorden.items()
        if not naam.startswith(BUITEN)
    }


def _uitleg(inhoud: Inhoud) -> tuple[str, ...]:
    return (inhoud.kort, *inhoud.punten, *inhoud.voorwaarden, *inhoud.stappen)


def gewone_woorden(zinnen: list[str]) -> tuple[str, ...]:
    """Dutch words that examples use."""
    telling = Counter(woord.vorm for zin in zinnen for woord in woorden(zin) if woord.vorm.isalpha())
    vaak = ((woord, aantal) for woord, aantal in telling.items() if aantal >= MINSTE_KEREN)
    return tuple(woord for woord, aantal in vaak if aantal >= MINSTE_KEREN_NIEUW or bestaat(woord))


def _binnen(matrix: csr_matrix, gelezen: int, namen: list[str]) -> Rij:
    """Weights that tell the bot's subject from all else, with the zero point as last.

    What reading found, the first columns, has no part in it: a concept is named outside the subject too.
    """
    doel = [not naam.startswith(BUITEN) for naam in namen]
    poort = LogisticRegression(C=BINNEN_C, max_iter=BINNEN_RONDES, class_weight="balanced", random_state=ZAAD)
    poort.fit(matrix[:, gelezen:], doel)
    return np.concatenate([np.zeros(gelezen), poort.coef_[0], poort.intercept_]).astype(np.float32)
