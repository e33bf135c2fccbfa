"""How entries, fields and values are called in plain Dutch."""

from kennis.bewerken.model import Waarde

SOORTEN = {
    "antwoorden": "Antwoord",
    "regels": "Regel",
    "aanvullingen": "Aanvulling",
    "grondslagen": "Grondslag",
    "tegenstrijdigheden": "Tegenstrijdigheid",
    "bronnen": "Bron",
    "regios": "Regio",
    "zinnen": "Vaste zin",
    "begrippen": "Begrip",
    "woorden": "Woorden voor",
    "vragen": "Voorbeeldvragen bij",
    "toetsvragen": "Toetsvraag",
}
LANGSTE = 300
"""Characters of a value in a sentence; more is cut."""


def soortnaam(soort: str) -> str:
    """The kind in words."""
    return SOORTEN.get(soort.partition("/")[0], soort.partition("/")[0].capitalize())


def noem(sleutel: str, titel: str = "") -> str:
    """The entry in words: Antwoord "Het advies om te tekenen"."""
    soort, _, naam = sleutel.partition("/")
    if soort in ("begrippen", "woorden", "vragen"):
        naam = naam.partition("/")[2]
    return f"{soortnaam(soort)} “{titel or naam}”"


def veldnaam(veld: str) -> str:
    """A field in words: the last two parts that are no numbers."""
    delen = [deel for deel in veld.split(".") if deel != "dan"]
    return f"‘{' '.join(delen)}’"


def aangehaald(waarde: Waarde) -> str:
    """A value between quotes, short enough to read."""
    tekst = _tekst(waarde)
    return f"“{tekst[:LANGSTE]}…”" if len(tekst) > LANGSTE else f"“{tekst}”"


def _tekst(waarde: Waarde) -> str:
    if isinstance(waarde, dict):
        return "; ".join(f"{naam}: {_tekst(deel)}" for naam, deel in waarde.items())
    if isinstance(waarde, list):
        return ", ".join(_tekst(deel) for deel in waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "niets" if waarde is None else str(waarde)
