"""Cases: from a source, or made from a template. The rules judge; a case on which they are silent is not asked.

A case is named by a short key, so that a conversation can hold it without its text: `v:mbo-3` is one from a source,
`s:hulp-wie:17` the seventeenth combination of a template.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod

from kennis.feiten import MEERVOUDIG, Feiten
from kennis.laden import Kennis
from kennis.leren.model import NIETS, Casus, Leeroptie, Sjabloon
from kennis.leren.opties import feiten_van, oordeel_opties, wie_opties
from kennis.leren.teksten import Leerteksten
from kennis.model import Dimensie, Oordeel
from kennis.uitkomst import Rekenaar, Uitkomst

VAST, GEMAAKT = "v", "s"
_LOS_LEESTEKEN = re.compile(r"\s+([.,?])")
GEWOON = frozenset({Dimensie.VAN, Dimensie.NAAR, Dimensie.GEGEVENS, Dimensie.OVERLEG})
"""What every case names; anything else is a detail that can turn the verdict."""
AFLEIDERS: Mapping[Oordeel, tuple[Oordeel, Oordeel, Oordeel]] = {
    Oordeel.VERPLICHT: (Oordeel.JA, Oordeel.TOESTEMMING, Oordeel.ANONIEM),
    Oordeel.JA: (Oordeel.TOESTEMMING, Oordeel.ANONIEM, Oordeel.NEE),
    Oordeel.TOESTEMMING: (Oordeel.JA, Oordeel.NEE, Oordeel.VERPLICHT),
    Oordeel.ANONIEM: (Oordeel.JA, Oordeel.TOESTEMMING, Oordeel.VERPLICHT),
    Oordeel.AFWEGING: (Oordeel.JA, Oordeel.NEE, Oordeel.VERPLICHT),
    Oordeel.NEE: (Oordeel.JA, Oordeel.AFWEGING, Oordeel.VERPLICHT),
}
"""Wrong verdicts that are plainly wrong beside the right one: 'no' beside 'only without a name' would be right too."""

AFLEIDERS_GETOOND = 2


@dataclass(frozen=True)
class Gesteld:
    """A case as it is asked."""

    sleutel: str
    titel: str
    """Empty for one that was made."""
    tekst: str
    feiten: Feiten
    wie: bool
    les: str
    bronnen: tuple[str, ...]
    """Only for one from a source; else the deciding rule has them."""


def aantal(sjabloon: Sjabloon) -> int:
    """How many combinations a template has."""
    return prod(len(waarden) for waarden in sjabloon.vul.values())


def casus_met(kennis: Kennis, sleutel: str) -> Gesteld | None:
    """The case with this key, or None when the knowledge no longer has it."""
    soort, _, rest = sleutel.partition(":")
    if soort == VAST:
        vast = kennis.leren.casussen.get(rest)
        return uit_bron(vast) if vast else None
    naam, _, nr = rest.partition(":")
    sjabloon = kennis.leren.sjablonen.get(naam)
    if sjabloon is None or not nr.isdecimal() or int(nr) >= aantal(sjabloon):
        return None
    return uit_sjabloon(kennis, sjabloon, int(nr))


def uit_bron(casus: Casus) -> Gesteld:
    """A case from a source."""
    feiten = feiten_van(casus.feiten)
    return Gesteld(f"{VAST}:{casus.id}", casus.titel, casus.tekst, feiten, False, casus.les, casus.bronnen)


def uit_sjabloon(kennis: Kennis, sjabloon: Sjabloon, nr: int) -> Gesteld:
    """One combination of a template, counted from 0."""
    gekozen: dict[Dimensie, str] = {}
    rest = nr
    for dim, waarden in sjabloon.vul.items():
        rest, plaats = divmod(rest, len(waarden))
        gekozen[dim] = list(waarden)[plaats]
    woorden = {d.value: _zegswijze(kennis, sjabloon, d, w) for d, w in gekozen.items()}
    zin = _LOS_LEESTEKEN.sub(r"\1", " ".join(sjabloon.tekst.format(**woorden).split()))
    feiten = _feiten(sjabloon, {d: w for d, w in gekozen.items() if w != NIETS})
    sleutel = f"{GEMAAKT}:{sjabloon.id}:{nr}"
    return Gesteld(sleutel, "", zin[0].upper() + zin[1:], feiten, sjabloon.wie, sjabloon.les, ())


def _zegswijze(kennis: Kennis, sjabloon: Sjabloon, dim: Dimensie, waarde: str) -> str:
    woorden = sjabloon.vul[dim][waarde]
    if woorden is not None:
        return woorden
    return "" if waarde == NIETS else kennis.taxonomie(dim)[waarde].naam


def _feiten(sjabloon: Sjabloon, gekozen: Mapping[Dimensie, str]) -> Feiten:
    velden = {d.value: (w,) if d in MEERVOUDIG else w for d, w in gekozen.items()}
    return feiten_van(sjabloon.vast).aangevuld(Feiten(**velden))  # type: ignore[arg-type]


def oordeel_over(rekenaar: Rekenaar, kennis: Kennis, casus: Gesteld) -> Uitkomst | None:
    """The outcome, or None when the case is no good: no rule is about it, or more than one answer would do."""
    uitkomst = rekenaar.uitkomst(casus.feiten)
    regel = uitkomst.besluit.regel
    dimensies = regel.als.per_dimensie().keys()
    if regel.rang < 0 or not dimensies & {Dimensie.VAN, Dimensie.NAAR, Dimensie.GEGEVENS} or regel.dan.niet_geregeld:
        return None
    if casus.wie:
        return uitkomst if uitkomst.wie else None
    geweigerd = uitkomst.oordeel is Oordeel.TOESTEMMING and _is_geweigerd(kennis, casus.feiten)
    return uitkomst if uitkomst.oordeel in AFLEIDERS and not geweigerd else None


def _is_geweigerd(kennis: Kennis, feiten: Feiten) -> bool:
    """Whether someone said no, or nothing: then 'only with consent' and 'no' would both be right."""
    return feiten.toestemming in {"geweigerd", "ingetrokken", "stilzwijgend"}


def opties_bij(casus: Gesteld, uitkomst: Uitkomst, teksten: Leerteksten, worp: int) -> tuple[Leeroptie, ...]:
    """Three options; `worp` settles which wrong ones."""
    if casus.wie:
        return wie_opties(teksten)
    assert uitkomst.oordeel is not None
    mogelijk = [o for o in AFLEIDERS[uitkomst.oordeel] if o is not Oordeel.TOESTEMMING or not _soms(uitkomst)]
    if len(mogelijk) > AFLEIDERS_GETOOND:
        mogelijk.pop(worp % len(mogelijk))
    return oordeel_opties((uitkomst.oordeel, *mogelijk), teksten)


def _soms(uitkomst: Uitkomst) -> bool:
    """Whether a region asks for consent beside the verdict: then 'only with consent' would be half right."""
    toestemming = uitkomst.besluit.regel.dan.toestemming
    return toestemming is not None and toestemming.nodig != "nee"


def zwaarte(rekenaar: Rekenaar, casus: Gesteld, uitkomst: Uitkomst) -> int:
    """How hard a case is, from 1 to 3: details are named, details turn the verdict, an exception decides."""
    details = [d for d in Dimensie if d not in GEWOON and casus.feiten.waarden(d)]
    keert = any(_zonder(rekenaar, casus.feiten, d).oordeel is not uitkomst.oordeel for d in details)
    return 1 + (len(details) > 1 or casus.wie) + (keert or uitkomst.besluit.regel.rang > 0)


def _zonder(rekenaar: Rekenaar, feiten: Feiten, dim: Dimensie) -> Uitkomst:
    rest = {d.value: getattr(feiten, d.value) for d in Dimensie if d is not dim}
    return rekenaar.uitkomst(Feiten(**rest))


def alle(kennis: Kennis, sjabloon: Sjabloon) -> Iterator[Gesteld]:
    """Every combination of a template."""
    return (uit_sjabloon(kennis, sjabloon, nr) for nr in range(aantal(sjabloon)))
