"""Cross-validation over the examples that understanding learns from.

    python tests/bench/kruis.py RESULT [FOLDS]

Every example is answered by a program that was trained without it and without the rest of its fold. Prints a summary,
writes the figures to RESULT, and renews the table by which an answer gets its confidence.
"""

import json
import sys
from pathlib import Path
from typing import Any

from herkomst import herkomst
from ijken import ijk, kruislings_geijkt, schrijf_ijking
from kruismaten import betrouwbaarheid, f1_per_feit, f1_per_intent, raak_per_soort, verwarde_paren
from vouwen import Kruisproef, Uitslag, lees_delen

from intents.laden import laad_taal
from kennis.laden import laad_kennis

VOUWEN = 5
"""Folds: each costs one training, a minute or two."""
DOEL_INTENT, DOEL_FEIT = 0.85, 0.95
"""F1 that is aimed at."""
TOON = 12
"""Worst intents and pairs that are printed."""


def main(resultaat: Path, aantal: int) -> int:
    """Measure, print and write."""
    kennis = laad_kennis()
    proef = Kruisproef(kennis, laad_taal(), aantal)
    vouwen = []
    for nummer in range(aantal):
        print(f"vouw {nummer + 1} van {aantal} ...", file=sys.stderr, flush=True)
        vouwen.append(proef.vouw(nummer))
    f1_feit = f1_per_feit(lees_delen(kennis, proef.hele_begrijper()))
    cijfers = {"vouwen": aantal, **intentcijfers(vouwen), "f1_feit": f1_feit}
    toon(cijfers)
    schrijf_ijking(ijk([u for vouw in vouwen for u in vouw]))
    resultaat.parent.mkdir(parents=True, exist_ok=True)
    tekst = json.dumps({**cijfers, **herkomst()}, ensure_ascii=False, indent=1)
    resultaat.write_text(tekst + "\n", encoding="utf-8")
    return 0


def intentcijfers(vouwen: list[list[Uitslag]]) -> dict[str, Any]:
    """All that the folds say; confidence is judged on folds that it was not fitted on."""
    alle = [u for vouw in vouwen for u in vouw]
    geijkt = kruislings_geijkt(vouwen)
    return {
        "raak": raak_per_soort(alle),
        "f1_intent": f1_per_intent(alle),
        "kans_voor_ijking": betrouwbaarheid([u.kans for u in alle], [u.bij_de_eerste(1) for u in alle]),
        "vertrouwen": betrouwbaarheid([kans for kans, _ in geijkt], [u.oordeel_goed for _, u in geijkt]),
        "verward": verwarde_paren(alle),
    }


def toon(cijfers: dict[str, Any]) -> None:
    """Print what matters most."""
    for naam, rij in cijfers["raak"].items():
        print(f"{naam:18}" + ", ".join(f"{maat} {waarde}" for maat, waarde in rij.items()))
    for kop, doel in (("f1_intent", DOEL_INTENT), ("f1_feit", DOEL_FEIT)):
        waarden = cijfers[kop]
        halen = sum(waarde >= doel for waarde in waarden.values())
        print(f"{kop:18}{halen} van {len(waarden)} halen {doel}; de laagste: {_eerste(waarden.items())}")
    for kop in ("kans_voor_ijking", "vertrouwen"):
        print(f"{kop:18}ece {cijfers[kop]['ece']}")
        for vak in cijfers[kop]["vakken"]:
            print(f"{'':18}{vak['aantal']:6} keer: gezegd {vak['kans']:.2f}, goed {vak['goed']:.2f}")
    print(f"{'verward':18}{_eerste((f'{a} / {b}', aantal) for a, b, aantal in cijfers['verward'])}")


def _eerste(paren: Any) -> str:
    return ", ".join(f"{naam} {waarde}" for naam, waarde in list(paren)[:TOON])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else VOUWEN))
