"""`python -m kennis.matrix --html FILE`: write the page with all decisions."""

import argparse
import sys
from pathlib import Path

from kennis.fouten import KennisFout
from kennis.laden import laad_kennis
from kennis.matrix import schrijf_matrix


def main(argumenten: list[str] | None = None) -> int:
    """Write the page and say where it is."""
    lezer = argparse.ArgumentParser(prog="python -m kennis.matrix", description="Schrijf de beslismatrix.")
    lezer.add_argument("--html", type=Path, required=True, help="bestand om te schrijven")
    keuze = lezer.parse_args(argumenten)
    try:
        schrijf_matrix(laad_kennis(), keuze.html)
    except (KennisFout, OSError) as fout:
        print(fout, file=sys.stderr)
        return 1
    print(f"Geschreven: {keuze.html} ({keuze.html.stat().st_size // 1024} kB).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
