"""Where processes share a store, an officer who signed in at one is known at all, and nobody else is."""

import asyncio
import time
from collections.abc import Iterator

import pytest

from bot.beheer.mensen import Medewerker, Rol
from bot.beheer.web.deelsessies import VAK, Deelsessies
from bot.beheer.web.sessies import RUST, Sessies, merk
from bot.opslag import Geheugenopslag
from tests.beheer_web.wereld import Wereld

SLEUTEL = b"s" * 32
AN = Medewerker("oidc:an", "An Aanvrager", frozenset({Rol.REDACTEUR}))


class Afsluitbaar(Geheugenopslag):
    """A store that can be away, and counts what it is told."""

    weg = False
    geschreven = 0

    async def haal(self, soort: str, merk: bytes) -> bytes | None:
        return None if self.weg else await super().haal(soort, merk)

    async def zet(self, soort: str, merk: bytes, waarde: bytes, houdbaar_s: float) -> bool:
        self.geschreven += not self.weg
        return not self.weg and await super().zet(soort, merk, waarde, houdbaar_s)


class Opstelling:
    """Two processes with one store."""

    def __init__(self) -> None:
        self.nu = time.time()
        self.opslag = Afsluitbaar()
        self.een, self.ander = Sessies(lambda: self.nu), Sessies(lambda: self.nu)
        self.van_een = Deelsessies(self.een, self.opslag, SLEUTEL)
        self.van_ander = Deelsessies(self.ander, self.opslag, SLEUTEL)

    def meld_aan(self) -> str:
        """Sign in at the first."""
        koek = self.een.meld_aan(None, AN)
        asyncio.run(self.van_een.deel(koek, None))
        return koek

    def bezoek(self, koek: str, *, meld_af: bool = False) -> None:
        """A request at the first."""
        gezien = asyncio.run(self.van_een.haal(koek))
        if meld_af:
            self.een.eindig(koek)
        asyncio.run(self.van_een.deel(koek, gezien))

    def ziet(self, koek: str) -> Medewerker | None:
        """Who the other one takes this cookie for."""
        asyncio.run(self.van_ander.haal(koek))
        sessie = self.ander.bij(koek)
        return sessie.gebruiker if sessie else None


def test_wie_bij_het_ene_programma_is_aangemeld_is_dat_bij_het_andere() -> None:
    o = Opstelling()
    koek = o.meld_aan()
    assert o.ziet(koek) == AN
    assert (een := o.een.bij(koek)) is not None
    assert (ander := o.ander.bij(koek)) is not None
    assert een.csrf == ander.csrf
    o.nu += RUST
    assert o.ziet(koek) is None


def test_wie_zich_ergens_afmeldt_is_het_overal() -> None:
    o = Opstelling()
    koek = o.meld_aan()
    assert o.ziet(koek) == AN
    o.bezoek(koek, meld_af=True)
    assert o.ziet(koek) is None


def test_een_pagina_die_nog_liep_meldt_niemand_weer_aan() -> None:
    o = Opstelling()
    koek = o.meld_aan()
    gezien = asyncio.run(o.van_ander.haal(koek))
    o.bezoek(koek, meld_af=True)
    laat = o.ander.bij(koek)
    assert laat is not None
    laat.melding = "Bewaard."
    asyncio.run(o.van_ander.deel(koek, gezien))
    o.bezoek(koek)
    assert o.een.bij(koek) is None
    assert o.ziet(koek) is None


def test_zolang_de_opslag_weg_is_geldt_alleen_wie_zich_dan_hier_aanmeldt() -> None:
    o = Opstelling()
    koek = o.meld_aan()
    assert o.ziet(koek) == AN
    o.opslag.weg = True
    assert o.ziet(koek) is None
    nood = o.meld_aan()
    o.bezoek(nood)
    assert (sessie := o.een.bij(nood)) is not None
    assert sessie.gebruiker == AN
    o.opslag.weg = False
    assert o.ziet(koek) == AN
    o.bezoek(nood)
    assert o.ziet(nood) == AN


def test_wie_kijkt_verandert_niets_in_de_opslag() -> None:
    o = Opstelling()
    koek = o.meld_aan()
    o.bezoek(koek)
    o.bezoek("onbekend")
    assert o.opslag.geschreven == 1
    for _ in range(3):
        o.nu += RUST - 1
        o.bezoek(koek)
    assert o.ziet(koek) == AN
    assert o.opslag.geschreven == 4


def test_wat_in_de_opslag_staat_zegt_niets_en_laat_niemand_binnen() -> None:
    o = Opstelling()
    koek = o.meld_aan()
    ruw = asyncio.run(o.opslag.haal(VAK, merk(koek)))
    assert ruw
    assert b"Aanvrager" not in ruw
    vreemd = Deelsessies(Sessies(), Geheugenopslag(), b"v" * 32)
    asyncio.run(vreemd._opslag.zet(VAK, merk("eigen"), ruw, 60))
    vals = vreemd._dicht("eigen", vreemd._sessies.begin()[1])
    for inhoud in (ruw, vals, ruw[:-9], b"{}"):
        asyncio.run(o.opslag.zet(VAK, merk("eigen"), inhoud, 60))
        assert o.ziet("eigen") is None


@pytest.fixture
def gedeeld(beheer: Wereld) -> Iterator[Wereld]:
    """The running management, told to share its sessions."""
    beheer.beheer.deelsessies = Deelsessies(beheer.beheer.sessies, Geheugenopslag(), SLEUTEL)
    yield beheer
    beheer.beheer.deelsessies = None


def test_de_paginas_kennen_een_sessie_uit_de_opslag(gedeeld: Wereld) -> None:
    lex, sessies = gedeeld.als("lex"), gedeeld.beheer.sessies
    sessies._binnen.clear()  # a balancer sends the next request to a process that never saw this browser
    assert lex.get("/beheer").status_code == 200
    sessies._binnen.clear()
    assert lex.stuur("/beheer/afmelden").status_code == 303
    assert lex.get("/beheer").status_code == 303
