"""The parties in a question: which words name one together, and which mention of it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intents.grammatica import Zinsbouw
from intents.woordenboek import Vermelding
from kennis.taxonomie import Taxonomie

GEZIN, GEHEIMHOUDER, SWV, EIGEN_TEAM, ONDERWIJS = "gezin", "geheimhouder", "swv", "eigen_team", "onderwijs"
"""Concepts whose place in a sentence needs care."""
JONGERE, OUDERS = "jongere", "ouders"
"""The young person the question is about, and the parents."""
WERKT_BIJ = ("van", "bij", "vd", "v")
"""Words between what somebody is and where he works."""


@dataclass
class Partij:
    """A party in the question with the evidence for each role."""

    vermelding: Vermelding
    geeft: int = 0
    krijgt: int = 0
    vrager: bool = False
    """The asker says to be this."""
    vraagt_erom: bool = False
    """This party asks for the data."""
    terzijde: bool = False
    """An outsider in the story, who takes no part in what is asked."""
    plaats: bool = False
    """Only a place or subject: 'op school', 'over de leerplichtambtenaar'."""

    @property
    def begrip(self) -> str:
        """Concept id."""
        return self.vermelding.naam.begrip

    @property
    def saldo(self) -> int:
        """Above zero: receives; below: gives."""
        return self.krijgt - self.geeft


def partijen_in(vermeldingen: Sequence[Vermelding], bouw: Zinsbouw, taxonomie: Taxonomie) -> list[Partij]:
    """All parties named, those that go together as one."""
    partijen = [Partij(v) for v in vermeldingen if v.naam.taxonomie == "partijen" and v.naam.begrip != taxonomie.wortel]
    return _voeg_samen(_los_op(partijen, bouw, taxonomie), bouw, taxonomie)


def _los_op(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> list[Partij]:
    """'Die club', 'die instelling' is the party named before, whatever it is called now."""
    uit: list[Partij] = []
    for partij in partijen:
        eerder = [p for p in uit if not taxonomie.is_een(p.begrip, GEZIN)]
        if eerder and bouw.wijst_aan(partij.vermelding.begin):
            naam = eerder[-1].vermelding.naam
            partij = Partij(replace(partij.vermelding, naam=naam))
        uit.append(partij)
    return uit


def _voeg_samen(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> list[Partij]:
    """'De trajectbegeleider van het samenwerkingsverband' and 'vo school' are one party each."""
    uit: list[Partij] = []
    for partij in partijen:
        vorige = uit[-1] if uit else None
        if vorige is not None and _hoort_bij(vorige, partij, bouw, taxonomie):
            begrip = van_beide(vorige.begrip, partij.begrip, taxonomie)
            plek = vorige.vermelding
            naam = replace(plek.naam, begrip=begrip)
            uit[-1] = Partij(
                replace(plek, eind=partij.vermelding.eind, naam=naam, zwak=plek.zwak and partij.vermelding.zwak)
            )
        else:
            uit.append(partij)
    return uit


def _hoort_bij(vorige: Partij, partij: Partij, bouw: Zinsbouw, taxonomie: Taxonomie) -> bool:
    if {vorige.begrip, partij.begrip} & set(bouw.partijen.werkt_nergens):
        return False
    if vorige.vermelding.eind == partij.vermelding.begin:
        return taxonomie.is_een(vorige.begrip, partij.begrip) or taxonomie.is_een(partij.begrip, vorige.begrip)
    tussen = bouw.tussen(vorige.vermelding.eind, partij.vermelding.begin)
    if bouw.verzoek.verzoek_van(partij.vermelding.begin) or bouw.krijgt_voor(vorige.vermelding.begin):
        return False
    verwant = taxonomie.is_een(vorige.begrip, partij.begrip) or taxonomie.is_een(partij.begrip, vorige.begrip)
    if tussen == ("bij",) and not verwant and not bouw.wie.zegt_wie(vorige.vermelding.begin):
        return False
    if not verwant and not any(taxonomie.is_een(vorige.begrip, f) for f in bouw.partijen.werkt_elders):
        return False
    if tussen == ("op",):
        return all(taxonomie.is_een(p.begrip, ONDERWIJS) for p in (vorige, partij))
    return tussen in tuple((w,) for w in WERKT_BIJ)


def van_beide(functie: str, organisatie: str, taxonomie: Taxonomie) -> str:
    """The narrower of two related concepts; else the organisation, unless a professional keeps an own secrecy there."""
    if taxonomie.is_een(functie, organisatie):
        return functie
    if taxonomie.is_een(organisatie, functie):
        return organisatie
    if functie == EIGEN_TEAM and taxonomie.is_een(organisatie, ONDERWIJS) and organisatie != "andere_school":
        return functie
    geheim = taxonomie.is_een(functie, GEHEIMHOUDER)
    return functie if geheim and organisatie != SWV else organisatie


def een_per_begrip(partijen: list[Partij], bouw: Zinsbouw) -> list[Partij]:
    """Of a party named more than once the mention with the clearest role counts."""
    beste: dict[str, Partij] = {}
    for partij in partijen:
        eerder = beste.get(partij.begrip)
        if eerder is None or _telt_zwaarder(partij, eerder, bouw):
            if eerder is not None:
                partij.vrager = partij.vrager or eerder.vrager
                partij.vraagt_erom = partij.vraagt_erom or (eerder.vraagt_erom and partij.saldo > 0)
            beste[partij.begrip] = partij
        elif partij.vrager:
            eerder.vrager = True
    return list(beste.values())


def _telt_zwaarder(partij: Partij, eerder: Partij, bouw: Zinsbouw) -> bool:
    """A role in the sentence that asks counts before one in the story, then the clearest role."""
    if partij.saldo == 0:
        return False
    return bouw.in_vraagzin(partij.vermelding.begin) or abs(partij.saldo) > abs(eerder.saldo)
