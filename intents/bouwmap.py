"""Where set-up keeps what it makes."""

import os
from pathlib import Path

BOUWMAP = Path(os.environ.get("DEELWIJZER_BOUW", Path(__file__).parent.parent / "build"))
"""The folder `build` of the project, unless the environment names another."""
