"""The options of a question, and which of them the rules bear out."""

from collections.abc import Sequence

from kennis.feiten import MEERVOUDIG, Feiten
from kennis.leren.model import Leeroptie, Leervraag
from kennis.leren.teksten import Leerteksten
from kennis.model import Als, Oordeel
from kennis.uitkomst import Uitkomst

OUDERS, JONGERE = "ouders", "jongere"


def feiten_van(als: Als) -> Feiten:
    """Conditions as the facts of one case."""
    velden = {d.value: w if d in MEERVOUDIG else w[0] for d, w in als.per_dimensie().items()}
    return Feiten(**velden)  # type: ignore[arg-type]


def opties_van(vraag: Leervraag, teksten: Leerteksten) -> tuple[Leeroptie, ...]:
    """The options of a lesson's question."""
    if vraag.wie:
        return wie_opties(teksten)
    return oordeel_opties(vraag.oordelen, teksten) if vraag.oordelen else vraag.opties


def oordeel_opties(oordelen: Sequence[Oordeel], teksten: Leerteksten) -> tuple[Leeroptie, ...]:
    """Verdicts as options, always in the same order."""
    return tuple(Leeroptie(tekst=tekst, oordeel=(o,)) for o, tekst in teksten.oordelen.items() if o in oordelen)


def wie_opties(teksten: Leerteksten) -> tuple[Leeroptie, ...]:
    """Who may consent, as options."""
    return (
        Leeroptie(tekst=teksten.wie.ouders, wie=(OUDERS,)),
        Leeroptie(tekst=teksten.wie.samen, wie=(OUDERS, JONGERE)),
        Leeroptie(tekst=teksten.wie.jongere, wie=(JONGERE,)),
    )


def klopt(optie: Leeroptie, uitkomst: Uitkomst) -> bool:
    """Whether everything an option stands for is so."""
    ids = {a.id for a in uitkomst.aanvullingen}
    return (
        (not optie.oordeel or uitkomst.oordeel in optie.oordeel)
        and (not optie.wie or uitkomst.wie == set(optie.wie))
        and (optie.aanvulling is None or optie.aanvulling in ids)
        and optie.zonder_aanvulling not in ids
    )


def juiste(opties: Sequence[Leeroptie], uitkomst: Uitkomst) -> list[int]:
    """The places of the options that are right; a good question has one."""
    return [nr for nr, optie in enumerate(opties) if klopt(optie, uitkomst)]
