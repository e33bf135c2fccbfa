"""Settings of the shared store. Password and key are in files that are named here, never values."""

import hashlib
import secrets
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.opslag.vorm import Opslag
from kennis.fouten import DeelwijzerFout
from kennis.model import Model

KORTSTE_SLEUTEL = 32
"""Characters of the shared secret; shorter could be guessed."""
SLEUTELLENGTE = 32
"""Bytes of the key."""


class Opslagfout(DeelwijzerFout):
    """The shared store cannot be set up; names the setting."""


class Opslaginstellingen(Model):
    """Where processes keep what they share; in memory when no address is given."""

    redis: Annotated[str, Field(pattern=r"^(rediss?|unix)://[^@\s]+$")] | None = None
    """Address of Redis or Valkey, without a password."""
    wachtwoord_bestand: Path | None = None
    """File with the password of the store."""
    sleutel_bestand: Path | None = None
    """File with a secret of at least 32 characters, the same for all processes."""
    voorvoegsel: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")] = "deelwijzer"
    """Start of every key; each organisation has its own."""
    huur_s: float = Field(default=8.0, ge=1.0, le=60.0)
    """Seconds after which a stand-in takes over from a Matrix process that is gone."""


def maak_opslag(instelling: Opslaginstellingen) -> Opslag | None:
    """The shared store; None for a program that runs alone. Raises Opslagfout."""
    if instelling.redis is None:
        return None
    from bot.opslag.gedeeld import Gedeeldeopslag

    wachtwoord = _lees(instelling.wachtwoord_bestand, "opslag.wachtwoord_bestand")
    return Gedeeldeopslag(instelling.redis, wachtwoord, instelling.voorvoegsel)


def sleutel_van(instelling: Opslaginstellingen) -> bytes:
    """The key of all hashes: the shared one, or one that dies with this process. Raises Opslagfout."""
    if instelling.redis is None:
        return secrets.token_bytes(SLEUTELLENGTE)
    geheim = _lees(instelling.sleutel_bestand, "opslag.sleutel_bestand")
    if geheim is None or len(geheim) < KORTSTE_SLEUTEL:
        raise Opslagfout(
            f"Zet in 'opslag.sleutel_bestand' een bestand met een geheim van {KORTSTE_SLEUTEL} tekens of meer. "
            "Maak er een met: openssl rand -hex 32"
        )
    return hashlib.blake2b(geheim.encode(), person=b"gesprekken", digest_size=SLEUTELLENGTE).digest()


def _lees(bestand: Path | None, veld: str) -> str | None:
    if bestand is None:
        return None
    try:
        return bestand.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        raise Opslagfout(f"{veld}: het bestand {bestand} is niet te lezen.") from None
