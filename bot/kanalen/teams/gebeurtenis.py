"""What an activity means here, and by which name it is claimed."""

from enum import Enum, auto

from bot.kanalen.teams.activiteit import MERK, Activiteit, kaal


class Gebeurtenis(Enum):
    """Everything the channel acts upon."""

    VRAAG = auto()
    DRUK = auto()
    BEWERKT = auto()
    VERWIJDERD = auto()
    ERBIJ = auto()
    ERAF = auto()
    BESTAND = auto()
    ZOEKEN = auto()
    ONBEKENDE_INVOKE = auto()
    NIETS = auto()


def duid(a: Activiteit) -> Gebeurtenis:
    """Tell what an activity means."""
    if a.soort == "message":
        return _bericht(a)
    if a.soort == "messageUpdate":
        return Gebeurtenis.BEWERKT if a.id and (a.persoonlijk or a.genoemd) else Gebeurtenis.NIETS
    if a.soort == "messageDelete":
        return Gebeurtenis.VERWIJDERD if a.id else Gebeurtenis.NIETS
    if a.soort == "installationUpdate":
        return Gebeurtenis.ERAF if a.actie.startswith("remove") else Gebeurtenis.ERBIJ
    if a.soort == "conversationUpdate":
        return Gebeurtenis.ERBIJ if kaal(a.ik) in map(kaal, a.erbij) else Gebeurtenis.NIETS
    if a.soort == "invoke":
        return _invoke(a)
    return Gebeurtenis.NIETS


def _invoke(a: Activiteit) -> Gebeurtenis:
    if a.naam == "composeExtension/query":
        return Gebeurtenis.ZOEKEN
    if a.naam == "fileConsent/invoke" and a.keuze is not None:
        return Gebeurtenis.BESTAND
    return Gebeurtenis.ONBEKENDE_INVOKE


def _bericht(a: Activiteit) -> Gebeurtenis:
    if MERK in a.waarde:
        return Gebeurtenis.DRUK
    eigen = kaal(a.van) == kaal(a.ik)
    iets = not a.tekst.leeg or a.bijlagen or a.genoemd
    return Gebeurtenis.VRAAG if iets and not eigen and (a.persoonlijk or a.genoemd) else Gebeurtenis.NIETS


def claimnamen(a: Activiteit, wat: Gebeurtenis) -> list[tuple[str, ...]]:
    """Names to claim before working; the first decides whether there is something to do.

    An edit or a deletion also claims the message itself: when that comes in later, it was overtaken.
    """
    if a.id is None:
        return []
    bericht = (a.gesprek, "message", a.id)
    if wat is Gebeurtenis.BEWERKT:
        return [(a.gesprek, a.soort, a.id, a.tijd), bericht]
    if wat is Gebeurtenis.VERWIJDERD:
        return [(a.gesprek, a.soort, a.id, a.tijd), bericht]
    return [(a.gesprek, a.soort, a.id)]
