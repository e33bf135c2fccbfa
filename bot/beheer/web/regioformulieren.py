"""The forms of a region's layer: who takes part and whom to ask, and what is laid down about a meeting."""

from typing import Any

from wtforms import BooleanField, FieldList, Form, FormField
from wtforms.validators import ValidationError

from bot.beheer.web.formulieren import ID, Formulier, maak_inhoudform, plaatsen_in
from bot.beheer.web.omzetten import Data, lijst, onder, uit_form
from bot.beheer.web.velden import LANGSTE_REGEL, Keuze, Keuzes, Regels, Schoon, Tekst, Verplicht
from kennis.bewerken.gelijk import gelijk
from kennis.laden import Kennis

MEESTE_PARTIJEN, MEESTE_OVERLEGGEN = 120, 40
"""Rows of one region."""
ASPECTEN = "aspecten"
"""Name of the closed list of what can be laid down about a meeting."""
DEEL = ("dan", "bronnen")
"""Fields of one thing that is laid down."""


def maak_regioform(kennis: Kennis) -> Formulier:
    """A region itself; what it lays down about meetings has forms of its own."""
    partijen = {b.id: b.naam for b in kennis.taxonomieen["partijen"]}

    class Deelnemerform(Form):
        naam = Tekst("Naam", [Schoon(LANGSTE_REGEL)])
        partij = Keuze("Soort", choices=[("", "Kies …"), *partijen.items()], default="")

        def validate_partij(self, veld: Keuze) -> None:
            """Raises ValidationError."""
            if self.naam.data and not veld.data:
                raise ValidationError("Kies wat voor organisatie dit is.")

    class Vergaderingform(Form):
        overleg = Keuze("Overleg", choices=_overleggen(kennis))
        naam = Tekst("Naam", [Schoon(LANGSTE_REGEL), Verplicht("Schrijf hoe het overleg hier heet.")])
        weg = BooleanField("Haal dit overleg weg, met alles wat erover vastligt")

    velden = {
        "id": Tekst("Id", [ID], description="Verandert later niet meer, bijvoorbeeld 'amersfoort'."),
        "naam": Tekst("Naam", [Verplicht(), Schoon(LANGSTE_REGEL)]),
        "wijs_door": Tekst("Bij wie kan iemand terecht?", [Verplicht(), Schoon(LANGSTE_REGEL)]),
        "plaatsen": Regels(
            "Plaatsen en namen",
            [Schoon(LANGSTE_REGEL)],
            description="Hieraan herkent Deelwijzer de regio. Een per regel.",
        ),
        "convenant": Keuze("Convenant", choices=[("", "geen"), *((b.id, b.titel) for b in kennis.bronnen.values())]),
        "geen_partij": Keuzes(
            "Doet hier niet mee",
            groepen={"": partijen},
            description="Wie landelijk wel meedoet. Met hen delen is delen met een buitenstaander.",
        ),
        "partijen": FieldList(FormField(Deelnemerform), max_entries=MEESTE_PARTIJEN),
        "vergaderingen": FieldList(FormField(Vergaderingform), max_entries=MEESTE_OVERLEGGEN),
    }
    return type("Regioform", (Form,), velden)


def maak_lokaalform(kennis: Kennis) -> Formulier:
    """What a region lays down about one thing of a meeting."""
    velden = {
        "overleg": Keuze("Overleg", choices=_overleggen(kennis)),
        "naam": Tekst(
            "Naam van het overleg",
            [Schoon(LANGSTE_REGEL)],
            description="Alleen voor een overleg dat hier nog niet staat.",
        ),
        "aspect": Keuze("Waarover", choices=[(a.id, a.naam) for a in kennis.taxonomieen[ASPECTEN]]),
        "dan": FormField(maak_inhoudform(kennis)),
        "bronnen": Keuzes("Bronnen", [Verplicht("Kies ten minste een bron.")], groepen=plaatsen_in(kennis)),
        "weg": BooleanField("Haal dit antwoord weg"),
    }
    return type("Lokaalform", (Form,), velden)


def _overleggen(kennis: Kennis) -> list[tuple[str, str]]:
    return [(b.id, b.naam) for b in kennis.taxonomieen["overleg"]]


def regio_uit(form: Form, was: Data) -> Data:
    """The region as its form says it; a row without a name is gone."""
    uit = uit_form(form, was)
    vast = {v["overleg"]: v for v in was.get("vergaderingen") or []}
    partijen = [dict(rij) for rij in form["partijen"].data if rij["naam"]]
    overleggen = [
        {**vast[rij["overleg"]], "naam": rij["naam"]}
        for rij in form["vergaderingen"].data
        if rij["overleg"] in vast and not rij["weg"]
    ]
    for naam, rijen in (("partijen", partijen), ("vergaderingen", overleggen)):
        if not gelijk(was.get(naam), rijen):
            uit[naam] = rijen
    return uit


def lokaal_in(regio: Data, overleg: str, aspect: str) -> Data:
    """What a region lays down about one thing of a meeting, as the form shows it."""
    vergadering = next((v for v in regio.get("vergaderingen") or [] if v["overleg"] == overleg), None)
    deel = (vergadering or {}).get("aspecten", {}).get(aspect) or {"dan": {}}
    return {"overleg": overleg, "aspect": aspect, "naam": (vergadering or {}).get("naam", ""), **deel}


def lokaal_uit(form: Form, regio: Data) -> Data:
    """The region with this one thing as the form says it; a meeting about which nothing is left goes too."""
    overleg, aspect = form["overleg"].data, form["aspect"].data
    was = lokaal_in(regio, overleg, aspect)
    gelezen = uit_form(form, {naam: was[naam] for naam in DEEL if naam in was})
    deel = {naam: gelezen[naam] for naam in DEEL if naam in gelezen}
    rijen: list[Any] = [dict(v) for v in regio.get("vergaderingen") or []]
    rij = next((v for v in rijen if v["overleg"] == overleg), None)
    if rij is None:
        rij = {"overleg": overleg, "naam": form["naam"].data, "aspecten": {}}
        rijen.append(rij)
    anders = {n: w for n, w in rij["aspecten"].items() if n != aspect}
    rij["aspecten"] = anders if form["weg"].data else {**rij["aspecten"], aspect: deel}
    return {**regio, "vergaderingen": [v for v in rijen if v["aspecten"]]}


def met_ruimte(form: Form) -> None:
    """Empty rows to fill in: one more reply to a question back, one more organisation."""
    for naam in ("wedervraag", "dan"):
        binnen = onder(form, naam) if naam in form else None
        vraag = onder(binnen, "wedervraag") if binnen is not None and "wedervraag" in binnen else binnen
        if vraag is not None and "opties" in vraag:
            _lege_rij(lijst(vraag, "opties"), "tekst")
    if "partijen" in form:
        _lege_rij(lijst(form, "partijen"), "naam")


def _lege_rij(veld: "FieldList[Any]", waaraan: str) -> None:
    vol = not veld.entries or veld.entries[-1].form[waaraan].data
    if vol and len(veld.entries) < (veld.max_entries or 0):
        veld.append_entry()
