"""Messages with personal data: tell how to remove them, or remove them where the room wants that and the bot may."""

from bot.gesprek.balie import Reactie
from bot.kanalen.matrix.aanspraak import schakelaar
from bot.kanalen.matrix.bericht import Bericht
from bot.kanalen.matrix.client import Client
from bot.kanalen.matrix.fouten import Weigering
from bot.kanalen.matrix.kamergegevens import Kamerboek
from bot.kanalen.matrix.rechten import mag
from bot.kanalen.matrix.teksten import Matrixteksten
from bot.kanalen.matrix.zender import Zender, tx
from bot.kanalen.teksten import laad_teksten
from bot.privacy import RuweTekst


class Opruimer:
    """Removes messages of others, only where a room switched that on."""

    def __init__(self, client: Client, zender: Zender, boek: Kamerboek, teksten: Matrixteksten) -> None:
        self._client = client
        self._zender = zender
        self._boek = boek
        self._teksten = teksten

    async def opdracht(self, bericht: Bericht, tekst: RuweTekst) -> str | None:
        """Switch it on or off; what to say, or None when the line is something else."""
        aan = schakelaar(tekst, self._teksten.opruimen_woorden)
        if aan is None:
            return None
        if not await mag(self._client, bericht.kamer, bericht.afzender, "redact"):
            return self._teksten.opruimen_mag_niet
        if aan and not await self._ik_mag(bericht.kamer):
            return self._teksten.opruimen_kan_niet
        await self._boek.zet(bericht.kamer, opruimen=aan)
        return self._teksten.opruimen_aan if aan else self._teksten.opruimen_uit

    async def opmerkingen(self, bericht: Bericht, reactie: Reactie) -> tuple[str, ...]:
        """Lines to add to an answer; removes the question first where that is wanted."""
        if reactie.antwoord is None or not reactie.antwoord.persoonsgegevens or reactie.opdracht is not None:
            return ()
        if (await self._boek.van(bericht.kamer)).opruimen and await self._verwijder(bericht):
            return (self._teksten.verwijderd,)
        return (laad_teksten().verwijderen["matrix"],)

    async def _verwijder(self, bericht: Bericht) -> bool:
        """Whether the question, and its correction, are gone."""
        if not await self._ik_mag(bericht.kamer):
            return False
        try:
            for id_ in filter(None, (bericht.id, bericht.doel)):
                await self._zender.verwijder(bericht.kamer, id_, self._teksten.reden_verwijderd, tx("opruimen", id_))
        except Weigering:
            return False
        return True

    async def _ik_mag(self, kamer: str) -> bool:
        return await mag(self._client, kamer, self._client.user_id, "redact")
