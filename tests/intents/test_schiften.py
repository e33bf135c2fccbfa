"""A word that names a concept does not always mean it."""

import pytest

from intents.feiten_lezen import Feitenlezer
from kennis.model import Dimensie


def waarden(lezer: Feitenlezer, zin: str, dim: Dimensie) -> set[str]:
    """What was read in one dimension."""
    return set(lezer.lees(zin).feiten.waarden(dim))


@pytest.mark.parametrize("zin", ["Hij zat thuis op de bank.", "Waar zat zij in die periode?", "Dat het zat was."])
def test_zitten_is_geen_overleg(lezer: Feitenlezer, zin: str) -> None:
    assert "zat" not in waarden(lezer, zin, Dimensie.OVERLEG)


@pytest.mark.parametrize("zin", ["Mag dat in het ZAT?", "Bespreken we dit bij ons ZAT?", "ZAT: mag dat op naam?"])
def test_het_zat_is_een_overleg(lezer: Feitenlezer, zin: str) -> None:
    assert "zat" in waarden(lezer, zin, Dimensie.OVERLEG)


@pytest.mark.parametrize("zin", ["Dit is de derde keer.", "Hij zit in de derde.", "Voor de derde maal deze week."])
def test_een_rangnummer_is_geen_derde(lezer: Feitenlezer, zin: str) -> None:
    assert all(v.naam.begrip != "derde" for v in lezer.lees(zin).vermeldingen)


def test_een_derde_is_een_derde(lezer: Feitenlezer) -> None:
    assert lezer.lees("Mag ik als school dit aan een derde geven?").rollen.naar == "derde"


@pytest.mark.parametrize("zin", ["De oude docent weet het nog.", "Hij is ouder dan de rest.", "Een jaar ouder is hij."])
def test_oud_is_geen_ouder(lezer: Feitenlezer, zin: str) -> None:
    assert all(v.naam.begrip != "ouders" for v in lezer.lees(zin).vermeldingen)


@pytest.mark.parametrize("zin", ["De psycholoog mailt mij.", "Wij kregen een mailtje van de gemeente."])
def test_een_ontvangen_bericht_is_geen_onveilig_versturen(lezer: Feitenlezer, zin: str) -> None:
    assert "beveiliging" not in waarden(lezer, zin, Dimensie.SITUATIE)


@pytest.mark.parametrize("zin", ["Mag het dossier per mail?", "Mag ik het rapport mailen naar de mentor?"])
def test_een_bericht_sturen_telt_wel(lezer: Feitenlezer, zin: str) -> None:
    assert "beveiliging" in waarden(lezer, zin, Dimensie.SITUATIE)


@pytest.mark.parametrize(
    ("zin", "toestemming"),
    [
        ("Mogen wij dat weigeren?", set()),
        ("Moeder blijft weigeren. Mag het toch?", {"geweigerd"}),
        ("Kan ik dit delen zonder dat een van de twee tekent?", {"ontbreekt"}),
        ("Dat mag toch niet zomaar?", set()),
        ("Zijn ouders hebben nergens voor getekend.", {"ontbreekt"}),
        ("Zij vindt dat niet goed.", {"geweigerd"}),
    ],
)
def test_wiens_houding_het_is(lezer: Feitenlezer, zin: str, toestemming: set[str]) -> None:
    assert waarden(lezer, zin, Dimensie.TOESTEMMING) == toestemming


@pytest.mark.parametrize(
    ("zin", "uit_overleg"),
    [
        ("Wat de arts in het overleg vertelde, mag ik dat doorgeven?", True),
        ("Mag ik dit in het overleg vertellen?", False),
    ],
)
def test_wat_nog_gezegd_moet_worden_komt_niet_uit_het_overleg(lezer: Feitenlezer, zin: str, uit_overleg: bool) -> None:
    assert ("uit_casusoverleg" in waarden(lezer, zin, Dimensie.SITUATIE)) is uit_overleg


def test_geen_naam_hoeven_krijgen_is_niet_anoniem(lezer: Feitenlezer) -> None:
    assert "anoniem" in waarden(lezer, "Ik noem geen naam bij leerplicht.", Dimensie.GEGEVENS)
    assert "anoniem" not in waarden(lezer, "Leerplicht hoeft geen naam te horen, toch?", Dimensie.GEGEVENS)


