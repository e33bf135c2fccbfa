"""Settings of the Matrix channel. Secrets are files that are named here, never values."""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from kennis.model import Model

_GEBRUIKER = re.compile(r"@[^:\s]+:\S+")
THUIS = frozenset({"127.0.0.1", "::1", "localhost"})
"""Hosts to which plain http may go: the traffic does not leave the machine."""


def _adres(waarde: str) -> str:
    delen = urlsplit(waarde)
    if delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in THUIS):
        return waarde.rstrip("/")
    raise ValueError("schrijf het hele adres met https://")


def _gebruiker(waarde: str) -> str:
    if not _GEBRUIKER.fullmatch(waarde):
        raise ValueError("schrijf de hele naam, zoals @deelwijzer:praat.nl")
    return waarde


Serveradres = Annotated[str, AfterValidator(_adres)]
Gebruiker = Annotated[str, AfterValidator(_gebruiker)]


class MatrixInstellingen(Model):
    """What an administrator sets for Matrix."""

    server: Serveradres
    """Address of the homeserver's client API."""
    gebruiker: Gebruiker
    """The bot's own user id."""
    map: Path = Path("matrix")
    """Folder of session, keys and inbox; back it up as a whole."""
    apparaat: str = "Deelwijzer"
    """Name other people see for the bot's device."""
    wachtwoord_bestand: Path | None = None
    """File that holds the password, for `matrix aanmelden`."""
    token_bestand: Path | None = None
    """File that holds an access token, for `matrix aanmelden`."""
    versleuteling: bool = True
    servers: tuple[str, ...] = ()
    """Servers whose users may invite the bot."""
    gebruikers: tuple[Gebruiker, ...] = ()
    """Users who may invite the bot, whatever their server."""
    negeer: tuple[Gebruiker, ...] = ()
    """Users who get no answer, such as other bots."""
    voorvoegsels: tuple[str, ...] = ("!deelwijzer", "deelwijzer:", "deelwijzer,")
    """What a line in a group may start with to be meant for the bot."""
    meeste_kamers: int = Field(default=500, ge=1)
    """Rooms the bot is in at most; invitations beyond it are declined."""
    oudste_vraag_s: int = Field(default=3600, ge=0)
    """Seconds: older questions get no answer after a stop."""
    respijt_s: float = Field(default=10.0, ge=0)
    """Seconds to wait for the key of a message before saying that it cannot be read."""
    hoogste_tempo: int = Field(default=60, ge=1)
    """Lines of one person in one room that get an answer, per minute: it ends a loop between two bots."""
    weekcasus_uur: int = Field(default=9, ge=0, le=23)
    """Hour on Monday, by the clock of the machine, from which rooms that asked for it get the case of the week."""
