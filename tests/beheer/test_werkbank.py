"""From draft to live: roles, four eyes, effects, two editors at once, and the way back."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest

from bot.beheer.concept import Concept, Status
from bot.beheer.fouten import Beheerfout, Nietgoed, Verkeerdestap, Verouderd
from bot.beheer.mensen import GeenRecht
from bot.beheer.opslag import Opslag
from bot.beheer.web.archief import Archief
from bot.beheer.werkbank import Werkbank
from kennis.bewerken import Botsingfout, Sleutel, Wijziging
from tests.beheer.conftest import AN, BO, CO, DOEL, LEZER, NU, REGEL, Klok, wijziging


def begin(bank: Werkbank, sleutel: str = DOEL, **velden: Any) -> Concept:
    return bank.begin(
        AN, "Een betere tekst", [wijziging(bank.opslag.bundel(), sleutel, **velden)], "Was oud", "ADV doel"
    )


def live(bank: Werkbank, concept: Concept) -> Concept:
    ingediend = bank.dien_in(AN, concept.nr, concept.stand)
    return bank.keur_goed(BO, ingediend.nr, ingediend.stand)


def kort(bank: Werkbank, sleutel: str = DOEL) -> str:
    item = bank.opslag.bundel().item(Sleutel.lees(sleutel))
    assert item is not None
    return str(item.volledig["dan"]["kort"])


def test_a_draft_is_handed_in_approved_by_another_and_live(werkbank: Werkbank) -> None:
    concept = begin(werkbank, kort="Nu staat het er beter.")
    assert concept.status is Status.CONCEPT
    assert kort(werkbank) != "Nu staat het er beter."
    klaar = live(werkbank, concept)
    assert (klaar.status, klaar.versie) == (Status.GEPUBLICEERD, werkbank.opslag.versie)
    assert kort(werkbank) == "Nu staat het er beter."
    gedaan = Archief(werkbank).geschiedenis(Sleutel.lees(DOEL))[0]
    assert (gedaan.auteur, gedaan.goedkeurder) == ("An Aanvrager", "Bo Beslisser")
    assert (gedaan.reden, gedaan.bron, gedaan.concept) == ("Was oud", "ADV doel", concept.nr)
    assert "wordt “Nu staat het er beter.”" in werkbank.verschil_van(gedaan.versie)[0].in_woorden()[0]
    assert len(Archief(werkbank).geschiedenis(Sleutel.lees(REGEL))) == 1


def test_nobody_approves_what_they_wrote_in(werkbank: Werkbank) -> None:
    concept = begin(werkbank, kort="Een tekst.")
    door_bo = [wijziging(werkbank.opslag.bundel(), DOEL, kort="Een tekst van Bo.")]
    concept = werkbank.wijzig(BO, concept.nr, concept.stand, door_bo, "Beter", "")
    concept = werkbank.dien_in(AN, concept.nr, concept.stand)
    with pytest.raises(GeenRecht, match="zelf"):
        werkbank.keur_goed(BO, concept.nr, concept.stand)


def test_each_step_needs_its_role_and_its_state(werkbank: Werkbank) -> None:
    with pytest.raises(GeenRecht, match="redacteur"):
        werkbank.begin(LEZER, "t", [wijziging(werkbank.opslag.bundel(), DOEL, kort="x")], "r", "")
    concept = begin(werkbank, kort="Een tekst.")
    with pytest.raises(GeenRecht, match="goedkeurder"):
        werkbank.keur_goed(CO, concept.nr, concept.stand)
    with pytest.raises(Verkeerdestap):
        werkbank.keur_goed(BO, concept.nr, concept.stand)
    with pytest.raises(GeenRecht):
        werkbank.trek_in(CO, concept.nr, concept.stand)
    with pytest.raises(GeenRecht):
        werkbank.terug(AN, werkbank.opslag.versie, "r")
    assert werkbank.trek_in(AN, concept.nr, concept.stand).status is Status.INGETROKKEN


def test_a_rejected_draft_is_mended_and_goes_live(werkbank: Werkbank) -> None:
    concept = begin(werkbank, kort="Een tekst.")
    concept = werkbank.dien_in(AN, concept.nr, concept.stand)
    concept = werkbank.keur_af(BO, concept.nr, concept.stand, "De bron ontbreekt.")
    assert (concept.status, concept.afgekeurd_om) == (Status.AFGEKEURD, "De bron ontbreekt.")
    beter = [wijziging(werkbank.opslag.bundel(), DOEL, kort="Een tekst met bron.")]
    concept = werkbank.wijzig(AN, concept.nr, concept.stand, beter, "Hersteld", "ADV doel")
    assert live(werkbank, concept).status is Status.GEPUBLICEERD
    assert [s.status.value for s in werkbank.opslag.concept(concept.nr).logboek] == [
        "concept", "ter_goedkeuring", "afgekeurd", "concept", "ter_goedkeuring", "goedgekeurd", "gepubliceerd",
    ]  # fmt: skip


def test_a_draft_that_breaks_the_checks_cannot_be_handed_in(werkbank: Werkbank) -> None:
    concept = begin(werkbank, REGEL, oordeel="hangt_af", wedervraag=None)
    gevolgen = werkbank.gevolgen(concept)
    (fout,) = gevolgen.fouten
    assert re.fullmatch(r"De regel 'leerplicht-swv-algemeen' laat [\d.]+ cellen zonder antwoord\.", fout.wat)
    assert str(fout.plek.bestand) == "kennis/regels/gemeente.yaml"
    with pytest.raises(Nietgoed, match="zonder antwoord"):
        werkbank.dien_in(AN, concept.nr, concept.stand)


@pytest.mark.parametrize(
    ("sleutel", "velden", "wat"),
    [
        (REGEL, {"oordeel": "misschien"}, "Deze waarde is niet toegestaan."),
        (REGEL, {"grondslagen": ["lpw-16", "bestaat-niet"]}, "De grondslag 'bestaat-niet' bestaat niet."),
        (DOEL, {"bronnen": ["ADV nergens"]}, "De bronplek 'ADV nergens' bestaat niet."),
        (DOEL, {"onzin": "x"}, "Dit veld bestaat niet."),
    ],
)
def test_every_error_is_told_at_its_field(werkbank: Werkbank, sleutel: str, velden: dict[str, Any], wat: str) -> None:
    gevolgen = werkbank.gevolgen(begin(werkbank, sleutel, **velden))
    assert wat in [b.wat for b in gevolgen.fouten]
    assert not gevolgen.mag_live


def test_a_lesson_that_a_changed_rule_breaks_is_shown_and_holds_back_the_draft(werkbank: Werkbank) -> None:
    concept = begin(werkbank, "regels/school-hulp-zonder-ondersteuning", oordeel="nee")
    gevolgen = werkbank.gevolgen(concept)
    stuk = [b for b in gevolgen.fouten if b.wat.startswith("Les 'taak-of-toestemming' noemt het oordeel 'toestemming'")]
    assert stuk
    assert str(stuk[0].plek.bestand) == "kennis/leren/lessen/basis.yaml"
    with pytest.raises(Nietgoed, match="Les 'taak-of-toestemming'"):
        werkbank.dien_in(AN, concept.nr, concept.stand)


def test_a_verdict_that_changes_is_shown_with_its_cells_and_its_test_questions(werkbank: Werkbank) -> None:
    concept = begin(werkbank, "regels/school-leerplicht-luxe", oordeel="nee")
    gevolgen = werkbank.gevolgen(concept)
    assert gevolgen.mag_live
    assert gevolgen.verandert_oordeel
    assert {(c.oud_regel, c.oud, c.nieuw) for c in gevolgen.cellen} == {("school-leerplicht-luxe", "ja", "nee")}
    assert {c.regio for c in gevolgen.cellen} == {"amersfoort", "goeree-overflakkee", "landelijk"}
    assert all(c.zin.startswith("van ") and "naar " in c.zin for c in gevolgen.cellen)
    assert gevolgen.cellen_totaal > 15_000_000_000
    (vraag,) = gevolgen.vragen
    assert (vraag.id, vraag.goed) == ("verzuim-luxe", False)
    assert (vraag.oud, vraag.nieuw) == ("ja (school-leerplicht-luxe)", "nee (school-leerplicht-luxe)")


def test_a_text_that_changes_changes_no_verdict(werkbank: Werkbank) -> None:
    gevolgen = werkbank.gevolgen(begin(werkbank, kort="Een andere tekst."))
    assert (gevolgen.cellen, gevolgen.vragen, gevolgen.antwoorden) == ((), (), ())
    assert (gevolgen.mag_live, gevolgen.verandert_oordeel, gevolgen.traint) == (True, False, False)


def test_the_verdict_of_a_plain_answer_that_changes_is_shown(werkbank: Werkbank) -> None:
    gevolgen = werkbank.gevolgen(begin(werkbank, "antwoorden/beveiliging.mail", oordeel="ja"))
    (anders,) = gevolgen.antwoorden
    assert (anders.sleutel, anders.oud, anders.nieuw) == ("antwoorden/beveiliging.mail", "nee", "ja")
    assert gevolgen.verandert_oordeel


def test_two_editors_of_different_fields_both_go_live(werkbank: Werkbank) -> None:
    nu = werkbank.opslag.bundel()
    een = werkbank.begin(AN, "Een", [wijziging(nu, DOEL, kort="De tekst van An.")], "r", "")
    ander = werkbank.begin(CO, "Ander", [wijziging(nu, DOEL, titel="De titel van Co")], "r", "")
    live(werkbank, een)
    live(werkbank, ander)
    item = werkbank.opslag.bundel().item(Sleutel.lees(DOEL))
    assert item is not None
    assert (item.volledig["titel"], item.volledig["dan"]["kort"]) == ("De titel van Co", "De tekst van An.")


def test_two_editors_of_the_same_field_get_a_clear_message(werkbank: Werkbank) -> None:
    nu = werkbank.opslag.bundel()
    een = werkbank.begin(AN, "Een", [wijziging(nu, DOEL, kort="De tekst van An.")], "r", "")
    ander = werkbank.begin(CO, "Ander", [wijziging(nu, DOEL, kort="De tekst van Co.")], "r", "")
    live(werkbank, een)
    with pytest.raises(
        Botsingfout, match=r"een collega maakte ervan: “De tekst van An.”. U schreef: “De tekst van Co.”"
    ):
        werkbank.dien_in(CO, ander.nr, ander.stand)
    assert kort(werkbank) == "De tekst van An."


def test_two_editors_of_one_draft_do_not_overwrite_each_other(werkbank: Werkbank) -> None:
    concept = begin(werkbank, kort="Een tekst.")
    nu = werkbank.opslag.bundel()
    werkbank.wijzig(CO, concept.nr, concept.stand, [wijziging(nu, DOEL, kort="Van Co.")], "r", "")
    with pytest.raises(Verouderd):
        werkbank.wijzig(AN, concept.nr, concept.stand, [wijziging(nu, DOEL, kort="Van An.")], "r", "")


def test_a_planned_draft_goes_live_on_its_day(werkbank: Werkbank, klok: Klok) -> None:
    concept = begin(werkbank, kort="Vanaf morgen.")
    concept = werkbank.dien_in(AN, concept.nr, concept.stand)
    concept = werkbank.keur_goed(BO, concept.nr, concept.stand, date(2026, 11, 25))
    assert werkbank.publiceer_geplande() == []
    assert kort(werkbank) != "Vanaf morgen."
    klok.nu = NU + timedelta(days=1)
    assert [c.status for c in werkbank.publiceer_geplande()] == [Status.GEPUBLICEERD]
    assert kort(werkbank) == "Vanaf morgen."


def test_two_planners_at_once_make_a_planned_draft_live_once(werkbank: Werkbank, klok: Klok) -> None:
    concept = begin(werkbank, kort="Vanaf morgen.")
    concept = werkbank.dien_in(AN, concept.nr, concept.stand)
    werkbank.keur_goed(BO, concept.nr, concept.stand, date(2026, 11, 25))
    klok.nu = NU + timedelta(days=1)
    ander = Werkbank(Opslag(werkbank.opslag.map), klok)
    with ThreadPoolExecutor(2) as samen:
        gedaan = [c.nr for deel in samen.map(Werkbank.publiceer_geplande, (werkbank, ander)) for c in deel]
    assert gedaan == [concept.nr]
    assert len(werkbank.geschiedenis()) == 2


def test_a_planned_draft_that_no_longer_fits_is_sent_back_with_the_reason(werkbank: Werkbank, klok: Klok) -> None:
    concept = begin(werkbank, kort="Vanaf morgen.")
    snel = werkbank.begin(CO, "Snel", [wijziging(werkbank.opslag.bundel(), DOEL, kort="Vandaag al.")], "r", "")
    concept = werkbank.dien_in(AN, concept.nr, concept.stand)
    werkbank.keur_goed(BO, concept.nr, concept.stand, date(2026, 11, 25))
    live(werkbank, snel)
    klok.nu = NU + timedelta(days=1)
    (terug,) = werkbank.publiceer_geplande()
    assert terug.status is Status.AFGEKEURD
    assert "Vandaag al." in terug.afgekeurd_om
    assert kort(werkbank) == "Vandaag al."


def test_a_draft_that_went_live_just_before_a_crash_is_marked_so(werkbank: Werkbank) -> None:
    concept = live(werkbank, begin(werkbank, kort="Een tekst."))
    geraakt = concept.model_copy(update={"status": Status.GOEDGEKEURD, "versie": None})
    werkbank.opslag.bewaar(geraakt)
    Werkbank(werkbank.opslag)
    assert werkbank.opslag.concept(concept.nr).versie == concept.versie
    assert len(werkbank.geschiedenis()) == 2


def test_back_to_an_earlier_version_is_a_new_one(werkbank: Werkbank) -> None:
    eerst, oud = werkbank.opslag.versie, kort(werkbank)
    live(werkbank, begin(werkbank, kort="Een vergissing."))
    werkbank.terug(BO, eerst[:12], "Vergissing")
    assert kort(werkbank) == oud
    assert werkbank.opslag.bundel() == werkbank.opslag.bundel(eerst)
    assert werkbank.geschiedenis()[0].titel == f"Terug naar versie {eerst[:12]}"
    with pytest.raises(Beheerfout, match="al zoals"):
        werkbank.terug(BO, eerst, "Nog eens")


def test_one_publication_is_undone_and_later_ones_stay(werkbank: Werkbank) -> None:
    oud = kort(werkbank)
    fout = live(werkbank, begin(werkbank, kort="Een vergissing."))
    live(werkbank, begin(werkbank, titel="Een goede titel"))
    assert fout.versie is not None
    live(werkbank, werkbank.maak_ongedaan(AN, fout.versie, "Vergissing"))
    item = werkbank.opslag.bundel().item(Sleutel.lees(DOEL))
    assert item is not None
    assert (item.volledig["titel"], item.volledig["dan"]["kort"]) == ("Een goede titel", oud)


def test_nothing_changed_is_no_draft(werkbank: Werkbank) -> None:
    with pytest.raises(Beheerfout, match="niets veranderd"):
        begin(werkbank)
    with pytest.raises(Beheerfout, match="reden"):
        werkbank.begin(AN, "t", [wijziging(werkbank.opslag.bundel(), DOEL, kort="x")], " ", "")


def test_a_word_becomes_a_draft_and_clashes_are_told(werkbank: Werkbank) -> None:
    item = werkbank.opslag.bundel().item(Sleutel.lees("woorden/partijen/leerplicht"))
    assert item is not None
    nieuw = Wijziging(sleutel="woorden/partijen/leerplicht", voor=item.waarde, na=[*item.waarde, "plusconsulent"])
    gevolgen = werkbank.gevolgen(werkbank.begin(AN, "Woord", [nieuw], "r", ""))
    assert (gevolgen.fouten, gevolgen.traint) == ((), False)
    dubbel = Wijziging(sleutel="woorden/partijen/leerplicht", voor=item.waarde, na=[*item.waarde, "mentor"])
    gevolgen = werkbank.gevolgen(werkbank.begin(AN, "Woord", [dubbel], "r", ""))
    assert any("'mentor' noemt" in b.wat for b in gevolgen.fouten)
    assert "deelwijzer-proef" not in str(gevolgen.fouten)
