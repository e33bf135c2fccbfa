"""Who gives and who receives, in every direction a sentence can take."""

import pytest

from intents.begrijp import Begrijper
from intents.feiten_lezen import Feitenlezer

Rij = tuple[str, str | None, str | None]

VRAGER_GEEFT: tuple[Rij, ...] = (
    ("Mag ik als mentor het dossier aan het samenwerkingsverband sturen?", "school", "swv"),
    ("Als intern begeleider wil ik met de leerplichtambtenaar overleggen. Mag dat?", "school", "leerplicht"),
    ("Ik ben jeugdarts. Mag ik de school vertellen wat er speelt?", "jgz", "school"),
    ("Mag ik als huisarts met de mentor bellen?", "zorgverlener", "school"),
    ("Ik ben psycholoog en wil mijn verslag naar de gemeente sturen. Mag dat?", "psycholoog", "gemeente"),
    ("Wij zijn een kinderopvang. Mogen wij zorgen delen met de basisschool?", "kinderopvang", "school.po"),
    ("Mag ik als leerplichtambtenaar iets aan de school doorgeven?", "leerplicht", "school"),
    ("Mogen wij als samenwerkingsverband gegevens aan DUO geven?", "swv", "duo"),
    ("Mag ik als jeugdconsulent de mentor informeren?", "gemeente.jeugd", "school"),
    ("Mag ik als orthopedagoog testresultaten met de ouders bespreken?", "orthopedagoog", "ouders"),
    ("Mag ik als mentor de politie informeren?", "school", "politie"),
    ("Mag ik als docent mijn collega's inlichten?", "school", "eigen_team"),
    ("Mogen wij als mbo het stagebedrijf vertellen wat er is?", "mbo", "stagebedrijf"),
    ("Ik werk bij een roc. Mag ik de huisarts bellen over een student?", "mbo", "zorgverlener"),
    ("Mag ik als rmc-consulent de school iets vertellen?", "rmc", "school"),
    ("Ik ben moeder. Mag ik zelf aan de school vertellen hoe het gaat?", "ouders", "school"),
)
ONTVANGER_VRAAGT: tuple[Rij, ...] = (
    ("De gemeente vraagt ons als school om gegevens. Mag ik die geven?", "school", "gemeente"),
    ("De leerplichtambtenaar wil van de school weten wat er speelt.", "school", "leerplicht"),
    ("Ik ben mentor. De politie eist de adresgegevens van een leerling. Mag dat?", "school", "politie"),
    ("Het swv vraagt mij als ib'er om het hele dossier.", "school", "swv"),
    ("Veilig Thuis belt mij als jeugdarts met vragen over een gezin. Mag ik antwoorden?", "jgz", "veilig_thuis"),
    ("De gezinsvoogd wil informatie van de school hebben.", "school", "jeugdbeschermer"),
    ("Mag de gemeente gegevens opvragen bij de jeugdhulpaanbieder?", "jeugdhulpaanbieder", "gemeente"),
    ("Mag de school de diagnose opvragen bij de huisarts?", "zorgverlener", "school"),
    ("Mag het swv het dossier inzien van de school?", "school", "swv"),
)
GEVER_ZWIJGT: tuple[Rij, ...] = (
    ("De psycholoog wil niets zeggen tegen de mentor. Mag dat?", "psycholoog", "school"),
    ("De jeugdarts weigert informatie te geven aan de school.", "jgz", "school"),
    ("De huisarts wil niets delen met school. Klopt dat?", "zorgverlener", "school"),
    ("De jeugdhulpverlener beroept zich op zijn beroepsgeheim tegenover de gemeente.", "jeugdhulpverlener", "gemeente"),
    ("De orthopedagoog mag niks zeggen tegen ons als school, zegt ze.", "orthopedagoog", "school"),
    ("De school wil niets aan leerplicht doorgeven. Mag dat?", "school", "leerplicht"),
)
DERDE_PERSOON: tuple[Rij, ...] = (
    ("Mag de school gegevens delen met de gemeente?", "school", "gemeente"),
    ("Mag de gemeente gegevens delen met de school?", "gemeente", "school"),
    ("Mag leerplicht iets doorgeven aan het samenwerkingsverband?", "leerplicht", "swv"),
    ("Mag het samenwerkingsverband iets doorgeven aan leerplicht?", "swv", "leerplicht"),
    ("Mag de jeugdarts de mentor informeren?", "jgz", "school"),
    ("Mag de mentor de jeugdarts informeren?", "school", "jgz"),
    ("Mogen huisartsen met de school overleggen?", "zorgverlener", "school"),
    ("Mag de psycholoog aan de school vertellen wat er is?", "psycholoog", "school"),
    ("Moet de jeugdhulpaanbieder de gemeente informeren?", "jeugdhulpaanbieder", "gemeente"),
    ("Moet het mbo een student melden bij het rmc?", "mbo", "rmc"),
    ("Kan de kinderopvang met het consultatiebureau praten?", "kinderopvang", "jgz"),
    ("Mag de wijkagent iets aan de school vertellen?", "politie", "school"),
    ("Mag Veilig Thuis de school informeren?", "veilig_thuis", "school"),
    ("Mag de Wmo-consulent met de jeugdconsulent praten?", "gemeente.wmo", "gemeente.jeugd"),
    ("Mag de schoolmaatschappelijk werker de mentor vertellen wat er is?", "maatschappelijk_werk", "school"),
    ("Mag de gemeente met ons als school delen dat er jeugdhulp is?", "gemeente", "school"),
    ("Mag het mbo de ouders informeren?", "mbo", "ouders"),
    ("Mag de havo leergegevens aan het roc geven?", "school.vo", "mbo"),
)
LIJDEND: tuple[Rij, ...] = (
    ("Mogen gegevens van de school naar de gemeente worden gestuurd?", "school", "gemeente"),
    ("Mag het verslag van de psycholoog naar school gestuurd worden?", "psycholoog", "school"),
    ("Mogen gegevens door de school aan leerplicht worden verstrekt?", "school", "leerplicht"),
    ("Mag het dossier door de huisarts worden gedeeld met de gemeente?", "zorgverlener", "gemeente"),
    ("Worden gegevens van de kinderopvang met de school gedeeld?", "kinderopvang", "school"),
    ("Mag het BSN door de school aan DUO worden doorgegeven?", "school", "duo"),
)
MEER: tuple[Rij, ...] = (
    ("Ik ben gezinsvoogd. Mag ik school informeren?", "jeugdbeschermer", "school"),
    ("Ik ben van het samenwerkingsverband. Mag ik bij de school het OPP opvragen?", "school", "swv"),
    ("Mag ik als leerplichtambtenaar gegevens opvragen bij de school?", "school", "leerplicht"),
    ("Mag ik als mentor medische gegevens krijgen van de jeugdarts?", "jgz", "school"),
    ("Mogen wij als school informatie van de psycholoog ontvangen?", "psycholoog", "school"),
    ("De Raad voor de Kinderbescherming vraagt informatie aan de mentor. Mag dat?", "school", "raad"),
    ("Mag ik Veilig Thuis bellen over een leerling?", None, "veilig_thuis"),
    ("Mag ik leerplicht inlichten over een leerling?", None, "leerplicht"),
    ("Moet ik DUO informeren?", None, "duo"),
    ("Mag de basisschool het dossier aan de middelbare school geven?", "school.po", "school.vo"),
    ("Mag ik als jeugdverpleegkundige Veilig Thuis bellen?", "jgz", "veilig_thuis"),
    ("Mag ik als ib'er het dossier doorsturen naar de jeugdhulpaanbieder?", "school", "jeugdhulpaanbieder"),
    ("Moet ik als directeur de leerplichtambtenaar inlichten?", "school", "leerplicht"),
    ("Mag een fysiotherapeut iets aan de school vertellen?", "zorgverlener", "school"),
    ("Mag de reclassering gegevens delen met de school?", "justitie", "school"),
    ("Mag ik als pedagogisch medewerker met de huisarts praten?", "kinderopvang", "zorgverlener"),
    ("Mogen ouders zelf aan de school vertellen wat er is?", "ouders", "school"),
    ("Mag het wijkteam de huisarts vertellen wat er is?", "gemeente.jeugd", "zorgverlener"),
    ("Mag de school iets aan de krant vertellen?", "school", "bedrijf"),
)
TELEGRAM: tuple[Rij, ...] = (
    ("school -> swv opp", "school", "swv"),
    ("opp van school naar swv", "school", "swv"),
    ("jeugdarts naar mentor diagnose", "jgz", "school"),
    ("verzuim nr leerplicht ok?", None, "leerplicht"),
    ("bsn naar gemeente mag?", None, "gemeente"),
    ("swv naar leerplicht, thuiszitter", "swv", "leerplicht"),
    ("roc naar stagebedrijf, geen papieren", "mbo", "stagebedrijf"),
    ("kdv naar school, peuter", "kinderopvang", "school"),
)
TERUG: tuple[Rij, ...] = (
    ("De jeugdarts weet wat er speelt. Mag zij dat aan de school vertellen?", "jgz", "school"),
    ("Onze psycholoog heeft een verslag. Mag hij dat delen met de gemeente?", "psycholoog", "gemeente"),
    ("De leerplichtambtenaar sprak met het gezin. Mag hij dat aan de school doorgeven?", "leerplicht", "school"),
    ("De huisarts kent het kind. Mag zij iets zeggen tegen de mentor?", "zorgverlener", "school"),
    ("De jeugdconsulent sprak de ouders. Mag zij dat aan school vertellen?", "gemeente.jeugd", "school"),
)
ZINNEN = (*VRAGER_GEEFT, *ONTVANGER_VRAAGT, *GEVER_ZWIJGT, *DERDE_PERSOON, *LIJDEND, *MEER, *TELEGRAM, *TERUG)

