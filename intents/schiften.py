"""Sift mentions: a word that names a concept does not always mean it ('voor de derde keer', 'waar hij zat')."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from intents.model import Grammatica
from intents.partijen import GEZIN, OUDERS
from intents.tekst import VOEGWOORDEN, WIJ, Woord
from intents.woordenboek import Begripnaam, Vermelding
from intents.woordkennis import VOORZETSELS
from kennis.taxonomie import VERGADERING, Taxonomie

_VOOR_OVERLEG = frozenset(
    "het t ons een dit in naar bij uit voor via tijdens van vanuit ieder elk na volgende vorige".split()
)
"""Before an abbreviated meeting; anything else makes 'zat' the past tense of 'zitten'."""
_NEE = frozenset({"geen", "niet", "nooit", "zonder", "niks", "niets", "nergens"})
_GEGEVEN, _ONTBREEKT, _ONGEZEGD = (Begripnaam("toestemming", t) for t in ("gegeven", "ontbreekt", "toestemming"))
_VERLOF, _GEEN_VERLOF = (Begripnaam("gegevens", g) for g in ("verzuim.geoorloofd", "verzuim.luxe"))
_ZONDER_IEMAND = frozenset({"buiten", "zonder"})
"""'Als mentor buiten ouders om': how it is done, and no doing of the party before it."""
_ANDER_ONDERWERP = VOEGWOORDEN | WIJ | frozenset("als wanneer omdat terwijl indien zodra nu dat die want".split())
"""After one of these somebody else does what follows: 'mag ik delen als ouders weigeren'."""
_MET, _ZONDER = (Begripnaam("leerling", t) for t in ("extra_ondersteuning", "geen_ondersteuning"))
"""Pairs of which a denial makes one into the other."""
_GEEN_GEGEVEN = frozenset({_MET, Begripnaam("overleg", "eigen_gebruik")})
_ZIEK = ("meldt", "zich")
LANGSTE_RIJ = 5
"""Words before the second of a row: 'zonder arrangement of andere'."""
VERSTE_DREIGEMENT = 5
"""Words before a party in which it may show to be a threat."""
_UIT_OVERLEG, _ONVEILIG = "uit_casusoverleg", "beveiliging"


@dataclass(frozen=True)
class _Omgeving:
    """What other mentions in the sentence say about one."""

    tafels: frozenset[int]
    """Places of words that name a meeting."""
    elders: frozenset[int]
    """Places of words on consent or on what was said at a meeting before."""
    geen_gegeven: frozenset[int]
    """Places of words for the pupil ('met een arrangement') or the own system ('in het lvs'): not what is shared."""
    anderen: tuple[Vermelding, ...]
    """Subjects that are no family."""


def _staat_achter(zin: Sequence[Woord], partij: Vermelding, v: Vermelding) -> bool:
    tussen = zin[partij.eind : v.begin]
    dichtbij = 0 <= v.begin - partij.eind <= 1
    return dichtbij and not any(w.is_leesteken or w.vorm in VOEGWOORDEN for w in tussen)


class Schifter:
    """Sifts; holds no state between questions."""

    def __init__(self, grammatica: Grammatica, overleg: Taxonomie, partijen: Taxonomie) -> None:
        self._s = grammatica.schiften
        self._bericht = grammatica.verzoek.bericht
        self._overleg = overleg
        self._partijen = partijen

    def schift(self, vermeldingen: Sequence[Vermelding], zin: Sequence[Woord]) -> tuple[Vermelding, ...]:
        """The mentions that count, in order."""
        om = self._omgeving(vermeldingen, zin)
        telt = (v for v in vermeldingen if self._telt(zin, v, om))
        wissel = (self._zonder_verlof, self._zonder_ondersteuning, self._niet_gegeven)
        return tuple(reduce(lambda v, doe: doe(zin, v), wissel, v) for v in telt)

    def _omgeving(self, vermeldingen: Sequence[Vermelding], zin: Sequence[Woord]) -> "_Omgeving":
        return _Omgeving(
            tafels=_plekken(v for v in vermeldingen if self._is_tafel(v)),
            elders=_plekken(v for v in vermeldingen if self._zegt_iets_anders(zin, v)),
            geen_gegeven=_plekken(v for v in vermeldingen if v.naam in _GEEN_GEGEVEN and v.eind > v.begin + 1),
            anderen=tuple(v for v in vermeldingen if self._is_ander(zin, v)),
        )

    def _telt(self, zin: Sequence[Woord], v: Vermelding, om: "_Omgeving") -> bool:
        """Whether a mention counts, given the others in the sentence."""
        match v.naam.taxonomie:
            case "gegevens":
                return v.begin not in om.geen_gegeven and self._is_gegeven(zin, v)
            case "partijen":
                return v.begin not in om.tafels and self._is_partij(zin, v) and not self._is_dreigement(zin, v)
            case "overleg":
                return om.elders.isdisjoint(range(v.begin, v.eind)) and self._is_overleg(zin, v)
            case "situatie":
                return self._speelt(zin, v) and self._speelt_naast(zin, v, om)
            case "toestemming":
                return not self._eigen_houding(zin, v) and not self._doet_een_ander(zin, v, om)
        return True

    def _speelt_naast(self, zin: Sequence[Woord], v: Vermelding, om: "_Omgeving") -> bool:
        """'Alle kinderen in beeld' is no list, an e-mail with consent sends no data, 'school weet het niet' is fine."""
        match v.naam.begrip:
            case "lijst":
                return v.begin not in om.tafels
            case "beveiliging":
                return om.elders.isdisjoint(range(v.begin, v.eind))
        return not self._doet_een_ander(zin, v, om)

    def _doet_een_ander(self, zin: Sequence[Woord], v: Vermelding, om: "_Omgeving") -> bool:
        """'De huisarts zegt niets', 'school weet het niet': said right after a party, it is that party's own doing."""
        doet_iets = v.naam.begrip in self._s.iemands_doen and zin[v.begin].vorm not in _ZONDER_IEMAND
        return doet_iets and any(_staat_achter(zin, p, v) for p in om.anderen)

    def _is_tafel(self, v: Vermelding) -> bool:
        """Whether it is a meeting; the wording of another way of sharing may hold a party: 'gaat naar het roc'."""
        return v.naam.taxonomie == self._overleg.naam and self._overleg.is_een(v.naam.begrip, VERGADERING)

    def _zegt_iets_anders(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """'Wat er in het MDO gezegd is', 'telefonisch akkoord': the meeting or call is not where it is shared."""
        return v.naam.taxonomie == "toestemming" or (v.naam.begrip == _UIT_OVERLEG and self._speelt(zin, v))

    def _is_overleg(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """Whether it is shared there: 'zat' may be a verb, 'meldt zich' is no report, 'na het ZAT' is elsewhere."""
        vorm, volgende = _vorm(zin, v.begin), _vorm(zin, v.eind)
        if (vorm == "zat" and v.eind == v.begin + 1 and not _is_zat(zin, v.begin)) or (vorm, volgende) == _ZIEK:
            return False
        return not self._is_tafel(v) or "na" not in {_vorm(zin, v.begin - 1), _vorm(zin, v.begin - 2)}

    def _is_gegeven(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """Whether the data are meant; of some the name itself holds a denial."""
        if v.naam.begrip in self._s.ontkend_is_het:
            return not _hoeft_niet(zin, v)
        return zin[v.begin].vorm not in self._s.geen_gegeven and not self._ontkend(zin, v.begin)

    def _niet_gegeven(self, zin: Sequence[Woord], v: Vermelding) -> Vermelding:
        """'Gaven nooit toestemming', 'zonder dat zij tekenden', 'is instemming vereist': a yes that was not said."""
        if v.naam == _ONTBREEKT and _hoeft_niet(zin, v):
            return replace(v, naam=_ONGEZEGD)
        if v.naam != _GEGEVEN:
            return v
        voor = _deelzin_voor(zin, v.begin)
        eigen = {w.vorm for w in zin[v.begin : v.eind]}
        if "zonder" in voor or _NEE & {*voor[-2:], *eigen}:
            return replace(v, naam=_ONTBREEKT)
        if any(w.vorm in self._s.nodig for w in zin if w.zin == zin[v.begin].zin):
            return replace(v, naam=_ONGEZEGD)
        return v

    def _zonder_verlof(self, zin: Sequence[Woord], v: Vermelding) -> Vermelding:
        """'Het verlof werd afgewezen': who goes all the same has no leave."""
        if v.naam != _VERLOF or not zin[v.begin].vorm.startswith("verlof"):
            return v
        geweigerd = any(w.vorm in self._s.verlof_geweigerd for w in zin if w.zin == zin[v.begin].zin)
        return replace(v, naam=_GEEN_VERLOF) if geweigerd else v

    def _zonder_ondersteuning(self, zin: Sequence[Woord], v: Vermelding) -> Vermelding:
        """'Zonder zorgvraag' is a pupil without extra support."""
        return replace(v, naam=_ZONDER) if v.naam == _MET and self._ontkend(zin, v.begin) else v

    def _ontkend(self, zin: Sequence[Woord], begin: int) -> bool:
        """Whether the words right before deny what follows."""
        voor = [w.vorm for w in zin[max(0, begin - 2) : begin]]
        if _in_rij_ontkend(zin, begin):
            return True
        if voor and voor[-1] in self._s.bijvoeglijk:
            voor = voor[:-1]
        return bool(voor) and (
            voor[-1] in ("geen", "zonder") or voor in (["niet", "om"], ["niet", "over"], ["niks", "over"])
        )

    def _is_partij(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        vorm = zin[v.begin].vorm
        if v.eind > v.begin + 1:
            return True
        if v.naam.begrip == OUDERS and vorm in self._s.geen_ouder:
            return (
                vorm == "ouder"
                and _vorm(zin, v.eind) != "dan"
                and _vorm(zin, v.begin - 1) not in ("jaar", "iets", "jr")
            )
        if vorm != "derde":
            return True
        return _vorm(zin, v.begin - 1) in ("een", "als") or _vorm(zin, v.eind) in self._s.na_rangnummer

    def _is_dreigement(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """'Vader dreigt met een advocaat': whom somebody threatens to call in gets nothing from us."""
        if v.naam.begrip not in self._s.dreigmiddel:
            return False
        voor = _deelzin_voor(zin, v.begin)[-VERSTE_DREIGEMENT:]
        return any(w in self._s.dreigt for w in voor)

    def _speelt(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        if v.naam.begrip == _UIT_OVERLEG:
            return not any(w.vorm in self._s.nog_te_zeggen for w in zin[v.begin : v.eind])
        return v.naam.begrip != _ONVEILIG or self._verstuurt_iets(zin, v)

    def _verstuurt_iets(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """Whether a message goes out: 'ik mail het', 'per mail', and not 'de school mailt' or 'een mail gekregen'."""
        vorm = zin[v.begin].vorm
        if vorm in self._s.mailt and v.eind == v.begin + 1:
            return False
        if vorm not in self._bericht or v.eind > v.begin + 1:
            return True
        return any(w.vorm in self._s.verstuurt for w in zin[max(0, v.begin - 3) : v.eind + 3])

    def _eigen_houding(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """'Mogen wij dat weigeren?', 'kan een gezin weigeren?' ask what one may want, not what was said on consent."""
        if zin[v.eind - 1].vorm not in self._s.houding:
            return False
        deel = _deelzin_voor(zin, v.begin)
        vraag = bool(deel) and deel[0] in self._s.mag and _ANDER_ONDERWERP.isdisjoint(deel)
        voor = [w.vorm for w in zin[: v.begin] if w.zin == zin[v.begin].zin]
        return vraag or bool(WIJ & set(voor[-4:]))

    def _is_ander(self, zin: Sequence[Woord], v: Vermelding) -> bool:
        """Whether it is a subject that gives no consent: a party that is not the family."""
        if v.naam.taxonomie != "partijen" or self._partijen.is_een(v.naam.begrip, GEZIN) or not self._is_partij(zin, v):
            return False
        return not VOORZETSELS & {w.vorm for w in zin[max(0, v.begin - 2) : v.begin]}


def _deelzin_voor(zin: Sequence[Woord], plek: int) -> list[str]:
    """Words of the same clause before a place."""
    begin = plek
    while begin and not zin[begin - 1].is_leesteken:
        begin -= 1
    return [w.vorm for w in zin[begin:plek]]


def _in_rij_ontkend(zin: Sequence[Woord], begin: int) -> bool:
    """'Zonder arrangement of andere extra ondersteuning': what is denied first, is denied of the rest of the row."""
    rij = _deelzin_voor(zin, begin)[-LANGSTE_RIJ:]
    los = [w for w in rij if w not in ("andere", "ander", "een", "enige")]
    return len(los) > 2 and los[-1] in ("of", "noch") and los[-3] in ("geen", "zonder", "noch")


def _is_zat(zin: Sequence[Woord], plek: int) -> bool:
    """Whether 'zat' is the meeting and not the verb."""
    voor, daarvoor = _vorm(zin, plek - 1), _vorm(zin, plek - 2)
    if plek == 0 or zin[plek - 1].is_leesteken:
        return plek + 1 >= len(zin) or zin[plek + 1].is_leesteken or _vorm(zin, plek + 1) in ("mdo", "overleg")
    return voor in _VOOR_OVERLEG and daarvoor not in ("hoe", "waar", "wat", "waarom", "dat")


def _plekken(vermeldingen: Iterable[Vermelding]) -> frozenset[int]:
    return frozenset(i for v in vermeldingen for i in range(v.begin, v.eind))


def _hoeft_niet(zin: Sequence[Woord], v: Vermelding) -> bool:
    """'Zij hoeven geen naam te krijgen' asks whether nothing goes out; it does not say that the names are off."""
    if zin[v.begin].vorm != "geen":
        return False
    return bool({w.vorm for w in zin[: v.begin] if w.zin == zin[v.begin].zin} & {"hoeft", "hoeven", "hoef"})


def _vorm(zin: Sequence[Woord], plek: int) -> str:
    return zin[plek].vorm if 0 <= plek < len(zin) else ""
