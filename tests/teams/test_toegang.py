"""One test per way of being wrong: real keys, real signed tokens, a real key server."""

import asyncio
import base64
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import jwt
import pytest

from bot.instellingen import Instellingfout, Webinstellingen
from bot.kanalen.teams.ingang import GROOTSTE_LICHAAM
from bot.kanalen.teams.instelling import Teamsinstellingen
from bot.kanalen.teams.kanaal import PAD, controleer
from bot.kanalen.teams.sleutels import HERKANSING, HOUDBAAR, TUSSENPOOS, Sleutelbos, SleutelsOnbereikbaar
from bot.kanalen.teams.wereld import LUS, PUBLIEK
from bot.kern import Kern
from tests.teams.connector import GEDULD, Connector, connector
from tests.teams.opstelling import APP, TENANT, Opstelling, activiteit, draaiend
from tests.teams.sleutelmaker import eigen_token, paar, token, wereld


def echte_instelling(**anders: Any) -> Teamsinstellingen:
    """With tokens."""
    return Teamsinstellingen(**{"app_id": APP, "tenant": TENANT} | anders)


@asynccontextmanager
async def beveiligd(kern: Kern) -> AsyncIterator[Opstelling]:
    """The channel as in production, with Microsoft's services on loopback."""
    async with connector() as nep:
        nep.sleutels = [paar("een").openbaar(), paar("ander kanaal").openbaar(endorsements=["webchat"])]
        async with draaiend(kern, echte_instelling(), nep, wereld(nep), eigen_token) as o:
            yield o


async def _status(o: Opstelling, kop: str | None, bericht: object = None) -> int:
    koppen = {"Authorization": kop} if kop is not None else {}
    return await o.stuur(bericht if bericht is not None else o.bericht(), headers=koppen)


def test_een_goed_token_wordt_beantwoord_met_ons_eigen_token(kern: Kern) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            assert await _status(o, f"Bearer {token(o.nep.adres)}") == 200
            (aanroep,) = await o.nep.wacht_op(1)
            assert aanroep.kop is not None
            assert jwt.decode(aanroep.kop[7:], options={"verify_signature": False})["aud"] == "connector"

    asyncio.run(verloop())


def _nu() -> int:
    return int(time.time())


def _claims(dienst: str) -> dict[str, Any]:
    return {"iss": "https://api.botframework.com", "aud": APP, "exp": _nu() + 60, "serviceurl": dienst}


def _hs256(dienst: str) -> str:
    """Signed with the public key as a shared secret; made by hand, since PyJWT refuses to."""
    geheim = json.dumps(paar("een").openbaar()).encode()
    delen = ".".join(_b64(json.dumps(d).encode()) for d in ({"alg": "HS256", "kid": "een"}, _claims(dienst)))
    return f"{delen}.{_b64(hmac.digest(geheim, delen.encode(), 'sha256'))}"


def _zonder_handtekening(dienst: str) -> str:
    delen = ({"alg": "none", "kid": "een"}, _claims(dienst))
    return ".".join([*(_b64(json.dumps(d).encode()) for d in delen), ""])


def _b64(ruw: bytes) -> str:
    return base64.urlsafe_b64encode(ruw).rstrip(b"=").decode()


def _gewijzigd(dienst: str) -> str:
    kop, claims, handtekening = token(dienst, aud="iemand anders").split(".")
    inhoud = json.loads(base64.urlsafe_b64decode(claims + "=="))
    nieuw = _b64(json.dumps(inhoud | {"aud": APP}).encode())
    return f"{kop}.{nieuw}.{handtekening}"


