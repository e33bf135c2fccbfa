"""Messages whose key is missing: the key often comes a moment later, so wait, read them then, and only else say so."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.begrensd import Begrensd
from bot.kanalen.matrix.client import Client, ontsleutel

MEESTE = 500
"""Messages that wait for a key at once."""


@dataclass
class Wachtend:
    """One message that cannot be read yet."""

    kamer: str
    gebeurtenis: Any
    opgegeven: bool = False


class Onleesbaar:
    """Keeps unreadable messages for a while. Bound: those beyond the newest are dropped."""

    def __init__(
        self, client: Client, respijt_s: float, gelezen: Callable[[str, Any], None], gaf_op: Callable[[str, Any], None]
    ) -> None:
        self._client = client
        self._respijt_s = respijt_s
        self._gelezen = gelezen
        """Called with room and event once the key is there."""
        self._gaf_op = gaf_op
        """Called with room and event once the grace is over; a key may still come."""
        self._wachtend: Begrensd[str, Wachtend] = Begrensd(MEESTE)

    def neem(self, kamer: str, gebeurtenis: Any) -> None:
        """Wait for the key of this message."""
        gebeurtenis.room_id = kamer
        self._wachtend.zet(gebeurtenis.event_id, Wachtend(kamer, gebeurtenis))
        asyncio.get_running_loop().call_later(self._respijt_s, self._respijt_voorbij, gebeurtenis.event_id)

    def probeer(self) -> None:
        """Read what can be read by now."""
        for wachtend in self._wachtend.alle():
            if (gelezen := ontsleutel(self._client, wachtend.gebeurtenis)) is not None:
                self._wachtend.weg(wachtend.gebeurtenis.event_id)
                self._gelezen(wachtend.kamer, gelezen)

    def _respijt_voorbij(self, id_: str) -> None:
        wachtend = self._wachtend.haal(id_)
        if wachtend is not None and not wachtend.opgegeven:
            wachtend.opgegeven = True
            self._gaf_op(wachtend.kamer, wachtend.gebeurtenis)


def is_vervalst(client: Client, gebeurtenis: Any) -> bool:
    """Whether the named sender has devices, but not the one that encrypted this: a server can put any name on it."""
    if not getattr(gebeurtenis, "decrypted", False) or not client.olm:
        return False
    apparaten = list(client.device_store.active_user_devices(gebeurtenis.sender))
    return bool(apparaten) and gebeurtenis.sender_key not in {a.curve25519 for a in apparaten}
