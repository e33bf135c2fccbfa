"""What goes without saying is filled in, what was said stays, and what is denied does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.feiten_lezen import Feitenlezer
from intents.laden import Taal
from kennis.laden import Kennis
from kennis.model import Dimensie


@pytest.mark.parametrize(
    ("zin", "veld", "waarde", "regel"),
    [
        ("Mag ik iets over een cliënt aan de school vertellen?", "van", "jeugdhulpverlener", "cliënt"),
        ("Mag ik een peuter bespreken met het consultatiebureau?", "van", "kinderopvang", "peuter"),
        ("Mag het BSN van een leerling aan de gemeente?", "van", "school", "bsn-school"),
        ("Mag ik een student bespreken met de huisarts?", "van", "mbo", "student"),
        ("Mag ik verzuim delen met de gemeente?", "van", "school", "verzuim-school"),
        ("Mag ik iets delen met het samenwerkingsverband?", "van", "school", "swv-school"),
        ("Mag ik een vermoeden van kindermishandeling melden?", "naar", "veilig_thuis", "mishandeling-melden"),
        ("Moet de school 16 uur ongeoorloofd verzuim doorgeven?", "naar", "leerplicht", "melden-zestien"),
        ("Mag ik een leerling in het interne zorgteam bespreken?", "naar", "eigen_team", "intern-team"),
        ("Mag ik het OPP naar de gemeente sturen?", "leerling", "extra_ondersteuning", "arrangement"),
    ],
)
def test_wat_vanzelf_spreekt(lezer: Feitenlezer, zin: str, veld: str, waarde: str, regel: str) -> None:
    lezing = lezer.lees(zin)
    assert regel in lezing.afgeleid
    assert getattr(lezing.genoemd, veld) != waarde
    assert getattr(lezing.feiten, veld) == waarde


@pytest.mark.parametrize(
    ("zin", "gegevens"),
    [
        ("Mag ik ziekteverzuim van een leerling delen met leerplicht?", ("verzuim.ziek",)),
        ("Mag ik 20 uur ongeoorloofd verzuim melden bij leerplicht?", ("verzuim.16uur",)),
        ("Mag ik geanonimiseerde verzuimcijfers delen met de gemeente?", ("anoniem",)),
        ("Mag de school ongeoorloofd verzuim en de reden melden bij leerplicht?", ("verzuim.ongeoorloofd",)),
    ],
)
def test_het_preciezere_wint(lezer: Feitenlezer, zin: str, gegevens: tuple[str, ...]) -> None:
    assert set(gegevens) <= set(lezer.lees(zin).feiten.gegevens)
    assert not {"verzuim", "gezondheid"} & set(lezer.lees(zin).feiten.gegevens)


def test_een_vermoeden_telt_alleen_als_het_niet_ontkend_is(lezer: Feitenlezer) -> None:
    wel = lezer.lees("Een leerling is ziek en wij hebben een vermoeden. Mag ik dat melden bij leerplicht?")
    niet = lezer.lees("Een leerling is ziek en wij hebben geen vermoeden. Mag ik dat melden bij leerplicht?")
    assert "ziek-met-vermoeden" in wel.afgeleid
    assert "ziek-met-vermoeden" not in niet.afgeleid
    assert "verzuim.zorgelijk" not in niet.feiten.gegevens


@pytest.mark.parametrize(
    ("zin", "van"),
    [
        ("Mag de jeugdarts een peuter bespreken met school?", "jgz"),
        ("Mag de gemeente een student bespreken met de huisarts?", "gemeente"),
        ("Mag het samenwerkingsverband verzuim delen met leerplicht?", "swv"),
    ],
)
def test_wat_gezegd_is_blijft_staan(lezer: Feitenlezer, zin: str, van: str) -> None:
    assert lezer.lees(zin).feiten.van == van


@pytest.mark.parametrize(
    ("zin", "van"),
    [
        ("Mag ik verzuim bespreken met de mentor?", None),
        ("Mag ik verzuim bespreken met het swv?", "school"),
        ("Mag ik de begeleiding bespreken met de mentor?", None),
    ],
)
def test_wat_een_school_krijgt_komt_niet_vanzelf_van_een_school(lezer: Feitenlezer, zin: str, van: str | None) -> None:
    assert lezer.lees(zin).feiten.van == van


def test_wie_meeleest_krijgt_gegevens(lezer: Feitenlezer) -> None:
    alleen = lezer.lees("Mag ik als mentor een diagnose in ons dossier zetten?").feiten
    samen = lezer.lees("Mag het swv een diagnose in ons dossier lezen? Ik ben mentor.").feiten
    assert (alleen.overleg, samen.overleg, samen.naar) == ("eigen_gebruik", None, "swv")


def test_elke_afleiding_heeft_een_eigen_naam_en_doet_iets(taal: Taal) -> None:
    namen = [a.id for a in taal.afleidingen]
    assert len(namen) == len(set(namen))
    assert all(a.dan or a.weg or a.weg_onder for a in taal.afleidingen)


def test_elke_afleiding_noemt_alleen_bekende_begrippen(kennis: Kennis, taal: Taal) -> None:
    for regel in taal.afleidingen:
        paren = [(dim, waarde) for dim, waarden in regel.als.per_dimensie().items() for waarde in waarden]
        paren += [(dim, waarde) for dim, waarde in regel.dan.items()]
        paren += [(Dimensie.GEGEVENS, g) for g in (*regel.weg, *regel.weg_onder)]
        assert [p for p in paren if p[1] not in kennis.taxonomie(p[0])] == [], regel.id


@given(st.data())
def test_afleiden_is_klaar_na_een_keer(lezer: Feitenlezer, taal: Taal, data: st.DataObject) -> None:
    voorbeeld = data.draw(st.sampled_from(taal.delen))
    eerst = lezer.lees(voorbeeld.v)
    weer, _ = lezer.leid_af(eerst.feiten, eerst.woorden)
    assert set(weer.gegevens) <= set(eerst.feiten.gegevens)
    assert weer.van == eerst.feiten.van or eerst.feiten.van is None
