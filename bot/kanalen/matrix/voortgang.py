"""Decides when a sync token may be kept: once all that came with it, and before it, is done."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass
class _Lading:
    token: str
    open: set[str] = field(default_factory=set)


class Voortgang:
    """The batches that are not done yet, oldest first."""

    def __init__(self, bewaar: Callable[[str], None]) -> None:
        self._bewaar = bewaar
        self._ladingen: deque[_Lading] = deque()

    def neem(self, token: str, ids: Iterable[str]) -> None:
        """A batch that came in with the events it holds."""
        self._ladingen.append(_Lading(token, set(ids)))
        self._schuif_op()

    def klaar(self, id_: str) -> None:
        """One event is done."""
        for lading in self._ladingen:
            lading.open.discard(id_)
        self._schuif_op()

    def __len__(self) -> int:
        return len(self._ladingen)

    def _schuif_op(self) -> None:
        token = None
        while self._ladingen and not self._ladingen[0].open:
            token = self._ladingen.popleft().token
        if token is not None:
            self._bewaar(token)
