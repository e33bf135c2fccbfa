"""The first card in a conversation."""

from bot.kanalen.teams.kaartvorm import Kaart, kaart, knop, rij, tekst, vak
from bot.kanalen.teams.stand import voorbeeld_data
from bot.kanalen.teams.teksten import Welkom


def welkomstkaart(welkom: Welkom, persoonlijk: bool) -> Kaart:
    """What it can do, that it keeps nothing, and questions to try; in a group how to address it."""
    slot = [] if persoonlijk else [welkom.groep]
    regels = [welkom.tekst, welkom.privacy, *slot]
    lichaam = [
        vak("accent", tekst(welkom.titel, weight="Bolder", size="Large"), bleed=True),
        *(tekst(regel) for regel in regels),
    ]
    if persoonlijk:
        lichaam.append(tekst(welkom.probeer, weight="Bolder", spacing="Medium"))
        voorbeelden = enumerate(welkom.voorbeelden)
        lichaam += [rij(knop(zin, voorbeeld_data(nr)), spacing="Small") for nr, zin in voorbeelden]
    return kaart(lichaam, (), "\n\n".join([welkom.titel, *regels]), f"{welkom.titel} {welkom.tekst}")
