"""What is handed out: complete, readable, and safe to open."""

import csv
import json
import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from bot.beheer.invoer import wijzigingen_uit
from bot.beheer.schema import schemas, schrijf_schemas
from bot.beheer.uitvoer import als_csv, als_jsonld, leesuitgave, schrijf
from kennis.bewerken import Botsingfout, Bundel, Sleutel
from kennis.laden import KENNISMAP, Kennis, laad_kennis
from kennis.yaml_lezen import lees_yaml
from tests.beheer.conftest import DOEL, wijziging

DAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def kennis() -> Kennis:
    return laad_kennis()


def test_the_readers_edition_holds_all_that_holds_in_the_region(kennis: Kennis) -> None:
    html = leesuitgave(kennis, "amersfoort", date(2026, 11, 1), DAG)
    for regel in kennis.regels.values():
        hier = regel.regio in (None, "amersfoort") and regel.geldt_op(DAG)
        assert (f'id="regel-{regel.id.replace("<", "&lt;")}"' in html) is hier
    assert "Leerplichtwet 1969, artikel 16" in html
    assert "Een hulpverlener met beroepsgeheim moet zwijgen over cliënten." in html
    assert "Veranderd sinds 01-11-2026" in html
    assert all(html.count(f"<{tag}") == html.count(f"</{tag}>") for tag in ("article", "section", "ul", "li"))


def test_html_in_the_knowledge_shows_as_text(tmp_path: Path) -> None:
    bundel = Bundel.meegeleverd().met([wijziging(Bundel.meegeleverd(), DOEL, kort="<script>alert(1)</script>")])
    bundel.schrijf(tmp_path, zeker=False)
    html = leesuitgave(laad_kennis(tmp_path / "kennis"), "landelijk", vandaag=DAG)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_table_runs_nothing_in_a_spreadsheet(tmp_path: Path) -> None:
    bundel = Bundel.meegeleverd().met([wijziging(Bundel.meegeleverd(), DOEL, kort='=HYPERLINK("x")')])
    bundel.schrijf(tmp_path, zeker=False)
    kennis = laad_kennis(tmp_path / "kennis")
    rijen = list(csv.DictReader(StringIO(als_csv(kennis)), delimiter=";"))
    assert len(rijen) == len(kennis.regels) + len(kennis.antwoorden)
    (doel,) = [rij for rij in rijen if rij["id"] == "adv.doel"]
    assert doel["antwoord"] == '\'=HYPERLINK("x")'


def test_linked_data_names_legal_bases_of_the_vocabulary(kennis: Kennis) -> None:
    graaf = {deel["@id"]: deel for deel in json.loads(als_jsonld(kennis))["@graph"]}
    regel = graaf["urn:deelwijzer:regel:school-leerplicht-16uur"]
    assert regel["@type"] == "dpv:Obligation"
    assert {"@id": "gdpr:A6-1-c"} in regel["dpv:hasLegalBasis"]
    assert regel["dpv:hasPurpose"][0] == {"@id": "dpv:LegalCompliance"}
    ids = {basis["@id"] for deel in graaf.values() for basis in deel.get("dpv:hasLegalBasis", [])}
    assert all(re.fullmatch(r"gdpr:A(6-1-[a-f]|9-2-[a-j])", naam) for naam in ids)


def test_all_of_it_is_written(kennis: Kennis, tmp_path: Path) -> None:
    assert [p.name for p in schrijf(kennis, "landelijk", tmp_path)] == [
        "deelwijzer-landelijk.html", "deelwijzer-landelijk.pdf",
        "deelwijzer-landelijk.csv", "deelwijzer-landelijk.jsonld",
    ]  # fmt: skip


def test_every_rule_has_only_fields_its_schema_knows(tmp_path: Path) -> None:
    schrijf_schemas(tmp_path)
    for naam, schema in schemas().items():
        assert json.loads((tmp_path / f"{naam}.json").read_text(encoding="utf-8")) == json.loads(json.dumps(schema))
    velden = schemas()["regels"]["properties"]["regels"]["items"]["properties"]
    bestanden = list((KENNISMAP / "regels").glob("*.yaml"))
    assert bestanden
    for pad in bestanden:
        assert all(set(regel) <= set(velden) for regel in lees_yaml(pad).inhoud["regels"])


def test_another_regions_layer_is_taken_in_with_its_own_files(tmp_path: Path) -> None:
    nu = Bundel.meegeleverd()
    regio = nu.bestanden["kennis/regios/amersfoort.yaml"].decode().replace("id: amersfoort", "id: elders")
    (tmp_path / "kennis" / "regios").mkdir(parents=True)
    (tmp_path / "kennis" / "regels").mkdir()
    (tmp_path / "kennis" / "regios" / "elders.yaml").write_text(regio, encoding="utf-8")
    regel = (
        "standaard: {soort: afspraak, geldig_van: 2026-01-01, beoordeeld_op: 2026-01-01, regio: elders}\n"
        "regels:\n- id: elders-een\n  als: {van: school, naar: swv}\n  dan: {oordeel: ja, kort: Dat mag hier.}\n"
        "  bronnen: [CONV artikel 4.1]\n"
    )
    (tmp_path / "kennis" / "regels" / "elders.yaml").write_text(regel, encoding="utf-8")
    wijzigingen = wijzigingen_uit(tmp_path, nu)
    assert [w.sleutel for w in wijzigingen] == ["regels/elders-een", "regios/elders"]
    nieuw = nu.met(wijzigingen)
    assert set(nieuw.bestanden) - set(nu.bestanden) == {"kennis/regels/elders.yaml", "kennis/regios/elders.yaml"}
    nieuw.schrijf(tmp_path / "uit", zeker=False)
    kennis = laad_kennis(tmp_path / "uit" / "kennis")
    assert kennis.regels["elders-een"].regio == "elders"
    assert kennis.regios["elders"].naam == "regio Amersfoort"


def test_a_national_update_keeps_what_officers_changed_and_tells_a_clash(tmp_path: Path) -> None:
    basis = Bundel.meegeleverd()
    eigen = basis.met([wijziging(basis, DOEL, titel="Eigen titel")])
    basis.met([wijziging(basis, DOEL, kort="Landelijk nieuw.")]).schrijf(tmp_path, zeker=False)
    samen = eigen.met(wijzigingen_uit(tmp_path, eigen, basis)).item(Sleutel.lees(DOEL))
    assert samen is not None
    assert (samen.volledig["titel"], samen.volledig["dan"]["kort"]) == ("Eigen titel", "Landelijk nieuw.")
    botst = basis.met([wijziging(basis, DOEL, kort="Eigen tekst.")])
    with pytest.raises(Botsingfout):
        botst.met(wijzigingen_uit(tmp_path, botst, basis))
