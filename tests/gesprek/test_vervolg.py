"""Follow-ups and questions of their own; the best question back; the weighing."""

from dataclasses import replace

import pytest

from bot.antwoord.model import WEET_NIET
from bot.antwoorder import RUIM
from bot.gesprek.balie import Balie
from bot.gesprek.draad import Draad
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.gesprek.vervolg import BEVESTIGING, Vervolglezer, samengevoegd
from bot.gesprek.vervolgteksten import laad_vervolgteksten
from bot.kern import STANDAARD_REGIO, Kern
from kennis.beslissen import STRENGHEID
from kennis.feiten import Feiten
from kennis.model import Oordeel

TEKSTEN = laad_gesprekteksten()


def _lezer(kern: Kern) -> Vervolglezer:
    return Vervolglezer(kern.begrijper, laad_vervolgteksten())


@pytest.mark.parametrize(
    ("regel", "feiten"),
    [
        ("en als hij 17 is?", Feiten(leeftijd="16-17")),
        ("17 jaar", Feiten(leeftijd="16-17")),
        ("en zonder toestemming?", Feiten(toestemming="ontbreekt")),
        ("maar als de ouders weigeren?", Feiten(toestemming="geweigerd")),
        ("en aan de wijkagent?", Feiten(naar="politie")),
        ("en de jeugdarts?", Feiten(naar="jgz")),
        ("mag dat ook aan de huisarts?", Feiten(naar="zorgverlener")),
        ("en op het mbo?", Feiten(van="mbo")),
        ("en als ik leerplichtambtenaar ben?", Feiten(van="leerplicht")),
        ("en als het om medische gegevens gaat?", Feiten(gegevens=("gezondheid",))),
        ("en 16?", Feiten(leeftijd="16-17")),
        ("en bij 11", Feiten(leeftijd="<12")),
        ("en op de basisschool?", Feiten(van="school.po")),
        ("nee ik bedoel leerplicht", Feiten(naar="leerplicht")),
        ("sorry, aan de huisarts", Feiten(naar="zorgverlener")),
        ("en aan mij als leerplichtambtenaar?", Feiten(naar="leerplicht")),
        ("en als de ouders dat niet willen", Feiten(toestemming="geweigerd")),
        ("spijbelen", Feiten(gegevens=("verzuim.ongeoorloofd",))),
        ("ok en naar de ggz?", Feiten(naar="psycholoog")),
        ("nee ik bedoel de moeder", Feiten(naar="ouders")),
        ("ik werk bij de gemeente hoor", Feiten(van="gemeente")),
        ("en als de ouders het goed vinden", Feiten(toestemming="gegeven")),
        ("wat als er een vermoeden van kindermishandeling is?", Feiten(situatie=("vermoeden_mishandeling",))),
    ],
)
def test_een_vervolg_zegt_een_feit(kern: Kern, regel: str, feiten: Feiten) -> None:
    wending = _lezer(kern).lees(regel)
    assert wending is not None
    assert wending.feiten == feiten


@pytest.mark.parametrize(
    "regel",
    [
        "en mag ik dan het dossier aan de huisarts geven?",
        "en hoe lang mag ik dat bewaren?",
        "en wie tekent er dan?",
        "en wat moet ik dan aan de ouders vertellen?",
        "en als de ouders gescheiden zijn?",
        "mag ik verzuim delen met leerplicht?",
        "mag dat zomaar?",
        "en 2?",
        "en als het niet om een diagnose gaat?",
        "en als hij het zelf goed vindt",
        "en als alleen vader akkoord is",
        "en over zijn broertje",
        "mag het dossier naar de nieuwe school?",
        "het gaat om een leerling die gisteren bij de huisarts was voor haar rug",
        "wat is een casusoverleg?",
        "de leerplichtambtenaar belde gisteren over een leerling van 15 die steeds te laat komt",
        "en",
        "",
    ],
)
def test_een_eigen_vraag_is_geen_vervolg(kern: Kern, regel: str) -> None:
    assert _lezer(kern).lees(regel) is None


@pytest.mark.parametrize(
    "regel", ["dus dat mag niet?", "dus het mag wel", "weet u dat zeker?", "dus geen toestemming nodig?"]
)
def test_wie_vraagt_of_hij_het_begreep(kern: Kern, regel: str) -> None:
    assert _lezer(kern).vast(regel) == BEVESTIGING


