"""Sign-in at the organisation: with a real provider, and with one that lies."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from playwright.sync_api import Page

from bot.beheer.mensen import Rol
from bot.beheer.web.instelling import Oidcinstellingen
from bot.beheer.web.oidc import TERUG, Oidc
from bot.beheer.web.sessies import ROLLEN_VERS, RUST
from tests.beheer_web.wereld import Bezoeker, Wereld
from tests.draaien import vrije_poort

BOUW = Path(os.environ.get("DEELWIJZER_BOUW", "build")).resolve()
KNOPEN = BOUW / "beheer-node"
SCRIPT = Path(__file__).with_name("knopen") / "uitgever.mjs"
GEHEIM = "geheim van de proef"
GROEPEN = {"fg": Rol.GOEDKEURDER, "redactie": Rol.REDACTEUR}
MENSEN = {
    "olga": {"name": "Olga van der <b>Org</b>", "groups": ["fg", "redactie", "iets anders"]},
    "gast": {"name": "Gast", "groups": ["iets anders"]},
}


def instelling(adres: str, map_: Path) -> Oidcinstellingen:
    """Settings for a provider."""
    bestand = map_ / "geheim"
    bestand.write_text(f"{GEHEIM}\n", encoding="utf-8")
    return Oidcinstellingen(uitgever=adres, client_id="deelwijzer", geheim_bestand=bestand, groepen=GROEPEN)


@pytest.fixture(scope="module")
def uitgever(beheer: Wereld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real one, and management that trusts it."""
    poort = vrije_poort()
    adres = f"http://127.0.0.1:{poort}"
    wens = {"poort": poort, "terug": f"{beheer.adres}{TERUG}", "geheim": GEHEIM, "mensen": MENSEN}
    kind = subprocess.Popen(
        ["node", str(SCRIPT), json.dumps(wens)],
        env=os.environ | {"KNOPEN": str(KNOPEN)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert kind.stdout is not None
    assert kind.stdout.readline() == "klaar\n"
    beheer.beheer.oidc = Oidc(instelling(adres, tmp_path_factory.mktemp("oidc")), beheer.adres)
    yield adres
    beheer.beheer.oidc = None
    kind.terminate()
    kind.wait()
    kind.stdout.close()


def meld_aan(pagina: Page, beheer: Wereld, naam: str) -> None:
    """Through the provider's own pages."""
    pagina.goto(f"{beheer.adres}/beheer/concepten")
    pagina.get_by_role("link", name="Aanmelden bij uw organisatie").click()
    pagina.locator("input[name=login]").fill(naam)
    pagina.locator("input[name=password]").fill("iets")
    pagina.get_by_role("button", name="Sign-in").click()
    pagina.get_by_role("button", name="Continue").click()


def test_aanmelden_bij_de_organisatie(beheer: Wereld, uitgever: str, pagina: Page) -> None:
    meld_aan(pagina, beheer, "olga")
    pagina.wait_for_url(f"{beheer.adres}/beheer/concepten")
    assert "Olga van der bOrg/b" in pagina.inner_text("header")
    assert pagina.goto(f"{beheer.adres}/beheer/logboek").status == 200  # type: ignore[union-attr]


def test_zonder_groep_komt_niemand_binnen(beheer: Wereld, uitgever: str, pagina: Page) -> None:
    meld_aan(pagina, beheer, "gast")
    pagina.wait_for_url(f"{beheer.adres}{TERUG}**")
    assert "u heeft hier geen rol" in pagina.inner_text("main")
    pagina.goto(f"{beheer.adres}/beheer")
    assert pagina.url.startswith(f"{beheer.adres}/beheer/aanmelden")


def begin(wie: Bezoeker) -> dict[str, str]:
    """What the browser is sent to the provider with."""
    wie.get("/beheer/aanmelden")
    doel = wie.get("/beheer/oidc/begin").headers["Location"]
    return {naam: waarden[0] for naam, waarden in parse_qs(urlsplit(doel).query).items()}


def test_wie_terugkomt_moet_zelf_vertrokken_zijn(beheer: Wereld, uitgever: str) -> None:
    wie, ander = beheer.bezoeker(), beheer.bezoeker()
    vraag = begin(wie)
    assert vraag["code_challenge_method"] == "S256"
    for bezoeker, state in ((ander, vraag["state"]), (wie, "x"), (wie, vraag["state"])):
        antwoord = bezoeker.get(TERUG, params={"code": "x", "state": state})
        assert antwoord.status_code == 403  # the last one was right, but its one try was used up by the one before
        assert bezoeker.get("/beheer").status_code == 303


class Leugenaar:
    """A provider that hands out whatever token a test asks for."""

    def __init__(self, poort: int) -> None:
        self.adres = f"http://127.0.0.1:{poort}"
        self.sleutel = generate_private_key(65537, 2048)
        self.token: Callable[[], str] = lambda: ""
        self.noemt_zich = self.adres

    def routes(self) -> list[web.RouteDef]:
        """Discovery, keys and tokens."""
        return [
            web.get("/.well-known/openid-configuration", self._document),
            web.get("/sleutels", self._sleutels),
            web.post("/token", self._token),
        ]

    async def _document(self, _: web.Request) -> web.Response:
        plekken = {"authorization_endpoint": "/auth", "token_endpoint": "/token", "jwks_uri": "/sleutels"}
        return web.json_response({"issuer": self.noemt_zich, **{n: self.adres + p for n, p in plekken.items()}})

    async def _sleutels(self, _: web.Request) -> web.Response:
        jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.sleutel.public_key()))
        return web.json_response({"keys": [{**jwk, "kid": "een", "use": "sig"}]})

    async def _token(self, _: web.Request) -> web.Response:
        return web.json_response({"id_token": self.token()})


