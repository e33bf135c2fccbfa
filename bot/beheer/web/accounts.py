"""Local accounts: names, roles and argon2 hashes in one file that only this program reads.

Threat: the file leaks, or somebody tries passwords. argon2id makes each guess costly; the time of an answer is the
same for a name that exists and one that does not; no more than two hashes are worked out at once.
"""

import asyncio
import json
import os
import re
import secrets
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from bot.beheer.mensen import Rol
from kennis.fouten import DeelwijzerFout

WEBMAP, ACCOUNTS = "web", "accounts.json"
"""Folder within that of the knowledge, for accounts and the log; and the file with accounts."""
KORTSTE_WACHTWOORD = 12
"""Characters, as NIST and NCSC advise; no rules on kinds of characters."""
LANGSTE_WACHTWOORD = 200
"""Characters that are hashed; more would be work for nothing."""
NAAM = re.compile(r"[a-z][a-z0-9._-]{1,39}")
"""A name is also shown, logged and put in commits."""
GEMAAKT_WACHTWOORD = 15
"""Random bytes of a password this program makes up: 20 characters."""


class Accountfout(DeelwijzerFout):
    """An account cannot be made or the file cannot be used."""


@dataclass(frozen=True)
class Account:
    """One officer."""

    naam: str
    voluit: str
    """Name as shown and as author of a change."""
    rollen: tuple[Rol, ...]
    hash: str

    def __repr__(self) -> str:
        return f"Account({self.naam})"


class Accounts:
    """The accounts of one file; read again when the file was changed."""

    def __init__(self, bestand: Path, hasher: PasswordHasher | None = None) -> None:
        self._bestand = bestand
        self._hasher = hasher or PasswordHasher()
        self._leeg = self._hasher.hash(secrets.token_hex())
        self._werkers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="wachtwoord")
        self._stempel: tuple[int, int] | None = None
        self._accounts: dict[str, Account] = {}

    def zoek(self, naam: str) -> Account | None:
        """The account with a name."""
        return self._lees().get(naam)

    def alle(self) -> list[Account]:
        """All accounts by name."""
        return [account for _, account in sorted(self._lees().items())]

    async def controleer(self, naam: str, wachtwoord: str) -> Account | None:
        """The account when the password is right. Takes as long when there is no such account."""
        account = self.zoek(naam)
        lus = asyncio.get_running_loop()
        klopt = await lus.run_in_executor(self._werkers, self._klopt, account, wachtwoord[:LANGSTE_WACHTWOORD])
        return account if klopt else None

    def _klopt(self, account: Account | None, wachtwoord: str) -> bool:
        try:
            self._hasher.verify(account.hash if account else self._leeg, wachtwoord)
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            return False
        return account is not None

    def zet(self, naam: str, voluit: str, rollen: Iterable[Rol], wachtwoord: str) -> None:
        """Make an account or replace it. Raises Accountfout."""
        if not NAAM.fullmatch(naam):
            raise Accountfout("Kies een naam met kleine letters, cijfers, punt of streepje, bijvoorbeeld 'a.jansen'.")
        if not KORTSTE_WACHTWOORD <= len(wachtwoord) <= LANGSTE_WACHTWOORD:
            raise Accountfout(f"Kies een wachtwoord van {KORTSTE_WACHTWOORD} tot {LANGSTE_WACHTWOORD} tekens.")
        schoon = " ".join("".join(t if t.isprintable() else " " for t in voluit).split())
        if not schoon or any(t in "<>" for t in schoon):
            raise Accountfout("Geef een naam op zoals collega's die kennen, zonder punthaken.")
        account = Account(naam, schoon, tuple(sorted(set(rollen))), self._hasher.hash(wachtwoord))
        self._schrijf({**self._lees(), naam: account})

    def verwijder(self, naam: str) -> bool:
        """Take an account away; its sessions end at their next request. False when there was none."""
        accounts = dict(self._lees())
        stond_er = accounts.pop(naam, None) is not None
        if stond_er:
            self._schrijf(accounts)
        return stond_er

    def _lees(self) -> dict[str, Account]:
        try:
            staat = self._bestand.stat()
        except FileNotFoundError:
            self._stempel, self._accounts = None, {}
            return {}
        stempel = (staat.st_mtime_ns, staat.st_ino)
        if stempel != self._stempel:
            self._accounts = self._uit_bestand()
            self._stempel = stempel
        return self._accounts

    def _uit_bestand(self) -> dict[str, Account]:
        try:
            ruw = json.loads(self._bestand.read_text(encoding="utf-8"))
            return {a["naam"]: Account(a["naam"], a["voluit"], tuple(map(Rol, a["rollen"])), a["hash"]) for a in ruw}
        except (OSError, ValueError, TypeError, KeyError):
            raise Accountfout(f"{self._bestand}: dit is geen bestand met accounts. Zet een kopie terug.") from None

    def _schrijf(self, accounts: dict[str, Account]) -> None:
        self._bestand.parent.mkdir(parents=True, exist_ok=True)
        nieuw, naam = tempfile.mkstemp(dir=self._bestand.parent, prefix=".accounts-")  # mode 0600
        with os.fdopen(nieuw, "w", encoding="utf-8") as bestand:
            json.dump([asdict(a) for _, a in sorted(accounts.items())], bestand, ensure_ascii=False, indent=1)
            bestand.flush()
            os.fsync(bestand.fileno())
        Path(naam).replace(self._bestand)


def verzin_wachtwoord() -> str:
    """A password nobody can guess."""
    return secrets.token_urlsafe(GEMAAKT_WACHTWOORD)
