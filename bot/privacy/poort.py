"""The door of every channel: raw text in, a question free of personal data out. Raw text is kept nowhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from bot.privacy.adressen import adressen, woonplaats
from bot.privacy.datums import geboortedata
from bot.privacy.fouten import Privacyfout
from bot.privacy.kortgeheugen import Kortgeheugen
from bot.privacy.lijsten import Lijsten, standaardmap
from bot.privacy.motor import Naammotor
from bot.privacy.namen import Namenzoeker
from bot.privacy.patronen import vaste_vormen
from bot.privacy.ruw import RuweTekst, als_ruw
from bot.privacy.soorten import Gezuiverd, Soort, Vondst
from bot.privacy.tekens import Kennis
from bot.privacy.vervang import naamvondst, vervang, zonder_overlap

MAXIMUM = 20_000
_RONDES = 6
_MASKER = "\x1f"
_ENIGE = re.compile(
    r"\b(?:de|het|onze|ons) enige (?:\w+ ){0,3}?(?P<k>leerling|kind|jongen|meisje|gezin|student"
    r"|peuter|moeder|vader)(?P<r>(?: \w+){0,3}? (?:uit|in|op|van) "
    r"(?:de |het |onze |ons )?(?:groep \w+|klas \w+|\d\w?|dorp|wijk|straat|school|[A-Z][\w-]+))",
    re.I,
)


def _schoon(ruw: str) -> str:
    """One form for every text: no control, zero-width or direction marks, one kind of space, capped length."""
    tekst = _kap_af(ruw)
    if not (tekst.isascii() and tekst.isprintable()):
        tekst = "".join(_teken(c) for c in _kap_af(unicodedata.normalize("NFKC", tekst)))
    return re.sub(r" ?\n[ \n]*", "\n", re.sub(r"[^\S\n]+", " ", tekst)).strip()


def _teken(c: str) -> str:
    soort = unicodedata.category(c)
    if c in "\n\r\t\v\f":
        return "\n" if c in "\n\r" else " "
    if soort in ("Cf", "Cs", "Co", "Cn") or 0xFE00 <= ord(c) <= 0xFE0F:
        return ""
    return " " if soort in ("Cc", "Zs", "Zl", "Zp") else c


def _kap_af(ruw: str) -> str:
    """Everything past the maximum goes, and with it a word or number that is cut in two."""
    if len(ruw) <= MAXIMUM:
        return ruw
    deel = ruw[:MAXIMUM].rsplit(None, 1)
    return re.sub(r"[\d .+()/-]{1,40}$", "", deel[0]) if len(deel) > 1 else ""


class Poortfout(Privacyfout):
    """Cleaning failed; names the kind of error only, never the text, and carries no chain of errors that could."""

    def __init__(self, soort: str) -> None:
        super().__init__(f"De vraag kon niet worden gezuiverd ({soort}).")


class Poort:
    """Takes personal data out of questions.

    `bekend` are names that are no person (organisations, places, terms), `vandaag` tells the date for ages,
    `bouwmap` is where set-up (`python -m bot.privacy.bouw`) left its lists.
    """

    def __init__(
        self, bekend: Iterable[str] = (), vandaag: Callable[[], date] = date.today, bouwmap: Path | None = None
    ) -> None:
        map_ = bouwmap or standaardmap()
        self._vandaag = vandaag
        self._kennis = Kennis(Lijsten.lees(map_), bekend)
        self._namen = Namenzoeker(self._kennis, Naammotor(map_))
        self._zonder_vondst: Kortgeheugen[bool] = Kortgeheugen()

    def zuiver(self, ruw: str | RuweTekst) -> Gezuiverd:
        """Clean a question. When that fails, the error says nothing about the text."""
        try:
            return self._zuiver(als_ruw(ruw).onthul())
        except Exception as fout:
            soort = type(fout).__name__
        raise Poortfout(soort)

    def _zuiver(self, ruw: str) -> Gezuiverd:
        """Repeats until nothing is left to find, so the outcome is stable."""
        tekst = _schoon(ruw)
        if self._zonder_vondst.zoek(tekst):
            return Gezuiverd(tekst, ())
        soorten: list[Soort] = []
        for _ in range(_RONDES):
            vondsten = self._vind(tekst)
            if not vondsten:
                if not soorten:
                    self._zonder_vondst.zet(True, tekst)
                return Gezuiverd(tekst, tuple(dict.fromkeys(soorten)))
            soorten += [v.soort for v in vondsten]
            tekst = _schoon(vervang(tekst, vondsten))
        return Gezuiverd("", tuple(dict.fromkeys(soorten)))

    def _vind(self, tekst: str) -> list[Vondst]:
        vast = zonder_overlap([*vaste_vormen(tekst), *adressen(tekst)])
        vast += self._plaatsen(tekst, vast)
        masker = _maskeer(tekst, vast)
        tekens, namen = self._namen.zoek(masker)
        persoon = [naamvondst(masker, tekens, n) for n in namen]
        einden = [tekens[n.tot - 1].eind for n in namen]
        datums = list(geboortedata(masker, einden, self._vandaag()))
        return zonder_overlap([*vast, *datums, *persoon, *_combinaties(masker)])

    def _plaatsen(self, tekst: str, vast: list[Vondst]) -> Iterator[Vondst]:
        """A place right behind an address or postcode goes too, unless it is a place the knowledge knows."""
        for v in [v for v in vast if v.soort in (Soort.ADRES, Soort.POSTCODE)]:
            m = woonplaats(tekst, v.eind)
            if m and any(t.plaats and not t.beschermd for t in self._kennis.tekens(m.group("p"))[:1]):
                yield Vondst(v.eind, m.end(), v.soort, "")


def _maskeer(tekst: str, vondsten: Iterable[Vondst]) -> str:
    """Blank out what is found already, keeping all positions."""
    for v in vondsten:
        tekst = tekst[: v.begin] + _MASKER * (v.eind - v.begin) + tekst[v.eind :]
    return tekst


def _combinaties(tekst: str) -> Iterator[Vondst]:
    """ "the only Syrian girl in class 6": no name, and still one person."""
    for m in _ENIGE.finditer(tekst):
        yield Vondst(m.start(), m.end(), Soort.COMBINATIE, f"een {m.group('k').lower()}")