MET_ROL: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("Mag ik het OPP krijgen van de school?", "trajectbegeleider van het samenwerkingsverband", "school", "swv"),
    ("Mag de jeugdarts mij vertellen wat er speelt?", "mentor", "jgz", "school"),
    ("Mag ik het OPP delen met het samenwerkingsverband?", "intern begeleider", "school", "swv"),
    ("Mag ik de school vertellen wat er is?", "jeugdarts", "jgz", "school"),
    ("Mag de school met mij overleggen over een leerling?", "leerplichtambtenaar", "school", "leerplicht"),
    ("Mag ik met de gemeente overleggen?", "psycholoog", "psycholoog", "gemeente"),
    ("Mag ik iets aan leerplicht doorgeven?", "mbo", "mbo", "leerplicht"),
    ("Mag ik dit aan school doorgeven?", "medewerker van het wijkteam", "gemeente.jeugd", "school"),
    ("Mag ik de huisarts bellen?", "kinderopvang", "kinderopvang", "zorgverlener"),
    ("De psycholoog wil mij niets vertellen. Mag dat?", "mentor", "psycholoog", "school"),
)

LASTIG: tuple[Rij, ...] = (
    ("Mag de school bij de jeugdarts gegevens opvragen?", "jgz", "school"),
    ("Kan de mentor bij de psycholoog navragen hoe het gaat?", "psycholoog", "school"),
    ("De verzekeraar vraagt de school om verzuimgegevens. Mag dat?", "school", "bedrijf"),
    ("Mag de gemeente door het swv worden geïnformeerd?", "swv", "gemeente"),
    ("huisarts → school medicatie", "zorgverlener", "school"),
    ("psych => mentor verslag", "psycholoog", "school"),
)


