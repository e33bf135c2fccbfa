"""Taxonomies: what falls under what, and how precise a concept is."""

import pytest

from kennis.laden import Kennis
from kennis.model import Begrip, Dimensie
from kennis.taxonomie import Taxonomie


def _taxonomie(**ouders: tuple[str, ...]) -> Taxonomie:
    return Taxonomie("proef", [Begrip(id=b, naam=b, uitleg=b, is_een=o) for b, o in ouders.items()])


def test_begrip_valt_onder_zichzelf_en_alles_erboven() -> None:
    t = _taxonomie(top=(), midden=("top",), onder=("midden",), apart=("top",))
    assert t.boven("onder") == {"onder", "midden", "top"}
    assert t.onder("midden") == {"midden", "onder"}
    assert not t.is_een("midden", "onder")
    assert not t.is_een("onder", "apart")


def test_twee_ouders_geven_de_langste_weg_als_diepte() -> None:
    t = _taxonomie(top=(), a=("top",), b=("a",), kind=("top", "b"))
    assert t.diepte("kind") == 3
    assert t.boven("kind") == {"kind", "top", "a", "b"}


def test_kring_wordt_geweigerd() -> None:
    t = _taxonomie(top=(), a=("b",), b=("a",))
    with pytest.raises(ValueError, match=r"^[ab]$"):
        t.boven("a")


@pytest.mark.parametrize("dim", list(Dimensie))
def test_elke_echte_taxonomie_heeft_een_wortel_boven_alles(echte_kennis: Kennis, dim: Dimensie) -> None:
    taxonomie = echte_kennis.taxonomie(dim)
    assert taxonomie.onder(taxonomie.wortel) == {b.id for b in taxonomie}
    assert taxonomie.diepte(taxonomie.wortel) == 0


def test_jeugdhulpverlener_is_ook_geheimhouder(echte_kennis: Kennis) -> None:
    assert echte_kennis.taxonomie(Dimensie.VAN).is_een("psycholoog", "geheimhouder")
