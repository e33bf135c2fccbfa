"""`python -m kennis`: read all knowledge and print what is wrong with it."""

import sys

from kennis.fouten import KennisFout
from kennis.laden import laad_kennis


def main() -> int:
    """Exit status 0 when everything can be used."""
    try:
        kennis = laad_kennis()
    except KennisFout as fout:
        print(fout)
        return 1
    print(f"{len(kennis.antwoorden)} antwoorden, {len(kennis.regels)} regels, {len(kennis.regios)} regio's: in orde.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
