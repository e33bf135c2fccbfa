"""What the account says of the files is what the channels really write: a new table, column or file fails here."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from nio.crypto import OlmDevice
from pydantic import BaseModel

from bot.beheer.mensen import Rol
from bot.beheer.opslag import Opslag as Kennisopslag
from bot.beheer.web.accounts import ACCOUNTS, WEBMAP, Accounts
from bot.beheer.web.beheer import LOGBOEK
from bot.beheer.web.logboek import Logboek
from bot.beheer.web.sessies import RUST, WERKDAG
from bot.beheer.werkbank import Werkbank
from bot.gesprek.geheugen import BEWAARTIJD
from bot.instellingen import Instellingen, laad_instellingen
from bot.kanalen.matrix.client import maak_client
from bot.kanalen.matrix.postvak import BEWAARTIJD_S, Postvak
from bot.kanalen.matrix.sessie import bewaar_sessie, laad_sessie, maak_map, nieuwe_sessie, vergrendel
from bot.kanalen.teams.behandel import KAART_HOUDBAAR
from bot.kanalen.teams.claims import HOUDBAAR, WELKOM_HOUDBAAR, Claims
from bot.kern import Kern
from bot.privacy.kortgeheugen import BEWAARTIJD as VRAAG_BEWAARTIJD
from bot.privacy.kortgeheugen import MEESTE
from bot.tellingen import Opslag
from bot.verantwoording.schijf import Bestand, op_schijf
from bot.verantwoording.stuk import STUKKEN, ZIJBESTANDEN, Stukkenmaker, soort_van
from bot.verantwoording.teksten import laad_teksten
from tests.beheer.conftest import AN, DOEL, wijziging

TEKSTEN = laad_teksten()
DAG = date(2026, 11, 24)
GUID = "11111111-2222-3333-4444-555555555555"


@pytest.fixture
def instellingen(tmp_path: Path) -> Instellingen:
    """All channels, each with all its files really made by the code that makes them."""
    for naam in ("geheim", "redis", "sleutel"):
        (tmp_path / naam).write_text("x", encoding="utf-8")
    (tmp_path / "i.yaml").write_text(
        f"""
tellingen: {{bestand: {tmp_path}/t.sqlite}}
teams: {{app_id: {GUID}, tenant: {GUID}, claims: {tmp_path}/claims.sqlite, geheim_bestand: {tmp_path}/geheim}}
matrix: {{server: "https://m.example", gebruiker: "@bot:m.example", map: {tmp_path}/matrix}}
beheer:
  map: {tmp_path}/kennis
  web:
    adres: "https://beheer.example"
    oidc:
      {{uitgever: "https://a.example", client_id: x, geheim_bestand: {tmp_path}/geheim, groepen: {{a: lezer}}}}
