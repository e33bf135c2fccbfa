"""The same question again gives the same answer, sooner; and nothing that was typed stays behind."""

import gc
import json
from pathlib import Path

import pytest

from bot.begripgeheugen import Begripgeheugen
from bot.kern import STANDAARD_REGIO, Kern, Vraag
from bot.privacy.kortgeheugen import BEWAARTIJD, MEESTE, Kortgeheugen
from intents.begrijp import Begrijper, Begrip

VRAGEN = Path(__file__).parents[1] / "vragen"


class _Klok:
    nu = 1000.0

    def __call__(self) -> float:
        return self.nu


class _Teller(Begrijper):
    """Counts how often something had to be understood."""

    keren = 0

    def __init__(self, kern: Kern) -> None:
        self._kern = kern

    def begrijp_alle(self, vraag: str, rol: str | None = None, regio: str | None = None) -> tuple[Begrip, ...]:
        self.keren += 1
        return self._kern.begrijper.begrijp_alle(vraag, rol, regio)


def _vragen() -> list[str]:
    regels = (VRAGEN / "proef.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(regel)["vraag"] for regel in regels][:80]


@pytest.mark.parametrize("vraag", [*_vragen(), "mag ik verzuim delen met leerplicht en moet ik toestemming vragen?"])
def test_onthouden_of_niet_het_antwoord_is_hetzelfde(kern: Kern, vraag: str) -> None:
    begrippen = kern.begrijper.begrijp_alle(kern.zuiver(Vraag(vraag).tekst).tekst, None, STANDAARD_REGIO)
    vers = [kern.antwoord_op_begrip(b, b.lezing.regio or STANDAARD_REGIO) for b in begrippen]
    eerst, weer = kern.antwoord(Vraag(vraag)), kern.antwoord(Vraag(vraag))
    assert eerst == weer
    assert {a.intent for a in (eerst, *eerst.ook)} <= {a.intent for a in vers}
    assert {a.oordeel for a in (eerst, *eerst.ook)} <= {a.oordeel for a in vers}


def test_dezelfde_vraag_hoeft_maar_een_keer_begrepen(kern: Kern) -> None:
    teller = _Teller(kern)
    geheugen = Begripgeheugen(teller)
    for _ in range(3):
        geheugen.begrijp_alle("mag ik verzuim delen?", None, STANDAARD_REGIO)
    assert teller.keren == 1
    geheugen.begrijp_alle("mag ik verzuim delen?", "swv", STANDAARD_REGIO)
    geheugen.begrijp_alle("mag ik verzuim delen?", None, "landelijk")
    geheugen.begrijp_alle("Mag ik verzuim delen?", None, STANDAARD_REGIO)
    assert teller.keren == 4


def test_na_een_kwartier_is_het_weg_ook_als_er_steeds_gevraagd_wordt(kern: Kern) -> None:
    klok, teller = _Klok(), _Teller(kern)
    geheugen = Begripgeheugen(teller, klok)
    for _ in range(4):
        geheugen.begrijp_alle("mag ik verzuim delen?", None, STANDAARD_REGIO)
        klok.nu += BEWAARTIJD / 3
    assert teller.keren == 2
    klok.nu += BEWAARTIJD
    geheugen.begrijp_alle("iets anders", None, STANDAARD_REGIO)
    assert len(geheugen) == 1


def test_het_wordt_niet_groter_dan_de_grens() -> None:
    geheugen: Kortgeheugen[int] = Kortgeheugen()
    for nr in range(MEESTE + 10):
        geheugen.zet(nr, str(nr))
    assert len(geheugen) == MEESTE
    assert geheugen.zoek("9") is None
    assert geheugen.zoek("10") == 10


def test_er_blijft_geen_woord_achter(kern: Kern) -> None:
    geheugen = Begripgeheugen(kern.begrijper)
    geheugen.begrijp_alle("mag ik kanariewoord over zwaluwstaart delen met het swv?", None, STANDAARD_REGIO)
    gezien, rij = set(), [geheugen._geheugen]
    teksten: list[str] = []
    while rij:
        ding: object = rij.pop()
        if id(ding) in gezien or isinstance(ding, type):
            continue
        gezien.add(id(ding))
        teksten += [str(ding)] if isinstance(ding, str | bytes) else []
        rij += gc.get_referents(ding)
    assert teksten
    assert not [t for t in teksten if "kanariewoord" in t or "zwaluwstaart" in t]


def test_met_een_persoon_erin_wordt_niets_onthouden(kern: Kern) -> None:
    voor = len(kern._onthouden), len(kern.poort._zonder_vondst)
    vragen = [Vraag("Mag ik het verzuim van Fatima Yilmaz, bsn 111222333, delen met het SWV?") for _ in range(2)]
    assert [kern.antwoord(vraag).persoonsgegevens for vraag in vragen] == [True, True]
    assert (len(kern._onthouden), len(kern.poort._zonder_vondst)) == voor
