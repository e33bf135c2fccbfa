"""Sift mentions: a word that names a concept does not always mean it ('voor de derde keer', 'waar hij zat')."""

from collections.abc import Sequence
from dataclasses import replace

from intents.tekst import Woord
from intents.woordenboek import Begripnaam, Vermelding

_VOOR_OVERLEG = frozenset(
    "het t ons een dit in naar bij uit voor via tijdens van vanuit ieder elk na volgende vorige".split()
)
"""Before an abbreviated meeting; anything else makes 'zat' the past tense of 'zitten'."""
_NA_RANGNUMMER = frozenset("partij partijen instantie persoon organisatie betrokkene".split())
_KREEG_BERICHT = frozenset("mailt mailde mailden appt appte appten gemaild geappt whatsappt doormailt".split())
"""Somebody else's message; nothing is sent by us."""
_STUK = frozenset("mail mailtje mails mailtjes appje email e-mail app-bericht appbericht smsje".split())
_VERSTUUR = frozenset(
    "per via in gewone onbeveiligde onveilige normale met beveiligde door sturen versturen stuur delen".split()
)
_NOG_TE_ZEGGEN = frozenset("vertellen noemen zeggen bespreken horen delen".split())
"""What is still to be said in a meeting does not come from it."""
_GEEN_TAFEL = frozenset({"overdracht", "melding", "bilateraal", "intern", "eigen_gebruik"})
"""Ways of sharing whose wording may hold a party: 'gaat naar het roc'."""
_WIJ = frozenset({"ik", "wij", "we"})
_HOUDING = frozenset({"weigeren", "weiger", "tegenhouden", "verbieden", "tegenwerken", "blokkeren"})
"""Verbs that, with us as subject, say nothing about the consent of others."""
_NEE = frozenset({"geen", "niet", "nooit", "zonder", "niks", "niets", "nergens"})
_NODIG = frozenset({"vereist", "nodig", "benodigd", "noodzakelijk", "verplicht"})
"""Whether a yes is needed is another question than whether it was said."""
_ONTKEND_IS_HET = frozenset({"anoniem", "verblijfsstatus"})
"""Data whose name holds a denial: 'geen papieren'."""
_GEEN_OUDER = frozenset({"oude", "oud", "oudere", "ouder"})


def schift(vermeldingen: Sequence[Vermelding], zin: Sequence[Woord]) -> tuple[Vermelding, ...]:
    """The mentions that count, in order."""
    tafels = [v for v in vermeldingen if v.naam.taxonomie == "overleg" and v.naam.begrip not in _GEEN_TAFEL]
    overleg = {i for v in tafels for i in range(v.begin, v.eind)}
    toets = {
        "gegevens": lambda v: (
            not _ontkend(zin, v.begin) if v.naam.begrip not in _ONTKEND_IS_HET else not _hoeft_niet(zin, v)
        ),
        "partijen": lambda v: v.begin not in overleg and _is_partij(zin, v),
        "overleg": lambda v: not (zin[v.begin].vorm == "zat" and v.eind == v.begin + 1 and not _is_zat(zin, v.begin)),
        "situatie": lambda v: _speelt(zin, v),
        "toestemming": lambda v: not _eigen_houding(zin, v),
    }
    telt = (v for v in vermeldingen if v.naam.taxonomie not in toets or toets[v.naam.taxonomie](v))
    return tuple(_niet_gegeven(zin, _zonder_ondersteuning(zin, v)) for v in telt)


def _niet_gegeven(zin: Sequence[Woord], v: Vermelding) -> Vermelding:
    """'Gaven nooit toestemming', 'zonder dat zij tekenden', 'is instemming vereist': a yes that was not said."""
    if v.naam != Begripnaam("toestemming", "gegeven"):
        return v
    voor = _deelzin_voor(zin, v.begin)
    eigen = {w.vorm for w in zin[v.begin : v.eind]}
    if "zonder" in voor or _NEE & {*voor[-2:], *eigen}:
        return replace(v, naam=Begripnaam("toestemming", "ontbreekt"))
    if _NODIG & {w.vorm for w in zin if w.zin == zin[v.begin].zin}:
        return replace(v, naam=Begripnaam("toestemming", "toestemming"))
    return v


