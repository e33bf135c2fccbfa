"""The bot's login on disk: token, keys and the lock that lets one process use them.

Threat: who reads this folder can act as the bot and read what it can read. It is made with mode 0700, its files 0600.
"""

import fcntl
import os
import secrets
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from bot.kanalen.matrix.fouten import MapInGebruik, MatrixFout, NietAangemeld
from kennis.model import Model

BESTAND, SLOT = "sessie.json", "slot"
SLEUTELBYTES = 32
"""Bytes of every secret that is made here."""
ALLEEN_EIGENAAR, MAPRECHT = 0o600, 0o700


class Kruissleutels(Model):
    """Seeds (hex) of the keys with which the bot vouches for its own device."""

    master: str
    self_signing: str
    user_signing: str

    @classmethod
    def nieuw(cls) -> "Kruissleutels":
        """Three fresh seeds."""
        return cls(**{naam: secrets.token_hex(SLEUTELBYTES) for naam in cls.model_fields})


class Sessie(Model):
    """One login."""

    server: str
    gebruiker: str
    apparaat: str
    """Device id."""
    token: str
    pickle_key: str
    """Encrypts the keys in nio's store."""
    merksleutel: str
    """Hex; event ids are only kept as a hash with this key."""
    kruissleutels: Kruissleutels

    def merkbytes(self) -> bytes:
        """The key for hashes."""
        return bytes.fromhex(self.merksleutel)


def nieuwe_sessie(server: str, gebruiker: str, apparaat: str, token: str) -> Sessie:
    """A session with secrets of its own."""
    return Sessie(
        server=server,
        gebruiker=gebruiker,
        apparaat=apparaat,
        token=token,
        pickle_key=secrets.token_urlsafe(SLEUTELBYTES),
        merksleutel=secrets.token_hex(SLEUTELBYTES),
        kruissleutels=Kruissleutels.nieuw(),
    )


def maak_map(map_: Path) -> None:
    """Make the folder, for its owner only; what is written later is closed to others too. Raises MatrixFout."""
    os.umask(0o077)
    try:
        map_.mkdir(mode=MAPRECHT, parents=True, exist_ok=True)
        map_.chmod(MAPRECHT)
    except OSError as fout:
        raise MatrixFout(f"{map_} kan geen map zijn ({fout.strerror}). Kies bij 'matrix.map' een andere.") from None


def bewaar_sessie(map_: Path, sessie: Sessie) -> None:
    """Write the session as a whole or not at all."""
    tijdelijk = map_ / f"{BESTAND}.nieuw"
    with os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ALLEEN_EIGENAAR), "w") as stroom:
        stroom.write(sessie.model_dump_json(indent=1))
        stroom.flush()
        os.fsync(stroom.fileno())
    tijdelijk.replace(map_ / BESTAND)


def laad_sessie(map_: Path) -> Sessie:
    """Read the session. Raises NietAangemeld when there is none, MatrixFout when it is damaged."""
    try:
        return Sessie.model_validate_json((map_ / BESTAND).read_bytes())
    except FileNotFoundError:
        raise NietAangemeld("Er is nog niet aangemeld bij Matrix. Doe dat met: deelwijzer matrix aanmelden") from None
    except ValidationError:
        raise MatrixFout(f"{map_ / BESTAND} is beschadigd. Zet de reservekopie van deze map terug.") from None


def heeft_sessie(map_: Path) -> bool:
    """Whether someone logged in before."""
    return (map_ / BESTAND).exists()


def vergrendel(map_: Path) -> IO[bytes]:
    """Hold the lock until the file is closed. Raises MapInGebruik when another process has it."""
    stroom = (map_ / SLOT).open("wb")
    try:
        fcntl.flock(stroom, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        stroom.close()
        raise MapInGebruik from None
    return stroom
