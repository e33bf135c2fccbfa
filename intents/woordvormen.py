"""One key for all forms of a word: plural, diminutive, conjugation.

Threat: a name that slipped past the guard must not stay in memory. So nothing that was looked up is kept; only the
words of our own lists and examples have their key at hand, in a table that set-up makes.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

from intents.bouwmap import BOUWMAP

NL = "nl"
_WOORDENBOEK = TrieDictionaryFactory(disk_cache_dir=str(BOUWMAP / "woordvormen"))
"""Mapped from a file that set-up makes: it starts at once, where the plain dictionary takes most of a second."""
_OPZOEKEN = DictionaryLookupStrategy(_WOORDENBOEK)
_LEMMA = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_WOORDENBOEK), cache_max_size=0)

_VERKLEIN = (("etje", ""), ("tje", ""), ("pje", ""), ("kje", "g"), ("je", ""))
_KORTSTE_STAM = 4
"""Letters a stem keeps at least: shorter words carry endings that belong to them."""
_EIGEN_VORM = re.compile(r"^[a-z]+'[a-z]+$|\d")
"""Abbreviations such as ib'er and words with digits are never bent."""
_TELWOORDEN = frozenset({"drie", "derde", "derden", "eerste", "tweede", "twee", "vier", "vierde"})
"""Numbers: 'drie weken' has nothing to do with 'een derde'."""
_DEELWOORD = re.compile(r"^(?:[a-z]{2,5})?ge[a-z]{3,}[dt]$|^(?:[a-z]{2,5})?ge[a-z]{3,}en$")
"""Participles stay apart from their verb: 'gemeld' tells that something was done, 'melden' that it may be."""


def sleutel(vorm: str) -> str:
    """The key under which a word is looked up; the same for all its forms."""
    bekend = _tabel().get(vorm)
    return _sleutel(vorm) if bekend is None else bekend[0]


def bestaat(vorm: str) -> bool:
    """Whether Dutch knows the word; such a word is never taken for a typing error."""
    bekend = _tabel().get(vorm)
    return _bestaat(vorm) if bekend is None else bekend[1]


def maak_tabel(woorden: Iterable[str]) -> None:
    """Work out the keys of these words once and for all; words outside the table are worked out when asked."""
    tabel = {woord: (_sleutel(woord), _bestaat(woord)) for woord in sorted(set(woorden))}
    bestand = _tabelbestand()
    half = bestand.with_suffix(f".{os.getpid()}.half")
    half.write_text(json.dumps(tabel), encoding="utf-8")
    half.replace(bestand)
    _tabel.cache_clear()


@cache
def _tabel() -> dict[str, tuple[str, bool]]:
    bestand = _tabelbestand()
    return json.loads(bestand.read_text(encoding="utf-8")) if bestand.exists() else {}


def _tabelbestand() -> Path:
    """Named after all that the keys depend on, so that a table of other code is never read."""
    merk = hashlib.sha256(Path(__file__).read_bytes() + version("simplemma").encode()).hexdigest()[:12]
    return BOUWMAP / "woordvormen" / f"sleutels-{merk}.json"


def _sleutel(vorm: str) -> str:
    vorm = vorm.removesuffix("'s")
    if len(vorm) < _KORTSTE_STAM or vorm in _TELWOORDEN or _EIGEN_VORM.search(vorm):
        return vorm
    for uitgang in ("tjes", "pjes", "jes"):
        if vorm.endswith(uitgang) and len(vorm) - len(uitgang) >= _KORTSTE_STAM:
            vorm = vorm[:-1]
            break
    for uitgang, terug in _VERKLEIN:
        stam = vorm.removesuffix(uitgang) + terug
        if vorm.endswith(uitgang) and len(stam) >= _KORTSTE_STAM and _bestaat(stam):
            vorm = stam
            break
    if _DEELWOORD.match(vorm):
        return vorm
    lemma = _LEMMA.lemmatize(vorm, NL).casefold()
    if lemma == vorm and not _bestaat(vorm):
        lemma = _zonder_meervoud(vorm)
    return lemma.replace("ë", "e").replace("ï", "i").replace("é", "e").replace("ö", "o")


def _zonder_meervoud(vorm: str) -> str:
    """A plural the dictionary does not know, such as a compound: leerplichtambtenaren, trajectbegeleiders."""
    if vorm.endswith("en") and len(vorm) > _KORTSTE_STAM + 2:
        stam = vorm[:-2]
        if stam[-1] == stam[-2]:
            return stam[:-1]
        if re.search(r"[^aeiou][aeiou][bcdfghjklmnpqrstvwxz]$", stam):
            return stam[:-1] + stam[-2] + stam[-1] if stam[-2] in "aeou" and stam[-1] not in "v" else stam
        return stam
    if vorm.endswith("s") and len(vorm) > _KORTSTE_STAM + 1 and not vorm.endswith("ss"):
        return vorm[:-1]
    return vorm


def _bestaat(vorm: str) -> bool:
    return _OPZOEKEN.get_lemma(vorm, NL) is not None
