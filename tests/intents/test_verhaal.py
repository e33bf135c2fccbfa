"""What is told around a question: threats, refused leave, pleas, and who may know something in one's own school."""

import pytest

from intents.feiten_lezen import Feitenlezer
from intents.leeftijd import leeftijd_in_jaren
from intents.tekst import woorden


@pytest.mark.parametrize(
    "zin",
    [
        "Een leerling miste 20 uur zonder reden. Vader dreigt met een advocaat. Moeten wij melden?",
        "In drie weken 25 lesuren gespijbeld. Moeder dreigt de krant te bellen. Moet ik melden?",
        "Een jongen uit 3 vmbo was 19 lesuren weg zonder reden. Ouders dreigen met de politie. Moeten wij melden?",
    ],
)
def test_wie_iemand_dreigt_in_te_schakelen_krijgt_niets(lezer: Feitenlezer, zin: str) -> None:
    feiten = lezer.lees(zin).feiten
    assert (feiten.naar, feiten.gegevens) == ("leerplicht", ("verzuim.16uur",))


def test_een_advocaat_die_vraagt_is_wel_ontvanger(lezer: Feitenlezer) -> None:
    zin = "Vader dreigt met een rechtszaak. Zijn advocaat vraagt de school om het dossier. Mogen wij dat geven?"
    assert lezer.lees(zin).feiten.naar == "bedrijf"


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("Het verlof werd afgewezen en het gezin ging toch weg. Mag leerplicht dat weten?", "verzuim.luxe"),
        ("Wij weigerden het verlof maar zij vertrokken. Mag leerplicht dat weten?", "verzuim.luxe"),
        ("De leerling had verlof voor een bruiloft. Mag leerplicht dat weten?", "verzuim.geoorloofd"),
    ],
)
def test_geweigerd_verlof_is_geen_verlof(lezer: Feitenlezer, zin: str, soort: str) -> None:
    assert soort in lezer.lees(zin).feiten.gegevens


@pytest.mark.parametrize(
    ("zin", "leerling"),
    [
        ("Een leerling zonder arrangement of andere extra ondersteuning. Mag ik delen?", "geen_ondersteuning"),
        ("Een leerling met een arrangement of andere extra ondersteuning. Mag ik delen?", "extra_ondersteuning"),
    ],
)
def test_wat_van_het_eerste_ontkend_is_is_van_de_hele_rij_ontkend(lezer: Feitenlezer, zin: str, leerling: str) -> None:
    assert lezer.lees(zin).feiten.leerling == leerling


@pytest.mark.parametrize(
    ("zin", "van", "naar"),
    [
        ("Ik geef les aan groep 5. De therapeut van een kind mailt mij een vragenlijst.", "school.po", "psycholoog"),
        ("Leerling van 13 spijbelt. Zijn ouders weten van niks. Mogen wij hun dat vertellen?", "school", "ouders"),
        ("Mag de conciërge weten dat een leerling suikerziekte heeft?", "school", "eigen_team"),
        ("Mag de mentor weten dat mijn cliënt adhd heeft?", "jeugdhulpverlener", "school"),
        ("Een meisje dat bij mij in behandeling is zegt: bel mijn mentor. Mag dat?", "jeugdhulpverlener", "school"),
        ("Ouders vragen het OPP van hun kind op onze basisschool. Mogen wij dat geven?", "school.po", "ouders"),
        ("Mentor in Soest hier, mag ik de jeugdarts iets vertellen?", "school", "jgz"),
    ],
)  # fmt: skip
def test_gever_en_ontvanger(lezer: Feitenlezer, zin: str, van: str, naar: str | None) -> None:
    feiten = lezer.lees(zin).feiten
    assert (feiten.van, feiten.naar) == (van, naar)


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("Leerling is ziek gemeld maar wij denken dat hij gewoon niet wil. Mag het?", "verzuim.zorgelijk"),
        ("Een leerling is ziek gemeld, moeder wil niet dat leerplicht het weet. Mag dat?", "verzuim.ziek"),
    ],
)  # fmt: skip
def test_alleen_twijfel_van_ons_maakt_ziekte_zorgelijk(lezer: Feitenlezer, zin: str, soort: str) -> None:
    assert soort in lezer.lees(zin).feiten.gegevens


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("zij wordt volgende week zestien, wie beslist er daarna", 16),
        ("zij wordt volgende week zestien, wie beslist er", 15),
    ],
)
def test_daarna_is_hij_ouder(tekst: str, verwacht: int) -> None:
    assert leeftijd_in_jaren([w.vorm for w in woorden(tekst)]) == verwacht
