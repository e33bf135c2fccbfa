"""Lessons, roles, cases and templates: every id leads somewhere, every path is complete, every number is stable."""

import string
from collections import Counter
from collections.abc import Iterable, Iterator

from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Vondst
from kennis.controle.teksten import Veld
from kennis.controle.verwijzingen import Zoeker
from kennis.fouten import Bevinding
from kennis.laden import Kennis
from kennis.leren.model import NIETS, Bewering, Leerrol, Leervraag, Les, Sjabloon, Voorbeeld
from kennis.model import Als

LESSEN, ROLLEN, CASUSSEN, SJABLONEN = "leren/lessen", "leren/rollen", "leren/casussen", "leren/sjablonen"
"""Kinds of entry, as in `Kennis.plekken`."""
HOOGSTE_LES = 40
HOOGSTE_ROL = 31
"""As many as fit in the code with which someone goes on another day (`bot/leren/code.py`)."""
KORTSTE_PAD, LANGSTE_PAD = 6, 8
MINSTE_ZINNEN, MEESTE_ZINNEN = 3, 5
"""Lines of one idea."""


def controleer_leerstof(kennis: Kennis) -> list[Vondst]:
    """Everything that is wrong with the lessons themselves; whether they are true is another check."""
    zoeker = Zoeker(kennis)
    for les in kennis.leren.lessen.values():
        _les(zoeker, les)
    for rol in kennis.leren.rollen.values():
        _rol(zoeker, rol)
    for casus in kennis.leren.casussen.values():
        zoeker.als(casus.feiten, CASUSSEN, casus.id, ("feiten",))
        zoeker.eis(casus.les, kennis.leren.lessen, "De les", CASUSSEN, casus.id, ("les",))
        _bronnen(zoeker, casus.bronnen, CASUSSEN, casus.id)
    for sjabloon in kennis.leren.sjablonen.values():
        _sjabloon(zoeker, sjabloon)
    vorm = [*_vorm_van_lessen(kennis), *_paden(kennis), *_nummers(kennis), *_sjabloonvorm(kennis), *_ongebruikt(kennis)]
    return [*zoeker.vondsten, *vorm]


def vondst(kennis: Kennis, soort: str, id_: str, veld: Veld, wat: str, herstel: str) -> Vondst:
    """A finding about something to learn."""
    return Vondst(Soort.LEREN, Bevinding(plek(kennis, soort, id_, *veld), wat, herstel))


def stukken(les: Les) -> Iterator[tuple[Veld, Bewering | Leervraag]]:
    """Everything in a lesson that rests on facts, with its field."""
    yield from ((("beweringen", nr), b) for nr, b in enumerate(les.beweringen))
    yield from ((("voorbeelden", nr), v) for nr, v in enumerate(les.voorbeelden))
    yield from ((("vragen", nr), v) for nr, v in enumerate(les.vragen))


def _les(zoeker: Zoeker, les: Les) -> None:
    _bronnen(zoeker, les.bronnen, LESSEN, les.id)
    for veld, stuk in stukken(les):
        zoeker.als(stuk.feiten, LESSEN, les.id, (*veld, "feiten"))
        for rol in stuk.rollen if isinstance(stuk, Voorbeeld | Leervraag) else ():
            zoeker.eis(rol, zoeker.kennis.leren.rollen, "De rol", LESSEN, les.id, (*veld, "rollen"))
        for aanvulling in _aanvullingen(stuk):
            zoeker.eis(aanvulling, zoeker.kennis.aanvullingen, "De aanvulling", LESSEN, les.id, veld)


def _aanvullingen(stuk: Bewering | Leervraag) -> Iterator[str]:
    opties = stuk.opties if isinstance(stuk, Leervraag) else ()
    alle = [stuk.aanvulling] if isinstance(stuk, Bewering) else []
    alle += [a for o in opties for a in (o.aanvulling, o.zonder_aanvulling)]
    return (a for a in alle if a is not None)


def _bronnen(zoeker: Zoeker, bronnen: Iterable[str], soort: str, id_: str) -> None:
    for nr, bron in enumerate(bronnen):
        zoeker.bron(bron, soort, id_, ("bronnen", nr))


def _rol(zoeker: Zoeker, rol: Leerrol) -> None:
    leren = zoeker.kennis.leren
    zoeker.begrip(rol.partij, "partijen", ROLLEN, rol.id, ("partij",))
    for nr, les in enumerate(rol.lessen):
        zoeker.eis(les, leren.lessen, "De les", ROLLEN, rol.id, ("lessen", nr))
    for nr, casus in enumerate(rol.casussen):
        zoeker.eis(casus, leren.casussen, "De casus", ROLLEN, rol.id, ("casussen", nr))
    for nr, sjabloon in enumerate(rol.sjablonen):
        zoeker.eis(sjabloon, leren.sjablonen, "Het sjabloon", ROLLEN, rol.id, ("sjablonen", nr))


