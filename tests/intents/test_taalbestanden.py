"""The language files agree with the knowledge and with each other."""

from collections import Counter
from pathlib import Path

import pytest

import intents
from intents.bewijs import OVERLEG
from intents.laden import DELEN, Taal
from intents.tekst import platte_vorm
from kennis.laden import Kennis
from kennis.model import Dimensie
from kennis.yaml_lezen import lees_yaml

WORTEL = Path(intents.__file__).parent
MINSTE_VOORBEELDEN = 12
"""Ways to ask that an answer needs before it can be recognised."""


def test_elke_woordenlijst_hoort_bij_een_taxonomie(kennis: Kennis, taal: Taal) -> None:
    assert set(taal.woorden) <= set(kennis.taxonomieen)


def test_elk_begrip_met_woorden_bestaat(kennis: Kennis, taal: Taal) -> None:
    onbekend = [
        f"{naam}: {begrip}"
        for naam, lijst in taal.woorden.items()
        for begrip in lijst
        if begrip not in kennis.taxonomieen[naam]
    ]
    assert not onbekend


def test_geen_lege_woorden(taal: Taal) -> None:
    assert all(zin.strip() for lijst in taal.woorden.values() for zinnen in lijst.values() for zin in zinnen)


def test_geen_woord_hoort_bij_twee_begrippen(taal: Taal) -> None:
    dubbel = []
    for naam, lijst in taal.woorden.items():
        telling = Counter(woord for zinnen in lijst.values() for woord in {platte_vorm(z).strip() for z in zinnen})
        dubbel += [f"{naam}: {woord}" for woord, aantal in telling.items() if aantal > 1]
    assert not dubbel


def test_elk_onderwerp_met_voorbeelden_heeft_een_antwoord(kennis: Kennis, taal: Taal) -> None:
    aspecten = {f"{OVERLEG}{aspect.id}" for aspect in kennis.taxonomieen["aspecten"]}
    assert not set(taal.vragen) - set(kennis.antwoorden) - aspecten - {DELEN}


def test_elk_antwoord_heeft_genoeg_voorbeelden(kennis: Kennis, taal: Taal) -> None:
    weinig = {a: len(taal.vragen.get(a, ())) for a in kennis.antwoorden}
    assert {a: n for a, n in weinig.items() if n < MINSTE_VOORBEELDEN} == {}


def test_geen_voorbeeld_staat_onder_twee_onderwerpen(taal: Taal) -> None:
    paren = {(platte_vorm(zin).strip(" ?.!"), intent) for intent, zinnen in taal.vragen.items() for zin in zinnen}
    paren |= {(platte_vorm(v.v).strip(" ?.!"), DELEN) for v in taal.delen}
    telling = Counter(zin for zin, _ in paren)
    assert sorted(zin for zin, aantal in telling.items() if aantal > 1) == []


def test_elk_feit_van_een_voorbeeld_bestaat(kennis: Kennis, taal: Taal) -> None:
    fout = [
        f"{waarde}: {voorbeeld.v}"
        for voorbeeld in taal.delen
        for dim in Dimensie
        for waarde in voorbeeld.feiten.waarden(dim)
        if waarde not in kennis.taxonomie(dim)
    ]
    assert not fout


@pytest.mark.parametrize("pad", sorted(WORTEL.rglob("*.yaml")), ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_elk_bestand_is_geldig_en_gevuld(pad: Path) -> None:
    assert lees_yaml(pad).inhoud