opslag: {{wachtwoord_bestand: {tmp_path}/redis, sleutel_bestand: {tmp_path}/sleutel}}
""",
        encoding="utf-8",
    )
    _maak_bestanden(tmp_path)
    return laad_instellingen(tmp_path / "i.yaml")


def _maak_bestanden(map_: Path) -> None:
    Opslag(map_ / "t.sqlite").__exit__(None, None, None)
    Claims(map_ / "claims.sqlite", b"geheim").sluit()
    maak_map(map_ / "matrix")
    bewaar_sessie(map_ / "matrix", nieuwe_sessie("https://m.example", "@bot:m.example", "APPARAAT", "token"))
    vergrendel(map_ / "matrix").close()
    Postvak(map_ / "matrix", b"sleutel").sluit()
    client = maak_client(laad_sessie(map_ / "matrix"), map_ / "matrix", versleuteling=True)
    client.store.database.close()
    bank = Werkbank(Kennisopslag(map_ / "kennis"))
    bank.begin(AN, "Een tekst", [wijziging(bank.opslag.bundel(), DOEL, kort="Een tekst.")], "r", "")
    bank.modelmap.mkdir()
    Accounts(map_ / "kennis" / WEBMAP / ACCOUNTS).zet("an", AN.naam, [Rol.REDACTEUR], "een lang geheim woord")
    Logboek(map_ / "kennis" / WEBMAP / LOGBOEK).schrijf("an", "aangemeld")


def _tabellen(pad: Path) -> dict[str, tuple[str, ...]]:
    """Tables with their columns; none for what is no database."""
    if pad.is_dir() or not pad.read_bytes().startswith(b"SQLite format 3"):
        return {}
    with closing(sqlite3.connect(pad)) as db:
        namen = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {n: tuple(rij[1] for rij in db.execute(f"PRAGMA table_info({n})")) for n in namen if n[:7] != "sqlite_"}


def _hoofdbestanden(instellingen: Instellingen) -> list[Bestand]:
    return [b for b in op_schijf(instellingen) if not b.pad.name.endswith(ZIJBESTANDEN)]


def test_elk_bestand_staat_in_het_stuk_met_al_zijn_tabellen_en_kolommen(instellingen: Instellingen) -> None:
    gezien = set()
    for bestand in _hoofdbestanden(instellingen):
        soort = soort_van(bestand, TEKSTEN.bestanden)
        assert soort is not None, bestand.pad.name
        gezien.add(soort.inhoud)
        assert _tabellen(bestand.pad) == dict(soort.tabellen), bestand.pad.name
    van_beheerder = {s.inhoud for s in TEKSTEN.bestanden if s.instelling.startswith("matrix.") and s.bestand == "*"}
    assert gezien == {s.inhoud for s in TEKSTEN.bestanden} - van_beheerder


def _padinstellingen(model: type[BaseModel], boven: str = "") -> Iterator[str]:
    """Every setting that can name a path."""
    for naam, veld in model.model_fields.items():
        soorten = [veld.annotation, *getattr(veld.annotation, "__args__", ())]
        for soort in soorten:
            if soort is Path:
                yield f"{boven}{naam}"
            elif isinstance(soort, type) and issubclass(soort, BaseModel):
                yield from _padinstellingen(soort, f"{boven}{naam}.")


def test_elke_instelling_met_een_pad_staat_in_het_stuk() -> None:
    assert set(_padinstellingen(Instellingen)) == {s.instelling for s in TEKSTEN.bestanden}


def test_het_stuk_noemt_elk_bestand_en_kent_ze_alle(instellingen: Instellingen, kern: Kern) -> None:
    tekst = Stukkenmaker(instellingen, kern.kennis, DAG).markdown(STUKKEN)
    assert TEKSTEN.schijf["onbekend"] not in tekst
    assert [b.pad for b in op_schijf(instellingen) if f"`{b.pad}`" not in tekst] == []
    assert "{" not in tekst
    assert "Medewerkers die de antwoorden beheren." in tekst
    assert "75 minuten" in tekst.split("### Bewaartermijn")[1]


def test_namen_van_wie_de_kennis_beheert_staan_alleen_waar_het_stuk_dat_zegt(instellingen: Instellingen) -> None:
    met_naam = {b.inhoud for b in TEKSTEN.bestanden if b.instelling == "beheer.map" and "namen" in b.inhoud}
    assert instellingen.beheer is not None
    for bestand in op_schijf(instellingen):
        soort = soort_van(bestand, TEKSTEN.bestanden)
        paden = bestand.pad.rglob("*") if bestand.pad.is_dir() else [bestand.pad]
        gevonden = any(AN.naam.encode() in pad.read_bytes() for pad in paden if pad.is_file())
        assert soort is not None
        assert not gevonden or soort.inhoud in met_naam or bestand.pad.name == ACCOUNTS, bestand.pad
    assert (RUST, WERKDAG) == (3600.0, 10 * 3600.0)


def test_een_vreemd_bestand_valt_op(instellingen: Instellingen, kern: Kern) -> None:
    assert instellingen.matrix is not None
    (instellingen.matrix.map / "notities.txt").write_text("x", encoding="utf-8")
    assert TEKSTEN.schijf["onbekend"] in Stukkenmaker(instellingen, kern.kennis, DAG).markdown(["overzicht"])


def test_de_termijnen_in_het_stuk_zijn_die_van_de_kanalen() -> None:
    termijnen = " ".join(v.hoe_lang for v in TEKSTEN.verwerkingen)
    for seconden, woorden in (
        (BEWAARTIJD, "15 minuten"),
        (VRAAG_BEWAARTIJD, "15 minuten"),
        (HOUDBAAR, "75 minuten"),
        (WELKOM_HOUDBAAR, "400 dagen"),
        (KAART_HOUDBAAR, "24 uur"),
        (BEWAARTIJD_S, "7 dagen"),
    ):
        aantal, eenheid = woorden.split()
        assert int(aantal) * {"minuten": 60, "uur": 3600, "dagen": 86400}[eenheid] == seconden
        assert woorden in termijnen
    assert f"hooguit {MEESTE:,} vragen".replace(",", ".") in termijnen


def test_de_sleutelopslag_kent_geen_namen_van_apparaten(instellingen: Instellingen) -> None:
    assert instellingen.matrix is not None
    map_ = instellingen.matrix.map
    client = maak_client(laad_sessie(map_), map_, versleuteling=True)
    apparaat = OlmDevice("@anna:m.example", "ABC", {"ed25519": "x", "curve25519": "y"}, "telefoon van Kwibus")
    client.store.save_device_keys({"@anna:m.example": {"ABC": apparaat}})
    assert [d.id for d in client.store.load_device_keys().active_user_devices("@anna:m.example")] == ["ABC"]
    client.store.database.close()
    assert [pad.name for pad in map_.iterdir() if b"Kwibus" in pad.read_bytes()] == []
