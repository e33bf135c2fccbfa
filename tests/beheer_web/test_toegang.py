"""Who gets in, who may do what, and what is refused."""

import json
import re
import stat

import httpx
import pytest

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.web.accounts import Accountfout
from bot.beheer.web.bezoek import eigen_pad
from bot.beheer.web.deur import Pagina
from bot.beheer.web.kanaal import PAGINAS
from bot.beheer.web.remmen import MEESTE_PER_NAAM, VENSTER, Rem
from bot.beheer.web.sessies import RUST, VOORAF, WERKDAG, Sessies
from tests.beheer_web.wereld import WACHTWOORD, Wereld

EEN_VAN = {
    "soort": "antwoorden",
    "id": "toestemming.wie",
    "nr": "1",
    "versie": "0" * 40,
    "taxonomie": "partijen",
    "vorm": "tabel.csv",
    "naam": "stijl.css",
    "rest": "bestaat-niet",
    "overleg": "tom_tafel",
    "aspect": "doel",
}
ID_VAN = {
    "regels": "school-leerplicht-luxe",
    "regios": "amersfoort",
    "grondslagen": "uavg-5",
    "bronnen": "CONV",
    "woorden": "school",
}
MENSEN = (None, "lex", "robin", "gerda", "beide")


def pad_van(pagina: Pagina) -> str:
    """An address of a page, with entries that exist."""
    pad = re.sub(r"\{\w+:([a-z]+)\}", r"\1", pagina.pad)
    delen = EEN_VAN | {"id": next((i for deel, i in ID_VAN.items() if f"/{deel}/" in pad), EEN_VAN["id"])}
    return "/beheer" + re.sub(r"\{(\w+)(?::[^}]*)?\}", lambda m: delen[m[1]], pad)


def mag(wie: str | None, rol: Rol | None) -> bool:
    """What the roles promise, written apart from the code that keeps it."""
    heeft = {None: set(), "lex": {"lezer"}, "robin": {"lezer", "redacteur"}, "gerda": {"lezer", "goedkeurder"}}
    return rol is None or rol.value in heeft.get(wie, {"lezer", "redacteur", "goedkeurder"})


@pytest.mark.parametrize("wie", MENSEN)
def test_elke_pagina_voor_elke_rol(beheer: Wereld, wie: str | None) -> None:
    bezoeker = beheer.binnen(wie) if wie else beheer.bezoeker()
    token = bezoeker.csrf("/beheer/proberen" if wie else "/beheer/aanmelden")
    for pagina in PAGINAS:
        if pagina.pad in ("/aanmelden", "/afmelden", "/oidc/begin", "/oidc/terug"):
            continue
        if pagina.methode == "GET":
            antwoord = bezoeker.get(pad_van(pagina))
        else:
            antwoord = bezoeker.post(pad_van(pagina), data={"csrf": token, "stand": "-1"})
        if mag(wie, pagina.rol):
            assert antwoord.status_code in (200, 303, 404, 409, 422), (pagina.pad, antwoord.status_code)
            assert "/beheer/aanmelden" not in antwoord.headers.get("Location", "")
        elif wie is None:
            assert antwoord.status_code in (303, 401, 403), pagina.pad
            assert antwoord.status_code != 303 or antwoord.headers["Location"].startswith("/beheer/aanmelden")
        else:
            assert antwoord.status_code == 403, pagina.pad


def test_elke_pagina_die_iets_doet_vraagt_een_rol() -> None:
    zonder = {(p.methode, p.pad) for p in PAGINAS if p.rol is None}
    assert zonder == {
        ("GET", "/aanmelden"),
        ("POST", "/aanmelden"),
        ("POST", "/afmelden"),
        ("GET", "/oidc/begin"),
        ("GET", "/oidc/terug"),
        ("GET", "/bestand/{naam}"),
        ("GET", "/{rest:.*}"),
    }
    assert {p.methode for p in PAGINAS} == {"GET", "POST"}