@pytest.mark.parametrize("regel", ["dus ik mag het dossier delen?", "dus dat mag met leerplicht?", "mag dat?"])
def test_wie_iets_nieuws_noemt_vraagt_niet_of_hij_het_begreep(kern: Kern, regel: str) -> None:
    assert _lezer(kern).vast(regel) is None


def test_situaties_tellen_op_en_de_rest_vervangt() -> None:
    eerder = Feiten(van="school", naar="swv", gegevens=("verzuim",), situatie=("lijst",))
    nieuw = Feiten(naar="politie", gegevens=("bsn",), situatie=("ernstig_gevaar",))
    samen = samengevoegd(eerder, nieuw)
    assert samen == Feiten(van="school", naar="politie", gegevens=("bsn",), situatie=("ernstig_gevaar", "lijst"))


def test_een_vervolg_geldt_als_de_hele_vraag(kern: Kern) -> None:
    """What a follow-up leads to is the answer to the question in full."""
    gesprek = Gesprek(kern)
    balie = Balie(gesprek, TEKSTEN)
    balie.verwerk("mag de jeugdhulpverlener een diagnose delen met school? het kind is 14")
    vervolg = balie.verwerk("en als hij 17 is?").antwoord
    heel = Gesprek(kern).vraag("mag de jeugdhulpverlener een diagnose delen met school? het kind is 17")
    assert vervolg is not None
    assert (vervolg.tekst, vervolg.begrepen) == (heel.tekst, heel.begrepen)


def test_weet_niet_geeft_altijd_het_strengste_antwoord(kern: Kern) -> None:
    """For every counter-question a rule asks: not to know never gives more room than any reply would.

    Where a reply leaves it open and the rest say yes, it stays open: that reply may turn out stricter.
    """
    gezien = 0
    for regel in kern.kennis.regels.values():
        if regel.dan.wedervraag is None or regel.regio not in (None, STANDAARD_REGIO):
            continue
        eerste = {dim.value: w[0] for dim, w in regel.als.per_dimensie().items()}
        enkel = {d: (w,) if d in ("gegevens", "situatie") else w for d, w in eerste.items()}
        gesprek = _op_feiten(kern, Feiten(**enkel))  # type: ignore[arg-type]
        if not gesprek.opties or gesprek.opties[-1].id != WEET_NIET:
            continue
        oordelen = [a.oordeel for nr in range(1, len(gesprek.opties)) if (a := _kopie(kern, gesprek).kies(nr))]
        vast = [STRENGHEID.index(Oordeel(o)) for o in oordelen if o not in (None, "hangt_af")]
        antwoord = gesprek.kies(len(gesprek.opties))
        assert antwoord is not None
        assert antwoord.wedervraag is None
        if vast:
            gezien += 1
            strengste = STRENGHEID[min(vast)]
            open_ = strengste in RUIM and len(vast) < len(oordelen)
            assert antwoord.oordeel == (Oordeel.HANGT_AF if open_ else strengste).value, regel.id
    assert gezien > 5


def _op_feiten(kern: Kern, feiten: Feiten) -> Gesprek:
    """A conversation in which these facts were asked about."""
    begrip = kern.begrijper.begrijp("mag de school verzuim delen met leerplicht?")
    lezing = replace(begrip.lezing, feiten=feiten)
    gesprek = Gesprek(kern)
    gesprek.herneem(Draad(replace(begrip, lezing=lezing, vertrouwen=1.0, alternatieven=()), STANDAARD_REGIO))
    return gesprek


def _kopie(kern: Kern, gesprek: Gesprek) -> Gesprek:
    uit = Gesprek(kern)
    assert gesprek.draad is not None
    uit.herneem(gesprek.draad)
    return uit


def test_de_afweging_houdt_niets_vast_van_wat_getypt_is(kern: Kern) -> None:
    balie = Balie(Gesprek(kern), TEKSTEN)
    balie.verwerk("stappenplan")
    for regel in ("Fladderkwast heeft een geheim", "verder", "1"):
        balie.verwerk(regel)
    einde = balie.verwerk("geen van deze")
    (bestand,) = einde.bestanden
    tekst = bestand.inhoud.decode()
    assert "fladderkwast" not in (tekst + einde.tekst).casefold()
    assert "24-11-2026" in tekst
    assert kern.kennis.versie in tekst
    assert "stappenplan" in tekst
