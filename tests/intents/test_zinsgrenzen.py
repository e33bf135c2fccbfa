"""Stops that were left out are put back, and none is put inside a sentence."""

import pytest

from intents.herken import Herkenner


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("ik ben mentor de wijkagent wil mijn leerling spreken mag dat", 3),
        ("leerplicht hier de school meldt niks mag ik daar bellen", 3),
        ("een leerling is al drie weken weg en de ouders zeggen niks mag ik de jeugdarts bellen", 2),
        ("het kind zit op een andere school moeten wij het dossier sturen", 2),
    ],
)
def test_een_vergeten_punt_wordt_gezet(herkenner: Herkenner, tekst: str, zinnen: int) -> None:
    gelezen = herkenner.lees(tekst)
    assert len({w.zin for w in gelezen.woorden}) == zinnen
    assert sum(w.vorm == "." for w in gelezen.woorden) == zinnen - 1


@pytest.mark.parametrize(
    "tekst",
    [
        "in het casusoverleg mag ik alles zeggen",
        "als de ouders weigeren mag ik dan toch melden",
        "welke gegevens van mijn leerling mag ik doorgeven",
        "ik ben mentor van een kleuter en wil iets melden",
        "ik ben mentor op een school in Baarn",
        "mag ik verzuim delen met leerplicht",
        "De ouders willen niet, mag ik het toch delen?",
    ],
)
def test_binnen_een_zin_komt_geen_punt(herkenner: Herkenner, tekst: str) -> None:
    assert not any(w.vorm == "." for w in herkenner.lees(tekst).woorden)


def test_een_punt_die_er_al_staat_wordt_niet_dubbel_gezet(herkenner: Herkenner) -> None:
    met, zonder = (herkenner.lees(f"ik ben mentor{punt} de wijkagent wil iets weten") for punt in (".", ""))
    assert met.woorden == zonder.woorden