@pytest.mark.parametrize("pagina", [p for p in PAGINAS if p.methode == "POST"], ids=lambda p: p.pad)
def test_een_vervalst_formulier_doet_niets(beheer: Wereld, pagina: Pagina) -> None:
    wie = beheer.binnen("beide")
    token, ander = wie.csrf(), beheer.binnen("robin").csrf()
    voor = [c.stand for c in beheer.beheer.werkbank.concepten()]
    for vorm in ({}, {"csrf": ""}, {"csrf": "x"}, {"csrf": ander}, {"csrf": f"{token}x"}):
        assert wie.post(pad_van(pagina), data=vorm).status_code == 403
    for herkomst in (
        "https://kwaad.example",
        "null",
        beheer.adres.replace("http", "https"),
        f"{beheer.adres}.kwaad.nl",
    ):
        antwoord = wie.post(pad_van(pagina), data={"csrf": token}, headers={"Origin": herkomst})
        assert antwoord.status_code == 403
        assert "Opnieuw versturen" not in antwoord.text
    zonder = httpx.Request("POST", f"{beheer.adres}{pad_van(pagina)}", data={"csrf": token}, cookies=wie.cookies)
    assert wie.send(zonder).status_code == 403
    assert [c.stand for c in beheer.beheer.werkbank.concepten()] == voor


def test_afgemeld_is_afgemeld_ook_met_het_oude_koekje(beheer: Wereld) -> None:
    wie = beheer.als("robin")
    koek = dict(wie.cookies)
    assert wie.get("/beheer").status_code == 200
    wie.stuur("/beheer/afmelden")
    dief = beheer.bezoeker()
    dief.cookies.update(koek)
    assert dief.get("/beheer").headers["Location"].startswith("/beheer/aanmelden")


def test_aanmelden_geeft_een_nieuw_koekje(beheer: Wereld) -> None:
    wie = beheer.bezoeker()
    wie.get("/beheer/aanmelden")
    vooraf = dict(wie.cookies)
    assert wie.meld_aan("robin").status_code == 303
    assert dict(wie.cookies) != vooraf
    dief = beheer.bezoeker()
    dief.cookies.update(vooraf)
    assert dief.get("/beheer").status_code == 303


def test_een_rol_die_weg_is_werkt_meteen_niet_meer(beheer: Wereld) -> None:
    beheer.accounts.zet("tijdelijk", "Tim Tijdelijk", [Rol.REDACTEUR], WACHTWOORD)
    wie = beheer.als("tijdelijk")
    assert wie.get("/beheer/nieuw/regels").status_code == 200
    beheer.accounts.zet("tijdelijk", "Tim Tijdelijk", [Rol.LEZER], WACHTWOORD)
    assert wie.get("/beheer/nieuw/regels").status_code == 403
    beheer.accounts.verwijder("tijdelijk")
    assert wie.get("/beheer").status_code == 303


def test_te_veel_verkeerde_wachtwoorden_moeten_wachten(beheer: Wereld) -> None:
    beheer.accounts.zet("vergeten", "Vera Vergeten", [Rol.LEZER], WACHTWOORD)
    wie = beheer.bezoeker()
    codes = [wie.meld_aan("vergeten", "verkeerd wachtwoord").status_code for _ in range(MEESTE_PER_NAAM + 1)]
    assert codes == [401] * MEESTE_PER_NAAM + [429]
    assert wie.meld_aan("vergeten").status_code == 429
    assert beheer.bezoeker().meld_aan("robin").status_code == 303


def test_een_onbekende_naam_ziet_er_net_zo_uit(beheer: Wereld) -> None:
    fout = beheer.bezoeker().meld_aan("niemand", "x" * 20)
    assert fout.status_code == 401
    assert "horen niet bij elkaar" in fout.text


def test_de_rem_laat_los_na_een_kwartier() -> None:
    nu = [0.0]
    rem = Rem(lambda: nu[0])
    for _ in range(MEESTE_PER_NAAM):
        rem.fout("anna", "adres")
    assert 0 < rem.wacht("anna", "ander adres") <= VENSTER
    assert rem.wacht("bas", "adres") == 0
    nu[0] = VENSTER + 1
    assert rem.wacht("anna", "adres") == 0


