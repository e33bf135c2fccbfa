"""Concepts are found in full, bent, inside compounds and behind a typing error, and a repair never misleads."""

import string
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.begrijp import Begrijper
from intents.herken import Herkenner
from intents.herstel import KORTSTE_TYPFOUT
from intents.woordenboek import Vermelding
from intents.woordvormen import bestaat, sleutel


def gevonden(herkenner: Herkenner, tekst: str) -> list[Vermelding]:
    """All mentions in a text."""
    zin, sleutels, _ = herkenner.lees(tekst)
    return herkenner.vermeldingen(zin, sleutels)


def namen(herkenner: Herkenner, tekst: str) -> set[tuple[str, str]]:
    """Concepts with their taxonomy, those named in passing left out."""
    return {(v.naam.taxonomie, v.naam.begrip) for v in gevonden(herkenner, tekst) if not v.zwak}


@pytest.mark.parametrize(
    ("tekst", "taxonomie", "begrip"),
    [
        ("het samenwerkingsverband", "partijen", "swv"),
        ("SWV", "partijen", "swv"),
        ("de leerplichtambtenaren", "partijen", "leerplicht"),
        ("de raad voor de kinderbescherming", "partijen", "raad"),
        ("een onderwijskundig rapport", "gegevens", "leergegevens"),
        ("een kind onder toezicht gesteld", "situatie", "ondertoezichtstelling"),
        ("burgerservicenummer", "gegevens", "bsn"),
        ("Thuiszitterstafel", "overleg", "thuiszitterstafel"),
        ("ouders weigeren", "toestemming", "geweigerd"),
        ("een dreigende thuiszitter", "leerling", "thuiszitter"),
        ("Team Schoolondersteuning", "overleg", "tso"),
    ],
)
def test_letterlijk(herkenner: Herkenner, tekst: str, taxonomie: str, begrip: str) -> None:
    assert (taxonomie, begrip) in namen(herkenner, tekst)


@pytest.mark.parametrize(
    ("woord", "taxonomie", "begrip"),
    [
        ("verzuimgegevens", "gegevens", "verzuim"),
        ("gezondheidsinfo", "gegevens", "gezondheid"),
        ("leerplichtmelding", "overleg", "melding"),
        ("basisschooldirecteur", "partijen", "school"),
        ("ggz-psycholoog", "partijen", "psycholoog"),
    ],
)
def test_samenstelling(herkenner: Herkenner, woord: str, taxonomie: str, begrip: str) -> None:
    assert (taxonomie, begrip) in {(v.naam.taxonomie, v.naam.begrip) for v in gevonden(herkenner, woord)}


@pytest.mark.xfail(strict=True, reason="the head of a compound wins, though it says less than its first part")
@pytest.mark.parametrize(
    ("woord", "begrip"), [("diagnosegegevens", "gezondheid.diagnose"), ("ziekteverzuimcijfers", "verzuim.ziek")]
)
def test_een_vage_kop_verdringt_het_voorste_deel_niet(herkenner: Herkenner, woord: str, begrip: str) -> None:
    assert begrip in {v.naam.begrip for v in gevonden(herkenner, woord)}


@pytest.mark.parametrize(
    ("vormen", "begrip"),
    [
        ("huisarts huisartsen", "zorgverlener"),
        ("jeugdarts jeugdartsen", "jgz"),
        ("gemeente gemeenten gemeentes", "gemeente"),
        ("psycholoog psychologen psychologe", "psycholoog"),
        ("leerplichtambtenaar leerplichtambtenaren", "leerplicht"),
        ("ouder ouders", "ouders"),
        ("mentor mentoren mentors", "school"),
        ("spijbelen spijbelt spijbelde gespijbeld", "verzuim.ongeoorloofd"),
        ("diagnose diagnoses", "gezondheid.diagnose"),
        ("weigert weigeren weigerde geweigerd", "geweigerd"),
    ],
)
def test_alle_vormen_noemen_hetzelfde_begrip(herkenner: Herkenner, vormen: str, begrip: str) -> None:
    for vorm in vormen.split():
        assert begrip in {b for _, b in namen(herkenner, vorm)}, vorm


def test_het_voorste_deel_van_een_samenstelling_telt_zwak(herkenner: Herkenner) -> None:
    (partij,) = [v for v in gevonden(herkenner, "leerplichtmelding") if v.naam.taxonomie == "partijen"]
    assert partij.naam.begrip == "leerplicht"
    assert partij.zwak


