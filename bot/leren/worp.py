"""Chance that is the same every time: a number from numbers and ids, so that a flow can be replayed."""

import hashlib


def worp(*delen: int | str) -> int:
    """A large number that looks random; the same parts give the same number on every machine."""
    tekst = "\x1f".join(str(deel) for deel in delen)
    return int.from_bytes(hashlib.blake2b(tekst.encode(), digest_size=8).digest())
