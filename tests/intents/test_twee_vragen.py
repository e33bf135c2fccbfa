"""Where a second question begins, and where it only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.laden import laad_taal
from intents.twee_vragen import deelvragen

SIGNALEN = laad_taal().twee_vragen


@pytest.mark.parametrize(
    ("bericht", "tweede"),
    [
        ("Mag ik het OPP aan de jeugdarts geven en hoe lang bewaren wij het?", "hoe lang bewaren wij het?"),
        ("mag leerplicht dit weten? en de wijkagent?", "en de wijkagent?"),
        ("Mag dit naar het swv? Moeten ouders dan tekenen?", "Moeten ouders dan tekenen?"),
        ("Wat is een MDO, en wie nodigt daarvoor uit", "wie nodigt daarvoor uit"),
        ("1) mag school dit delen? 2) met wie dan?", "met wie dan?"),
        (
            "Wij hebben een zieke leerling. Mag ik dat melden, en moet de arts dat ook weten?",
            "moet de arts dat ook weten?",
        ),
    ],
)
def test_een_tweede_vraag_wordt_gevonden(bericht: str, tweede: str) -> None:
    delen = deelvragen(bericht, SIGNALEN)
    assert delen is not None
    assert delen[1] == tweede


@pytest.mark.parametrize(
    "bericht",
    [
        "Mag ik verzuim en cijfers delen met leerplicht en de gemeente?",
        "Vader wil het wel en moeder wil het niet, mag het dan?",
        "Hij wil weten hoe het gaat en wat er thuis speelt. Mag ik dat vertellen?",
        "De ggz belt mij: hoe doet hij het in de klas? Mag ik dat zeggen?",
        "mag dat?",
        "en?",
        "",
        "Mag het? Moet het? Kan het?",
    ],
)
def test_een_vraag_blijft_heel(bericht: str) -> None:
    assert deelvragen(bericht, SIGNALEN) is None


@given(st.text(alphabet="en mag hoe wie?.,:&+1) \n", max_size=2000))
def test_delen_zijn_stukken_van_het_bericht(bericht: str) -> None:
    delen = deelvragen(bericht, SIGNALEN)
    assert delen is None or all(deel and set(deel) <= set(bericht) for deel in delen)
