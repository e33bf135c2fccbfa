"""Who gives and who receives: each party named is scored on the grammar around it.

No encoder sees direction ("mag het swv delen met mij" against "mag ik delen met het swv"), so word order, prepositions
and verbs decide, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intents.grammatica import Zinsbouw
from intents.woordenboek import Vermelding
from kennis.taxonomie import Taxonomie

GEZIN = "gezin"
"""Parents and young people are mostly the subject, not a party: they need an unmistakable clue."""

GEHEIMHOUDER, JEUGDHULP, JGZ, SWV, DERDE = "geheimhouder", "jeugdhulp", "jgz", "swv", "derde"
"""Concepts whose place in a sentence needs care."""
WERKT_BIJ = ("van", "bij", "vd", "v")
"""Words between what somebody is and where he works."""
NOOIT_SAMEN = frozenset({"ouders", "jongere"})
"""Family never works at the other party."""
JONGERE, OUDERS = "jongere", "ouders"
"""The young person the question is about, and the parents."""

_STERK, _MATIG, _LICHT = 4, 2, 1
"""Weights of a clue: unmistakable, usual, faint."""


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


@dataclass(frozen=True)
class Rollen:
    """The outcome: giver, receiver, who asks the question, and whether the receiver asked for the data."""

    van: str | None
    naar: str | None
    vrager: str | None
    op_verzoek: bool


def verdeel(
    vermeldingen: Sequence[Vermelding],
    bouw: Zinsbouw,
    taxonomie: Taxonomie,
    rol: str | None,
    ontvangers: Sequence[str] = (),
) -> Rollen:
    """Decide the roles from all parties named and, when known, the party the asker belongs to."""
    partijen = [Partij(v) for v in vermeldingen if v.naam.taxonomie == "partijen" and v.naam.begrip != taxonomie.wortel]
    partijen = _voeg_samen(partijen, bouw, taxonomie)
    for partij in partijen:
        if taxonomie.is_een(partij.begrip, GEZIN):
            _weeg_gezin(partij, bouw)
        else:
            _weeg(partij, bouw)
    _weeg_nevenschikking(partijen, bouw)
    _weeg_kopje(partijen, bouw)
    _weeg_terugverwijzing(partijen, bouw, taxonomie)
    partijen = _een_per_begrip(partijen, bouw)
    vrager = _vrager(partijen, bouw, rol)
    naar = _ontvanger(partijen, vrager, taxonomie)
    _weeg_wie_overblijft(partijen, naar, taxonomie)
    van = _gever(partijen, naar, vrager, bouw)
    if naar is None:
        naar = _rest_ontvangt(partijen, van, vrager, bouw, ontvangers)
        van = van or _gever(partijen, naar, vrager, bouw)
    erom = naar is not None and naar.vraagt_erom
    return Rollen(*_met_vrager(van, naar, vrager, bouw), vrager, erom)


def _weeg_nevenschikking(partijen: list[Partij], bouw: Zinsbouw) -> None:
    """'Met wijkteam en jeugdhulp': the second does what the first does, a little less clearly."""
    for vorige, partij in pairwise(partijen):
        stil = not (partij.vrager or partij.plaats or partij.geeft or partij.krijgt)
        if stil and bouw.tussen(vorige.vermelding.eind, partij.vermelding.begin) == ("en",):
            partij.krijgt, partij.geeft = max(vorige.krijgt - 1, 0), max(vorige.geeft - 1, 0)


def _weeg_kopje(partijen: list[Partij], bouw: Zinsbouw) -> None:
    """'Schoolarts. Mag ik ...': a heading of nothing but a function says who asks."""
    plekken = [(p.vermelding.begin, p.vermelding.eind) for p in partijen]
    if not any(p.vrager for p in partijen) and bouw.wie.staat_in_kopje(plekken):
        for partij in partijen:
            partij.vrager = partij.vermelding.begin < bouw.wie.kopje_einde() and not partij.vermelding.zwak


def _weeg_terugverwijzing(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> None:
    """'The doctor knows. May she tell?', 'the judge calls, may I inform him?': the one named before."""
    if (genoemd := _eerder(partijen, bouw.verwijst_terug(), taxonomie)) is not None:
        plek = bouw.verwijst_terug()
        if bouw.geeft_iets(plek):
            genoemd.geeft += _STERK
            genoemd.krijgt, genoemd.vraagt_erom = 0, False
        elif bouw.krijgt_iets(plek):
            genoemd.krijgt += _STERK
    if (vraagt := _eerder(partijen, bouw.verzoek.vraagt_terug(), taxonomie)) is not None:
        vraagt.krijgt += _STERK
        vraagt.vraagt_erom = True
    if (hoort := _eerder(partijen, bouw.spreekt_terug_aan(), taxonomie)) is not None:
        hoort.krijgt += _MATIG


def _eerder(partijen: list[Partij], plek: int | None, taxonomie: Taxonomie) -> Partij | None:
    """The last party before a place that is not the asker, the family or only a place."""
    eerder = [
        p
        for p in partijen
        if plek is not None and p.vermelding.begin < plek and not taxonomie.is_een(p.begrip, GEZIN)
    ]
    return next((p for p in reversed(eerder) if not p.vrager and not p.plaats), None)


def _voeg_samen(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> list[Partij]:
    """'De trajectbegeleider van het samenwerkingsverband' and 'vo school' are one party each."""
    uit: list[Partij] = []
    for partij in partijen:
        vorige = uit[-1] if uit else None
        if vorige is not None and _hoort_bij(vorige, partij, bouw, taxonomie):
            begrip = _van_beide(vorige.begrip, partij.begrip, taxonomie)
            plek = vorige.vermelding
            naam = replace(plek.naam, begrip=begrip)
            uit[-1] = Partij(
                replace(plek, eind=partij.vermelding.eind, naam=naam, zwak=plek.zwak and partij.vermelding.zwak)
            )
        else:
            uit.append(partij)
    return uit


def _hoort_bij(vorige: Partij, partij: Partij, bouw: Zinsbouw, taxonomie: Taxonomie) -> bool:
    if vorige.begrip in NOOIT_SAMEN or partij.begrip in NOOIT_SAMEN:
        return False
    if vorige.vermelding.eind == partij.vermelding.begin:
        return taxonomie.is_een(vorige.begrip, partij.begrip) or taxonomie.is_een(partij.begrip, vorige.begrip)
    tussen = bouw.tussen(vorige.vermelding.eind, partij.vermelding.begin)
    verwant = taxonomie.is_een(vorige.begrip, partij.begrip) or taxonomie.is_een(partij.begrip, vorige.begrip)
    if tussen == ("bij",) and not verwant and not bouw.wie.zegt_wie(vorige.vermelding.begin):
        return False
    return tussen in tuple((w,) for w in WERKT_BIJ)


def _van_beide(functie: str, organisatie: str, taxonomie: Taxonomie) -> str:
    """The narrower of two related concepts; else the organisation, unless a professional keeps an own secrecy there."""
    if taxonomie.is_een(functie, organisatie):
        return functie
    if taxonomie.is_een(organisatie, functie):
        return organisatie
    geheim = taxonomie.is_een(functie, GEHEIMHOUDER)
    return functie if geheim and organisatie != SWV else organisatie


def _een_per_begrip(partijen: list[Partij], bouw: Zinsbouw) -> list[Partij]:
    """Of a party named more than once the mention with the clearest role counts."""
    beste: dict[str, Partij] = {}
    for partij in partijen:
        eerder = beste.get(partij.begrip)
        if eerder is None or _telt_zwaarder(partij, eerder, bouw):
            if eerder is not None and eerder.vrager:
                partij.vrager = True
            beste[partij.begrip] = partij
        elif partij.vrager:
            eerder.vrager = True
    return list(beste.values())


def _telt_zwaarder(partij: Partij, eerder: Partij, bouw: Zinsbouw) -> bool:
    """A role in the sentence that asks counts before one in the story, then the clearest role."""
    if partij.saldo == 0:
        return False
    return bouw.in_vraagzin(partij.vermelding.begin) or abs(partij.saldo) > abs(eerder.saldo)


def _weeg(partij: Partij, bouw: Zinsbouw) -> None:
    """Clues in the words right before and after one party."""
    v = partij.vermelding
    partij.vrager = bouw.wie.stelt_zich_voor(v.begin, v.eind) or bouw.wie.is_eigen(v.begin, partij.begrip)
    voorzetsel = bouw.voorzetsel_voor(v.begin)
    krijgt = bouw.krijgt_iets(v.begin)
    if voorzetsel == "naar":
        if (bouw.is_met_bij(v.begin) and krijgt) or bouw.wordt_gevraagd(v.begin):
            partij.geeft += _MATIG
        else:
            partij.krijgt += _MATIG
    elif voorzetsel == "van":
        partij.geeft += _MATIG if krijgt else _LICHT
    elif voorzetsel == "plaats":
        partij.plaats = True
    if bouw.is_lijdend_voor_geef(v.eind) and voorzetsel is None:
        partij.krijgt += _MATIG
    if bouw.zwijgt_na(v.eind):
        partij.geeft += _STERK + 1
    elif voorzetsel is None and bouw.geeft_uit_zichzelf(v.eind):
        partij.geeft += _STERK
    elif bouw.vraagt_erom(v.begin, v.eind) and not partij.vrager:
        partij.krijgt += _STERK
        partij.vraagt_erom = True
    if bouw.gevraagde(v.begin):
        partij.geeft += _MATIG
    if bouw.modaal_voor(v.begin) and bouw.lijdende_vorm(v.begin):
        partij.krijgt += _STERK
    elif bouw.modaal_voor(v.begin) or (bouw.wil_voor(v.begin) and bouw.geeft_iets(v.begin)):
        if krijgt:
            partij.krijgt += _STERK
            partij.vraagt_erom = bouw.vraagt_op(v.begin)
        else:
            partij.geeft += _STERK
    if v.zwak:
        partij.geeft, partij.krijgt = partij.geeft // 2, partij.krijgt // 2


def _weeg_gezin(partij: Partij, bouw: Zinsbouw) -> None:
    """Parents and young people take part only when spoken to, or when it is said that they tell it themselves."""
    v = partij.vermelding
    partij.plaats = True
    partij.vrager = bouw.wie.is_zelf(v.begin, kind=partij.begrip == JONGERE)
    if partij.begrip == OUDERS and not partij.vrager and bouw.verzoek.ouder_vraagt(v.eind):
        partij.krijgt += _MATIG
        partij.vraagt_erom = True
        return
    if bouw.spreekt_aan(v.begin, v.eind, kind=partij.begrip == JONGERE):
        partij.krijgt += _MATIG
    elif bouw.vertelt_zelf(v.begin, v.eind):
        partij.geeft += _STERK


def _vrager(partijen: list[Partij], bouw: Zinsbouw, rol: str | None) -> str | None:
    zelf = [p for p in partijen if p.vrager]
    if zelf:
        return zelf[-1].begrip if len(zelf) == 1 else _nauwste(zelf)
    return rol


def _nauwste(zelf: list[Partij]) -> str:
    """'Intern begeleider bij een kinderopvang': where one works says more than what one is called."""
    achter = [p for p in zelf if p.vermelding.begin >= zelf[0].vermelding.eind]
    return (achter[0] if achter else zelf[0]).begrip


def _ontvanger(partijen: list[Partij], vrager: str | None, taxonomie: Taxonomie) -> Partij | None:
    kandidaten = [p for p in partijen if p.saldo > 0 and not (p.vrager and p.saldo < _STERK)]
    anderen = [p for p in kandidaten if p.begrip != vrager] or kandidaten
    buiten_gezin = [p for p in anderen if not taxonomie.is_een(p.begrip, GEZIN)] or anderen
    return max(buiten_gezin, key=lambda p: (p.saldo, p.vermelding.begin), default=None)


def _weeg_wie_overblijft(partijen: list[Partij], naar: Partij | None, taxonomie: Taxonomie) -> None:
    """In telegram style the party without any clue gives when another one receives."""
    overig = [
        p
        for p in partijen
        if not (p.vrager or p.plaats or p.geeft or p.krijgt)
        and (not taxonomie.is_een(p.begrip, DERDE) or taxonomie.is_een(p.begrip, GEHEIMHOUDER))
    ]
    if naar is not None and naar.vraagt_erom:
        overig = [p for p in overig if taxonomie.is_een(p.begrip, JGZ) or taxonomie.is_een(p.begrip, JEUGDHULP)]
    if naar is not None and overig:
        overig[0].geeft += _LICHT


def _gever(partijen: list[Partij], naar: Partij | None, vrager: str | None, bouw: Zinsbouw) -> Partij | None:
    kandidaten = [p for p in partijen if p.saldo < 0 and p is not naar and not p.vrager]
    nodig = _MATIG if bouw.krijgt_iets() else _STERK
    sterk = [p for p in kandidaten if -p.saldo >= nodig]
    if vrager is not None and not sterk:
        return None
    return min(kandidaten, key=lambda p: p.saldo, default=None)


def _rest_ontvangt(
    partijen: list[Partij], van: Partij | None, vrager: str | None, bouw: Zinsbouw, ontvangers: Sequence[str]
) -> Partij | None:
    """A party without a clue beside an asker who gives: 'opp swv sturen ok?'."""
    if van is not None and -van.saldo >= _STERK and vrager is not None:
        return None
    rest = [
        p
        for p in partijen
        if not (p.vrager or p.plaats or p.geeft or p.krijgt or p.vermelding.zwak) and p.begrip != vrager
    ]
    geeft = bouw.geeft_iets()
    if rest and geeft and (van is not None or vrager is not None or bouw.ik_geef()):
        gevraagd = [p for p in rest if bouw.in_vraagzin(p.vermelding.begin)]
        return gevraagd[-1] if gevraagd else rest[0]
    if len(rest) > 1 and geeft:
        rest[0].geeft += _LICHT
        return rest[-1]
    return next((p for p in rest if p.begrip in ontvangers), None)


def _met_vrager(
    van: Partij | None, naar: Partij | None, vrager: str | None, bouw: Zinsbouw
) -> tuple[str | None, str | None]:
    """The asker takes the role that is still open."""
    van_id, naar_id = van.begrip if van else None, naar.begrip if naar else None
    if vrager is None:
        return van_id, naar_id
    if van_id is None and naar_id is None:
        return (None, vrager) if bouw.krijgt_iets() and not bouw.ons_geeft() else (vrager, None)
    if van_id is None and naar_id != vrager:
        return vrager, naar_id
    if naar_id is None and van_id != vrager:
        return van_id, vrager
    return van_id, naar_id
