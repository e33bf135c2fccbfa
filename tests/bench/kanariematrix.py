"""Drives the Matrix channel on a real Synapse, with canaries in every place where a person can type."""

import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from herkomst import WORTEL
from kanaries import NAMEN, NUMMERS
from kanariestart import Server, server

sys.path.append(str(WORTEL))
from bot.kanalen.matrix.client import pad
from tests.matrix.gebruiker import Gebruiker, gebruiker, is_notitie
from tests.matrix.synapse import NAAM, Synapse
from tests.matrix.wereld import WACHTWOORD, Wereld

GEBRUIKER = "kwartelvanger918"
"""Name of an account that tells who asked; kept nowhere but in the list of devices that encryption needs."""
PROGRAMMA = "kanariekanaal.py"
SLOTVRAAG = "wat is een casusoverleg?"
GEDULD = 20.0
"""Seconds a room gets to handle all that was asked before its last question."""


async def drijf(map_: Path, vragen: Sequence[str]) -> list[str]:
    """Ask in a plain chat, an encrypted chat and a group; kill the bot half-way; ids that tell who and where."""
    with tempfile.TemporaryDirectory() as elders:
        synapse = Synapse(Path(elders) / "synapse")
        synapse.start()
        try:
            return await _op(synapse, map_, Path(elders), vragen)
        finally:
            synapse.stop()


async def _op(synapse: Synapse, map_: Path, elders: Path, vragen: Sequence[str]) -> list[str]:
    velden: dict[str, Any] = {"map": map_ / "matrix", "hoogste_tempo": 100_000, "respijt_s": 1.0}
    wereld = Wereld(synapse, None, elders, **velden)  # type: ignore[arg-type]  # the bot runs elsewhere
    await wereld.meld_aan()
    config = elders / "instellingen.yaml"
    config.write_text(json.dumps({"matrix": json.loads(wereld.instelling.model_dump_json())}), encoding="utf-8")
    synapse.maak_gebruiker(GEBRUIKER, WACHTWOORD)
    async with gebruiker(synapse.adres, f"@{GEBRUIKER}:{NAAM}", WACHTWOORD, elders / "mens") as mens:
        vrager = Vrager(mens, wereld.bot)
        helft = len(vragen) // 2
        with server(map_, str(config), programma=PROGRAMMA) as dienst:
            await vrager.richt_in()
            await vrager.stel(vragen[:helft])
            os.kill(dienst.proces, signal.SIGKILL)
        with server(map_, str(config), programma=PROGRAMMA) as dienst:
            await vrager.stel(vragen[helft:])
            await vrager.dien_in()
            await vrager.wacht_tot_klaar()
            (map_ / "antwoorden").write_bytes(vrager.antwoorden() + meters(dienst))
            os.kill(dienst.proces, signal.SIGABRT)
        return [GEBRUIKER, *(kamer.split(":")[0].lstrip("!") for kamer in vrager.kamers)]


def meters(dienst: Server) -> bytes:
    """What the service shows on the web."""
    return dienst.stuur("/metrics")[1] + dienst.stuur("/gezond")[1]


