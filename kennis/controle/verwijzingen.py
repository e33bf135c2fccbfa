"""References: every id and every source that is named must exist."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kennis.controle.plekken import plek
from kennis.controle.rapport import Soort, Vondst
from kennis.controle.teksten import Blok, Veld, blokken
from kennis.fouten import Bevinding
from kennis.laden import Kennis
from kennis.model import Als, Dimensie, Herkomst, Regel, Regio, Wedervraag

ASPECTEN = "aspecten"
"""Taxonomy of what can be laid down about a meeting."""
LEEFTIJDSREGELS = frozenset({"leeftijd", "leeftijd-mbo"})
"""In `toestemming.van`: whoever decides at this age."""
WET = "wet "
"""Begins a side of a contradiction that is a law: the id of a legal basis follows."""
PARTIJEN = "partijen"
OVERLEG = "overleg"


class Zoeker:
    """Collects references that lead nowhere."""

    def __init__(self, kennis: Kennis) -> None:
        self.kennis = kennis
        self.vondsten: list[Vondst] = []

    def eis(self, waarde: str, bekend: Iterable[str], wat: str, soort: str, id_: str, veld: Veld) -> None:
        """Report a value that is not in a closed list, with the closest ones that are."""
        alle = list(bekend)
        if waarde in alle:
            return
        dichtbij = get_close_matches(waarde, alle, n=2, cutoff=0.6)
        hulp = f"Bedoelt u {' of '.join(repr(d) for d in dichtbij)}?" if dichtbij else "Controleer de spelling."
        waar = plek(self.kennis, soort, id_, *veld)
        self.vondsten.append(Vondst(Soort.VERWIJZING, Bevinding(waar, f"{wat} '{waarde}' bestaat niet.", hulp)))

    def begrip(self, waarde: str, taxonomie: str, soort: str, id_: str, veld: Veld) -> None:
        lijst = self.kennis.taxonomieen.get(taxonomie)
        if lijst is None or waarde not in lijst:
            ids = [b.id for b in lijst] if lijst is not None else []
            self.eis(waarde, ids, f"Het begrip in '{taxonomie}'", soort, id_, veld)

    def bron(self, waarde: str, soort: str, id_: str, veld: Veld) -> None:
        if waarde not in self.kennis.bronplekken:
            document = waarde.split(" ", 1)[0]
            dezelfde = sorted(p for p in self.kennis.bronplekken if p.startswith(document + " "))
            self.eis(waarde, dezelfde, "De bronplek", soort, id_, veld)

    def als(self, als: Als, soort: str, id_: str, veld: Veld) -> None:
        for dim, waarden in als.per_dimensie().items():
            for waarde in waarden:
                self.begrip(waarde, self.kennis.taxonomie(dim).naam, soort, id_, (*veld, dim.value))


def controleer_verwijzingen(kennis: Kennis) -> list[Vondst]:
    """Every reference that leads nowhere."""
    zoeker = Zoeker(kennis)
    for blok in blokken(kennis):
        _blok(zoeker, blok)
    for soort, id_, herkomst in _herkomsten(kennis):
        _herkomst(zoeker, soort, id_, herkomst)
    _voorwaarden(zoeker)
    for regio in kennis.regios.values():
        _regio(zoeker, regio)
    _bronnen(zoeker)
    return zoeker.vondsten


def _herkomsten(kennis: Kennis) -> Iterator[tuple[str, str, Herkomst]]:
    yield from (("regels", r.id, r) for r in kennis.regels.values())
    yield from (("antwoorden", a.id, a) for a in kennis.antwoorden.values())
    yield from (("aanvullingen", a.id, a) for a in kennis.aanvullingen.values())


def _blok(zoeker: Zoeker, blok: Blok) -> None:
    inhoud, kennis = blok.inhoud, zoeker.kennis
    for grondslag in inhoud.grondslagen:
        veld = (*blok.veld, "grondslagen")
        zoeker.eis(grondslag, kennis.grondslagen, "De grondslag", blok.soort, blok.id, veld)
    for wie in inhoud.toestemming.van if inhoud.toestemming else ():
        if wie not in LEEFTIJDSREGELS:
            zoeker.begrip(wie, PARTIJEN, blok.soort, blok.id, (*blok.veld, "toestemming", "van"))
    if inhoud.wedervraag is not None:
        _opties(zoeker, inhoud.wedervraag, blok.soort, blok.id, (*blok.veld, "wedervraag"))
    if blok.soort != "regels" and (blok.soort == "regios" or "varianten" in blok.veld):
        for nr, bron in enumerate(blok.bronnen):
            zoeker.bron(bron, blok.soort, blok.id, (*blok.veld[:-1], "bronnen", nr))


def _opties(zoeker: Zoeker, vraag: Wedervraag, soort: str, id_: str, veld: Veld) -> None:
    for nr, optie in enumerate(vraag.opties):
        for dim, waarde in optie.feiten.items():
            hier = (*veld, "opties", nr, "feiten", dim.value)
            zoeker.begrip(waarde, zoeker.kennis.taxonomie(dim).naam, soort, id_, hier)


def _herkomst(zoeker: Zoeker, soort: str, id_: str, herkomst: Herkomst) -> None:
    for nr, bron in enumerate(herkomst.bronnen):
        zoeker.bron(bron, soort, id_, ("bronnen", nr))
    for strijd in herkomst.tegenstrijdigheden:
        zoeker.eis(
            strijd, zoeker.kennis.tegenstrijdigheden, "De tegenstrijdigheid", soort, id_, ("tegenstrijdigheden",)
        )
    if herkomst.regio is not None:
        zoeker.eis(herkomst.regio, zoeker.kennis.regios, "De regio", soort, id_, ("regio",))


def _voorwaarden(zoeker: Zoeker) -> None:
    for regel in zoeker.kennis.regels.values():
        zoeker.als(regel.als, "regels", regel.id, ("als",))
    for aanvulling in zoeker.kennis.aanvullingen.values():
        zoeker.als(aanvulling.als, "aanvullingen", aanvulling.id, ("als",))
        zoeker.als(aanvulling.tenzij or Als(), "aanvullingen", aanvulling.id, ("tenzij",))
    for antwoord in zoeker.kennis.antwoorden.values():
        for nr, variant in enumerate(antwoord.varianten):
            zoeker.als(variant.als, "antwoorden", antwoord.id, ("varianten", nr, "als"))
    for punt in zoeker.kennis.wedervragen.values():
        zoeker.als(punt.als, "wedervragen", punt.id, ("als",))
        _opties(zoeker, punt.wedervraag, "wedervragen", punt.id, ("wedervraag",))


def _regio(zoeker: Zoeker, regio: Regio) -> None:
    for nr, deelnemer in enumerate(regio.partijen):
        zoeker.begrip(deelnemer.partij, PARTIJEN, "regios", regio.id, ("partijen", nr, "partij"))
    for nr, partij in enumerate(regio.geen_partij):
        zoeker.begrip(partij, PARTIJEN, "regios", regio.id, ("geen_partij", nr))
    for nr, vergadering in enumerate(regio.vergaderingen):
        zoeker.begrip(vergadering.overleg, OVERLEG, "regios", regio.id, ("vergaderingen", nr, "overleg"))
        for aspect in vergadering.aspecten:
            zoeker.begrip(aspect, ASPECTEN, "regios", regio.id, ("vergaderingen", nr, "aspecten", aspect))
    if regio.erft is not None and regio.erft != regio.id:
        zoeker.eis(regio.erft, zoeker.kennis.regios, "De regio", "regios", regio.id, ("erft",))
    if regio.convenant is not None:
        zoeker.eis(regio.convenant, zoeker.kennis.bronnen, "Het document", "regios", regio.id, ("convenant",))


def _bronnen(zoeker: Zoeker) -> None:
    for bron in zoeker.kennis.bronnen.values():
        if bron.regio is not None:
            zoeker.eis(bron.regio, zoeker.kennis.regios, "De regio", "bronnen", bron.id, ("regio",))
    for strijd in zoeker.kennis.tegenstrijdigheden.values():
        for nr, kant in enumerate(strijd.kanten):
            veld = ("kanten", nr, "bron")
            if kant.bron.startswith(WET):
                wet = kant.bron.removeprefix(WET)
                zoeker.eis(wet, zoeker.kennis.grondslagen, "De grondslag", "tegenstrijdigheden", strijd.id, veld)
            else:
                zoeker.bron(kant.bron, "tegenstrijdigheden", strijd.id, veld)


def heeft_onbekende_begrippen(kennis: Kennis) -> bool:
    """Whether a rule names a concept that does not exist: then the grid cannot be walked."""
    return any(
        waarde not in kennis.taxonomie(dim) for regel in kennis.regels.values() for dim, waarde in _begrippen_van(regel)
    )


def _begrippen_van(regel: Regel) -> Iterator[tuple[Dimensie, str]]:
    """Every concept in the conditions and in the options of a rule."""
    for dim, waarden in regel.als.per_dimensie().items():
        yield from ((dim, waarde) for waarde in waarden)
    for optie in regel.dan.wedervraag.opties if regel.dan.wedervraag else ():
        yield from optie.feiten.items()
