"""Rules and answers as they are handed out: one row each, with names instead of ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kennis.laden import Kennis
from kennis.model import Antwoord, Dimensie, Herkomst, Inhoud, Regel


@dataclass(frozen=True)
class Rij:
    """One rule or answer."""

    soort: str
    """'regel' or 'antwoord'."""
    id: str
    titel: str
    """When a rule holds, or what an answer is about."""
    inhoud: Inhoud
    grondslagen: tuple[str, ...]
    """Laws and articles, in words."""
    bronnen: tuple[str, ...]
    geldig_van: date
    geldig_tot: date | None
    beoordeeld_op: date
    regio: str
    """Empty: the whole country."""


def rijen(kennis: Kennis, regio: str | None = None, dag: date | None = None) -> Iterator[Rij]:
    """Everything that holds in a region (everywhere when none is named) and on a day (always when none is named)."""
    for regel in kennis.regels.values():
        if _geldt(regel, regio, dag):
            yield _rij(
                kennis, "regel", regel, als_in_woorden(kennis, regel.als.per_dimensie()), _met_namen(kennis, regel)
            )
    for antwoord in kennis.antwoorden.values():
        if _geldt(antwoord, regio, dag):
            yield _rij(kennis, "antwoord", antwoord, antwoord.titel, antwoord.dan)


def _geldt(herkomst: Herkomst, regio: str | None, dag: date | None) -> bool:
    return (regio is None or herkomst.regio in (None, regio)) and (dag is None or herkomst.geldt_op(dag))


def _rij(kennis: Kennis, soort: str, item: Regel | Antwoord, titel: str, inhoud: Inhoud) -> Rij:
    return Rij(
        soort=soort,
        id=item.id,
        titel=titel,
        inhoud=inhoud,
        grondslagen=tuple(grondslag(kennis, naam) for naam in inhoud.grondslagen),
        bronnen=item.bronnen,
        geldig_van=item.geldig_van,
        geldig_tot=item.geldig_tot,
        beoordeeld_op=item.beoordeeld_op,
        regio=item.regio or "",
    )


def grondslag(kennis: Kennis, naam: str) -> str:
    """A legal basis in words: 'Leerplichtwet 1969, artikel 16'."""
    item = kennis.grondslagen[naam]
    nummer = item.artikel_nu or item.artikel
    return f"{item.wet}, artikel {nummer}" if nummer else item.wet


def _met_namen(kennis: Kennis, regel: Regel) -> Inhoud:
    """The content with the parties of the conditions where a sentence asks for them."""
    if "{" not in regel.dan.kort:
        return regel.dan
    namen: dict[str, str] = {}
    for dim in (Dimensie.VAN, Dimensie.NAAR):
        waarden = regel.als.per_dimensie().get(dim) or (kennis.taxonomie(dim).wortel,)
        naam = " of ".join(kennis.taxonomie(dim)[waarde].naam for waarde in waarden)
        namen |= {dim.value: naam, dim.value.capitalize(): naam[0].upper() + naam[1:]}
    return regel.dan.model_copy(update={"kort": regel.dan.kort.format(**namen)})


def als_in_woorden(kennis: Kennis, als: Mapping[Dimensie, tuple[str, ...]]) -> str:
    """Conditions in words: 'van de school, naar het samenwerkingsverband, gegevens: verzuim'."""
    delen = []
    for dim, waarden in als.items():
        namen = " of ".join(kennis.taxonomie(dim)[waarde].naam for waarde in waarden)
        delen.append(f"{dim.value} {namen}" if dim in (Dimensie.VAN, Dimensie.NAAR) else f"{dim.value}: {namen}")
    return ", ".join(delen) or "als er niets bekend is"
