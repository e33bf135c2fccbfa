"""Walks all content: every `Inhoud` and every sentence a user may read, with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from kennis.laden import Kennis
from kennis.model import Inhoud

Veld = tuple[str | int, ...]


@dataclass(frozen=True)
class Blok:
    """One `Inhoud` with its sources and place."""

    soort: str
    """Kind of entry, as in `Kennis.plekken`."""
    id: str
    veld: Veld
    inhoud: Inhoud
    bronnen: tuple[str, ...]


@dataclass(frozen=True)
class Tekst:
    """One text a user reads."""

    soort: str
    id: str
    veld: Veld
    tekst: str


def blokken(kennis: Kennis) -> Iterator[Blok]:
    """Content of rules, answers, variants and what is laid down about meetings."""
    for regel in kennis.regels.values():
        yield Blok("regels", regel.id, ("dan",), regel.dan, regel.bronnen)
    for antwoord in kennis.antwoorden.values():
        yield Blok("antwoorden", antwoord.id, ("dan",), antwoord.dan, antwoord.bronnen)
        for nr, variant in enumerate(antwoord.varianten):
            yield Blok("antwoorden", antwoord.id, ("varianten", nr, "dan"), variant.dan, variant.bronnen)
    yield from _aspecten(kennis)


def _aspecten(kennis: Kennis) -> Iterator[Blok]:
    for regio in kennis.regios.values():
        for nr, vergadering in enumerate(regio.vergaderingen):
            for naam, aspect in vergadering.aspecten.items():
                veld = ("vergaderingen", nr, "aspecten", naam, "dan")
                yield Blok("regios", regio.id, veld, aspect.dan, aspect.bronnen)


def zinnen_van(blok: Blok) -> Iterator[Tekst]:
    """Every text of a block, with its field."""
    inhoud = blok.inhoud

    def tekst(waarde: str, *veld: str | int) -> Tekst:
        return Tekst(blok.soort, blok.id, (*blok.veld, *veld), waarde)

    yield tekst(inhoud.kort, "kort")
    for naam in ("punten", "voorwaarden", "stappen", "let_op"):
        for nr, zin in enumerate(getattr(inhoud, naam)):
            yield tekst(zin, naam, nr)
    if inhoud.toestemming is not None and inhoud.toestemming.toelichting:
        yield tekst(inhoud.toestemming.toelichting, "toestemming", "toelichting")
    if inhoud.wedervraag is not None:
        yield tekst(inhoud.wedervraag.tekst, "wedervraag", "tekst")
        for nr, optie in enumerate(inhoud.wedervraag.opties):
            yield tekst(optie.tekst, "wedervraag", "opties", nr, "tekst")


def losse_teksten(kennis: Kennis) -> Iterator[Tekst]:
    """Texts outside the blocks: additions, explanations of concepts and laws, notes on contradictions."""
    for aanvulling in kennis.aanvullingen.values():
        for naam in ("punten", "voorwaarden", "let_op"):
            for nr, zin in enumerate(getattr(aanvulling, naam)):
                yield Tekst("aanvullingen", aanvulling.id, (naam, nr), zin)
    for taxonomie in kennis.taxonomieen.values():
        for begrip in taxonomie:
            yield Tekst(taxonomie.naam, begrip.id, ("uitleg",), begrip.uitleg)
    for grondslag in kennis.grondslagen.values():
        yield Tekst("grondslagen", grondslag.id, ("uitleg",), grondslag.uitleg)
        if grondslag.afwijking:
            yield Tekst("grondslagen", grondslag.id, ("afwijking",), grondslag.afwijking)
    for punt in kennis.wedervragen.values():
        yield Tekst("wedervragen", punt.id, ("wedervraag", "tekst"), punt.wedervraag.tekst)
        for nr, optie in enumerate(punt.wedervraag.opties):
            yield Tekst("wedervragen", punt.id, ("wedervraag", "opties", nr, "tekst"), optie.tekst)
    yield from _hulpteksten(kennis)
    for strijd in kennis.tegenstrijdigheden.values():
        yield Tekst("tegenstrijdigheden", strijd.id, ("let_op",), strijd.let_op)
        yield Tekst("tegenstrijdigheden", strijd.id, ("keuze",), strijd.keuze)
        for nr, kant in enumerate(strijd.kanten):
            yield Tekst("tegenstrijdigheden", strijd.id, ("kanten", nr, "zegt"), kant.zegt)


def _hulpteksten(kennis: Kennis) -> Iterator[Tekst]:
    """Questions, replies and points of plans, checklists and forms."""
    for soort, dingen in (("stappenplannen", kennis.stappenplannen), ("formulieren", kennis.formulieren)):
        for ding in dingen.values():
            for nr, stap in enumerate(ding.stappen):
                yield Tekst(soort, ding.id, ("stappen", nr, "vraag"), stap.vraag)
                for keus_nr, keus in enumerate(stap.keuzes):
                    for naam in ("tekst", "schrijf", "let_op", "stop"):
                        yield Tekst(soort, ding.id, ("stappen", nr, "keuzes", keus_nr, naam), getattr(keus, naam))
    for lijst in kennis.checklijsten.values():
        for nr, blok in enumerate(lijst.blokken):
            for punt_nr, punt in enumerate(blok.punten):
                yield Tekst("checklijsten", lijst.id, ("blokken", nr, "punten", punt_nr, "tekst"), punt.tekst)
    for formulier in kennis.formulieren.values():
        for nr, zin in enumerate(formulier.inleiding):
            yield Tekst("formulieren", formulier.id, ("inleiding", nr), zin)
        for nr, deel in enumerate(formulier.delen):
            for naam in ("tekst", "vakjes"):
                for zin_nr, zin in enumerate(getattr(deel, naam)):
                    yield Tekst("formulieren", formulier.id, ("delen", nr, naam, zin_nr), zin)
