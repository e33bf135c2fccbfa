"""A rule that changes names every lesson it breaks; a lesson that is wrong is found on its line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from kennis.controle import controleer
from kennis.controle.leerstof import controleer_leerstof
from kennis.controle.leeruitkomst import controleer_uitkomsten
from kennis.controle.leestekst import controleer_leestekst
from kennis.fouten import KennisFout
from kennis.laden import KENNISMAP, Kennis, laad_kennis
from kennis.model import Oordeel, Toestemming

DAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def kennis() -> Kennis:
    """What ships with the program."""
    return laad_kennis()


def _met_regel(kennis: Kennis, regel: str, **dan: object) -> Kennis:
    oud = kennis.regels[regel]
    nieuw = oud.model_copy(update={"dan": oud.dan.model_copy(update=dan)})
    return replace(kennis, regels={**kennis.regels, regel: nieuw})


def _fouten(kennis: Kennis) -> str:
    return "\n".join(str(v.bevinding) for v in controleer_uitkomsten(kennis, DAG))


def test_alles_klopt_nu(kennis: Kennis) -> None:
    assert not controleer_leerstof(kennis)
    assert not _fouten(kennis)
    assert not list(controleer_leestekst(kennis))


def test_een_ander_oordeel_noemt_de_les_en_de_regel(kennis: Kennis) -> None:
    fouten = _fouten(_met_regel(kennis, "school-leerplicht-16uur", oordeel=Oordeel.NEE))
    assert "Les 'verzuim-melden' noemt het oordeel 'verplicht'" in fouten
    assert "regel 'school-leerplicht-16uur' zegt in regio 'landelijk': nee" in fouten
    assert "werk.yaml, regel " in fouten


def test_een_andere_toestemming_noemt_de_les(kennis: Kennis) -> None:
    fouten = _fouten(_met_regel(kennis, "jgz", toestemming=Toestemming(nodig="ja", van=("ouders",))))
    assert "Bij een vraag van les 'leeftijd' is meer dan een antwoord goed" not in fouten
    assert "Les 'leeftijd'" not in fouten  # a question: the right answer changes along, nothing is ambiguous
    assert not fouten
    fouten = _fouten(_met_regel(kennis, "jeugdhulpverlener", toestemming=Toestemming(nodig="nee")))
    assert "Bij een vraag van les 'leeftijd' is geen enkel antwoord goed" in fouten
    assert "toestemming van ouders en jongere" in fouten


def test_een_aanvulling_die_verdwijnt_noemt_de_les(kennis: Kennis) -> None:
    zonder = {id_: a for id_, a in kennis.aanvullingen.items() if id_ != "onveilig-kanaal"}
    assert "De aanvulling 'onveilig-kanaal' bestaat niet" in "\n".join(
        str(v.bevinding) for v in controleer_leerstof(replace(kennis, aanvullingen=zonder))
    )


def test_een_casus_die_niet_meer_klopt_wordt_genoemd(kennis: Kennis) -> None:
    fouten = _fouten(_met_regel(kennis, "mbo-stage", oordeel=Oordeel.JA))
    assert "Casus 'mbo-3' rekent op 'toestemming'" in fouten


def test_een_sjabloon_zonder_casussen_wordt_genoemd(kennis: Kennis) -> None:
    leeg = _met_regel(kennis, "geheimhouder-ouders-jong", oordeel=Oordeel.HANGT_AF)
    leeg = _met_regel(leeg, "geheimhouder-ouders-oud", oordeel=Oordeel.HANGT_AF)
    assert "Sjabloon 'hulp-ouders' geeft in regio 'landelijk' maar 0 casussen" in _fouten(leeg)


Verander = Callable[[str, str, str], Kennis]


@pytest.fixture
def verander(tmp_path: Path) -> Verander:
    """The real knowledge with one text replaced in one file."""

    def doe(bestand: str, oud: str, nieuw: str) -> Kennis:
        map_ = tmp_path / "kennis"
        copytree(KENNISMAP, map_, dirs_exist_ok=True)
        tekst = (map_ / bestand).read_text(encoding="utf-8")
        assert oud in tekst
        (map_ / bestand).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
        return laad_kennis(map_)

    return doe


WERK, ROLLEN, SCHOOL = "leren/lessen/werk.yaml", "leren/rollen.yaml", "leren/sjablonen/school.yaml"


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "verwacht"),
    [
        (
            WERK,
            "[CONV artikel 4.3, CONV artikel 4.2]",
            "[CONV artikel 99]",
            "De bronplek 'CONV artikel 99' bestaat niet",
        ),
        (WERK, "gegevens: verzuim.16uur}", "gegevens: verzuim.17uur}", "Het begrip in 'gegevens' 'verzuim.17uur'"),
        (WERK, "  nr: 12\n", "  nr: 13\n", "Het nummer 13 van 'swv-inschakelen' is dubbel"),
        (WERK, "  nr: 12\n", "  nr: 41\n", "Het nummer 41 van 'swv-inschakelen' is dubbel of te hoog"),
        (WERK, "  - Onder die grens mag melden, na overleg met leerplicht.\n", "", "legt het idee uit in 2 regels"),
        (ROLLEN, "veilig-versturen, bij-twijfel]", "bij-twjfel]", "De les 'bij-twjfel' bestaat niet"),
        (ROLLEN, "[mbo-5, mbo-7, mbo-8, mbo-9]", "[mbo-99]", "De casus 'mbo-99' bestaat niet"),
        (SCHOOL, "'{gegevens} {toestemming} {van} wil", "'{gegevens} {van} wil", "horen zin en 'vul' niet bij elkaar"),
        (
            SCHOOL,
            "leerplicht: leerplicht, gemeente: de",
            "leerplicht: leerplicht, gemeente: leerplicht, duo: de",
            "heten",
        ),
    ],
)
def test_een_fout_in_de_lessen_wordt_gevonden(
    verander: Verander, bestand: str, oud: str, nieuw: str, verwacht: str
) -> None:
    gevonden = [str(v.bevinding) for v in controleer_leerstof(verander(bestand, oud, nieuw))]
    raak = [b for b in gevonden if verwacht in b]
    assert raak, gevonden
    assert bestand.rpartition("/")[2] in raak[0]
    assert "Herstel: " in raak[0]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("  - Onder die grens mag", f"  - {'lang ' * 26}einde.\n  - Onder die grens mag", "heeft een zin 27 woorden"),
        (
            "  - Onder die grens mag",
            f"  - {'Ja en nee. ' * 20}\n  - Onder die grens mag",
            "woorden. Herstel: Kort hem in",
        ),
        (
            "Vertel het ouders en leerling.",
            f"{'Verantwoordelijkheidsverdelingsmechanismen en beslissingsbevoegdheidsoverdrachten. ' * 9}",
            "is te moeilijk",
        ),
    ],
)
def test_een_moeilijke_les_wordt_gevonden(verander: Verander, oud: str, nieuw: str, verwacht: str) -> None:
    gevonden = [str(v.bevinding) for v in controleer_leestekst(verander(WERK, oud, nieuw))]
    assert any(verwacht in b and "verzuim-melden" in b for b in gevonden), gevonden


def test_een_onbekend_veld_noemt_regel_en_herstel(verander: Verander) -> None:
    with pytest.raises(KennisFout, match=r"werk\.yaml, regel \d+, veld 'lessen\.0\.tietel'.*Herstel"):
        verander(WERK, "  titel: Het samenwerkingsverband", "  tietel: Het samenwerkingsverband")


def test_de_controle_telt_de_lessen_mee(kennis: Kennis) -> None:
    kapot = _met_regel(kennis, "swv-school", oordeel=Oordeel.NEE)
    rapport = controleer(kapot, "landelijk", DAG)
    assert rapport.als_json()["lessen"] > 0
    assert not rapport.in_orde
