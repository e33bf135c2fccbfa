"""The text as it was typed, in a wrapper that only opens on purpose.

Threat: one careless f-string, log line, debug print, pickle or database call keeps a pupil's name for years. So the
text travels from channel to guard in a type that refuses all of these; `onthul` is the one way in, easy to search for.
"""

from typing import NoReturn, final


class Lekfout(TypeError):
    """Somebody tried to write, print, store or copy raw text. Says nothing about the text."""

    def __init__(self) -> None:
        super().__init__("Ruwe tekst mag niet worden getoond, opgeslagen of gekopieerd. Geef hem aan de privacywacht.")


@final
class RuweTekst:
    """What somebody typed. Knows no equality, order, length or hash either: each would tell something."""

    __slots__ = ("__tekst",)
    __hash__ = None  # type: ignore[assignment]  # a hash of a short text can be guessed back

    def __init__(self, tekst: str) -> None:
        self.__tekst = tekst

    @property
    def leeg(self) -> bool:
        """Whether there is nothing but blanks."""
        return not self.__tekst.strip()

    def onthul(self) -> str:
        """The text itself; for the guard, and to see whether a line is a command."""
        return self.__tekst

    def __repr__(self) -> NoReturn:
        raise Lekfout

    def __str__(self) -> NoReturn:
        raise Lekfout

    def __format__(self, _: str) -> NoReturn:
        raise Lekfout

    def __bytes__(self) -> NoReturn:
        raise Lekfout

    def __reduce_ex__(self, _: object) -> NoReturn:
        raise Lekfout

    def __getstate__(self) -> NoReturn:
        raise Lekfout

    def __copy__(self) -> NoReturn:
        raise Lekfout

    def __deepcopy__(self, _: object) -> NoReturn:
        raise Lekfout

    def __eq__(self, _: object) -> NoReturn:
        raise Lekfout


def als_ruw(tekst: str | RuweTekst) -> RuweTekst:
    """Wrap text that is not wrapped yet."""
    return tekst if isinstance(tekst, RuweTekst) else RuweTekst(tekst)