FOUT: dict[str, Callable[[str], str | None]] = {
    "geen kop": lambda _: None,
    "leeg": lambda _: "",
    "ander schema": lambda d: f"Basic {token(d)}",
    "rommel": lambda _: "Bearer rommel",
    "rommel met punten": lambda _: "Bearer a.b.c",
    "HS256 met de openbare sleutel": lambda d: f"Bearer {_hs256(d)}",
    "alg none": lambda d: f"Bearer {_zonder_handtekening(d)}",
    "RS512": lambda d: f"Bearer {token(d, kop={'alg': 'RS512'})}",
    "andere sleutel, zelfde kid": lambda d: f"Bearer {token(d, replace(paar('twee'), kid='een'))}",
    "onbekende kid": lambda d: f"Bearer {token(d, paar('twee'))}",
    "kid is geen tekst": lambda d: f"Bearer {_met_kop(token(d), kid=7)}",
    "sleutel voor ander kanaal": lambda d: f"Bearer {token(d, paar('ander kanaal'))}",
    "gewijzigde inhoud": lambda d: f"Bearer {_gewijzigd(d)}",
    "andere bot": lambda d: f"Bearer {token(d, aud='99999999-2222-3333-4444-555555555555')}",
    "geen ontvanger": lambda d: f"Bearer {token(d, aud=None)}",
    "andere uitgever": lambda d: f"Bearer {token(d, iss='https://sts.windows.net/x/')}",
    "geen uitgever": lambda d: f"Bearer {token(d, iss=None)}",
    "tien minuten verlopen": lambda d: f"Bearer {token(d, exp=_nu() - 600)}",
    "nooit verlopend": lambda d: f"Bearer {token(d, exp=None)}",
    "nog niet geldig": lambda d: f"Bearer {token(d, nbf=_nu() + 600)}",
    "geen dienst": lambda d: f"Bearer {token(d, serviceurl=None)}",
    "andere dienst": lambda d: f"Bearer {token('https://smba.trafficmanager.net/emea')}",
    "dienst is geen tekst": lambda d: f"Bearer {token(d, serviceurl=[d])}",
}


def _met_kop(goed: str, **kop: Any) -> str:
    """A token with another header; its signature no longer fits."""
    nieuw = json.dumps({"alg": "RS256", "typ": "JWT"} | kop).encode()
    return ".".join([_b64(nieuw), *goed.split(".")[1:]])


@pytest.mark.parametrize("hoe", FOUT)
def test_een_fout_token_wordt_geweigerd(kern: Kern, hoe: str) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            assert await _status(o, FOUT[hoe](o.nep.adres)) == 401
            assert await _status(o, f"Bearer {token(o.nep.adres)}") == 200
            assert len(await o.nep.wacht_op(1)) == 1

    asyncio.run(verloop())


def test_twee_minuten_verlopen_mag_nog(kern: Kern) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            assert await _status(o, f"Bearer {token(o.nep.adres, exp=_nu() - 120)}") == 200

    asyncio.run(verloop())


@pytest.mark.parametrize("tenant", ["bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee", "", None])
def test_een_andere_tenant_komt_er_niet_in(kern: Kern, tenant: str | None) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            gesprek = {"id": "a:gesprek", "conversationType": "personal", "tenantId": tenant}
            bericht = o.bericht(conversation=gesprek, channelData={})
            assert await _status(o, f"Bearer {token(o.nep.adres)}", bericht) == 403

    asyncio.run(verloop())


def test_een_dienst_buiten_de_lijst_krijgt_ons_token_niet(kern: Kern) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            kwaad = "https://kwaad.trafficmanager.net/emea"
            assert await _status(o, f"Bearer {token(kwaad)}", activiteit(kwaad, text="hoi")) == 403
            assert not o.nep.aanroepen

    asyncio.run(verloop())


MAG = ["https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net:443/x", "https://a.botframework.com"]
MAG_NIET = [
    "http://smba.trafficmanager.net/emea",
    "https://smba.trafficmanager.net:8443/",
    "https://kwaad.trafficmanager.net/",
    "https://smba.trafficmanager.net.kwaad.nl/",
    "https://kwaadbotframework.com/",
    "https://botframework.com.kwaad.nl/",
    "https://botframework.com/",
    "https://smba.trafficmanager.net@kwaad.nl/",
    "https://kwaad.nl/?smba.trafficmanager.net",
    "https://kwaad.nl/#.botframework.com",
    "https://kwaad.nl\\.botframework.com/",
    "https://127.0.0.1/",
    "https://[::1",
    "ftp://smba.trafficmanager.net/",
    "smba.trafficmanager.net",
    "",
]


