"""The thread of an answer as ids, small enough for a button: an older answer can be taken up again without memory.

Threat: what comes back was in someone else's hands. Only ids that the knowledge has are taken in; all else is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.antwoord.ijking import DECIMALEN
from bot.kern import Kern
from intents.begrijp import Begrip
from intents.bewijs import OVERLEG
from intents.feiten_lezen import Lezing
from intents.kiezer import Kandidaat
from intents.laden import DELEN
from intents.rollen import Rollen
from kennis.feiten import MEERVOUDIG, Feiten
from kennis.fouten import DeelwijzerFout
from kennis.laden import Kennis
from kennis.model import Dimensie, Vorm

MEESTE_WAARDEN = 12
"""Values of one dimension, or intents that were close; a question names fewer."""
_GEEN_ROLLEN = Rollen(None, None, None, False)


class DraadKapot(DeelwijzerFout):
    """What came back is no thread of this knowledge."""


@dataclass(frozen=True)
class Draad:
    """What an answer rests on: what was understood, and whose arrangements were used."""

    begrip: Begrip
    regio: str
    gevraagd: int = 0
    """Counter-questions in a row that were answered on the way here."""
    voorzichtig: bool = False
    """The asker does not know what the counter-question asks: the most careful reading is given."""

    @cached_property
    def ids(self) -> dict[str, object]:
        """The thread as JSON: ids and chances only."""
        return _als_ids(self)


def _als_ids(draad: Draad) -> dict[str, object]:
    begrip = draad.begrip
    uit: dict[str, object] = {
        "intent": begrip.intent,
        "kans": round(begrip.vertrouwen, DECIMALEN),
        "feiten": begrip.lezing.feiten.als_ids(),
        "naast": [[k.intent, round(k.kans, DECIMALEN)] for k in begrip.alternatieven],
        "regio": draad.regio,
    }
    if begrip.lezing.vorm is not None:
        uit["vorm"] = begrip.lezing.vorm.value
    if draad.gevraagd:
        uit["gevraagd"] = draad.gevraagd
    if draad.voorzichtig:
        uit["voorzichtig"] = True
    return uit


def lees_draad(ids: object, kern: Kern) -> Draad:
    """The thread that was handed out as these ids. Raises DraadKapot when any of it is not known."""
    try:
        velden = _velden(ids)
        regio = str(velden["regio"])
        _eis(regio in kern.kennis.regios)
        naast = tuple(_kandidaat(paar, kern.kennis) for paar in _lijst(velden["naast"]))
        intent, kans = _intent(velden["intent"], kern.kennis), _kans(velden["kans"])
        begrip = Begrip(intent, kans, _lezing(velden, kern.kennis), naast)
        gevraagd = velden.get("gevraagd", 0)
        _eis(isinstance(gevraagd, int) and 0 <= gevraagd <= MEESTE_WAARDEN)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise DraadKapot("Dit antwoord hoort bij andere kennis. Stel de vraag opnieuw.") from None
    return Draad(begrip, regio, int(str(gevraagd)), velden.get("voorzichtig") is True)


def _lezing(ids: Mapping[str, object], kennis: Kennis) -> Lezing:
    vorm = Vorm(str(ids["vorm"])) if "vorm" in ids else None
    feiten = _feiten(ids["feiten"], kennis)
    return Lezing(feiten, Feiten(), (), _GEEN_ROLLEN, (), (), None, (), (), False, False, vorm)


def _feiten(ids: object, kennis: Kennis) -> Feiten:
    velden: dict[str, object] = {}
    for naam, waarde in _velden(ids).items():
        dim = Dimensie(naam)
        waarden = tuple(str(w) for w in _lijst(waarde if dim in MEERVOUDIG else [waarde]))
        _eis(bool(waarden) and all(w in kennis.taxonomie(dim) for w in waarden))
        velden[dim.value] = waarden if dim in MEERVOUDIG else waarden[0]
    return Feiten(**velden)  # type: ignore[arg-type]


def _kandidaat(paar: object, kennis: Kennis) -> Kandidaat:
    intent, kans = _lijst(paar)
    return Kandidaat(_intent(intent, kennis), _kans(kans))


def _intent(intent: object, kennis: Kennis) -> str:
    naam = str(intent)
    aspect = naam.removeprefix(OVERLEG) if naam.startswith(OVERLEG) else None
    _eis(naam == DELEN or naam in kennis.antwoorden or aspect in kennis.taxonomieen["aspecten"])
    return naam


def _kans(kans: object) -> float:
    if not isinstance(kans, int | float) or not 0 <= kans <= 1:
        raise ValueError("kans")
    return float(kans)


def _velden(waarde: object) -> Mapping[str, object]:
    if not isinstance(waarde, Mapping):
        raise TypeError("velden")
    return waarde


def _lijst(waarde: object) -> list[object]:
    if not isinstance(waarde, list) or len(waarde) > MEESTE_WAARDEN:
        raise TypeError("lijst")
    return waarde


def _eis(geldt: bool) -> None:
    if not geldt:
        raise ValueError("id")
