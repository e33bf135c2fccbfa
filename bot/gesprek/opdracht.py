"""Tell a command from a question: 'meer' and '/meer' are commands, 'rol van de jeugdarts' is a question."""

from dataclasses import dataclass, field

from bot.gesprek.teksten import Gesprekteksten

MERKEN = ("/", "!")
"""With one of these in front a line is always a command."""
MET_TEKST = ("indienen",)
"""Commands that may be followed by any text, when they carry a mark."""
LANGSTE_NAAM = 4
"""Words of a name after a plain command; more is a question."""


@dataclass(frozen=True)
class Opdracht:
    """A command; `wat` is None for a marked word that is no command. What was typed behind it stays out of `repr`."""

    wat: str | None
    naam: str = field(default="", repr=False)
    met_merk: bool = False


def lees_opdracht(regel: str, teksten: Gesprekteksten) -> Opdracht | None:
    """The command in a line, or None for a question."""
    met_merk = len(regel) > 1 and regel.startswith(MERKEN)
    kaal = " ".join(regel[1:].split() if met_merk else regel.split())
    wat = _hele_regel(kaal, teksten)
    if wat is not None:
        return Opdracht(wat, met_merk=met_merk)
    woord, _, naam = kaal.partition(" ")
    wat = _hele_regel(woord, teksten)
    if wat in MET_TEKST and met_merk:
        return Opdracht(wat, naam, met_merk)
    if wat in teksten.met_naam and (met_merk or _is_naam(naam, teksten)):
        return Opdracht(wat, naam, met_merk)
    vraag = _begint_met_opdracht(kaal, teksten)
    if vraag is not None:
        return vraag
    return Opdracht(None, met_merk=True) if met_merk else None


def _begint_met_opdracht(tekst: str, teksten: Gesprekteksten) -> Opdracht | None:
    """A command of several words with a name behind it: 'wat moet ik regelen voor het mdo?'."""
    gezocht = tekst.casefold()
    for wat in teksten.met_naam:
        for woorden in teksten.opdrachten.get(wat, ()):
            naam = tekst[len(woorden) :].strip(" ?.!")
            if " " in woorden and gezocht.startswith(f"{woorden} ") and len(naam.split()) <= LANGSTE_NAAM:
                return Opdracht(wat, naam)
    return None


def _hele_regel(tekst: str, teksten: Gesprekteksten) -> str | None:
    gezocht = tekst.casefold().rstrip(".!?") or tekst
    return next((wat for wat, woorden in teksten.opdrachten.items() if gezocht in woorden), None)


def _is_naam(tekst: str, teksten: Gesprekteksten) -> bool:
    woorden = tekst.casefold().split()
    return not tekst.endswith("?") and len(woorden) <= LANGSTE_NAAM and not set(woorden) & set(teksten.vraagwoorden)