@pytest.fixture
def leugenaar(beheer: Wereld, tmp_path: Path) -> Iterator[Leugenaar]:
    """Running, and trusted."""
    poort = vrije_poort()
    bron = Leugenaar(poort)
    app = web.Application()
    app.add_routes(bron.routes())

    async def start() -> web.AppRunner:
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", poort).start()
        return runner

    runner = beheer.in_lus(start)
    eerder, beheer.beheer.oidc = beheer.beheer.oidc, Oidc(instelling(bron.adres, tmp_path), beheer.adres)
    yield bron
    beheer.beheer.oidc = eerder
    beheer.in_lus(runner.cleanup)


def inhoud(bron: Leugenaar, nonce: str, **anders: Any) -> dict[str, Any]:
    """The claims of a good token, with some that are not."""
    nu = int(time.time())
    goed = {"iss": bron.adres, "aud": "deelwijzer", "sub": "x", "nonce": nonce, "iat": nu, "exp": nu + 60}
    return {n: w for n, w in {**goed, "groups": ["fg"], **anders}.items() if w is not None}


VREEMD: RSAPrivateKey = generate_private_key(65537, 2048)
LEUGENS: dict[str, dict[str, Any]] = {
    "voor een ander": {"aud": "een ander"},
    "ook voor een ander": {"aud": ["deelwijzer", "een ander"], "azp": "een ander"},
    "van een ander": {"iss": "http://127.0.0.1:1"},
    "verlopen": {"exp": 1},
    "zonder einde": {"exp": None},
    "zonder nonce": {"nonce": None},
    "andere nonce": {"nonce": "x"},
    "zonder wie": {"sub": None},
    "groepen als getal": {"groups": 7},
    "groep die niet bestaat": {"groups": ["Goedkeurder", "goedkeurder"]},
}


def kom_terug(beheer: Wereld, bron: Leugenaar, maak: Callable[[dict[str, str]], str]) -> int:
    """Status of coming back with a token."""
    wie = beheer.bezoeker()
    vraag = begin(wie)
    bron.token = lambda: maak(vraag)
    return wie.get(TERUG, params={"code": "x", "state": vraag["state"]}).status_code


def goed(bron: Leugenaar, vraag: dict[str, str], **anders: Any) -> str:
    """A token signed with the provider's key."""
    return jwt.encode(inhoud(bron, vraag["nonce"], **anders), bron.sleutel, "RS256", {"kid": "een"})


def test_een_goed_token_laat_binnen(beheer: Wereld, leugenaar: Leugenaar) -> None:
    assert kom_terug(beheer, leugenaar, lambda v: goed(leugenaar, v)) == 303


@pytest.mark.parametrize("leugen", LEUGENS)
def test_een_token_dat_niet_klopt_laat_niet_binnen(beheer: Wereld, leugenaar: Leugenaar, leugen: str) -> None:
    assert kom_terug(beheer, leugenaar, lambda v: goed(leugenaar, v, **LEUGENS[leugen])) == 403