@pytest.mark.parametrize("adres", MAG)
def test_naar_microsoft_mag_het_token(adres: str) -> None:
    assert PUBLIEK.mag_naar(adres)


@pytest.mark.parametrize("adres", MAG_NIET)
def test_naar_een_ander_mag_het_token_niet(adres: str) -> None:
    assert not PUBLIEK.mag_naar(adres)


def test_bij_proberen_gaat_niets_van_deze_computer_af() -> None:
    assert LUS.mag_naar("http://127.0.0.1:3978/x")
    assert LUS.mag_naar("http://localhost:1/")
    assert not LUS.mag_naar("https://smba.trafficmanager.net/emea")
    assert not LUS.mag_naar("http://127.0.0.1.kwaad.nl/")


@pytest.mark.parametrize("zonder", [True, False])
def test_zonder_aanmelding_vraagt_twee_instellingen(zonder: bool) -> None:
    half = echte_instelling(zonder_aanmelding=zonder, alleen_deze_computer=not zonder)
    with pytest.raises(Instellingfout, match="allebei"):
        controleer(half, Webinstellingen())


def test_zonder_aanmelding_mag_alleen_op_deze_computer() -> None:
    open_ = echte_instelling(zonder_aanmelding=True, alleen_deze_computer=True)
    controleer(open_, Webinstellingen(adres="127.0.0.1"))
    with pytest.raises(Instellingfout, match=r"127\.0\.0\.1"):
        controleer(open_, Webinstellingen(adres="0.0.0.0"))


def test_zonder_geheim_start_het_niet(kern: Kern, tmp_path: Path) -> None:
    async def begin(**anders: Any) -> None:
        async with draaiend(kern, echte_instelling(**anders)):
            pass

    with pytest.raises(Instellingfout, match="geheim_bestand"):
        asyncio.run(begin())
    leeg = tmp_path / "geheim"
    leeg.write_text("\n", encoding="utf-8")
    with pytest.raises(Instellingfout, match="geen clientgeheim"):
        asyncio.run(begin(geheim_bestand=leeg))


@pytest.mark.parametrize("met_lengte", [True, False])
def test_een_te_groot_lichaam_wordt_niet_gelezen(kern: Kern, met_lengte: bool) -> None:
    async def verloop() -> None:
        groot = b'{"type":"' + b"a" * GROOTSTE_LICHAAM + b'"}'

        async def stukjes() -> AsyncIterator[bytes]:
            yield groot

        async with draaiend(kern) as o:
            lichaam = groot if met_lengte else stukjes()
            async with o.sessie.post(f"{o.adres}{PAD}", data=lichaam) as antwoord:
                assert antwoord.status == 413
            assert await o.stuur(o.bericht()) == 200

    asyncio.run(verloop())


@pytest.mark.parametrize("lichaam", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"NaN", b'"tekst"', b"[]", b"null", b"{}"])
def test_wat_geen_activiteit_is_krijgt_400(kern: Kern, lichaam: bytes) -> None:
    async def verloop() -> None:
        async with draaiend(kern) as o, o.sessie.post(f"{o.adres}{PAD}", data=lichaam) as antwoord:
            assert antwoord.status == 400
            assert await antwoord.read() == b""

    asyncio.run(verloop())


def test_een_trage_sleutelserver_houdt_anderen_niet_op(kern: Kern) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            o.nep.sleutelsein = sein = asyncio.Event()
            traag = asyncio.create_task(_status(o, f"Bearer {token(o.nep.adres)}"))
            async with asyncio.timeout(GEDULD):
                for _ in range(5):
                    assert await _status(o, "Bearer rommel") == 401
            assert not traag.done()
            sein.set()
            assert await traag == 200
            await o.nep.wacht_op(1)

    asyncio.run(verloop())


