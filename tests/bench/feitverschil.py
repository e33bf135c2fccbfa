"""Where the reader and the examples of sharing disagree: per slot every sentence, what belongs there and what was read.

    python tests/bench/feitverschil.py [SLOT ...]

The sentence decides which of the two is mended; what is filled when stands at the head of `intents/vragen/delen.yaml`.
"""

import sys
from collections.abc import Sequence

from kruismaten import f1_per_feit
from vouwen import lees_delen

from intents.begrijp import Begrijper
from intents.laden import laad_taal
from kennis.laden import laad_kennis


def main(velden: Sequence[str]) -> int:
    """Print the differences in the slots that are named, or in all of them, and the F1 of each slot."""
    kennis, taal = laad_kennis(), laad_taal()
    lezingen = lees_delen(kennis, Begrijper(kennis, taal))
    cijfers = f1_per_feit(lezingen)
    for veld in velden or cijfers:
        print(f"\n== {veld} {cijfers[veld]}")
        for voorbeeld, lezing in zip(taal.delen, lezingen, strict=True):
            hoort, gelezen = lezing.hoort[veld], lezing.gelezen[veld]
            if hoort != gelezen:
                print(f"{_rij(hoort)} <> {_rij(gelezen)}  {voorbeeld.v}")
    return 0


def _rij(begrippen: frozenset[str]) -> str:
    return "+".join(sorted(begrippen)) or "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
