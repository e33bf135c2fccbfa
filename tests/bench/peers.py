"""Existing ways to understand a question, each as it comes, and the project itself, behind one small interface.

    python tests/bench/peers.py leer NAME FOLDER    learn from FOLDER/leerstof.json, keep the result in FOLDER
    python tests/bench/peers.py dien NAME FOLDER    answer FOLDER/vragen.json, write FOLDER/NAME.json

A peer runs in its own process, so that its memory and its start are its own. While answering it prints one line after
the first answer. Imports stand inside the classes: a peer must not pay for the libraries of another.
"""

import json
import pickle
import random
import sys
import time
from pathlib import Path
from typing import Any, Protocol

Voorbeelden = list[tuple[str, str]]
"""Question and class."""


class Peer(Protocol):
    """Learns from examples and names the class of a question, or None; must survive being pickled in between."""

    def leer(self, voorbeelden: Voorbeelden) -> None:
        """Learn."""

    def klasse(self, vraag: str) -> str | None:
        """The class of a question."""


class LetterSvm:
    """TF-IDF of letter groups with a linear support vector machine: the usual strong baseline."""

    def leer(self, voorbeelden: Voorbeelden) -> None:
        """Learn; groups that occur once are left out, to keep it small."""
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.svm import LinearSVC

        self._vec = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        matrix = self._vec.fit_transform([zin for zin, _ in voorbeelden])
        self._svm = LinearSVC(random_state=1).fit(matrix, [naam for _, naam in voorbeelden])

    def klasse(self, vraag: str) -> str | None:
        """The class with the highest score."""
        return str(self._svm.predict(self._vec.transform([vraag]))[0])


class Bm25:
    """The nearest example by BM25."""

    def leer(self, voorbeelden: Voorbeelden) -> None:
        """Index the examples."""
        import bm25s

        self._namen = [naam for _, naam in voorbeelden]
        self._index = bm25s.BM25()
        self._index.index(self._woorden([zin for zin, _ in voorbeelden]), show_progress=False)

    def klasse(self, vraag: str) -> str | None:
        """The class of the best example; None when no word is known."""
        woorden = [w for w in self._woorden([vraag])[0] if w in self._index.vocab_dict]
        if not woorden:
            return None
        nummers, _ = self._index.retrieve([woorden], k=1, show_progress=False)
        return self._namen[int(nummers[0][0])]

    def _woorden(self, zinnen: list[str]) -> list[list[str]]:
        import bm25s

        delen: list[list[str]] = bm25s.tokenize(zinnen, stopwords=None, return_ids=False, show_progress=False)
        return delen


class RapidFuzz:
    """The nearest example by the words two texts share."""

    def leer(self, voorbeelden: Voorbeelden) -> None:
        """Keep the examples."""
        self._namen = [naam for _, naam in voorbeelden]
        self._zinnen = [zin.lower() for zin, _ in voorbeelden]

    def klasse(self, vraag: str) -> str | None:
        """The class of the best example."""
        from rapidfuzz import fuzz, process

        beste = process.extractOne(vraag.lower(), self._zinnen, scorer=fuzz.token_set_ratio)
        return self._namen[beste[2]] if beste else None


class SpacyBow:
    """spaCy's text classifier on bags of words. Learning on all examples takes minutes, so it gets a fixed part."""

    DEEL, RONDES, BUNDEL, BREEDTE = 3000, 6, 128, 8192
    """Examples, rounds over them, examples a step, and rows of the hashed vocabulary: within a minute on one core."""

    def leer(self, voorbeelden: Voorbeelden) -> None:
        """Learn from a part of the examples, drawn with a seed; every class is known to it."""
        import spacy
        from spacy.training import Example
        from spacy.util import fix_random_seed

        fix_random_seed(1)
        keuze = random.Random(1)
        self._taal = spacy.blank("nl")
        bow = {"@architectures": "spacy.TextCatBOW.v3", "exclusive_classes": True, "ngram_size": 1}
        model = {**bow, "no_output_layer": False, "length": self.BREEDTE}
        indeler = self._taal.add_pipe("textcat", config={"model": model})
        klassen = sorted({naam for _, naam in voorbeelden})
        for naam in klassen:
            indeler.add_label(naam)
        lessen = [
            Example.from_dict(self._taal.make_doc(zin.lower()), {"cats": {k: float(k == naam) for k in klassen}})
            for zin, naam in keuze.sample(voorbeelden, min(self.DEEL, len(voorbeelden)))
        ]
        leraar = self._taal.initialize(lambda: lessen[: self.BUNDEL])
        leraar.learn_rate = 0.01
        for _ in range(self.RONDES):
            keuze.shuffle(lessen)
            for begin in range(0, len(lessen), self.BUNDEL):
                self._taal.update(lessen[begin : begin + self.BUNDEL], sgd=leraar)

    def klasse(self, vraag: str) -> str | None:
        """The class with the highest score."""
        scores: dict[str, float] = self._taal(vraag.lower()).cats
        return max(scores, key=lambda naam: scores[naam])


PEERS: dict[str, type[Peer]] = {"char_svm": LetterSvm, "bm25s": Bm25, "rapidfuzz": RapidFuzz, "spacy_bow": SpacyBow}
"""Peers by name."""
NLPJS = "nlpjs"
"""A peer in another language: `nlpjs/nlpjs.cjs` has the same two commands."""
DEELWIJZER = "deelwijzer"


def main(wat: str, naam: str, map_: Path) -> int:
    """Learn or answer."""
    if wat == "leer":
        peer = PEERS[naam]()
        peer.leer([(zin, klasse) for zin, klasse in _json(map_ / "leerstof.json")])
        (map_ / f"{naam}.model").write_bytes(pickle.dumps(peer))
        return 0
    geef = _deelwijzer() if naam == DEELWIJZER else _peer(map_ / f"{naam}.model")
    vragen = _json(map_ / "vragen.json")
    geef(vragen[0])
    print("klaar", flush=True)
    antwoorden, duren = [], []
    for vraag in vragen:
        begin = time.perf_counter()
        antwoorden.append(geef(vraag))
        duren.append((time.perf_counter() - begin) * 1000)
    uit = {"antwoorden": antwoorden, "duren_ms": duren, "rss_mb": geheugen()}
    (map_ / f"{naam}.json").write_text(json.dumps(uit, ensure_ascii=False), encoding="utf-8")
    return 0


def _peer(model: Path) -> Any:
    """A function from question to class."""
    peer: Peer = pickle.loads(model.read_bytes())
    return lambda vraag: peer.klasse(vraag["vraag"])


def _deelwijzer() -> Any:
    """A function from question to the whole answer, the privacy guard included."""
    from bot.kern import Vraag
    from bot.samenstellen import maak_kern

    kern = maak_kern()
    return lambda vraag: kern.antwoord(Vraag(vraag["vraag"], vraag.get("regio"), vraag.get("rol"))).als_json()


def _json(pad: Path) -> Any:
    return json.loads(pad.read_text(encoding="utf-8"))


def geheugen() -> float:
    """Most memory this process has had, in MB; not `getrusage`, which counts the parent's too. 0 outside Linux."""
    status = Path("/proc/self/status")
    regels = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((round(int(regel.split()[1]) / 1024, 1) for regel in regels if regel.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