def _sjabloon(zoeker: Zoeker, sjabloon: Sjabloon) -> None:
    zoeker.eis(sjabloon.les, zoeker.kennis.leren.lessen, "De les", SJABLONEN, sjabloon.id, ("les",))
    zoeker.als(sjabloon.vast, SJABLONEN, sjabloon.id, ("vast",))
    for dim, waarden in sjabloon.vul.items():
        ids = tuple(w for w in waarden if w != NIETS)
        zoeker.als(Als(**{dim.value: ids}), SJABLONEN, sjabloon.id, ("vul",))


def _vorm_van_lessen(kennis: Kennis) -> Iterator[Vondst]:
    for les in kennis.leren.lessen.values():
        if not MINSTE_ZINNEN <= len(les.idee) <= MEESTE_ZINNEN:
            wat = f"Les '{les.id}' legt het idee uit in {len(les.idee)} regels."
            herstel = f"Gebruik {MINSTE_ZINNEN} tot {MEESTE_ZINNEN} regels."
            yield vondst(kennis, LESSEN, les.id, ("idee",), wat, herstel)
        for nr, vraag in enumerate(les.vragen):
            if sum((bool(vraag.oordelen), vraag.wie, bool(vraag.opties))) != 1:
                wat = f"Een vraag van les '{les.id}' heeft geen keuzes, of keuzes van twee soorten."
                herstel = "Gebruik 'oordelen', 'wie: true' of 'opties', en maar een daarvan."
                yield vondst(kennis, LESSEN, les.id, ("vragen", nr), wat, herstel)


def _paden(kennis: Kennis) -> Iterator[Vondst]:
    for rol in kennis.leren.rollen.values():
        if not KORTSTE_PAD <= len(rol.lessen) <= LANGSTE_PAD:
            wat = f"Het pad van rol '{rol.id}' heeft {len(rol.lessen)} lessen."
            herstel = f"Kies er {KORTSTE_PAD} tot {LANGSTE_PAD}."
            yield vondst(kennis, ROLLEN, rol.id, ("lessen",), wat, herstel)
        for les in (kennis.leren.lessen[id_] for id_ in rol.lessen if id_ in kennis.leren.lessen):
            for naam, keuzes in (("voorbeelden", les.voorbeelden), ("vragen", les.vragen)):
                if not any(not k.rollen or rol.id in k.rollen for k in keuzes):
                    wat = f"Les '{les.id}' heeft niets bij '{naam}' voor rol '{rol.id}'."
                    yield vondst(kennis, LESSEN, les.id, (naam,), wat, "Voeg er een toe zonder 'rollen'.")


def _nummers(kennis: Kennis) -> Iterator[Vondst]:
    for soort, dingen, hoogste in (
        (LESSEN, [(d.id, d.nr) for d in kennis.leren.lessen.values()], HOOGSTE_LES),
        (ROLLEN, [(d.id, d.nr) for d in kennis.leren.rollen.values()], HOOGSTE_ROL),
    ):
        vaak = Counter(nr for _, nr in dingen)
        for id_, nr in dingen:
            if vaak[nr] > 1 or not 1 <= nr <= hoogste:
                wat = f"Het nummer {nr} van '{id_}' is dubbel of te hoog."
                herstel = f"Kies een nummer van 1 tot en met {hoogste} dat nog nooit is gebruikt."
                yield vondst(kennis, soort, id_, ("nr",), wat, herstel)


def _sjabloonvorm(kennis: Kennis) -> Iterator[Vondst]:
    for sjabloon in kennis.leren.sjablonen.values():
        in_zin = {naam for _, naam, _, _ in string.Formatter().parse(sjabloon.tekst) if naam}
        te_vullen = {dim.value for dim in sjabloon.vul}
        if in_zin != te_vullen:
            namen = ", ".join(sorted(in_zin ^ te_vullen))
            wat = f"In sjabloon '{sjabloon.id}' horen zin en 'vul' niet bij elkaar: {namen}."
            herstel = "Zet bij 'vul' precies wat in de zin tussen accolades staat."
            yield vondst(kennis, SJABLONEN, sjabloon.id, ("vul",), wat, herstel)
        for dim, waarden in sjabloon.vul.items():
            zonder = [w for w in waarden.values() if w is not None]
            if len(set(zonder)) < len(zonder):
                wat = f"In sjabloon '{sjabloon.id}' heten twee begrippen bij '{dim.value}' hetzelfde."
                yield vondst(kennis, SJABLONEN, sjabloon.id, ("vul", dim.value), wat, "Geef elk een eigen woord.")


def _ongebruikt(kennis: Kennis) -> Iterator[Vondst]:
    leren = kennis.leren
    rollen = leren.rollen.values()
    for soort, ids, gebruikt in (
        (LESSEN, leren.lessen, {les for rol in rollen for les in rol.lessen}),
        (CASUSSEN, leren.casussen, {casus for rol in rollen for casus in rol.casussen}),
        (SJABLONEN, leren.sjablonen, {s for rol in rollen for s in rol.sjablonen}),
    ):
        for id_ in ids.keys() - gebruikt:
            waar = plek(kennis, soort, id_)
            wat = f"Geen enkele rol gebruikt '{id_}'."
            yield Vondst(Soort.ONGEBRUIKT, Bevinding(waar, wat, "Zet het bij een rol of haal het weg."))
