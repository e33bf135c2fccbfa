"""A stop at any moment: during the start nothing was begun yet, and at the end no thread holds the process up."""

import os
import signal
import threading

DRAADTIJD_S = 1.5
"""Seconds that threads get to end once all else has; with what the service takes it stays within ten."""


def sta_stop_toe() -> None:
    """Let SIGTERM end a start that is under way; a first process of a container would not hear it otherwise."""
    signal.signal(signal.SIGTERM, _breek_af)


def wacht_niet_op_draden() -> None:
    """End soon, also when a thread still works, such as on a language model for a publication.

    Nothing is lost: a publication is whole or not there, and an approved one is taken up at the next start.
    """
    rem = threading.Timer(DRAADTIJD_S, os._exit, (0,))
    rem.daemon = True
    rem.start()


def _breek_af(*_: object) -> None:
    raise SystemExit(0)
