"""The forms in which entries are edited; made for one version of the knowledge, whose ids are the choices."""

from typing import Any

from wtforms import BooleanField, FieldList, Form, FormField, IntegerField
from wtforms.validators import NumberRange, Optional, Regexp, ValidationError

from bot.beheer.web.namen import NAMEN
from bot.beheer.web.velden import (
    LANGSTE_REDEN,
    LANGSTE_REGEL,
    Alinea,
    Dag,
    Groepen,
    Keuze,
    Keuzes,
    Regels,
    Schoon,
    Tekst,
    Verplicht,
)
from kennis.laden import Kennis
from kennis.model import Dimensie, Oordeel, SoortKennis, Vorm

HOOGSTE_RANG = 99
MEESTE_VARIANTEN = 12
NODIG = (("", "zegt er niets over"), ("ja", "Nodig"), ("nee", "Niet nodig"), ("soms", "Soms nodig"))
MEESTE_OPTIES, MINSTE_OPTIES = 8, 2
"""Replies to a question back; on a phone more is reading work."""
ID_FOUT = "Gebruik kleine letters, cijfers, punt en streepje, bijvoorbeeld 'foto.sportclub'."
ID = Regexp(
    r"^[a-z0-9][a-z0-9_.-]{1,79}\Z",
    message=ID_FOUT,
)
Formulier = type[Form]


class Toestemmingform(Form):
    """Consent."""

    nodig = Keuze("Toestemming nodig?", choices=list(NODIG), default="")
    van = Keuzes("Van wie", groepen={"": NAMEN.wie})
    vorm = Tekst("In welke vorm", [Schoon(LANGSTE_REGEL)], description="Bijvoorbeeld: schriftelijk vastgelegd")
    toelichting = Alinea("Toelichting", [Schoon()])


def maak_wedervraagform(kennis: Kennis) -> Formulier:
    """The question back, with replies of which each adds facts."""
    alle = {
        f"{dim.value}/{b.id}": f"{NAMEN.dimensie[dim]}: {b.naam}" for dim in Dimensie for b in kennis.taxonomie(dim)
    }

    class Optieform(Form):
        id = Tekst("Id", [Optional(), ID])
        tekst = Tekst("Keuze", [Schoon(LANGSTE_REGEL)])
        feiten = Keuzes("Wat u dan weet", groepen={"": alle})

        def validate_feiten(self, veld: Keuzes) -> None:
            """Raises ValidationError."""
            dimensies = [feit.partition("/")[0] for feit in veld.data]
            if self.tekst.data and not dimensies:
                raise ValidationError("Kies wat u weet als iemand dit kiest.")
            if len(set(dimensies)) < len(dimensies):
                raise ValidationError("Kies van elke soort hooguit één.")

    class Wedervraagform(Form):
        tekst = Tekst(
            "Wedervraag", [Schoon(LANGSTE_REGEL)], description="Als het antwoord van nog een feit afhangt. Leeg: geen."
        )
        opties = FieldList(FormField(Optieform), max_entries=MEESTE_OPTIES)

        def validate_tekst(self, veld: Tekst) -> None:
            """Raises ValidationError."""
            keuzes = sum(bool(deel.form.tekst.data) for deel in self.opties.entries)
            if keuzes and not veld.data:
                raise ValidationError("Schrijf de vraag, of maak de keuzes leeg.")
            if veld.data and keuzes < MINSTE_OPTIES:
                raise ValidationError("Geef ten minste twee keuzes.")

    return Wedervraagform


def maak_inhoudform(kennis: Kennis) -> Formulier:
    """Fields of what is said."""

    class Inhoudform(Form):
        oordeel = Keuze("Oordeel", choices=[("", "Geen oordeel"), *((o.value, NAMEN.oordeel[o]) for o in Oordeel)])
        kort = Alinea(
            "Kort antwoord",
            [Verplicht("Schrijf het antwoord in een of twee korte zinnen."), Schoon()],
            description="Een of twee korte zinnen. Het oordeel staat er al voor.",
        )
        punten = Regels("Uitleg", [Schoon()], description="Elke regel wordt een punt.")
        grondslagen = Keuzes("Grondslag", groepen=_grondslagen(kennis))
        toestemming = FormField(Toestemmingform, "Toestemming")
        voorwaarden = Regels("Voorwaarden", [Schoon()], description="Elke regel is een voorwaarde.")
        kale_voorwaarden = BooleanField("Laat de algemene voorwaarden weg")
        stappen = Regels("Stappen", [Schoon()], description="Wat iemand doet, in volgorde. Elke regel is een stap.")
        let_op = Regels("Let op", [Schoon()], description="Waar bronnen elkaar tegenspreken of de wet anders zegt.")
        wijs_door = Tekst(
            "Bij wie kan iemand terecht?", [Schoon(LANGSTE_REGEL)], description="Leeg: de FG van de regio."
        )
        niet_geregeld = BooleanField("Geen bron regelt dit: zeg dat, en verwijs door")
        wedervraag = FormField(maak_wedervraagform(kennis), "Wedervraag")

    return Inhoudform


def maak_alsform(kennis: Kennis) -> Formulier:
    """One pick list per dimension."""
    velden = {
        dim.value: Keuzes(NAMEN.dimensie[dim.value], groepen={"": {b.id: b.naam for b in kennis.taxonomie(dim)}})
        for dim in Dimensie
    }
    return type("Alsform", (Form,), velden)


