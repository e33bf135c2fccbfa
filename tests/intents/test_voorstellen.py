"""Askers say who they are in many ways, and often only by the way."""

import pytest

from intents.feiten_lezen import Feitenlezer

PLEK = (
    ("Ik sta op een crèche. Mag ik iets aan de huisarts doorgeven?", "kinderopvang"),
    ("Wij zitten op het stadhuis. Mogen wij dit met de jeugdarts delen?", "gemeente"),
    ("Op het raadhuis regel ik hulp voor jongeren. Mag ik de mentor bellen?", "gemeente"),
    ("Vanuit het consultatiebureau zie ik een baby. Mag ik de gemeente bellen?", "jgz"),
    ("De gemeente belt ons op het kinderdagverblijf. Mogen we antwoorden?", "kinderopvang"),
    ("Bij ons op het gymnasium is iets gebeurd. Mag ik de wijkagent bellen?", "school.vo"),
    ("Ik geef les op een zmlk-school. Mag ik de huisarts bellen?", "school.so"),
    ("Op de babygroep ligt een kindje met blauwe lippen. Mag ik de huisarts bellen?", "kinderopvang"),
    ("In de peuterspeelzaal bijt een jongetje. Mogen wij de gemeente bellen?", "kinderopvang"),
)
TAAK = (
    ("Ik begeleid gezinnen. Mag ik de mentor iets vertellen?", "jeugdhulpverlener"),
    ("Een meisje is bij mij in therapie. Mag ik de school bellen?", "psycholoog"),
    ("Ik vaccineer kinderen. Mag ik de school iets vertellen?", "jgz"),
    ("Ik ken jeugdhulp toe. Mag ik dat met de school bespreken?", "gemeente.jeugd"),
    ("Ik zie toe op de leerplicht. Mag ik de huisarts iets vertellen?", "leerplicht"),
    ("Ik coach jonge schoolverlaters. Mag ik de huisarts iets vertellen?", "rmc"),
    ("Mijn kleuters zijn druk. Mag ik de huisarts bellen?", "school"),
)
KOPJE = (
    ("Schoolarts. Mag ik de mentor iets vertellen?", "jgz"),
    ("medewerker van het wijkteam: mag ik de school bellen?", "gemeente.jeugd"),
    ("Hallo, jeugdarts. Mag ik de school bellen?", "jgz"),
    ("pedagogisch medewerker bso: kan ik de huisarts bellen?", "kinderopvang"),
    ("maatschappelijk werker op een havo. Mag ik de mentor iets vertellen?", "maatschappelijk_werk"),
)
HAAKJES = (
    ("Mag ik (kinderpsycholoog) de school bellen?", "psycholoog"),
    ("De gemeente vraagt ons (crèche) om gegevens. Mag dat?", "kinderopvang"),
)


@pytest.mark.parametrize(("zin", "partij"), [*PLEK, *TAAK, *KOPJE, *HAAKJES])
def test_wie_vraagt(lezer: Feitenlezer, zin: str, partij: str) -> None:
    assert lezer.lees(zin).rollen.vrager == partij


@pytest.mark.parametrize(
    "zin",
    [
        "Wij hebben bij de huisarts gevraagd hoe het gaat. Mag dat?",
        "Op het stadhuis zit een ambtenaar. Mag hij de school bellen?",
        "Leerplicht: mag dat?",
        "Mag de school bij de jeugdarts navragen hoe het gaat?",
        "Bij de gemeente mag ik navragen wie er helpt. Mag dat?",
        "Naar het swv: mag het opp mee?",
    ],
)
def test_een_ander_is_niet_de_vrager(lezer: Feitenlezer, zin: str) -> None:
    assert lezer.lees(zin).rollen.vrager is None


@pytest.mark.parametrize(
    ("zin", "van", "naar"),
    [
        (
            "Ik sta op een crèche. De huisarts vraagt hoe een kind slaapt. Mag ik dat zeggen?",
            "kinderopvang",
            "zorgverlener",
        ),
        ("Schoolarts. De mentor wil weten wat er is. Mag dat?", "jgz", "school"),
        ("Ik zie toe op de leerplicht. Mag ik bij de mentor navragen hoe het gaat?", "school", "leerplicht"),
        ("Op de babygroep huilt een kind steeds. Mag ik het consultatiebureau bellen?", "kinderopvang", "jgz"),
    ],
)
def test_de_vrager_neemt_de_open_plek(lezer: Feitenlezer, zin: str, van: str, naar: str) -> None:
    rollen = lezer.lees(zin).rollen
    assert (rollen.van, rollen.naar) == (van, naar)


@pytest.mark.parametrize(
    ("zin", "vrager"),
    [
        ("Moet ik meewerken als de politie om een adres vraagt?", None),
        ("Ik regel de lessen op een lyceum. Mag ik de politie bellen?", "school.vo"),
        ("Wij, een kinderdagverblijf, willen de huisarts bellen.", "kinderopvang"),
        ("Een jongen zit op een roc. Mag de gemeente hem helpen?", None),
        ("Zit op een roc en wil de huisarts bellen, mag dat?", "mbo"),
    ],
)
def test_voorwaarde_taak_en_bijstelling(lezer: Feitenlezer, zin: str, vrager: str | None) -> None:
    assert lezer.lees(zin).rollen.vrager == vrager


def test_ouders_geven_alleen_als_zij_zelf_vertellen(lezer: Feitenlezer) -> None:
    zelf = lezer.lees("Mijn dochter is ziek. Mogen wij dat aan school vertellen?").rollen
    school = lezer.lees("Mijn dochter is ziek. Mag de school dat aan leerplicht vertellen?").rollen
    assert (zelf.van, school.van) == ("ouders", "school")
