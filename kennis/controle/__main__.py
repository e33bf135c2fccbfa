"""`python -m kennis.controle [--json] [--regio ID]`: prove the knowledge; exit status 1 on any finding."""

import argparse
import json
import sys

from kennis.controle import controleer
from kennis.fouten import KennisFout
from kennis.laden import laad_kennis


def main(argumenten: list[str] | None = None) -> int:
    """Print the report."""
    lezer = argparse.ArgumentParser(prog="python -m kennis.controle", description="Controleer alle kennis.")
    lezer.add_argument("--json", action="store_true", help="schrijf het rapport als JSON")
    lezer.add_argument("--regio", help="alleen deze regio")
    keuze = lezer.parse_args(argumenten)
    try:
        kennis = laad_kennis()
    except KennisFout as fout:
        print(fout, file=sys.stderr)
        return 1
    if keuze.regio is not None and keuze.regio not in kennis.regios:
        print(f"Regio '{keuze.regio}' bestaat niet. Kies uit: {', '.join(kennis.regios)}.", file=sys.stderr)
        return 1
    rapport = controleer(kennis, keuze.regio)
    print(json.dumps(rapport.als_json(), ensure_ascii=False, indent=1) if keuze.json else rapport.als_tekst())
    return 0 if rapport.in_orde else 1


if __name__ == "__main__":
    sys.exit(main())
