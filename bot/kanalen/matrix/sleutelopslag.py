"""nio's key store without what makes a user wait: look-ups and writes at every message that never tell anything new.

The database is written ahead (WAL): one wait for the disk per change instead of three, and as safe when power fails.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from nio.crypto import OlmDevice
from nio.store import SqliteStore


class Sleutelopslag(SqliteStore):  # type: ignore[misc]
    """The bot trusts every device alike, so the three questions nio asks the database for each have a fixed answer."""

    def _create_database(self) -> Any:
        bestand = super()._create_database()
        bestand.init(self.database_path, pragmas={"foreign_keys": 1, "secure_delete": 1, "journal_mode": "wal"})
        return bestand

    def is_device_verified(self, _: OlmDevice) -> bool:
        """Nobody compares emoji with a bot."""
        return False

    def is_device_blacklisted(self, _: OlmDevice) -> bool:
        """Who may be in the room may read the answer."""
        return False

    def is_device_ignored(self, _: OlmDevice) -> bool:
        """Send although it is not verified."""
        return True

    def save_encrypted_rooms(self, rooms: Collection[str]) -> None:
        """Write only what is new: nio does so for every message."""
        nieuw = set(rooms) - self._bekend
        if nieuw:
            super().save_encrypted_rooms(nieuw)
            self._bekend |= nieuw

    def save_device_keys(self, device_keys: Mapping[str, Mapping[str, OlmDevice]]) -> None:
        """Write them without the names people give their devices ("telefoon van Anna"): nothing here needs those."""
        for apparaten in device_keys.values():
            for apparaat in apparaten.values():
                apparaat.display_name = ""
        super().save_device_keys(device_keys)

    @cached_property
    def _bekend(self) -> set[str]:
        """Encrypted rooms that were written before."""
        return set(self.load_encrypted_rooms())
