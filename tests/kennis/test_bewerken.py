"""Changing knowledge files: what is not changed stays, byte for byte; what is changed reads back as meant."""

import difflib
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennis.bewerken import Bewerkfout, Botsingfout, Bundel, Item, Sleutel, Wijziging, verschillen
from kennis.bewerken.gelijk import gelijk
from kennis.bewerken.ontleden import ontleed
from kennis.bewerken.schrijven import lees_regels, schrijf_regels

TEKSTEN = st.one_of(
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60),
    st.sampled_from(
        ["nee", "no", "on", "12:30", "1e3", "~", "null", "- x", "a: b", "x # y", "'", '"', "{a}", "*a", "!x"]
    ),
).filter(lambda t: bool(t.strip()) and t.strip() == t and "\ufeff" not in t)
DOEL = Sleutel("antwoorden", "adv.doel")


@cache
def bundel() -> Bundel:
    return Bundel.meegeleverd()


@cache
def alle_items() -> list[Item]:
    return [item for ontleding in bundel().ontledingen() for item in ontleding.items.values()]


def met(item: Item, **velden: Any) -> dict[str, Any]:
    return {**item.volledig, **velden}


def het(sleutel: Sleutel, van: Bundel | None = None) -> Item:
    item = (van or bundel()).item(sleutel)
    assert item is not None
    return item


def test_every_file_has_entries_and_saying_the_same_changes_no_byte() -> None:
    assert len(alle_items()) > 2000
    for item in alle_items():
        assert bundel().zet(item.sleutel, item.volledig) is bundel()


def test_the_layout_of_the_house_is_what_the_writer_makes() -> None:
    """An entry of rules or answers that is written without a change is the same text: changes stay small to read."""
    anders = []
    for soort in ("regels", "antwoorden", "aanvullingen", "grondslagen", "regios"):
        for item in bundel().items(soort).values():
            regels = bundel().bestanden[item.bestand].decode().split("\n")[item.eerste - 1 : item.laatste]
            if schrijf_regels(lees_regels(regels)) != regels:
                anders.append(str(item.sleutel))
    assert anders == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_change_touches_only_the_lines_of_its_entry_and_reads_back(data: st.DataObject) -> None:
    met_naam = [
        i for i in alle_items() if i.waarde and not i.sleutel.id.startswith("{")
    ]  # others are named by all they hold
    item = data.draw(st.sampled_from([i for i in met_naam if isinstance(i.waarde, dict | list)]))
    tekst = data.draw(TEKSTEN)
    if isinstance(item.waarde, list):
        wordt: Any = [*item.waarde, tekst]
    else:
        velden = [
            n for n, w in item.waarde.items() if isinstance(w, str) and n not in ("id", "v", "geldig_van", "stand")
        ]
        wordt = met(item, **{data.draw(st.sampled_from(velden)) if velden else "titel": tekst})
        wordt = {n: w for n, w in wordt.items() if n != "beoordeeld_op" or w == item.volledig.get(n)}
        if "beoordeeld_op" not in wordt and "beoordeeld_op" in item.volledig:
            wordt["beoordeeld_op"] = "2027-01-02"
    nieuw = bundel().zet(item.sleutel, wordt)
    assert gelijk(het(item.sleutel, nieuw).volledig, wordt)
    assert {p for p, r in nieuw.bestanden.items() if r != bundel().bestanden[p]} <= {item.bestand}
    oud_regels = bundel().bestanden[item.bestand].decode().split("\n")
    nieuw_regels = nieuw.bestanden[item.bestand].decode().split("\n")
    for soort, i1, i2, _, _ in difflib.SequenceMatcher(None, oud_regels, nieuw_regels, autojunk=False).get_opcodes():
        assert soort == "equal" or (item.eerste - 1 <= i1 and i2 <= item.laatste)


@pytest.mark.parametrize("item", [i for i in alle_items() if "/leren/" in i.bestand], ids=lambda i: str(i.sleutel))
def test_every_lesson_case_and_sentence_of_onboarding_can_be_changed_and_put_back(item: Item) -> None:
    wordt = {**item.volledig, "titel": "Een: 'nieuwe' titel"} if isinstance(item.waarde, dict) else "Een # zin"
    nieuw = bundel().zet(item.sleutel, wordt)
    assert gelijk(het(item.sleutel, nieuw).volledig, wordt)
    assert [p for p, r in nieuw.bestanden.items() if r != bundel().bestanden[p]] == [item.bestand]
    assert nieuw.zet(item.sleutel, item.volledig).item(item.sleutel) is not None
    assert gelijk(het(item.sleutel, nieuw.zet(item.sleutel, item.volledig)).volledig, item.volledig)


