"""Who gives and who receives: each party named is scored on the grammar around it.

No encoder sees direction ("mag het swv delen met mij" against "mag ik delen met het swv"), so word order, prepositions
and verbs decide, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from intents.grammatica import Zinsbouw
from intents.partijen import (
    GEHEIMHOUDER,
    GEZIN,
    JONGERE,
    ONDERWIJS,
    OUDERS,
    Partij,
    een_per_begrip,
    partijen_in,
    van_beide,
)
from intents.woordenboek import Vermelding
from kennis.taxonomie import Taxonomie

JEUGDHULP, JGZ, DERDE, KINDEROPVANG, DUO = "jeugdhulp", "jgz", "derde", "kinderopvang", "duo"
"""Concepts whose place in a sentence needs care."""

_STERK, _MATIG, _LICHT = 4, 2, 1
"""Weights of a clue: unmistakable, usual, faint."""


@dataclass(frozen=True)
class Rollen:
    """The outcome: giver, receiver, who asks the question, and whether the receiver asked for the data."""

    van: str | None
    naar: str | None
    vrager: str | None
    op_verzoek: bool


def verdeel(vermeldingen: Sequence[Vermelding], bouw: Zinsbouw, taxonomie: Taxonomie, rol: str | None) -> Rollen:
    """Decide the roles from all parties named and, when known, the party the asker belongs to."""
    partijen = partijen_in(vermeldingen, bouw, taxonomie)
    for partij in partijen:
        if taxonomie.is_een(partij.begrip, GEZIN):
            _weeg_gezin(partij, bouw)
        else:
            _weeg(partij, bouw)
    _weeg_nevenschikking(partijen, bouw)
    _weeg_kopje(partijen, bouw)
    _weeg_wie_het_doet(partijen, bouw, taxonomie)
    _weeg_terugverwijzing(partijen, bouw, taxonomie)
    partijen = een_per_begrip(partijen, bouw)
    vrager = _vrager(partijen, bouw, taxonomie) or rol or _plek_vooraan(partijen, bouw, taxonomie)
    naar = _ontvanger(partijen, vrager, taxonomie)
    _weeg_wie_overblijft(partijen, naar, taxonomie)
    van = _gever(partijen, naar, vrager, bouw)
    if naar is None:
        naar = _rest_ontvangt(partijen, van, vrager, bouw)
        van = van or _gever(partijen, naar, vrager, bouw)
    gezin_vertelt = van is not None and taxonomie.is_een(van.begrip, GEZIN)
    if naar is None and (gezin_vertelt or bouw.wij_vertellen_daar()):
        naar = next((p for p in partijen if p.plaats and not taxonomie.is_een(p.begrip, GEZIN)), None)
    erom = naar is not None and naar.vraagt_erom
    return Rollen(*_met_vrager(van, naar, vrager, bouw), vrager, erom)


def _weeg_wie_het_doet(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> None:
    """'The firm tells that ... May I pass that on?': what others did in the story settles no role; nor do outsiders."""
    for partij in partijen:
        if bouw.in_vraagzin(partij.vermelding.begin):
            continue
        if bouw.wij_geven() and not partij.vrager and not taxonomie.is_een(partij.begrip, GEZIN):
            partij.geeft = 0
            partij.plaats = partij.plaats or bouw.is_stuk_van(partij.vermelding.begin)
        buiten = taxonomie.is_een(partij.begrip, DERDE) and not taxonomie.is_een(partij.begrip, GEHEIMHOUDER)
        buiten = buiten and not partij.vraagt_erom
        if buiten and not bouw.geeft_iets(partij.vermelding.begin) and not bouw.weet_niets(partij.vermelding.eind):
            partij.krijgt, partij.terzijde = 0, True


def _weeg_nevenschikking(partijen: list[Partij], bouw: Zinsbouw) -> None:
    """'Met wijkteam en jeugdhulp': the second does what the first does, a little less clearly."""
    for vorige, partij in pairwise(partijen):
        stil = not (partij.vrager or partij.plaats or partij.geeft or partij.krijgt)
        if stil and bouw.tussen(vorige.vermelding.eind, partij.vermelding.begin) == ("en",):
            partij.krijgt, partij.geeft = max(vorige.krijgt - 1, 0), max(vorige.geeft - 1, 0)


def _weeg_kopje(partijen: list[Partij], bouw: Zinsbouw) -> None:
    """'Schoolarts. Mag ik ...': a heading of nothing but a function says who asks; 'swv:' may be the receiver."""
    plekken = [(p.vermelding.begin, p.vermelding.eind) for p in partijen]
    if any(p.vrager for p in partijen) or not bouw.wie.staat_in_kopje(plekken):
        return
    for partij in partijen:
        kaal = partij.begrip in bouw.partijen.alleen_ontvangt and not bouw.wie.is_mens(
            partij.vermelding.begin, partij.vermelding.eind
        )
        in_kopje = partij.vermelding.begin < bouw.wie.kopje_einde()
        partij.vrager = in_kopje and not partij.vermelding.zwak and not kaal


def _weeg_terugverwijzing(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> None:
    """'The doctor knows. May she tell?', 'the judge calls, may I inform him?': the one named before."""
    if (genoemd := _eerder(partijen, bouw.verwijst_terug(), taxonomie)) is not None:
        plek = bouw.verwijst_terug()
        if bouw.geeft_iets(plek):
            genoemd = _eerder([p for p in partijen if not p.vraagt_erom], plek, taxonomie) or genoemd
            genoemd.geeft += _STERK
            genoemd.krijgt, genoemd.vraagt_erom = 0, False
        elif bouw.krijgt_iets(plek):
            genoemd.krijgt += _STERK
    if (vraagt := _eerder(partijen, bouw.verzoek.vraagt_terug(), taxonomie)) is not None:
        vraagt.krijgt += _STERK
        vraagt.vraagt_erom = True
    plek = bouw.spreekt_terug_aan()
    if (hoort := _eerder(partijen, plek, taxonomie) or _ouders_eerder(partijen, plek, bouw)) is not None:
        hoort.krijgt += _MATIG


def _eerder(partijen: list[Partij], plek: int | None, taxonomie: Taxonomie) -> Partij | None:
    """The last party before a place that is not the asker, the family or only a place."""
    eerder = [
        p for p in partijen if plek is not None and p.vermelding.begin < plek and not taxonomie.is_een(p.begrip, GEZIN)
    ]
    return next((p for p in reversed(eerder) if not p.vrager and not p.plaats), None)


def _ouders_eerder(partijen: list[Partij], plek: int | None, bouw: Zinsbouw) -> Partij | None:
    """'Haar ouders weten niets. Mag ik hen inlichten': they are the only ones in the plural."""
    if plek is None or not bouw.is_meervoud(plek):
        return None
    ouders = [p for p in partijen if p.begrip == OUDERS and p.vermelding.begin < plek]
    return ouders[-1] if ouders else None


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
    elif voorzetsel == "van" and bouw.komt_uit(v.begin):
        partij.plaats = True
    elif voorzetsel == "van":
        partij.geeft += _MATIG if krijgt else _LICHT
    elif voorzetsel == "plaats":
        partij.plaats = True
    if bouw.is_lijdend_voor_geef(v.eind) and voorzetsel is None:
        if bouw.wordt_bevraagd(v.begin):
            partij.geeft += _STERK
        else:
            partij.krijgt += _MATIG
    if (bijzin := bouw.mag_in_bijzin(v.begin, v.eind)) is not None:
        partij.geeft += _STERK if bijzin == "geeft" else 0
        partij.krijgt += _STERK if bijzin == "krijgt" else 0
    if bouw.zwijgt_na(v.eind):
        partij.geeft += _STERK + 1
    elif voorzetsel is None and (bouw.geeft_uit_zichzelf(v.eind) or bouw.geeft_voor(v.begin)):
        partij.geeft += _STERK
    elif bouw.vraagt_erom(v.begin, v.eind) and not partij.vrager and partij.geeft < _STERK:
        partij.krijgt += _STERK
        partij.vraagt_erom = True
    if bouw.krijgt_voor(v.begin) or (voorzetsel is None and krijgt and bouw.modaal_na(v.eind)):
        partij.krijgt += _STERK
    if bouw.gevraagde(v.begin):
        partij.geeft += _MATIG
    if bouw.modaal_voor(v.begin) and bouw.lijdende_vorm(v.begin):
        partij.krijgt += _STERK
    elif (bouw.modaal_voor(v.begin) and voorzetsel != "van") or (bouw.wil_voor(v.begin) and bouw.geeft_iets(v.begin)):
        if krijgt:
            partij.krijgt += _STERK
            partij.vraagt_erom = bouw.vraagt_op(v.begin)
        else:
            partij.geeft += _STERK
    if partij.begrip in bouw.partijen.geeft_zelden and not bouw.modaal_voor(v.begin):
        partij.geeft = 0
    if partij.begrip == DUO and voorzetsel == "plaats":
        partij.plaats, partij.krijgt = False, _MATIG
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
    if bouw.wil_zelf(v.eind):
        partij.geeft += _STERK
    elif bouw.spreekt_aan(v.begin, v.eind, kind=partij.begrip == JONGERE):
        partij.krijgt += _MATIG
    elif bouw.vertelt_zelf(v.begin, v.eind):
        partij.geeft += _STERK


def _vrager(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> str | None:
    zelf = [p for p in partijen if p.vrager]
    if not zelf:
        return None
    return zelf[-1].begrip if len(zelf) == 1 else _nauwste(zelf, taxonomie)


def _nauwste(zelf: list[Partij], taxonomie: Taxonomie) -> str:
    """'Intern begeleider bij een kinderopvang': where one works says more than what one is called, secrecy apart."""
    achter = [p for p in zelf if p.vermelding.begin >= zelf[0].vermelding.eind]
    return van_beide(zelf[0].begrip, achter[0].begrip, taxonomie) if achter else zelf[0].begrip


def _plek_vooraan(partijen: list[Partij], bouw: Zinsbouw, taxonomie: Taxonomie) -> str | None:
    """'Op de peutergroep zit een kind. Mag ik ...': the place the question opens with is the asker's."""
    eerste = min(partijen, key=lambda p: p.vermelding.begin, default=None)
    if eerste is None or taxonomie.is_een(eerste.begrip, GEZIN):
        return None
    eigen = any(taxonomie.is_een(eerste.begrip, o) for o in (ONDERWIJS, KINDEROPVANG, JEUGDHULP))
    return eerste.begrip if eigen and bouw.wie.opent_met(eerste.vermelding.begin) else None


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


def _rest_ontvangt(partijen: list[Partij], van: Partij | None, vrager: str | None, bouw: Zinsbouw) -> Partij | None:
    """A party without a clue beside an asker who gives: 'opp swv sturen ok?'."""
    if van is not None and -van.saldo >= _STERK and vrager is not None:
        return None
    rest = [
        p
        for p in partijen
        if not (p.vrager or p.plaats or p.terzijde or p.geeft or p.krijgt or p.vermelding.zwak) and p.begrip != vrager
    ]
    geeft = bouw.geeft_iets()
    if rest and geeft and (van is not None or vrager is not None or bouw.ik_geef()):
        gevraagd = [p for p in rest if bouw.in_vraagzin(p.vermelding.begin)]
        return gevraagd[-1] if gevraagd else rest[0]
    if len(rest) > 1 and geeft:
        rest[0].geeft += _LICHT
        return rest[-1]
    return next((p for p in rest if p.begrip in bouw.partijen.alleen_ontvangt), None)


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