@pytest.mark.parametrize(("zin", "van", "naar"), [*ZINNEN, *LASTIG])
def test_gever_en_ontvanger(lezer: Feitenlezer, zin: str, van: str | None, naar: str | None) -> None:
    rollen = lezer.lees(zin).rollen
    assert (rollen.van, rollen.naar) == (van, naar)


@pytest.mark.parametrize(("zin", "rol", "van", "naar"), MET_ROL)
def test_de_rol_vult_de_open_plek(begrijper: Begrijper, zin: str, rol: str, van: str | None, naar: str | None) -> None:
    rollen = begrijper.lezer.lees(zin, begrijper.partij_van_rol(rol)).rollen
    assert (rollen.van, rollen.naar) == (van, naar)


def test_er_zijn_genoeg_zinnen() -> None:
    zinnen = {rij[0] for rij in (*ZINNEN, *LASTIG)}
    assert len(zinnen) >= 80


@pytest.mark.parametrize(("zin", "op_verzoek"), [(r[0], True) for r in ONTVANGER_VRAAGT[:6]])
def test_de_ontvanger_vraagt_erom(lezer: Feitenlezer, zin: str, op_verzoek: bool) -> None:
    assert lezer.lees(zin).rollen.op_verzoek is op_verzoek


@pytest.mark.parametrize("zin", [rij[0] for rij in (*DERDE_PERSOON[:8], *VRAGER_GEEFT[:6])])
def test_wie_niets_vraagt_doet_geen_verzoek(lezer: Feitenlezer, zin: str) -> None:
    assert not lezer.lees(zin).rollen.op_verzoek


