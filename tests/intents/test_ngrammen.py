"""Features of a sentence, and the stored model that uses them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.getraind import Getraind
from intents.ngrammen import GELEZEN, LETTERS, WOORDEN, Ngrammen, kenmerken
from intents.trainen import train_op

ZINNEN = [
    "mag school verzuim delen",
    "mag school cijfers delen",
    "hoe laat is het",
    "hoe laat gaat de trein",
    "wie tekent het formulier",
    "wie tekent er bij de school",
]
GELEZEN_IN = [[f"{GELEZEN}delen"], [f"{GELEZEN}delen"], [], [], [f"{GELEZEN}wie"], [f"{GELEZEN}wie"]]
KENMERKEN = [[*kenmerken(z), *gelezen] for z, gelezen in zip(ZINNEN, GELEZEN_IN, strict=True)]
NAMEN = ["a", "a", "buiten.b", "buiten.b", "c", "c"]


def test_kenmerken_lopen_binnen_woorden_met_een_spatie_aan_beide_kanten() -> None:
    gevonden = list(kenmerken("ib er"))
    assert gevonden.count(f"{LETTERS} ib ") == 1
    assert gevonden.count(f"{WOORDEN}ib er") == 1
    assert not any("b e" in k for k in gevonden if k.startswith(LETTERS))


@given(st.text(max_size=200))
def test_een_rij_is_geordend_en_hooguit_een_lang_per_soort(tekst: str) -> None:
    ngrammen = Ngrammen.leer(KENMERKEN)
    plaatsen, gewichten = ngrammen.rij([*kenmerken(tekst), *GELEZEN_IN[0]])
    assert list(plaatsen) == sorted(set(plaatsen))
    for deel in np.split(gewichten, np.searchsorted(plaatsen, ngrammen.grenzen)):
        assert not deel.size or np.linalg.norm(deel) == pytest.approx(1.0)


@pytest.fixture(scope="module")
def model() -> Getraind:
    """Trained on six sentences; sentence vectors that say nothing."""
    vectoren = np.random.default_rng(1).normal(size=(6, 8)).astype(np.float32)
    return train_op(KENMERKEN, NAMEN, vectoren, {"a": "gegevens van de school", "c": "ondertekenen"}, ())


def test_het_model_kent_zijn_voorbeelden_en_wat_buiten_valt(model: Getraind) -> None:
    binnen, buiten = model.letterbeeld(KENMERKEN[0]), model.letterbeeld(KENMERKEN[2])
    assert model.intents[int(np.argmax(binnen.scores))] == "a"
    assert model.intents[int(np.argmax(buiten.scores))] == "buiten.b"
    assert binnen.binnen > 0 > buiten.binnen


def test_wat_bewaard_is_antwoordt_hetzelfde(model: Getraind, tmp_path: Path) -> None:
    model.schrijf(tmp_path / "taal")
    model.schrijf(tmp_path / "taal")  # another process that started at the same time
    terug = Getraind.lees(tmp_path / "taal")
    for zin in (*KENMERKEN, [*kenmerken("iets heel anders")], []):
        assert np.array_equal(terug.letterbeeld(zin).scores, model.letterbeeld(zin).scores)
    assert [p.name for p in tmp_path.iterdir()] == ["taal"]


def test_de_tekst_van_het_antwoord_telt_mee() -> None:
    vectoren = np.zeros((6, 8), dtype=np.float32) + np.arange(6, dtype=np.float32)[:, None]
    zonder = train_op(KENMERKEN, NAMEN, vectoren, {}, ())
    met = train_op(KENMERKEN, NAMEN, vectoren, {"c": "hoe laat de trein gaat"}, ())
    zin = [*kenmerken("hoe laat gaat de trein")]
    plek = met.intents.index("c")
    assert met.letterbeeld(zin).scores[plek] > zonder.letterbeeld(zin).scores[plek]