def test_een_sessie_eindigt_na_rust_en_na_een_werkdag() -> None:
    nu = [0.0]
    sessies = Sessies(lambda: nu[0])
    wie = Medewerker("lokaal:a", "A", frozenset({Rol.LEZER}))
    koek = sessies.meld_aan(None, wie)
    nu[0] = RUST - 1
    assert sessies.bij(koek)
    nu[0] += RUST
    assert sessies.bij(koek) is None
    koek = sessies.meld_aan(None, wie)
    begin = nu[0]
    while nu[0] + RUST / 2 < begin + WERKDAG:
        nu[0] += RUST / 2
        assert sessies.bij(koek)
    nu[0] = begin + WERKDAG
    assert sessies.bij(koek) is None
    vooraf, _ = sessies.begin()
    nu[0] += VOORAF
    assert sessies.bij(vooraf) is None


@pytest.mark.parametrize(
    "pad",
    [
        "//kwaad.nl",
        "https://kwaad.nl",
        "/\\kwaad.nl",
        "/beheer\\..",
        "/beheer/\nx",
        "javascript:x",
        "/beheerx",
        "",
        "/elders",
    ],
)
def test_na_aanmelden_gaat_niemand_naar_elders(beheer: Wereld, pad: str) -> None:
    assert eigen_pad(pad) == "/beheer"
    wie = beheer.bezoeker()
    token = wie.csrf("/beheer/aanmelden")
    vorm = {"csrf": token, "naam": "lex", "wachtwoord": WACHTWOORD, "verder": pad}
    assert wie.post("/beheer/aanmelden", data=vorm).headers["Location"] == "/beheer"


TRUCS = (
    "/beheer/bestand/..%2f..%2fkanaal.py",
    "/beheer/bestand/%2e%2e/kanaal.py",
    "/beheer/bestand/stijl.css%00.py",
    "/beheer/antwoorden/..%2f..%2f..%2fetc%2fpasswd",
    "/beheer/bronnen/%2e%2e",
    "/beheer/geschiedenis/../../x",
    "/beheer/geschiedenis/HEAD",
    "/beheer/geschiedenis/-" + "0" * 39,
    "/beheer/concepten/..%2f1",
    "/beheer/concepten/-1",
    "/beheer/concepten/99999999999999999999",
    "/beheer/uitvoer/..%2ftabel.csv",
    "/beheer/uitvoer/tabel.csv?regio=../x",
    "/beheer/woorden/__class__/school",
    "/beheer/wijzig/antwoorden/..%2fx",
    "/beheer/wijzig/woorden/..%2fpartijen/school",
    "/beheer/wijzig/regels/school-leerplicht-luxe?versie=--upload-pack%3Dx&concept=1e3",
)


@pytest.mark.parametrize("pad", TRUCS)
def test_een_pad_komt_nergens_waar_het_niet_hoort(beheer: Wereld, pad: str) -> None:
    antwoord = beheer.binnen("beide").get(pad)
    assert antwoord.status_code in (200, 404, 422)
    assert "root:" not in antwoord.text
    assert "import asyncio" not in antwoord.text
    if antwoord.status_code == 200:
        assert "school-leerplicht-luxe" in antwoord.text


def test_elk_antwoord_draagt_de_koppen(beheer: Wereld) -> None:
    for pad in ("/beheer/aanmelden", "/beheer", "/beheer/bestaat-niet", "/beheer/bestand/stijl.css"):
        koppen = beheer.bezoeker().get(pad).headers
        assert "default-src 'none'" in koppen["Content-Security-Policy"]
        assert "unsafe" not in koppen["Content-Security-Policy"]
        assert koppen["X-Content-Type-Options"] == "nosniff"
        assert koppen["X-Frame-Options"] == "DENY"
        assert "aiohttp" not in koppen["Server"]
    koek = beheer.bezoeker().get("/beheer/aanmelden").headers["Set-Cookie"]
    assert "HttpOnly" in koek
    assert "SameSite=Lax" in koek


