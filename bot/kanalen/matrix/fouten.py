"""Errors of the Matrix channel; none holds a name, an id of a user or room, or text."""

from kennis.fouten import DeelwijzerFout


class MatrixFout(DeelwijzerFout):
    """The Matrix channel cannot go on until someone mends something."""


class NietAangemeld(MatrixFout):
    """No session, or the server does not accept it any more."""


class Weigering(MatrixFout):
    """The server refused a request for good."""

    def __init__(self, code: str, wacht_s: float | None = None) -> None:
        super().__init__(f"De Matrix-server weigert: {code}.")
        self.code = code
        """The server's error code, such as M_FORBIDDEN."""
        self.wacht_s = wacht_s
        """Seconds the server asks to wait; None when it does not say."""


class MapInGebruik(MatrixFout):
    """Another process has the lock on the folder."""

    def __init__(self) -> None:
        super().__init__("Deelwijzer gebruikt deze Matrix-map al. Stop eerst het andere programma.")
