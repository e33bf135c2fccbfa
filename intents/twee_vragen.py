"""Two questions in one message: find where the second begins, in words and punctuation alone."""

import re
from functools import lru_cache
from typing import NamedTuple

from kennis.model import Model

KORTSTE_EERSTE, KORTSTE_TWEEDE = 3, 2
"""Words a part must have to be a question of its own."""
_NUMMERING = re.compile(r"(?:^|\s)[12][.)]\s+")


class Signalen(Model):
    """Words that show a second question."""

    verbindingen: tuple[str, ...]
    werkwoorden: tuple[str, ...]
    vraagwoorden: tuple[str, ...]
    geen_vraag_voor: tuple[str, ...]
    los_begin: tuple[str, ...]


class _Patronen(NamedTuple):
    verbinding: re.Pattern[str]
    """Between two questions of one sentence."""
    tweede: re.Pattern[str]
    """How a question after a question mark begins."""
    vraag: re.Pattern[str]
    """A sentence, or a clause of it, that asks."""
    begin: re.Pattern[str]
    """How a question begins."""
    aangehaald: re.Pattern[str]
    """A question of somebody else that is quoted: 'leerplicht belt: waarom is hij ziek?'."""


@lru_cache(maxsize=4)
def _patronen(s: Signalen) -> _Patronen:
    niet = rf"(?!\s+(?:{_een_van(s.geen_vraag_voor)})\b)"
    begin = rf"(?:(?:{_een_van(s.werkwoorden)})\b|(?:{_een_van(s.vraagwoorden)})\b{niet})"
    joint = _een_van(s.verbindingen)
    return _Patronen(
        re.compile(rf"[,;:.]?\s(?:{joint})[,:]?\s+(?={begin})", re.IGNORECASE),
        re.compile(rf"(?:(?:{joint})[,:]?\s+)?{begin}|(?:{_een_van(s.los_begin)})\b", re.IGNORECASE),
        re.compile(rf"(?:^|[.,:;?!]\s|\ben\s|\s)(?:{begin}|is\b|zijn\b|hebben?\b)", re.IGNORECASE),
        re.compile(begin, re.IGNORECASE),
        re.compile(rf":\s*(?:{_een_van(s.vraagwoorden)})", re.IGNORECASE),
    )


def _een_van(woorden: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(woorden, key=len, reverse=True))


def begint_als_vraag(tekst: str, signalen: Signalen) -> bool:
    """Whether a text opens with a question of its own: 'mag ik', 'hoe lang'."""
    return _patronen(signalen).begin.match(tekst) is not None


def deelvragen(tekst: str, signalen: Signalen) -> tuple[str, str] | None:
    """The two questions of a message; None when it holds one, or more than two."""
    p = _patronen(signalen)
    kaal = _NUMMERING.sub(" ", tekst).strip()
    stukken = [stuk.strip() for stuk in re.split(r"(?<=\?)\s+", kaal) if stuk.strip()]
    delen = (
        _na_vraagteken(stukken[0], stukken[1], p)
        if len(stukken) == 2
        else _in_een_zin(kaal, p)
        if len(stukken) == 1
        else None
    )
    if delen is None or p.aangehaald.search(delen[0]):
        return None
    if len(delen[0].split()) < KORTSTE_EERSTE or len(delen[1].split()) < KORTSTE_TWEEDE:
        return None
    return delen


def _na_vraagteken(eerste: str, tweede: str, p: _Patronen) -> tuple[str, str] | None:
    return (eerste, tweede) if tweede.endswith("?") or p.tweede.match(tweede) else None


def _in_een_zin(tekst: str, p: _Patronen) -> tuple[str, str] | None:
    """Two questions joined in the last sentence."""
    begin = max((m.end() for m in re.finditer(r"[.!]\s+", tekst[:-1])), default=0)
    treffers = list(p.verbinding.finditer(tekst, begin))
    if len(treffers) != 1 or not p.vraag.search(tekst[begin : treffers[0].start()]):
        return None
    return tekst[: treffers[0].start()], tekst[treffers[0].end() :]