@settings(max_examples=40, deadline=None)
@given(st.data(), TEKSTEN)
def test_a_field_added_and_taken_away_again_leaves_the_file_as_it_was(data: st.DataObject, tekst: str) -> None:
    item = data.draw(st.sampled_from(list(bundel().items("antwoorden").values())))
    dan = {**item.volledig["dan"], "wijs_door": tekst}
    heen = bundel().zet(item.sleutel, met(item, dan=dan))
    assert heen != bundel() or gelijk(dan, item.volledig["dan"])
    assert heen.zet(item.sleutel, item.volledig) == bundel()


def test_comments_and_order_inside_an_entry_survive() -> None:
    tekst = b"""# top
standaard: {soort: wet, geldig_van: 2024-01-11, beoordeeld_op: 2026-11-22}
regels:
# about a
- id: a  # why a
  # on conditions
  als: {van: school, naar: [swv, mbo]}  # both
  dan:
    oordeel: ja
    kort: Kort.   # short
    punten:
    - een
    # about two
    - twee
  bronnen: [X 1]
# about b
- id: b
  als: {}
  dan: {kort: B}
  bronnen: [X 2]
"""
    begin = Bundel({"kennis/regels/x.yaml": tekst})
    item = het(Sleutel("regels", "a"), begin)
    dan = {**item.waarde["dan"], "oordeel": "nee", "punten": ["een", "twee", "drie"]}
    wordt = begin.zet(item.sleutel, met(item, dan=dan, geldig_tot="2027-01-01"))
    verwacht = tekst.decode().replace("oordeel: ja", "oordeel: nee").replace("    - twee\n", "    - twee\n    - drie\n")
    verwacht = verwacht.replace("  bronnen: [X 1]\n", "  bronnen: [X 1]\n  geldig_tot: 2027-01-01\n")
    assert wordt.bestanden["kennis/regels/x.yaml"].decode() == verwacht


def test_a_synonym_is_added_in_the_style_of_the_list() -> None:
    sleutel = Sleutel("woorden/partijen", "leerplicht")
    nieuw = bundel().voeg_toe_aan_lijst(sleutel, "plusconsulent", "leerplichtconsulent plus")
    assert het(sleutel, nieuw).waarde[-2:] == ["plusconsulent", "leerplichtconsulent plus"]
    item = het(sleutel, nieuw)
    regels = nieuw.bestanden["intents/woorden/partijen.yaml"].decode().split("\n")[item.eerste - 1 : item.laatste]
    assert regels[0] == "  leerplicht: ["
    assert regels[-2].endswith("plusconsulent, leerplichtconsulent plus")
    assert max(map(len, regels)) <= 120


def test_a_new_concept_gets_words_and_a_new_answer_gets_examples() -> None:
    nieuw = bundel().voeg_toe_aan_lijst(Sleutel("woorden/partijen", "proefpartij"), "plusconsulent")
    nieuw = nieuw.voeg_toe_aan_lijst(Sleutel("vragen/advies", "adv.nieuw"), "wat is nieuw", "Is 't nieuw?")
    assert het(Sleutel("woorden/partijen", "proefpartij"), nieuw).waarde == ["plusconsulent"]
    assert list(nieuw.voorbeeldvragen("adv.nieuw").values()) == [["wat is nieuw", "Is 't nieuw?"]]


def test_a_new_entry_goes_behind_the_others_and_away_again_without_a_trace() -> None:
    waarde = {**het(DOEL).volledig, "id": "adv.nieuw", "titel": "Nieuw"}
    nieuw = bundel().zet(Sleutel("antwoorden", "adv.nieuw"), waarde, "kennis/antwoorden/advies.yaml")
    assert (
        list(ontleed("kennis/antwoorden/advies.yaml", nieuw.bestanden["kennis/antwoorden/advies.yaml"]).items)[-1]
        == "adv.nieuw"
    )
    assert nieuw.zonder(Sleutel("antwoorden", "adv.nieuw")) == bundel()


