"""A region's arrangements count where they exist, and nowhere else."""

from dataclasses import replace

import pytest

from bot.antwoord.model import Antwoordobject
from bot.kern import STANDAARD_REGIO, Kern, Vraag

GO, AMERSFOORT, LANDELIJK = "goeree-overflakkee", "amersfoort", "landelijk"


def in_elke_regio(kern: Kern, vraag: str) -> dict[str, Antwoordobject]:
    """The answer in each region."""
    return {regio: kern.antwoord(Vraag(vraag, regio)) for regio in (GO, AMERSFOORT, LANDELIJK)}


def nodig(antwoord: Antwoordobject) -> str | None:
    """Whether consent is needed."""
    return antwoord.toestemming.nodig if antwoord.toestemming else None


def test_zonder_regio_geldt_goeree_overflakkee(kern: Kern) -> None:
    assert STANDAARD_REGIO == GO
    assert kern.antwoord(Vraag("Mag ik verzuim delen met het swv?")).regio == GO


def test_een_onbekende_regio_wordt_landelijk(kern: Kern) -> None:
    assert kern.antwoord(Vraag("Mag ik verzuim delen met het swv?", "atlantis")).regio == LANDELIJK


@pytest.mark.parametrize(
    ("plaats", "regio"), [("Amersfoort", AMERSFOORT), ("Soest", AMERSFOORT), ("Middelharnis", GO), ("Goeree", GO)]
)
def test_een_plaats_in_de_vraag_kiest_de_regio(kern: Kern, plaats: str, regio: str) -> None:
    antwoord = kern.antwoord(Vraag(f"Mag ik in {plaats} verzuim delen met het samenwerkingsverband?", LANDELIJK))
    assert antwoord.regio == regio


def test_swv_vraagt_alleen_in_goeree_overflakkee_soms_toestemming(kern: Kern) -> None:
    uit = in_elke_regio(kern, "Mag de school het OPP van een leerling delen met het swv?")
    assert {a.oordeel for a in uit.values()} == {"ja"}
    assert (nodig(uit[GO]), nodig(uit[AMERSFOORT]), nodig(uit[LANDELIJK])) == ("soms", "nee", "nee")


def test_team_schoolondersteuning_vraagt_toestemming(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Mag de school een leerling inbrengen bij Team Schoolondersteuning?", GO))
    assert antwoord.oordeel == "ja"
    assert nodig(antwoord) == "ja"


def test_het_loket_vraagt_toestemming(kern: Kern) -> None:
    antwoord = kern.antwoord(Vraag("Mag de school een aanvraag doen bij het Loket onderwijs-jeugdhulp?", GO))
    assert antwoord.oordeel == "toestemming"
    assert nodig(antwoord) == "ja"


def test_kinderopvang_is_in_amersfoort_geen_partij(kern: Kern) -> None:
    uit = in_elke_regio(kern, "Mag de school gegevens van een leerling delen met de kinderopvang?")
    assert uit[AMERSFOORT].oordeel == "toestemming"
    assert "geen partij" in uit[AMERSFOORT].tekst
    assert "geen partij" not in uit[GO].tekst


def test_een_overleg_van_een_andere_regio_wordt_zo_genoemd(kern: Kern) -> None:
    vraag = "Wie zit er aan de Thuiszitterstafel?"
    hier, daar = kern.antwoord(Vraag(vraag, GO)), kern.antwoord(Vraag(vraag, AMERSFOORT))
    assert hier.soort == "antwoord"
    assert hier.tekst != daar.tekst
    assert "staat niet in de afspraken van regio Amersfoort" in daar.tekst


def test_een_overleg_van_amersfoort_bestaat_daar_alleen(kern: Kern) -> None:
    vraag = "Waarvoor is het Zorgplatform?"
    daar, hier = kern.antwoord(Vraag(vraag, AMERSFOORT)), kern.antwoord(Vraag(vraag, GO))
    assert daar.soort == "antwoord"
    assert "Zorgplatform staat niet in de afspraken" in hier.tekst
    assert {b.document for b in daar.bronnen} != {b.document for b in hier.bronnen}


@pytest.mark.parametrize(
    ("vraag", "oordeel"),
    [
        ("Moet de school 16 uur ongeoorloofd verzuim melden bij DUO?", "verplicht"),
        ("Mag de jeugdarts medische gegevens aan de school geven?", "toestemming"),
        ("Mag de school een vermoeden van mishandeling melden bij Veilig Thuis?", "ja"),
        ("Mag de school het BSN aan een jeugdhulpaanbieder geven?", "nee"),
    ],
)
def test_de_wet_is_overal_gelijk(kern: Kern, vraag: str, oordeel: str) -> None:
    assert {a.oordeel for a in in_elke_regio(kern, vraag).values()} == {oordeel}


@pytest.mark.parametrize("regio", [GO, AMERSFOORT, LANDELIJK])
def test_doorverwijzen_noemt_wie_er_in_de_regio_is(kern: Kern, regio: str) -> None:
    begrip = replace(kern.begrijper.begrijp("Hoe zit dat?"), vertrouwen=0.0)
    antwoord = kern.antwoord_op_begrip(begrip, regio)
    assert kern.kennis.regios[regio].wijs_door in antwoord.tekst


def test_elke_regio_verwijst_naar_een_eigen_plek(kern: Kern) -> None:
    assert kern.kennis.regios[GO].wijs_door != kern.kennis.regios[AMERSFOORT].wijs_door
