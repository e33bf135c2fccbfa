"""Requests that no decent client sends, over every route, by hypothesis: whole bodies, headers and broken HTTP."""

import asyncio
import json
from collections.abc import Sequence

from hypothesis import strategies as st

GEDULD_S = 12.0
"""Seconds to wait for a status: a body that does not come is waited for ten."""
KANARIE = "Kwibus-Zonderland"
"""Stands in what is sent, and must not come back in a log."""
_tekst = st.one_of(st.just(KANARIE), st.text(max_size=40))
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | _tekst,
    lambda kind: st.lists(kind, max_size=4) | st.dictionaries(_tekst, kind, max_size=4),
    max_leaves=20,
)
_velden = st.sampled_from(
    "type id text value from recipient conversation channelData serviceUrl timestamp name replyToId".split()
)
_activiteit = st.dictionaries(_velden, _json, max_size=12)
_lichaam = st.one_of(
    st.binary(max_size=200),
    _json.map(lambda inhoud: json.dumps(inhoud).encode()),
    _activiteit.map(lambda inhoud: json.dumps({"type": "message", **inhoud}).encode()),
)
_methode = st.sampled_from([b"GET", b"POST", b"PUT", b"DELETE", b"HEAD", b"OPTIONS", b"PATCH", b"TRACE", b"X\x00Y"])
_staart = st.sampled_from([b"", b"?" + KANARIE.encode(), b"/", b"/..", b"%00", b"%ff", b"?a=" + b"b" * 3000])
_kop = st.sampled_from(
    [
        b"Content-Type: application/json",
        b"Content-Type: text/html; charset=klingon",
        b"Authorization: Bearer " + KANARIE.encode(),
        b"Content-Encoding: gzip",
        b"Transfer-Encoding: chunked",
        b"Content-Length: 99999999999",
        b"Content-Length: -1",
        b"Expect: 100-continue",
        b"Upgrade: websocket",
        b"X" * 9000 + b": y",
        b"geen kop",
    ]
)


@st.composite
def verzoek(trek: st.DrawFn, paden: Sequence[str]) -> bytes:
    """One request as bytes."""
    pad = trek(st.sampled_from([p.encode() for p in paden]))
    lichaam = trek(_lichaam)
    koppen = [b"Host: x", b"Connection: close", *trek(st.lists(_kop, max_size=3))]
    if trek(st.booleans()):
        koppen.append(b"Content-Length: %d" % len(lichaam))
    return b"\r\n".join([trek(_methode) + b" " + pad + trek(_staart) + b" HTTP/1.1", *koppen, b"", lichaam])


async def stuur(poort: int, ruw: bytes) -> int:
    """The status; 0 when none came, such as for a body that ends too soon."""
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    try:
        schrijver.write(ruw)
        async with asyncio.timeout(GEDULD_S):
            regel = await lezer.readline()
    except (ConnectionError, TimeoutError):
        return 0
    finally:
        schrijver.close()
    delen = regel.split()
    return int(delen[1]) if len(delen) > 1 else 0