def test_een_vreemde_handtekening_laat_niet_binnen(beheer: Wereld, leugenaar: Leugenaar) -> None:
    def vreemd(vraag: dict[str, str]) -> str:
        return jwt.encode(inhoud(leugenaar, vraag["nonce"]), VREEMD, "RS256", {"kid": "een"})

    def zonder(vraag: dict[str, str]) -> str:
        return jwt.encode(inhoud(leugenaar, vraag["nonce"]), "", "none", {"kid": "een"})

    def gedeeld(vraag: dict[str, str]) -> str:
        return jwt.encode(inhoud(leugenaar, vraag["nonce"]), GEHEIM * 3, "HS256", {"kid": "een"})

    for maak in (vreemd, zonder, gedeeld, lambda _: "geen token", lambda _: ""):
        assert kom_terug(beheer, leugenaar, maak) == 403


def test_een_uitgever_die_zich_anders_noemt_wordt_niet_geloofd(beheer: Wereld, leugenaar: Leugenaar) -> None:
    leugenaar.noemt_zich = "https://elders.example"
    wie = beheer.bezoeker()
    assert wie.get("/beheer/oidc/begin").status_code == 422


@pytest.fixture
def verzet(beheer: Wereld) -> Iterator[Callable[[float], None]]:
    """Sets the clock of the sessions so many seconds ahead."""
    sessies, later = beheer.beheer.sessies, [0.0]
    eerder, sessies._klok = sessies._klok, lambda: time.time() + later[0]
    yield lambda s: later.__setitem__(0, later[0] + s)
    sessies._klok = eerder


def aangemeld(beheer: Wereld, bron: Leugenaar, **anders: Any) -> Bezoeker:
    """Somebody who came in with a good token."""
    wie = beheer.bezoeker()
    vraag = begin(wie)
    bron.token = lambda: goed(bron, vraag, **anders)
    assert wie.get(TERUG, params={"code": "x", "state": vraag["state"]}).status_code == 303
    return wie


def stil(wie: Bezoeker) -> dict[str, str]:
    """Along the road that a page sends the browser when the roles are old; what it asks of the provider."""
    naar = wie.get("/beheer/woorden").headers["Location"]
    assert naar.startswith("/beheer/oidc/begin?stil=1")
    return {n: w[0] for n, w in parse_qs(urlsplit(wie.get(naar).headers["Location"]).query).items()}


def test_een_rol_die_is_afgenomen_geldt_na_een_kwartier_niet_meer(
    beheer: Wereld, leugenaar: Leugenaar, verzet: Callable[[float], None]
) -> None:
    wie = aangemeld(beheer, leugenaar, groups=["fg"])
    assert wie.get("/beheer/logboek").status_code == 200
    csrf = wie.csrf()
    verzet(ROLLEN_VERS)
    vraag = stil(wie)
    assert vraag["prompt"] == "none"
    leugenaar.token = lambda: goed(leugenaar, vraag, groups=["redactie"])
    terug = wie.get(TERUG, params={"code": "x", "state": vraag["state"]})
    assert (terug.status_code, terug.headers["Location"]) == (303, "/beheer/woorden")
    assert wie.get("/beheer/logboek").status_code == 403
    assert wie.csrf() == csrf  # a form that was open can still be sent


def test_wie_bij_de_organisatie_weg_is_is_hier_ook_weg(
    beheer: Wereld, leugenaar: Leugenaar, verzet: Callable[[float], None]
) -> None:
    wie = aangemeld(beheer, leugenaar)
    verzet(ROLLEN_VERS)
    vraag = stil(wie)
    assert wie.get(TERUG, params={"error": "login_required", "state": "van een ander"}).status_code == 403
    assert stil(wie)["state"] != vraag["state"]  # somebody else's link signs nobody out
    vraag = stil(wie)
    assert wie.get(TERUG, params={"error": "login_required", "state": vraag["state"]}).status_code == 403
    assert wie.get("/beheer/woorden").headers["Location"].startswith("/beheer/aanmelden")


def test_alleen_formulieren_sturen_houdt_een_oude_rol_niet_in_leven(
    beheer: Wereld, leugenaar: Leugenaar, verzet: Callable[[float], None]
) -> None:
    wie = aangemeld(beheer, leugenaar, groups=["redactie"])
    csrf = wie.csrf()
    for seconden, status in ((RUST - 60, 200), (120, 403)):
        verzet(seconden)
        data = {"csrf": csrf, "vraag": "Mag ik verzuim delen met leerplicht?"}
        antwoord = wie.post("/beheer/proberen", data=data)
        assert antwoord.status_code == status
    assert "Wat u invulde staat nog klaar" in antwoord.text
