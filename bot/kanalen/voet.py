"""The line under an answer: when it was judged, and that it is no legal advice."""

from datetime import date

from bot.antwoord.model import Antwoordobject
from kennis.zinnen import Zinnen


def beoordeeld(antwoord: Antwoordobject, zinnen: Zinnen) -> str | None:
    """The line; None for an answer that rests on no source."""
    if antwoord.beoordeeld_op is None or not antwoord.bronnen:
        return None
    return zinnen.beoordeeld.format(datum=f"{date.fromisoformat(antwoord.beoordeeld_op):%d-%m-%Y}")
