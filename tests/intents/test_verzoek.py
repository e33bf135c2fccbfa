"""Who asks for data receives, however the request is worded; who tells gives; 'he' is the one named before."""

import pytest

from intents.feiten_lezen import Feitenlezer

VRAAGT = (
    ("De huisarts heeft mij als mentor gebeld. Mag ik iets zeggen?", "school", "zorgverlener"),
    ("De gemeente stuurt ons als basisschool een vragenlijst. Vullen we die in?", "school.po", "gemeente"),
    ("Wij kregen als school van de raad een verzoek om informatie.", "school", "raad"),
    ("Er ligt een verzoek van de politie bij ons op school. Wat nu?", "school", "politie"),
    ("De wijkagent kwam langs op school en vraagt een adres.", "school", "politie"),
    ("De gezinsvoogd wil dat wij als school vertellen hoe het gaat.", "school", "jeugdbeschermer"),
    ("Bij een verhuizing wil de gemeente van de school het dossier.", "school", "gemeente"),
    ("De psycholoog belde. Die wil weten hoe het op school gaat. Ik ben mentor.", "school", "psycholoog"),
    ("De trainer sprak mij aan. Hij vraagt of een leerling ziek is. Ik ben mentor.", "school", "vrije_tijd"),
    ("Hoort de leerplichtambtenaar van de school te weten wie er ziek is?", "school", "leerplicht"),
)
TERUG = (
    ("De jeugdarts is bij ons op school. Mag ik haar inlichten? Ik ben ib'er.", "school", "jgz"),
    ("De huisarts kent het gezin. Kan ik als mentor hem bijpraten?", "school", "zorgverlener"),
    ("De wijkagent staat bij de deur. Mag hij dat weten? Ik ben conciërge.", "school", "politie"),
    ("Een jongen gaat naar een psycholoog. Mag ik die praktijk bellen? Ik ben mentor.", "school", "psycholoog"),
)
GEEFT = (
    ("De jeugdbeschermer wil de mentor inlichten over een leerling. Mag dat?", "jeugdbeschermer", "school"),
    ("Vertelt de huisarts mij als mentor wat er is?", "zorgverlener", "school"),
    ("Een student wil zelf op zijn stage vertellen wat hij heeft.", "jongere", "stagebedrijf"),
)
OUDERS = (
    ("Een vader vraagt of zijn kind wel op school is geweest. Ik ben mentor.", "school", "ouders"),
    ("Mogen wij als school de ouders van een jongen van vijftien op de hoogte brengen?", "school", "ouders"),
)
VERHAAL = (
    ("Ik geef les aan groep 5. De therapeut van een kind mailt mij een vragenlijst.", "school.po", "psycholoog"),
    ("Leerling van 13 spijbelt. Zijn ouders weten van niks. Mogen wij hun dat vertellen?", "school", "ouders"),
    ("Mag de conciërge weten dat een leerling suikerziekte heeft?", "school", "eigen_team"),
    ("Mag de mentor weten dat mijn cliënt adhd heeft?", "jeugdhulpverlener", "school"),
    ("Een meisje dat bij mij in behandeling is zegt: bel mijn mentor. Mag dat?", "jeugdhulpverlener", "school"),
    ("Ouders vragen het OPP van hun kind op onze basisschool. Mogen wij dat geven?", "school.po", "ouders"),
    ("Mentor in Soest hier, mag ik de jeugdarts iets vertellen?", "school", "jgz"),
)


@pytest.mark.parametrize(("zin", "van", "naar"), [*VRAAGT, *TERUG, *GEEFT, *OUDERS, *VERHAAL])
def test_richting(lezer: Feitenlezer, zin: str, van: str, naar: str) -> None:
    feiten = lezer.lees(zin).feiten
    assert (feiten.van, feiten.naar) == (van, naar)


@pytest.mark.parametrize("zin", [rij[0] for rij in VRAAGT[:6]])
def test_een_verzoek_wordt_herkend(lezer: Feitenlezer, zin: str) -> None:
    assert "op_verzoek" in lezer.lees(zin).feiten.situatie


@pytest.mark.parametrize(
    "zin",
    [
        "Ouders bellen elke ochtend dat hun kind ziek is. Mag leerplicht dat weten?",
        "De vader vraagt of we het stil houden. Moet ik leerplicht inlichten?",
        "Oma zegt dat hij geen zin had. Moet ik het in het verzuimloket invullen?",
    ],
)
def test_familie_is_geen_ontvanger_of_gever(lezer: Feitenlezer, zin: str) -> None:
    assert not {"ouders", "familie"} & {lezer.lees(zin).rollen.van, lezer.lees(zin).rollen.naar}


@pytest.mark.parametrize(
    ("zin", "partij"),
    [
        ("Mag ik dit aan alle docenten van de school doorgeven?", "eigen_team"),
        ("Mag ik dit aan een collega van schuldhulpverlening doorgeven?", "gemeente"),
        ("Mag ik iets vertellen aan de verzekeraar van een klasgenoot?", "bedrijf"),
    ],
)
def test_bij_wie_iemand_hoort_verandert_niet_wie_hij_is(lezer: Feitenlezer, zin: str, partij: str) -> None:
    assert lezer.lees(zin).rollen.naar == partij


@pytest.mark.parametrize(
    ("zin", "van", "naar"),
    [
        ("Vanmorgen belde de politie onze school. Mag ik iets zeggen?", "school", "politie"),
        ("Krijgt de school van de jeugdarts te horen wat er is?", "jgz", "school"),
        ("Klopt het dat de crèche dit aan de basisschool mag vertellen?", "kinderopvang", "school.po"),
        ("Wie van het wijkteam mag dit van de psycholoog weten?", "psycholoog", "gemeente.jeugd"),
        ("Mag ik als mentor de jeugdarts bellen om te vragen wat er is?", "jgz", "school"),
        ("Het bedrijf zegt dat hij drinkt. Mag ik dat als docent aan de huisarts doorgeven?", "school", "zorgverlener"),
        ("Ik ben psycholoog en zat in een gesprek op school. Mag ik daar iets vertellen?", "psycholoog", "school"),
        ("Moeder zoekt een advocaat. Mag ik als mentor dit bij leerplicht melden?", "school", "leerplicht"),
    ],
)
def test_de_vraagzin_beslist(lezer: Feitenlezer, zin: str, van: str, naar: str) -> None:
    rollen = lezer.lees(zin).rollen
    assert (rollen.van, rollen.naar) == (van, naar)
