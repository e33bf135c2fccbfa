"""Telling a command from a question."""

import pytest

from bot.gesprek.opdracht import Opdracht, lees_opdracht
from bot.gesprek.teksten import laad_gesprekteksten

TEKSTEN = laad_gesprekteksten()


@pytest.mark.parametrize(
    ("regel", "opdracht"),
    [
        ("meer", Opdracht("meer")),
        ("Meer.", Opdracht("meer")),
        ("/meer", Opdracht("meer", met_merk=True)),
        ("!stop", Opdracht("stop", met_merk=True)),
        ("?", Opdracht("hulp")),
        ("regio", Opdracht("regio")),
        ("regio Goeree-Overflakkee", Opdracht("regio", "Goeree-Overflakkee")),
        ("rol jeugdarts", Opdracht("rol", "jeugdarts")),
        ("/rol van alles", Opdracht("rol", "van alles", met_merk=True)),
        ("/bestaatniet", Opdracht(None, met_merk=True)),
        ("rol van de jeugdarts", None),
        ("rol jeugdarts?", None),
        ("regio heeft welke overleggen", None),
        ("meer weten over het mdo", None),
        ("mag ik verzuim delen?", None),
        ("", None),
    ],
)
def test_opdracht_of_vraag(regel: str, opdracht: Opdracht | None) -> None:
    assert lees_opdracht(regel, TEKSTEN) == opdracht
