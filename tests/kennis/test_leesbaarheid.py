"""Readability: sentences, words, syllables and the score."""

import pytest

from kennis.controle.leesbaarheid import lettergrepen, meet, woorden, zinnen


def test_zinnen_eindigen_niet_in_een_artikelnummer() -> None:
    assert zinnen("Zie artikel 4.3 van het convenant. Dat mag. Vraag: mag het?") == [
        "Zie artikel 4.3 van het convenant.",
        "Dat mag.",
        "Vraag:",
        "mag het?",
    ]


def test_samengesteld_woord_is_een_woord() -> None:
    assert woorden("Leg het vast (in Goeree-Overflakkee), 'dat' is nodig.") == [
        *("Leg", "het", "vast", "in", "Goeree-Overflakkee", "dat", "is", "nodig"),
    ]


@pytest.mark.parametrize(
    ("woord", "aantal"), [("mag", 1), ("over", 2), ("school", 1), ("toestemming", 3), ("gegevens", 3)]
)
def test_lettergrepen(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal


def test_gewone_tekst_scoort_hoger_dan_ambtelijke() -> None:
    gewoon = meet(["U mag dit delen als de ouders ja zeggen. Leg dat vast."])
    ambtelijk = meet(["Gegevensverstrekking geschiedt uitsluitend overeenkomstig voorafgaande toestemmingsverlening."])
    assert gewoon.score > 60
    assert ambtelijk.score < 0


def test_vakwoord_maakt_een_tekst_niet_moeilijk() -> None:
    tekst = ["Het samenwerkingsverband helpt de school."]
    assert meet(tekst, frozenset({"samenwerkingsverband"})).score > meet(tekst).score