def test_a_new_region_gets_a_file_of_its_own_and_no_path_leads_outside() -> None:
    regio = {**het(Sleutel("regios", "amersfoort")).volledig, "id": "elders", "naam": "regio Elders"}
    nieuw = bundel().zet(Sleutel("regios", "elders"), regio)
    assert "kennis/regios/elders.yaml" in nieuw.bestanden
    for naam in ("../../weg", "a/b", "..", "a\\b", "x\0"):
        with pytest.raises(Bewerkfout):
            bundel().zet(Sleutel("regios", naam), {**regio, "id": naam})
    with pytest.raises(Bewerkfout):
        bundel().zet(Sleutel("antwoorden", "adv.weg"), {"id": "adv.weg"}, "../../etc/passwd")


@pytest.mark.parametrize("tekst", ["x\x00y", "x\x1by", "x\u2028y", "\ufeffx", "x\x85y"])
def test_text_that_a_file_cannot_hold_is_refused(tekst: str) -> None:
    with pytest.raises(Bewerkfout, match="onzichtbaar"):
        bundel().zet(DOEL, met(het(DOEL), titel=tekst))


def test_a_date_is_written_as_a_date_and_a_wrong_one_is_refused() -> None:
    nieuw = bundel().zet(DOEL, met(het(DOEL), geldig_tot="2027-06-30"))
    assert b"  geldig_tot: 2027-06-30\n" in nieuw.bestanden[het(DOEL).bestand]
    assert date.fromisoformat(het(DOEL, nieuw).volledig["geldig_tot"]) == date(2027, 6, 30)
    with pytest.raises(Bewerkfout, match="JJJJ-MM-DD"):
        bundel().zet(DOEL, met(het(DOEL), geldig_tot="volgend jaar"))


def test_edits_of_different_fields_are_both_kept() -> None:
    item = het(DOEL)
    een = Wijziging(sleutel=str(DOEL), voor=item.volledig, na=met(item, titel="Een andere titel"))
    ander = Wijziging(sleutel=str(DOEL), voor=item.volledig, na=met(item, termen=[*item.volledig["termen"], "extra"]))
    beide = het(DOEL, bundel().met([een]).met([ander])).volledig
    assert beide["titel"] == "Een andere titel"
    assert beide["termen"][-1] == "extra"


def test_edits_of_the_same_field_collide_with_a_clear_message() -> None:
    item = het(DOEL)
    een = Wijziging(sleutel=str(DOEL), voor=item.volledig, na=met(item, titel="Titel een"))
    ander = Wijziging(sleutel=str(DOEL), voor=item.volledig, na=met(item, titel="Titel twee"))
    with pytest.raises(Botsingfout) as fout:
        bundel().met([een]).met([ander])
    assert "‘titel’ van Antwoord “adv.doel”: een collega maakte ervan: “Titel een”. U schreef: “Titel twee”." in str(
        fout.value
    )


def test_taking_away_what_a_colleague_changed_collides() -> None:
    item = het(DOEL)
    weg = Wijziging(sleutel=str(DOEL), voor=item.volledig, na=None)
    anders = bundel().met([Wijziging(sleutel=str(DOEL), voor=item.volledig, na=met(item, titel="Anders"))])
    with pytest.raises(Botsingfout):
        anders.met([weg])
    assert bundel().met([weg]).item(DOEL) is None


def test_two_people_add_different_words() -> None:
    sleutel = Sleutel("woorden/partijen", "leerplicht")
    voor = het(sleutel).waarde
    een, ander = (Wijziging(sleutel=str(sleutel), voor=voor, na=[*voor, woord]) for woord in ("eenwoord", "anderwoord"))
    assert het(sleutel, bundel().met([een, ander])).waarde[-2:] == ["eenwoord", "anderwoord"]


def test_a_difference_reads_as_plain_dutch() -> None:
    item = het(DOEL)
    dan = {
        **item.volledig["dan"],
        "kort": "Kort nu.",
        "punten": [*item.volledig["dan"]["punten"][1:], "Een nieuw punt."],
    }
    nieuw = bundel().zet(DOEL, met(item, dan=dan, geldig_tot="2027-01-01"))
    (verschil,) = verschillen(bundel(), nieuw)
    zinnen = verschil.in_woorden()
    naam = "Antwoord “Wat het convenant oplost volgens het advies”"
    assert zinnen[0].startswith(f"{naam}: ‘kort’ was “Er was geen goede juridische basis")
    assert zinnen[0].endswith("wordt “Kort nu.”.")
    assert "erbij: “Een nieuw punt.”; weg: “Voor scholen verandert" in zinnen[1]
    assert zinnen[2] == f"{naam}: ‘geldig_tot’ erbij: “2027-01-01”."
    assert verschillen(nieuw, nieuw) == []