def _herkomst(kennis: Kennis, bronnen: Groepen) -> dict[str, Any]:
    regios = [("", "overal"), *((r.id, r.naam) for r in kennis.regios.values() if r.erft)]
    return {
        "soort": Keuze("Hoe bindend", choices=[(s.value, NAMEN.soort[s]) for s in SoortKennis]),
        "regio": Keuze("Regio", choices=regios),
        "geldig_van": Dag("Geldig vanaf", [Verplicht("Vul de eerste dag in.")]),
        "geldig_tot": Dag("Geldig tot en met", description="Leeg: tot iemand het verandert."),
        "beoordeeld_op": Dag("Beoordeeld op", [Verplicht("Vul in wanneer u dit voor het laatst nakeek.")]),
        "bronnen": Keuzes("Bronnen", [Verplicht("Kies ten minste een bron.")], groepen=bronnen),
        "tegenstrijdigheden": Keuzes(
            "Tegenstrijdigheden",
            groepen={"": {t.id: t.onderwerp for t in kennis.tegenstrijdigheden.values()}},
            description="Alleen als bronnen elkaar hierover tegenspreken.",
        ),
    }


def maak_antwoordform(kennis: Kennis) -> Formulier:
    """A plain answer."""
    inhoud, als, plaatsen = maak_inhoudform(kennis), maak_alsform(kennis), plaatsen_in(kennis)

    class Variantform(Form):
        weg = BooleanField("Haal deze variant weg")
        als_ = FormField(als)
        dan = FormField(inhoud)
        bronnen = Keuzes("Bronnen van deze variant", groepen=plaatsen)

    velden = {
        "id": Tekst("Id", [ID], description="Verandert later niet meer. Begin met het onderwerp."),
        "titel": Tekst("Titel", [Verplicht(), Schoon(LANGSTE_REGEL)]),
        "vorm": Keuze("Soort vraag", choices=[(v.value, NAMEN.vorm[v]) for v in Vorm]),
        "termen": Regels(
            "Woorden die het onderwerp noemen", [Schoon(LANGSTE_REGEL)], description="Een woord per regel."
        ),
        "dan": FormField(inhoud),
        "varianten": FieldList(FormField(Variantform), max_entries=MEESTE_VARIANTEN),
        "vragen": Regels(
            "Voorbeeldvragen",
            [Schoon(LANGSTE_REGEL)],
            description="Zo vragen mensen ernaar. Een vraag per regel, zonder namen van personen.",
        ),
        **_herkomst(kennis, plaatsen),
    }
    return type("Antwoordform", (Form,), velden)


def maak_regelform(kennis: Kennis) -> Formulier:
    """A decision rule."""
    bronnen = plaatsen_in(kennis)
    velden = {
        "id": Tekst("Id", [ID], description="Verandert later niet meer, bijvoorbeeld 'school-sportclub'."),
        "als_": FormField(maak_alsform(kennis)),
        "dan": FormField(maak_inhoudform(kennis)),
        "rang": _rang("Rang", "Bijna altijd 0. Hoger gaat voor op preciezere regels."),
        "voorrang": _rang("Voorrang", "Alleen om te kiezen tussen twee even precieze regels."),
        **_herkomst(kennis, bronnen),
    }
    return type("Regelform", (Form,), velden)


def _rang(naam: str, uitleg: str) -> Any:
    grens = NumberRange(-HOOGSTE_RANG, HOOGSTE_RANG, f"Kies een getal van -{HOOGSTE_RANG} tot en met {HOOGSTE_RANG}.")
    return IntegerField(naam, [Optional(), grens], default=0, description=uitleg)


def maak_vraagpuntform(kennis: Kennis) -> Formulier:
    """A question back that fits many situations."""
    velden = {
        "id": Tekst("Id", [ID], description="Verandert later niet meer, bijvoorbeeld 'soort-verzuim'."),
        "als_": FormField(maak_alsform(kennis)),
        "wedervraag": FormField(maak_wedervraagform(kennis)),
    }
    return type("Vraagpuntform", (Form,), velden)


def maak_lesform(kennis: Kennis) -> Formulier:
    """What a lesson says; its examples and questions, which rest on facts, stay as they are."""
    velden = {
        "id": Tekst("Id", [ID]),
        "titel": Tekst("Titel", [Verplicht(), Schoon(LANGSTE_REGEL)]),
        "idee": Regels(
            "Het idee", [Verplicht("Schrijf het idee op."), Schoon()], description="Drie tot vijf korte regels."
        ),
        "bronnen": Keuzes("Bronnen", [Verplicht("Kies ten minste een bron.")], groepen=plaatsen_in(kennis)),
        "beoordeeld_op": Dag("Beoordeeld op", [Verplicht("Vul in wanneer u dit voor het laatst nakeek.")]),
    }
    return type("Lesform", (Form,), velden)


class Woordenform(Form):
    """Everyday words of a concept."""

    woorden = Regels("Gewone woorden", [Schoon(LANGSTE_REGEL)], description="Een woord of woordgroep per regel.")


class Redenform(Form):
    """Why, and on what source: goes into the history."""

    reden = Alinea("Waarom", [Verplicht("Schrijf in een zin waarom u dit wijzigt."), Schoon(LANGSTE_REDEN)])
    bron = Tekst("Op grond van", [Schoon(LANGSTE_REGEL)], description="De bron van deze wijziging, als die er is.")


def _grondslagen(kennis: Kennis) -> Groepen:
    uit: dict[str, dict[str, str]] = {}
    for g in sorted(kennis.grondslagen.values(), key=lambda g: (g.wet, g.id)):
        uit.setdefault(g.wet, {})[g.id] = f"{g.wet} artikel {g.artikel}" if g.artikel else f"{g.wet}: {g.uitleg}"[:80]
    return uit


def plaatsen_in(kennis: Kennis) -> Groepen:
    return {
        bron.titel: {f"{bron.id} {d.plek}": f"{bron.id} {d.plek}: {d.titel}" for d in bron.delen}
        for bron in sorted(kennis.bronnen.values(), key=lambda b: b.rang)
    }
