"""Whatever comes in at any page, from outside or from who signed in, no page breaks and no word of it is logged."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.beheer.web.kanaal import PAGINAS
from tests.beheer_web.wereld import wereld

KANARIE = "Kwibus-Zonderland"
KEREN = 40
"""Requests of each visitor."""
_GAT = re.compile(r"\{(\w+):?([^}]*)\}")
_stuk = st.sampled_from(
    ["1", "0", "adv.doel", "partijen", "leerplicht-swv-algemeen", KANARIE, "%00", "..", "é", "9" * 40]
)
_waarde = st.one_of(
    st.just(KANARIE), st.text(max_size=60), st.just("9" * 5000), st.sampled_from(["-1", "ja", "adv.doel"])
)
_velden = st.dictionaries(
    st.sampled_from("naam wachtwoord vraag titel kort reden bron stand q id soort dag woord begrip code state".split()),
    _waarde,
    max_size=8,
)


@st.composite
def verzoek(trek: st.DrawFn) -> tuple[str, str, dict[str, str]]:
    """Method, path and fields for any page but the one that signs out."""
    pagina = trek(st.sampled_from([p for p in PAGINAS if p.pad != "/afmelden"]))

    def vul(gat: re.Match[str]) -> str:
        return trek(st.sampled_from(gat[2].split("|"))) if "|" in gat[2] else trek(_stuk)

    return pagina.methode, "/beheer" + _GAT.sub(vul, pagina.pad), trek(_velden)


def _gooi(vraag: Callable[[str, str, dict[str, str]], httpx.Response]) -> None:
    @settings(max_examples=KEREN, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(verzoek())
    def een(wat: tuple[str, str, dict[str, str]]) -> None:
        assert vraag(*wat).status_code < 500, wat[:2]

    een()


def test_geen_pagina_gaat_stuk(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with wereld(tmp_path) as w:
        buiten, binnen = w.bezoeker(), w.als("beide")
        token = binnen.csrf()

        def van(wie: httpx.Client, vast: dict[str, str]) -> Callable[[str, str, dict[str, str]], httpx.Response]:
            def vraag(methode: str, pad: str, velden: dict[str, str]) -> httpx.Response:
                if methode == "GET":
                    return wie.get(pad, params=velden)
                return wie.post(pad, data={**velden, **vast})

            return vraag

        _gooi(van(buiten, {}))
        _gooi(van(binnen, {"csrf": token}))
        assert binnen.get("/beheer").status_code == 200
    assert KANARIE not in caplog.text