def test_verzonnen_sleutels_doen_ons_niet_steeds_vragen(kern: Kern) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            goed = f"Bearer {token(o.nep.adres)}"
            assert await _status(o, goed) == 200
            fout = [f"Bearer {token(o.nep.adres, kop={'kid': f'verzonnen-{nr}'})}" for nr in range(30)]
            assert set(await asyncio.gather(*(_status(o, f) for f in fout))) == {401}
            assert o.nep.sleutelvragen == 1

    asyncio.run(verloop())


def test_zonder_sleutels_moet_teams_later_terugkomen(kern: Kern) -> None:
    async def verloop() -> None:
        async with beveiligd(kern) as o:
            o.nep.sleutelstatus = 500
            assert await _status(o, f"Bearer {token(o.nep.adres)}") == 503

    asyncio.run(verloop())


class _Klok:
    def __init__(self) -> None:
        self.nu = 1000.0

    def __call__(self) -> float:
        return self.nu


def _bos(doe: Callable[[Sleutelbos, Connector, _Klok], Any]) -> None:
    async def verloop() -> None:
        async with connector() as nep:
            nep.sleutels = [paar("een").openbaar()]
            klok = _Klok()
            await doe(Sleutelbos(f"{nep.adres}/openid", klok), nep, klok)

    asyncio.run(verloop())


def test_een_nieuwe_sleutel_wordt_na_een_tussenpoos_gehaald() -> None:
    async def doe(bos: Sleutelbos, nep: Connector, klok: _Klok) -> None:
        assert await bos.zoek("een") is not None
        nep.sleutels = [paar("een").openbaar(), paar("twee").openbaar()]
        assert await bos.zoek("twee") is None
        klok.nu += TUSSENPOOS
        assert await bos.zoek("twee") is not None
        assert nep.sleutelvragen == 2

    _bos(doe)


def test_oude_sleutels_blijven_in_gebruik_als_de_server_weg_is() -> None:
    async def doe(bos: Sleutelbos, nep: Connector, klok: _Klok) -> None:
        assert await bos.zoek("een") is not None
        nep.sleutelstatus = 500
        klok.nu += HOUDBAAR + 1
        assert await bos.zoek("een") is not None
        assert await bos.zoek("een") is not None
        assert nep.sleutelvragen == 2

    _bos(doe)


def test_een_mislukte_eerste_keer_wordt_snel_herhaald() -> None:
    async def doe(bos: Sleutelbos, nep: Connector, klok: _Klok) -> None:
        nep.sleutelstatus = 500
        for _ in range(3):
            with pytest.raises(SleutelsOnbereikbaar):
                await bos.zoek("een")
        assert nep.sleutelvragen == 1
        nep.sleutelstatus = 200
        klok.nu += HERKANSING
        assert await bos.zoek("een") is not None

    _bos(doe)


def test_vele_vragers_tegelijk_halen_de_sleutels_een_keer() -> None:
    async def doe(bos: Sleutelbos, nep: Connector, klok: _Klok) -> None:
        nep.sleutelsein = sein = asyncio.Event()
        vragers = [asyncio.create_task(bos.zoek("een")) for _ in range(20)]
        await asyncio.sleep(0)  # all of them have asked
        sein.set()
        assert all(await asyncio.gather(*vragers))
        assert nep.sleutelvragen == 1

    _bos(doe)


@pytest.mark.parametrize(
    "sleutels", [[{"kid": "een"}], [7], [{"kty": "RSA"}], [{"kty": "RSA", "kid": "een", "n": "!"}]]
)
def test_onzin_van_de_sleutelserver_is_geen_sleutel(sleutels: list[Any]) -> None:
    async def doe(bos: Sleutelbos, nep: Connector, klok: _Klok) -> None:
        nep.sleutels = sleutels
        with pytest.raises(SleutelsOnbereikbaar):
            await bos.zoek("een")

    _bos(doe)