def test_zonder_zorgvraag_is_zonder_ondersteuning(lezer: Feitenlezer) -> None:
    zin = "Mag ik een leerling zonder zorgvraag bespreken met het swv?"
    assert waarden(lezer, zin, Dimensie.LEERLING) == {"geen_ondersteuning"}


def test_een_plaats_in_een_overstap_blijft_een_partij(lezer: Feitenlezer) -> None:
    assert lezer.lees("Mijn leerling gaat naar het mbo. Mag ik zijn cijfers meegeven?").rollen.naar == "mbo"


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("Hij miste eerst 5 uur en nu 18 uur ongeoorloofd.", "verzuim.16uur"),
        ("Twee keer vier uur ongeoorloofd, hij zit nu boven de zestien.", "verzuim.16uur"),
        ("Hij miste 5 uur ongeoorloofd en daarna nog 3 uur.", "verzuim.onder16"),
    ],
)
def test_het_hoogste_aantal_telt(lezer: Feitenlezer, zin: str, soort: str) -> None:
    assert waarden(lezer, zin, Dimensie.GEGEVENS) == {soort}


@pytest.mark.parametrize(
    ("zin", "toestemming"),
    [
        ("Zij gaven nooit toestemming.", "ontbreekt"),
        ("Zij gaven meteen toestemming.", "gegeven"),
        ("Mag het zonder dat zij allebei iets hebben getekend?", "ontbreekt"),
        ("Is het nodig dat zij akkoord gaan?", "toestemming"),
    ],
)
def test_een_ja_dat_niet_gezegd_is(lezer: Feitenlezer, zin: str, toestemming: str) -> None:
    assert waarden(lezer, zin, Dimensie.TOESTEMMING) == {toestemming}


@pytest.mark.parametrize(
    ("zin", "groep"),
    [
        ("Zij wordt volgende week zestien.", "12-15"),
        ("Hij wordt over 2 maanden 18.", "16-17"),
        ("Zij wordt volgende week zestien, wie beslist er daarna?", "16-17"),
    ],
)
def test_wie_nog_jarig_moet_worden_is_jonger(lezer: Feitenlezer, zin: str, groep: str) -> None:
    assert waarden(lezer, zin, Dimensie.LEEFTIJD) == {groep}


def test_geen_papieren_is_een_verblijfsstatus(lezer: Feitenlezer) -> None:
    assert "verblijfsstatus" in waarden(lezer, "Hij heeft geen verblijfspapieren.", Dimensie.GEGEVENS)


@pytest.mark.parametrize(
    ("zin", "dim", "waarde"),
    [
        ("Een leerling miste 20 uur zonder reden. Vader dreigt met een advocaat. Melden?", Dimensie.NAAR, "leerplicht"),
        ("In drie weken 25 lesuren gespijbeld. Moeder dreigt de krant te bellen. Melden?", Dimensie.NAAR, "leerplicht"),
        ("Een leerling was 19 lesuren weg. Ouders dreigen met de politie. Melden?", Dimensie.NAAR, "leerplicht"),
        ("Vader dreigt. Zijn advocaat vraagt de school om het dossier. Mag dat?", Dimensie.NAAR, "bedrijf"),
        ("Het verlof werd afgewezen en het gezin ging toch weg.", Dimensie.GEGEVENS, "verzuim.luxe"),
        ("Wij weigerden het verlof maar zij vertrokken.", Dimensie.GEGEVENS, "verzuim.luxe"),
        ("De leerling had verlof voor een bruiloft.", Dimensie.GEGEVENS, "verzuim.geoorloofd"),
        ("Zonder arrangement of andere extra ondersteuning.", Dimensie.LEERLING, "geen_ondersteuning"),
        ("Met een arrangement of andere extra ondersteuning.", Dimensie.LEERLING, "extra_ondersteuning"),
        (
            "Een leerling is ziek gemeld maar wij denken dat hij gewoon niet wil.",
            Dimensie.GEGEVENS,
            "verzuim.zorgelijk",
        ),
        ("Hij is ziek gemeld, moeder wil niet dat leerplicht het weet.", Dimensie.GEGEVENS, "verzuim.ziek"),
    ],
)
def test_wat_eromheen_verteld_wordt(lezer: Feitenlezer, zin: str, dim: Dimensie, waarde: str) -> None:
    """Threats, refused leave, what is denied of a whole row, and doubts that are ours."""
    assert waarden(lezer, zin, dim) == {waarde}