def _deelzin_voor(zin: Sequence[Woord], plek: int) -> list[str]:
    """Words of the same clause before a place."""
    begin = plek
    while begin and not zin[begin - 1].is_leesteken:
        begin -= 1
    return [w.vorm for w in zin[begin:plek]]


def _zonder_ondersteuning(zin: Sequence[Woord], v: Vermelding) -> Vermelding:
    """'Zonder zorgvraag' is a pupil without extra support."""
    if v.naam != Begripnaam("leerling", "extra_ondersteuning") or not _ontkend(zin, v.begin):
        return v
    return replace(v, naam=Begripnaam("leerling", "geen_ondersteuning"))


def _ontkend(zin: Sequence[Woord], begin: int) -> bool:
    """Whether the words right before deny what follows."""
    voor = [w.vorm for w in zin[max(0, begin - 2) : begin]]
    if voor and voor[-1] in ("enig", "enige", "een", "extra", "aparte", "verdere", "speciale", "bijzondere"):
        voor = voor[:-1]
    return bool(voor) and (
        voor[-1] in ("geen", "zonder") or voor in (["niet", "om"], ["niet", "over"], ["niks", "over"])
    )


def _is_partij(zin: Sequence[Woord], v: Vermelding) -> bool:
    vorm = zin[v.begin].vorm
    if v.eind > v.begin + 1:
        return True
    if v.naam.begrip == "ouders" and vorm in _GEEN_OUDER:
        return vorm == "ouder" and _vorm(zin, v.eind) != "dan" and _vorm(zin, v.begin - 1) not in ("jaar", "iets", "jr")
    if vorm != "derde":
        return True
    return _vorm(zin, v.begin - 1) in ("een", "als") or _vorm(zin, v.eind) in _NA_RANGNUMMER


def _is_zat(zin: Sequence[Woord], plek: int) -> bool:
    """Whether 'zat' is the meeting and not the verb."""
    voor, daarvoor = _vorm(zin, plek - 1), _vorm(zin, plek - 2)
    if plek == 0 or zin[plek - 1].is_leesteken:
        return plek + 1 >= len(zin) or zin[plek + 1].is_leesteken or _vorm(zin, plek + 1) in ("mdo", "overleg")
    return voor in _VOOR_OVERLEG and daarvoor not in ("hoe", "waar", "wat", "waarom", "dat")


def _speelt(zin: Sequence[Woord], v: Vermelding) -> bool:
    if v.naam.begrip == "uit_casusoverleg":
        return not any(zin[i].vorm in _NOG_TE_ZEGGEN for i in range(v.begin, v.eind))
    return v.naam.begrip != "beveiliging" or _verstuurt_iets(zin, v)


def _hoeft_niet(zin: Sequence[Woord], v: Vermelding) -> bool:
    """'Zij hoeven geen naam te krijgen' asks whether nothing goes out; it does not say that the names are off."""
    if zin[v.begin].vorm != "geen":
        return False
    return bool({w.vorm for w in zin[: v.begin] if w.zin == zin[v.begin].zin} & {"hoeft", "hoeven", "hoef"})


def _verstuurt_iets(zin: Sequence[Woord], v: Vermelding) -> bool:
    """Whether a message goes out: 'ik mail het', 'per mail', and not 'de school mailt' or 'een mail gekregen'."""
    vorm = zin[v.begin].vorm
    if v.eind > v.begin + 1 or vorm not in _KREEG_BERICHT | _STUK:
        return True
    if vorm in _KREEG_BERICHT:
        return False
    return bool({w.vorm for w in zin[max(0, v.begin - 3) : v.eind + 3]} & _VERSTUUR)


def _eigen_houding(zin: Sequence[Woord], v: Vermelding) -> bool:
    """'Mogen wij dat weigeren?' tells what we want, not what was said by those who consent."""
    laatste = zin[v.eind - 1].vorm
    if laatste not in _HOUDING:
        return False
    stuk = [w.vorm for w in zin if w.zin == zin[v.begin].zin]
    plek = sum(1 for w in zin[: v.begin] if w.zin == zin[v.begin].zin)
    return bool(_WIJ & set(stuk[max(0, plek - 4) : plek]))


def _vorm(zin: Sequence[Woord], plek: int) -> str:
    return zin[plek].vorm if 0 <= plek < len(zin) else ""
