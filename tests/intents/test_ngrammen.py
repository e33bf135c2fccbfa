"""Features of a sentence, and the stored model that uses them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.getraind import Getraind
from intents.ngrammen import LETTERS, WOORDEN, Ngrammen, kenmerken
from intents.trainen import train_op

ZINNEN = [
    "mag school verzuim delen",
    "mag school cijfers delen",
    "hoe laat is het",
    "hoe laat gaat de trein",
    "wie tekent het formulier",
    "wie tekent er bij de school",
]
NAMEN = ["a", "a", "buiten.b", "buiten.b", "c", "c"]


def test_kenmerken_lopen_binnen_woorden_met_een_spatie_aan_beide_kanten() -> None:
    gevonden = list(kenmerken("ib er"))
    assert gevonden.count(f"{LETTERS} ib ") == 1
    assert gevonden.count(f"{WOORDEN}ib er") == 1
    assert not any("b e" in k for k in gevonden if k.startswith(LETTERS))


@given(st.text(max_size=200))
def test_een_rij_is_geordend_en_hooguit_een_lang_per_soort(tekst: str) -> None:
    ngrammen = Ngrammen.leer(ZINNEN)
    plaatsen, gewichten = ngrammen.rij(tekst)
    assert list(plaatsen) == sorted(set(plaatsen))
    for deel in (gewichten[plaatsen < ngrammen.letters], gewichten[plaatsen >= ngrammen.letters]):
        assert not deel.size or np.linalg.norm(deel) == pytest.approx(1.0)


@pytest.fixture(scope="module")
def model() -> Getraind:
    """Trained on six sentences; sentence vectors that say nothing."""
    return train_op(ZINNEN, NAMEN, np.random.default_rng(1).normal(size=(6, 8)).astype(np.float32))


def test_het_model_kent_zijn_voorbeelden_en_wat_buiten_valt(model: Getraind) -> None:
    binnen, buiten = model.letterbeeld(ZINNEN[0]), model.letterbeeld(ZINNEN[2])
    assert model.intents[int(np.argmax(binnen.scores))] == "a"
    assert model.intents[int(np.argmax(buiten.scores))] == "buiten.b"
    assert binnen.binnen > 0 > buiten.binnen


def test_wat_bewaard_is_antwoordt_hetzelfde(model: Getraind, tmp_path: Path) -> None:
    model.schrijf(tmp_path / "taal")
    model.schrijf(tmp_path / "taal")  # another process that started at the same time
    terug = Getraind.lees(tmp_path / "taal")
    for tekst in (*ZINNEN, "iets heel anders", ""):
        assert np.array_equal(terug.letterbeeld(tekst).scores, model.letterbeeld(tekst).scores)
    assert [p.name for p in tmp_path.iterdir()] == ["taal"]
