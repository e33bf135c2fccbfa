"""Data about a person in a question is seen, named as such, and comes back nowhere."""

import json

import pytest

from bot.kern import Kern, Vraag

GEVALLEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Mag ik het verzuim van Jeroen Hulstkamp delen met leerplicht?", ("jeroen", "hulstkamp")),
    ("Mijn leerling Fatima el Idrissi spijbelt. Moet ik dat melden?", ("fatima", "idrissi")),
    ("BSN 111222333, mag ik dat aan de gemeente geven?", ("111222333",)),
    ("Mag ik zijn bsn (1112.22.333) delen met het swv?", ("1112.22.333", "111222333")),
    ("Geboren op 14-03-2011, mag ik dit kind bespreken met de jeugdarts?", ("14-03-2011", "2011")),
    ("Mag ik bellen naar 06-12345678 over een leerling?", ("12345678", "06-12345678")),
    ("Stuur het antwoord naar sanne.dekker@voorbeeld.nl, mag ik het OPP delen?", ("sanne", "dekker", "voorbeeld.nl")),
    ("Hij woont Dorpsstraat 12, 3241 AB. Mag ik dat aan leerplicht geven?", ("dorpsstraat", "3241")),
    ("Mag ik met mevrouw Van der Zwaluw van de gemeente over haar dossier praten?", ("zwaluw",)),
    ("IBAN NL91ABNA0417164300, mag de gemeente dat delen met school?", ("abna0417164300", "0417164300")),
    ("Tim de Haan uit groep 6 heeft ADHD, mag ik dat delen met het samenwerkingsverband?", ("tim de haan", "de haan")),
)


def als_tekst(kern: Kern, vraag: Vraag) -> str:
    """All that leaves the program for a question, trace included."""
    antwoord = kern.antwoord(vraag)
    return (json.dumps(antwoord.als_json(), ensure_ascii=False) + "\n".join(kern.uitleg(vraag))).casefold()


@pytest.mark.parametrize(("vraag", "geheim"), GEVALLEN)
def test_niets_komt_terug(kern: Kern, vraag: str, geheim: tuple[str, ...]) -> None:
    uit = als_tekst(kern, Vraag(vraag))
    assert [g for g in geheim if g in uit] == []


@pytest.mark.parametrize("vraag", [geval[0] for geval in GEVALLEN])
def test_er_volgt_een_waarschuwing(kern: Kern, vraag: str) -> None:
    antwoord = kern.antwoord(Vraag(vraag))
    assert antwoord.persoonsgegevens
    assert kern.zinnen.persoonsgegevens in antwoord.tekst


@pytest.mark.parametrize(
    ("met", "zonder"),
    [
        (
            "Mag de school het verzuim van Jeroen Hulstkamp delen met het samenwerkingsverband?",
            "Mag de school het verzuim van een leerling delen met het samenwerkingsverband?",
        ),
        (
            "Moet de school 16 uur ongeoorloofd verzuim van Fatima el Idrissi melden bij DUO?",
            "Moet de school 16 uur ongeoorloofd verzuim van een leerling melden bij DUO?",
        ),
    ],
)
def test_het_oordeel_blijft_hetzelfde(kern: Kern, met: str, zonder: str) -> None:
    assert kern.antwoord(Vraag(met)).oordeel == kern.antwoord(Vraag(zonder)).oordeel


@pytest.mark.parametrize(
    "vraag",
    [
        "Mag ik verzuim delen met het samenwerkingsverband?",
        "Mag ik een leerling van 14 bespreken met Veilig Thuis?",
        "Mag ik in Middelharnis iets delen met de gemeente Goeree-Overflakkee?",
        "Moet ik 16 uur verzuim in 4 weken melden volgens artikel 21a van de Leerplichtwet?",
        "Mag CJG Rijnmond iets aan onze school vertellen?",
    ],
)
def test_zonder_persoonsgegevens_geen_waarschuwing(kern: Kern, vraag: str) -> None:
    antwoord = kern.antwoord(Vraag(vraag))
    assert not antwoord.persoonsgegevens
    assert kern.zinnen.persoonsgegevens not in antwoord.tekst


@pytest.mark.parametrize("geheim", ["Jeroen Hulstkamp", "06-12345678", "111222333"])
def test_alleen_persoonsgegevens_is_ook_een_bericht(kern: Kern, geheim: str) -> None:
    antwoord = kern.antwoord(Vraag(geheim))
    assert antwoord.persoonsgegevens
    assert geheim.casefold() not in als_tekst(kern, Vraag(geheim))


def test_een_naam_in_de_rol_komt_niet_terug(kern: Kern) -> None:
    uit = als_tekst(kern, Vraag("Mag ik verzuim delen met leerplicht?", rol="Jeroen Hulstkamp, mentor"))
    assert "hulstkamp" not in uit


def test_een_naam_als_regio_komt_niet_terug(kern: Kern) -> None:
    assert "hulstkamp" not in als_tekst(kern, Vraag("Mag ik verzuim delen met leerplicht?", regio="Jeroen Hulstkamp"))


def test_een_naam_als_regio_bij_een_lege_vraag_komt_niet_terug(kern: Kern) -> None:
    assert "hulstkamp" not in als_tekst(kern, Vraag("", regio="Jeroen Hulstkamp"))
