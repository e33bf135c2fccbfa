"""Files in Teams: offered with a card, and only when the user says yes put in that user's own OneDrive.

Threat: the address to put a file at comes in a body that nobody signed, so it must be https and SharePoint's; our
token does not go along, and no other address is followed. A file waits in memory under a random mark, for a quarter of
an hour.
"""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import aiohttp

from bot.begrensd import Begrensd
from bot.gesprek.gids import Bestand
from bot.kanalen.teams.activiteit import MERK
from bot.kanalen.teams.kaartvorm import als_json
from bot.kanalen.teams.wereld import Wereld

AANBOD = "application/vnd.microsoft.teams.card.file.consent"
GEGEVEN = "application/vnd.microsoft.teams.card.file.info"
BEWAARTIJD = 15 * 60.0
"""Seconds that a file waits for a yes."""
MEESTE = 200
"""Files that wait at once."""
GROOTSTE = 4 * 1024 * 1024
"""Bytes of a file that Teams takes in one go."""
GEDULD = 30.0
"""Seconds to hand a file over."""


class NietBezorgd(Exception):
    """A file did not get where it should; says nothing of the file."""


class Klaarstaand:
    """Files that were offered."""

    def __init__(self, klok: Callable[[], float] = time.monotonic) -> None:
        self._bestanden: Begrensd[str, Bestand] = Begrensd(MEESTE, BEWAARTIJD, klok)

    def zet(self, bestand: Bestand) -> str:
        """Keep; the mark to take it with."""
        merk = secrets.token_urlsafe(16)
        self._bestanden.zet(merk, bestand)
        return merk

    def neem(self, merk: str) -> Bestand | None:
        """Take, once."""
        return self._bestanden.weg(merk)


@dataclass(frozen=True)
class Bestandsbericht:
    """A message about a file."""

    json: str

    @property
    def bericht(self) -> bytes:
        """As JSON."""
        return self.json.encode("utf-8", errors="replace")


def aanbod(bestand: Bestand, merk: str, uitleg: str) -> Bestandsbericht:
    """Ask whether the user wants a file."""
    context = {MERK: merk}
    inhoud = {
        "description": uitleg,
        "sizeInBytes": len(bestand.inhoud),
        "acceptContext": context,
        "declineContext": context,
    }
    return Bestandsbericht(als_json(inhoud, uitleg, AANBOD, name=bestand.naam))


def gegeven(bestand: Bestand, upload: Mapping[str, str]) -> Bestandsbericht:
    """Show where the file now is."""
    inhoud = {"uniqueId": upload.get("uniqueId", ""), "fileType": upload.get("fileType", "")}
    adres = upload.get("contentUrl", "")
    return Bestandsbericht(als_json(inhoud, bestand.naam, GEGEVEN, name=bestand.naam, contentUrl=adres))


async def bezorg(bestand: Bestand, upload: Mapping[str, str], wereld: Wereld) -> None:
    """Put a file where Teams says. Raises NietBezorgd."""
    if not all(wereld.mag_bestand_naar(upload.get(naam, "")) for naam in ("uploadUrl", "contentUrl")):
        raise NietBezorgd
    lengte = len(bestand.inhoud)
    kop = {"Content-Range": f"bytes 0-{lengte - 1}/{lengte}", "Content-Type": "application/octet-stream"}
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=GEDULD)) as sessie,
            sessie.put(upload["uploadUrl"], data=bestand.inhoud, headers=kop, allow_redirects=False) as antwoord,
        ):
            if antwoord.status not in (200, 201):
                raise NietBezorgd
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise NietBezorgd from None
