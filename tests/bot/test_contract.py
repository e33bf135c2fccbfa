"""Every answer keeps to the contract: fields, values, sources, and never a word of the question."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.antwoorder import ZEKER
from bot.kern import Kern, Vraag
from kennis.laden import Kennis
from kennis.model import Dimensie

VELDEN = {
    "soort",
    "intent",
    "vertrouwen",
    "persoonsgegevens",
    "begrepen",
    "oordeel",
    "grondslagen",
    "toestemming",
    "voorwaarden",
    "stappen",
    "bronnen",
    "wedervraag",
    "tekst",
    "regio",
    "beoordeeld_op",
}
SOORTEN = {"antwoord", "wedervraag", "onbekend", "buiten_bereik", "menu"}
OORDELEN = {"verplicht", "ja", "toestemming", "anoniem", "afweging", "nee", "hangt_af", None}
VRAGEN = (
    "Mag ik verzuim van een leerling delen met het samenwerkingsverband?",
    "Moet ik 16 uur ongeoorloofd verzuim melden?",
    "Mag de jeugdarts de diagnose aan de mentor vertellen?",
    "Mag ik gegevens van een leerling aan de politie geven?",
    "Mag de school het BSN aan een jeugdhulpaanbieder geven?",
    "Mag ik gegevens uit een casusoverleg voor iets anders gebruiken?",
    "Ouders weigeren en er is ernstig gevaar. Mag ik als jeugdhulpverlener praten?",
    "Mag de gemeente iets aan school vertellen?",
    "Mag ik een leerling van 13 bespreken met een jeugdhulpaanbieder?",
    "Mag het mbo een student van 17 bespreken met de huisarts?",
    "Mag de opvang een peuter bespreken met het samenwerkingsverband?",
    "Wie moet er tekenen als een leerling 14 is?",
    "Hoe lang mag ik een dossier bewaren?",
    "Wat is een casusoverleg?",
    "Wat is het verschil tussen geoorloofd en ongeoorloofd verzuim?",
    "Wat is de AVG?",
    "Welke partijen doen mee aan het convenant?",
    "Wie zit er aan de Thuiszitterstafel?",
    "Waarvoor is het Zorgplatform in Amersfoort?",
    "Is het convenant een grondslag?",
    "Hoe vraag ik toestemming?",
    "Kan een ouder de toestemming intrekken?",
    "Mag ik een mail met gegevens naar het wijkteam sturen?",
    "Wat moet ik doen bij een datalek?",
    "Mag een ouder zijn dossier inzien?",
    "Wat is buitenkantinformatie?",
    "Wat is een TLV?",
    "Mag ik Veilig Thuis bellen bij een vermoeden van mishandeling?",
    "Moet ik de gezinsvoogd informeren?",
    "Hallo",
    "Wat kun je allemaal?",
    "Dank je wel!",
    "Wat eten we vanavond?",
    "Hoe laat vertrekt de trein naar Utrecht?",
    "Schrijf een gedicht over de lente",
    "Mag mijn hond mee naar school?",
    "Kan de bot mijn gegevens lezen?",
    "blorp fnarg wizzel",
    "delen?",
    "verzuim",
    "opp nr swv ok?",
    "Mag ik gewoon ziekteverzuim op naam delen met leerplicht?",
)


@pytest.fixture(scope="module", params=VRAGEN)
def vraag_en_object(kern: Kern, request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """A question and its answer as it leaves the program."""
    vraag = str(request.param)
    return vraag, json.loads(json.dumps(kern.antwoord(Vraag(vraag)).als_json(), ensure_ascii=False))


def test_velden_en_waarden(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    assert set(uit) >= VELDEN
    assert uit["soort"] in SOORTEN
    assert uit["oordeel"] in OORDELEN
    assert uit["intent"]
    assert 0 <= uit["vertrouwen"] <= 1
    assert uit["persoonsgegevens"] is False
    assert uit["tekst"].strip()
    assert uit["regio"] == "goeree-overflakkee" or uit["soort"] == "menu" or "Amersfoort" in vraag_en_object[0]


def test_lijsten_bestaan_uit_gevulde_zinnen(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    for veld in ("voorwaarden", "stappen", "let_op"):
        assert all(isinstance(zin, str) and zin.strip() for zin in uit[veld])


def test_begrepen_noemt_bekende_begrippen(kern: Kern, vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    for veld, waarde in uit["begrepen"].items():
        waarden = waarde if isinstance(waarde, list) else [waarde]
        assert all(w in kern.kennis.taxonomie(Dimensie(veld)) for w in waarden)


def test_een_oordeel_heeft_bronnen(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    if uit["soort"] == "antwoord":
        assert uit["bronnen"]
    if uit["oordeel"] is not None:
        assert uit["soort"] == "antwoord"
        assert uit["beoordeeld_op"]
    for bron in uit["bronnen"]:
        assert all(bron[veld] for veld in ("document", "artikel", "titel", "datum"))


def test_een_grondslag_noemt_haar_wet(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    for grondslag in uit["grondslagen"]:
        assert grondslag["id"]
        assert grondslag["wet"]
        assert "convenant" not in grondslag["wet"].casefold()


def test_toestemming_zegt_of_ze_nodig_is(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    toestemming = uit["toestemming"]
    if toestemming is not None:
        assert toestemming["nodig"] in {"ja", "nee", "soms"}
        assert set(toestemming["van"]) <= {"ouders", "jongere"}
    if uit["oordeel"] == "toestemming":
        assert toestemming["nodig"] in {"ja", "soms"}


def test_hangt_af_gaat_met_een_wedervraag(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    if uit["oordeel"] == "hangt_af" or uit["soort"] == "wedervraag":
        assert len(uit["wedervraag"]["opties"]) >= 2
    if uit["wedervraag"] is not None:
        assert uit["wedervraag"]["tekst"].strip()
        assert all(set(optie) == {"id", "tekst"} for optie in uit["wedervraag"]["opties"])


def test_buiten_bereik_en_menu_oordelen_niet(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    _, uit = vraag_en_object
    if uit["soort"] in {"buiten_bereik", "menu"}:
        assert uit["oordeel"] is None
        assert uit["bronnen"] == []


def test_de_vraag_staat_er_niet_in(vraag_en_object: tuple[str, dict[str, Any]]) -> None:
    vraag, uit = vraag_en_object
    if len(vraag.split()) > 3:
        assert vraag.casefold().strip("?!. ") not in json.dumps(uit, ensure_ascii=False).casefold()


def test_alle_soorten_en_oordelen_komen_voor(kern: Kern) -> None:
    objecten = [kern.antwoord(Vraag(vraag)) for vraag in VRAGEN]
    assert {o.soort for o in objecten} >= {"antwoord", "buiten_bereik", "menu"}
    assert {o.oordeel for o in objecten} == OORDELEN


def test_bij_twijfel_vraagt_het_terug(kern: Kern) -> None:
    begrip = replace(kern.begrijper.begrijp(VRAGEN[0]), vertrouwen=ZEKER / 2)
    antwoord = kern.antwoord_op_begrip(begrip, "goeree-overflakkee")
    assert antwoord.soort == "wedervraag"
    assert antwoord.oordeel is None
    assert antwoord.wedervraag is not None
    assert len(antwoord.wedervraag.opties) >= 2
    assert all(optie.tekst in antwoord.tekst for optie in antwoord.wedervraag.opties)


def test_het_soort_verzuim_wordt_gevraagd(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Mag ik verzuim delen met leerplicht?"))
    assert (antwoord.soort, antwoord.oordeel) == ("antwoord", "hangt_af")
    assert antwoord.wedervraag is not None


def test_wat_geen_bron_regelt_verwijst_door(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Mag ik het BSN naar het samenwerkingsverband sturen?"))
    assert antwoord.oordeel == "hangt_af"
    assert "Vraag het" in antwoord.tekst


@pytest.mark.parametrize("vraag", ["Is dat toegestaan?", "Mag dat zomaar?", "blorp fnarg wizzel"])
def test_zonder_een_enkel_feit_volgt_geen_antwoord(kern: Kern, vraag: str) -> None:
    assert kern.antwoord(Vraag(vraag)).soort != "antwoord"


def test_eigen_woorden_staan_niet_in_het_object(kern: Kern) -> None:
    uit = json.dumps(kern.antwoord(Vraag("Mag ik over de wizzelknor iets zeggen tegen leerplicht?")).als_json())
    assert "wizzelknor" not in uit


def test_hetzelfde_vragen_geeft_hetzelfde_antwoord(kern: Kern) -> None:
    assert kern.antwoord(Vraag(VRAGEN[0])) == kern.antwoord(Vraag(VRAGEN[0]))


def test_de_dag_staat_vast(kern: Kern) -> None:
    kennis: Kennis = kern.kennis
    assert kern.antwoord(Vraag(VRAGEN[0])).kennisversie == kennis.versie


@pytest.mark.parametrize(
    ("vraag", "woord"),
    [
        ("Mag ik als mentor verzuim via WhatsApp met leerplicht delen?", "WhatsApp"),
        ("Mag ik als mentor buiten ouders om met leerplicht overleggen over een thuiszitter?", "Buiten ouders"),
    ],
)
def test_een_grens_aan_het_delen_staat_bij_de_voorwaarden(kern: Kern, vraag: str, woord: str) -> None:
    assert woord in " ".join(kern.antwoord(Vraag(vraag)).voorwaarden)
