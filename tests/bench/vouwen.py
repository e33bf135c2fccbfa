"""Understanding trained on a part of its own examples and asked the rest: what it makes of wording it never saw.

Which part an example belongs to follows from its wording and a seed alone, so that another example moves no other.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
from maten import ONZEKER
from threadpoolctl import threadpool_limits

from bot.antwoord.model import Antwoordobject
from bot.kern import STANDAARD_REGIO, Kern
from bot.privacy import Poort
from bot.samenstellen import PRIVACYMAP, bekende_namen
from intents.begrijp import Begrijper, Begrip
from intents.bouwmap import BOUWMAP
from intents.kiezer import Kandidaat, Kiezer
from intents.laden import DELEN, Taal
from intents.tekst import platte_vorm
from intents.trainen import train
from intents.zinvector import Zinvectoren
from kennis.feiten import Feiten
from kennis.laden import Kennis
from kennis.model import Dimensie
from kennis.zinnen import laad_zinnen

DAG = date(2026, 11, 24)
"""A fixed day: rules change with the calendar."""
ZAAD = 1
"""Seed of the folds."""


@dataclass(frozen=True)
class Zin:
    """An example question with what is known of it."""

    tekst: str
    intent: str
    feiten: Feiten | None = None
    """What a careful reader finds; only for questions on sharing."""


@dataclass(frozen=True)
class Kort:
    """An answer in short."""

    intent: str
    soort: str
    oordeel: str | None
    vertrouwen: float


@dataclass(frozen=True)
class Uitslag:
    """What became of an example that was held back."""

    zin: Zin
    gekozen: tuple[Kandidaat, ...]
    """The likeliest intents, best first."""
    is_: Kort
    """The answer."""
    hoort: Kort
    """The answer when the example is understood as it is meant."""

    @property
    def kans(self) -> float:
        """Chance that was given to the first intent."""
        return self.gekozen[0].kans

    @property
    def teruggevraagd(self) -> bool:
        """Whether the answer only asked what was meant."""
        return self.is_.intent == ONZEKER

    @property
    def zelfde(self) -> bool:
        """Whether it is the right answer, or another that gives the same verdict."""
        zelfde_oordeel = self.hoort.oordeel is not None and self.hoort.oordeel == self.is_.oordeel
        return self.is_.intent == self.hoort.intent or zelfde_oordeel

    @property
    def oordeel_goed(self) -> bool:
        """Whether the verdict is right, as scored questions count it: none is right where none belongs."""
        return self.hoort.oordeel == self.is_.oordeel

    def bij_de_eerste(self, aantal: int) -> bool:
        """Whether the right intent is among the first few."""
        return self.zin.intent in {k.intent for k in self.gekozen[:aantal]}


class VasteVectoren(Zinvectoren):
    """Sentence vectors that were made before: encoding a thousand sentences again in each fold takes long."""

    def __init__(self, zinnen: list[str]) -> None:
        vlak = [platte_vorm(zin) for zin in zinnen]
        vectoren = self.vectoren(vlak, BOUWMAP / "zinvectoren.npz")
        self._vast = dict(zip(vlak, vectoren, strict=True))

    def vector(self, zin: str) -> npt.NDArray[np.float32]:
        """The vector of a sentence, made now when it is a new one."""
        return self._vast[zin] if zin in self._vast else super().vector(zin)


def alle_zinnen(taal: Taal) -> list[Zin]:
    """Every example."""
    return [Zin(z, intent) for intent, zinnen in taal.vragen.items() for z in zinnen] + [
        Zin(v.v, DELEN, v.feiten) for v in taal.delen
    ]


def vouw(tekst: str, aantal: int, zaad: int = ZAAD) -> int:
    """The fold of an example, from 0; the same wording is always in the same fold."""
    merk = hashlib.sha256(f"{zaad}|{platte_vorm(tekst)}".encode()).digest()
    return int.from_bytes(merk[:8], "big") % aantal


def zonder_vouw(taal: Taal, nummer: int, aantal: int) -> Taal:
    """The examples without one fold; an intent of which nothing would be left keeps nothing."""
    blijft = {i: tuple(z for z in zinnen if vouw(z, aantal) != nummer) for i, zinnen in taal.vragen.items()}
    delen = tuple(v for v in taal.delen if vouw(v.v, aantal) != nummer)
    return replace(taal, vragen={i: zinnen for i, zinnen in blijft.items() if zinnen}, delen=delen)


class Kruisproef:
    """Answers held-back examples."""

    def __init__(self, kennis: Kennis, taal: Taal, aantal: int) -> None:
        self.taal = taal
        self._kennis = kennis
        self._aantal = aantal
        self._zinnen = laad_zinnen()
        self._poort = Poort(bekende_namen(kennis), bouwmap=PRIVACYMAP)

    @cached_property
    def _vectoren(self) -> VasteVectoren:
        return VasteVectoren([zin.tekst for zin in alle_zinnen(self.taal)])

    def vouw(self, nummer: int) -> list[Uitslag]:
        """Train without a fold and answer it."""
        kern = self._kern(zonder_vouw(self.taal, nummer, self._aantal))
        buiten = [zin for zin in alle_zinnen(self.taal) if vouw(zin.tekst, self._aantal) == nummer]
        return [self._uitslag(kern, zin) for zin in buiten]

    def hele_begrijper(self) -> Begrijper:
        """Understanding as it ships."""
        return Begrijper(self._kennis, self.taal)

    def _kern(self, taal: Taal) -> Kern:
        """The whole program, trained on these examples only."""
        with threadpool_limits(1):  # on a busy machine two threads that wait for each other are twice as slow
            model = replace(train(self._kennis, taal, BOUWMAP), vectoren=self._vectoren)
        begrijper = Begrijper(self._kennis, taal, Kiezer(self._kennis, model))
        return Kern(self._kennis, self._zinnen, begrijper, self._poort, DAG)

    def _uitslag(self, kern: Kern, zin: Zin) -> Uitslag:
        regio = self._regio(zin)
        begrip = kern.begrijper.begrijp(zin.tekst, regio=regio)
        is_ = kern.antwoord_op_begrip(begrip, regio)
        hoort = kern.antwoord_op_begrip(_goud(kern.begrijper, begrip, zin), regio)
        return Uitslag(zin, begrip.alternatieven, _kort(is_), _kort(hoort))

    def _regio(self, zin: Zin) -> str:
        """Somebody asks about the own region: an answer written for a region is asked for there."""
        antwoord = self._kennis.antwoorden.get(zin.intent)
        return (antwoord.regio if antwoord else None) or STANDAARD_REGIO


def _kort(antwoord: Antwoordobject) -> Kort:
    return Kort(antwoord.intent, antwoord.soort, antwoord.oordeel, antwoord.vertrouwen)


def _goud(begrijper: Begrijper, begrip: Begrip, zin: Zin) -> Begrip:
    """The example understood as it is meant."""
    lezing = begrip.lezing
    if zin.feiten is not None:
        feiten, _ = begrijper.lezer.leid_af(zin.feiten, lezing.woorden)
        lezing = replace(lezing, feiten=feiten)
    return Begrip(zin.intent, 1.0, lezing, (Kandidaat(zin.intent, 1.0),))


@dataclass(frozen=True)
class Lezingen:
    """The facts of an example question on sharing, as a careful reader has them and as they were read."""

    hoort: dict[str, frozenset[str]]
    """Slot to concepts."""
    gelezen: dict[str, frozenset[str]]


def lees_delen(kennis: Kennis, begrijper: Begrijper) -> list[Lezingen]:
    """Read every example of sharing; words and grammar do that, which learn from no example, so none is held back."""
    wortels = frozenset(kennis.taxonomie(dim).wortel for dim in Dimensie)
    uit = []
    for voorbeeld in begrijper.taal.delen:
        lezing = begrijper.lezer.lees(voorbeeld.v)
        hoort, _ = begrijper.lezer.leid_af(voorbeeld.feiten, lezing.woorden)
        uit.append(Lezingen(_per_veld(hoort, wortels), _per_veld(lezing.feiten, wortels)))
    return uit


def _per_veld(feiten: Feiten, wortels: frozenset[str]) -> dict[str, frozenset[str]]:
    """Slot to concepts; a root ('nothing said about consent') tells no more than an empty slot."""
    return {dim.value: frozenset(feiten.waarden(dim)) - wortels for dim in Dimensie}
