"""What a typed word picks on a screen, beside the numbers and words of the options themselves."""

from collections.abc import Iterable

from bot.leren.omgeving import Gesteldevraag
from kennis.leren.model import Leeroptie
from kennis.leren.opties import JONGERE, OUDERS
from kennis.leren.teksten import Leerwoorden

SAMEN = {OUDERS: {OUDERS}, "samen": {OUDERS, JONGERE}, JONGERE: {JONGERE}}


def knop(regel: str, opties: Iterable[str], woorden: Leerwoorden) -> str | None:
    """Id of the button these words name, when it is on the screen."""
    gezegd = _kaal(regel)
    return next((id_ for id_ in opties if gezegd in woorden.knoppen.get(id_, ())), None)


def antwoord(regel: str, vraag: Gesteldevraag, woorden: Leerwoorden) -> int | None:
    """Place of the option these words name; -1 for 'I do not know', None for anything else."""
    gezegd = _kaal(regel)
    if gezegd in woorden.weet_niet:
        return -1
    return next((nr for nr, optie in enumerate(vraag.opties) if _past(gezegd, optie, woorden)), None)


def _past(gezegd: str, optie: Leeroptie, woorden: Leerwoorden) -> bool:
    """An option in words of its own has none: its words say more than a verdict does."""
    if optie.aanvulling or optie.zonder_aanvulling:
        return False
    if optie.wie:
        return any(set(optie.wie) == SAMEN[wie] and gezegd in lijst for wie, lijst in woorden.wie.items())
    return len(optie.oordeel) == 1 and gezegd in woorden.oordelen.get(optie.oordeel[0], ())


def _kaal(regel: str) -> str:
    return regel.strip().casefold().rstrip(".!") or regel
