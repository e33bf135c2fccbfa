"""`python -m intents.bouw`: what set-up makes for understanding: word forms, and training on the examples."""

import sys

from intents.getraind import laad_getraind
from intents.laden import laad_taal
from intents.woordvormen import bestaat


def main() -> int:
    """Make what is not there yet for these very examples."""
    bestaat("school")  # the first look-up writes the file with word forms
    model = laad_getraind(laad_taal())
    print(f"Het verstaan is klaar: {len(model.intents)} soorten vragen.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