class Vrager:
    """A person whose name, devices and rooms are all canaries."""

    def __init__(self, mens: Gebruiker, bot: str) -> None:
        self._mens = mens
        self._bot = bot
        self.kamers: list[str] = []

    async def richt_in(self) -> None:
        """Names for everything, and three rooms."""
        ik = self._mens.client.user_id
        await self._mens.roep("PUT", pad("profile", ik, "displayname"), {"displayname": NAMEN[0]})
        await self._mens.roep("PUT", pad("devices", self._mens.client.device_id), {"display_name": NAMEN[1]})
        for nr, (veilig, samen) in enumerate(((False, True), (True, True), (False, False))):
            namen = {"name": f"Overleg {NAMEN[2 + nr]}", "topic": f"bsn {NUMMERS[nr]}", "alias": f"kamer{nr}-9187zq"}
            self.kamers.append(await self._mens.maak_kamer(self._bot, versleuteld=veilig, samen=samen, **namen))
        for kamer in self.kamers:
            await self._mens.wacht(kamer, is_notitie)

    async def stel(self, vragen: Sequence[str]) -> None:
        """Ask, correct, react, remove, and send what is no question."""
        for nr, tekst in enumerate(vragen):
            kamer = self.kamers[nr % len(self.kamers)]
            id_ = await self._mens.zeg(kamer, tekst, m_mentions={"user_ids": [self._bot]})
            if nr % 5 == 0:
                await self._mens.verbeter(kamer, id_, f"{tekst} {NAMEN[nr % len(NAMEN)]}")
            if nr % 10 == 0:
                for soort, inhoud in rommel(tekst, id_):
                    with suppress(AttributeError):  # refused by the server
                        await self._mens.stuur(kamer, soort, inhoud)
            if nr % 7 == 0:
                await self._mens.client.room_redact(kamer, id_, reason=f"ging over {tekst}")

    async def dien_in(self) -> None:
        """Hand questions in, which keeps what the guard leaves of them."""
        for kanarie in (*NAMEN, *NUMMERS):
            await self._mens.zeg(self.kamers[0], f"/indienen mag {kanarie} mee op kamp?")
            await self._mens.zeg(self.kamers[0], "ja")

    async def wacht_tot_klaar(self) -> None:
        """Until every room answered a last question."""
        for kamer in self.kamers:
            await self._beantwoord(kamer)

    async def _beantwoord(self, kamer: str) -> None:
        begin = next(g["event_id"] for g in self._mens.alle(kamer, is_notitie))
        antwoord_op = {"m.in_reply_to": {"event_id": begin}}
        id_ = await self._mens.zeg(kamer, SLOTVRAAG, m_relates_to=antwoord_op, m_mentions={"user_ids": [self._bot]})
        await self._mens.wacht(kamer, lambda g: _op_vraag(g) == id_, geduld_s=GEDULD)

    def antwoorden(self) -> bytes:
        """All that the bot said."""
        van_bot = [g for _, g in self._mens.gezien if is_notitie(g)]
        return json.dumps([g["content"] for g in van_bot], ensure_ascii=False).encode()


def _op_vraag(gebeurtenis: dict[str, Any]) -> object:
    relatie = gebeurtenis.get("content", {}).get("m.relates_to", {})
    return relatie.get("m.in_reply_to", {}).get("event_id") if is_notitie(gebeurtenis) else None


def rommel(tekst: str, id_: str) -> list[tuple[str, dict[str, Any]]]:
    """Events that are no question, or are broken, with the same words in them."""
    kort = tekst[:60]
    bericht = "m.room.message"
    return [
        (bericht, {"msgtype": "m.file", "body": f"{kort}.pdf", "filename": f"{kort}.pdf", "url": "mxc://praat.test/x"}),
        (bericht, {"msgtype": "m.image", "body": kort, "info": {"mimetype": kort}}),
        (bericht, {"msgtype": kort, "body": kort}),
        (bericht, {"msgtype": "m.text", "body": {"tekst": tekst}}),
        (bericht, {"msgtype": "m.text", "body": tekst, "format": kort, "formatted_body": [tekst]}),
        (bericht, {"msgtype": "m.text", "body": tekst, "m.mentions": tekst, "m.relates_to": tekst}),
        (bericht, {"msgtype": "m.text", "body": tekst, "m.relates_to": {"rel_type": "m.thread", "event_id": kort}}),
        (bericht, {"m.new_content": tekst, "m.relates_to": {"rel_type": "m.replace", "event_id": id_}}),
        ("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": id_, "key": kort}}),
        ("nl.kanarie", {kort: tekst}),
        ("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": tekst, "session_id": kort}),
    ]


def drijf_matrix(map_: Path, vragen: Sequence[str]) -> list[str]:
    """The channel as a whole."""
    return asyncio.run(drijf(map_, vragen))