def test_accounts_en_logboek_zijn_alleen_voor_dit_programma(beheer: Wereld) -> None:
    for naam in ("accounts.json", "logboek.jsonl"):
        pad = beheer.map / "web" / naam
        assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    for map_ in ("git", "concepten"):
        assert stat.S_IMODE((beheer.map / map_).stat().st_mode) == 0o700
    assert WACHTWOORD not in (beheer.map / "web" / "accounts.json").read_text(encoding="utf-8")


def test_het_logboek_zegt_wie_wat_deed_en_niet_wat_er_getypt_is(beheer: Wereld) -> None:
    wie = beheer.binnen("robin")
    wie.stuur("/beheer/proberen", vraag="Mag ik het dossier van Wilhelmina Kruidenier delen?")
    wie.get("/beheer/logboek")
    regels = (beheer.map / "web" / "logboek.jsonl").read_text(encoding="utf-8")
    assert "Wilhelmina" not in regels
    laatste = json.loads(regels.splitlines()[-1])
    assert laatste["wie"] == "lokaal:robin"
    assert laatste["uitkomst"] == "geweigerd: rol"


def test_proberen_bewaart_niets(beheer: Wereld) -> None:
    wie, geheim = beheer.binnen("robin"), "Wilhelmina Kruidenier"
    antwoord = wie.stuur("/beheer/proberen", vraag=f"Mag ik het dossier van {geheim} delen met de huisarts?")
    assert geheim not in antwoord.text
    assert "Die zijn weggehaald" in antwoord.text
    assert not [p for p in beheer.map.rglob("*") if p.is_file() and geheim.encode() in p.read_bytes()]
    voor_toets = len(beheer.beheer.werkbank.concepten())
    toets = wie.stuur("/beheer/proberen/toets", vraag=f"Mag ik het dossier van {geheim} delen?", oordeel="ja")
    assert toets.status_code == 422
    assert len(beheer.beheer.werkbank.concepten()) == voor_toets


def test_een_woord_dat_niet_herkend_werd_wordt_genoemd_ook_bij_dezelfde_vraag_nog_eens(beheer: Wereld) -> None:
    wie = beheer.binnen("robin")
    for _ in range(2):
        antwoord = wie.stuur("/beheer/proberen", vraag="Mag ik de ribbelkaart delen met leerplicht?")
        assert "“ribbelkaart” hoort bij" in antwoord.text


def test_wat_getypt_is_gaat_niet_verloren_als_de_sessie_voorbij_is(beheer: Wereld) -> None:
    wie = beheer.als("robin")
    token = wie.csrf()
    wie.stuur("/beheer/afmelden")
    pad = "/beheer/wijzig/antwoorden/toestemming.wie"
    antwoord = wie.post(pad, data={"csrf": token, "dan-kort": "Een lange <b>tekst</b>.", "wachtwoord": "nooit"})
    assert antwoord.status_code == 403
    assert "Een lange &lt;b&gt;tekst&lt;/b&gt;." in antwoord.text
    assert "nooit" not in antwoord.text
    assert f'action="{pad}"' in antwoord.text


@pytest.mark.parametrize(
    ("naam", "voluit", "wachtwoord"),
    [
        ("Anna", "Anna", WACHTWOORD),
        ("../x", "X", WACHTWOORD),
        ("anna", "<b>", WACHTWOORD),
        ("anna", "Anna", "kort"),
        ("anna", "", WACHTWOORD),
    ],
)
def test_een_account_dat_niet_deugt_komt_er_niet(beheer: Wereld, naam: str, voluit: str, wachtwoord: str) -> None:
    with pytest.raises(Accountfout):
        beheer.accounts.zet(naam, voluit, [Rol.LEZER], wachtwoord)
