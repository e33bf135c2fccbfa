"""Each kind by itself, and how the cleaned sentence reads."""

from __future__ import annotations

import logging
import traceback
from datetime import date
from pathlib import Path

import pytest

from bot.privacy import Gezuiverd, Poort, Soort
from bot.privacy.datums import leeftijd
from bot.privacy.lijsten import NietGebouwd, Woorden
from bot.privacy.patronen import elfproef, mod97
from bot.privacy.poort import Poortfout
from bot.privacy.soorten import Vondst


@pytest.mark.parametrize(
    ("nummer", "goed"), [("999990019", True), ("999.990.020", True), ("999990018", False), ("12345", False)]
)
def test_elfproef(nummer: str, goed: bool) -> None:
    assert elfproef(nummer) is goed


def test_mod97() -> None:
    assert mod97("NL91 ABNA 0417 1643 00")
    assert not mod97("NL92ABNA0417164300")


def test_leeftijd_op_en_voor_de_verjaardag() -> None:
    assert leeftijd(date(2010, 3, 14), date(2026, 3, 13)) == 15
    assert leeftijd(date(2010, 3, 14), date(2026, 3, 14)) == 16


@pytest.mark.parametrize(
    ("ruw", "tekst", "soort"),
    [
        ("mag ik Daan Verhulst bespreken", "mag ik deze persoon bespreken", Soort.NAAM),
        ("leerling Daan Verhulst is ziek", "leerling is ziek", Soort.NAAM),
        ("Daans moeder belde", "moeder van deze persoon belde", Soort.NAAM),
        ("Sanne en Bram hebben ruzie", "deze personen hebben ruzie", Soort.NAAM),
        ("haar zoon, geboren op 14-03-2010, tekent", "haar zoon van 16 jaar, tekent", Soort.GEBOORTEDATUM),
        ("mail jan@voorbeeld.nl maar", "mail dit mailadres maar", Soort.EMAIL),
        ("bel 06-12345678 even", "bel dit telefoonnummer even", Soort.TELEFOON),
        ("hij woont op Lindelaan 4 toch", "hij woont op dit adres toch", Soort.ADRES),
        ("hij woont in 3241 XK toch", "hij woont in deze postcode toch", Soort.POSTCODE),
        ("bsn 999990019 mailen", "dit nummer mailen", Soort.BSN),
        ("leerlingnummer 20045 mailen", "leerlingnummer mailen", Soort.LEERLINGNUMMER),
    ],
)
def test_de_zin_loopt_nog(poort: Poort, ruw: str, tekst: str, soort: Soort) -> None:
    assert poort.zuiver(ruw) == Gezuiverd(tekst, (soort,))


def test_bsn_dat_de_proef_niet_haalt_telt_alleen_na_het_woord(poort: Poort) -> None:
    assert Soort.BSN in poort.zuiver("burgerservicenummer 123 456 789 delen").soorten
    assert Soort.BSN not in poort.zuiver("bestelling 123 456 789 delen").soorten


def test_tweede_keer_alleen_de_voornaam(poort: Poort) -> None:
    uit = poort.zuiver("Bloem van Dijk heeft adhd. BLOEM is 9. bloems juf en van dijks mentor bellen")
    assert "bloem" not in uit.tekst.lower()
    assert "dijk" not in uit.tekst.lower()


def test_datum_zonder_persoon_blijft(poort: Poort) -> None:
    vraag = "het convenant van 11-01-2024 geldt tot 1 april"
    assert poort.zuiver(vraag) == Gezuiverd(vraag)


def test_toekomstige_of_onmogelijke_geboortedatum(poort: Poort) -> None:
    assert poort.zuiver("geboren op 31-02-2012").soorten == (Soort.GEBOORTEDATUM,)
    assert "2031" not in poort.zuiver("geboren op 01-02-2031").tekst


@pytest.mark.parametrize("teken", ["\u200b", "\u200f", "\u202e", "\u00ad", "\ufeff", "\u2060"])
def test_onzichtbare_tekens_verbergen_niets(poort: Poort, teken: str) -> None:
    uit = poort.zuiver(f"mag ik Daan Ver{teken}hulst met 0612{teken}345678 bespreken 😀")
    assert {Soort.NAAM, Soort.TELEFOON} == set(uit.soorten)
    assert "hulst" not in uit.tekst
    assert "345" not in uit.tekst


def test_brede_letters_en_cijfers(poort: Poort) -> None:
    assert Soort.TELEFOON in poort.zuiver("bel ０６１２３４５６７８").soorten


def test_meer_dan_het_maximum_valt_weg(poort: Poort) -> None:
    uit = poort.zuiver("mag dit " * 2499 + "zeg Daan Verhulst 0612345678")
    assert len(uit.tekst) <= 20_000
    assert "Verhulst" not in uit.tekst
    assert "0612" not in uit.tekst


def test_leeg(poort: Poort) -> None:
    assert poort.zuiver("") == Gezuiverd("")
    assert not poort.zuiver(" \n\t ").gevonden


def test_bekende_namen_blijven(bouwmap: Path) -> None:
    vraag = "wil Yulius met Horizon praten"
    assert Poort(("Yulius", "Horizon"), bouwmap=bouwmap).zuiver(vraag) == Gezuiverd(vraag)


def test_geen_ruwe_tekst_in_repr_of_log(
    poort: Poort, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        poort.zuiver("Daan Verhulst 999990019")
    assert "Daan" not in caplog.text
    uit = capsys.readouterr()
    assert uit.out == ""
    assert uit.err == ""
    assert "Daan" not in repr(Vondst(0, 4, Soort.NAAM, "Daan"))


def test_logboek_blijft_zoals_het_was(bouwmap: Path) -> None:
    wortel = logging.getLogger()
    voor = (wortel.level, list(wortel.handlers))
    Poort((), bouwmap=bouwmap)
    assert (wortel.level, list(wortel.handlers)) == voor


def test_zonder_lijsten_een_duidelijke_fout(tmp_path: Path) -> None:
    with pytest.raises(NietGebouwd, match=r"bot\.privacy\.bouw"):
        Poort((), bouwmap=tmp_path)


def test_woorden_als_vingerafdruk(tmp_path: Path) -> None:
    Woorden.van(["school", "kind"]).schrijf(tmp_path / "w")
    terug = Woorden.lees(tmp_path / "w")
    assert "school" in terug
    assert "scholen" not in terug
    assert len(terug) == 2


def test_fout_draagt_geen_tekst(poort: Poort, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*_: object) -> None:
        raise ValueError("Daan " + "Verhulst")

    monkeypatch.setattr(poort._namen, "zoek", stuk)
    ruw = "mag ik Daan Verhulst bespreken"
    with pytest.raises(Poortfout) as gevangen:
        poort.zuiver(ruw)
    melding = "".join(traceback.format_exception(gevangen.value))
    assert "Verhulst" not in melding.replace(ruw, "")
    assert gevangen.value.__context__ is None
    assert gevangen.value.__cause__ is None
