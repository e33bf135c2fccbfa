"""Logging in, once: take a token or make one with the password, keep it, publish the keys and sign the device."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nio import AsyncClientConfig

from bot.kanalen.matrix.client import Client, gecontroleerd, maak_client, zwijg
from bot.kanalen.matrix.fouten import MatrixFout, NietAangemeld, Weigering
from bot.kanalen.matrix.instellingen import MatrixInstellingen
from bot.kanalen.matrix.kruistekenen import Tekenstaat, is_bekend, teken_apparaat
from bot.kanalen.matrix.sessie import (
    Sessie,
    bewaar_sessie,
    heeft_sessie,
    laad_sessie,
    maak_map,
    nieuwe_sessie,
    vergrendel,
)

WACHTWOORD = "m.login.password"


@dataclass(frozen=True)
class Aangemeld:
    """What came of it."""

    apparaat: str
    staat: Tekenstaat
    was_al: bool


async def meld_aan(instelling: MatrixInstellingen, vraag_wachtwoord: Callable[[], str | None]) -> Aangemeld:
    """Make or check the session. Raises MatrixFout with what to do when it cannot."""
    maak_map(instelling.map)
    zwijg()
    with vergrendel(instelling.map):
        oud = laad_sessie(instelling.map) if heeft_sessie(instelling.map) else None
        if oud is not None and oud.gebruiker != instelling.gebruiker:
            raise MatrixFout("Deze map hoort bij een ander account. Kies bij 'matrix.map' een andere map.")
        was_al = oud is not None and await _leeft(oud)
        sessie = oud if oud is not None and was_al else await _nieuw(instelling, oud, vraag_wachtwoord)
        bewaar_sessie(instelling.map, sessie)
        return Aangemeld(sessie.apparaat, await _publiceer(sessie, instelling), was_al)


async def _publiceer(sessie: Sessie, instelling: MatrixInstellingen) -> Tekenstaat:
    """Put the device's keys on the server and sign them."""
    client = maak_client(sessie, instelling.map, instelling.versleuteling)
    try:
        if not instelling.versleuteling:
            return Tekenstaat.ONGETEKEND
        client.olm.account.shared = await is_bekend(client, sessie)
        if client.should_upload_keys:
            gecontroleerd(await client.keys_upload())
        return await teken_apparaat(client, sessie)
    except Weigering as fout:
        raise MatrixFout(str(fout)) from None
    finally:
        await client.close()


async def _nieuw(
    instelling: MatrixInstellingen, oud: Sessie | None, vraag_wachtwoord: Callable[[], str | None]
) -> Sessie:
    if instelling.token_bestand is not None and instelling.wachtwoord_bestand is not None:
        raise MatrixFout("Noem 'matrix.token_bestand' of 'matrix.wachtwoord_bestand', niet allebei.")
    client = _los(instelling)
    try:
        await _eis_matrixserver(client)
        if instelling.token_bestand is not None:
            token, apparaat = await _met_token(client, instelling, _geheim(instelling.token_bestand))
        else:
            token, apparaat = await _met_wachtwoord(client, instelling, oud, _wachtwoord(instelling, vraag_wachtwoord))
    finally:
        await client.close()
    if oud is None:
        return nieuwe_sessie(instelling.server, instelling.gebruiker, apparaat, token)
    if oud.apparaat != apparaat:
        raise MatrixFout(
            f"Dit token is van een ander apparaat ({apparaat}) dan de sleutels in deze map ({oud.apparaat}). "
            "Gebruik een token voor hetzelfde apparaat, of een lege map."
        )
    return oud.model_copy(update={"token": token, "server": instelling.server})


async def _eis_matrixserver(client: Client) -> None:
    """Tell a wrong address from a wrong password."""
    try:
        await client.roep("GET", "/versions")
    except Weigering:
        raise MatrixFout(
            "Op het adres bij 'matrix.server' antwoordt geen Matrix-server. Het goede adres staat vaak in "
            f"{client.homeserver}/.well-known/matrix/client; vraag het anders de beheerder."
        ) from None


async def _met_token(client: Client, instelling: MatrixInstellingen, token: str) -> tuple[str, str]:
    client.access_token = token
    wie = await _wie_ben_ik(client)
    if wie.get("user_id") != instelling.gebruiker:
        raise MatrixFout("Dit token is van een ander account dan 'matrix.gebruiker'.")
    if not isinstance(wie.get("device_id"), str):
        raise MatrixFout("Dit token hoort niet bij een apparaat. Maak een token dat een apparaat heeft.")
    return token, str(wie["device_id"])


async def _met_wachtwoord(
    client: Client, instelling: MatrixInstellingen, oud: Sessie | None, wachtwoord: str
) -> tuple[str, str]:
    manieren = [m.get("type") for m in (await client.roep("GET", "/v3/login")).get("flows", [])]
    if WACHTWOORD not in manieren:
        raise MatrixFout(
            "Deze server neemt geen wachtwoord aan. Vraag de beheerder een token met een apparaat "
            "(bij MAS: mas-cli manage issue-compatibility-token) en noem het bestand bij 'matrix.token_bestand'."
        )
    inhoud = {
        "type": WACHTWOORD,
        "identifier": {"type": "m.id.user", "user": instelling.gebruiker},
        "password": wachtwoord,
        "initial_device_display_name": instelling.apparaat,
        **({"device_id": oud.apparaat} if oud else {}),
    }
    try:
        uit = await client.roep("POST", "/v3/login", inhoud)
    except Weigering as fout:
        if fout.wacht_s is not None:
            rust = f"De server wil even rust. Probeer het over {math.ceil(fout.wacht_s)} seconden opnieuw."
            raise MatrixFout(rust) from None
        raise MatrixFout(f"Aanmelden lukte niet ({fout.code}). Klopt het wachtwoord?") from None
    return str(uit["access_token"]), str(uit["device_id"])


async def _leeft(sessie: Sessie) -> bool:
    """Whether the server still knows this login."""
    client = Client(sessie.server, sessie.gebruiker, config=AsyncClientConfig(encryption_enabled=False))
    client.access_token = sessie.token
    try:
        wie = await _wie_ben_ik(client)
    except NietAangemeld:
        return False
    finally:
        await client.close()
    if (wie.get("user_id"), wie.get("device_id")) != (sessie.gebruiker, sessie.apparaat):
        raise MatrixFout("De server kent dit token als een ander account of apparaat dan in de map staat.")
    return True


async def _wie_ben_ik(client: Client) -> Any:
    try:
        return await client.roep("GET", "/v3/account/whoami")
    except NietAangemeld:
        raise NietAangemeld("De server neemt het token niet aan. Maak een nieuw token.") from None


def _los(instelling: MatrixInstellingen) -> Client:
    """A client without a login."""
    return Client(instelling.server, instelling.gebruiker, config=AsyncClientConfig(encryption_enabled=False))


def _wachtwoord(instelling: MatrixInstellingen, vraag: Callable[[], str | None]) -> str:
    if instelling.wachtwoord_bestand is not None:
        return _geheim(instelling.wachtwoord_bestand)
    gegeven = vraag()
    if not gegeven:
        raise MatrixFout("Geef een wachtwoord of token: noem een bestand bij 'matrix.wachtwoord_bestand'.")
    return gegeven


def _geheim(bestand: Path) -> str:
    try:
        return bestand.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise MatrixFout(f"{bestand} is niet te lezen. Geef een ander bestand op.") from None
