"""The desk: a line goes in, a reaction comes out; and the memory of open conversations."""

from bot.gesprek.balie import Balie
from bot.gesprek.geheugen import BEWAARTIJD, MEESTE, Geheugen
from bot.gesprek.staat import Gesprek
from bot.gesprek.teksten import laad_gesprekteksten
from bot.kern import Kern

TEKSTEN = laad_gesprekteksten()
VRAAG = "mag ik verzuim delen met leerplicht?"


def _balie(kern: Kern) -> Balie:
    return Balie(Gesprek(kern), TEKSTEN)


def test_vraag_keuze_en_meer(kern: Kern) -> None:
    balie = _balie(kern)
    assert balie.verwerk("meer").tekst == TEKSTEN.geen_antwoord
    eerste = balie.verwerk(VRAAG)
    assert eerste.antwoord is not None
    assert eerste.antwoord.oordeel == "hangt_af"
    tweede = balie.verwerk("1")
    assert tweede.antwoord is not None
    assert tweede.antwoord.oordeel == "verplicht"
    meer = balie.verwerk("!meer")
    assert (meer.antwoord, meer.alles, meer.opdracht) == (tweede.antwoord, True, "meer")
    assert "regel" in balie.verwerk("uitleg").tekst
    assert balie.verwerk("bron").tekst.startswith("- ")


def test_een_nummer_zonder_of_buiten_de_keuzes(kern: Kern) -> None:
    balie = _balie(kern)
    assert balie.verwerk("3").tekst == TEKSTEN.geen_keuze
    assert balie.kies(1).tekst == TEKSTEN.geen_keuze
    balie.verwerk(VRAAG)
    assert balie.verwerk("9").tekst == TEKSTEN.kies_uit.format(aantal=len(balie.gesprek.opties))


def test_wissen_en_stoppen_vergeten_het_gesprek(kern: Kern) -> None:
    balie = _balie(kern)
    for woord, tekst in (("wis", TEKSTEN.gewist), ("stop", TEKSTEN.afscheid)):
        balie.verwerk(VRAAG)
        reactie = balie.verwerk(woord)
        assert (reactie.tekst, reactie.opdracht) == (tekst, woord)
        assert balie.gesprek.laatste is None


def test_opening_zegt_ook_wat_niet_herkend_is(kern: Kern) -> None:
    assert len(_balie(kern).open()) == 1
    assert len(_balie(kern).open(regio="Atlantis", rol="xyzzy")) == 3


class _Klok:
    nu = 0.0

    def __call__(self) -> float:
        return self.nu


def test_een_gesprek_is_na_een_kwartier_stilte_vergeten(kern: Kern) -> None:
    klok = _Klok()
    geheugen = Geheugen(kern, klok)
    balie = geheugen.bij("kanaal", "kamer", "iemand")
    klok.nu = BEWAARTIJD - 1
    assert geheugen.bij("kanaal", "kamer", "iemand") is balie
    klok.nu += BEWAARTIJD
    assert geheugen.bij("kanaal", "kamer", "iemand") is not balie
    assert len(geheugen) == 1


def test_gesprekken_mengen_niet_en_dragen_geen_naam(kern: Kern) -> None:
    geheugen = Geheugen(kern)
    assert geheugen.bij("k", "a", "bc") is not geheugen.bij("k", "ab", "c")
    geheugen.bij("matrix", "!kamer:huis", "@pietje-puk:huis").verwerk(VRAAG)
    assert "pietje" not in repr(vars(geheugen)).lower()
    assert geheugen.merk("a") != Geheugen(kern).merk("a")
    geheugen.vergeet("k", "a", "bc")
    assert len(geheugen) == 2


def test_het_geheugen_heeft_een_grens(kern: Kern) -> None:
    geheugen = Geheugen(kern)
    eerste = geheugen.bij("0")
    for nr in range(1, MEESTE + 1):
        geheugen.bij(str(nr))
    assert len(geheugen) == MEESTE
    assert geheugen.bij("0") is not eerste
