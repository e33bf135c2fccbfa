"""A step of a guided flow, or another text of the conversation, as a card: text, options to tap, a way back."""

from collections.abc import Sequence

from bot.gesprek.keuzepad import TERUG
from bot.gesprek.reactie import Reactie
from bot.kanalen.teams.kaartvorm import Element, Kaart, kaart, keuze, knop, regel, tekst, vak
from bot.kanalen.teams.stand import loop_data
from bot.kanalen.teams.teksten import Teamsteksten


def stapkaart(
    reactie: Reactie, teksten: Teamsteksten, loop: object, terug: object = None, gekozen: str = "", groep: bool = False
) -> Kaart:
    """`loop` is where the flow stands, for its buttons; `terug` where it stood before.

    A flow that offers a way back itself gets no second one. No files in a group.
    """
    bestanden = () if groep else reactie.bestanden
    slot = [reactie.erbij] if reactie.erbij else []
    if reactie.bestanden and groep:
        slot.append(teksten.bestanden.groep.format(namen=", ".join(b.naam for b in reactie.bestanden)))
    lichaam: list[Element] = [tekst(teksten.gekozen.format(optie=gekozen), isSubtle=True, size="Small")] * bool(gekozen)
    lichaam += map(tekst, reactie.tekst.split("\n\n"))
    if reactie.opties:
        lichaam.append(vak("emphasis", *_opties(reactie, loop), spacing="Medium"))
    lichaam += [tekst(zin, isSubtle=True, spacing="Medium") for zin in slot]
    zelf_terug = any(optie.id == TERUG for optie in reactie.opties)
    acties = [knop(teksten.knoppen["terug"], loop_data(terug))] if terug is not None and not zelf_terug else []
    uit = kaart(lichaam, acties, _als_tekst(reactie, slot), regel(reactie.tekst), bestanden)
    return uit if uit.past else kaart(lichaam, acties, regel(reactie.tekst), regel(reactie.tekst), bestanden)


def _opties(reactie: Reactie, loop: object) -> list[Element]:
    return [keuze(knop(optie.tekst, loop_data(loop, optie.id))) for optie in reactie.opties]


def _als_tekst(reactie: Reactie, slot: Sequence[str]) -> str:
    opties = "\n".join(f"{nr}. {optie.tekst}" for nr, optie in enumerate(reactie.opties, 1))
    return "\n\n".join(filter(None, [reactie.tekst, opties, *slot]))
