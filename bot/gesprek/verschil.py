"""What a follow-up changed, in one sentence: built from the answer before and the answer after."""

from bot.antwoord.model import Antwoordobject
from bot.gesprek.vervolg import Wending
from bot.gesprek.vervolgteksten import Vervolgteksten
from kennis.laden import Kennis
from kennis.model import Dimensie, Oordeel
from kennis.zinnen import Zinnen

_BESLISSER = {("jongere",): "jongere", ("ouders",): "ouders", ("ouders", "jongere"): "samen"}
_BESLIST = {"jongere": "beslist_jongere", "ouders": "beslissen_ouders", "samen": "beslissen_samen"}
"""Names of the sentences on who decides."""
MEESTE_AANLOPEN = 2
"""Changes that are named; with more the sentence no longer reads."""


class Verschil:
    """Words for the difference between two answers."""

    def __init__(self, kennis: Kennis, zinnen: Zinnen, teksten: Vervolgteksten) -> None:
        self._kennis = kennis
        self._zinnen = zinnen
        self._teksten = teksten

    def zin(self, voor: Antwoordobject, na: Antwoordobject, aanloop: str) -> str:
        """The sentence that goes above the new answer."""
        zinnen = self._teksten.verschil
        over_toestemming = self._over_toestemming(voor, na)
        if over_toestemming is not None:
            return zinnen[over_toestemming]
        if self._telt_niet(na) and voor.oordeel == na.oordeel:
            return zinnen["weigering"]
        if self._kern(voor) == self._kern(na):
            return zinnen["niets" if na.wedervraag is None else "niets_open"]
        woorden = {"aanloop": aanloop, "voor": self._woord(voor), "na": self._woord(na)}
        erbij = self._beslisser_erbij(voor, na)
        return " ".join(deel for deel in (zinnen[self._soort(voor, na)].format(**woorden), erbij) if deel)

    def aanloop(self, wending: Wending, voor: Antwoordobject, na: Antwoordobject) -> str:
        """'Bij 17 jaar', 'Bij delen met de politie'; of what was said again only when nothing is new."""
        feiten = wending.feiten
        gezegd = [(dim, waarde) for dim in Dimensie for waarde in feiten.waarden(dim)[:1]]
        nieuw = [(d, w) for d, w in gezegd if w in _waarden(na, d) and _waarden(na, d) != _waarden(voor, d)]
        delen = [self._van_feit(dim, waarde, wending) for dim, waarde in nieuw or gezegd]
        if wending.regio is not None:
            delen.append(self._teksten.aanloop["regio"].format(waarde=self._kennis.regios[wending.regio].naam))
        eerste, *rest = delen[:MEESTE_AANLOPEN]
        if not rest:
            return eerste
        tweede = rest[0][0].lower() + rest[0][1:]
        return self._teksten.aanloop["en"].format(eerste=eerste.rstrip(","), tweede=tweede)

    def andersom(self, van: str, naar: str) -> str:
        """'Andersom, van de leerplichtambtenaar aan de school,'."""
        namen = self._kennis.taxonomie(Dimensie.VAN)
        return self._teksten.aanloop["andersom"].format(van=namen[van].naam, naar=namen[naar].naam)

    def _kern(self, antwoord: Antwoordobject) -> tuple[object, ...]:
        """What an answer says, apart from whom to ask."""
        wie = self._zinnen.wijs_door.partition("{")[0]
        return antwoord.oordeel, antwoord.wedervraag, [b for b in antwoord.tekst.split("\n\n") if not b.startswith(wie)]

    def _telt_niet(self, na: Antwoordobject) -> bool:
        """Whether consent is refused or missing where none is needed."""
        stand, nodig = na.begrepen.get("toestemming"), na.toestemming.nodig if na.toestemming else None
        geen = stand is not None and self._kennis.taxonomie(Dimensie.TOESTEMMING).is_een(str(stand), "ontbreekt")
        return geen and nodig == "nee" and na.oordeel in (Oordeel.JA, Oordeel.VERPLICHT)

    def _soort(self, voor: Antwoordobject, na: Antwoordobject) -> str:
        """Name of the sentence; when only what stands below the verdict changed, as little as that asks for."""
        soort = _soort(voor, na)
        if soort != "uitleg" or self._zichtbaar(voor)[0] != self._zichtbaar(na)[0]:
            return soort
        wie = _BESLISSER.get(na.toestemming.van) if na.toestemming and "leeftijd" in na.begrepen else None
        if na.begrepen.get("leeftijd") != voor.begrepen.get("leeftijd") and wie and na.toestemming:
            return f"soms_{wie}" if na.toestemming.nodig == "soms" else _BESLIST[wie]
        return "zelfde" if self._zichtbaar(voor) == self._zichtbaar(na) else "uitleg"

    def _zichtbaar(self, antwoord: Antwoordobject) -> list[str]:
        """The verdict with its reason, and consent."""
        hoofd, *rest = antwoord.tekst.split("\n\n")
        kop = f"**{self._zinnen.kopjes['toestemming']}:**"
        return [hoofd, *(blok for blok in rest if blok.startswith(kop))]

    def _over_toestemming(self, voor: Antwoordobject, na: Antwoordobject) -> str | None:
        """Name of the sentence when under 'only with consent' the state of consent is what changed."""
        stand = na.begrepen.get("toestemming")
        blijft = voor.oordeel == na.oordeel == Oordeel.TOESTEMMING
        if not blijft or stand is None or stand == voor.begrepen.get("toestemming"):
            return None
        if stand in ("mondeling", "stilzwijgend"):
            return str(stand)
        if self._kennis.taxonomie(Dimensie.TOESTEMMING).is_een(stand, "ontbreekt"):
            return "zonder_toestemming"
        return "met_toestemming" if stand == "gegeven" else None

    def _van_feit(self, dim: Dimensie, waarde: str, wending: Wending) -> str:
        if dim is Dimensie.LEEFTIJD and wending.jaren is not None:
            return self._teksten.aanloop["jaren"].format(waarde=wending.jaren)
        if waarde in self._teksten.zinsdeel:
            return self._teksten.zinsdeel[waarde]
        return self._teksten.aanloop[dim.value].format(waarde=self._kennis.taxonomie(dim)[waarde].naam)

    def _woord(self, antwoord: Antwoordobject) -> str:
        return self._zinnen.oordelen[Oordeel(antwoord.oordeel)].woord if antwoord.oordeel else ""

    def _beslisser_erbij(self, voor: Antwoordobject, na: Antwoordobject) -> str | None:
        """Who decides, when that changed along with the verdict."""
        wie = _beslisser(na)
        if voor.oordeel == na.oordeel or wie in (None, "leeftijd", _beslisser(voor)):
            return None
        return self._teksten.verschil[f"ook_{wie}"]


