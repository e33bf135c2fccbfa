"""Cross-signing: the bot vouches for its own device, else clients keep their keys from it and it cannot read a word.

Made once, at the first login. Keys that are on the server already are never replaced: that would void every check
people did, so a human has to decide.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bot.kanalen.matrix.client import Client
from bot.kanalen.matrix.fouten import MatrixFout, Weigering
from bot.kanalen.matrix.sessie import Kruissleutels, Sessie


class Tekenstaat(StrEnum):
    """How the bot's device stands with the server."""

    GETEKEND = "getekend"
    ONGETEKEND = "ongetekend"
    GEEN_SLEUTELS = "geen_sleutels"
    ANDERE_SLEUTELS = "andere_sleutels"
    ONBEKEND_APPARAAT = "onbekend_apparaat"


class Paar:
    """One signing key."""

    def __init__(self, zaad: str) -> None:
        geheim = ECC.construct(curve="ed25519", seed=bytes.fromhex(zaad))
        self._tekenaar = eddsa.new(geheim, "rfc8032")
        self.openbaar = kaal64(geheim.public_key().export_key(format="raw"))

    def teken(self, voorwerp: Mapping[str, Any]) -> str:
        """Signature over an object, in unpadded base64."""
        return kaal64(self._tekenaar.sign(canoniek(voorwerp).encode()))


def kaal64(ruw: bytes) -> str:
    """Base64 without padding, as Matrix writes keys."""
    return b64encode(ruw).decode().rstrip("=")


def canoniek(voorwerp: Mapping[str, Any]) -> str:
    """Canonical JSON of what is signed: sorted, no spaces, without signatures and `unsigned`."""
    kern = {naam: waarde for naam, waarde in voorwerp.items() if naam not in ("signatures", "unsigned")}
    return json.dumps(kern, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def beoordeel(antwoord: Mapping[str, Any], sessie: Sessie) -> Tekenstaat:
    """Read the state from the server's reply on our keys."""
    apparaat = antwoord.get("device_keys", {}).get(sessie.gebruiker, {}).get(sessie.apparaat)
    if apparaat is None:
        return Tekenstaat.ONBEKEND_APPARAAT
    hoofd = antwoord.get("master_keys", {}).get(sessie.gebruiker)
    if hoofd is None:
        return Tekenstaat.GEEN_SLEUTELS
    eigen = sessie.kruissleutels
    if Paar(eigen.master).openbaar not in hoofd["keys"].values():
        return Tekenstaat.ANDERE_SLEUTELS
    tekens = apparaat.get("signatures", {}).get(sessie.gebruiker, {})
    zelf = f"ed25519:{Paar(eigen.self_signing).openbaar}"
    return Tekenstaat.GETEKEND if zelf in tekens else Tekenstaat.ONGETEKEND


async def staat(client: Client, sessie: Sessie) -> Tekenstaat:
    """Ask the server."""
    return beoordeel(await _eigen_sleutels(client, sessie), sessie)


async def teken_apparaat(client: Client, sessie: Sessie) -> Tekenstaat:
    """Sign the device when it is not. Raises MatrixFout when a human is needed."""
    nu = await staat(client, sessie)
    if nu is Tekenstaat.ANDERE_SLEUTELS:
        raise MatrixFout(
            "Dit account heeft al ondertekensleutels die niet in deze map staan. Zet de reservekopie van de map terug, "
            f"of laat de eigenaar van het account de sleutels vernieuwen: {await _menselijk_adres(client)}"
        )
    if nu is Tekenstaat.GEEN_SLEUTELS:
        await _zet_sleutels(client, sessie)
    if nu in (Tekenstaat.GEEN_SLEUTELS, Tekenstaat.ONGETEKEND):
        await _teken(client, sessie)
    return await staat(client, sessie)


async def is_bekend(client: Client, sessie: Sessie) -> bool:
    """Whether the server has this device's keys: logging out takes them away.

    Raises MatrixFout when it has other keys than those in this folder.
    """
    apparaten = (await _eigen_sleutels(client, sessie)).get("device_keys", {}).get(sessie.gebruiker, {})
    bekend = apparaten.get(sessie.apparaat, {}).get("keys", {}).get(f"ed25519:{sessie.apparaat}")
    if bekend not in (None, client.olm.account.identity_keys["ed25519"]):
        raise MatrixFout(
            "Dit apparaat heeft al sleutels die niet in deze map staan. Zet de reservekopie van de map terug, "
            "of meld aan met een token van een nieuw apparaat."
        )
    return bekend is not None


async def _eigen_sleutels(client: Client, sessie: Sessie) -> Any:
    return await client.roep("POST", "/v3/keys/query", {"device_keys": {sessie.gebruiker: []}})


async def _zet_sleutels(client: Client, sessie: Sessie) -> None:
    inhoud = _sleutelobjecten(sessie.gebruiker, sessie.kruissleutels)
    hoofd = inhoud["master_key"]
    apparaat_teken = client.olm.account._account.sign(canoniek(hoofd).encode()).to_base64()
    hoofd["signatures"] = {sessie.gebruiker: {f"ed25519:{sessie.apparaat}": apparaat_teken}}
    try:
        await client.roep("POST", "/v3/keys/device_signing/upload", inhoud)
    except Weigering:
        raise MatrixFout(
            "De server wil dat een mens het ondertekenen goedkeurt. Ga naar dit adres en meld daarna opnieuw aan: "
            f"{await _menselijk_adres(client)}"
        ) from None


def _sleutelobjecten(gebruiker: str, zaden: Kruissleutels) -> dict[str, Any]:
    """The three public keys, the last two signed by the first."""
    hoofd = Paar(zaden.master)
    uit: dict[str, Any] = {}
    for soort in Kruissleutels.model_fields:
        openbaar = Paar(getattr(zaden, soort)).openbaar
        sleutel = {"user_id": gebruiker, "usage": [soort], "keys": {f"ed25519:{openbaar}": openbaar}}
        if soort != "master":
            sleutel["signatures"] = {gebruiker: {f"ed25519:{hoofd.openbaar}": hoofd.teken(sleutel)}}
        uit[f"{soort}_key"] = sleutel
    return uit


async def _teken(client: Client, sessie: Sessie) -> None:
    eigen = await _eigen_sleutels(client, sessie)
    apparaat = eigen["device_keys"][sessie.gebruiker][sessie.apparaat]
    zelf = Paar(sessie.kruissleutels.self_signing)
    apparaat["signatures"][sessie.gebruiker][f"ed25519:{zelf.openbaar}"] = zelf.teken(apparaat)
    apparaat.pop("unsigned", None)
    uit = await client.roep("POST", "/v3/keys/signatures/upload", {sessie.gebruiker: {sessie.apparaat: apparaat}})
    if uit.get("failures"):
        raise MatrixFout("De server nam de ondertekening van het apparaat niet aan. Probeer opnieuw aan te melden.")


async def _menselijk_adres(client: Client) -> str:
    """Where the owner of the account can manage it; the server's own address when it does not say."""
    try:
        gegevens = await client.roep("GET", "/v1/auth_metadata")
        return str(gegevens["account_management_uri"])
    except (Weigering, KeyError, TypeError):
        return str(client.homeserver)