@pytest.mark.parametrize("woord", ["persoon", "sportveld", "boterham", "computer", "afspraak", "wandeling", "fietsen"])
def test_een_gewoon_woord_is_geen_begrip(herkenner: Herkenner, woord: str) -> None:
    assert not gevonden(herkenner, woord)


@pytest.mark.parametrize(
    ("fout", "goed"),
    [
        ("samenwerkinsverband", "samenwerkingsverband"),
        ("leerplichtambtenar", "leerplichtambtenaar"),
        ("verzium", "verzuim"),
        ("toestemmming", "toestemming"),
        ("gemeetne", "gemeente"),
        ("jeugdarst", "jeugdarts"),
        ("psycholoogg", "psycholoog"),
        ("huisrats", "huisarts"),
        ("kinderopvnag", "kinderopvang"),
        ("ondertoezichtsteling", "ondertoezichtstelling"),
        ("thuiszittr", "thuiszitter"),
        ("diagnsoe", "diagnose"),
    ],
)
def test_een_typfout_wordt_hersteld(herkenner: Herkenner, fout: str, goed: str) -> None:
    assert sleutel(herkenner.herstel(fout)) == sleutel(goed)


@pytest.mark.parametrize(
    "woord",
    "schoon scholing raden voogden vermogen tekening verzoek artsen meters bureau gezin ouderen kinderen vrienden "
    "opvoeden mensen vragen delen wonen werken leven gegeven leraar boodschap verzuipen kritiek gevaren".split(),
)
def test_een_bestaand_woord_wordt_nooit_hersteld(herkenner: Herkenner, woord: str) -> None:
    assert bestaat(woord)
    assert herkenner.herstel(woord) == woord


@pytest.mark.parametrize("woord", ["swv", "opp", "bsn", "raat", "vogd", "ib'er", "16+", "mbo-scool"])
def test_korte_woorden_en_woorden_met_tekens_blijven_staan(herkenner: Herkenner, woord: str) -> None:
    assert herkenner.herstel(woord) == woord


@cache
def _enkele_woorden(begrijper: Begrijper) -> tuple[str, ...]:
    """Every single word that names a concept, is long enough to be repaired and is its own key."""
    enkel = begrijper.woordenboek.enkel
    lang = (w for w in enkel if len(w) >= KORTSTE_TYPFOUT and w.isascii() and w.isalpha())
    return tuple(sorted(w for w in lang if sleutel(w) == w))


@st.composite
def wijzigingen(trek: st.DrawFn) -> tuple[int, float, str, str]:
    """A word to pick, a place in it as a part, a kind of error and a letter."""
    return (
        trek(st.integers(0, 10_000)),
        trek(st.floats(0, 0.999)),
        trek(st.sampled_from(["weg", "erbij", "anders", "gewisseld"])),
        trek(st.sampled_from(string.ascii_lowercase)),
    )


def met_fout(woord: str, deel: float, soort: str, letter: str) -> str:
    """The word with one typing error at a place."""
    plek = int(deel * len(woord))
    if soort == "weg":
        return woord[:plek] + woord[plek + 1 :]
    if soort == "erbij":
        return woord[:plek] + letter + woord[plek:]
    if soort == "anders":
        return woord[:plek] + letter + woord[plek + 1 :]
    return woord[:plek] + woord[plek : plek + 2][::-1] + woord[plek + 2 :]


@settings(max_examples=400)
@given(wijzigingen())
def test_herstel_maakt_van_een_begrip_nooit_een_ander(
    begrijper: Begrijper, wijziging: tuple[int, float, str, str]
) -> None:
    keuze, *rest = wijziging
    alle = _enkele_woorden(begrijper)
    woord = alle[keuze % len(alle)]
    fout = met_fout(woord, *rest)  # type: ignore[arg-type]
    hersteld = begrijper.herkenner.herstel(fout)
    if hersteld == fout:
        return
    enkel = begrijper.woordenboek.enkel
    assert not bestaat(fout)
    assert sleutel(hersteld) == woord or set(enkel.get(sleutel(hersteld), ())) <= set(enkel[woord])


@pytest.mark.parametrize(("fout", "ander"), [("bleden", "leden"), ("schopen", "scholen"), ("stppen", "stappen")])
def test_herstel_kiest_niet_tussen_twee_begrippen(herkenner: Herkenner, fout: str, ander: str) -> None:
    assert herkenner.herstel(fout) != ander
