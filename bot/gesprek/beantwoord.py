"""The answer a thread stands for: by the rules, or the most careful reading when the asker cannot say more."""

from dataclasses import replace

from bot.antwoord.model import WEET_NIET, Antwoordobject, OptieRegel, WedervraagRegel
from bot.antwoorder import RUIM
from bot.gesprek.draad import Draad
from bot.kern import Kern
from intents.begrijp import Begrip
from kennis.beslissen import STRENGHEID
from kennis.laden import LANDELIJK
from kennis.model import Dimensie, Oordeel

GEKOZEN = 1.0
"""Confidence in an intent the asker pointed out."""
_OPEN = (None, Oordeel.HANGT_AF)


def beantwoord(kern: Kern, draad: Draad) -> Antwoordobject:
    """The answer object of a thread."""
    antwoord = kern.antwoord_op_begrip(draad.begrip, draad.regio)
    vraag = antwoord.wedervraag
    return _voorzichtig(kern, draad, antwoord, vraag) if draad.voorzichtig and vraag is not None else antwoord


def begrip_met(begrip: Begrip, optie: OptieRegel) -> Begrip:
    """What is understood once an option is chosen: another intent, or the same with facts added."""
    if optie.intent:
        return replace(begrip, intent=optie.intent, vertrouwen=GEKOZEN, alternatieven=())
    erbij = {Dimensie(dim): waarde for dim, waarde in optie.feiten.items()}
    return replace(begrip, lezing=replace(begrip.lezing, feiten=begrip.lezing.feiten.met(erbij)))


def _voorzichtig(kern: Kern, draad: Draad, antwoord: Antwoordobject, vraag: WedervraagRegel) -> Antwoordobject:
    """The strictest of what the options lead to, what to find out, and whom to ask.

    What still depends may turn out stricter than a yes, so a yes is not given beside it.
    """
    paren = [
        (optie, kern.antwoord_op_begrip(begrip_met(draad.begrip, optie), draad.regio))
        for optie in vraag.opties
        if optie.id != WEET_NIET
    ]
    beslist = [(optie, uit) for optie, uit in paren if uit.oordeel not in _OPEN]
    zinnen = kern.zinnen.weet_niet
    gekozen = min(beslist, key=lambda paar: STRENGHEID.index(Oordeel(str(paar[1].oordeel))), default=None)
    if gekozen is None or (gekozen[1].oordeel in RUIM and len(beslist) < len(paren)):
        strengste, uitleg = antwoord, zinnen.alle_open
    else:
        strengste, uitleg = gekozen[1], zinnen.dan.format(optie=gekozen[0].tekst)
    plicht = next((o for o, uit in beslist if uit.oordeel == Oordeel.VERPLICHT and uit is not strengste), None)
    erbij = [uitleg, zinnen.zoek_uit.format(vraag=vraag.tekst)]
    if plicht is not None:
        erbij[1] += " " + zinnen.let_op_plicht.format(optie=plicht.tekst)
    return replace(
        strengste,
        tekst=_ingevoegd(kern, strengste, erbij, draad.regio),
        begrepen=antwoord.begrepen,
        soort="antwoord",
        wedervraag=None,
    )


def _ingevoegd(kern: Kern, antwoord: Antwoordobject, erbij: list[str], regio: str) -> str:
    """The text with lines right below the verdict, and whom to ask at the end."""
    hoofd, *rest = antwoord.tekst.split("\n\n")
    regios = kern.kennis.regios
    wie = kern.zinnen.wijs_door.format(wie=regios[regio if regio in regios else LANDELIJK].wijs_door)
    return "\n\n".join([hoofd, *erbij, *(blok for blok in rest if blok != wie), wie])
