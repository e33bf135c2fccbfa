"""Read amounts: so many hours of absence are another kind of data than fewer."""

import re

from intents.leeftijd import GETAL
from intents.model import Maat, Maten
from intents.tekst import Woord


def met_maten(zin: tuple[Woord, ...], gegevens: tuple[str, ...], maten: Maten) -> tuple[str, ...]:
    """The data ids, with those that follow from amounts in front and those they exclude left out."""
    tekst = " " + " ".join(GETAL.get(w.vorm, w.vorm) for w in zin) + " "
    for maat in maten.maten:
        soort = _soort(tekst, gegevens, maat, maten.minder)
        if soort is not None:
            gegevens = (soort, *(g for g in gegevens if g not in (soort, maat.vanaf, maat.onder)))
    return gegevens


def _soort(tekst: str, gegevens: tuple[str, ...], maat: Maat, minder: tuple[str, ...]) -> str | None:
    if not set(gegevens) & set(maat.naast) and not _bevat(tekst, maat.woorden):
        return None
    if maat.alleen_bij and not _bevat(tekst, maat.alleen_bij):
        return None
    eenheid = "|".join(re.escape(e) for e in sorted(maat.eenheid, key=len, reverse=True))
    treffers = list(re.finditer(rf"\b(\d{{1,3}})\s?\+?\s?(?:{eenheid})\b", tekst))
    if not treffers:
        return None
    treffer = max(treffers, key=lambda t: int(t.group(1)))
    aantal = int(treffer.group(1))
    if aantal < maat.grens and maat.vanaf in gegevens:
        return maat.vanaf
    voor = tekst[: treffer.start()].rstrip()
    ontkend = aantal == maat.grens and (
        any(voor.endswith(m) for m in minder) or " niet " in tekst[treffer.end() : treffer.end() + 12]
    )
    return maat.vanaf if aantal >= maat.grens and not ontkend else maat.onder


def _bevat(tekst: str, woorden: tuple[str, ...]) -> bool:
    return any(f" {w} " in tekst for w in woorden)