def _soort(voor: Antwoordobject, na: Antwoordobject) -> str:
    """Name of the sentence that tells the most important change."""
    if na.oordeel is None:
        return {"wedervraag": "nu_een_vraag", "onbekend": "nu_onbekend"}.get(na.soort, "antwoord")
    if na.oordeel != voor.oordeel:
        return "oordeel" if voor.oordeel else "nu_een_oordeel"
    wie, eerst = _beslisser(na), _beslisser(voor)
    if wie not in (None, "leeftijd", eerst):
        return _BESLIST[str(wie)]
    return _soort_zelfde_beslisser(voor, na)


def _soort_zelfde_beslisser(voor: Antwoordobject, na: Antwoordobject) -> str:
    nodig = na.toestemming.nodig if na.toestemming else "nee"
    if nodig != (voor.toestemming.nodig if voor.toestemming else "nee"):
        return {"ja": "toestemming_wel", "nee": "toestemming_niet", "soms": "toestemming_soms"}[nodig]
    return "grondslag" if {g.id for g in na.grondslagen} != {g.id for g in voor.grondslagen} else "uitleg"


def _beslisser(antwoord: Antwoordobject) -> str | None:
    """Who decides on consent, when it is needed; 'leeftijd' while that is not known."""
    toestemming = antwoord.toestemming
    if toestemming is None or toestemming.nodig != "ja":
        return None
    wie = _BESLISSER.get(toestemming.van)
    return "leeftijd" if wie == "samen" and "leeftijd" not in antwoord.begrepen else wie


def _waarden(antwoord: Antwoordobject, dim: Dimensie) -> list[object]:
    """What was understood of one dimension."""
    waarde = antwoord.begrepen.get(dim.value)
    return list(waarde) if isinstance(waarde, list | tuple) else [waarde]