@pytest.mark.parametrize(
    ("zin", "omgekeerd"),
    [
        ("Mag de {} iets delen met de {}?", "Mag de {1} iets delen met de {0}?"),
        ("Mag ik als {} de {} informeren?", "Mag ik als {1} de {0} informeren?"),
        ("{} naar {} sturen mag?", "{1} naar {0} sturen mag?"),
    ],
)
def test_omdraaien_van_de_zin_draait_de_rollen_om(lezer: Feitenlezer, zin: str, omgekeerd: str) -> None:
    for paar in (("jeugdarts", "mentor"), ("psycholoog", "leerplichtambtenaar"), ("mentor", "jeugdconsulent")):
        heen, terug = lezer.lees(zin.format(*paar)).rollen, lezer.lees(omgekeerd.format(*paar)).rollen
        assert (heen.van, heen.naar) == (terug.naar, terug.van)
        assert heen.van is not None


@pytest.mark.parametrize(
    ("rol", "partij"),
    [
        ("mentor", "school"),
        ("trajectbegeleider samenwerkingsverband", "swv"),
        ("leerplichtambtenaar bij de gemeente", "leerplicht"),
        ("swv", "swv"),
        ("astronaut", None),
        ("", None),
        (None, None),
    ],
)
def test_partij_van_een_rol(begrijper: Begrijper, rol: str | None, partij: str | None) -> None:
    assert begrijper.partij_van_rol(rol) == partij


@pytest.mark.parametrize(
    ("zin", "van", "naar"),
    [
        ("moet de huisarts antwoord geven als leerplicht belt", "zorgverlener", "leerplicht"),
        ("mag de jeugdarts iets zeggen zodra de gemeente daarom vraagt", "jgz", "gemeente"),
        ("mijn leerling wil niet dat zijn vader het hoort", "school", "ouders"),
        ("de student wil niet dat zijn ouders weten dat hij stopt", "mbo", "ouders"),
    ],
)
def test_wie_in_een_andere_zin_iets_doet_geeft_of_vraagt_hier_niet(
    begrijper: Begrijper, zin: str, van: str, naar: str
) -> None:
    feiten = begrijper.lezer.lees(zin).feiten
    assert (feiten.van, feiten.naar) == (van, naar)
