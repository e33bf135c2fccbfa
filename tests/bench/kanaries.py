"""Canaries: names and numbers nobody else has, the questions that carry them, and the search for any trace of them."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

NAMEN = (
    "Quinzwart Bolderhuysen",
    "Jeltjemina Vrouwenkamp-Ozinga",
    "Özgürcan Kılıçdemiroğlu",
    "Soufyanatou El Bouzaghrani",
    "Shivanandita Ramkhelawansingh",
    "Zdzisławek Wyszczelski",
    "Tsegayewoldu Ghebremedhinos",
    "Wubbechien Plofkiepstra",
    "Xilofonie",
)
NUMMERS = (
    "999994797",
    "9999.96.447",
    "06-97918264",
    "+31 97 918 53 70",
    "NL20INGB0001234567",
    "quinzella.bolderik@postduif.example",
    "Klapekstersteeg 9187",
    "9187 ZQ",
    "LLN-2026-918273",
    "ZQ-918-K",
    "@kwetter_918:duiventil.example",
    "https://duiventil.example/zwalmerdam/918273645",
)
KLEINSTE_WOORD = 6
"""Letters of a part of a name that is searched for by itself; shorter ones occur by chance."""
ZINNEN = (
    "mag ik het verzuim van {} delen met leerplicht?",
    "{} zit thuis, wie licht ik in",
    "mag de jeugdarts weten dat {} medicijnen slikt",
    "MAG HET SWV HET OPP VAN {} ZIEN",
    "moeder van {} weigert toestemming, wat nu?",
    "{}",
    "/rol {}",
    "regio {}",
    "/{}",
    "!meer {}",
    "wat is de hoofdstad van {}",
    "bsn {} doorgeven aan de gemeente mag dat",
)
_WOORDEN = st.sampled_from((*NAMEN, *NUMMERS))
_RUIS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\x00"), max_size=12)


def _stuk(woord: str, vorm: int) -> str:
    return (woord, woord.upper(), woord.lower(), woord.title())[vorm]


STUKKEN = st.builds(_stuk, _WOORDEN, st.integers(0, 3))
VRAGEN = st.builds(
    lambda zin, stukken, voor, na: f"{voor} {zin.replace('{}', ' en '.join(stukken))} {na}".strip(),
    st.sampled_from(ZINNEN),
    st.lists(STUKKEN, min_size=1, max_size=3),
    _RUIS | st.just(""),
    _RUIS | st.just(""),
)
"""Questions, each with one to three canaries, clean or between noise."""


def maak_vragen(aantal: int) -> list[str]:
    """That many different questions."""
    uit: dict[str, None] = {}

    @settings(
        max_examples=aantal + aantal // 3,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(VRAGEN)
    def verzamel(vraag: str) -> None:
        uit[vraag] = None

    verzamel()
    return list(uit)[:aantal]


class Zoeker:
    """Finds any canary in bytes, however it was written."""

    def __init__(self, kanaries: Iterable[str] = (*NAMEN, *NUMMERS)) -> None:
        delen = (deel for kanarie in kanaries for deel in _delen(kanarie))
        self._vormen = {vorm.lower() for deel in delen for vorm in schrijfwijzen(deel)}

    def aantal(self, inhoud: bytes) -> int:
        """How many traces there are."""
        klein = inhoud.lower()
        return sum(klein.count(vorm) for vorm in self._vormen)

    def in_map(self, map_: Path) -> dict[str, int]:
        """Traces per file under a folder, names of files included; only files that have any."""
        gevonden = {str(pad): self.aantal(bytes(pad)) + self.aantal(_lees(pad)) for pad in sorted(map_.rglob("*"))}
        return {pad: aantal for pad, aantal in gevonden.items() if aantal}


def _lees(pad: Path) -> bytes:
    return pad.read_bytes() if pad.is_file() else b""


def _delen(kanarie: str) -> Iterator[str]:
    """A canary as a whole, each telling part of it, and a number without its separators."""
    yield kanarie
    yield from (deel for deel in re.findall(r"\w+", kanarie) if len(deel) >= KLEINSTE_WOORD and not deel.isdigit())
    cijfers = "".join(re.findall(r"\d", kanarie))
    if len(cijfers) >= KLEINSTE_WOORD:
        yield cijfers


def schrijfwijzen(tekst: str) -> Iterator[bytes]:
    """A text as it could stand in a file: plain, any case, URL-, JSON- and base64-escaped, and in UTF-16."""
    for vorm in (tekst, tekst.upper(), tekst.lower(), tekst.casefold(), tekst.title()):
        yield vorm.encode()
        yield quote(vorm).encode()
        yield quote_plus(vorm).encode()
        yield json.dumps(vorm)[1:-1].encode()
        yield json.dumps(vorm)[1:-1].replace("\\", "\\\\").encode()
        yield repr(vorm.encode())[2:-1].encode()
        for codering in ("utf-16-le", "utf-16-be"):
            yield vorm.encode(codering)
        yield from _base64(vorm.encode())


def _base64(ruw: bytes) -> Iterator[bytes]:
    """The middle of the three ways a text can fall into base64, in both alphabets."""
    for ervoor in range(3):
        heel = base64.b64encode(bytes(ervoor) + ruw + bytes(-(ervoor + len(ruw)) % 3))
        begin = (0, 2, 3)[ervoor]
        midden = heel[begin : begin + (len(ruw) * 4) // 3 - 2]
        yield midden
        yield midden.replace(b"+", b"-").replace(b"/", b"_")
