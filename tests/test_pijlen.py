"""The arrows between the packages, as import-linter reads them from pyproject.toml."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

WORTEL = Path(__file__).parents[1]


def test_geen_pakket_kent_een_ander_dat_het_niet_mag_kennen(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(WORTEL / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
